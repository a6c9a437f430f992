"""Builds the application; everything it needs is handed in."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from anyio import create_task_group, to_thread
from anyio.to_thread import current_default_thread_limiter
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute

from index.errors import BylineError
from service.answering.answer import Answer
from service.answering.readers import name_reader
from service.answering.reading import Reader
from service.api import articles, ask, compare, health, metrics, outlets, statements, web
from service.api.aloud import Aloud
from service.api.faults import add_faults
from service.api.gate import Gate
from service.api.guarding.layers import Drain, HeadAsGet, Layered, share_with_pages
from service.api.mcp import serve as mcp
from service.api.mcp.tools import Desk
from service.api.openai.reply import Makers
from service.api.openai.routes import RULES as OPENAI_RULES
from service.api.openai.routes import add_openai
from service.kept import Answers, ask_again
from service.library import Library
from service.llm.model import Model, name_model
from service.requests import AskRequest
from service.settings import Settings, require_key
from service.version import read_version

_LOG = logging.getLogger("byline")
# Calls answered side by side in one process: Python runs one at a time, the rest only take memory and its turns.
_THREADS = 4
# The same where most of them wait for a language model.
_READING = 32


def build_app(settings: Settings, library: Library, reader: Reader | None = None) -> FastAPI:
    """The application; SettingsError where it would let others in without a key.

    `reader` is another than the settings ask for. It answers /healthz at once and opens the library beside that; at its
    end the library is closed.
    """
    require_key(settings)
    model = name_model(settings)
    chosen = reader or name_reader(model, settings)
    counted = metrics.Metrics(library)
    kept = Answers(settings.answer_cache, counted.count)
    at_once = _READING if model else _THREADS
    aloud = Aloud(at_once)

    def answer(request: AskRequest) -> Answer:
        events = ask_again(request, library.search(), chosen, kept)
        return next(event for event in events if isinstance(event, Answer))

    sessions = mcp.Sessions(Desk(library.search, answer, at_once), settings.public_url)

    app = Layered(
        [HeadAsGet, Drain, *share_with_pages(settings), counted.layer],
        title="Byline",
        version=read_version(),
        description="Answers questions over news articles and says which outlet made each claim.",
        lifespan=_live(library, model, aloud, sessions),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    gate = Gate(settings)
    rules = {**ask.RULES, **articles.RULES, **outlets.RULES, **health.RULES}
    rules |= {**statements.RULES, **compare.RULES, **OPENAI_RULES, **metrics.RULES, **mcp.RULES, **web.RULES}
    router = APIRouter(route_class=gate.route_class(rules), redirect_slashes=False)
    ask.add_ask(router, library, chosen, kept, aloud)
    articles.add_articles(router, library)
    outlets.add_outlets(router, library)
    statements.add_statements(router, library)
    compare.add_compare(router, library)
    health.add_health(router, library)
    add_openai(router, Makers(library, chosen, kept, aloud, model, settings.public_url))
    metrics.add_metrics(router, counted)
    mcp.add_mcp(router, sessions)
    web.add_web(router)
    app.include_router(router)
    add_faults(app, [route for route in router.routes if isinstance(route, APIRoute)])
    return app


def _live(
    library: Library, model: Model | None, aloud: Aloud, sessions: mcp.Sessions
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """What goes on beside the calls, from the first to the last."""

    def open_library() -> None:
        try:
            library.open()
        except BylineError as error:  # /readyz says so too, and each call tries again
            _LOG.error("the index cannot be opened yet: %s", error)
        if model:
            load_model(model)

    @asynccontextmanager
    async def live(_: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = _THREADS
        async with create_task_group() as tasks:
            tasks.start_soon(lambda: to_thread.run_sync(open_library, abandon_on_cancel=True))
            tasks.start_soon(sessions.run)
            yield
            tasks.cancel_scope.cancel()
        aloud.close()
        if model:
            model.close()
        library.close()

    return live


def load_model(model: Model) -> None:
    """Load what reaches the model, so that the first question need not wait for it."""
    try:
        model.load()
    except BylineError as error:  # quotes answer, and each call says why
        _LOG.error("the model cannot be asked: %s", error)
