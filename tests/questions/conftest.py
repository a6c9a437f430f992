"""One index of the samples for all the fixed questions."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.build import index_articles
from index.records import Declared, RawArticle
from index.search.embedding import Embedder
from index.search.search import Search, describe_model
from index.store.writer import Writer
from service.answering.answer import Answer
from service.answering.quote_reader import QuoteReader
from service.ask import ask
from service.requests import AskRequest

Ask = Callable[[str], Answer]


def open_answers(texts: dict[str, str], folder: Path, embedder: Embedder) -> Ask:
    """Index the texts by id, and answer questions over them by the whole of the product's flow."""
    raw = [RawArticle(key, f"{key}.txt", Declared(), text=text) for key, text in texts.items()]
    with Writer(folder, describe_model(embedder)) as writer:
        assert [one.status for one in index_articles(raw, writer, embedder)] == ["created"] * len(texts)
        Search(folder, embedder).catch_up()
    search = Search(folder, embedder)
    return lambda question: ask(AskRequest(question=question), search, QuoteReader())


@pytest.fixture(scope="session")
def samples() -> dict[str, str]:
    """The texts of the sample corpus, by article id."""
    folder = Path(__file__).parents[2] / "corpus"
    return {path.stem: path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))}


@pytest.fixture(scope="session")
def ask_samples(samples: dict[str, str], tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Ask:
    """Answers over the samples."""
    return open_answers(samples, tmp_path_factory.mktemp("samples"), embedder)
