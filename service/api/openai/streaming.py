"""A reply that is made on a thread, streamed as server-sent events; knows nothing of what they hold."""

import json
import re
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi.sse import KEEPALIVE_COMMENT, EventSourceResponse, format_sse_event
from starlette.requests import ClientDisconnect

from index.errors import BylineError
from service.api.aloud import FIRST_S, HEADERS, PING_S, Hearing
from service.api.faults import log_unexpected
from service.errors import error_fields

# A few words; a piece is cut only where there is white space.
_PIECE = re.compile(r".{1,64}(?:(?<=\s)|\Z)|\S+", re.DOTALL)

Events = Sequence[bytes]
Fail = Callable[[Mapping[str, Any]], bytes]


@dataclass(frozen=True, slots=True)
class Pace:
    """In seconds, how long the head of a stream waits for the reply, and how often a client is told to wait after that.

    What fails while the head waits is an HTTP error.
    """

    head_s: float = FIRST_S
    beat_s: float = PING_S


async def stream(hearing: Hearing[Events], opening: Iterable[bytes], fail: Fail, pace: Pace) -> EventSourceResponse:
    """The events that open the stream, then all others at once; errors until the head has gone out are raised.

    A later one ends the stream with the event that `fail` makes of it.
    """
    try:
        made = await hearing.next(pace.head_s)
    except BaseException:
        hearing.leave.go()
        raise
    return EventSourceResponse(_send(hearing, made, opening, fail, pace.beat_s), headers=HEADERS)


async def _send(
    hearing: Hearing[Events], made: Events | None, opening: Iterable[bytes], fail: Fail, beat_s: float
) -> AsyncIterator[bytes]:
    try:
        for event in opening:
            yield event
        while made is None:
            made = await hearing.next(beat_s)
            if made is None:
                yield KEEPALIVE_COMMENT
        for event in made:
            yield event
    except ClientDisconnect:
        return
    except BylineError as error:
        yield fail(error_fields(error))
    except Exception as error:  # noqa: BLE001 - the head is out: said within the stream, and logged
        yield fail(error_fields(log_unexpected(error)))
    finally:
        hearing.leave.go()


def write_event(data: Mapping[str, Any] | str, name: str | None = None) -> bytes:
    """An event; its JSON is ASCII, since some clients part lines at characters that are no end of one here."""
    text = data if isinstance(data, str) else json.dumps(data, separators=(",", ":"))
    return format_sse_event(event=name, data_str=text)


def cut(text: str) -> Iterator[str]:
    """The text in pieces, in their order and whole."""
    return (found[0] for found in _PIECE.finditer(text))
