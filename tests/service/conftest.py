"""A real server on loopback, in a thread of this process, over a copy of the sample index."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from index.search.embedding import Embedder
from service.answering.reading import Reader
from service.api.app import build_app
from service.library import Library
from service.settings import read_settings
from tests.service.api.served import run_app

Serve = Callable[..., AbstractContextManager[httpx.Client]]


@pytest.fixture(scope="session")
def serve() -> Serve:
    """What serves a data folder with an embedder and settings until the end of a block, and gives a client of it."""
    return _serve


@contextmanager
def _serve(data: Path, embedder: Embedder, reader: Reader | None = None, **settings: Any) -> Iterator[httpx.Client]:
    app = build_app(read_settings(data=data, **settings), Library(data, embedder, wait=0.1), reader)
    with run_app(app) as opened:
        yield opened


@pytest.fixture(scope="module")
def data(sample_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the samples, of a module's own."""
    return Path(shutil.copytree(sample_index, tmp_path_factory.mktemp("data") / "data"))


@pytest.fixture(scope="module")
def client(serve: Serve, data: Path, embedder: Embedder) -> Iterator[httpx.Client]:
    """A client of an application without keys."""
    with serve(data, embedder) as opened:
        yield opened
