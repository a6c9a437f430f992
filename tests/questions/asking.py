"""Questions over given texts, answered by the whole of the product's flow."""

from pathlib import Path
from typing import Any, Protocol

from index.build import index_articles
from index.records import Declared, RawArticle
from index.search.embedding import Embedder
from index.search.search import Search, describe_model
from index.store.writer import Writer
from service.answering.answer import Answer
from service.answering.quote_reader import QuoteReader
from service.ask import ask
from service.requests import AskRequest


class Ask(Protocol):
    """A question, with the filters of a request, to its answer."""

    def __call__(self, question: str, **filters: Any) -> Answer: ...


def open_answers(texts: dict[str, str], folder: Path, embedder: Embedder) -> Ask:
    """Index the texts by id, and answer questions over them; what has been asked before is not asked again."""
    raw = [RawArticle(key, f"{key}.txt", Declared(), text=text) for key, text in texts.items()]
    with Writer(folder, describe_model(embedder)) as writer:
        assert [one.status for one in index_articles(raw, writer, embedder)] == ["created"] * len(texts)
        Search(folder, embedder).catch_up()
    search = Search(folder, embedder)

    given: dict[AskRequest, Answer] = {}

    def answer(question: str, **filters: Any) -> Answer:
        request = AskRequest(question=question, **filters)
        if request not in given:
            given[request] = ask(request, search, QuoteReader())
        return given[request]

    return answer


def read_samples() -> dict[str, str]:
    """The texts of the sample corpus, by article id."""
    folder = Path(__file__).parents[2] / "corpus"
    return {path.stem: path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))}
