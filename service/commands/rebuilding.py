"""Caches made anew, and every vector too where the store is to be bound to another embedder."""

from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from pathlib import Path

from index.attribution.found import Parser
from index.attribution.read import read_statements
from index.attribution.sources import file_sources
from index.build import BATCH, split_article
from index.encoding import encode_passages, encode_titles
from index.errors import MismatchError
from index.records import Span
from index.search.embedding import Embedder
from index.search.search import Search, describe_model
from index.store.reader import StoreReader, View
from index.store.writer import Writer

# Stands in for the fingerprint while vectors are made anew, so that a half-done store is not taken for a whole one.
_UNFINISHED = "unfinished"
_TITLES = 256  # to a transaction


def rebuild(folder: Path, embedder: Embedder, tell: Callable[[str], None], parser: Parser | None = None) -> int:
    """Migrate the store, read and encode what an earlier Byline did not, and make both caches anew.

    All is encoded anew if another model made it. Returns how many passages are held afterwards.

    StoreError where there is no index, LockedError where another process writes. Interrupted, it is begun again by
    running it again, and until then the index refuses to open.
    """
    reader = StoreReader(folder)
    with suppress(MismatchError), reader.view():
        pass  # only to say clearly that there is none; an older schema is migrated below
    wanted = describe_model(embedder)
    with Writer(folder, {}) as writer:
        with reader.view() as view:
            held = view.meta()
            if any(held.get(key) != value for key, value in wanted.items()):
                tell(f"the vectors are of {held.get('embedder')} ({held.get('fingerprint')}); all are made anew")
                writer.rebind({**wanted, "fingerprint": _UNFINISHED})
                _encode_all(view, writer, embedder, tell, parser)
                writer.rebind(wanted)
        _read_statements(reader, writer, tell, parser)
        _encode_titles(reader, writer, embedder, tell)
        search = Search(folder, embedder)
        search.clear()
        search.catch_up()
        search.save()
    return search.vectors.count


def _read_statements(reader: StoreReader, writer: Writer, tell: Callable[[str], None], parser: Parser | None) -> None:
    with reader.view() as view:
        ids = view.unread()
        for low in range(0, len(ids), BATCH):
            read = []
            for one in ids[low : low + BATCH]:
                sentences = [Span(sentence.start, sentence.end) for sentence in view.sentences(one)]
                statements = read_statements(view.article(one), sentences, parser)
                read.append((view.article(one), statements, file_sources(statements)))
            writer.put_statements(read)
            tell(f"{min(low + BATCH, len(ids)):,} of {len(ids):,} articles read for who says what")


def _encode_titles(reader: StoreReader, writer: Writer, embedder: Embedder, tell: Callable[[str], None]) -> None:
    with reader.view() as view:
        titles = list(view.untitled().items())
    for low in range(0, len(titles), _TITLES):
        writer.put_titles(encode_titles(dict(titles[low : low + _TITLES]), embedder, writer.vectors_of))
        tell(f"{min(low + _TITLES, len(titles)):,} of {len(titles):,} titles encoded")


def _encode_all(
    view: View, writer: Writer, embedder: Embedder, tell: Callable[[str], None], parser: Parser | None
) -> None:
    total, done = view.counts().articles, 0
    ids = view.article_ids()
    while batch := list(islice(ids, BATCH)):
        split = [split_article(view.article(one), writer.received(one) or "", embedder, parser) for one in batch]
        writer.put(encode_passages(split, embedder, writer.vectors_of))
        done += len(batch)
        tell(f"{done:,} of {total:,} articles")
