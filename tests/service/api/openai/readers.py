"""Readers that take as long as a test wants, or fail; each is a real reader otherwise."""

import threading
from dataclasses import dataclass, field

from service.answering.quote_reader import QuoteReader
from service.answering.reading import Candidates, Draft
from service.question import Query

PATIENCE_S = 60.0


@dataclass
class Held:
    """Reads once it is let go; raises `error` then, if there is one."""

    error: Exception | None = None
    go: threading.Event = field(default_factory=threading.Event)
    begun: threading.Event = field(default_factory=threading.Event)
    read_to_end: threading.Event = field(default_factory=threading.Event)

    def read(self, query: Query, candidates: Candidates) -> Draft:
        self.begun.set()
        assert self.go.wait(PATIENCE_S), "the test never let the reader go"
        self.read_to_end.set()
        if self.error is not None:
            raise self.error
        return QuoteReader().read(query, candidates)
