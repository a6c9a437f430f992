"""Events and the articles on them, drawn from outside news, as a corpus of a given size in the product's own index."""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import index.reading.passages as passages_module
from benchmarks.indexing import read_row
from benchmarks.newsroom import read_rows
from index.errors import ReadError
from index.records import RawArticle
from index.search.embedding import Embedder
from service.commands.rebuilding import rebuild
from service.library import Library

Row = dict[str, Any]
Half = Literal["tuned", "reported"]
# What can be left out of an index.
Without = Literal["titles", "title-vectors", "days"]

SEED = 1
# The share of a corpus that belongs to the events asked for; a small corpus is drawn with fewer events.
_SHARE = 2 / 3


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, in the words of an editor, and the articles that tell of it."""

    id: str
    title: str
    summary: str
    articles: frozenset[str]


def draw_corpus(data: Path, size: int) -> tuple[list[Event], list[Row]]:
    """Whole events, as many as fill two thirds of `size`, and articles to make up `size`, both drawn by hash."""
    rows = {row["id"]: row for row in read_rows(data / "allsides_articles/corpus.jsonl.gz")}
    events: list[Event] = []
    chosen: set[str] = set()
    for event in sorted(read_events(data), key=lambda event: _lot(event.id)):
        if len(chosen) >= _SHARE * size:
            break
        events.append(event)
        chosen |= event.articles
    others = sorted((key for key in rows if key not in chosen), key=_lot)
    return events, [rows[key] for key in sorted([*chosen, *others[: size - len(chosen)]], key=_lot)]


def read_events(data: Path) -> list[Event]:
    """The events of which the whole articles of at least two outlets are known."""
    events = []
    for row in read_rows(data / "allsides_events/dev.jsonl.gz"):
        articles = frozenset(one["article_id"] for one in row["articles"] if one.get("article_id"))
        if len(articles) > 1:
            events.append(Event(row["event_id"], row["neutral_title"], row["neutral_summary"], articles))
    return events


def open_library(rows: Sequence[Row], folder: Path, embedder: Embedder, pieces: int | None = None) -> Library:
    """The product's own index of the articles; those already in it are not read again.

    `pieces` is the size of passages where it is not the product's own.
    """
    library = Library(folder, embedder)
    own = passages_module.TARGET_PIECES
    passages_module.TARGET_PIECES = pieces or own
    try:
        outcomes = library.put(_announce(rows))
    finally:
        passages_module.TARGET_PIECES = own
        library.close()
    refused = [one.path for one in outcomes if one.status == "error"]
    with library.reader.view() as view:
        untitled = view.untitled()
    if untitled:  # made by an earlier Byline
        rebuild(folder, embedder, print)
    print(f"\r{len(outcomes)} articles in {folder}, {len(refused)} refused: {' '.join(refused)}")
    return library


def copy_without(what: Without, folder: Path, copy: Path) -> None:
    """The store in `folder`, where nobody writes, without some of what articles are found by."""
    with (
        closing(sqlite3.connect(folder / "byline.sqlite")) as held,
        closing(sqlite3.connect(copy / "byline.sqlite")) as made,
    ):
        held.backup(made)
        if what == "days":
            made.execute("UPDATE articles SET day = NULL")
        else:
            made.execute("DELETE FROM title_vectors")
        if what == "titles":
            made.execute("UPDATE articles SET title = NULL")
        made.commit()


def half_of(event: Event) -> Half:
    """The half of the events that this one is in: rules are tuned on one, and reported on the other."""
    return "reported" if sha256(f"half{event.id}".encode()).digest()[0] % 2 else "tuned"


def _announce(rows: Sequence[Row]) -> Iterator[RawArticle | ReadError]:
    began = time.perf_counter()
    for n, row in enumerate(rows):
        if n % 16 == 0:
            print(f"\r{n} of {len(rows)} articles, {time.perf_counter() - began:.0f} s", end="", flush=True)
        try:
            yield read_row(row)
        except ReadError as error:
            yield error


def _lot(key: str) -> bytes:
    return sha256(f"{SEED} {key}".encode()).digest()
