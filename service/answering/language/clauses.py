"""The clauses of a sentence, roughly."""

import re
from collections.abc import Iterator

from index.records import Span

_CLAUSE = re.compile(r"[;:—]|,\s+(?:and|but|while|which|who|as|after|before)\b|\b(?:while|whereas|although|but)\b")


def clauses(text: str) -> Iterator[Span]:
    """The clauses of a sentence, roughly: parted at semicolons, dashes, and joining words after a comma."""
    low = 0
    for found in _CLAUSE.finditer(text):
        if found.start() > low:
            yield Span(low, found.start())
        low = found.start() if found.group()[0].isalpha() else found.start() + 1
    yield Span(low, len(text))


def clause_of(text: str, at: int) -> Span:
    """The clause that the character at `at` stands in."""
    return next((one for one in clauses(text) if one.start <= at < one.end), Span(0, len(text)))
