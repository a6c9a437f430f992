"""By which event a figure counts what it counts, read from the words on both sides of it; no parser."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from index.attribution.marks.coordination import AND, Spot, give_event, share_events
from index.attribution.marks.events import find_role
from index.attribution.marks.figures import figure_words, read_unit
from index.attribution.scan.closed import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BE,
    DAYS,
    DETERMINERS,
    OBJECTS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIMES,
)
from index.attribution.scan.tokens import Tokens

_REACH = 14  # tokens to the right of a figure in which its verb is looked for
_FAR = 18  # tokens to the left in which a toll is looked for
_QUOTES = frozenset(("“", "”", "'", '"', "‘", "’", "(", ")"))
_HAVE = frozenset(["has", "have", "had", "having", "'ve"])
_ADDED = frozenset(("another", "additional", "further", "all", "the", "a", "an", "total", "between", "perhaps"))
_DIE = frozenset(("killed", "died"))
_DESCRIBES = frozenset(("killed", "died", "injured", "arrested", "displaced", "missing"))  # 12 wounded soldiers
_ASIDES = frozenset(("including", "mostly", "most", "many", "among", "some", "all"))
_STILL = frozenset((";", ":", "—", ".", "?", "!"))


def find_events(tokens: Tokens, spots: Sequence[Spot]) -> list[Spot]:
    """The figures with the events that count them, in order; one that measures, or that no event fits, is left as is.

    "Killed 12", "12 were killed", "12 dead", "a toll of 12", "deaths of 12", "killed 12 soldiers and 3 children",
    "12 people, three of them children". Who does it is not counted by it: "12 gunmen killed", "killed by 12 gunmen".
    Linear in the tokens: only so many of them on either side are looked at.
    """
    return share_events(tokens, [_find_own(tokens, spot) for spot in spots])


def _find_own(tokens: Tokens, spot: Spot) -> Spot:
    low = tokens.low
    inside = tokens.end[spot.number_end - 1] > spot.figure.end  # the 12 of "12-member"
    if spot.figure.measure not in (None, "percent") or inside or _is_age(tokens, spot):
        return spot
    if low[spot.after - 1] in ("times", "time") or _is_name(tokens, spot):
        return spot
    return _by_noun(tokens, spot) or _by_left(tokens, spot) or _by_right(tokens, spot) or _by_toll(tokens, spot) or spot


def _is_name(tokens: Tokens, spot: Spot) -> bool:
    """FOX 5 Atlanta, Flight 370: the number belongs to the name before it."""
    before = spot.first - 1
    named = before >= 0 and tokens.cap[before] and tokens.low[before] not in DAYS and tokens.low[before] not in BE
    upper = before >= 0 and tokens.text[tokens.start[before] : tokens.end[before]].isupper()
    plain = tokens.low[spot.first].isdigit() and tokens.low[spot.after - 1] not in _people()
    return plain and named and (upper or before > 0)


def _is_age(tokens: Tokens, spot: Spot) -> bool:
    """Migrants under 18."""
    before = tokens.low[spot.first - 1] if spot.first else ""
    bound = tokens.low[spot.first] in ("under", "over", "above", "below")
    return bound and spot.after == spot.number_end and (before in _people() or before in ("aged", "those", "anyone"))


def _by_noun(tokens: Tokens, spot: Spot) -> Spot | None:
    """12 civilian casualties; 12 lives, where they are claimed or lost; 12 injured people."""
    low, last = tokens.low, spot.after - 1
    if last >= spot.number_end:
        if low[last] in ("lives", "life"):
            near = [*low[max(0, spot.first - 4) : spot.first], *low[spot.after : spot.after + 4]]
            lost = any(find_role(word, "lives") for word in near) or "lost" in near or "losing" in near
            return give_event(spot, "killed", last, before=False) if lost else None
        event = find_role(low[last], "noun") if spot.figure.measure is None else None
        return give_event(spot, event, last, before=False, noun=True) if event else None
    event = find_role(low[spot.after], "past", "state") if spot.after < len(low) else None
    if event in _DESCRIBES:
        start = tokens.end[spot.after]
        end = read_unit(tokens.text, start, tokens.end[min(spot.after + 5, len(low) - 1)])[2]
        last = bisect_left(tokens.start, end) - 1
        if last > spot.after and low[last] in _people():
            return replace(give_event(spot, event, spot.after, before=True), number_end=spot.after + 1, after=last + 1)
    return None


def _by_left(tokens: Tokens, spot: Spot) -> Spot | None:
    """Killed 12; killing or wounding 12; claimed the lives of 12; the deaths of 12."""
    low, i = tokens.low, spot.first - 1
    while i >= 0 and spot.first - i < 5 and (low[i] in _QUOTES or low[i] in _ADDED or low[i].endswith("ly")):
        i -= 1
    if i < 1 and (i < 0 or not find_role(low[i], "past", "gerund", "base")):
        return None
    if low[i] == "of":
        if low[i - 1] == "lives":
            event = "killed" if any(find_role(word, "lives") for word in low[max(0, i - 4) : i]) else None
        else:
            event = find_role(low[i - 1], "noun", "gerund", "toll")
        return give_event(spot, event, i - 1, before=True) if event else None
    event = find_role(low[i], "past", "gerund", "base")
    if event is None or (find_role(low[i], "past") and _is_passive(low, i)):
        return None
    if i >= 2 and low[i - 1] in AND and (other := find_role(low[i - 2], "past", "gerund", "base")):
        event = _join(other, event)
    if low[i - 1] == "fatally":
        event = "killed"
    return give_event(spot, event, i, before=True)


def _is_passive(low: Sequence[str], at: int) -> bool:
    i = at - 1
    while i >= 0 and at - i < 4 and (low[i].endswith("ly") or low[i] in ADVERBS or low[i] in _QUOTES):
        i -= 1
    return i >= 0 and low[i] in BE


def _by_right(tokens: Tokens, spot: Spot) -> Spot | None:
    """12 were killed; 12 people who had been killed; 12 dead; 12 died; 12 people, mostly women, were killed."""
    low, i = tokens.low, spot.after
    first = spot.first - 1
    while first > 0 and (low[first] in ARTICLES or low[first] in ("only", "these", "those")):
        first -= 1
    led = first >= 0 and low[first] in PREPOSITIONS and low[first] not in ("between", "than")
    if led and not (spot.after > spot.number_end and low[spot.after - 1] in _people()):
        return None
    be = have = relative = loose = False
    while i < min(len(low), spot.after + _REACH):
        word = low[i]
        if word in (",", "—"):
            past = _skip_aside(low, i) if i > spot.number_end else None
            if past is None:
                return None
            i = past
            continue
        if (word in BE) or (be and word in figure_words()["lists"]["told"]):
            be = True
        elif word in _HAVE:
            have = True
        elif word in RELATIVES and not (loose and word == "that"):
            relative = True
        elif word in _QUOTES or word in ADVERBS or word.endswith("ly") or word in AUXILIARIES or word == "feared":
            pass
        elif event := _reads(tokens, spot, i, _Before(be, have or (relative and not be), led and not relative, loose)):
            return give_event(spot, event, i, before=False)
        elif word == "as" and low[i - 1] == "known":
            pass
        elif be or have or word in _STILL or word[0].isdigit() or word in SUBORDINATORS or _is_event_or_report(word):
            return None
        elif word in PREPOSITIONS:
            loose = True
        elif not loose and i > spot.after + 1:
            return None
        i += 1
    return None


class _Before(NamedTuple):
    """What stands between a figure and a verb: a form of "be", "have" or "who", a preposition before or after."""

    be: bool
    active: bool
    led: bool
    loose: bool


def _reads(tokens: Tokens, spot: Spot, i: int, before: _Before) -> str | None:
    """The event of token `i` where what stands before it is what it counts."""
    low, word = tokens.low, tokens.low[i]
    if before.led and i > spot.after and not low[i - 1].endswith("ly"):
        return None
    if event := find_role(word, "state"):
        return event if before.be or not before.loose else None
    if event := find_role(word, "self"):
        plain = not word.endswith(("ed", "ing")) and event not in ("died", "fled")  # may be a noun: 12 votes
        verb = low[i - 1] in AUXILIARIES or (i == spot.after and low[i - 1] in _people())
        ahead = low[i + 1] if i + 1 < len(low) else "."
        noun = ahead[0].isalpha() and ahead not in PREPOSITIONS and ahead not in DETERMINERS and ahead not in ARTICLES
        loose = word.endswith("ing") and (noun or (before.loose and not before.be))  # "12 voting machines"
        return event if not loose and (not plain or (verb and not tokens.cap[i])) else None
    if word in ("lost", "losing") and "lives" in low[i : i + 3]:
        return "died"
    to_hospital = word in figure_words()["lists"]["taken"] and {"hospital", "hospitals"} & set(low[i + 2 : i + 5])
    event = "hospitalized" if to_hospital else find_role(word, "past")
    if event is None or (not before.be and (before.active or before.loose or _has_object(tokens, i + 1))):
        return None
    counted = low[spot.after - 1]
    if not before.be and spot.after > spot.number_end and counted not in _people() and not counted.endswith("s"):
        return None  # one big shot
    following = low[i + 1 : i + 3]
    if low[i - 1] == "fatally" or (event == "shot" and following[:1] == ["dead"]) or following == ["to", "death"]:
        return "killed"
    if following[:1] and following[0] in AND:
        k = i + 2
        while k < len(low) and (low[k] in ADVERBS or low[k] in BE or low[k].endswith("ly")):
            k += 1
        if k < len(low) and (other := find_role(low[k], "past")):
            return _join(event, other)
    return event


def _has_object(tokens: Tokens, i: int) -> bool:
    """Whether a noun phrase begins at token `i`, so that the verb before it is active."""
    while i < len(tokens.low) and (tokens.low[i] in ADVERBS or tokens.low[i].endswith("ly")):
        i += 1
    if i >= len(tokens.low) or tokens.low[i] in PREPOSITIONS or tokens.low[i] in SUBORDINATORS:
        return False
    word = tokens.low[i]
    if word in ("each", "every", "this", "last") and tokens.low[i + 1 : i + 2] and tokens.low[i + 1] in TIMES:
        return False
    calendar = word[:3] in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    named = tokens.cap[i] and not calendar
    return word in DETERMINERS or word in ARTICLES or word in OBJECTS or word[0].isdigit() or named or word in _people()


def _by_toll(tokens: Tokens, spot: Spot) -> Spot | None:
    """The death toll rose to 12, deaths passed 12: no other figure and no other verb of an event may stand between."""
    low = tokens.low
    levels = figure_words()["lists"]["levels"]
    changed = low[spot.first - 1 : spot.first] == ["to"]  # from 12 to 20: it is now 20
    for i in range(spot.first - 1, max(-1, spot.first - _FAR), -1):
        if changed and low[i - 1] == "from" and low[i + 1] == "to":
            continue
        if low[i] in _STILL or low[i] == "," or low[i][0].isdigit() or (low[i] == "from" and not changed):
            return None
        if event := find_role(low[i], "toll"):
            return give_event(spot, event, i, before=True)
        if (event := find_role(low[i], "past", "state")) and levels & set(low[max(0, i - 9) : spot.first]):
            near = low[max(0, i - 6) : i]
            if "number" in near and "of" in near:  # the number of men killed rose to 12
                whom = i - near[::-1].index("of")
                return give_event(replace(spot, number_end=whom, after=i), event, i, before=True)
        if (event := find_role(low[i], "noun")) and levels & set(low[i + 1 : spot.first]) and low[i].endswith("s"):
            return give_event(spot, event, i, before=True)
    return None


def _skip_aside(low: Sequence[str], mark: int) -> int | None:
    """Past the comma or dash that closes "including three children" or "most of them women", opened at `mark`."""
    if low[mark + 1 : mark + 2] and low[mark + 1] in _ASIDES:
        for i in range(mark + 2, min(len(low), mark + 14)):
            if low[i] == low[mark]:
                return i + 1
    return None


def _join(event: str, other: str) -> str:
    """The class of "killed or wounded", "shot and killed"; of two others, the first."""
    both = {event, other}
    if both & _DIE and "injured" in both:
        return "killed or injured"
    return "killed" if both == {"shot", "killed"} else event


def _is_event_or_report(word: str) -> bool:
    return bool(find_role(word, "past", "base", "gerund")) or word in figure_words()["lists"]["reporting"]


def _people() -> frozenset[str]:
    return figure_words()["lists"]["all_people"]
