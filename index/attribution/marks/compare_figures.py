"""Two framed figures side by side: whether they tell of the same thing, in what they differ, whether both can hold."""

import math
import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from index.attribution.aliases import Aliases, load_aliases
from index.attribution.marks.figures import SCALES, figure_words
from index.attribution.marks.scope import RATE
from index.attribution.marks.times import find_times
from index.records import Figure, Span

# How far "about" may be from the truth, as a share of the number.
ABOUT = 0.1
# Classes of events that tell of one thing in other words ...
_ALIKE = ({"killed", "died"},)
# ... and those of which one holds part of the other, so that their figures differ and do not conflict.
_OVERLAP = (
    {"killed", "died", "injured", "killed or injured"},
    {"displaced", "fled", "evacuated", "homeless"},
    {"arrested", "charged", "convicted", "sentenced", "jailed"},
    {"killed", "shot"},
    {"injured", "shot"},
    {"destroyed", "damaged"},
)
_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)?[\s-]?(dozen|hundred|thousand|million|billion|trillion|bn|m|k)?\b")
_LED = re.compile(
    r"^(?:in|at|near|across|around|throughout|outside|inside|within|from|into)\s+|\bthe\s+", re.IGNORECASE
)
_OPEN = re.compile(r"^(?:ever )?since\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class FrameMatch:
    """Two figures that tell of the same class of event.

    `differs_in` is what the words show to differ, as "unit: people / civilians", "place: in Iraq / in Syria",
    "time: …" or "event: killed / killed or injured", the first figure's words first. `undecided` are those of "unit",
    "place" and "time" that only one of the two states, or whose words cannot be compared ("since the start of the
    campaign" and "since June 2014").
    """

    differs_in: tuple[str, ...]
    undecided: tuple[str, ...]


def compare_frames(
    a: Figure,
    b: Figure,
    published_a: date | None = None,
    published_b: date | None = None,
    aliases: Aliases | None = None,
) -> FrameMatch | None:
    """What two figures of one class of event differ in; None where they do not tell of one class of event or of people.

    None without an event in both, where one measures (percent, money) and the other counts, and where they count
    others: soldiers and civilians, people and houses. Figures conflict only where `differs_in` is empty and
    `values_conflict`; nested places and times ("in Syria", "in Iraq and Syria") are a difference, never a
    conflict. That they tell of one event is for the caller to know: two attacks may have equal frames, and all that is
    `undecided` must then be settled by something else. Words of time are resolved from the days of publication.
    """
    if a.event is None or b.event is None or a.measure != b.measure:
        return None
    differs: list[str] = []
    undecided: list[str] = []
    if a.event != b.event and not any({a.event, b.event} <= alike for alike in _ALIKE):
        if not any({a.event, b.event} <= overlap for overlap in _OVERLAP):
            return None
        differs.append(f"event: {a.event} / {b.event}")
    unit = _compare_whom(a.whom, b.whom)
    if unit == "other":
        return None
    aliases = aliases or load_aliases()
    verdicts = [
        ("unit", unit, a.whom, b.whom),
        ("place", _compare_places(a.where, b.where, aliases), a.where, b.where),
        ("time", _compare_times(a, b, published_a, published_b), a.when, b.when),
    ]
    for name, verdict, one, other in verdicts:
        if verdict == "differs":
            differs.append(f"{name}: {one} / {other}")
        elif verdict == "undecided":
            undecided.append(name)
    rate_a, rate_b = _rate(a), _rate(b)
    if _plain(rate_a or "") != _plain(rate_b or ""):
        differs.append(f"time: {rate_a or a.when} / {rate_b or b.when}")
    return FrameMatch(tuple(differs), tuple(undecided))


def values_conflict(a: Figure, b: Figure) -> bool:
    """Whether the two numbers, as they are bounded, cannot both hold of one thing.

    "At least 43" and "more than 60" can; 624 and "more than 4,350" cannot. "About" is taken as within a tenth; a
    number written with a scale ("1.9 million", "two dozen") or as round thousands as within half of its last unit. A
    bound includes its own number, so that "more than 60" and 60 do not conflict.
    """
    low_a, high_a = _interval(a)
    low_b, high_b = _interval(b)
    return high_a < low_b or high_b < low_a


def _interval(figure: Figure) -> tuple[float, float]:
    value = figure.value
    slack = _rounding(figure)
    if figure.bound in ("at least", "more than"):
        return value, math.inf
    if figure.bound in ("at most", "less than"):
        return 0.0, value
    if figure.bound == "about":
        slack = max(slack, abs(value) * ABOUT)
    return value - slack, value + slack


def _rounding(figure: Figure) -> float:
    """Half of the last unit that the number is written to, where it is written as a round one."""
    if figure.measure in ("percent", "money") and not any(scale in figure.text for scale in SCALES if len(scale) > 2):
        return 0.0
    scales = [(found[1], SCALES[found[2].lower()]) for found in _NUMBER.finditer(figure.text.lower()) if found[2]]
    if scales:
        digits, scale = scales[0]
        decimals = len(digits.partition(".")[2]) if digits else 0
        return float(scale / 10**decimals / 2)
    if figure.value < 1000 or figure.value != int(figure.value):
        return 0.0
    zeros = len(str(int(figure.value))) - len(str(int(figure.value)).rstrip("0"))
    return 10.0**zeros / 2 if zeros >= 2 else 0.0


def _compare_whom(a: str | None, b: str | None) -> str:
    """same, differs, undecided, or other: people who are not the same people."""
    if a is None or b is None:
        return "same" if a == b else "undecided"
    if _singular(a) == _singular(b):
        return "same"
    sort_a, sort_b = _sort_of(a), _sort_of(b)
    if sort_a == sort_b == "people":
        return "same"
    if sort_a and sort_b:
        return "differs" if sort_a == sort_b or "people" in (sort_a, sort_b) else "other"
    if sort_a or sort_b:
        return "other"
    return "differs" if _head(a) == _head(b) else "other"


def _sort_of(whom: str) -> str | None:
    """The sort of people that the words count ("Takfiri militants": fighters), by their last word that says so."""
    sorts = _sorts()
    return next((sorts[word] for word in reversed(_WORD.findall(whom.casefold())) if word in sorts), None)


@cache
def _sorts() -> dict[str, str]:
    return {word: sort for sort, words in figure_words()["people"].items() for word in words}


def _compare_places(a: str | None, b: str | None, aliases: Aliases) -> str:
    if not a or not b:
        return "same" if a == b else "undecided"
    one, other = _places(a, aliases), _places(b, aliases)
    if one == other:
        return "same"
    if _is_generic(a) != _is_generic(b):
        return "undecided"
    # "in Kabul" and "in Kabul, Afghanistan": the second says more of the same place.
    if one[0] == other[0] and " and " not in a and " and " not in b and (len(one) == 1 or len(other) == 1):
        return "same"
    return "differs"


def _places(where: str, aliases: Aliases) -> list[str]:
    """The places of "in Iraq, Libya and Syria", folded and by their canonical names, in order where not a list."""
    bare = _LED.sub("", where).strip()
    names = [aliases.canonical(name.strip()).casefold() for name in re.split(r",| and ", bare) if name.strip()]
    return sorted(names) if " and " in bare else names or [bare.casefold()]


def _is_generic(where: str) -> bool:
    """Whether no name stands in the words: "in the province", "in the city"."""
    return not any(word[0].isupper() for word in _WORD.findall(_LED.sub("", where)))


def _compare_times(a: Figure, b: Figure, published_a: date | None, published_b: date | None) -> str:
    if not a.when or not b.when:
        return "same" if a.when == b.when else "undecided"
    day_a, day_b = _day(a.when, published_a), _day(b.when, published_b)
    since_a, since_b = bool(_OPEN.match(a.when)), bool(_OPEN.match(b.when))
    if day_a and day_b:
        return "same" if day_a == day_b and since_a == since_b else "differs"
    dated_a, dated_b = bool(_YEAR.search(a.when)), bool(_YEAR.search(b.when))
    if _plain(a.when) == _plain(b.when):
        return "same" if published_a == published_b or dated_a else "undecided"
    if dated_a and dated_b:
        return "differs"
    if since_a and since_b:
        return "undecided"
    # "On Saturday" and "in 2016", no day of publication known: the one may be in the other.
    return "undecided" if dated_a != dated_b and None in (published_a, published_b) else "differs"


def _rate(figure: Figure) -> str | None:
    return next((words for words in figure.scope if RATE.match(words)), None)


def _day(words: str, published: date | None) -> date | None:
    return next((one.day for one in find_times(words, Span(0, len(words)), published) if one.day), None)


def _plain(words: str) -> str:
    """Folded, without articles and leading prepositions."""
    return " ".join(word for word in _WORD.findall(words.casefold()) if word not in ("the", "a", "an", "on", "in"))


def _singular(words: str) -> str:
    return _plain(words).removesuffix("s")


def _head(whom: str) -> str:
    return _singular(whom).rpartition(" ")[2]
