"""Figures that share an event with the figure beside them: in lists, in ranges, and as parts of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.attribution.marks.figures import FigureFound, figure_words
from index.attribution.scan.closed import ADVERBS, AUXILIARIES, BE, VERBS
from index.attribution.scan.tokens import Tokens

AND = frozenset(("and", "or", "and/or", "&"))
_BACK = 25  # tokens to the left in which the figure stands that "including three children" is part of
_LIST = AND | {",", "as", "well", "plus", "the", "another", "at", "least"}
_PARTLY = frozenset(("including", "includes", "included"))
_SUBSET = frozenset(("them", "whom", "those", "these"))


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure among the tokens: its first token, and the first token after it and after what it counts.

    `event` and `at`, the token of the event, are None and -1 until they are found; `before` says on which side of the
    figure the event stands; `noun` that what is counted is itself the event ("12 deaths").
    """

    figure: FigureFound
    first: int
    number_end: int
    after: int
    event: str | None = None
    at: int = -1
    before: bool = False
    noun: bool = False


def share_events(tokens: Tokens, spots: Sequence[Spot]) -> list[Spot]:
    """The figures, those without an event of their own with that of the one before or after, where they share it."""
    found = list(spots)
    for n in range(len(found) - 2, -1, -1):  # "12 civilians and three soldiers were killed"
        one, after = found[n], found[n + 1]
        if (
            one.event is None
            and after.event
            and not (after.before or after.noun)
            and _is_listed(tokens, one.after, after.first)
        ):
            found[n] = give_event(one, after.event, after.at, before=False)
    for n in range(1, len(found)):
        one, before = found[n], found[n - 1]
        if before.event and before.after == one.after and one.figure.counted:  # "injured between 150 and 176 people"
            found[n] = give_event(one, before.event, before.at, before=before.before)
        elif one.event is None:
            found[n] = _inherit(tokens, one, before)
    return found


def give_event(spot: Spot, event: str, at: int, *, before: bool, noun: bool = False) -> Spot:
    """The figure with its event; a duration has none."""
    return replace(spot, event=event, at=at, before=before, noun=noun) if spot.figure.measure != "duration" else spot


def _is_listed(tokens: Tokens, start: int, end: int) -> bool:
    """Whether only "and" or a comma stands between two figures."""
    return 0 < end - start <= 4 and all(word in _LIST for word in tokens.low[start:end]) and start < end


def _inherit(tokens: Tokens, spot: Spot, before: Spot) -> Spot:
    """Killed 12 soldiers and three children; 12 people, including three children; three of them children."""
    low = tokens.low
    if before.event is None or spot.figure.measure not in (None, "percent") or spot.first - before.after > _BACK:
        return spot
    part = spot.first > 0 and (low[spot.first - 1] in _PARTLY or low[spot.first - 2 : spot.first] == ["among", "them"])
    nouned = spot.after > spot.number_end
    if part and nouned:
        return give_event(spot, before.event, before.at, before=before.before)
    of, *whose = low[spot.after : spot.after + 2] or [""]
    if of == "of" and whose and whose[0] in _SUBSET and "," in low[before.after : spot.first]:
        return give_event(_of_them(low, spot), before.event, before.at, before=before.before)
    listed = before.before and nouned and _is_listed(tokens, before.after, spot.first)
    if listed and low[spot.after - 1] in figure_words()["lists"]["all_people"] and not _acts(low, spot.after):
        return give_event(spot, before.event, before.at, before=True)
    return spot


def _acts(low: Sequence[str], i: int) -> bool:
    """Whether a verb follows: ", and three men say"."""
    reporting = figure_words()["lists"]["reporting"]
    return i < len(low) and (low[i] in AUXILIARIES or low[i] in VERBS or low[i] in reporting)


def _of_them(low: Sequence[str], spot: Spot) -> Spot:
    """Three of them (were) children: what is counted stands after."""
    i = spot.after + 2
    while i < len(low) and (low[i] in BE or low[i] in ADVERBS):
        i += 1
    return (
        replace(spot, number_end=i, after=i + 1)
        if i < len(low) and low[i] in figure_words()["lists"]["all_people"]
        else spot
    )
