"""Who published an article, its title, day and owner, each with how it is known; unknown is an answer."""

import re
from collections.abc import Sequence

from index.reading.masthead.copymarks import find_copy_mark
from index.reading.masthead.names import NAME, fold_name, is_agency, may_be_name
from index.reading.masthead.published import read_published
from index.reading.masthead.selfreference import Mention, choose_self, cite_mentions, find_mentions
from index.reading.masthead.traces import Trace, find_traces
from index.records import CopyMark, Declared, Evidence, Line, Masthead, Outlet, Owner, PageHints, Title

_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|\b[Cc]opyright|\bCOPYRIGHT)[\s©]{0,3}(?:[Cc]opyright )?(?:\([cC]\) ?)?"
    r"(?P<years>(?:19|20)\d\d(?: ?[-–,] ?(?:19|20)?\d\d)?)?,?\s{0,3}"
    rf"(?:[Bb]y )?(?P<name>{NAME}(?:, (?:LLC|Inc|Ltd|L\.P|LP|LLP|plc|GmbH|S\.A)\b\.?)?)"
)
_RIGHTS = re.compile(rf"[Rr]ights [Rr]eserved (?:to|by) (?P<name>{NAME})")
_OWNED_SIGNS = ("©", "(c)", "(C)", "opyright", "COPYRIGHT", "eserved")  # a line without them tells no owner
_YEAR_AFTER = re.compile(r"[\s,]+(?:19|20)\d\d$|(?<=[a-zA-Z]{3})\.$")
_BARE_DOMAIN = re.compile(r"(?:https?://)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/?")
_WE_PUBLISHED = re.compile(rf"\b[Pp]ublished (?:here )?by us (?:here )?(?:at|on|in) (?:the )?(?P<name>{NAME})")
_LONGEST = 50_000  # characters of a line read for words of the site; no footer is longer
_ENDS = 250_000  # characters read from either end of a text, where a masthead stands
_MOST_LINES = 5_000  # filled lines likewise
_MOST_TITLES = 10
# A menu says the same of its own entries, so these alone do not tell a site from a part of it.
_MENU_KINDS = frozenset({"about line", "newsletter or app", "repeated in furniture"})


def read_masthead(text: str, lines: tuple[Line, ...], declared: Declared, hints: PageHints | None = None) -> Masthead:
    """What the page and whoever handed it in say of the article beside its words.

    Declared wins, then the HTML's own tags, then the text; what none of them says is unknown. No list of outlets is
    consulted. Raises ValueError, naming the value, for a declared date that is not ISO 8601.
    """
    last = len(text) - _ENDS
    filled = [line for line in lines if line.end > line.start and (line.end <= _ENDS or line.start >= last)]
    if len(filled) > 2 * _MOST_LINES:
        filled = filled[:_MOST_LINES] + filled[-_MOST_LINES:]
    return _read_lines(text, filled, declared, hints)


def _read_lines(text: str, lines: Sequence[Line], declared: Declared, hints: PageHints | None) -> Masthead:
    mentions = find_mentions(text, lines)
    spoken = choose_self(text, lines, mentions)
    copied = find_copy_mark(text, lines, spoken)
    outlet = _read_given_outlet(declared, hints) or _read_outlet(text, lines, mentions, spoken, copied)
    if copied and copied.name and outlet.name and fold_name(copied.name) == fold_name(outlet.name):
        copied = None  # an outlet that names itself copies nobody
    return Masthead(
        outlet=outlet,
        title=_read_title(text, lines, declared, hints),
        published=read_published(text, lines, declared, hints),
        owner=_read_owner(text, lines),
        copied_from=copied,
    )


def _read_given_outlet(declared: Declared, hints: PageHints | None) -> Outlet | None:
    if declared.outlet:
        return Outlet(declared.outlet, "declared", (Evidence("declared", text=declared.outlet),))
    for hint in hints.site if hints else ():
        name = hint.value.split(" | ")[0].strip()  # what stands behind a bar is a motto or a menu
        if name and not _BARE_DOMAIN.fullmatch(name):
            return Outlet(name, "site", (Evidence(hint.tag, text=hint.value),))
    return None


def _read_outlet(
    text: str, lines: Sequence[Line], mentions: Sequence[Mention], spoken: Sequence[Mention], copied: CopyMark | None
) -> Outlet:
    """The outlet from the text alone, by the surest of three ways that finds one."""
    traces = find_traces(text, lines)
    if copied and not (copied.name and is_agency(copied.name)):
        mentions = spoken = ()  # the voice is that of whoever the text was taken from
    if stated := _read_stated(text, lines, traces, mentions):
        return stated
    if spoken:
        return Outlet(spoken[0].name, "self_reference", cite_mentions(text, spoken))
    whose = fold_name(copied.name) if copied and copied.name else None
    kinds = {name: {one.kind for one in found} for name, found in traces.items() if name != whose}
    most = max((len(seen) for seen in kinds.values() if seen - _MENU_KINDS), default=0)
    leading = [name for name, seen in kinds.items() if len(seen) == most and seen - _MENU_KINDS]
    if most < 2 or len(leading) > 1:
        return Outlet()
    found = traces[leading[0]]
    return Outlet(found[0].name, "inferred", _cite_traces(text, found))


def _read_stated(
    text: str, lines: Sequence[Line], traces: dict[str, tuple[Trace, ...]], mentions: Sequence[Mention]
) -> Outlet | None:
    """A byline or credit whose name the site or the outlet's own voice repeats, or "published by us at"."""
    for line in lines:
        match = _WE_PUBLISHED.search(text, line.start, min(line.end, line.start + _LONGEST))
        if match and may_be_name(match["name"]):
            start, end = match.span()
            return Outlet(match["name"], "stated", (Evidence("says who published it", start, end, text[start:end]),))
    for name, found in traces.items():
        bylines = [one for one in found if one.kind in ("byline", "credit")]
        others = [one for one in found if one not in bylines]
        own = [one for one in mentions if fold_name(one.name) == name]
        if bylines and (others or own):
            evidence = _cite_traces(text, [*bylines[:1], *others]) + cite_mentions(text, own)
            return Outlet(bylines[0].name, "stated", evidence)
    return None


def _cite_traces(text: str, traces: Sequence[Trace]) -> tuple[Evidence, ...]:
    """The first trace of each kind, which is enough to check the answer by."""
    first: dict[str, Trace] = {}
    for one in traces:
        first.setdefault(one.kind, one)
    return tuple(Evidence(one.kind, one.start, one.end, text[one.start : one.end]) for one in first.values())


def _read_title(text: str, lines: Sequence[Line], declared: Declared, hints: PageHints | None) -> Title:
    if declared.title:
        return Title(declared.title, "declared", (Evidence("declared", text=declared.title),))
    for hint in hints.title if hints else ():
        if hint.value.strip():
            return Title(hint.value.strip(), "site", (Evidence(hint.tag, text=hint.value),))
    titles = [line for line in lines if line.label == "title" and text[line.start : line.end].strip()]
    titles = titles[:_MOST_TITLES]
    if not titles:
        return Title()
    line = min(titles, key=lambda one: _rank_title(text, one, titles))
    words = text[line.start : line.end]
    start = line.start + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return Title(text[start:end], "stated", (Evidence(line.reason, start, end, text[start:end]),))


def _rank_title(text: str, line: Line, titles: Sequence[Line]) -> tuple[bool, bool, int]:
    """A title comes before its slug in small letters and before itself with the site's name behind it."""
    words = text[line.start : line.end].strip()
    others = (text[one.start : one.end].strip() for one in titles if one is not line)
    is_longer = any(words.startswith(other) and words != other for other in others if len(other) > 15)
    return words == words.lower(), is_longer, line.start


def _read_owner(text: str, lines: Sequence[Line]) -> Owner:
    """The last name under a copyright of the page, which stands in its footer; a picture's credit has no year."""
    last: re.Match[str] | None = None
    for line in lines:
        if line.label == "title" or line.end - line.start > _LONGEST:
            continue
        words = text[line.start : line.end]
        if not any(sign in words for sign in _OWNED_SIGNS):
            continue
        if match := _RIGHTS.search(text, line.start, line.end):
            last = match
            continue
        for match in _COPYRIGHT.finditer(text, line.start, line.end):
            if (match["years"] or "ights reserved" in words.lower()) and not is_agency(match["name"]):
                last = match
    if last is None:
        return Owner()
    start, end = last.span()
    name = _YEAR_AFTER.sub("", last["name"])
    end -= len(last["name"]) - len(name)
    return Owner(name, "stated", (Evidence("copyright line", start, end, text[start:end]),))
