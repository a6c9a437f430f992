"""Figures in a sentence: a number as it is bounded, and what it counts; never years, dates or clocks."""

import re
from typing import Literal, NamedTuple

from service.answering.names import word_lists

Bound = Literal["exact", "at least", "more than", "about", "at most", "less than"]

_BOUNDS: dict[str, Bound] = {
    "more than": "more than", "over": "more than", "above": "more than", "upwards of": "more than",
    "greater than": "more than", "at least": "at least", "no fewer than": "at least", "no less than": "at least",
    "not less than": "at least", "a minimum of": "at least", "about": "about", "around": "about",
    "approximately": "about", "roughly": "about", "nearly": "about", "almost": "about", "some": "about",
    "an estimated": "about", "estimated": "about", "close to": "about", "up to": "at most", "as many as": "at most",
    "as much as": "at most", "at most": "at most", "no more than": "at most", "not more than": "at most",
    "a maximum of": "at most", "less than": "less than", "fewer than": "less than", "under": "less than",
    "below": "less than",
}  # fmt: skip
_SMALL = dict(
    zip(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
        ],
        [*range(2, 20), *range(20, 100, 10)],
        strict=True,
    )
)
_SCALE = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "bn": 1e9,
    "k": 1e3,
}
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_WORD = (
    rf"(?P<word>{'|'.join(_SMALL)}|one(?!\s+of\b)|a(?=\s+(?:dozen|hundred|thousand|million|billion)))"
    rf"(?![^\W\d_])(?:-(?P<ones>{_ONES})(?![\w-]))?"
)
_FIGURE = re.compile(
    rf"(?<![\w.,/:-])(?:(?P<bound>{'|'.join(sorted((re.escape(b) for b in _BOUNDS), key=len, reverse=True))})\s+)?"
    rf"(?P<currency>[$€£¥]|US\$)?(?:(?P<digits>(?>\d{{1,15}}(?:,\d{{3}}){{0,5}}(?:\.\d{{1,6}})?))|{_WORD})"
    r"(?:[\s-]?(?P<scale>dozen|hundred|thousand|million|billion|trillion|bn|m|k)\b)?"
    r"(?P<percent>\s?%|\s+per\s?cent\b)?(?![-–/:]\d|(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_MEASURES: dict[str, str] = {
    "km": "km", "kilometer": "km", "kilometre": "km", "mile": "km", "meter": "height", "metre": "height", "m": "height",
    "foot": "height", "feet": "height", "ft": "height", "inch": "height", "inches": "height", "minute": "duration",
    "hour": "duration", "day": "duration", "week": "duration", "month": "duration", "year": "duration",
    "decade": "duration", "second": "duration",
}  # fmt: skip
_MEASURE = re.compile(r"[\s-]?(" + "|".join(sorted(_MEASURES, key=len, reverse=True)) + r")(?:s|es)?\b", re.IGNORECASE)
_MONTH_BEFORE = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)\w*\.?\s+$|\b(?:no|number|article|chapter|section|level)\.?\s+$",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(
    r"\s+(?:of\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_CLOCK_AFTER = re.compile(r"\s?(?:a\.?m\.?|p\.?m\.?|o'clock|GMT)\b", re.IGNORECASE)
_TAKEN = re.compile(r"[^\W\d_][\w’'-]*")
_UNIT_WORDS = 4


class FigureFound(NamedTuple):
    """A number at `[start, end)`, which begins with its bound and ends with its unit of measure, if any.

    `counted` are the lower-case words right after it, up to the next word that is no part of a noun phrase;
    `measure` is km, height, duration, percent or money for what is measured, not counted.
    """

    value: float
    bound: Bound
    text: str
    start: int
    end: int
    counted: tuple[str, ...]
    unit: str | None
    measure: str | None


def find_figures(text: str) -> list[FigureFound]:
    """The figures of a sentence, in order. Linear in its length."""
    found: list[FigureFound] = []
    for match in _FIGURE.finditer(text):
        figure = _read(text, match)
        if figure is not None:
            found.append(figure)
    return found


def _read(text: str, match: re.Match[str]) -> FigureFound | None:
    start, end = match.span()
    digits, word, scale = match["digits"], match["word"], match["scale"]
    at = match.start("digits") if digits else match.start("word")
    if _MONTH_BEFORE.search(text[max(0, at - 12) : at]) or _MONTH_AFTER.match(text[end : end + 14]):
        return None
    if _CLOCK_AFTER.match(text[end : end + 8]):
        return None
    plain = not (match["currency"] or scale or match["percent"])
    year = bool(digits) and len(digits) == 4 and digits.isdigit() and 1800 <= int(digits) <= 2100
    if year and plain and not match["bound"]:
        return None
    value = float(digits.replace(",", "")) if digits else float(_SMALL.get(word.lower(), 1))
    value += _SMALL.get((match["ones"] or "").lower(), 1 if match["ones"] else 0)
    value *= _SCALE[scale.lower()] if scale else 1
    measure, unit_end = ("money", end) if match["currency"] else ("percent", end) if match["percent"] else (None, end)
    if measure is None and (metric := _MEASURE.match(text, end)):
        measure, unit_end = _MEASURES[metric[1].lower()], metric.end()
    counted, phrase = _read_unit(text, end)
    unit = (
        text[end:unit_end].strip(" -")
        if unit_end > end
        else (match["currency"] or (match["percent"] or "").strip() or phrase)
    )
    bound = _BOUNDS[" ".join(match["bound"].lower().split())] if match["bound"] else "exact"
    return FigureFound(value, bound, text[start:unit_end], start, unit_end, counted, unit or None, measure)


def _read_unit(text: str, end: int) -> tuple[tuple[str, ...], str]:
    """The words counted, and the phrase as it stands."""
    words: list[str] = []
    at, phrase_end = end, end
    stop = word_lists()["stop"] - {"other", "more"}
    for found in _TAKEN.finditer(text, end, end + 80):
        gap = text[at : found.start()]
        if gap.strip(' -“"') or found.group().lower() in stop or len(words) == _UNIT_WORDS:
            if gap == " " and found.group().lower() == "of" and not words:
                at = found.end()
                continue
            break
        words.append(found.group().lower().removesuffix("’s").removesuffix("'s"))
        at = phrase_end = found.end()
    return tuple(words), text[end:phrase_end].strip(' -“"')
