"""Where a page says that its text is somebody else's; a source quoted in prose is no such mark."""

import re
from collections.abc import Sequence

from index.reading.masthead.names import NAME, fold_name, has_media_word, is_acronym, is_agency, may_be_name, trim_name
from index.reading.masthead.selfreference import Mention, mask_quotations
from index.reading.masthead.traces import find_bylines
from index.records import CopyMark, Evidence, Line

_SHORT = 120  # characters of a line that is nothing but a mark
_PROSE = 80  # characters from which a body line is the article itself
_LONGEST = 50_000
_WHOLE = r"[Tt]his (?:article|story|piece|post|report|column|essay|interview|text)[^.\n]{0,60}? "
_PLACED = rf"[^.\n]{{0,20}}? (?:in|on|at|by) (?:the )?(?P<name>{NAME})"
_NAMED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_WHOLE}(?:originally|first){_PLACED}",
        rf"{_WHOLE}(?:is |was )?(?:re-?published|reprinted|reposted|syndicated)[^.\n]{{0,60}}?"
        rf" (?:from|of|by) (?:the )?(?P<name>{NAME})",
    )
)
_OPENING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\W{{0,3}}(?:[Oo]riginally|[Ff]irst) (?:published|appeared|posted){_PLACED}",
        r"\W{0,3}(?:[Rr]epublished|[Rr]eprinted|[Rr]eposted)(?: with (?:the )?permission)? (?:from|of)"
        rf" (?:the )?(?P<name>{NAME})",
        r"\W{0,3}(?:Read|View|See) (?:the )?(?:[Oo]riginal|full) (?:article|story|post|text)?[^.\n]{0,20}?"
        rf" (?:at|on|in) (?P<name>{NAME})",
    )
)
_WHOLE_LINE = re.compile(rf"\W{{0,3}}(?:Source|SOURCE|Via|Article source|Original source) ?:? (?P<name>{NAME})[\s.]*")
_NAMELESS = re.compile(
    r"\W{0,3}(?:(?:view|read|see|go to) (?:the )?original(?: (?:article|story|post|text|source|version))?(?: here)?"
    r"|original (?:article|source|story)(?: here| link)?)\W{0,3}",
    re.I,
)


def find_copy_mark(text: str, lines: Sequence[Line], mentions: Sequence[Mention]) -> CopyMark | None:
    """The first mark by which the page gives its text to another, and the name it gives, or None.

    A mark without a name takes the one name that the text speaks of as itself; an agency in the credit of the
    first lines is a mark too.
    """
    prose = [line.start for line in lines if line.label == "body" and line.end - line.start >= _PROSE]
    for line in lines:
        if line.end - line.start > _LONGEST or line.label == "title":
            continue
        words = mask_quotations(text[line.start : line.end])
        is_at_end = not prose or line.start > prose[-1] or line.start < prose[0]
        if named := _find_named(words) or (_find_source(words) if is_at_end else None):
            name, start, end = named
            return CopyMark(name, (_cite(text, "says whose text it is", line.start + start, line.start + end),))
        if len(words) <= _SHORT and _NAMELESS.fullmatch(words.strip()):
            return _take_name(text, line, mentions)
    for credit in find_bylines(text, lines):
        if is_agency(credit.name):
            return CopyMark(credit.name, (_cite(text, "wire credit", credit.start, credit.end),))
    return None


def _find_named(words: str) -> tuple[str, int, int] | None:
    whole = [match for pattern in _NAMED for match in pattern.finditer(words)] if "his " in words else []
    for match in (*whole, *(pattern.match(words) for pattern in _OPENING)):
        if match and may_be_name(name := trim_name(match["name"])):
            return name, match.start(), match.end() - len(match["name"].removeprefix("the ")) + len(name)
    return None


def _find_source(words: str) -> tuple[str, int, int] | None:
    """The name in a line "Source: X", which between paragraphs would be a chart's."""
    whole = _WHOLE_LINE.fullmatch(words) if len(words) <= _SHORT else None
    if whole is None or not _looks_like_outlet(whole["name"]):
        return None
    return whole["name"], whole.start(), whole.end("name")


def _looks_like_outlet(name: str) -> bool:
    """A chart names its source too ("Source: State Department"); a text's source is named like an outlet."""
    return may_be_name(name) and (is_acronym(name) or has_media_word(name) or is_agency(name))


def _take_name(text: str, line: Line, mentions: Sequence[Mention]) -> CopyMark:
    start = line.start + len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip())
    marks = [_cite(text, "says that the original is elsewhere", start, line.end)]
    names = {fold_name(mention.name) for mention in mentions}
    if len(names) != 1:
        return CopyMark(None, tuple(marks))
    marks += [_cite(text, f"speaks of itself: {one.kind}", one.start, one.end) for one in mentions]
    return CopyMark(mentions[0].name, tuple(marks))


def _cite(text: str, reason: str, start: int, end: int) -> Evidence:
    return Evidence(reason, start, end, text[start:end])
