"""The clauses of a sentence, roughly, and who is only cited in it."""

import re
from collections.abc import Iterator

from index.records import Span
from service.answering.names import Name

_CLAUSE = re.compile(r"[;:—]|,\s+(?:and|but|while|which|who|as|after|before)\b|\b(?:while|whereas|although|but)\b")
_SOURCE_REACH = 40  # characters


def is_source(text: str, name: Name) -> bool:
    """Whether a name stands where a source does: next to a word of saying ("SANA reported", "told the AFP")."""
    before = text[max(0, name.start - _SOURCE_REACH) : name.start]
    after = text[name.end : name.end + _SOURCE_REACH]
    told = re.search(
        r"\b(?:told|tells|according to|said|citing|to the|added)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$", before
    )
    says = re.match(
        r"(?:[’']s)?,?\s+(?:[a-z-]+\s+){0,4}?(?:said|says|reported|reports|claimed|added|stated|told)\b", after
    )
    agency = re.match(r"\s+(?:news agency|agency|newspaper|television|news)\b", after)
    return bool(told or says or agency)


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
