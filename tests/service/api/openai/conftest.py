"""Byline as OpenAI's API, over the samples; and the same with readers and models that a test has in its hands."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute

from index.search.embedding import Embedder
from service.answering.quote_reader import QuoteReader
from service.answering.reading import Reader
from service.api.aloud import Aloud
from service.api.faults import add_faults
from service.api.gate import Gate
from service.api.openai.reply import Makers
from service.api.openai.routes import RULES, add_openai
from service.api.openai.streaming import Pace
from service.kept import Answers
from service.library import Library
from service.llm.model import Model
from service.settings import read_settings
from tests.service.api.served import run_app

Open = Callable[..., AbstractContextManager[httpx.Client]]


@pytest.fixture
def open_with(sample_index: Path, embedder: Embedder) -> Open:
    """What serves the calls with a reader, a model and a pace of the test's own."""

    def run(
        reader: Reader | None = None, model: Model | None = None, pace: Pace | None = None, url: str | None = None
    ) -> AbstractContextManager[httpx.Client]:
        router = APIRouter(route_class=Gate(read_settings()).route_class(RULES), redirect_slashes=False)
        library = Library(sample_index, embedder)
        add_openai(router, Makers(library, reader or QuoteReader(), Answers(0), Aloud(4), model, url), pace)
        app = FastAPI()
        app.include_router(router)
        add_faults(app, [route for route in router.routes if isinstance(route, APIRoute)])
        return run_app(app)

    return run
