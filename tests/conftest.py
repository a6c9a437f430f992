"""What every room's tests share: the real embedding model, and the sample articles indexed once."""

import os
from pathlib import Path

import pytest

from index.files import index_files, plan_files
from index.records import Declared
from index.search.embedding import Embedder
from index.search.search import Search, describe_model
from index.store.writer import Writer

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def models() -> Path:
    """Where the export of the model is kept from one run of the tests to the next."""
    return ROOT / ".cache" / "models"


@pytest.fixture(scope="session")
def embedder(models: Path) -> Embedder:
    """The default model, opened once."""
    return Embedder(models)


@pytest.fixture(scope="session")
def sample_index(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the five sample articles, both caches saved. Read only: a test that writes makes its own."""
    folder = tmp_path_factory.mktemp("sample")
    with Writer(folder, describe_model(embedder)) as writer:
        plan = plan_files([ROOT / "corpus"], writer, None, Declared())
        assert [type(done).__name__ for done in index_files(plan, writer, embedder)].count("FileDone") == 5
        search = Search(folder, embedder)
        search.catch_up()
        search.save()
    return folder


@pytest.fixture(scope="session")
def sample_search(sample_index: Path, embedder: Embedder) -> Search:
    """The search over the sample articles."""
    return Search(sample_index, embedder)


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, models: Path) -> None:
    """Settings and terminal of whoever runs the tests do not reach them; commands that are run share one export."""
    for name in [name for name in os.environ if name.startswith("BYLINE_") or name == "COLUMNS"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("BYLINE_MODELS", str(models))
