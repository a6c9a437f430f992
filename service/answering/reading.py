"""What a reader is given and what it may give back: candidates in, groups of statement ids out."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from index.records import Article, CopyGroup, Sentence
from index.store.held import Statements
from service.answering.answer import Answer
from service.answering.read_by import BY_QUOTES, NOTHING_DROPPED, Dropped, ReadBy, Usage
from service.question import Query
from service.requests import Turn

# Claims of an answer at most.
MOST_CLAIMS = 12

Says = Literal["yes", "no", "same", "differs"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word index as a reader sees it: stems by its analyzer, and in how many passages a stem stands."""

    stems: Callable[[str], list[str]]
    frequency: Callable[[str], int]
    passages: int


@dataclass(frozen=True, slots=True)
class Candidates:
    """Sentences of the passages found, each once, best passage first, in the order of the text within it.

    `vectors` is int8 `(n, d)`, row `i` for `sentences[i]`, unit length times 127; `question` is float32 `(d,)`.
    `articles` holds every article that a sentence belongs to, whole; `neighbours` gives all the sentences of
    an article, so that the one before and the one after can be read. `statements` holds all statements of each
    article, in the order of the text; an article that was never analysed has one bare statement a sentence, with
    chain None. `copies` tells which of the articles are one text.
    """

    sentences: tuple[Sentence, ...]
    vectors: NDArray[np.int8]
    question: NDArray[np.float32]
    articles: Mapping[str, Article]
    neighbours: Mapping[str, Sequence[Sentence]]
    lexicon: Lexicon
    statements: Mapping[str, Statements]
    copies: tuple[CopyGroup, ...] = ()


class Leave:
    """Since when somebody waits, and whether they are gone; what is under way for them is ended then.

    Safe to share between threads.
    """

    def __init__(self) -> None:
        self.since = time.monotonic()
        self._lock = threading.Lock()
        self._ends: list[Callable[[], None]] = []
        self.is_gone = False

    def go(self) -> None:
        """They are gone, from now on."""
        with self._lock:
            self.is_gone = True
            ends = list(self._ends)
        for end in ends:
            end()

    @contextmanager
    def ending(self, end: Callable[[], None]) -> Iterator[None]:
        """Within the block `end` is called when they go, from any thread; at once where they are gone."""
        with self._lock:
            self._ends.append(end)
            gone = self.is_gone
        try:
            if gone:
                end()
            yield
        finally:
            with self._lock:
                self._ends.remove(end)


class Reader(Protocol):
    """Chooses, groups and orders statements by their ids, and nothing else."""

    @property
    def name(self) -> str:
        """What is told apart by it in what is kept of answers; changes where its choices may."""
        ...

    def restate(self, question: str, history: Sequence[Turn], leave: Leave) -> str | None:
        """A question that leans on the turns before it as one that stands alone; None where it cannot tell."""
        ...

    def read(self, query: Query, candidates: Candidates, leave: Leave) -> Iterator["Draft"]:
        """Drafts of an answer, each with all groups so far; at least one, the last final. Without groups it abstains.

        A later one may take back what an earlier one had. It may end early where whoever asked is gone.
        """
        ...

    def word(self, answer: Answer, leave: Leave) -> Answer:
        """The finished answer, perhaps with another direct line and running text; its claims are what they were."""
        ...


@dataclass(frozen=True, slots=True)
class Contrary:
    """What a question takes for granted of `name` and a sentence tells of `other`, in the sentence's words."""

    name: str
    other: str
    sentence_id: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader takes statements, by their ids, to say to a question."""

    says: Says
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A reader's choice: groups of statement ids, best first, and ids of sentences that are near but no answer.

    `compared` are the ids of two articles to be laid side by side, in the order in which the question has them, or
    by score; `lacks` is the one of them of which it is asked what it left out, None where either may be meant.
    `support`, in 0 to 1, is how well the best of the groups answers, or would have where there are none; `contrary`
    is what an article says instead of what the question takes for granted. `verdict` is what the reader takes a whole
    to say of a yes or no, or of a difference: words of the record decide before it. `dropped` is what checks took out.
    """

    groups: tuple[tuple[str, ...], ...]
    nearest: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    lacks: str | None = None
    support: float = 0.0
    contrary: Contrary | None = None
    verdict: Verdict | None = None
    dropped: Dropped = NOTHING_DROPPED
    read_by: ReadBy = BY_QUOTES
    usage: Usage | None = None
