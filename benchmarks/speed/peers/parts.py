"""The bare parts put together in as few lines as will do: an encoder, FAISS, tantivy; a floor, not a product."""

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from os import sched_getaffinity
from pathlib import Path
from typing import Any

from benchmarks.speed.peer import DEPTH, MODELS, Batch, K

_RRF = 60


class TorchEncoder:
    """SentenceTransformer as it comes."""

    def __init__(self, model: Path) -> None:
        from sentence_transformers import SentenceTransformer

        self._model: Any = SentenceTransformer(str(model), device="cpu")

    def encode(self, texts: Sequence[str]) -> Any:
        """Float32 `(n, d)`."""
        return self._model.encode(list(texts), batch_size=32, show_progress_bar=False)


class OnnxEncoder:
    """The exported graph in one session, one unpadded text at a time, a thread a core."""

    def __init__(self, model: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        folder = next(MODELS.glob("all-MiniLM-L6-v2-*-fp32"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session: Any = onnxruntime.InferenceSession(str(folder / "model.onnx"), options)
        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(256)

    def encode(self, texts: Sequence[str]) -> Any:
        """Float32 `(n, d)`."""
        import numpy as np

        tokens = [one.ids for one in self._tokenizer.encode_batch(list(texts))]
        if len(tokens) == 1:
            return np.stack([self._run(tokens[0])])
        with ThreadPoolExecutor(len(sched_getaffinity(0))) as pool:
            return np.stack(list(pool.map(self._run, tokens)))

    def _run(self, tokens: Sequence[int]) -> Any:
        import numpy as np

        ids = np.array([tokens], np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        return self._session.run(["vector"], feed)[0][0]


class Parts:
    """Ids and words only, no texts; adding writes the vectors anew, and of the words what changed."""

    packages: tuple[str, ...] = ("faiss-cpu", "tantivy")
    make_encoder: type[TorchEncoder] | type[OnnxEncoder]

    def __init__(self, folder: Path, model: Path) -> None:
        self._folder = folder
        self._model = model
        self._queries: Mapping[str, Any] = {}

    def load_model(self) -> None:
        """Import what is needed and load the embedding model."""
        self._encoder = self.make_encoder(self._model)

    def build(self, batch: Batch) -> None:
        """Make the index of passages with given vectors, after `load_model`."""
        import faiss

        self._vectors: Any = faiss.IndexFlatIP(batch.vectors.shape[1])
        self._ids: list[str] = []
        (self._folder / "words").mkdir()
        self._words: Any = self._open_words()
        self.add(batch)

    def open(self) -> None:
        """Load the model and the index, ready to search."""
        import faiss

        self.load_model()
        self._vectors = faiss.read_index(str(self._folder / "vectors"))
        self._ids = json.loads((self._folder / "ids.json").read_text("utf-8"))
        self._words = self._open_words()

    def search(self, question: str) -> Sequence[str]:
        """Ids of the best passages by words and vectors together."""
        vector = self._queries[question] if question in self._queries else self.encode_query(question)
        near = self._vectors.search(vector, DEPTH)[1][0].tolist()
        query, _ = self._words.parse_query_lenient(question, ["text"])
        searcher = self._words.searcher()
        said = [searcher.doc(address)["id"][0] for _, address in searcher.search(query, DEPTH).hits]
        scores: dict[str, float] = {}
        for ranking in ([self._ids[row] for row in near], said):
            for rank, key in enumerate(ranking, 1):
                scores[key] = scores.get(key, 0.0) + 1 / (_RRF + rank)
        return sorted(scores, key=scores.__getitem__, reverse=True)[:K]

    def encode_query(self, question: str) -> Any:
        """The question's vector, as `search` makes it."""
        return self._encoder.encode([question])

    def recall_queries(self, vectors: Mapping[str, Any]) -> None:
        """Have `search` take these questions' vectors from here."""
        self._queries = vectors

    def encode_texts(self, texts: Sequence[str]) -> object:
        """Vectors of passages, in bulk."""
        return self._encoder.encode(texts)

    def prepare(self, batch: Batch) -> Batch:
        """Nothing is to be found out."""
        return batch

    def add(self, batch: Batch) -> None:
        """Put passages with given vectors into the open index."""
        import tantivy

        self._vectors.add(batch.vectors)
        self._ids += batch.ids
        writer = self._words.writer(32_000_000, 1)
        for key, text in zip(batch.ids, batch.texts, strict=True):
            writer.add_document(tantivy.Document(id=key, text=text))
        self._save(writer)

    def delete(self, ids: Sequence[str]) -> None:
        """Take the passages of one article out of the open index."""
        import numpy as np

        gone = set(ids)
        self._vectors.remove_ids(np.array([row for row, key in enumerate(self._ids) if key in gone], np.int64))
        self._ids = [key for key in self._ids if key not in gone]
        writer = self._words.writer(32_000_000, 1)
        for key in ids:
            writer.delete_documents_by_term("id", key)
        self._save(writer)

    def _save(self, writer: Any) -> None:
        import faiss

        writer.commit()
        writer.wait_merging_threads()
        self._words.reload()
        faiss.write_index(self._vectors, str(self._folder / "vectors"))
        (self._folder / "ids.json").write_text(json.dumps(self._ids), "utf-8")

    def _open_words(self) -> Any:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        builder.add_text_field("text", tokenizer_name="en_stem")
        return tantivy.Index(builder.build(), path=str(self._folder / "words"))


class OnnxParts(Parts):
    """With onnxruntime."""

    packages = ("onnxruntime", *Parts.packages)
    make_encoder = OnnxEncoder


class TorchParts(Parts):
    """With sentence-transformers."""

    packages = ("sentence-transformers", "torch", *Parts.packages)
    make_encoder = TorchEncoder
