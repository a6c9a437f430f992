"""What surrounds every call, errors nobody expected included: bodies read before a refusal, HEAD, pages of others."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from anyio import move_on_after
from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.settings import Settings

Layer = Callable[[ASGIApp], ASGIApp]

# What is read of a body that nobody wants, so that its sender gets to read why: a server that answers and hangs up in
# the middle of it resets the connection, and the reset may overtake the answer.
_DRAINED_BYTES = 1024 * 1024
_DRAINED_S = 1.0


class Layered(FastAPI):
    """An application within layers, innermost first, that also see what it answers to an unexpected error."""

    def __init__(self, layers: Sequence[Layer], **options: Any) -> None:
        super().__init__(**options)
        self._layers = tuple(layers)

    def build_middleware_stack(self) -> ASGIApp:
        """The application with the layers around it."""
        stack = super().build_middleware_stack()
        for layer in self._layers:
            stack = layer(stack)
        return stack


def share_with_pages(settings: Settings) -> list[Layer]:
    """The layer that lets pages of other origins call: those in the settings, and those that browser keys are for."""
    own = (origin for key in settings.api_keys for origin in key.origins)
    origins = list(dict.fromkeys((*settings.cors_origins, *own)))
    if not origins:
        return []
    sharing: Layer = partial(
        CORSMiddleware,
        allow_origins=origins,
        allow_methods=["GET", "POST", "PUT", "DELETE"],
        allow_headers=["*"],
        expose_headers=["Retry-After", "WWW-Authenticate"],
    )
    return [sharing]


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

        inner = {**scope, "method": "GET"}
        try:
            await self._app(inner, receive, send_head)
        finally:
            scope["route"] = inner.get("route")


class Drain:
    """Reads what is left of a body before an error is answered, a bounded part of it; hangs up where more is left."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one call."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        is_read = not {b"content-length", b"transfer-encoding"} & headers.keys()

        async def note() -> Message:
            nonlocal is_read
            message = await receive()
            is_read = is_read or not message.get("more_body", False)
            return message

        async def drain() -> None:
            said = headers.get(b"content-length", b"0")
            # Whoever asks before sending is answered before sending; a longer one would not be read to its end anyway.
            if b"expect" in headers or len(said) > 9 or int(said) > _DRAINED_BYTES:
                return
            left = _DRAINED_BYTES
            with move_on_after(_DRAINED_S):
                while not is_read and left >= 0:
                    left -= len((await note()).get("body", b""))

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] >= 400 and not is_read:
                await drain()
                if not is_read:
                    message = {**message, "headers": [*message.get("headers", ()), (b"connection", b"close")]}
            await send(message)

        await self._app(scope, note, answer)
