"""Proof that the caches hold what the store holds, and the store what it should."""

from collections.abc import Iterable, Iterator

import numpy as np

from index.search.embedding import Floats
from index.search.search import Search
from index.search.titles import join_titles
from index.store.check import check_store, find_fault
from index.store.values import AddedRow


def check_index(search: Search) -> Iterator[tuple[str, list[str]]]:
    """Each check by name with the faults it found. Caches behind the store are first caught up, as at a question."""
    with search.reader.view() as view:
        dimension = search.embedder.dimension
        yield "store", list(check_store(view, dimension))
        wanted: dict[int, Floats | None] = {}
        faults: list[str] = []
        for batch in view.added_since(-1):
            found = {row.key: list(_check_vectors(row, dimension)) for row in batch}
            faults += [fault for own in found.values() for fault in own]
            whole = [row for row in batch if not found[row.key]]
            wanted |= dict.fromkeys(found) | dict(
                zip([row.key for row in whole], join_titles(whole, dimension), strict=True)
            )
        yield "stored vectors", list(dict.fromkeys(faults))
        search.level(view)
        held = search.vectors.rows()
        yield (
            "vector index",
            _compare(wanted.keys(), held.keys())
            + [
                f"passage row {key}: the vector differs"
                for key, vector in wanted.items()
                if key in held and vector is not None and not np.array_equal(held[key], vector)
            ],
        )
        yield "word index", _compare(wanted.keys(), search.words.keys())


def _check_vectors(row: AddedRow, dimension: int) -> Iterator[str]:
    for name, vector in (
        (f"passage row {row.key}: its vector", row.vector),
        (f"article {row.article_id}: its title's vector", row.title_vector),
    ):
        if vector is not None and (fault := find_fault(vector, dimension)):
            yield f"{name} {fault}"


def _compare(stored: Iterable[int], held: Iterable[int]) -> list[str]:
    missing, extra = set(stored) - set(held), set(held) - set(stored)
    faults = [f"{len(missing)} passages are missing, the first is row {min(missing)}"] if missing else []
    return faults + ([f"{len(extra)} passages are not in the store, the first is row {min(extra)}"] if extra else [])
