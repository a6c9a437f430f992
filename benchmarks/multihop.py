"""Outlets and days read from questions: against the gold of outside questions, and where none should be read.

python -m benchmarks.multihop [--data ../shared/data] [--rows] [--half tuned|reported] [--answers]
"""

import argparse
import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.newsroom import read_rows
from index.records import Declared, RawArticle
from index.search.embedding import Embedder
from service.answering.asking.outlets import Mention, find_outlets
from service.answering.asking.publication import take_published
from service.answering.quote_reader import QuoteReader
from service.ask import ask
from service.library import Library
from service.requests import AskRequest
from service.wording import is_cased

Row = dict[str, Any]

DEFINITION = """\
A question is right when the outlets it has tell something are exactly those of its gold evidence; the registry holds
all gold outlets. "named": only the questions that name each of their gold outlets in some way (by another match than
the one measured: the label, or its part before a dash, anywhere in the question). Rules were tuned on the half
"tuned", by hash of the question's number, and on questions without gold."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--rows", action="store_true", help="print each wrong question first")
    parser.add_argument("--half", choices=("tuned", "reported"), help="rows of this half only")
    parser.add_argument(
        "--answers", action="store_true", help="ask the null questions of an index of the articles at hand"
    )
    parser.add_argument("--cache", type=Path, default=Path(".cache"))
    options = parser.parse_args()
    rows = read_rows(options.data / "multihop_rag/dev.jsonl.gz")
    known = sorted({one["source"] for row in rows for one in row["evidence_list"]})
    print(DEFINITION)
    report_gold([row for row in rows if row["gold_sources"]], known, options.rows, options.half)
    nulls = [row for row in rows if not row["gold_sources"]]
    report_null(nulls, known, options.rows)
    report_days([row for row in rows if row["gold_sources"]], known, options.rows)
    report_filters(read_rows(options.data / "multihop_rag/queries_nogold.jsonl.gz"), known, options.rows)
    registry = sorted({row["outlet"] for row in read_rows(options.data / "allsides_articles/corpus.jsonl.gz")})
    asked = [row["question_sentence"] for row in read_rows(options.data / "realtimeqa/questions_dev.jsonl.gz")]
    report_others("realtimeqa questions", asked, registry, options.rows)
    if options.answers:
        passages = [
            one for row in read_rows(options.data / "multihop_rag/reading54_dev.jsonl.gz") for one in row["passages"]
        ]
        report_answers([row["query"] for row in nulls], passages, Embedder(options.cache / "models"), options.rows)


def half_of(row: Row) -> str:
    """Which half a question belongs to; a matter of its number alone."""
    return "tuned" if hashlib.sha256(str(row["qid"]).encode()).digest()[0] % 2 == 0 else "reported"


def told(mentions: Iterable[Mention]) -> set[str]:
    """The known outlets that tell something."""
    return {outlet for one in mentions if one.tells for outlet in one.outlets}


def is_named(asked: str, label: str) -> bool:
    """Whether the label, or what stands before its dash or stroke, is anywhere in the question."""
    folded = asked.casefold()
    return any(part.casefold() in folded for part in (label, label.split(" | ")[0].split(" - ")[0]))


def report_gold(rows: Sequence[Row], known: Sequence[str], show: bool, half: str | None) -> None:
    """How many questions have exactly their gold outlets read, of all and of those that name them."""
    counts: dict[tuple[str, bool], list[bool]] = {}
    for row in rows:
        gold, got = set(row["gold_sources"]), told(read(row["query"], known))
        named = all(is_named(row["query"], one) for one in gold)
        for part in ("both", half_of(row)):
            for kept in (True, False) if named else (False,):
                counts.setdefault((part, kept), []).append(got == gold)
        if show and got != gold and half in (None, half_of(row)):
            print(f"{half_of(row):8} missed {sorted(gold - got)} extra {sorted(got - gold)}  {row['query']}\n")
    print("\nmultihop_rag dev, answerable        exact    of")
    for (part, named), right in sorted(counts.items()):
        which = "named" if named else "all"
        print(f"  {part:9} {which:6}   {sum(right) / len(right):.3f}   {sum(right):4} of {len(right)}")


def report_null(rows: Sequence[Row], known: Sequence[str], show: bool) -> None:
    """What is read in questions that no article answers: outlets of the corpus, and names of outlets it has not."""
    known_only = strangers = neither = 0
    for row in rows:
        mentions = [one for one in read(row["query"], known) if one.tells]
        absent = [one.words for one in mentions if not one.outlets]
        strangers += bool(absent)
        known_only += bool(mentions) and not absent
        neither += not mentions
        if show:
            print(f"null {sorted(told(mentions))} absent {absent}  {row['query']}\n")
    print(f"\nmultihop_rag dev, null: {len(rows)}")
    print(
        f"  an outlet is named that the corpus has not {strangers}, only ones it has {known_only}, none read {neither}"
    )


def report_days(rows: Sequence[Row], known: Sequence[str], show: bool) -> None:
    """How often the days of publication that a question gives hold those of all its gold articles."""
    held = given = 0
    for row in rows:
        found = take_published(row["query"], read(row["query"], known), None)
        if not (found.first or found.last):
            continue
        days = [date.fromisoformat(one["published_at"][:10]) for one in row["evidence_list"]]
        right = all((found.first or day) <= day <= (found.last or day) for day in days)
        given, held = given + 1, held + right
        if show and not right:
            print(f"days {found.first} {found.last} {sorted(map(str, days))}  {row['query']}\n")
    print(f"\nmultihop_rag dev: days of publication read in {given}; all gold articles are of them in {held}")


def report_answers(asked: Sequence[str], passages: Sequence[Row], embedder: Embedder, show: bool) -> None:
    """What the product answers to questions that no article answers, over an index of the passages as articles."""
    held = {one["text"]: one for one in passages}.values()
    raw = [
        RawArticle(f"p{n}", f"p{n}.txt", Declared(outlet=one["source"], title=one["title"]), text=one["text"])
        for n, one in enumerate(held)
    ]
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder), embedder)
        stored = library.put(raw)
        search = library.search()
        for question in asked:
            answer = ask(AskRequest(question=question), search, QuoteReader())
            absent = [one.name for one in answer.missing if one.kind == "no_such_name"]
            counts[f"{answer.status}, {'a name told as absent' if absent else 'no name told as absent'}"] += 1
            if show:
                print(f"{answer.status} {absent}  {question}\n")
    print(f"\nnull questions asked of {len(stored)} articles: {dict(counts)}")


def report_filters(rows: Sequence[Row], known: Sequence[str], show: bool) -> None:
    """How often what is read is what a model read, where that names known outlets only; the model is no gold."""
    labels = {one.casefold(): one for one in known}
    same = total = 0
    for row in rows:
        listed = row["gpt35_filter"].get("source", {})
        wanted = {labels.get(str(one).casefold()) for one in listed.get("$in", [])}
        if not wanted or None in wanted:
            continue
        total += 1
        got = told(read(row["query"], known))
        same += got == wanted
        if show and got != wanted:
            print(f"model {sorted(map(str, wanted - got))} ours {sorted(map(str, got - wanted))}  {row['query']}\n")
    print(f"\nmultihop_rag without gold: the same as GPT-3.5 read, where all it names are known: {same} of {total}")


def report_others(name: str, asked: Sequence[str], registry: Sequence[str], show: bool) -> None:
    """How many questions that are not of what outlets report have one read, and how many have one named."""
    telling = naming = 0
    for question in asked:
        found = read(question, registry)
        tells = [one for one in found if one.tells]
        telling += bool(tells)
        naming += bool(found) and not tells
        if show and found:
            print(f"{'TELLS' if tells else 'names'} {[one.words for one in tells or found]}  {question}")
    print(f"\n{name}: {len(asked)}, registry of {len(registry)} outlets")
    print(f"  one is read as telling something in {telling}; one is only named in {naming}")


def read(asked: str, known: Sequence[str]) -> tuple[Mention, ...]:
    """As the product reads it."""
    return find_outlets(asked, known, cased=is_cased(asked))


if __name__ == "__main__":
    main()
