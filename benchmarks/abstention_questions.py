"""Labelled questions on outside articles: answerable ones, and ones that must be declined; measures nothing."""

import hashlib
import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.newsroom import make_article, read_rows
from index.reading.lines.label import label_lines
from index.records import Article, Masthead
from service.answering.language.names import find_names
from service.question import parse_question

Row = dict[str, Any]

# How many quiz questions come with a few sentences of their own as an article, how many ask what no article says.
QUIZZED, STRANGE = 400, 150
_LEAST_TEXT = 80  # characters of such sentences
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question with the words of its right answer, None where it has none here.

    Questions of one `event` are calibrated on together, or reported on together.
    """

    kind: str
    event: str
    text: str
    right: re.Pattern[str] | None = None

    @property
    def half(self) -> str:
        """Which half it belongs to; a matter of its event alone."""
        return "calibrated" if _draw(self.event, "half") % 2 == 0 else "reported"


def gather(data: Path) -> tuple[list[Article], list[Labelled]]:
    """All articles, which make one corpus, and all questions that are asked of it."""
    pages, named = _read_furniture(data)
    parts = [_read_quiz(data), _read_documents(data)]
    articles = [*(one for own, _ in parts for one in own), *pages]
    asked = [*(one for _, own in parts for one in own), *_ask_furniture(named, articles)]
    nulls = (row for row in read_rows(data / "multihop_rag/dev.jsonl.gz") if row["question_type"] == "null_query")
    asked += [Labelled("null", row["query"], row["query"]) for row in nulls]
    return articles, [*asked, *_swap(asked, articles)]


def literal(choices: Sequence[str]) -> re.Pattern[str]:
    """Finds any of the choices as whole words, case and white space folded."""
    words = "|".join(r"\s+".join(re.escape(word) for word in choice.split()) for choice in choices)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _read_quiz(data: Path) -> tuple[list[Article], list[Labelled]]:
    """News quizzes: with the articles found for them, with the quiz's own sentences, and without either."""
    docs = read_rows(data / "realtimeqa/docs_dev.jsonl.gz")
    articles = [make_article(f"a{n:04d}", row["title"], row["text"]) for n, row in enumerate(docs)]
    texts = {row["url"]: row["text"] for row in docs}
    rows = [row for row in read_rows(data / "realtimeqa/questions_dev.jsonl.gz") if row["answer"]]
    found = {row["question_id"]: row["retrieved_urls"] for row in read_rows(data / "realtimeqa/search_dev.jsonl.gz")}
    asked: list[Labelled] = []
    for row in rows:
        right = literal([_choice(row)])
        if any(right.search(texts.get(url, "")) for url in found.get(row["question_id"], ())):
            asked.append(Labelled("found", row["week"], row["question_sentence"], right))
    others = sorted((row for row in rows if row["question_id"] not in found), key=lambda row: _draw(row["question_id"]))
    quizzed = [row for row in others if len(_plain(row)) >= _LEAST_TEXT and literal([_choice(row)]).search(_plain(row))]
    for n, row in enumerate(quizzed[:QUIZZED]):
        if n % 2 == 0:
            articles.append(make_article(f"q{n:04d}", None, _plain(row)))
            asked.append(Labelled("quiz", row["week"], row["question_sentence"], literal([_choice(row)])))
    whole = "\n".join(one.text for one in articles).casefold()
    silent = (row for n, row in enumerate(quizzed[:QUIZZED]) if n % 2 and _is_silent(row, whole))
    asked += [Labelled("quiz withheld", row["week"], row["question_sentence"]) for row in silent]
    known = {row["question_id"] for row in quizzed}
    strange = (row for row in others if row["question_id"] not in known and _is_silent(row, whole))
    asked += [Labelled("strange", row["week"], row["question_sentence"]) for row in islice(strange, STRANGE)]
    return articles, asked


def _read_documents(data: Path) -> tuple[list[Article], list[Labelled]]:
    """Questions that come with documents; of every second one those that hold an answer are withheld."""
    articles: list[Article] = []
    asked: list[Labelled] = []
    for n, (text, holding, other, answers) in enumerate(_documents(data)):
        withheld = n % 2 == 1
        right = literal(answers)
        if withheld and any(right.search(one) for one in other):
            continue
        kept = other if withheld else [*holding, *other]
        articles += [make_article(f"d{n:04d}-{i}", None, one) for i, one in enumerate(dict.fromkeys(kept))]
        asked.append(
            Labelled("documents withheld", text, text) if withheld else Labelled("documents", text, text, right)
        )
    return articles, asked


def _documents(data: Path) -> Iterator[tuple[str, list[str], list[str], list[str]]]:
    """Question, documents that hold an answer, the others, and the answers that stand in the first."""
    for row in read_rows(data / "ramdocs/dev.jsonl.gz"):
        texts = [(one["text"], one["type"] == "noise") for one in row["documents"]]
        answers = [one for one in (*row["gold_answers"], *row["wrong_answers"]) if one.strip()]
        holding, other = [text for text, noise in texts if not noise], [text for text, noise in texts if noise]
        yield row["question"], holding, other, answers


def _read_furniture(data: Path) -> tuple[list[Article], list[tuple[str, list[str]]]]:
    """Web pages as plain text, and of each the names that stand in the longer lines around its article alone."""
    articles: list[Article] = []
    named: list[tuple[str, list[str]]] = []
    for n, row in enumerate(read_rows(data / "zyte_articles/dev.jsonl.gz")):
        text = row["raw_text_htmltext"]
        lines = label_lines(text)
        version = hashlib.sha256(text.encode()).hexdigest()
        articles.append(Article(f"z{n:03d}", version, text, lines, Masthead()))
        around = (text[one.start : one.end] for one in lines if one.label == "furniture" and one.end - one.start > 40)
        named.append((row["url"], [name.text for line in around for name in find_names(line)[1:] if " " in name.text]))
    return articles, named


def _ask_furniture(named: Sequence[tuple[str, list[str]]], articles: Sequence[Article]) -> Iterator[Labelled]:
    """What happened to somebody or something that only the lines around articles name, one question a page."""
    bodies = "\n".join(
        one.text[line.start : line.end] for one in articles for line in one.lines if line.label != "furniture"
    ).casefold()
    for url, names in named:
        name = next((one for one in names if one.casefold() not in bodies), None)
        if name:
            yield Labelled("furniture", url, f"What happened to {name}?")


def _swap(asked: Sequence[Labelled], articles: Sequence[Article]) -> Iterator[Labelled]:
    """False premises: a name of an answerable question put for another of the same article, or of another question."""
    named = [(one, parse_question(one.text).names) for one in asked if one.right]
    pool = [(one.event, names[-1]) for one, names in named if names]
    for one, names in named:
        if not names or one.right is None or one.kind == "documents":
            continue
        right, last = one.right, names[-1]
        home = next((a.text for a in articles if all(name in a.text for name in names) and right.search(a.text)), "")
        counted = Counter(name.text for name in find_names(home))
        within = [name for name in counted if counted[name] > 1 and _may_stand_for(name, last, one)]
        if within:
            name = min(within, key=lambda name: _draw(one.text, name))
            yield Labelled("swapped within", one.event, one.text.replace(last, name))
        others = [name for event, name in pool if event != one.event and name not in one.text]
        yield Labelled("swapped", one.event, one.text.replace(last, others[_draw(one.text) % len(others)]))


def _may_stand_for(name: str, other: str, asked: Labelled) -> bool:
    """Whether one name may stand where the other does: as many words, none of the question's, nor of its answer."""
    fresh = not any(word in asked.text for word in name.split())
    answer = asked.right is not None and asked.right.search(name)
    return len(name.split()) == len(other.split()) and len(name) > 3 and fresh and not answer


def _is_silent(row: Row, whole: str) -> bool:
    """Whether the answer stands nowhere, and the question names what no other answer would fit."""
    return _choice(row).casefold() not in whole and bool(parse_question(row["question_sentence"]).names)


def _choice(row: Row) -> str:
    return str(row["choices"][int(row["answer"][0])])


def _plain(row: Row) -> str:
    return " ".join(html.unescape(_TAG.sub("", row["evidence"])).split())


def _draw(*parts: str) -> int:
    """A number that depends on the words alone."""
    return int.from_bytes(hashlib.sha256("\n".join(parts).encode()).digest()[:4], "big")
