"""Caches made anew, and every vector too where the store is to be bound to another embedder."""

from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from pathlib import Path

from index.build import BATCH, encode_passages, split_article
from index.errors import MismatchError
from index.search.embedding import Embedder
from index.search.search import Search, describe_model
from index.store.reader import StoreReader, View
from index.store.writer import Writer

# Stands in for the fingerprint while vectors are made anew, so that a half-done store is not taken for a whole one.
_UNFINISHED = "unfinished"


def rebuild(folder: Path, embedder: Embedder, tell: Callable[[str], None]) -> int:
    """Migrate the store, encode it anew if another model made it, and make both caches; passages held afterwards.

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
                _encode_all(view, writer, embedder, tell)
                writer.rebind(wanted)
        search = Search(folder, embedder)
        search.clear()
        search.catch_up()
        search.save()
    return search.vectors.count


def _encode_all(view: View, writer: Writer, embedder: Embedder, tell: Callable[[str], None]) -> None:
    total, done = view.counts().articles, 0
    ids = view.article_ids()
    while batch := list(islice(ids, BATCH)):
        split = [split_article(view.article(one), writer.received(one) or "", embedder) for one in batch]
        writer.put(encode_passages(split, embedder))
        done += len(batch)
        tell(f"{done:,} of {total:,} articles")
