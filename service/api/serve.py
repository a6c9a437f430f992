"""The application served: in this process, or by several on one address; the one file that knows uvicorn."""

import asyncio
import logging
import signal
import socket
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from fastapi import FastAPI

from index.search.queueing import count_cores
from service.api.workers import listen, run_workers
from service.settings import Settings

if TYPE_CHECKING:
    from uvicorn import Config, Server

# Each holds the model and the vectors, so there are not as many as cores everywhere.
MOST_WORKERS = 4
_TICK_S = 0.01


def serve(app: FastAPI, settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT; calls under way are finished first, for at most ten seconds.

    BylineError where the address cannot be listened on.
    """
    import uvicorn

    config = uvicorn.Config(app, log_level=settings.log_level, server_header=False, timeout_graceful_shutdown=10)
    listening = listen(settings.host, settings.port, count_workers(settings))

    def tell() -> None:
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        port = listening[0].getsockname()[1]
        logging.getLogger("uvicorn.error").info("Uvicorn running on http://%s:%d (Press CTRL+C to quit)", host, port)

    if len(listening) > 1:
        run_workers(listening, lambda own, parent: _serve_until_parted(config, own, parent), tell)
        return
    # The server passes the signal on when it has ended; being told to end is no failure.
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, lambda *_: sys.exit(0))
    asyncio.run(_serve(config, listening[0], lambda _: tell()))


def count_workers(settings: Settings) -> int:
    """How many processes will serve."""
    return settings.workers or min(count_cores(), MOST_WORKERS)


def _serve_until_parted(config: "Config", own: socket.socket, parent: socket.socket) -> None:
    """Serve as a worker: say that it does, and end when the parent's end is closed."""

    def watch(server: "Server") -> None:
        def end() -> None:
            asyncio.get_running_loop().remove_reader(parent)
            server.should_exit = True

        asyncio.get_running_loop().add_reader(parent, end)
        parent.send(b"1")

    asyncio.run(_serve(config, own, watch))


async def _serve(config: "Config", own: socket.socket, started: Callable[["Server"], None]) -> None:
    """Serve one socket, calling `started` once it does."""
    import uvicorn

    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve([own]))
    while not (server.started or serving.done()):
        await asyncio.sleep(_TICK_S)
    if server.started:
        started(server)
    await serving
