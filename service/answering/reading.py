"""What a reader is given and what it may give back: candidates in, groups of statement ids out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.records import Article, CopyGroup, Sentence
from index.store.held import Statements
from service.question import Query


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


class Reader(Protocol):
    """Chooses, groups and orders statements by their ids, and nothing else."""

    def read(self, query: Query, candidates: Candidates) -> "Draft":
        """The draft of an answer; one without groups abstains."""
        ...


@dataclass(frozen=True, slots=True)
class Contrary:
    """What a question takes for granted of `name` and a sentence tells of `other`, in the sentence's words."""

    name: str
    other: str
    sentence_id: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A reader's choice: groups of statement ids, best first, and ids of sentences that are near but no answer.

    `compared` are the ids of two articles to be laid side by side, in the order in which the question has them, or
    by score; `lacks` is the one of them of which it is asked what it left out, None where either may be meant.
    `support`, in 0 to 1, is how well the best of the groups answers, or would have where there are none; `contrary`
    is what an article says instead of what the question takes for granted.
    """

    groups: tuple[tuple[str, ...], ...]
    nearest: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    lacks: str | None = None
    support: float = 0.0
    contrary: Contrary | None = None
