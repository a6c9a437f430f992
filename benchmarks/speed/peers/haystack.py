"""Haystack: its in-memory store, which can be written to disk, and a pipeline of both retrievers, joined by rank."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.speed.peer import DEPTH, Batch, K


class Haystack:
    """Saving writes all documents as one JSON file; the word index is made anew when it is loaded."""

    packages = ("haystack-ai", "sentence-transformers-haystack", "sentence-transformers")

    def __init__(self, folder: Path, model: Path) -> None:
        self._path = str(folder / "documents.json")
        self._model = str(model)

    def load_model(self) -> None:
        """Import what is needed and load the embedding model."""
        from haystack_integrations.components.embedders.sentence_transformers import SentenceTransformersTextEmbedder

        self._encoder: Any = SentenceTransformersTextEmbedder(model=self._model, progress_bar=False)
        self._encoder.warm_up()

    def build(self, batch: Batch) -> None:
        """Make the index of passages with given vectors, after `load_model`."""
        from haystack.document_stores.in_memory import InMemoryDocumentStore

        self._store: Any = InMemoryDocumentStore(embedding_similarity_function="dot_product")
        self.add(batch)

    def open(self) -> None:
        """Load the model and the index, ready to search."""
        from haystack import Pipeline
        from haystack.components.joiners import DocumentJoiner
        from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
        from haystack.document_stores.in_memory import InMemoryDocumentStore

        self.load_model()
        self._store = InMemoryDocumentStore.load_from_disk(self._path)
        self._pipeline: Any = Pipeline()
        self._pipeline.add_component("encoder", self._encoder)
        self._pipeline.add_component("words", InMemoryBM25Retriever(self._store, top_k=DEPTH))
        self._pipeline.add_component("vectors", InMemoryEmbeddingRetriever(self._store, top_k=DEPTH))
        self._pipeline.add_component("joiner", DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=K))
        self._pipeline.connect("encoder.embedding", "vectors.query_embedding")
        self._pipeline.connect("words", "joiner")
        self._pipeline.connect("vectors", "joiner")

    def search(self, question: str) -> Sequence[str]:
        """Ids of the best passages by words and vectors together."""
        found = self._pipeline.run({"encoder": {"text": question}, "words": {"query": question}})
        return [document.id for document in found["joiner"]["documents"]]

    def encode_query(self, question: str) -> object:
        """The question's vector, as `search` makes it."""
        return self._encoder.run(question)

    def recall_queries(self, vectors: Mapping[str, Any]) -> None:
        """Have `search` take these questions' vectors from here."""
        encode = self._encoder.run
        self._encoder.run = lambda text: vectors[text] if text in vectors else encode(text)

    def encode_texts(self, texts: Sequence[str]) -> object:
        """Vectors of passages, as the product makes them in bulk."""
        from haystack import Document
        from haystack_integrations.components.embedders.sentence_transformers import (
            SentenceTransformersDocumentEmbedder,
        )

        encoder = SentenceTransformersDocumentEmbedder(model=self._model, progress_bar=False)
        return encoder.run([Document(content=text) for text in texts])

    def prepare(self, batch: Batch) -> Batch:
        """Nothing is to be found out."""
        return batch

    def add(self, batch: Batch) -> None:
        """Put passages with given vectors into the open index."""
        from haystack import Document

        rows = zip(batch.ids, batch.texts, batch.vectors.tolist(), strict=True)
        self._store.write_documents([Document(id=key, content=text, embedding=vector) for key, text, vector in rows])
        self._store.save_to_disk(self._path)

    def delete(self, ids: Sequence[str]) -> None:
        """Take the passages of one article out of the open index."""
        self._store.delete_documents(list(ids))
        self._store.save_to_disk(self._path)
