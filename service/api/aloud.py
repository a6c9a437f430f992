"""Answers while they come about: made on threads of their own, told to the loop, ended when whoever asked has left."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Generic, TypeVar

from fastapi import Request
from fastapi.sse import KEEPALIVE_COMMENT, EventSourceResponse, format_sse_event
from starlette.requests import ClientDisconnect

from index.errors import BylineError
from service.answering.answer import Answer, Retraction
from service.answering.reading import Leave
from service.api.faults import log_unexpected
from service.ask import Event
from service.errors import error_fields

T = TypeVar("T")
Tell = Callable[[Leave], Iterator[T]]

# How long a stream waits for its first event before its head goes out, so that what fails at once has a status.
FIRST_S = 1.0
# After so long without an event a comment keeps the connection open, and it is seen whether anybody still listens.
PING_S = 15.0
LEFT_S = 0.5
# Proxies are told not to hold events back.
HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}


class Aloud:
    """Runs what tells of an answer on one of so many threads; the rest wait their turn."""

    def __init__(self, threads: int) -> None:
        self._pool = ThreadPoolExecutor(threads, "ask")

    def hear(self, tell: Tell[T]) -> "Hearing[T]":
        """What is told from now on; whoever hears it tells it to leave in the end."""
        return Hearing(self._pool, tell)

    async def answer(self, request: Request, tell: Tell[Event]) -> Answer:
        """The answer alone, as it is at the end; errors are raised."""
        hearing = self.hear(tell)
        try:
            while not isinstance(event := await hearing.wait(request), Answer):
                pass
            return event
        finally:
            hearing.leave.go()

    async def stream(self, tell: Tell[Event]) -> EventSourceResponse:
        """Every event as it comes, the answer last; an error where none of them was told yet is raised."""
        hearing = self.hear(tell)
        try:
            first = await hearing.next(FIRST_S)
        except BaseException:
            hearing.leave.go()
            raise
        return EventSourceResponse(_write(hearing, first), headers=HEADERS)

    def close(self) -> None:
        """Take no more questions; what is under way is not waited for."""
        self._pool.shutdown(wait=False, cancel_futures=True)


class Hearing(Generic[T]):
    """What one thread tells, heard on the loop."""

    def __init__(self, pool: ThreadPoolExecutor, tell: Tell[T]) -> None:
        self.leave = Leave()
        self._loop = asyncio.get_running_loop()
        self._told: asyncio.Queue[T | Exception] = asyncio.Queue()
        pool.submit(self._run, tell)

    async def wait(self, request: Request) -> T:
        """The next event, however long it takes; where whoever asked has left meanwhile, it may be an error."""
        while (event := await self.next(LEFT_S)) is None:
            if await request.is_disconnected():
                self.leave.go()
        return event

    async def whole(self, request: Request) -> T:
        """The one event of what tells only one."""
        try:
            return await self.wait(request)
        finally:
            self.leave.go()

    async def next(self, within_s: float) -> T | None:
        """The next event; None where none came in so many seconds. What the thread failed with is raised."""
        try:
            event = await asyncio.wait_for(self._told.get(), within_s)
        except TimeoutError:
            return None
        if isinstance(event, Exception):
            raise event
        return event

    def _run(self, tell: Tell[T]) -> None:
        try:
            for event in tell(self.leave):
                self._put(event)
            self._put(ClientDisconnect())  # heard only where no answer came, since they were gone
        except Exception as error:  # noqa: BLE001 - raised again on the loop, by whoever hears
            self._put(error)

    def _put(self, event: T | Exception) -> None:
        with suppress(RuntimeError):  # the loop has ended, and nobody hears
            self._loop.call_soon_threadsafe(self._told.put_nowait, event)


async def _write(hearing: Hearing[Event], first: Event | None) -> AsyncIterator[bytes]:
    """The stream as bytes; what fails within it is its last event."""
    try:
        event = first
        while not isinstance(event, Answer):
            yield KEEPALIVE_COMMENT if event is None else write_event(event)
            event = await hearing.next(PING_S)
        yield write_event(event)
    except ClientDisconnect:
        return
    except BylineError as error:
        yield _write_error(error)
    except Exception as error:  # noqa: BLE001 - the head is out: said within the stream, and logged
        yield _write_error(log_unexpected(error))
    finally:
        hearing.leave.go()


def write_event(event: Event) -> bytes:
    """An event by its kind: claim, retraction or answer."""
    kind = "answer" if isinstance(event, Answer) else "retraction" if isinstance(event, Retraction) else "claim"
    return format_sse_event(event=kind, data_str=event.model_dump_json(by_alias=True))


def _write_error(error: BylineError) -> bytes:
    return format_sse_event(event="error", data_str=json.dumps({"error": error_fields(error)}))
