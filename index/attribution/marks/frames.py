"""Figures with their frames: what happened, to whom, where and when, each in the sentence's own words."""

from bisect import bisect_left
from collections.abc import Sequence

from index.attribution.marks.coordination import Spot
from index.attribution.marks.counting import find_events
from index.attribution.marks.figures import FigureFound, figure_words, find_figures, read_unit
from index.attribution.marks.places import Item
from index.attribution.marks.scope import Owner, find_items, share_items
from index.attribution.scan.tokens import Tokens, read_tokens
from index.records import Figure, Span

# Events by which people leave a place, so that "from" names it.
_LEAVING = frozenset(("displaced", "fled", "evacuated", "deported", "rescued", "released"))
_NO_UNITS = frozenset(("total", "number", "out", "average", "all", "some", "each", "one", "most", "because", "instead"))


def read_figures(text: str, sentence: Span) -> tuple[Figure, ...]:
    """The figures of one sentence in order, framed; offsets into `text`.

    `event` is a class of `events.tsv`, None where no event counts the figure; `unit` is what is counted with it
    ("people killed"), or the words after the number. `whom`, `where`, `when` and `scope` are the sentence's own words;
    `where` and `when` are the nearest of `scope`. Numbers are as written: never added, averaged or rounded; half,
    thirds and quarters are in percent. "Dozens" is no number. Linear in the sentence.
    """
    found = find_figures(text, sentence.start, sentence.end)
    if not found:
        return ()
    tokens = read_tokens(text, [sentence])
    spots = find_events(tokens, [_place(tokens, figure) for figure in found])
    items = find_items(tokens, sentence)
    owners = [
        Owner(spot.figure.start, _end(tokens, spot), spot.at if spot.at >= 0 else -2 - n, spot.noun)
        for n, spot in enumerate(spots)
    ]
    framed = share_items(tokens, items, owners)
    return tuple(_frame(tokens, spot, items) for spot, items in zip(spots, framed, strict=True))


def _place(tokens: Tokens, figure: FigureFound) -> Spot:
    first = bisect_left(tokens.end, figure.start + 1)
    number_end = bisect_left(tokens.start, figure.end)
    after = bisect_left(tokens.start, figure.unit_end) if figure.counted else number_end
    return Spot(figure, first, max(number_end, first + 1), max(after, number_end, first + 1))


def _end(tokens: Tokens, spot: Spot) -> int:
    return max(spot.figure.end, tokens.end[spot.after - 1])


def _frame(tokens: Tokens, spot: Spot, items: Sequence[Item]) -> Figure:
    figure, text = spot.figure, tokens.text
    words = _counted(tokens, spot)
    whom, unit = words, figure.unit
    if spot.noun:
        unit, whom = words, _whose(tokens, spot)
    elif spot.event is not None:
        unit = f"{words} {spot.event}" if words else spot.event
    elif unit is None:
        unit = _before(tokens, spot)
    scope = [item for item in items if not item.origin or spot.event in _LEAVING]
    places = [item for item in scope if item.kind == "place"]
    where = _nearest(text, [item for item in places if item.named] or places, figure)
    when = _nearest(text, [item for item in scope if item.kind == "time"], figure)
    return Figure(
        value=figure.value,
        bound=figure.bound,
        text=figure.text,
        start=figure.start,
        end=figure.end,
        unit=unit,
        measure=figure.measure,
        event=spot.event,
        whom=whom if spot.event else None,
        where=text[where.start : where.end] if where else None,
        when=text[when.start : when.end] if when else None,
        scope=tuple(text[item.start : item.end] for item in scope),
    )


def _counted(tokens: Tokens, spot: Spot) -> str | None:
    """The words that are counted, as they stand."""
    if spot.after <= spot.number_end:
        return None
    start = max(spot.figure.unit_start if spot.figure.counted else 0, tokens.start[spot.number_end])
    return tokens.text[start : tokens.end[spot.after - 1]]


def _before(tokens: Tokens, spot: Spot) -> str | None:
    """What a number is a number of: the "population" of "a population of 23 million"."""
    if spot.first < 2 or tokens.low[spot.first - 1] != "of" or tokens.low[spot.first - 2] in _NO_UNITS:
        return None
    at = spot.first - 2
    return tokens.text[tokens.start[at] : tokens.end[at]] if tokens.low[at].isalpha() else None


def _whose(tokens: Tokens, spot: Spot) -> str | None:
    """Whose deaths they are: "civilian" of "civilian casualties", "officials" of "deaths of officials"."""
    people = figure_words()["lists"]["all_people"]
    last = spot.after - 2
    if last >= spot.number_end and tokens.low[last] in people:
        return tokens.text[tokens.start[last] : tokens.end[last]]
    if tokens.low[spot.after : spot.after + 1] != ["of"]:
        return None
    words, start, end = read_unit(tokens.text, tokens.end[spot.after], tokens.end[-1])
    return tokens.text[start:end] if words and words[-1] in people else None


def _nearest(text: str, items: Sequence[Item], figure: FigureFound) -> Item | None:
    """The first after the figure that no comma parts from it, or else the last before it, or the first after it."""
    after = [item for item in items if item.start >= figure.start]
    before = [item for item in items if item.start < figure.start]
    if after and ("," not in text[figure.end : after[0].start] or not before):
        return after[0]
    return before[-1] if before else None
