"""Who and what else a sentence names: short forms, cited sources, other doers, another day, the whole world."""

import re
from collections.abc import Sequence

from index.records import Sentence, Span, Statement
from service.answering.language.names import Name

_BEHIND = re.compile(
    r"\b(?:of|with|against|for|to|from|in|at|near|on|than|about|over)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}$"
)
_WORLDWIDE = re.compile(r"\b(?:globally|worldwide|(?:across|around|in) the (?:world|globe))\b", re.IGNORECASE)
_ORDINAL = re.compile(
    r"\b(?P<rank>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(?P<of>(?:[\w'’-]+\s+){0,3}[\w'’-]+)",
    re.IGNORECASE,
)


def short_form(name: str, text: str) -> bool:
    """Whether the last word of a longer name stands in the text, or its initials, as is usual after first mention."""
    *first, last = name.split()
    if not first:
        return False
    short = [last] if len(last) > 3 else []
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    if len(initials) > 1 and initials not in ("AM", "PM"):
        short.append(initials)
    return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text) for one in short)


def may_act(text: str, name: Name) -> bool:
    """Whether a name could be the doer: no owner ("Syria’s president"), nothing behind a preposition."""
    owner = text[name.end : name.end + 1] in ("’", "'")
    return not (owner or _BEHIND.search(text[max(0, name.start - 30) : name.start]))


def find_cited(sentence: Sentence, statements: Sequence[Statement]) -> tuple[Span, ...]:
    """Where sources stand in the sentence, from its beginning."""
    links = ((link.start, link.end) for one in statements for link in one.chain or ())
    inside = {(low, high) for low, high in links if sentence.start <= low < sentence.end}
    return tuple(Span(low - sentence.start, high - sentence.start) for low, high in sorted(inside))


def overlaps(name: Name, spans: Sequence[Span]) -> bool:
    """Whether the name shares a character with one of the spans."""
    return any(one.start < name.end and name.start < one.end for one in spans)


def names_other(kind: re.Pattern[str], time: str, text: str) -> bool:
    """Whether the sentence itself names another weekday or year than the one asked, and not that one."""
    asked = {one.casefold() for one in kind.findall(time)}
    own = {one.casefold() for one in kind.findall(text)}
    return bool(asked and own and not asked & own)


def find_ranked(text: str) -> list[tuple[str, frozenset[str]]]:
    """Each ordinal in lower case, with the words behind it that say of what; four are enough for a name and a noun."""
    return [
        (found["rank"].casefold(), frozenset(word for word in found["of"].casefold().split() if len(word) > 3))
        for found in _ORDINAL.finditer(text)
    ]


def ranks_other(asked: Sequence[tuple[str, frozenset[str]]], text: str) -> bool:
    """Whether a sentence tells of the third debate where the second is asked for, and of no second one."""
    own = find_ranked(text) if asked else []
    same = [(rank == other, of & others) for rank, of in asked for other, others in own]
    return any(shared and not equal for equal, shared in same) and not any(shared and equal for equal, shared in same)


def is_worldwide(words: str) -> bool:
    """Whether the words say that something is so of the whole world."""
    return bool(_WORLDWIDE.search(words))
