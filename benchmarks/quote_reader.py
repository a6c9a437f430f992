"""How often the quote reader finds the right sentence, keeps it, and refuses what it cannot know; on outside news.

python -m benchmarks.quote_reader [--data ../shared/data] [--cache .cache] [--precision fp32|int8] [--rows]
"""

import argparse
import hashlib
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import numpy as np

from benchmarks.newsroom import Desk, index_words, make_article, open_desk, open_newsroom, read_rows
from index.records import Filters
from index.search.embedding import Embedder, Precision
from service.answering.judging.score import score_sentences
from service.answering.judging.support import order_by_score
from service.answering.quote_reader import QuoteReader, recognise_names
from service.question import parse_question

Row = dict[str, Any]
Ranking = list[str]

DEPTHS = (1, 3, 10)
PASSAGES = 50
STRANGE = 200  # questions asked whose answer stands in no article
DEFINITION = """\
Questions: search_dev rows with retrieved articles, of which at least one holds the correct choice literally
(whole words, case and white space folded). Pool: every sentence of every article. A sentence is right when it
holds the correct choice literally. The reader scores the sentences of its {k} fused passages; cosine and BM25
rank the whole pool. A question without a right sentence in a ranking counts as zero. Rules were tuned on the
half "tuned", by hash of the question's id."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the words of its right answer."""

    id: str
    text: str
    right: re.Pattern[str]

    @property
    def half(self) -> str:
        """Which half it belongs to; a matter of its id alone."""
        return "tuned" if hashlib.sha256(self.id.encode()).digest()[0] % 2 == 0 else "untouched"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--cache", type=Path, default=Path(".cache"))
    parser.add_argument("--precision", choices=get_args(Precision), default="fp32")
    parser.add_argument("--articles", type=int, nargs=2, metavar=("FIRST", "LAST"), help="only so many from either end")
    parser.add_argument("--rows", action="store_true", help="print a row for each question first")
    options = parser.parse_args()
    embedder = Embedder(options.cache / "models", precision=options.precision)
    kept = options.cache / ("newsroom" if options.precision == "fp32" else f"newsroom-{options.precision}")
    docs = read_rows(options.data / "realtimeqa/docs_dev.jsonl.gz")
    if options.articles:
        docs = docs[: options.articles[0]] + docs[len(docs) - options.articles[1] :]
    articles = [make_article(f"a{n:04d}", row["title"], row["text"]) for n, row in enumerate(docs)]
    desk = open_desk(open_newsroom(articles, embedder, kept), options.cache / "passages")
    texts = [desk.room.articles[one.article_id].text[one.start : one.end] for one in desk.room.sentences]
    questions = read_rows(options.data / "realtimeqa/questions_dev.jsonl.gz")
    asked = answerable(questions, read_rows(options.data / "realtimeqa/search_dev.jsonl.gz"), docs)
    print(DEFINITION.format(k=PASSAGES))
    print(f"{len(asked)} questions, {len(docs)} articles, {len(texts)} sentences\n")
    report_ranking(asked, rank_all(asked, desk, embedder, texts, options.cache), options.rows)
    report_keeping(asked, desk, embedder, options.rows)
    nulls = [
        row["query"]
        for row in read_rows(options.data / "multihop_rag/dev.jsonl.gz")
        if row["question_type"] == "null_query"
    ]
    report_refusing("multihop_rag null questions", nulls, desk, embedder)
    report_refusing("realtimeqa questions whose answer is in no article", strangers(questions, texts), desk, embedder)
    report_refusing("answerable questions with one name swapped", swap_names(asked), desk, embedder)


def answerable(questions: Sequence[Row], searches: Sequence[Row], docs: Sequence[Row]) -> list[Asked]:
    """The questions whose right answer stands literally in one of the articles retrieved for them."""
    texts = {row["url"]: row["text"] for row in docs}
    by_id = {row["question_id"]: row for row in questions}
    found: list[Asked] = []
    for search in searches:
        row = by_id.get(search["question_id"])
        retrieved = [texts[url] for url in search["retrieved_urls"] if url in texts]
        if row is None or not row["answer"] or not retrieved:
            continue
        right = literal(row["choices"][int(row["answer"][0])])
        if any(right.search(text) for text in retrieved):
            found.append(Asked(row["question_id"], row["question_sentence"], right))
    return found


def literal(choice: str) -> re.Pattern[str]:
    """Finds the choice as whole words, case and white space folded."""
    words = r"\s+".join(re.escape(word) for word in choice.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def rank_all(
    asked: Sequence[Asked], desk: Desk, embedder: Embedder, texts: Sequence[str], cache: Path
) -> dict[str, list[Ranking]]:
    """The ten best sentences of each question by each way of ranking."""
    spans = [(one.article_id, one.start, one.end) for one in desk.room.sentences]
    words = index_words(desk.room, spans, cache / "sentences")
    vectors = desk.room.vectors.astype(np.float32)
    ranked: dict[str, list[Ranking]] = {"cosine": [], "BM25": [], "quote reader": []}
    spent: list[float] = []
    for one in asked:
        question = embedder.encode_query(one.text)
        best = np.argsort(-(vectors @ question), kind="stable")[: DEPTHS[-1]]
        ranked["cosine"].append([texts[row] for row in best])
        ranked["BM25"].append([texts[row] for row in words.search(one.text, DEPTHS[-1], Filters(), ())])
        candidates = desk.find(one.text, question, PASSAGES)
        began = time.perf_counter()
        query = recognise_names(parse_question(one.text), candidates)
        scores = score_sentences(query, candidates)
        spent.append(time.perf_counter() - began)
        order = order_by_score(scores.tolist())[: DEPTHS[-1]]
        held = [candidates.sentences[row] for row in order]
        ranked["quote reader"].append([desk.room.articles[s.article_id].text[s.start : s.end] for s in held])
    print(f"scoring one question: median {1000 * float(np.median(spent)):.1f} ms\n")
    return ranked


def report_ranking(asked: Sequence[Asked], ranked: dict[str, list[Ranking]], rows: bool) -> None:
    """Right sentence at 1, 3 and 10, by half and over all."""
    places = {
        name: [_place(one, ranking) for one, ranking in zip(asked, all_, strict=True)] for name, all_ in ranked.items()
    }
    if rows:
        for n, one in enumerate(asked):
            print(one.id, one.half, *(f"{name} {places[name][n] or '-'}" for name in places), one.text, sep="\t")
    print(f"{'right sentence at':24}" + "".join(f"{half:>22}" for half in ("tuned", "untouched", "all")))
    for name, found in places.items():
        cells = []
        for half in ("tuned", "untouched", "all"):
            own = [place for place, one in zip(found, asked, strict=True) if half in (one.half, "all")]
            shares = (sum(0 < place <= depth for place in own) / max(1, len(own)) for depth in DEPTHS)
            cells.append("  ".join(f"{share:.2f}" for share in shares))
        print(f"{name:24}" + "".join(f"{cell:>22}" for cell in cells))
    print()


def report_keeping(asked: Sequence[Asked], desk: Desk, embedder: Embedder, rows: bool) -> None:
    """How many answerable questions are answered, with a right sentence among the claims, and first."""
    for half in ("tuned", "untouched", "all"):
        own = [one for one in asked if half in (one.half, "all")]
        kept = [_read(one.text, desk, embedder) for one in own]
        right = [[bool(one.right.search(text)) for text in texts] for one, texts in zip(own, kept, strict=True)]
        n = max(1, len(own))
        print(
            f"borne out, {half:10} answered {sum(map(bool, kept)) / n:.2f}  a right sentence kept "
            f"{sum(map(any, right)) / n:.2f}  first {sum(one[:1] == [True] for one in right) / n:.2f}  of {len(own)}"
        )
        if rows and half == "all":
            for one, texts, hits in zip(own, kept, right, strict=True):
                print(one.id, "kept" if any(hits) else "WRONG" if texts else "refused", one.text, sep="\t")


def report_refusing(name: str, questions: Sequence[str], desk: Desk, embedder: Embedder) -> None:
    """The share of questions that nothing is claimed for."""
    refused = [not _read(text, desk, embedder) for text in questions]
    print(f"refused: {name}: {sum(refused)} of {len(refused)}, {sum(refused) / max(1, len(refused)):.2f}")


def strangers(questions: Sequence[Row], texts: Sequence[str]) -> list[str]:
    """Questions whose correct choice stands in no sentence of the corpus, the first by hash of their ids."""
    whole = "\n".join(texts).casefold()
    order = sorted(questions, key=lambda row: hashlib.sha256(row["question_id"].encode()).digest())
    right = ((row, row["choices"][int(row["answer"][0])].casefold()) for row in order if row["answer"])
    return [row["question_sentence"] for row, choice in right if choice not in whole][:STRANGE]


def swap_names(asked: Sequence[Asked]) -> list[str]:
    """Each question with its last name put for that of another question, which it does not have."""
    named = [(one, parse_question(one.text).names) for one in asked]
    pool = [names[-1] for _, names in named if names]
    swapped: list[str] = []
    for n, (one, names) in enumerate(named):
        if names:
            other = next(
                name
                for step in range(1, len(pool))
                for name in [pool[(n + 7 * step) % len(pool)]]
                if name not in one.text
            )
            swapped.append(one.text.replace(names[-1], other))
    return swapped


def _read(text: str, desk: Desk, embedder: Embedder) -> list[str]:
    """The sentences that the reader chooses, in its order."""
    query = parse_question(text)
    candidates = desk.find(query.search, embedder.encode_query(query.search), PASSAGES)
    by_id = {one.id: one for own in candidates.statements.values() for one in own}
    held = [by_id[one] for group in QuoteReader().choose(query, candidates).groups for one in group]
    return [candidates.articles[one.article_id].text[one.sentence.start : one.sentence.end] for one in held]


def _place(one: Asked, ranking: Ranking) -> int:
    """The rank of the first right sentence, from 1; 0 where there is none."""
    return next((rank for rank, text in enumerate(ranking, 1) if one.right.search(text)), 0)


if __name__ == "__main__":
    main()
