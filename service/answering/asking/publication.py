"""When the articles that a question asks of were published: days that it gives of articles, not of what happened."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from service.answering.asking.days import Period, find_periods
from service.answering.asking.outlets import Mention

_CARRIER = r"(?:articles?|reports?|stor(?:y|ies)|coverage|reporting|pieces?|reviews?|accounts?)"
_OUT = r"(?:published|posted|dated|printed|written|reported)"
_TOLD = r"(?:report(?:ed)?|wr[oi]te|publish(?:ed)?|noted|cover(?:ed)?)"
_PRESS = r"(?:the\s+)?(?:outlets|media|press|papers|newspapers|news|articles)"
# A telling outlet is one sign in these, so that a pattern need not know its name.
_OUTLET = "~"
# "The report published", "coverage by X": what stands before the days. A report with another's name before it is none.
_OF_ARTICLE = re.compile(
    rf"(?P<whose>[A-Z][\w.-]*\s+)?\b{_CARRIER}(?:,?\s+(?:by|from|in|on)\s+(?:the\s+)?{_OUTLET})?"
    rf"(?P<out>,?\s+(?:(?:that|which)\s+)?(?:(?:was|were|is|are)\s+)?{_OUT})?,?\s*$"
)
# "The report on the trial published": where an outlet tells something; what else is published is no article.
_FAR_PUBLISHED = re.compile(
    rf"\b{_CARRIER}(?:(?!\b(?:stud(?:y|ies)|papers?|books?|surveys?|data|letters?|research|{_CARRIER})\b)[^;?]){{1,150}}"
    r"(?P<out>,?\s+published)\s*$"
)
_DID_REPORT = re.compile(r"\b(?:did|does|do|has|have|had)\s+(?:the\s+)?[~A-Z][\w\s.-]*\s+report\s*$")
_OF_OUTLET = re.compile(
    rf"{_OUTLET}\s+(?:(?:also|then|later|first|has|had|again)\s+)*{_TOLD}(?:\s+(?:it|this|that))?\s*$"
    rf"|\b{_OUT}\s+by\s+(?:the\s+)?{_OUTLET}\s*$"
    r"|^\W*what\s+(?:was|has\s+been|were|is|had\s+been)\s+(?:reported|published|written|in\s+the\s+news)\s*$"
    rf"|^\W*what\s+(?:(?:did|have|has|had)\s+)?{_PRESS}\s+(?:report|write|publish|wrote|written)(?:ed)?\s*$",
    re.IGNORECASE,
)
# "Last week's coverage", "A's October 31, 2023, report": what stands behind the days.
_CARRIES = re.compile(rf"(?:['’]s?)?,?\s+(?:{_OUTLET}\s+)?{_CARRIER}\b")
_QUOTES = ("'", '"', "‘", "’", "“", "”")
_BARE_WEEKDAY = re.compile(r"(?:on\s+)?(?:last\s+)?(?!yester|to)\w+day", re.IGNORECASE)


class Published(NamedTuple):
    """The days of publication that a question gives, and the question without the words that say so."""

    asked: str
    first: date | None = None
    last: date | None = None


def take_published(asked: str, mentions: Sequence[Mention], today: date | None) -> Published:
    """The days on which the articles asked of were published; of several the earliest and the latest.

    None where there are days of what happened too, or more outlets that tell something than days: the other articles
    may be of any. A weekday that only goes with "reported" is none of publication: articles tell news by weekdays.
    """
    text = list(asked)
    tellers = [one for one in mentions if one.tells]
    for one in tellers:
        text[one.start : one.end] = f"{_OUTLET:>{one.end - one.start}}"
        if "".join(text[one.start - 1 : one.start]) in _QUOTES and "".join(text[one.end : one.end + 1]) in _QUOTES:
            text[one.start - 1] = text[one.end] = " "
    periods = find_periods(asked, today)
    cuts = [_find_cut("".join(text), one) for one in periods]
    if not periods or None in cuts or len(periods) < len(tellers):
        return Published(asked)
    for start, end in (cut for cut in reversed(cuts) if cut):
        asked = asked[:start].rstrip(" ,") + asked[end:]
    firsts, lasts = [one.first for one in periods], [one.last for one in periods]
    return Published(
        asked,
        None if None in firsts else min(day for day in firsts if day),
        None if None in lasts else max(day for day in lasts if day),
    )


def _find_cut(text: str, period: Period) -> tuple[int, int] | None:
    """Where the words stand that say when articles were published; None where the days are those of what happened."""
    before, words = text[: period.start], text[period.start : period.end]
    carries = _CARRIES.match(text, period.end)
    if carries:
        return period.start, period.end + len(re.match(r"(?:['’]s?)?,?", text[period.end :]).group())  # type: ignore[union-attr]
    article = None if _DID_REPORT.search(before) else _OF_ARTICLE.search(before)
    if article:
        whose = article["whose"] and before[: article.start()].strip()
        return None if whose else (article.start("out") if article["out"] else period.start, period.end)
    if _OUTLET in text and (far := _FAR_PUBLISHED.search(before)):
        return far.start("out"), period.end
    outlet = not _BARE_WEEKDAY.fullmatch(words) and _OF_OUTLET.search(before)
    return (period.start, period.end) if outlet else None
