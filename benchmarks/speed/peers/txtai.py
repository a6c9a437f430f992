"""txtai as it comes: its own hybrid of BM25 and vectors, with the texts stored beside them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.speed.peer import Batch, K


class Txtai:
    """Saving writes the whole index anew."""

    packages = ("txtai", "torch", "transformers", "faiss-cpu")

    def __init__(self, folder: Path, model: Path) -> None:
        self._path = str(folder / "index")
        self._model = str(model)

    def load_model(self) -> None:
        """Import what is needed and load the embedding model."""
        from txtai import Embeddings

        self._index: Any = Embeddings(path=self._model, hybrid=True, content=True)

    def build(self, batch: Batch) -> None:
        """Make the index of passages with given vectors, after `load_model`."""
        self._give(dict(zip(batch.texts, batch.vectors, strict=True)))
        self._index.index(zip(batch.ids, batch.texts, strict=True))
        self._index.save(self._path)

    def open(self) -> None:
        """Load the model and the index, ready to search."""
        from txtai import Embeddings

        self._index = Embeddings()
        self._index.load(self._path)

    def search(self, question: str) -> Sequence[str]:
        """Ids of the best passages by words and vectors together."""
        return [hit["id"] for hit in self._index.search(question, K)]

    def encode_query(self, question: str) -> object:
        """The question's vector, as `search` makes it."""
        return self._index.transform(question, "query")

    def recall_queries(self, vectors: Mapping[str, Any]) -> None:
        """Have `search` take these questions' vectors from here."""
        self._give(vectors)

    def encode_texts(self, texts: Sequence[str]) -> object:
        """Vectors of passages, as the product makes them in bulk."""
        return self._index.batchtransform(texts, "data")

    def prepare(self, batch: Batch) -> Batch:
        """Nothing is to be found out."""
        return batch

    def add(self, batch: Batch) -> None:
        """Put passages with given vectors into the open index."""
        self._give(dict(zip(batch.texts, batch.vectors, strict=True)))
        self._index.upsert(zip(batch.ids, batch.texts, strict=True))
        self._index.save(self._path)

    def delete(self, ids: Sequence[str]) -> None:
        """Take the passages of one article out of the open index."""
        self._index.delete(list(ids))
        self._index.save(self._path)

    def _give(self, given: Mapping[str, Any]) -> None:
        """Texts are looked up where the model would encode them: an index of texts takes no vectors."""
        import numpy as np

        encode = self._index.model.encode

        def recall(texts: Sequence[str], category: str | None = None) -> object:
            if all(text in given for text in texts):
                return np.stack([given[text] for text in texts])
            return encode(texts, category)

        self._index.model.encode = recall
