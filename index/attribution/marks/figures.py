"""Figures in a sentence: a number as it is bounded, and what it counts; never years, dates, clocks or ages."""

import json
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from index.attribution.marks.events import find_role
from index.attribution.scan.closed import AUXILIARIES, DAYS, MONTHS, PREPOSITIONS, PRONOUNS, SUBORDINATORS, VERBS
from index.attribution.scan.tokens import lower_text
from index.records import Bound

BOUNDS: dict[str, Bound] = {
    "more than": "more than", "over": "more than", "above": "more than", "upwards of": "more than",
    "greater than": "more than", "well over": "more than", "at least": "at least", "no fewer than": "at least",
    "no less than": "at least", "not less than": "at least", "a minimum of": "at least", "about": "about",
    "around": "about", "approximately": "about", "roughly": "about", "nearly": "about", "almost": "about",
    "some": "about", "an estimated": "about", "estimated": "about", "close to": "about", "up to": "at most",
    "as many as": "at most", "as much as": "at most", "at most": "at most", "no more than": "at most",
    "not more than": "at most", "a maximum of": "at most", "less than": "less than", "fewer than": "less than",
    "under": "less than", "below": "less than",
}  # fmt: skip
_TEENS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = dict(zip(f"{_TEENS} eighteen nineteen {_TENS}".split(), [*range(2, 20), *range(20, 100, 10)], strict=True))
SCALES = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6,
    "bn": 1e9, "k": 1e3,
}  # fmt: skip
_PARTS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0}
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_WORD = (
    rf"(?P<word>{'|'.join(_SMALL)}|one(?!\s+(?:of|another|day|can|that|who|in|is|was|has)\b)"
    r"|a(?=\s+(?:dozen|hundred|thousand|million|billion)))"
    rf"(?![^\W\d_])(?:-(?P<ones>{_ONES})(?![\w-]))?"
)
_PART = (
    r"(?:(?P<over>two|three|one|a)[\s-])?(?P<part>half|thirds?|quarters?|fifths?)"
    r"(?:(?=\s+(?:of|the|its|their|all)\b)|(?<=thirds)\b|(?<=quarters)\b)"
)
# Read in a text in lower case, which takes half the time that ignoring case takes.
_FIGURE = re.compile(
    rf"(?<![\w.,/:–-])(?:(?P<bound>{'|'.join(sorted((re.escape(b) for b in BOUNDS), key=len, reverse=True))})\s+)?"
    rf"(?:{_PART}|(?P<currency>[$€£¥]|us\$)?(?:(?P<digits>(?>\d{{1,15}}(?:,\d{{3}}){{0,5}}(?:\.\d{{1,6}})?))|{_WORD})"
    r"(?:[\s-]?(?P<scale>dozen|hundred|thousand|million|billion|trillion|bn|m|k)\b)?"
    r"(?P<percent>\s?%|\s+per\s?cent\b)?(?![-–/:]\d|(?:st|nd|rd|th)\b))"
)
_MEASURES: dict[str, str] = {
    "km": "km", "kilometer": "km", "kilometre": "km", "mile": "km", "meter": "height", "metre": "height", "m": "height",
    "foot": "height", "feet": "height", "ft": "height", "inch": "height", "inches": "height", "minute": "duration",
    "hour": "duration", "day": "duration", "week": "duration", "month": "duration", "year": "duration",
    "decade": "duration", "second": "duration",
}  # fmt: skip
_MEASURE = re.compile(r"[\s-]?(" + "|".join(sorted(_MEASURES, key=len, reverse=True)) + r")(?:s|es)?\b", re.IGNORECASE)
_NO_ONE = frozenset(("no", "every", "any", "each", "some", "this", "that", "which", "the"))
_MONTH_AFTER = re.compile(
    r"\s+(?:of\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_CLOCK_AFTER = re.compile(r"\s?(?:a\.?m\.?|p\.?m\.?|o'clock|GMT)\b", re.IGNORECASE)
_AGE = re.compile(r"[^\W\d_],\s$")
_AGE_AFTER = re.compile(r",|\.$|\s+and\s")
_BOUND_AFTER = re.compile(r"(?:\s+or\s+(?P<word>more|so|fewer|less)\b|(?P<plus>\+))", re.IGNORECASE)
_AFTER: dict[str, Bound] = {"more": "at least", "so": "about", "fewer": "at most", "less": "at most"}
_TAKEN = re.compile(r"(?:[^\W\d_]\.){2,4}(?=\s)|[^\W\d_][\w’'-]*")
_TITLES = frozenset(("mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "col", "lt", "st"))
_UNIT_WORDS = 4
_UNIT_REACH = 80  # characters


class FigureFound(NamedTuple):
    """A number at `[start, end)`, which begins with its bound and ends with its unit of measure, if any.

    `counted` are the lower-case words right after it, up to the next word that is no part of a noun phrase, and
    `[unit_start, unit_end)` is where they stand; `measure` is km, height, duration, percent or money for what is
    measured, not counted. A part ("nearly half of") is in percent.
    """

    value: float
    bound: Bound
    text: str
    start: int
    end: int
    counted: tuple[str, ...]
    unit: str | None
    measure: str | None
    unit_start: int
    unit_end: int


def find_figures(text: str, start: int = 0, end: int | None = None) -> list[FigureFound]:
    """The figures of a sentence, in order, with offsets into `text`. Linear in the length of `[start, end)`."""
    found: list[FigureFound] = []
    end = len(text) if end is None else end
    for match in _FIGURE.finditer(lower_text(text), start, end):
        figure = _read(text, match, end)
        if figure is not None:
            if found:
                found[-1], figure = _pair(text, found[-1], figure)
            found.append(figure)
    return found


@cache
def figure_words() -> dict[str, dict[str, frozenset[str]]]:
    """The word lists beside this file: sorts of people, and under "lists" all others by name."""
    data = json.loads(Path(__file__).with_name("figure_words.json").read_text(encoding="utf-8"))
    people = {sort: frozenset(words.split()) for sort, words in data.pop("people").items()}
    lists = {name: frozenset(words.split()) for name, words in data.items()}
    lists["all_people"] = frozenset().union(*people.values())
    return {"people": people, "lists": lists}


def read_unit(text: str, at: int, end: int) -> tuple[tuple[str, ...], int, int]:
    """The noun phrase that begins at `at`, without a leading "of the": its words in lower case and where it stands.

    It ends at punctuation, at a word that is no part of a noun phrase, after a plural of people, and after four words.
    """
    words: list[str] = []
    first, last = at, at
    ends, people, plurals = _unit_words()
    for found in _TAKEN.finditer(text, at, min(end, at + _UNIT_REACH)):
        gap, word = text[last : found.start()], found.group().lower().replace("’", "'")
        if not words and gap == " " and word in ("of", "the", "its", "their", "his", "her", "our", "those", "these"):
            last = found.end()
            continue
        if gap.strip(' “”"') not in ("", "-") or word in ends or len(words) == _UNIT_WORDS or _tells(word):
            break
        if words and ((words[-1] in plurals and word not in people) or _is_after_noun(words[-1], word)):
            break
        if word.endswith(("'s", "s'")) and words:
            break
        if not words:
            if word.endswith("ing") and "-" not in word and len(word) > 5:
                break
            first = found.start()
        words.append(word.removesuffix("'s"))
        last = found.end()
        if word.endswith(("'s", "s'")) and found.end() - found.start() > 2:
            words, first = [], last
    if not words or words[-1] in _TITLES:
        return (), at, at
    return tuple(words), first, last


@cache
def _unit_words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Where a noun phrase ends; people; plurals of people."""
    lists = figure_words()
    people = lists["lists"]["all_people"]
    closed = AUXILIARIES | DAYS | PREPOSITIONS | PRONOUNS | SUBORDINATORS | VERBS | lists["lists"]["reporting"]
    ends = (closed | lists["lists"]["unit_ends"]) - lists["lists"]["unit_words"]
    plurals = frozenset(word for word in people if word.endswith("s")) | lists["lists"]["plural"]
    return ends, people, plurals


def _tells(word: str) -> bool:
    """Whether a word tells of an event: killed, died, dead."""
    return bool(find_role(word, "past", "state")) or (word.endswith("ed") and bool(find_role(word, "self")))


def _is_after_noun(before: str, word: str) -> bool:
    """Whether a participle follows a plural noun: "vehicles belonging", "houses destroyed"."""
    return before.endswith("s") and not before.endswith("ss") and word.endswith(("ed", "ing", "ly"))


def _read(text: str, match: re.Match[str], limit: int) -> FigureFound | None:
    start, end = match.span()
    digits, part = match["digits"], match["part"]
    at = next(match.start(name) for name in ("part", "digits", "word") if match[name])
    if _is_no_figure(text, match, at, limit):
        return None
    value = _value(match)
    measure: str | None = "money" if match["currency"] else "percent" if match["percent"] or part else None
    bound, end = _bound(text, match, limit)
    unit_end = end
    if measure is None and (metric := _MEASURE.match(text, end, limit)):
        measure, unit_end = _MEASURES[metric[1].lower()], metric.end()
    counted, first, last = read_unit(text, end if measure in (None, "percent") else unit_end, limit)
    if unit_end > end:
        unit: str | None = text[end:unit_end].strip(" -")
    else:
        sign = "currency" if match["currency"] else "percent"
        unit = text[slice(*match.span(sign))].strip() if match[sign] else text[first:last]
    if not digits and match["word"] == "one" and not match["scale"] and not counted and not measure:
        return None
    return FigureFound(value, bound, text[start:unit_end], start, unit_end, counted, unit or None, measure, first, last)


def _pair(text: str, one: FigureFound, other: FigureFound) -> tuple[FigureFound, FigureFound]:
    """The two ends of a range, "between 20 and 30 people", "20 to 30", "two or three", as bounds of one count."""
    between = text[one.end : other.start].strip().lower() if other.start - one.end < 8 else ""
    before = text[max(0, one.start - 9) : one.start].lower()
    ranged = (between == "and" and before.endswith("between ")) or (
        between in ("to", "or") and not before.endswith("from ") and bool(other.counted or other.measure)
    )
    if not ranged or one.value >= other.value or one.counted or {one.bound, other.bound} != {"exact"}:
        return one, other
    scale = SCALES.get(other.text.lower().split()[-1], 1.0) if one.text.isdigit() else 1.0
    low = one._replace(
        value=one.value * scale,
        bound="at least",
        counted=other.counted,
        unit=other.unit,
        measure=other.measure,
        unit_start=other.unit_start,
        unit_end=other.unit_end,
    )
    return low, other._replace(bound="at most")


def _is_no_figure(text: str, match: re.Match[str], at: int, limit: int) -> bool:
    """A day of a month, a clock, a year, an age after a name, or the number of something that is numbered."""
    end, digits = match.end(), match["digits"]
    if match["part"]:
        return False
    before = text[max(0, at - 16) : at]
    word = before.rstrip().rpartition(" ")[2].rstrip(".").lower() if before[-1:].isspace() else ""
    if word in MONTHS or word in figure_words()["lists"]["numbered"]:
        return True
    if word in _NO_ONE and match["word"] == "one" and not match["scale"]:
        return True
    if _MONTH_AFTER.match(text, end, limit) or _CLOCK_AFTER.match(text, end, limit):
        return True
    if match["currency"] or match["scale"] or match["percent"] or match["bound"] or not digits:
        return False
    if len(digits) <= 3 and digits.isdigit() and _AGE.search(before) and _AGE_AFTER.match(text, end, limit):
        return text[max(0, at - 2)] == "," and int(digits) < 120 and _names(text, at)
    return len(digits) == 4 and digits.isdigit() and 1800 <= int(digits) <= 2100


def _names(text: str, at: int) -> bool:
    """Whether the word before ", 34," is a name."""
    words = text[max(0, at - 30) : at].rstrip(" ,").split()
    return bool(words) and words[-1][:1].isupper()


def _value(match: re.Match[str]) -> float:
    if match["part"]:
        over = {"two": 2, "three": 3}.get(match["over"] or "", 1)
        return float(over) * _PARTS[match["part"].removesuffix("s")]
    digits, ones = match["digits"], match["ones"]
    value = Decimal(digits.replace(",", "")) if digits else Decimal(_SMALL.get(match["word"], 1))
    value += _SMALL.get(ones or "", 1 if ones else 0)
    return float(value * Decimal(SCALES[match["scale"]] if match["scale"] else 1))


def _bound(text: str, match: re.Match[str], limit: int) -> tuple[Bound, int]:
    """The bound before or after the number ("between" and "or more"), and where the number with it ends."""
    end = match.end()
    if match["bound"]:
        return BOUNDS[" ".join(match["bound"].split())], end
    if after := _BOUND_AFTER.match(text, end, limit):
        return ("at least" if after["plus"] else _AFTER[after["word"].lower()]), after.end()
    return "exact", end
