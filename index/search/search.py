"""A question's words and vector to hits; keeps the two caches level with the store."""

import threading
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from index.errors import LockedError, StoreError
from index.records import Filters, Hit
from index.search.days import agree_days
from index.search.embedding import Embedder, Floats
from index.search.fuse import fuse_scores
from index.search.titles import WEIGHT, join_titles
from index.search.vectors import Vectors
from index.search.words import WordRow, Words
from index.store.connect import lock_store
from index.store.reader import StoreReader, View
from index.store.rows import fold_name
from index.store.values import AddedRow
from index.store.writer import check_model

# How many passages of each of the two searches are fused, and how many times as deep they go for what only came out on
# the day of the best.
DEPTH = 50
DEEPER = 4
# How long a question waits for a process that is about to stamp the words it has written.
_STAMP_S = 2.0


@dataclass(frozen=True, slots=True)
class Found:
    """Hits, best first, and the question's vector `(d,)`."""

    hits: tuple[Hit, ...]
    vector: Floats


class Ranked(NamedTuple):
    """A passage found that has not been fetched: as `Hit`, by its row number."""

    key: int
    article_id: str
    score: float
    rank: int
    words: int | None
    vectors: int | None


def describe_model(embedder: Embedder) -> dict[str, str]:
    """What an index is bound to."""
    return {
        "embedder": embedder.name,
        "fingerprint": embedder.fingerprint,
        "dimension": str(embedder.dimension),
        "precision": embedder.precision,
    }


class Search:
    """Both caches of one data folder. Safe to share between threads."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        """Opens the caches; they are caught up at the first search, or by `catch_up`."""
        self.reader = StoreReader(folder)
        self.embedder = embedder
        self._folder = folder
        self._model = describe_model(embedder)
        self._lock = threading.RLock()
        self._state: Hashable = None
        with self.reader.view() as view:
            meta = view.meta()
        check_model(meta, self._model, folder)
        self._vectors = Vectors(folder, {"store": meta["store"], **self._model, "title": str(WEIGHT)})
        self._words = Words(folder, {"store": meta["store"]})

    @property
    def words(self) -> Words:
        """The word index, for its stems and frequencies."""
        return self._words

    @property
    def vectors(self) -> Vectors:
        """The vector index."""
        return self._vectors

    def search_passages(self, view: View, query: str, filters: Filters, k: int, depth: int = DEPTH) -> Found:
        """The `k` best passages by words, vectors and days of publication, the filters applied inside.

        Each of the two goes `depth` deep, and deeper for what was published when the best were.
        """
        vector = self.embedder.encode_query(query)
        return Found(fetch_hits(view, self.rank_passages(view, query, vector, filters, k, depth)), vector)

    def rank_passages(
        self, view: View, query: str, vector: Floats, filters: Filters, k: int, depth: int
    ) -> list[Ranked]:
        """The passages of `search_passages`, for a query that has been encoded."""
        self.level(view)
        allowed = view.allowed(filters) if filters else None
        outlets = [fold_name(name) for name in filters.outlets]
        by_words = self._words.search(query, DEEPER * depth, filters, outlets, allowed if filters.sources else None)
        by_vectors = self._vectors.search(vector, DEEPER * depth, allowed)
        return _rank(view, by_words, by_vectors, depth, k)

    def level(self, view: View) -> None:
        """Bring both caches to the view's state; on disk too, unless another process is writing there."""
        sequence = view.sequence()
        if self._vectors.sequence == sequence == self._words.sequence and self._state == view.state:
            return
        with self._lock:
            self._doubt(view)
            wait = 0 if self._words.reload() else _STAMP_S
            if max(self._vectors.sequence, self._words.sequence) <= sequence:
                self._level(view, wait)
                return
            with self.reader.view() as newest:
                self._level(newest, wait)

    def catch_up(self) -> None:
        """Bring both caches, also on disk, level with the store; the caller holds the store's lock."""
        with self._lock, self.reader.view() as newest:
            self._doubt(newest)
            self._words.reload()
            self._catch_up_words(newest)
            self._catch_up_vectors(newest)

    def save(self) -> None:
        """Write the vectors to disk if they have moved on since; the caller holds the store's lock."""
        with self._lock:
            if self._vectors.saved != self._vectors.sequence:
                self._vectors.save()

    def clear(self) -> None:
        """Throw both caches away; the next catch-up makes them anew. The caller holds the store's lock."""
        with self._lock:
            self._words.clear()
            self._vectors.clear()

    def _doubt(self, view: View) -> None:
        """Believe neither cache where another store has come to the number at which they are level."""
        if self._state not in (None, view.state) and self._vectors.sequence == view.sequence():
            self._vectors.clear()
            self._words.sequence = 0

    def _level(self, view: View, wait: float) -> None:
        """As `level`, with a view that was opened after the caches came to be as they are."""
        if self._words.sequence != view.sequence():
            self._write_words(wait)
        self._catch_up_vectors(view)

    def _write_words(self, wait: float) -> None:
        try:
            with lock_store(self._folder, wait), self.reader.view() as newest:
                self._words.reload()
                self._catch_up_words(newest)
        except LockedError as error:
            if self._words.sequence == 0:
                raise StoreError(
                    f"the word index is being made by another process ({error}); try again soon"
                ) from error

    def _catch_up_words(self, view: View) -> None:
        sequence = view.sequence()
        if self._words.sequence > sequence:
            self._words.clear()  # an older copy of the store has been put back
        since = self._words.sequence
        if since == sequence:
            return
        removed, batches = view.removed_since(since), view.added_since(since)
        batch, following = next(batches, []), next(batches, None)
        while following is not None:
            self._words.write([_word_row(row) for row in batch], removed, since)
            removed, batch, following = [], following, next(batches, None)
        self._words.write([_word_row(row) for row in batch], removed, sequence)

    def _catch_up_vectors(self, view: View) -> None:
        sequence, self._state = view.sequence(), view.state
        if self._vectors.sequence > sequence:
            self._vectors.clear()  # as above
        since = self._vectors.sequence
        if since == sequence:
            return
        if removed := view.removed_since(since):
            self._vectors.remove(removed)
        for batch in view.added_since(since):
            self._vectors.add([row.key for row in batch], join_titles(batch, self.embedder.dimension))
        self._vectors.sequence = sequence


def fetch_hits(view: View, ranked: Sequence[Ranked]) -> tuple[Hit, ...]:
    """The hits, in their order."""
    passages = view.passages([one.key for one in ranked])
    return tuple(Hit(passages[one.key], one.score, one.rank, one.words, one.vectors) for one in ranked)


def _rank(
    view: View, by_words: Mapping[int, float], by_vectors: Mapping[int, float], depth: int, k: int
) -> list[Ranked]:
    """The two fused, each passage with its rank in either."""
    placed = view.placed([*by_words, *by_vectors])
    fused = fuse_scores(depth, by_words, by_vectors)
    scores = agree_days({key: score for key, score in fused.items() if key in placed}, placed)
    word_ranks = {key: rank for rank, key in enumerate(by_words, 1)}
    vector_ranks = {key: rank for rank, key in enumerate(by_vectors, 1)}
    return [
        Ranked(key, placed[key][0], score, rank, word_ranks.get(key), vector_ranks.get(key))
        for rank, (key, score) in enumerate(islice(scores.items(), k), 1)
    ]


def _word_row(row: AddedRow) -> WordRow:
    return WordRow(row.key, row.text, row.article_id, row.outlet_key, row.language, row.day, row.title)
