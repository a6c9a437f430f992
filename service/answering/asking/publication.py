"""When the articles that a question asks of were published: days that it gives of articles, not of what happened."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from service.answering.asking.days import Period, find_periods
from service.answering.asking.outlets import Mention

_CARRIER = r"(?:articles?|reports?|stor(?:y|ies)|coverage|news|reporting|pieces?|posts?|reviews?|accounts?)"
_OUT = r"(?:published|posted|dated|printed|written|reported|released)"
_TOLD = r"(?:reported|wrote|published|noted|covered)"
# A telling outlet is one sign in these, so that a pattern need not know its name.
_OUTLET = "~"
# "The report published", "coverage by X": what stands before the days. A report with another's name before it is not an article.
_OF_ARTICLE = re.compile(
    rf"(?P<whose>[A-Z][\w.-]*\s+)?\b{_CARRIER}(?:,?\s+(?:by|from|in|on)\s+(?:the\s+)?{_OUTLET})?(?:,?\s+(?:(?:that|which)\s+)?"
    rf"(?:(?:was|were|is|are)\s+)?{_OUT})?,?\s*$"
)
_OF_OUTLET = re.compile(
    rf"{_OUTLET}(?:['’]s?)?\s+(?:(?:also|then|later|first|has|had|again)\s+)*{_TOLD}(?:\s+(?:it|this|that))?\s*$"
    rf"|\b{_OUT}\s+by\s+(?:the\s+)?{_OUTLET}\s*$|^\W*what\s+(?:was|has\s+been|were|is|had\s+been)\s+(?:reported|published|written|in\s+the\s+news)\s*$"
    r"|^\W*what\s+did\s+(?:the\s+)?(?:outlets|media|press|papers|newspapers|news)\s+(?:report|write|publish|say)\s*$"
    r"|^\W*what\s+(?:outlets|media|press|papers|newspapers)\s+(?:reported|wrote|published)\s*$",
    re.IGNORECASE,
)
# "Last week's coverage", "A's October 31, 2023, report": what stands behind the days.
_CARRIES = re.compile(rf"(?:['’]s?)?,?\s+(?:{_OUTLET}\s+)?{_CARRIER}\b")
_BARE_WEEKDAY = re.compile(r"(?:on\s+)?(?:last\s+)?\w+day", re.IGNORECASE)


class Published(NamedTuple):
    """The days of publication that a question gives, and the question without the words that say so."""

    asked: str
    first: date | None = None
    last: date | None = None


def take_published(asked: str, mentions: Sequence[Mention], today: date | None) -> Published:
    """The days on which the articles asked of were published; of several the earliest and the latest.

    None where only one of several articles is given a day, for the others may be of any. Days of what happened are left
    where they are, and so is a weekday that only goes with "reported": articles themselves tell their news by weekdays.
    """
    tellers = [one for one in mentions if one.tells]
    text = asked
    for one in tellers:
        text = text[: one.start] + _OUTLET * (one.end - one.start) + text[one.end :]
    text = re.sub(rf"{_OUTLET}+", lambda run: _OUTLET.rjust(len(run.group())), text)
    found = [one for one in find_periods(asked, today) if _is_of_articles(text, one)]
    if not found or len(found) < len(tellers):
        return Published(asked)
    firsts, lasts = [one.first for one in found], [one.last for one in found]
    for one in reversed(found):
        asked = f"{asked[: one.start].rstrip(' ,')} {_trim(asked[one.end :])}".strip()
    return Published(
        asked,
        None if None in firsts else min(day for day in firsts if day),
        None if None in lasts else max(day for day in lasts if day),
    )


def _is_of_articles(text: str, period: Period) -> bool:
    before, after = text[: period.start], text[period.end :]
    weekday = _BARE_WEEKDAY.fullmatch(text[period.start : period.end]) and "yester" not in text[period.start : period.end]
    article = _OF_ARTICLE.search(before)
    if article:
        return not (article["whose"] and before[: article.start()].strip())
    return bool(_CARRIES.match(after)) or bool(not weekday and _OF_OUTLET.search(before))


def _trim(rest: str) -> str:
    """What stands behind the days, without the comma and the possessive that belong to them."""
    return re.sub(r"^['’]s?\b", "", rest).lstrip(", ") if re.match(r"['’,]", rest) else rest.lstrip()
