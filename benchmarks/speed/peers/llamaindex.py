"""LlamaIndex: its FAISS store, its BM25 retriever and its reciprocal rank fusion."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.speed.peer import DEPTH, Batch, K


class LlamaIndex:
    """Saving writes the whole index anew; the word index has no adding, and is made anew at each change."""

    packages = (
        "llama-index-core",
        "llama-index-retrievers-bm25",
        "llama-index-vector-stores-faiss",
        "sentence-transformers",
    )

    def __init__(self, folder: Path, model: Path) -> None:
        self._folder = folder
        self._model = str(model)

    def load_model(self) -> None:
        """Import what is needed and load the embedding model."""
        from llama_index.embeddings.huggingface import HuggingFaceEmbedding

        self._encoder: Any = HuggingFaceEmbedding(model_name=self._model, device="cpu")

    def build(self, batch: Batch) -> None:
        """Make the index of passages with given vectors, after `load_model`."""
        import faiss
        from llama_index.core import StorageContext, VectorStoreIndex
        from llama_index.vector_stores.faiss import FaissMapVectorStore

        vectors = FaissMapVectorStore(faiss.IndexIDMap2(faiss.IndexFlatIP(batch.vectors.shape[1])))
        context = StorageContext.from_defaults(vector_store=vectors)
        nodes = _make_nodes(batch)
        self._index: Any = VectorStoreIndex(nodes, storage_context=context, embed_model=self._encoder)
        self._save()

    def open(self) -> None:
        """Load the model and the index, ready to search."""
        from llama_index.core import StorageContext, load_index_from_storage
        from llama_index.retrievers.bm25 import BM25Retriever
        from llama_index.vector_stores.faiss import FaissMapVectorStore

        self.load_model()
        vectors = FaissMapVectorStore.from_persist_dir(str(self._folder))
        context = StorageContext.from_defaults(vector_store=vectors, persist_dir=str(self._folder))
        self._index = load_index_from_storage(context, embed_model=self._encoder)
        self._fuse(BM25Retriever.from_persist_dir(str(self._folder / "words")))

    def search(self, question: str) -> Sequence[str]:
        """Ids of the best passages by words and vectors together."""
        return [hit.node.node_id for hit in self._retriever.retrieve(question)]

    def encode_query(self, question: str) -> object:
        """The question's vector, as `search` makes it."""
        return self._encoder.get_query_embedding(question)

    def recall_queries(self, vectors: Mapping[str, Any]) -> None:
        """Have `search` take these questions' vectors from here."""
        encode = self._encoder._get_query_embedding

        def recall(question: str) -> object:
            return vectors[question] if question in vectors else encode(question)

        object.__setattr__(self._encoder, "_get_query_embedding", recall)

    def encode_texts(self, texts: Sequence[str]) -> object:
        """Vectors of passages, as the product makes them in bulk."""
        return self._encoder.get_text_embedding_batch(list(texts))

    def prepare(self, batch: Batch) -> Batch:
        """Nothing is to be found out."""
        return batch

    def add(self, batch: Batch) -> None:
        """Put passages with given vectors into the open index."""
        self._index.insert_nodes(_make_nodes(batch))
        self._save()

    def delete(self, ids: Sequence[str]) -> None:
        """Take the passages of one article out of the open index."""
        self._index.delete_nodes(list(ids), delete_from_docstore=True)
        self._save()

    def _save(self) -> None:
        from llama_index.retrievers.bm25 import BM25Retriever

        words = BM25Retriever.from_defaults(docstore=self._index.docstore, similarity_top_k=DEPTH)
        words.persist(str(self._folder / "words"))
        self._index.storage_context.persist(str(self._folder))
        self._fuse(words)

    def _fuse(self, words: Any) -> None:
        from llama_index.core.llms import MockLLM
        from llama_index.core.retrievers import QueryFusionRetriever

        self._retriever: Any = QueryFusionRetriever(
            [words, self._index.as_retriever(similarity_top_k=DEPTH)],
            llm=MockLLM(),
            mode="reciprocal_rerank",
            similarity_top_k=K,
            num_queries=1,
            use_async=False,
        )


def _make_nodes(batch: Batch) -> list[Any]:
    from llama_index.core.schema import TextNode

    rows = zip(batch.ids, batch.texts, batch.vectors.tolist(), strict=True)
    return [TextNode(id_=key, text=text, embedding=vector) for key, text, vector in rows]
