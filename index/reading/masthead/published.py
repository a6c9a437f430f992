"""Which of a page's dates is its publication date: only one that stands where a page puts it."""

import re
from collections.abc import Iterator, Sequence

from index.reading.masthead.dates import DateFound, find_dates, is_calendar_word, read_iso_date, settle_order
from index.reading.masthead.names import word_lists
from index.records import Declared, Evidence, Hint, Line, PageHints, Published

_LONGEST = 160  # characters of a line that is nothing but a date and its byline
_NEAR = 12  # lines with words that may stand between the title and the date
_FIRST_YEAR = 1970  # of a page on the web, and not itself
_PROSE = 80  # characters from which a body line is the article itself
_PUBLISHED = re.compile(
    r"\b(?:published|posted|first published|date|publié|veröffentlicht|publicado|pubblicato|gepubliceerd)\b", re.I
)
_CHANGED = re.compile(
    r"\b(?:updated?|modified|edited|corrected|revised|reviewed|accessed|retrieved|expires?|last change|originally"
    r"|aktualisiert|mis à jour|actualizado|aggiornato|bijgewerkt)\b",
    re.I,
)
_ZONE = re.compile(r"(?:GMT|UTC|MSK|[A-Z]{1,4}T)(?:[+-]\d{1,4})?")


def read_published(text: str, lines: Sequence[Line], declared: Declared, hints: PageHints | None) -> Published:
    """The day of publication as declared, as the HTML says, or as a date line by the title says; else unknown.

    A date in prose, in furniture, in a path, in a list of other articles, or of a change is never it. Raises
    ValueError, naming the value, for a declared date that is not ISO 8601.
    """
    if declared.published is not None:
        day, time, zone = read_iso_date(declared.published)
        return Published(day, time, zone, "declared", (Evidence("declared", text=declared.published),))
    for hint in hints.published if hints else ():
        if published := _read_hint(hint):
            return published
    return _read_date_lines(text, lines)


def _read_hint(hint: Hint) -> Published | None:
    """What a tag gives: ISO 8601, or one date in words; a value that is neither is passed over."""
    evidence = (Evidence(hint.tag, text=hint.value),)
    try:
        day, time, zone = read_iso_date(hint.value)
        # A content system that has no date writes its first one: the year 1, or 1970.
        return Published(day, time, zone, "site", evidence) if day.year > _FIRST_YEAR else None
    except ValueError:
        found = find_dates(hint.value[:_LONGEST])
    if len(found) == 1 and found[0].day:
        return Published(found[0].day, found[0].time, found[0].zone, "site", evidence)
    return None


def _is_date_line(words: str, found: Sequence[DateFound]) -> bool:
    """Whether a line is dates and a byline and nothing else, so that it cannot be a sentence with a date in it."""
    rest = list(words)
    for one in found:
        rest[one.start : one.end] = " " * (one.end - one.start)
    others = re.findall(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*", "".join(rest))
    labels = word_lists()["date_labels"]
    plain = [
        word
        for word in others
        if word.casefold() not in labels and not is_calendar_word(word) and not _ZONE.fullmatch(word)
    ]
    return len(plain) <= 6 and all(word[0].isupper() for word in plain) and not words.rstrip().endswith(("?", "!"))


def _candidate_lines(text: str, lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Lines around the title in which a page gives its date, in order, furniture left out."""
    labels = [line.label for line in lines]
    end = next(
        (n for n, line in enumerate(lines) if line.label == "body" and line.end - line.start >= _PROSE), len(lines)
    )
    titles = [n for n in range(end) if labels[n] == "title"]
    start = max(0, (titles[0] if titles else end) - _NEAR)
    near = 0
    for n in range(start, end):
        line = lines[n]
        words = text[line.start : line.end]
        if not words.strip():
            continue
        near += not titles or n > titles[-1]
        if near > _NEAR:
            return
        if line.label in ("furniture", "title") or len(words) > _LONGEST:
            continue
        # Above the title, or without one, only what the labeller or the line itself calls a date line is one.
        if line.label == "dateline" or (titles and (n > titles[0] or _PUBLISHED.match(words.lstrip()))):
            yield line, words


def _is_changed(words: str, one: DateFound, previous: int) -> tuple[bool, bool]:
    """Whether the words before a date in its line say that it is a change's, or the publication's."""
    before = words[previous : one.start]
    changed = [match.start() for match in _CHANGED.finditer(before)]
    said = [match.start() for match in _PUBLISHED.finditer(before)]
    return bool(changed) and (not said or "riginally" in before or changed[-1] > said[-1]), bool(said)


def _read_date_lines(text: str, lines: Sequence[Line]) -> Published:
    dates: list[tuple[Line, DateFound, bool]] = []
    orders: set[bool] = set()
    for line, words in _candidate_lines(text, lines):
        found = find_dates(words)
        if not found or not _is_date_line(words, found):
            continue
        previous = 0
        for one in found:
            changed, said = _is_changed(words, one, previous)
            previous = one.end
            orders |= {one.day_first} - {None}  # type: ignore[arg-type]
            if not changed:
                dates.append((line, one, said))
    if len(orders) == 1:
        dates = [(line, settle_order(one, next(iter(orders))), said) for line, one, said in dates]
    dates = [entry for entry in dates if entry[2]] or dates
    if not dates:
        return Published()
    open_dates = [entry for entry in dates if entry[1].day is None]
    days = {one.day for _, one, _ in dates}
    if open_dates:
        return Published(evidence=(_cite(text, *open_dates[0][:2], "day and month cannot be told apart"),))
    if len(days) > 1:
        return Published(evidence=tuple(_cite(text, *entry[:2], "one of several dates") for entry in dates))
    line, one, _ = max(dates, key=lambda entry: entry[1].time is not None)
    return Published(one.day, one.time, one.zone, "stated", (_cite(text, line, one, "date line by the title"),))


def _cite(text: str, line: Line, one: DateFound, reason: str) -> Evidence:
    start, end = line.start + one.start, line.start + one.end
    return Evidence(reason, start, end, text[start:end])
