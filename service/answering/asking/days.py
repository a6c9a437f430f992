"""Days that a question names, as periods: by date, or relative to a given day; not what they are days of."""

import calendar
import re
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_YEAR = r"(?:19|20)\d\d(?![\d,]\d|\d)"
_D = r"\d{1,2}(?:st|nd|rd|th)?(?![\d,]\d|\d)"
_TO = r"\s?(?:-|–|\bto\b|\band\b|\bthrough\b)\s?"
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {**{word: n for n, word in enumerate(_COUNTED, 1)}, "a": 1, "an": 1, "couple": 2, "few": 3}
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS)})"
_UNIT = r"(?:day|week|month|year)"
_POINT = re.compile(
    rf"\b(?:(?:{_WEEKDAY},?\s+)?(?:the\s+)?(?:"
    rf"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?:t[\d:.+z-]*)?(?!\d)"
    rf"|(?P<d1>{_D})(?:{_TO}(?P<d2>{_D}))?\s+(?:of\s+)?(?P<m1>{_MONTH})(?:,?\s+(?P<y1>{_YEAR}))?"
    rf"|(?P<m2>{_MONTH})\s+(?P<d3>{_D})(?:{_TO}(?P<d4>{_D})(?!\s+{_MONTH}))?(?:,?\s+(?P<y2>{_YEAR}))?"
    rf"|(?P<slashed>\d{{1,2}}[/.]\d{{1,2}}[/.]{_YEAR}))"
    rf"|(?:(?P<part1>early|mid|late)(?:\s+|-)(?:in\s+)?)?(?P<m3>{_MONTH})(?:,?\s+(?:of\s+)?(?P<y3>{_YEAR}))?"
    rf"|(?:(?P<part2>early|mid|late)(?:\s+|-)(?:in\s+)?)?(?P<y4>{_YEAR})"
    rf"|(?P<near>yesterday|today|(?:last|this|past|previous)\s+{_UNIT}|(?:last\s+)?{_WEEKDAY})"
    rf"|(?:the\s+)?(?:past|last|previous)\s+(?:a\s+)?(?P<count>{_COUNT})\s+(?:of\s+)?(?P<unit>{_UNIT})s?"
    rf"|(?P<ago>{_COUNT})\s+(?:of\s+)?(?P<agounit>day|week)s?\s+ago)(?!\w)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?P<lead>in|on|of|during|throughout|within|over|from|between|before|prior\s+to|until|till|up\s+to|by|since|after|dated|for)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s+(?:and|to|until|till|through)\s+(?:the\s+)?", re.IGNORECASE)
_ONWARDS = re.compile(r"\s+on(?:wards?)?\b(?!\s+\w)", re.IGNORECASE)
_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_WEEK = "montuewedthufrisatsun"


class Period(NamedTuple):
    """The days from `first` to `last`, both inclusive, either of them open; what says so stands at `[start, end)`."""

    first: date | None
    last: date | None
    start: int
    end: int


def find_periods(asked: str, today: date | None) -> tuple[Period, ...]:
    """The periods that the words name, in order, each with the preposition that leads it.

    A date without a year is the latest not after `today`, a weekday the latest day of that name; a week runs from
    Monday to Sunday; early, mid and late are thirds. Without `today` what is relative to it is not read. "May" and
    "March" are months, and a bare year is a year, only behind a preposition. "03/04/2016" is two days in two countries
    and is not read, see `find_ambiguous`.
    """
    points = list(_read_points(asked, today))
    found: list[Period] = []
    n = 0
    while n < len(points):
        match, days = points[n]
        lead = _LEAD.search(asked[: match.start()])
        word = " ".join(lead["lead"].lower().split()) if lead else ""
        start, end = (lead.start() if lead else match.start()), match.end()
        n += 1
        if word in ("between", "from") and n < len(points) and _RANGE.fullmatch(asked, end, points[n][0].start()):
            other, last = points[n]
            days = _same_year(match, other, today) or days
            if days[0] <= last[1]:
                found.append(Period(days[0], last[1], start, other.end()))
            n += 1
            continue
        open_ = _ONWARDS.match(asked, end) if word == "from" else None
        found.append(Period(*_bound(word, *days, onwards=bool(open_)), start, open_.end() if open_ else end))
    return tuple(found)


def find_ambiguous(asked: str) -> tuple[str, ...]:
    """Dates that are one day or another by where they were written: "03/04/2016"."""
    return tuple(
        match["slashed"]
        for match in _POINT.finditer(asked)
        if match["slashed"] and _read_slashed(match["slashed"]) is None
    )


def _read_points(asked: str, today: date | None) -> Iterator[tuple[re.Match[str], tuple[date, date]]]:
    for match in _POINT.finditer(asked):
        bare = match["m3"] and not match["y3"] and not match["part1"]
        if (bare or (match["y4"] and not match["part2"])) and not (
            _LEAD.search(asked[: match.start()]) or _RANGE.search(asked[: match.start()][-9:])
        ):
            continue
        if match["m3"] and match["m3"].lower() in ("may", "march") and not match["m3"][0].isupper():
            continue
        days = _resolve(match, today)
        if days:
            yield match, days


def _bound(word: str, first: date, last: date, *, onwards: bool) -> tuple[date | None, date | None]:
    """What the preposition makes of the days from `first` to `last`."""
    if word in ("before", "prior to"):
        return None, _shift(first, -1)
    if word in ("until", "till", "up to", "by"):
        return None, last
    if word == "since" or onwards:
        return first, None
    return (_shift(last, 1), None) if word == "after" else (first, last)


def _resolve(match: re.Match[str], today: date | None, year: int | None = None) -> tuple[date, date] | None:
    """The days that the words of a match name; `year` is that of dates without one."""
    if match["iso"]:
        return _day(*map(int, match["iso"].split("-")))
    if match["slashed"]:
        return _read_slashed(match["slashed"])
    month = match["m1"] or match["m2"] or match["m3"]
    own = match["y1"] or match["y2"] or match["y3"] or match["y4"]
    if month:
        low, high = (_number(match[name]) for name in (("d1", "d2") if match["m1"] else ("d3", "d4")))
        years = [int(own) if own else year] if own or year else [today.year, today.year - 1] if today else []
        spans = [_of_month(one, month, low, high or low, match["part1"]) for one in years if one]
        return next((one for one in spans if one and (own or year or today is None or one[0] <= today)), None)
    if own:
        return _third(date(int(own), 1, 1), date(int(own), 12, 31), match["part2"])
    return _relate(match, today) if today else None


def _same_year(match: re.Match[str], other: re.Match[str], today: date | None) -> tuple[date, date] | None:
    """The first end of a range in the year of the other end, where it has none: "between March 3 and May 9, 2016"."""
    year = other["y1"] or other["y2"] or other["y3"]
    has = match["y1"] or match["y2"] or match["y3"] or match["y4"] or match["iso"] or match["slashed"]
    return _resolve(match, today, int(year)) if year and not has else None


def _of_month(year: int, month: str, low: int, high: int, part: str | None) -> tuple[date, date] | None:
    n = _MONTHS.index(month.lower()[:3]) // 3 + 1
    if low:
        first, last = _day(year, n, low), _day(year, n, high)
        return (first[0], last[1]) if first and last and low <= high else None
    return _third(date(year, n, 1), date(year, n, calendar.monthrange(year, n)[1]), part)


def _third(first: date, last: date, part: str | None) -> tuple[date, date]:
    """The first, middle or last third of a month or a year."""
    step = timedelta(((last - first).days + 1) // 3)
    if part is None:
        return first, last
    return {
        "early": (first, first + step - timedelta(1)),
        "mid": (first + step, last - step),
        "late": (last - step + timedelta(1), last),
    }[part.lower()]


def _relate(match: re.Match[str], today: date) -> tuple[date, date] | None:
    """What is near today."""
    if match["ago"]:
        day = _shift(today, -_number(match["ago"]) * (7 if match["agounit"].lower() == "week" else 1))
        return day, day
    if match["count"]:
        days = {"day": 1, "week": 7, "month": 30, "year": 365}[match["unit"].lower()] * _number(match["count"])
        return _shift(today, -days), today
    words = match["near"].lower().split()
    if words == ["today"]:
        return today, today
    if words == ["yesterday"]:
        return _shift(today, -1), _shift(today, -1)
    if words[-1].endswith("day") and words[-1] != "day":
        back = (today.weekday() - _WEEK.index(words[-1][:3]) // 3) % 7
        day = _shift(today, -(back or 7 * (words[0] == "last")))
        return day, day
    return _around(today, words[-1], this=words[0] == "this")


def _around(today: date, unit: str, *, this: bool) -> tuple[date, date] | None:
    """The last week, month or year, or the one that today is in."""
    if unit == "day":
        return (today, today) if this else (_shift(today, -1), _shift(today, -1))
    if unit == "week":
        monday = _shift(today, -today.weekday())
        return (monday, _shift(monday, 6)) if this else (_shift(monday, -7), _shift(monday, -1))
    if unit == "year":
        year = today.year if this else max(today.year - 1, MINYEAR)
        return date(year, 1, 1), date(year, 12, 31)
    first = today.replace(day=1) if this else _shift(today.replace(day=1), -1).replace(day=1)
    return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _read_slashed(words: str) -> tuple[date, date] | None:
    """A day between strokes where only one order is possible: "13/03/2016", "3/13/2016", "05/05/2016"."""
    one, two, year = (int(part) for part in re.split(r"[/.]", words))
    read = {day for day in (_day(year, two, one), _day(year, one, two)) if day}
    return read.pop() if len(read) == 1 else None


def _number(words: str | None) -> int:
    digits = re.match(r"\d+", words or "")
    return int(digits.group()) if digits else _NUMBERS.get((words or "").lower(), 0)


def _day(year: int, month: int, day: int) -> tuple[date, date] | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def _shift(day: date, days: int) -> date:
    """So many days later, as far as there are any."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date(MAXYEAR, 12, 31) if days > 0 else date(MINYEAR, 1, 1)
