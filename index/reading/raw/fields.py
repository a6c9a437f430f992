"""Fields of one article, as a file or a call hands them in, checked into a RawArticle; opens no files."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import cast
from urllib.parse import urlsplit

from index.errors import ReadError
from index.reading.raw.decoding import looks_binary
from index.reading.raw.ids import check_id
from index.records import LABELS, Declared, Label, RawArticle

MAX_ARTICLE_BYTES = 5 * 1024 * 1024
MAX_NAME_CHARACTERS = 500
MAX_URL_CHARACTERS = 2048

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f]")  # windows-1252 read as Latin-1 leaves 80 to 9f in honest headlines
_NOT_IN_URL = re.compile(r"[\x00-\x20\x7f-\x9f\s]")
_LANGUAGE = re.compile("[A-Za-z]{2}")
_WORD = re.compile(r"[^\W_]")


def parse_article(fields: Mapping[str, object], *, path: str, place: str | None = None, fallback_id: str) -> RawArticle:
    """Check the fields of the contract and make the article of them; unknown fields are ignored, null is absent.

    Raises ReadError, whose reason names the field, for a wrong type or value, or text and html both or neither.
    """
    try:
        return _parse(fields, path, fallback_id, place)
    except _FieldError as error:
        raise ReadError(path, str(error), place, error.field) from error


def parse_declared(fields: Mapping[str, object], *, path: str, place: str | None = None) -> Declared:
    """Check the fields that declare something (outlet, title, published, url, language, lines); as above."""
    try:
        return _declared(fields)
    except _FieldError as error:
        raise ReadError(path, str(error), place, error.field) from error


def check_text(text: str, *, path: str, place: str | None = None, field: str = "text") -> str:
    """Return the text as it is, or raise ReadError where it is blank, binary, too long or no sound Unicode."""
    try:
        return _sound_text(text, field)
    except _FieldError as error:
        raise ReadError(path, str(error), place, error.field) from error


def fill_declared(own: Declared, rest: Declared) -> Declared:
    """What is said of an article itself, and where that is silent what is said more generally."""
    return Declared(
        outlet=own.outlet or rest.outlet,
        title=own.title or rest.title,
        published=own.published or rest.published,
        url=own.url or rest.url,
        language=own.language or rest.language,
        lines={**rest.lines, **own.lines},
    )


class _FieldError(ValueError):
    """A field that breaks its rule; the message names it. `field` is null where it is more than one."""

    def __init__(self, field: str | None, says: str) -> None:
        self.field = field
        super().__init__(says)


def _parse(fields: Mapping[str, object], path: str, fallback_id: str, place: str | None) -> RawArticle:
    text, html = _string(fields, "text"), _string(fields, "html")
    if text is not None and html is not None:
        raise _FieldError(None, "text and html are both given; give one of them")
    if text is None and html is None:
        raise _FieldError(None, "neither text nor html is given; one of them is needed")
    if text is not None:
        _sound_text(text, "text")
    if html is not None:
        _sound_text(html, "html")
    identifier = _string(fields, "id")
    if identifier is not None:
        check_id(identifier, path=path, place=place)
    declared = _declared(fields)
    if text is not None and (beyond := [start for start in declared.lines if start >= len(text)]):
        raise _FieldError("lines", f"lines: start {min(beyond)} is beyond the text, which has {len(text)} characters")
    return RawArticle(identifier or check_id(fallback_id), path, declared, text, html)


def _declared(fields: Mapping[str, object]) -> Declared:
    return Declared(
        outlet=_name(fields, "outlet"),
        title=_name(fields, "title"),
        published=_published(fields),
        url=_url(fields),
        language=_language(fields),
        lines=_lines(fields),
    )


def _string(fields: Mapping[str, object], field: str) -> str | None:
    value = fields.get(field)
    if value is not None and not isinstance(value, str):
        raise _FieldError(field, f"{field} is {_kind(value)}; it must be a string")
    return value


def _sound_text(text: str, field: str) -> str:
    _refuse_surrogates(text, field)
    size = len(text) if text.isascii() or len(text) > MAX_ARTICLE_BYTES else len(text.encode())
    if size > MAX_ARTICLE_BYTES:
        raise _FieldError(field, f"{field} is longer than {MAX_ARTICLE_BYTES:,} bytes, the most an article may have")
    if not text:
        raise _FieldError(field, f"{field} is empty")
    if text.isspace():
        raise _FieldError(field, f"{field} holds only white space")
    if looks_binary(text):
        raise _FieldError(field, f"{field} looks binary: more than 1 % of it are control or replacement characters")
    if not _WORD.search(text):
        raise _FieldError(field, f"{field} holds no letter and no digit")
    return text


def _refuse_surrogates(text: str, field: str) -> None:
    if len(text) > MAX_ARTICLE_BYTES:
        return  # refused for its length, without another copy of it
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise _FieldError(field, f"{field} holds half a surrogate pair at character {error.start}") from error


def _name(fields: Mapping[str, object], field: str) -> str | None:
    value = _string(fields, field)
    if value is None:
        return None
    _refuse_surrogates(value, field)
    name = " ".join(value.split())  # feeds break headlines into lines
    if not name:
        raise _FieldError(field, f"{field} is empty; leave it out where it is not known")
    if len(name) > MAX_NAME_CHARACTERS:
        raise _FieldError(field, f"{field} has {len(name)} characters; at most {MAX_NAME_CHARACTERS} are allowed")
    if _UNPRINTABLE.search(name):
        raise _FieldError(field, f"{field} holds a control character; it must be plain words")
    return name


def _published(fields: Mapping[str, object]) -> str | None:
    value = _string(fields, "published")
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is not None:
            moment.astimezone(UTC)  # a day at either end of the calendar may have none
    except (ValueError, OverflowError) as error:
        reason = f'published is {value[:40]!a}; it must be an ISO 8601 day or time, as "2016-03-13"'
        raise _FieldError("published", reason) from error
    return value


def _url(fields: Mapping[str, object]) -> str | None:
    value = _string(fields, "url")
    if value is None:
        return None
    _refuse_surrogates(value, "url")
    reason = f'url is {value[:80]!a}; it must be http or https with a host, as "https://example.org/news"'
    try:
        parts = urlsplit(value)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise _FieldError("url", reason) from error
    if not sound or _NOT_IN_URL.search(value) or len(value) > MAX_URL_CHARACTERS:
        raise _FieldError("url", reason)
    return value


def _language(fields: Mapping[str, object]) -> str | None:
    value = _string(fields, "language")
    if value is not None and not _LANGUAGE.fullmatch(value):
        raise _FieldError("language", f'language is {value[:20]!a}; it must be a code of two letters, as "en"')
    return value.lower() if value else None


def _lines(fields: Mapping[str, object]) -> dict[int, Label]:
    value = fields.get("lines")
    if value is None:
        return {}
    if not isinstance(value, list):
        raise _FieldError("lines", f"lines is {_kind(value)}; it must be a list of {{start, label}}")
    labels: dict[int, Label] = {}
    for number, line in enumerate(value, 1):
        start = line.get("start") if isinstance(line, Mapping) else None
        if not isinstance(line, Mapping) or type(start) is not int or start < 0:
            raise _FieldError("lines", f"lines: item {number} must have a start, a whole number from 0 on")
        if line.get("label") not in LABELS:
            raise _FieldError("lines", f"lines: item {number} must have a label, one of {', '.join(LABELS)}")
        if start in labels:
            raise _FieldError("lines", f"lines: item {number} has the start {start} of an earlier item")
        labels[start] = cast(Label, line["label"])
    return labels


def _kind(value: object) -> str:
    """Name the JSON type of a value."""
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
        str: "a string",
    }
    return names.get(type(value), "of a wrong type")
