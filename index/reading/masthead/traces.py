"""What a page shows of its site off the article: bylines, follow lines, file names; never copyright lines."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.reading.masthead.names import NAME, fold_name, has_media_word, is_acronym, is_agency, may_be_name, word_lists
from index.records import Line

_SHORT = 80  # characters of a line that is nothing but a byline, a menu entry or a name
_HEAD = 8  # lines of the article in which a byline may stand
_TOP = 12  # lines with words among which the page's own title may stand
_HEADLINE = 15  # characters of a headline at least
_OPEN = frozenset({"page title", "byline", "credit"})  # kinds that any name in the furniture bears out
_OWNED = re.compile(r"©|\([cC]\)|[Cc]opyright|[Rr]ights [Rr]eserved")
_LONGEST = 50_000  # characters of a line of prose read for words of the site

_PLACE = r"[A-ZÀ-ÖØ-Þ][\w.'’-]{1,20}(?:[ ,]{1,2}[A-ZÀ-ÖØ-Þ][\w.'’-]{0,20}){0,4}"
_BYLINE = re.compile(rf"\s*{_PLACE} ?[-–—|/] ?(?P<name>{NAME})\s*")
_CREDIT = re.compile(rf"\s*(?:{_PLACE}(?:, [\w ]{{3,12}})? ?)?\((?P<name>{NAME})\)")
_NETWORK = r"(?:Facebook|Twitter|X|Instagram|YouTube|Youtube|Telegram|LinkedIn|Rss|RSS)"
_PAGE_WORDS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("follow line", rf"\b(?:Follow|Like|Find|Join|Watch) (?P<name>{NAME}) on {_NETWORK}\b"),
        ("follow line", r"\bFollow (?:us )?(?:on Twitter )?@(?P<name>[A-Za-z]\w{2,29})"),
        (
            "newsletter or app",
            rf"\b(?:[Gg]et|[Dd]ownload|[Ii]nstall|[Uu]se|GET|DOWNLOAD) (?:the |THE )?(?:free |FREE )?"
            rf"(?P<name>{NAME}) (?:app|App|APP|newsletter|Newsletter)\b",
        ),
        (
            "newsletter or app",
            rf"\b[Ss](?:ign up (?:for|to)|ubscribe to) (?:the )?(?P<name>{NAME})(?:['’]s?)? [Nn]ewsletters?\b",
        ),
        ("newsletter or app", rf"\bnotifications from (?P<name>{NAME})"),
        (
            "about line",
            rf"\b(?:[Ff]or more|[Mm]ore (?:news|stories|video news|articles)) (?:\w+ )?(?:from|on) (?P<name>{NAME})",
        ),
    )
)
_ABOUT = re.compile(
    r"\W{0,3}(?:About|Contact|Advertise (?:with|on|in)|Jobs (?:at|with)|Work (?:at|for|with)|Careers at|Support"
    rf"|Subscribe to|Search|Welcome to|Inside|More (?:from|on)|Also on|[Hh]ere at) (?P<name>{NAME})[ :.]{{0,3}}"
)
_NETWORK_LINE = re.compile(rf"(?P<name>{NAME})(?:['’]s)? (?:on )?{_NETWORK}\b")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:www\.)?(?P<name>[A-Za-z][\w-]{2,40})\.[A-Za-z]{2,6}\b")
_FILE = re.compile(
    r"(?<![A-Za-z0-9])(?P<name>[A-Za-z]{3,20})[_-]?\d{4,24}[\w-]{0,40}\.(?:(?P<image>jpe?g|png|gif|webp|avif)"
    r"|(?P<video>mp4|webm|mov|flv|m4v|mp3))\b",
    re.I | re.A,
)
_TITLE_PARTS = re.compile(r"\s[|–—»·:-]\s|(?<=\S): ")
_NAME_PARTS = re.compile(r"[,|•·]|\s{2,}")


@dataclass(frozen=True, slots=True)
class Trace:
    """A name of the site in words that are not the article's, and the kind of place it stands in."""

    name: str
    kind: str
    start: int
    end: int


def find_traces(text: str, lines: Sequence[Line]) -> dict[str, tuple[Trace, ...]]:
    """The traces of each name, by the name's letters alone; no agency, platform or common file prefix among them."""
    by_name: dict[str, list[Trace]] = defaultdict(list)
    for trace in _read_traces(text, lines):
        if may_be_name(trace.name) and not is_agency(trace.name):
            by_name[fold_name(trace.name)].append(trace)
    for traces in by_name.values():
        if any(one.kind in _OPEN for one in traces):
            traces.extend(_find_elsewhere(text, lines, traces[0]))
    return {name: tuple(sorted(traces, key=lambda one: one.start)) for name, traces in by_name.items() if name}


def _read_traces(text: str, lines: Sequence[Line]) -> Iterator[Trace]:
    yield from find_bylines(text, lines)
    yield from _find_files(text, lines)
    yield from _find_repeated(text, lines)
    yield from _find_page_title(text, lines)
    for line in lines:
        words = text[line.start : line.end]
        if line.label == "title" or not words.strip() or len(words) > _LONGEST:
            continue
        for kind, pattern in _PAGE_WORDS:
            yield from (_make_trace(kind, match, line) for match in pattern.finditer(words))
        if line.label == "body":
            continue
        yield from (_make_trace("e-mail address", match, line) for match in _EMAIL.finditer(words))
        if len(words) <= _SHORT and (match := _ABOUT.fullmatch(words.strip())):
            yield _make_trace("about line", match, line, len(words) - len(words.lstrip()))
        yield from (_make_trace("follow line", match, line) for match in _NETWORK_LINE.finditer(words[:400]))


def _make_trace(kind: str, match: re.Match[str], line: Line, skipped: int = 0) -> Trace:
    name = match["name"].removeprefix("the ")
    end = line.start + skipped + match.end("name")
    return Trace(name, kind, end - len(name), end)


def find_bylines(text: str, lines: Sequence[Line]) -> Iterator[Trace]:
    """The names in a byline-place line ("Beirut - Emirates Voice") and in a credit ("WASHINGTON (Reuters) -")."""
    seen = 0
    for line in lines:
        words = text[line.start : min(line.end, line.start + 200)]
        if line.label in ("title", "furniture") or not words.strip():
            continue
        seen += 1
        if seen > _HEAD:
            return
        if line.end - line.start <= _SHORT and (match := _BYLINE.fullmatch(words)):
            name = match["name"]
            if line.label == "dateline" or is_acronym(name) or has_media_word(name):
                yield _make_trace("byline", match, line)
        elif match := _CREDIT.match(words):
            yield _make_trace("credit", match, line)


def _find_files(text: str, lines: Sequence[Line]) -> Iterator[Trace]:
    """The word that begins the names of three or more media files, twice or more of each sort.

    A site prefixes its images and its recordings alike; a camera or a picture agency prefixes its own sort only.
    """
    prefixes = word_lists()["file_prefixes"]
    sorts: dict[str, list[Trace]] = defaultdict(list)
    for line in lines:
        if line.label == "body" or line.label == "title":
            continue
        for match in _FILE.finditer(text, line.start, line.end):
            if match["name"].casefold() not in prefixes:
                sort = "image files" if match["image"] else "recordings"
                sorts[fold_name(match["name"])].append(Trace(match["name"], sort, match.start(), match.end()))
    for traces in sorts.values():
        distinct = Counter(kind for kind, _ in {(one.kind, text[one.start : one.end]) for one in traces})
        if distinct.total() >= 3:
            yield from (one for one in traces if distinct[one.kind] >= 2)


def _find_page_title(text: str, lines: Sequence[Line]) -> Iterator[Trace]:
    """The last part of a line near the top whose first part is another whole line: "Headline | Site"."""
    filled = [
        (line, words) for line in lines[:400] if (words := text[line.start : min(line.end, line.start + 300)].strip())
    ]
    whole = {words for _, words in filled if len(words) >= _HEADLINE}
    for line, words in filled[:_TOP]:
        parts = list(_TITLE_PARTS.finditer(words))
        if not any(words[: part.start()].strip() in whole for part in parts):
            continue
        name = words[parts[-1].end() :].strip()
        if 2 <= len(name) <= 40 and name not in whole:
            start = text.rindex(name, line.start, line.end)
            yield Trace(name, "page title", start, start + len(name))


def _find_elsewhere(text: str, lines: Sequence[Line], trace: Trace) -> Iterator[Trace]:
    """The first line of the furniture, off the copyright, in which a name stands that another trace has given."""
    pattern = re.compile(rf"(?<!\w){re.escape(trace.name)}(?!\w)", re.I)
    for line in lines:
        if line.label != "furniture" or line.start <= trace.start < line.end or line.end - line.start > _LONGEST:
            continue
        match = pattern.search(text, line.start, line.end)
        if match and not _OWNED.search(text, line.start, line.end):
            yield Trace(match.group(), "elsewhere in furniture", match.start(), match.end())
            return


def _find_repeated(text: str, lines: Sequence[Line]) -> Iterator[Trace]:
    """Names that stand alone three times or more in the furniture."""
    alone: dict[str, list[Trace]] = defaultdict(list)
    for line in lines:
        if line.label != "furniture" or line.end - line.start > 3 * _SHORT:
            continue
        start = line.start
        for part in _NAME_PARTS.split(text[line.start : line.end]):
            name = part.strip()
            if 3 <= len(name) <= 40 and (found := text.find(name, start, line.end)) >= 0:
                start = found + len(name)
                alone[fold_name(name)].append(Trace(name, "repeated in furniture", found, start))
    yield from (one for traces in alone.values() if len(traces) >= 3 for one in traces)
