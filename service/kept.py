"""Answers kept for those who ask the same again of the same corpus; one process's own, never on disk."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from datetime import UTC, datetime
from uuid import uuid4

from index.search.search import Search
from service.answering.answer import Answer
from service.answering.reading import Leave, Reader
from service.ask import Clock, Event, ask_aloud, name_snapshot, tell_changes
from service.requests import AskRequest


class Answers:
    """The answers last asked for, `most` of them; 0 keeps none. Safe to share between threads.

    `count` is told of every answer that is given to a question, of one that was kept each time anew.
    """

    def __init__(self, most: int, count: Callable[[Answer], None] = lambda _: None) -> None:
        self.most = most
        self.count = count
        self._lock = threading.Lock()
        self._held: OrderedDict[Hashable, Answer] = OrderedDict()

    def find(self, key: Hashable) -> Answer | None:
        """The answer kept under a key."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def keep(self, key: Hashable, answer: Answer) -> None:
        """Keep an answer; the one asked for least lately gives way. One that a fault left is not kept."""
        if answer.reader.degraded:
            return
        with self._lock:
            self._held[key] = answer
            while len(self._held) > self.most:
                self._held.popitem(last=False)


def ask_again(
    request: AskRequest,
    search: Search,
    reader: Reader,
    kept: Answers,
    leave: Leave | None = None,
    is_counted: bool = True,
) -> Iterator[Event]:
    """As `ask_aloud`; the answer of before where the very question was asked of this state of the corpus and reader.

    That one has an id and times of its own, and took nothing of the model.
    """
    for event in _ask_or_find(request, search, reader, kept, leave):
        if is_counted and isinstance(event, Answer):
            kept.count(event)
        yield event


def _ask_or_find(
    request: AskRequest, search: Search, reader: Reader, kept: Answers, leave: Leave | None
) -> Iterator[Event]:
    if not kept.most:
        yield from ask_aloud(request, search, reader, leave)
        return
    clock = Clock()
    with search.reader.view() as view:
        snapshot = name_snapshot(view)
    day = request.today or datetime.now(UTC).date()
    key = (request.model_dump_json(exclude={"today", "stream"}), day, reader.name)
    if found := kept.find((snapshot, key)):
        yield from tell_changes((), found.claims)
        fresh = {"id": f"ans_{uuid4().hex}", "timings_ms": clock.read(), "usage": None}
        yield found.model_copy(update=fresh)
        return
    for event in ask_aloud(request, search, reader, leave):
        if isinstance(event, Answer):
            kept.keep((event.snapshot, key), event)
        yield event
