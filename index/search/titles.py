"""What a passage is found by: its own vector and that of its article's title."""

from collections.abc import Sequence

import numpy as np

from index.errors import DamagedError
from index.search.embedding import Floats, to_unit
from index.store.values import AddedRow

# What a title counts beside a passage.
WEIGHT = 0.5


def join_titles(rows: Sequence[AddedRow], dimension: int) -> Floats:
    """A row of unit length for each passage, `(n, d)`: its own vector, where its article has no title with a vector."""
    size = 4 * dimension
    for row in rows:
        if len(row.vector) != size or len(row.title_vector or row.vector) != size:
            raise DamagedError(
                f"article {row.article_id}: a vector in the store is not whole; restore the store from a copy"
            )
    joined = np.frombuffer(b"".join(row.vector for row in rows), "<f4").reshape(len(rows), dimension).copy()
    titled = [n for n, row in enumerate(rows) if row.title_vector]
    titles = np.frombuffer(b"".join(rows[n].title_vector or b"" for n in titled), "<f4")
    joined[titled] = to_unit(joined[titled] + np.float32(WEIGHT) * titles.reshape(len(titled), dimension))
    return joined
