"""The server of the protocol behind /mcp and on standard input and output; loaded at the first call that needs it."""

import asyncio
from typing import TYPE_CHECKING

from anyio import Event, sleep_forever, to_thread
from fastapi import APIRouter, Request, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.api.gate import ASK_BYTES, JSON, Rule
from service.api.mcp.server import build_server
from service.api.mcp.tools import Desk

if TYPE_CHECKING:
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

RULES = {("POST", "/mcp"): Rule("ask", {JSON: ASK_BYTES}, from_known=True)}


class Sessions:
    """Serves calls over HTTP, each by itself, so that any process may get the next one."""

    def __init__(self, desk: Desk, public_url: str | None) -> None:
        self._desk = desk
        self._public_url = public_url
        self._wanted = Event()
        self._ready = Event()
        self._manager: StreamableHTTPSessionManager  # there once it is ready

    async def run(self) -> None:
        """Be there for calls until cancelled; the library is loaded at the first of them."""
        await self._wanted.wait()
        manager = await to_thread.run_sync(self._load)
        async with manager.run():
            self._manager = manager
            self._ready.set()
            await sleep_forever()

    async def serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one call."""
        self._wanted.set()
        await self._ready.wait()
        await self._manager.handle_request(scope, receive, send)

    def _load(self) -> "StreamableHTTPSessionManager":
        from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

        # Hosts, origins and sizes are checked by the gate, as of every other call.
        return StreamableHTTPSessionManager(
            build_server(self._desk, self._find_base),
            json_response=True,
            stateless=True,
            max_request_body_size=ASK_BYTES,
        )

    def _find_base(self, request: Request) -> str:
        return self._public_url or str(request.base_url).rstrip("/")


def add_mcp(router: APIRouter, sessions: Sessions) -> None:
    """Add the route."""

    @router.post("/mcp", include_in_schema=False)
    async def call_mcp(request: Request) -> Response:
        """A call of the Model Context Protocol, answered as JSON."""
        return _Passed(sessions.serve, await request.body())


class _Passed(Response):
    """A response that the library writes, given the body that the gate has read."""

    def __init__(self, serve: ASGIApp, body: bytes) -> None:
        super().__init__()
        self._serve = serve
        self._body = body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Have the call served."""
        waiting: list[Message] = [{"type": "http.request", "body": self._body, "more_body": False}]

        async def replay() -> Message:
            return waiting.pop() if waiting else await receive()

        await self._serve(scope, replay, send)


def serve_stdio(desk: Desk, base: str) -> None:
    """Serve whoever has started this process, until its input ends; nothing else gets to its output meanwhile."""
    from mcp.server.stdio import stdio_server

    server = build_server(desk, lambda _: base)

    async def run() -> None:
        async with stdio_server() as (reading, writing):
            await server.run(reading, writing, server.create_initialization_options())

    asyncio.run(run())
