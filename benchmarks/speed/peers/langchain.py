"""LangChain: its FAISS store, its BM25 retriever and its ensemble of the two."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.speed.peer import DEPTH, Batch, K


class LangChain:
    """Saving writes the whole vector store; the word index is never on disk, and is made anew at each change."""

    packages = ("langchain-core", "langchain-classic", "langchain-community", "rank-bm25", "sentence-transformers")

    def __init__(self, folder: Path, model: Path) -> None:
        self._folder = str(folder)
        self._model = str(model)

    def load_model(self) -> None:
        """Import what is needed and load the embedding model."""
        from langchain_huggingface import HuggingFaceEmbeddings

        self._encoder: Any = HuggingFaceEmbeddings(model_name=self._model)

    def build(self, batch: Batch) -> None:
        """Make the index of passages with given vectors, after `load_model`."""
        from langchain_community.vectorstores import FAISS

        rows = zip(batch.texts, batch.vectors.tolist(), strict=True)
        self._store: Any = FAISS.from_embeddings(rows, self._encoder, ids=list(batch.ids))
        self._save()

    def open(self) -> None:
        """Load the model and the index, ready to search."""
        from langchain_community.vectorstores import FAISS

        self.load_model()
        self._store = FAISS.load_local(self._folder, self._encoder, allow_dangerous_deserialization=True)
        self._fuse()

    def search(self, question: str) -> Sequence[str]:
        """Ids of the best passages by words and vectors together."""
        return [document.id for document in self._retriever.invoke(question)[:K]]

    def encode_query(self, question: str) -> object:
        """The question's vector, as `search` makes it."""
        return self._encoder.embed_query(question)

    def recall_queries(self, vectors: Mapping[str, Any]) -> None:
        """Have `search` take these questions' vectors from here."""
        encode = self._encoder.embed_query
        self._store.embedding_function = lambda text: vectors[text] if text in vectors else encode(text)

    def encode_texts(self, texts: Sequence[str]) -> object:
        """Vectors of passages, as the product makes them in bulk."""
        return self._encoder.embed_documents(list(texts))

    def prepare(self, batch: Batch) -> Batch:
        """Nothing is to be found out."""
        return batch

    def add(self, batch: Batch) -> None:
        """Put passages with given vectors into the open index."""
        rows = zip(batch.texts, batch.vectors.tolist(), strict=True)
        self._store.add_embeddings(rows, ids=list(batch.ids))
        self._save()

    def delete(self, ids: Sequence[str]) -> None:
        """Take the passages of one article out of the open index."""
        self._store.delete(list(ids))
        self._save()

    def _save(self) -> None:
        self._store.save_local(self._folder)
        self._fuse()

    def _fuse(self) -> None:
        from langchain_classic.retrievers import EnsembleRetriever
        from langchain_community.retrievers import BM25Retriever

        documents = self._store.get_by_ids(list(self._store.index_to_docstore_id.values()))
        words = BM25Retriever.from_documents(documents, k=DEPTH)
        vectors = self._store.as_retriever(search_kwargs={"k": DEPTH})
        self._retriever: Any = EnsembleRetriever(retrievers=[words, vectors], weights=[0.5, 0.5])
