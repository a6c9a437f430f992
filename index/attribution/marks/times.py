"""Words of time, and the day they name where that is certain; no clocks, and no dates of other calendars."""

import re
from datetime import date, timedelta

from index.attribution.scan.closed import AUXILIARIES, PREPOSITIONS, SUBJECTS, SUBORDINATORS, VERBS
from index.attribution.scan.tokens import lower_text
from index.records import Span, When

_MONTHS = (
    r"january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?:\.|(?=\s\d))"
)
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_YEAR = r"(?:18|19|20)\d\d(?![\d,]\d|\d)"
_PART = r"morning|night|evening|afternoon"
_COUNT = r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many|a\sfew|some|(?:a\s)?couple\sof"
_UNIT = r"(?:day|week|month|year|hour|decade|season|summer|winter|spring|fall|autumn|century|weekend)"
_DATE = (
    rf"(?:{_MONTHS})\s+\d{{1,2}}(?!\d)(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}}(?!\d))?(?:,?\s+{_YEAR})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS})(?:,?\s+{_YEAR})?"
    rf"|(?:{_MONTHS})(?:,?\s+(?:of\s+)?{_YEAR})?"
)
# These four read a text in lower case, which takes a third of the time that ignoring case takes.
# Alternatives that begin with different words, so that each place is read once.
_WHEN = re.compile(
    r"\b(?:(?P<lead>on|in|by|since|until|till|before|after|from|during|over|within|throughout|as\sof|between)\s+)?"
    r"(?:the\s+)?(?:(?:late|early|earlier|later|mid|last|this|next|past|previous|same|following|coming|recent|"
    r"end\sof|start\sof|beginning\sof)(?:\s+|-)(?:on\s+|the\s+|in\s+)?){0,2}"
    rf"(?:{_DAYS}(?:\s+(?:{_PART}))?(?:,?\s+(?:{_DATE}))?"
    rf"|(?:19|20)\d\d-\d\d-\d\d(?!\d)|{_DATE}"
    rf"|{_YEAR}s?(?:\s?[-–]\s?(?:\d{{4}}|\d\d)(?!\d))?"
    r"|yesterday|today|tomorrow|tonight|overnight|(?<=over\s)the\sweekend|(?<=over\sthe\s)weekend|so\sfar|to\sdate"
    rf"|(?<=last\s)(?:{_UNIT}|{_PART}|few\s{_UNIT}s)|(?<=this\s)(?:{_UNIT}|{_PART})|(?<=next\s)(?:{_UNIT}|few\s{_UNIT}s)"
    rf"|(?<=past\s)(?:{_UNIT}s?|few\s{_UNIT}s)|(?<=recent\s){_UNIT}s|(?<=previous\s){_UNIT}s?|(?<=same\s){_UNIT}"
    rf"|(?<=following\s){_UNIT}|(?<=(?:last|past|next)\s)(?:{_COUNT})\s{_UNIT}s"
    rf"|(?:a|an|each|every|per)\s(?:day|week|month|year)(?=[\s,.;:)]|$)(?!\s(?:ago|earlier|later|before|after|old|of))"
    rf"|(?:(?:{_COUNT})\s)?{_UNIT}s?\s(?:ago|earlier|later)"
    rf"|(?<=in\s)recent\s{_UNIT}s|annually)(?!\w)"
)
_ADJECTIVE = re.compile(rf"\bthe\s+({_YEAR})$", re.IGNORECASE)
# What each of them holds; looked for first, for it is quick.
_CORE = re.compile(
    rf"\b(?:(?:18|19|20)\d\d|{_DAYS}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}}\b|{_UNIT}|{_PART}"
    r"|yesterday|today|tomorrow|tonight|overnight|so\s(?=far)|to\s(?=date)|annually)"
)
# Without a digit, none of them is where none of these is.
_SIGNS = """day|week|month|year|hour|decade|season|summer|winter|spring|fall|autumn|centur|morning|night|evening|so far
|afternoon|tomorrow|to date|annually|january|february|march|april|may|june|july|august|september|october|november
|december|jan.|feb.|mar.|apr.|jun.|jul.|aug.|sep.|sept.|oct.|nov.|dec.""".replace("\n", "").split("|")
_DIGIT = re.compile(r"\d")
_REACH = 40  # characters from there to either end of the words of time
# "since the start of the campaign", "during the siege": a period by what happened.
_PERIOD = re.compile(
    r"\b(?:since|during|throughout|after|before)\s+(?:the|its|his|her|their|last)\s+"
    r"(?:(?P<edge>start|beginning|outbreak|onset|launch|end|height|course|fall)\s+of\s+(?:the\s+|its\s+|last\s+)?)?"
    r"(?P<words>[^\W_]+(?:[-’'][^\W_]+)*(?:\s[^\W_]+(?:[-’'][^\W_]+)*){0,6})"
)
_SINCE = re.compile(
    r"\bsince\s+(?:the\s+)?(?P<words>[^\W_]+(?:[-’'][^\W_]+)*(?:\s[^\W_]+(?:[-’'][^\W_]+)*){0,3}?"
    r"\s(?:began|started|broke\sout|erupted|emerged|took\s(?:office|effect)|ended|resumed))\b"
)
_BARE_MONTH = re.compile(r"(?:may|march|second|fall|spring)", re.IGNORECASE)
_PERIOD_ENDS = (PREPOSITIONS | AUXILIARIES | SUBORDINATORS | SUBJECTS | VERBS | {"and", "said", "says"}) - {"of"}
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_NUMBERS |= {"nine": 9, "ten": 10}
_MONTH_ORDER = "janfebmaraprmayjunjulaugsepoctnovdec"
_DAY_ORDER = "montuewedthufrisatsun"
_FULL = re.compile(
    rf"\b(?:(?P<m1>{_MONTHS})\s+(?P<d1>\d{{1,2}})(?!\d)|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTHS}))"
    rf"(?:st|nd|rd|th)?(?P<range>\s?[-–]\s?\d{{1,2}}(?!\d))?(?:,?\s+(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_WEEKDAY = re.compile(rf"\b({_DAYS})\b", re.IGNORECASE)
_AGO = re.compile(rf"(?:({_COUNT})\s)?(day|week|month|year|hour|decade)s?\sago", re.IGNORECASE)
_NEAR_DAYS = 120  # a day and month without a year are those nearest to the publication, if as near as this


def find_times(text: str, span: Span, published: date | None = None) -> tuple[When, ...]:
    """Words of time in `span` with the preposition that leads them, in order, none within another.

    `day` is one day or None: from the words themselves ("March 13, 2016"), or from them and `published` (a weekday is
    the last one on or before publication; "March 13" is the nearest one). Nothing is guessed: without `published` no
    year is, and "last week", "last Saturday", "by Friday" and "March 13-15" are no single day. Linear in the span.
    """
    low = lower_text(text)
    matches = (match for start, end in _neighbourhoods(low, span) for match in _WHEN.finditer(low, start, end))
    spans = [_trim(match) for match in matches if not _is_verb(text, match)]
    spans.extend(_periods(low, span))
    spans.sort(key=lambda one: (one.start, -one.end))
    found: list[When] = []
    for one in spans:
        if found and one.start < found[-1].end:
            continue
        if found and _is_range(found[-1].text, text[found[-1].end : one.start]):
            one = Span(found.pop().start, one.end)
        words = text[one.start : one.end]
        found.append(When(words, one.start, one.end, _resolve(words, published)))
    return tuple(found)


def _trim(match: re.Match[str]) -> Span:
    """Without an article that belongs to what follows: "after the 2007 shooting" only names the year."""
    if year := _ADJECTIVE.search(match.group()):
        return Span(match.start() + year.start(1), match.end())
    if match["lead"] == "in" and _WEEKDAY.match(match.group()[2:].lstrip()):
        return Span(
            match.start() + len(match.group()) - len(match.group()[2:].lstrip()), match.end()
        )  # in Tuesday's vote
    return Span(match.start() + (4 if match.group()[:4] == "the " else 0), match.end())


def _is_range(words: str, gap: str) -> bool:
    """From 1999 to 2017; between Monday and Friday."""
    lead = words[:8].lower()
    return (lead.startswith("from ") and gap in (" to ", " into ", " through ", " until ")) or (
        lead.startswith("between ") and gap == " and "
    )


def _neighbourhoods(low: str, span: Span) -> list[tuple[int, int]]:
    """Where words of time can be at all: around each word that all of them have one of; apart from each other."""
    near: list[tuple[int, int]] = []
    for match in _CORE.finditer(low, span.start, span.end):
        start, end = max(span.start, match.start() - _REACH), min(span.end, match.end() + _REACH)
        if near and start <= near[-1][1]:
            near[-1] = near[-1][0], end
        else:
            near.append((start, end))
    if near and not _DIGIT.search(low, span.start, span.end):
        words = low[span.start : span.end]
        return near if any(sign in words for sign in _SIGNS) else []
    return near


def _periods(low: str, span: Span) -> list[Span]:
    """Periods told by what happened, up to the word that ends their noun phrase."""
    spans = [Span(*match.span()) for match in _SINCE.finditer(low, span.start, span.end)]
    for match in _PERIOD.finditer(low, span.start, span.end):
        if not match["edge"] and match.group()[:5] not in ("since", "durin", "throu"):
            continue
        end = match.start("words")
        for word in re.finditer(r"\S+", match["words"]):
            if word.group() in _PERIOD_ENDS:
                break
            end = match.start("words") + word.end()
        if end > match.start("words"):
            spans.append(Span(match.start(), end))
    return spans


def _is_verb(text: str, match: re.Match[str]) -> bool:
    """May and March are months only with a day, a year or a preposition; "in may" is none."""
    words = text[match.start() : match.end()].strip()
    bare = _BARE_MONTH.fullmatch(words)
    return bool(bare) or bool(match["lead"] and words[-3:] == "may") or words.lower() in ("a year", "a day", "a month")


def _resolve(words: str, published: date | None) -> date | None:
    """The one day that the words name, or None."""
    if words[:8].lower().startswith(("from ", "between ")):
        return None
    if iso := _ISO.search(words):
        return _make(int(iso[1]), int(iso[2]), int(iso[3]))
    lowered = words.lower()
    weekday = _WEEKDAY.search(lowered)
    if full := _FULL.search(words):
        return _resolve_date(full, _weekday(weekday) if weekday else None, published)
    if published is None:
        return None
    if weekday:
        if re.search(r"\b(?:last|next|this|coming|past|previous|following|by|until|till|before)\b", lowered):
            return None
        return published - timedelta((published.weekday() - _weekday(weekday)) % 7)
    if ago := _AGO.search(lowered):
        days = int(ago[1]) if ago[1] and ago[1].isdigit() else _NUMBERS.get(ago[1] or "")
        return published - timedelta(days) if days and ago[2] == "day" else None
    if re.search(r"\b(?:yesterday|last\s(?:night|evening))\b", lowered):
        return published - timedelta(1)
    if "tomorrow" in lowered:
        return published + timedelta(1) if published < date.max else None
    return published if re.search(rf"\b(?:today|tonight|this\s(?:{_PART}))\b", lowered) else None


def _resolve_date(full: re.Match[str], weekday: int | None, published: date | None) -> date | None:
    """A day of a month in its year, or in the year that brings it near the publication, on the weekday it names."""
    month, number = _MONTH_ORDER.index((full["m1"] or full["m2"]).lower()[:3]) // 3 + 1, int(full["d1"] or full["d2"])
    if full["range"]:
        return None
    if full["year"]:
        return _make(int(full["year"]), month, number)
    if published is None:
        return None
    days = [_make(published.year + step, month, number) for step in (-1, 0, 1)]
    near = [day for day in days if day and abs((day - published).days) <= _NEAR_DAYS]
    fitting = [day for day in near if weekday is None or day.weekday() == weekday]
    return min(fitting, key=lambda day: abs((day - published).days), default=None)


def _weekday(found: re.Match[str]) -> int:
    return _DAY_ORDER.index(found[1][:3].lower()) // 3


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
