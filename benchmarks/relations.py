"""Thirty judged pairs of sentences, two outlets on one event: related or not, and how; false conflicts count double.

python -m benchmarks.relations [--data ../shared/data] [--part tune|report]
"""

import argparse
import gzip
import hashlib
import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from benchmarks.newsroom import make_article
from index.attribution.read import read_statements
from index.reading.sentences import split_sentences
from index.records import Article, Published, Statement
from service.answering.relate import relate_pair

PAIRS = Path(__file__).parent.parent / "tests/service/answering/relation_pairs.jsonl"
GRAVEST = ("disputed", "conflicts", "differs")
DEFINITION = """\
Pairs: one sentence each of two outlets' articles on one event, judged by reading; fifteen are related and fifteen only
look alike. A pair's relation is the gravest between any statement of one and any of the other. Right: the judged
kind, or one that is marked as just as good. Cost: 1 for a relation missed, of a wrong kind, or seen where there is
none; 2 where that is a conflict or a dispute, and the judgement is none or "differs". "tune" was there to be tuned
on, "report" was not."""

Judgement = Literal["right", "missed", "wrong kind", "false", "false conflict"]
COST: dict[Judgement, int] = {"right": 0, "missed": 1, "wrong kind": 1, "false": 1, "false conflict": 2}


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of an article of the set; `sha256` is the beginning of its hash."""

    article: str
    start: int
    end: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences and how they stand to each other: `kind` or as well one of `also`; None for not at all."""

    id: str
    a: Place
    b: Place
    kind: str | None
    also: tuple[str, ...]
    part: str
    reason: str


@dataclass(frozen=True, slots=True)
class Result:
    """What the product says of a pair."""

    pair: Pair
    found: str | None
    texts: tuple[str, str]

    @property
    def judgement(self) -> Judgement:
        """Right, or what is wrong."""
        pair = self.pair
        if self.found == pair.kind or self.found in pair.also:
            return "right"
        if self.found is None:
            return "missed"
        if self.found != "differs" and pair.kind in (None, "differs"):
            return "false conflict"
        return "false" if pair.kind is None else "wrong kind"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--part", choices=("tune", "report"))
    options = parser.parse_args()
    print(DEFINITION + "\n")
    pairs = [pair for pair in read_pairs() if options.part in (None, pair.part)]
    results = list(relate_pairs(pairs, options.data))
    for one in results:
        pair = one.pair
        print(f"{pair.id} {pair.part:6} {pair.kind or '-':10}{one.found or '-':10}{one.judgement:15}{pair.reason}")
        if one.judgement != "right":
            print("".join(f"      {text}\n" for text in one.texts), end="")
    for part in dict.fromkeys(pair.part for pair in pairs):
        print(summarise(part, [one for one in results if one.pair.part == part]))


def read_pairs() -> list[Pair]:
    """All of them, in the order of the file."""
    return [_read(json.loads(line)) for line in PAIRS.read_text(encoding="utf-8").splitlines()]


def relate_pairs(pairs: Sequence[Pair], data: Path) -> Iterator[Result]:
    """Each pair with what `relate_pair` says of its statements; an error where a sentence is no longer what it was."""
    articles = read_articles({place.article for pair in pairs for place in (pair.a, pair.b)}, data)
    statements = {key: _read_statements(article) for key, article in articles.items()}
    for pair in pairs:
        sides = [[(articles[at.article], one) for one in _standing(statements, at)] for at in _ends(pair)]
        kinds = {relate_pair(one, other) for one, other in itertools.product(*sides)}
        found = next((kind for kind in GRAVEST if kind in kinds), None)
        texts = [articles[at.article].text[at.start : at.end] for at in _ends(pair)]
        for text, at in zip(texts, _ends(pair), strict=True):
            assert hashlib.sha256(text.encode()).hexdigest().startswith(at.sha256), f"{at} is another sentence"
        yield Result(pair, found, (texts[0], texts[1]))


def read_articles(wanted: set[str], data: Path) -> dict[str, Article]:
    """The articles of these ids, with the days of publication that the set gives."""
    found: dict[str, Article] = {}
    with gzip.open(data / "allsides_articles/corpus.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["id"] in wanted:
                article = make_article(row["id"], row["title"], row["text"])
                head = replace(article.masthead, published=_published(row["date"]))
                found[row["id"]] = replace(article, masthead=head, language="en")
    return found


def summarise(name: str, results: Sequence[Result]) -> str:
    """One line of counts and the cost."""
    kinds = [one.judgement for one in results]
    counts = "  ".join(f"{kind} {kinds.count(kind)}" for kind in COST)
    return f"{name}: {len(results)} pairs  {counts}  cost {sum(COST[kind] for kind in kinds)}"


def _read_statements(article: Article) -> tuple[Statement, ...]:
    return read_statements(article, split_sentences(article.text, article.lines))


def _ends(pair: Pair) -> tuple[Place, Place]:
    return pair.a, pair.b


def _standing(statements: Mapping[str, Sequence[Statement]], at: Place) -> list[Statement]:
    """The statements of the body that stand in the place."""
    own = statements[at.article]
    return [one for one in own if one.n >= 0 and one.sentence.start < at.end and at.start < one.sentence.end]


def _published(day: str) -> Published:
    try:
        return Published(date.fromisoformat(day), level="declared")
    except ValueError:
        return Published()


def _read(row: dict[str, Any]) -> Pair:
    return Pair(
        row["id"],
        Place(**row["a"]),
        Place(**row["b"]),
        row["kind"],
        tuple(row["also"]),
        row["part"],
        row["reason"],
    )


if __name__ == "__main__":
    main()
