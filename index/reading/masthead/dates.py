"""Dates as pages write them; it reads what is there and settles nothing by guessing."""

import json
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

_ZONE = r"(?:GMT|UTC)(?: ?[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d|[A-Z]{1,4}T|MSK|Z"
_TIME = re.compile(
    rf"(?<![\d:.])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d{{1,6}})?)?(?![\d:])"
    rf"(?:\s?(?P<half>[AaPp])\.?[Mm]\b\.?)?(?:\s?\(?(?P<zone>{_ZONE})(?!\w))?"
)
_TIME_LEADING_ZONE = re.compile(rf"(?P<zone>{_ZONE})\s{{1,3}}(?=\d{{1,2}}:\d\d)")
_YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_MONTH = r"(?P<name>[^\W\d_]{3,12})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)",
        rf"(?<![\d./-])(?P<a>\d{{1,2}})(?P<sep>[-/.])(?P<b>\d{{1,2}})(?P=sep){_YEAR}",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.|º)?[ -](?:de |of )?{_MONTH}[.,]?[ -](?:de )?{_YEAR}",
        rf"(?<!\w){_MONTH}\.?[ ](?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ ]?,?[ ]?{_YEAR}",
        r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日",
    )
)
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:\.\d{1,6})?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_WEEKDAY_BEFORE = re.compile(r"(?P<name>[^\W\d_]{2,14})\.?\s{0,2},?\s{0,2}$")


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date with its place in the words read; `day` is None where the order of day and month is not settled."""

    start: int
    end: int
    day: date | None
    time: str | None = None
    zone: str | None = None
    numbers: tuple[int, int, int] | None = None  # first, second, year as written, when the order is open
    day_first: bool | None = None  # what this date proves of the page's order of numbers


@cache
def _calendar() -> tuple[dict[str, int], dict[str, int]]:
    tables = json.loads(files(__package__).joinpath("calendar.json").read_text(encoding="utf-8"))
    months = {name: int(number) for number, names in tables["months"].items() for name in names}
    weekdays = {name: int(number) for number, names in tables["weekdays"].items() for name in names}
    return months, weekdays


def is_calendar_word(word: str) -> bool:
    """Whether the word names a month or a day of the week."""
    months, weekdays = _calendar()
    return word.casefold() in months or word.casefold() in weekdays


def _make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _settle_numbers(words: str, match: re.Match[str]) -> DateFound | None:
    """03/04/2016: settled by a number above twelve, by full stops (always day first) or by the weekday written."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    by_day, by_month = _make_day(year, second, first), _make_day(year, first, second)
    span = match.start(), match.end()
    if not (by_day and by_month):
        found = by_day or by_month
        return DateFound(*span, found, day_first=by_day is not None) if found else None
    if by_day == by_month or match["sep"] == ".":
        return DateFound(*span, by_day, day_first=True if match["sep"] == "." else None)
    before = _WEEKDAY_BEFORE.search(words, max(0, match.start() - 20), match.start())
    weekday = _calendar()[1].get(before["name"].casefold()) if before else None
    if weekday is not None and by_day.weekday() != by_month.weekday():
        for found, day_first in ((by_day, True), (by_month, False)):
            if found.weekday() == weekday:
                return DateFound(*span, found, day_first=day_first)
    return DateFound(*span, None, numbers=(first, second, year))


def _read_match(words: str, match: re.Match[str]) -> DateFound | None:
    parts = match.groupdict()
    if "a" in parts:
        return _settle_numbers(words, match)
    month = _calendar()[0].get(parts["name"].casefold()) if "name" in parts else int(parts["m"])
    day = _make_day(int(parts["y"]), month, int(parts["d"])) if month else None
    return DateFound(match.start(), match.end(), day) if day else None


def _read_time(match: re.Match[str], words: str) -> tuple[str, str | None] | None:
    hour = int(match["h"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    time = f"{hour:02}:{match['m']}" + (f":{match['s']}" if match["s"] else "")
    leading = list(_TIME_LEADING_ZONE.finditer(words, max(0, match.start() - 10), match.end()))
    zone = match["zone"] or (leading[-1]["zone"] if leading and leading[-1].end() == match.start() else None)
    return time, zone


def find_dates(words: str) -> tuple[DateFound, ...]:
    """All full dates (day, month, four-figure year) in a line, in order, with the time of day beside each.

    A time belongs to the nearest date within 25 characters. A day without a year, a weekday or "today" is no date.
    """
    found: list[DateFound] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(words):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            if read := _read_match(words, match):
                found.append(read)
    found.sort(key=lambda one: one.start)
    for match in _TIME.finditer(words):
        near = [
            (max(match.start() - one.end, one.start - match.end()), n)
            for n, one in enumerate(found)
            if one.time is None
        ]
        distance, n = min(near, default=(26, 0))
        read_time = _read_time(match, words) if distance <= 25 else None
        if read_time:
            one = found[n]
            found[n] = DateFound(
                min(one.start, match.start()),
                max(one.end, match.end()),
                one.day,
                *read_time,
                one.numbers,
                one.day_first,
            )
    return tuple(found)


def settle_order(found: DateFound, day_first: bool) -> DateFound:
    """The same date once the page's order of numbers is known from elsewhere."""
    if found.day is not None or found.numbers is None:
        return found
    first, second, year = found.numbers
    day = _make_day(year, second, first) if day_first else _make_day(year, first, second)
    return DateFound(found.start, found.end, day, found.time, found.zone, None, day_first)


def read_iso_date(value: str) -> tuple[date, str | None, str | None]:
    """Day, time and zone of an ISO 8601 day or date and time; ValueError, naming the value, for anything else."""
    match = _ISO.fullmatch(value.strip())
    day = None
    if match:
        year, month, number = (int(part) for part in match["day"].split("-"))
        day = _make_day(year, month, number)
    time = match["time"] if match else None
    in_range = time is None or all(int(n) < limit for n, limit in zip(time.split(":"), (24, 60, 60), strict=False))
    if not match or day is None or not in_range:
        raise ValueError(
            f"published is {value!r}; give an ISO 8601 day (2016-03-13) or date and time (2016-03-13T13:24:06Z)"
        )
    return day, time, match["zone"]
