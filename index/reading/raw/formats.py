"""Files to raw articles: text, HTML, JSON and JSON Lines; what an article says is read elsewhere."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from index.errors import ReadError
from index.reading.raw.decoding import decode, marked_encoding, refuse_binary
from index.reading.raw.fields import MAX_ARTICLE_BYTES, check_text, fill_declared, parse_article
from index.reading.raw.files import MAX_LINE_BYTES, kind_of, printable, read_lines, read_whole
from index.reading.raw.ids import article_id, item_id
from index.records import Declared, RawArticle

_UTF8_MARK = b"\xef\xbb\xbf"
_TRIES = 100  # a file of which so many first lines are broken is not JSON Lines


def read_file(
    path: Path, *, file_id: str | None = None, declared: Declared | None = None
) -> Iterator[RawArticle | ReadError]:
    """Yield each article of a file, and a ReadError for each that cannot be read; never raises ReadError.

    `file_id` is the id of the file's one article, or what the ids of its items begin with; by default it is made
    from the name. `declared` holds where an item does not say itself; of several items none has its title or url.
    """
    name = printable(path)
    file_id = file_id or article_id(name)
    declared = declared or Declared()
    try:
        match kind_of(path):
            case "text" | "html" as kind:
                yield _read_page(path, kind == "html", file_id, declared)
            case "json":
                yield from _read_json(path, file_id, declared)
            case "lines":
                yield from _read_items(name, _line_objects(path), file_id, declared)
            case None:
                yield ReadError(name, "is of a kind that cannot be read")
    except ReadError as error:
        yield error


def parse_object(data: bytes, *, path: str, place: str | None = None) -> dict[str, object]:
    """Parse one JSON object, in UTF-8; ReadError says what else it is, or where it is broken."""
    value = _parse_json(data, path, place)
    if not isinstance(value, dict):
        raise ReadError(path, "is JSON, but not an object with the fields of an article", place)
    return value


def read_objects(path: Path) -> Iterator[tuple[str, dict[str, object] | ReadError]]:
    """Yield the place ("line 17") and the object, or what is wrong, of each line of JSON Lines that is not blank."""
    for number, value in _line_objects(path):
        yield f"line {number}", value


def _read_page(path: Path, html: bool, file_id: str, declared: Declared) -> RawArticle:
    name = printable(path)
    data = read_whole(path, MAX_ARTICLE_BYTES)
    if not data:
        raise ReadError(name, "is empty")
    text = check_text(decode(data, path=name, html=html), path=name, field="the file")
    return RawArticle(file_id, name, declared, html=text) if html else RawArticle(file_id, name, declared, text=text)


def _read_json(path: Path, file_id: str, declared: Declared) -> Iterator[RawArticle | ReadError]:
    name = printable(path)
    data = read_whole(path, MAX_LINE_BYTES)
    if not data.strip():
        raise ReadError(name, "is empty")
    value = _parse_json(data, name, None)
    if isinstance(value, dict) and "text" not in value and "html" not in value and "data" in value:
        value = value["data"]
    if isinstance(value, dict):
        article = parse_article(value, path=name, fallback_id=file_id)
        yield replace(article, declared=fill_declared(article.declared, declared))
    elif isinstance(value, list):
        items = ((number, _as_object(item, name, number)) for number, item in enumerate(value, 1))
        yield from _read_items(name, items, file_id, declared, "item")
    else:
        raise ReadError(name, "is JSON, but neither an article nor a list of articles")


def _as_object(item: object, name: str, number: int) -> dict[str, object] | ReadError:
    if isinstance(item, dict):
        return item
    return ReadError(name, "is not an object with the fields of an article", f"item {number}")


def _read_items(
    name: str,
    items: Iterator[tuple[int, dict[str, object] | ReadError]],
    file_id: str,
    declared: Declared,
    word: str = "line",
) -> Iterator[RawArticle | ReadError]:
    """Make articles of the items; an id that an earlier item has is refused, as that one would be overwritten."""
    shared = replace(declared, title=None, url=None)
    places: dict[str, str] = {}
    number = 0
    for number, item in items:
        if isinstance(item, ReadError):
            yield item
            continue
        place = f"{word} {number}"
        try:
            article = parse_article(item, path=name, place=place, fallback_id=item_id(file_id, number))
        except ReadError as error:
            yield error
            continue
        if article.id in places:
            yield ReadError(name, f"the id {article.id!r} is already that of {places[article.id]}", place)
            continue
        places[article.id] = place
        yield replace(article, declared=fill_declared(article.declared, shared))
    if not number:
        yield ReadError(name, "holds no article")


def _line_objects(path: Path) -> Iterator[tuple[int, dict[str, object] | ReadError]]:
    name = printable(path)
    broken = sound = 0
    for number, line in read_lines(path):
        if isinstance(line, ReadError):
            yield number, line
            continue
        if number == 1:
            refuse_binary(line, name)
            line = line.removeprefix(_UTF8_MARK)
        if not line.strip():
            continue
        try:
            value = parse_object(line.rstrip(b"\r\n"), path=name, place=f"line {number}")
        except ReadError as error:
            yield number, error
            broken += 1
            if broken == _TRIES and not sound:
                reason = f"is not JSON Lines: the first {_TRIES} lines are broken; the rest is not read"
                yield number, ReadError(name, reason)
                return
            continue
        sound += 1
        yield number, value


def _parse_json(data: bytes, path: str, place: str | None) -> object:
    refuse_binary(data, path, place)
    if (mark := marked_encoding(data)) not in (None, "UTF-8"):
        raise ReadError(path, f"is {mark}; JSON must be UTF-8", place)
    try:
        return json.loads(data.removeprefix(_UTF8_MARK).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ReadError(path, f"is not UTF-8 at byte {error.start}; JSON must be UTF-8", place) from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, character {error.colno}" if place is None else f"character {error.colno}"
        raise ReadError(path, f"is not sound JSON: {error.msg} ({where})", place) from error
    except (ValueError, RecursionError) as error:
        raise ReadError(path, f"is JSON that cannot be read: {error}", place) from error
