"""A reply that is made in a thread, streamed as server-sent events; knows nothing of what they hold."""

import asyncio
import json
import logging
import re
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from anyio import to_thread
from fastapi.sse import EventSourceResponse

from index.errors import BylineError
from service.errors import error_fields

_LOG = logging.getLogger("byline")
# A few words; a piece is cut only where there is white space.
_PIECE = re.compile(r".{1,64}(?:(?<=\s)|\Z)|\S+", re.DOTALL)
_HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
_BEAT = ": keep-alive\n\n"


@dataclass(frozen=True, slots=True)
class Pace:
    """In seconds, how long the head of a stream waits for the reply, and how often a client is told to wait after that.

    What fails while the head waits is an HTTP error.
    """

    head_s: float = 3.0
    beat_s: float = 10.0


async def stream(
    make: Callable[[], Sequence[str]], opening: Iterable[str], fail: Callable[[Mapping[str, Any]], str], pace: Pace
) -> EventSourceResponse:
    """The events that open the stream, then those that are made; errors until the head has gone out are raised.

    A later one ends the stream with the event that `fail` makes of it. A client that leaves is sent no more; what is
    being made for it is made to its end, since a thread cannot be stopped.
    """
    making = asyncio.ensure_future(to_thread.run_sync(make))
    making.add_done_callback(_look)
    await asyncio.wait([making], timeout=pace.head_s)
    if making.done():
        making.result()

    async def send() -> AsyncIterator[str]:
        for event in opening:
            yield event
        while not making.done():
            await asyncio.wait([making], timeout=pace.beat_s)
            if not making.done():
                yield _BEAT
        error = making.exception()
        for event in making.result() if error is None else [fail(_tell(error))]:
            yield event

    return EventSourceResponse(send(), headers=_HEADERS)


def write_event(data: Mapping[str, Any] | str, name: str | None = None) -> str:
    """An event; its JSON is ASCII, since some clients part lines at characters that are no end of one here."""
    text = data if isinstance(data, str) else json.dumps(data, separators=(",", ":"))
    return f"event: {name}\ndata: {text}\n\n" if name else f"data: {text}\n\n"


def cut(text: str) -> Iterator[str]:
    """The text in pieces, in their order and whole."""
    return (found[0] for found in _PIECE.finditer(text))


def _look(making: "asyncio.Future[Sequence[str]]") -> None:
    """Take note of an error that nobody may be left to hear of."""
    if not making.cancelled():
        making.exception()


def _tell(error: BaseException) -> Mapping[str, Any]:
    if isinstance(error, BylineError):
        return error_fields(error)
    _LOG.error("unexpected %s in a stream", type(error).__name__, exc_info=error)
    return error_fields(BylineError("something unexpected went wrong here; the log of the server says what"))
