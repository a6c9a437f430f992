"""Two articles laid side by side, as an answer has them over the wire; nothing here computes."""

from typing import Literal

from index.records import ChangeKind
from service.answering.wire import Wire


class SideOut(Wire):
    """The words of one article that changed."""

    start: int
    end: int
    text: str


class ChangeOut(Wire):
    """What differs between two carriers of one text; a side is null where that article has nothing there.

    `figures` and `sources` are what only an omitted or added paragraph held.
    """

    kind: ChangeKind
    a: SideOut | None
    b: SideOut | None
    figures: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Compared(Wire):
    """Two articles laid side by side; `direction` only where dates or a citation say who copied, else why not.

    `changes` are gravest first; where the question does not ask for them, only those within the sentences it cites.
    """

    a: str
    b: str
    containment: float
    is_copy: bool
    direction: Literal["a_from_b", "b_from_a"] | None
    reason: str
    changes: tuple[ChangeOut, ...]
