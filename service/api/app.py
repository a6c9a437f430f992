"""Builds the application; everything it needs is handed in."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import create_task_group, to_thread
from anyio.to_thread import current_default_thread_limiter
from fastapi import APIRouter, FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.routing import APIRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from index.errors import BylineError
from service.answering.readers import name_reader
from service.answering.reading import Reader
from service.api import articles, ask, compare, health, outlets, statements, web
from service.api.aloud import Aloud
from service.api.faults import add_faults
from service.api.gate import Gate
from service.api.openai.reply import Makers
from service.api.openai.routes import RULES as OPENAI_RULES
from service.api.openai.routes import add_openai
from service.kept import Answers
from service.library import Library
from service.llm.model import Model, name_model
from service.settings import Settings, require_key
from service.version import read_version

_LOG = logging.getLogger("byline")
# Calls answered side by side in one process: Python runs one at a time, the rest only take memory and its turns.
_THREADS = 4
# The same where most of them wait for a language model.
_READING = 32


def build_app(settings: Settings, library: Library, reader: Reader | None = None) -> FastAPI:
    """The application; SettingsError where it would let others in without a key.

    `reader` is another than the settings ask for.

    It answers /healthz at once and opens the library beside that; at its end the library is closed.
    """
    require_key(settings)
    model = name_model(settings)
    chosen = reader or name_reader(model, settings)
    aloud = Aloud(_READING if model else _THREADS)

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
            yield
            tasks.cancel_scope.cancel()
        aloud.close()
        if model:
            model.close()
        library.close()

    app = FastAPI(
        title="Byline",
        version=read_version(),
        description="Answers questions over news articles and says which outlet made each claim.",
        lifespan=live,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    gate = Gate(settings.api_keys)
    rules = {**ask.RULES, **articles.RULES, **outlets.RULES, **health.RULES}
    rules |= {**statements.RULES, **compare.RULES, **OPENAI_RULES, **web.RULES}
    router = APIRouter(route_class=gate.route_class(rules), redirect_slashes=False)
    kept = Answers(settings.answer_cache)
    ask.add_ask(router, library, chosen, kept, aloud)
    articles.add_articles(router, library)
    outlets.add_outlets(router, library)
    statements.add_statements(router, library)
    compare.add_compare(router, library)
    health.add_health(router, library)
    add_openai(router, Makers(library, chosen, kept, aloud, model, settings.public_url))
    web.add_web(router)
    app.include_router(router)
    add_faults(app, [route for route in router.routes if isinstance(route, APIRoute)])
    app.add_middleware(HeadAsGet)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(settings.cors_origins),
            allow_methods=["GET", "POST", "PUT", "DELETE"],
            allow_headers=["Authorization", "Content-Type"],
            expose_headers=["Retry-After"],
        )
    return app


def load_model(model: Model) -> None:
    """Load what reaches the model, so that the first question need not wait for it."""
    try:
        model.load()
    except BylineError as error:  # quotes answer, and each call says why
        _LOG.error("the model cannot be asked: %s", error)


class HeadAsGet:
    """Answers HEAD as GET without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one call."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def send_head(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        await self._app({**scope, "method": "GET"}, receive, send_head)
