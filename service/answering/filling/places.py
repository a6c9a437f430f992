"""Where a sentence puts what is asked for: in the clause that tells of it, or right beside its name."""

import re
from collections.abc import Sequence

from index.records import Span
from service.answering.language.names import Name

_AT = re.compile(
    r"\b(?i:in|at|near|outside|inside|across|off|on|around|between|into|to|toward|towards)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,5}$"
)
_FROM = re.compile(r"\b(?i:from)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,5}$")
# "on the Syrian side of the border with Iraq": the place goes on after such a name.
_ADJECTIVES = frozenset({"ian", "ean", "ish", "ese", "aqi", "ani", "eli", "udi", "can", "tch", "nch"})
_OF_ADJECTIVE = re.compile(r"\s+[a-z][^,.;:()“”]{2,60}")
# What may stand between a name and the place it is said to be in.
_LIES = re.compile(
    r"(?:,?\s+(?:which|that))?,?\s+(?:(?:is|are|was|were)\s+)?(?:also\s+)?(?:(?:lies|lie|lying|located|situated|sits|stands|based|found)\s+)?"
    r"(?:(?:an?|the|about|some|just)\s+[^,;:.()“”]{0,60}?)?(?:\d+\s?(?:km|kilomet\w+|miles)\s+)?(?:(?:north|south|east|west)\w*\s+(?:of\s+)?)?$"
)
_MOVED = re.compile(
    r"^(?:fle|flee|displac|evacuat|escap|return|mov|withdr|left|leav|come|came|arriv|expel|oust|start|travel)", re.I
)


def find_place(text: str, fresh: Sequence[Name], clause: Span, at: Span) -> str | None:
    """The place that the clause with the word at `at` gives, in its own words; one after that word goes first."""
    moved = bool(_MOVED.match(text[at.start : at.end]))
    places: list[Span] = []
    for name in fresh:
        if not clause.start <= name.start < clause.end:
            continue
        before = text[max(0, clause.start, name.start - 70) : name.start]
        found = _AT.search(before) or (_FROM.search(before) if moved else None)
        if found and not _of_another(text, at, name.start - len(before) + found.start()):
            places.append(Span(name.start - len(before) + found.start(), name.end))
    if not places:
        return None
    places.sort(key=lambda one: (one.start < at.start, max(one.start - at.end, at.start - one.end, 0)))
    return _read(text, places[0], places)


def find_situation(text: str, asked: re.Pattern[str], fresh: Sequence[Name]) -> str | None:
    """Where the sentence says that the thing asked lies: "X lies in Y", "X, a town near Y", "X in Y"."""
    for found in asked.finditer(text):
        for name in fresh:
            if not found.end() <= name.start <= found.end() + 140:
                continue
            between = text[found.end() : name.start]
            lead = _AT.search(between)
            if lead and _LIES.fullmatch(between[: lead.start()]):
                place = Span(found.end() + lead.start(), name.end)
                return _read(text, place, [place])
    return None


def _of_another(text: str, at: Span, start: int) -> bool:
    """Whether the place belongs to somebody behind a comma or "by" ("said the office in Geneva")."""
    between = text[at.end : start] if start > at.end else ""
    return bool(re.search(r"\b(?:said|says|who|which|by|from|told)\b", between))


def _read(text: str, first: Span, places: Sequence[Span]) -> str:
    adjective = _OF_ADJECTIVE.match(text, first.end)
    if adjective and text[first.end - 3 : first.end] in _ADJECTIVES:
        return text[first.start : adjective.end()].strip()
    end = max(one.end for one in [first, *places] if first.start <= one.start <= first.end + 12)
    return text[first.start : end]
