"""Byline through its library, as a server opens it; its build reads, splits and attributes in the same act."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from benchmarks.speed.peer import MODELS, Batch, K
from index.records import Filters, Span
from index.search.embedding import Embedder, Encoded, Encoding, Floats
from index.search.search import describe_model
from index.store.writer import Prepared, Status, Writer
from service.library import Library


class Recalling(Embedder):
    """Gives back the vectors it was given, so that what is done beside encoding can be timed alone."""

    def __init__(self, models: Path) -> None:
        super().__init__(models)
        self.given: dict[tuple[str, int], Encoded] = {}
        self.queries: Mapping[str, Floats] = {}

    def give(self, batch: Batch) -> None:
        """Take up a batch's vectors."""
        rows = zip(batch.texts, batch.vectors, batch.sentences, strict=True)
        self.given = {(text, len(sentences)): Encoded(vector, sentences) for text, vector, sentences in rows}

    def encode_query(self, text: str) -> Floats:
        """As given, or by the model."""
        return self.queries[text] if text in self.queries else super().encode_query(text)

    def begin_passages(self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]) -> Encoding:
        """As given; what was not, such as a title, by the model."""
        keys = [(text, len(spans)) for text, spans in zip(texts, sentences, strict=True)]
        rest = [n for n, key in enumerate(keys) if key not in self.given]
        made = super().begin_passages([texts[n] for n in rest], [sentences[n] for n in rest]).result() if rest else []
        encoded = {**self.given, **{keys[n]: one for n, one in zip(rest, made, strict=True)}}
        found: Future[list[Encoded]] = Future()
        found.set_result([encoded[key] for key in keys])
        return Encoding([(range(len(texts)), found)])


class Keeping(Writer):
    """Keeps what it is to store, instead of storing it."""

    kept: list[Prepared]

    def put(self, prepared: Sequence[Prepared]) -> list[Status]:
        """Keep the articles."""
        self.kept += prepared
        return ["created" for _ in prepared]


class Byline:
    """Adding and deleting write what changed."""

    packages = ("byline", "onnxruntime", "faiss-cpu", "tantivy")

    def __init__(self, folder: Path, model: Path) -> None:
        self._folder = folder
        self._embedder = Recalling(MODELS)

    def load_model(self) -> None:
        """Import what is needed and load the embedding model."""
        self._library = Library(self._folder, self._embedder)
        self._embedder.encode_query("")

    def build(self, batch: Batch) -> None:
        """Make the index of passages with given vectors, after `load_model`."""
        from benchmarks.indexing import read_row

        self._embedder.give(batch)
        failed = [one for one in self._library.put(read_row(row) for row in batch.articles) if one.error]
        if failed:
            raise RuntimeError(f"{len(failed)} articles were not stored, the first: {failed[0].error}")
        self._library.close()

    def open(self) -> None:
        """Load the model and the index, ready to search."""
        self._library = Library(self._folder, self._embedder)
        self._library.open()

    def search(self, question: str) -> Sequence[str]:
        """Ids of the best passages by words and vectors together."""
        search = self._library.search()
        with search.reader.view() as view:
            return [hit.passage.id for hit in search.search_passages(view, question, Filters(), K).hits]

    def answer(self, question: str) -> object:
        """The whole answer, by the quote reader."""
        from service.answering.quote_reader import QuoteReader
        from service.ask import ask
        from service.requests import AskRequest

        return ask(AskRequest(question=question), self._library.search(), QuoteReader())

    def encode_query(self, question: str) -> object:
        """The question's vector, as `search` makes it."""
        return self._embedder.encode_query(question)

    def recall_queries(self, vectors: Mapping[str, Any]) -> None:
        """Have `search` take these questions' vectors from here."""
        self._embedder.queries = vectors

    def encode_texts(self, texts: Sequence[str]) -> object:
        """Vectors of passages and of a sentence in each, as the product makes them in bulk."""
        self._embedder.given = {}
        return self._embedder.encode_passages(texts, [[Span(0, len(text))] for text in texts])

    def prepare(self, batch: Batch) -> list[Prepared]:
        """The articles read, split and attributed."""
        from benchmarks.indexing import read_row
        from index.build import index_articles

        self._embedder.give(batch)
        with Keeping(self._folder, describe_model(self._embedder)) as writer:
            writer.kept = []
            received = [read_row(row) for row in batch.articles]
            failed = [one for one in index_articles(received, writer, self._embedder) if one.error]
        if failed:
            raise RuntimeError(f"{len(failed)} articles cannot be read, the first: {failed[0].error}")
        return writer.kept

    def add(self, prepared: list[Prepared]) -> None:
        """Put articles with their vectors into the open index."""
        self._library.write(lambda writer: writer.put(prepared))

    def delete(self, ids: Sequence[str]) -> None:
        """Take the article of the passages out of the open index."""
        self._library.delete(ids[0].partition("~")[0])
