"""Words of place and time in the clause of a figure; says nothing of what happened there."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from index.attribution.marks.events import event_words
from index.attribution.marks.figures import figure_words, read_unit
from index.attribution.marks.places import Item, ends_phrase, find_places
from index.attribution.marks.times import find_times
from index.attribution.scan.closed import BE, DAYS, SUBJECTS
from index.attribution.scan.tokens import Tokens
from index.records import Span, When

_REACH = 400  # characters on either side of a figure in which its time and place are looked for
_CONTRASTS = frozenset(["while", "but", "whereas", "although", "though", "compared", "versus", "unlike"])
# Words that make of a figure one for each day or year.
RATE = re.compile(r"(?:(?:in\s)?(?:an?|per|each|every)\s|daily|weekly|monthly|yearly|annually)", re.IGNORECASE)
_RATES = frozenset(["day", "week", "month", "year", "hour", "minute"])


class Owner(NamedTuple):
    """What has a scope: a figure with its event, from its first character to the end of what it counts.

    `group` is the token of its event, below 0 without one; `noun` where what is counted is the event ("12 deaths").
    """

    start: int
    end: int
    group: int
    noun: bool


def find_items(tokens: Tokens, span: Span) -> list[Item]:
    """Words of place and time in a sentence, in order, those of time that touch made one."""
    times: list[Item] = []
    for when in find_times(tokens.text, span):
        if _is_adjective(tokens, when):
            continue
        if RATE.match(when.text):
            times.append(Item(when.start, when.end, "rate", False))
        elif (
            times
            and times[-1].kind == "time"
            and when.text[:2].lower() in ("in", "on")
            and not tokens.text[times[-1].end : when.start].strip(" ")
        ):
            times[-1] = times[-1]._replace(end=when.end)
        else:
            times.append(Item(when.start, when.end, "time", False))
    times.extend(_rates(tokens))
    starts = sorted(one.start for one in times)
    places = [one for one in find_places(tokens) if bisect_left(starts, one.end) == bisect_left(starts, one.start)]
    return sorted({*times, *places})


def _is_adjective(tokens: Tokens, when: When) -> bool:
    """Whether a year or weekday belongs to the noun after it: the 2012 election, a Monday briefing."""
    first, after = bisect_left(tokens.start, when.start), bisect_left(tokens.start, when.end)
    bare = when.text.isdigit() or (first < len(tokens.low) and tokens.low[first] in DAYS)
    return bare and not ends_phrase(tokens, after)


def share_items(tokens: Tokens, items: Sequence[Item], owners: Sequence[Owner]) -> list[list[Item]]:
    """The items of each owner, in order.

    A clause goes from one word of reporting or contrast to the next. What stands before the first figure of a clause
    is said of all of them, what follows a figure of that one, and also of those before it that have none of its kind
    ("12 killed and 30 injured in Raqqa").
    """
    breaks = find_breaks(tokens)
    counting = [n for n, one in enumerate(owners) if one.group >= 0]  # an event is theirs; others part no clause
    firsts = [owners[n].start for n in counting]
    numbers = [one.start for one in owners]
    held = [owners[n] for n in counting]
    seps = [tokens.start[i] for i, word in enumerate(tokens.low) if word in (",", "and", "but", ";")]
    shared: list[list[Item]] = [[] for _ in owners]
    turns = [
        tokens.start[i] for i in range(1, len(tokens.low)) if tokens.low[i - 1] == "," and tokens.low[i] in SUBJECTS
    ]
    starts = [item.start for item in items]
    for n, owner in enumerate(owners):
        low, high = _region(tokens.text, breaks, owner)
        turn = bisect_left(turns, owner.end)
        high = min(high, turns[turn]) if turn < len(turns) else high  # "in Kabul, there was"
        near = items[bisect_left(starts, low) : bisect_left(starts, high)]
        for item in near:
            if item.kind == "rate":
                if item.start >= owner.end and bisect_right(numbers, item.start) == n + 1:
                    shared[n].append(item)
                continue
            if item.start > owner.end and _is_far(tokens.text[owner.end : item.start]):
                continue
            if _overlaps(item, owner) or _is_reporting_time(tokens, breaks, item):
                continue
            k = bisect_right(firsts, item.start)
            first = k == 0 or firsts[k - 1] < low
            if first or owner.group < 0 or counting[_holder(held, seps, item, k, high)] == n:
                shared[n].append(item)
    return _spread(items, shared, owners, breaks)


def find_breaks(tokens: Tokens) -> list[tuple[int, int]]:
    """Where one clause ends and another begins: the start and end of the words of reporting and contrast."""
    reporting = figure_words()["lists"]["reporting"]
    return [
        (tokens.start[i], tokens.end[i])
        for i, word in enumerate(tokens.low)
        if word in (";", ":") or word in _CONTRASTS or (word in reporting and not (i and tokens.low[i - 1] in BE))
    ]


def _rates(tokens: Tokens) -> Iterator[Item]:
    """What a figure is told for: "12 people a day", "per year", "per 100,000 births"."""
    low = tokens.low
    for i in range(1, len(low) - 1):
        if low[i] == "per" and (low[i + 1] in _RATES or low[i + 1][0].isdigit()):
            end = read_unit(tokens.text, tokens.end[i + 1], tokens.end[-1])[2]
            yield Item(tokens.start[i], max(end, tokens.end[i + 1]), "rate", False)
        elif low[i] in ("a", "an") and low[i + 1] in _RATES and _is_counted(low[i - 1]):
            if i + 2 < len(low) and low[i + 2] in ("ago", "earlier", "later", "before", "after", "old"):
                continue
            yield Item(tokens.start[i], tokens.end[i + 1], "rate", False)


def _is_counted(word: str) -> bool:
    return word in figure_words()["lists"]["all_people"] or word in event_words()


def _region(text: str, breaks: Sequence[tuple[int, int]], owner: Owner) -> tuple[int, int]:
    """The clause of a figure; one that is itself what was reported ("confirmed 10 deaths") has its subject in it."""
    before = bisect_left(breaks, (owner.start, 0))
    after = bisect_left(breaks, (owner.end, 0))
    if before and owner.noun and not text[breaks[before - 1][1] : owner.start].strip():
        before -= 1
    low = breaks[before - 1][1] if before else 0
    high = breaks[after][0] if after < len(breaks) else owner.end + _REACH
    return max(low, owner.start - _REACH), min(high, owner.end + _REACH)


def _holder(owners: Sequence[Owner], seps: Sequence[int], item: Item, k: int, high: int) -> int:
    """The number of the owner that an item after owner `k - 1` belongs to."""
    if (
        k < len(owners)
        and owners[k].start < high
        and bisect_left(seps, item.start) > bisect_left(seps, owners[k - 1].end)
    ):
        return k
    return k - 1


def _is_far(gap: str) -> bool:
    """Whether two commas part an item from the figure before it, but for those of an aside."""
    return gap.count(",") > 1 and not any(word in gap for word in (", including", ", most", ", many", ", among"))


def _overlaps(item: Item, owner: Owner) -> bool:
    return item.start < owner.end and owner.start < item.end


def _is_reporting_time(tokens: Tokens, breaks: Sequence[tuple[int, int]], item: Item) -> bool:
    """The time of the saying: "said on Monday that"."""
    before = bisect_left(breaks, (item.start, 0))
    return item.kind == "time" and before > 0 and not tokens.text[breaks[before - 1][1] : item.start].strip(" ")


def _spread(
    items: Iterable[Item], shared: list[list[Item]], owners: Sequence[Owner], breaks: Sequence[tuple[int, int]]
) -> list[list[Item]]:
    """Gives figures of one event each other's items, and those without a time or place the next one's of the clause."""
    for n in range(len(owners) - 2, -1, -1):
        one, after = owners[n], owners[n + 1]
        if one.group < 0 or after.group < 0:
            continue
        same_clause = bisect_left(breaks, (one.end, 0)) == bisect_left(breaks, (after.start, 0))
        if not same_clause:
            continue
        kinds = {item.kind for item in shared[n]} | {"rate"}
        trailing = [item for item in shared[n + 1] if item.start > after.start]
        extra = shared[n + 1] if one.group == after.group else [item for item in trailing if item.kind not in kinds]
        shared[n] = sorted({*shared[n], *extra})
    for n in range(1, len(owners)):
        if owners[n].group == owners[n - 1].group:
            shared[n] = sorted({*shared[n], *shared[n - 1]})
    return shared
