"""Proof that the caches hold what the store holds, and the store what it should."""

from collections.abc import Iterable, Iterator

import numpy as np

from index.search.search import Search
from index.store.check import check_store, check_vector


def check_index(search: Search) -> Iterator[tuple[str, list[str]]]:
    """Each check by name with the faults it found. Caches behind the store are first caught up, as at a question."""
    with search.reader.view() as view:
        dimension = search.embedder.dimension
        yield "store", list(check_store(view, dimension))
        rows = {row.key: row.vector for batch in view.added_since(-1) for row in batch}
        yield "stored vectors", [fault for key, row in rows.items() if (fault := check_vector(key, row, dimension))]
        search.level(view)
        held = search.vectors.rows()
        yield (
            "vector index",
            _compare(rows.keys(), held.keys())
            + [
                f"passage row {key}: the vector differs"
                for key, row in rows.items()
                if key in held and not np.array_equal(held[key], np.frombuffer(row, "<f4"))
            ],
        )
        yield "word index", _compare(rows.keys(), search.words.keys())


def _compare(stored: Iterable[int], held: Iterable[int]) -> list[str]:
    missing, extra = set(stored) - set(held), set(held) - set(stored)
    faults = [f"{len(missing)} passages are missing, the first is row {min(missing)}"] if missing else []
    return faults + ([f"{len(extra)} passages are not in the store, the first is row {min(extra)}"] if extra else [])
