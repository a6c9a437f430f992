"""The vector index: the one file that knows faiss. A cache of the store, never the truth."""

import hashlib
import json
import os
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import StoreError

_FILE, _STAMP = "vectors.faiss", "vectors.json"
# Fetched beyond `k`, so that which of equal scores is cut off does not depend on the order of adding.
_TIES = 32


class Vectors:
    """Exact inner-product search over unit vectors by passage row number. Safe to share between threads."""

    def __init__(self, folder: Path, bound: Mapping[str, str]) -> None:
        """Load what `folder` holds if whole and bound to the same store and model; else start empty."""
        self._folder = folder
        self._bound = dict(bound)
        self._lock = threading.Lock()
        self.sequence = 0
        self._index = self._load() or self._new()
        self._places: dict[int, int] | None = None

    @property
    def count(self) -> int:
        """Vectors held."""
        return int(self._index.ntotal)

    @property
    def saved(self) -> int:
        """The sequence of what is on disk of this store, whichever process wrote it; 0 where nothing is."""
        stamp = read_stamp(self._folder / _STAMP)
        return int(stamp["sequence"]) if stamp is not None and stamp.get("bound") == self._bound else 0

    def add(self, keys: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """Add rows `(n, d)` under `keys`; a key already held is replaced. Costs the same however many are held."""
        with self._lock:
            self._drop(keys)
            places = self._find_places()
            places.update(zip(keys, range(self.count, self.count + len(keys)), strict=True))
            self._index.add_with_ids(np.ascontiguousarray(vectors), np.asarray(keys, np.int64))

    def remove(self, keys: Sequence[int]) -> None:
        """Take rows out; keys not held are passed over. Costs the same however many are held."""
        with self._lock:
            self._drop(keys)

    def search(self, query: NDArray[np.float32], k: int, allowed: NDArray[np.int64] | None = None) -> dict[int, float]:
        """The `k` nearest to `query` `(d,)` with their cosines, best first, ties by key; only of `allowed` if given."""
        import faiss

        with self._lock:
            if k < 1 or not self._index.ntotal or (allowed is not None and not len(allowed)):
                return {}
            parameters = None
            if allowed is not None:
                selector = faiss.IDSelectorBatch(np.ascontiguousarray(allowed))
                parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
            faiss.omp_set_num_threads(1)  # more than one wait for one another longer than they search
            scores, keys = self._index.search(query.reshape(1, -1), min(k + _TIES, self.count), params=parameters)
        found = [(-score, key) for score, key in zip(scores[0].tolist(), keys[0].tolist(), strict=True) if key >= 0]
        return {key: -cosine for cosine, key in sorted(found)[:k]}

    def rows(self) -> dict[int, NDArray[np.float32]]:
        """Every key with its vector; for checks."""
        import faiss

        keys = faiss.vector_to_array(self._index.id_map)
        matrix = self._index.index.reconstruct_n(0, self.count) if self.count else np.zeros((0, 0), np.float32)
        return {int(key): row for key, row in zip(keys, matrix, strict=True)}

    def save(self) -> None:
        """Write the index and its stamp; whoever is killed between the two leaves a file that is not believed."""
        import faiss

        with self._lock:
            data = faiss.serialize_index(self._index).tobytes()
            sequence = self.sequence
        stamp = {"sequence": sequence, "sha256": hashlib.sha256(data).hexdigest(), "bound": self._bound}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_file(self._folder / _FILE, data)
            write_file(self._folder / _STAMP, json.dumps(stamp, indent=1).encode())
        except OSError as error:
            raise StoreError(f"the vectors in {self._folder / _FILE} cannot be written: {error}") from error

    def clear(self) -> None:
        """Forget everything; the next catch-up fills it again."""
        with self._lock:
            self._index, self._places = self._new(), None
            self.sequence = 0

    def _find_places(self) -> dict[int, int]:
        """Where each key's row lies, found at the first change: who only searches need not know."""
        import faiss

        if self._places is None:
            keys = faiss.vector_to_array(self._index.id_map).tolist()
            self._places = dict(zip(keys, range(len(keys)), strict=True))
        return self._places

    def _drop(self, keys: Sequence[int]) -> None:
        """Take rows out, the last row into the place of each; faiss itself would move all that come after it."""
        import faiss

        index, places = self._index, self._find_places()
        rows: Any = faiss.downcast_index(index.index)
        for key in keys:
            place = places.pop(key, None)
            if place is None:
                continue
            last = self.count - 1
            if place < last:
                matrix = faiss.rev_swig_ptr(rows.get_xb(), self.count * rows.d).reshape(self.count, rows.d)
                ids = faiss.rev_swig_ptr(index.id_map.data(), self.count)
                matrix[place], ids[place] = matrix[last], ids[last]
                places[int(ids[last])] = place
            rows.codes.resize(last * rows.code_size)
            index.id_map.resize(last)
            rows.ntotal = index.ntotal = last

    def _new(self) -> Any:
        import faiss

        return faiss.IndexIDMap(faiss.IndexFlatIP(int(self._bound["dimension"])))

    def _load(self) -> Any:
        import faiss

        stamp = read_stamp(self._folder / _STAMP)
        file = self._folder / _FILE
        if stamp is None or stamp.get("bound") != self._bound or not file.is_file():
            return None
        data = file.read_bytes()
        if hashlib.sha256(data).hexdigest() != stamp.get("sha256"):
            return None
        self.sequence = int(stamp["sequence"])
        return faiss.deserialize_index(np.frombuffer(data, np.uint8))


def read_stamp(path: Path) -> dict[str, Any] | None:
    """A cache's stamp; None where it is missing or damaged, which means that the cache is made anew."""
    try:
        stamp = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return stamp if isinstance(stamp, dict) and isinstance(stamp.get("sequence"), int) else None


def write_file(path: Path, data: bytes) -> None:
    """Write whole or not at all, on disk when it returns."""
    partial = path.with_name(f"{path.name}.partial")
    with partial.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
