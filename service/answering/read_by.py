"""Who read for an answer, what was taken out of the choice and what it cost, as they go over the wire."""

from typing import Literal

from service.answering.wire import Wire


class Dropped(Wire):
    """What the checks took out of a reader's choice; each is told in the log."""

    claims: int = 0
    statements: int = 0


class ReadBy(Wire):
    """Which reader chose; `degraded` when a configured model failed and the quote reader stood in.

    `unread` counts passages that were found and did not fit what the model reads at once.
    """

    kind: Literal["quotes", "model"]
    model: str | None = None
    degraded: bool = False
    unread: int = 0


class Usage(Wire):
    """What the model took, over all calls of one answer; null where its server does not say.

    `cost` is in US dollars by list price, null for a server of one's own.
    """

    calls: int
    tokens_in: int | None
    tokens_out: int | None
    cost: float | None


NOTHING_DROPPED = Dropped()
BY_QUOTES = ReadBy(kind="quotes")
