"""A reader that takes as long as a test wants, or fails; the quote reader otherwise."""

import threading
from collections.abc import Iterator

from service.answering.quote_reader import QuoteReader
from service.answering.reading import Candidates, Draft, Leave
from service.question import Query

PATIENCE_S = 60.0


class Held(QuoteReader):
    """Reads once it is let go, or whoever asked has left; raises `error` then, if there is one."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.go = threading.Event()
        self.left = threading.Event()

    def read(self, query: Query, candidates: Candidates, leave: Leave) -> Iterator[Draft]:
        def part() -> None:
            self.left.set()
            self.go.set()

        with leave.ending(part):
            assert self.go.wait(PATIENCE_S), "the test never let the reader go"
        if self.error is not None:
            raise self.error
        yield from super().read(query, candidates, leave)
