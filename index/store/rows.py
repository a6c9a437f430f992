"""Values to columns and back; knows no connection."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, asdict, fields, replace
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, cast

import numpy as np

from index.records import (
    Article,
    CopyMark,
    Cue,
    Evidence,
    Figure,
    Hedge,
    Line,
    Link,
    Masthead,
    Outlet,
    Owner,
    Published,
    Span,
    Statement,
    Title,
    When,
)

T = TypeVar("T")
# In scripts that set no spaces between words, each letter is taken for one.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")


def fold_name(name: str) -> str:
    """The key by which an outlet is filtered: case and spacing folded, letters of other scripts kept apart."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def fold_words(text: str) -> str:
    """The words of a text, a space before and behind each, without case, accents and marks; "" where it has none."""
    folded = text.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded)
        if any(map(unicodedata.combining, folded)):
            folded = "".join(char for char in folded if not unicodedata.combining(char))
    words = _WORD.findall(folded)
    return f" {' '.join(words)} " if words else ""


def published_text(published: Published) -> str | None:
    """ISO 8601 as far as it is known: a day, with the time and zone that were given."""
    if published.day is None:
        return None
    time = f"T{published.time}" if published.time else ""
    return f"{published.day.isoformat()}{time}{published.zone or ''}" if time else published.day.isoformat()


def line_key(line: str) -> int:
    """The key of a line among its outlet's: a signed 64-bit hash, case and spacing folded, figures kept.

    What a paper writes of the market each day may differ in nothing but its figures.
    """
    folded = " ".join(line.casefold().split()).encode("utf-8")
    return int.from_bytes(hashlib.blake2b(folded, digest_size=8).digest(), "big", signed=True)


def dump_lines(lines: Sequence[Line]) -> str:
    """Lines to JSON."""
    return json.dumps([[line.start, line.end, line.label, line.reason] for line in lines], ensure_ascii=False)


def load_lines(column: str) -> tuple[Line, ...]:
    """Lines from JSON."""
    return tuple(Line(*row) for row in json.loads(column))


def dump_masthead(masthead: Masthead) -> str:
    """A masthead to JSON."""

    def plain(value: object) -> str:
        if isinstance(value, date):
            return value.isoformat()
        raise TypeError(type(value))

    return json.dumps(asdict(masthead), ensure_ascii=False, default=plain, sort_keys=True)


def load_masthead(column: str) -> Masthead:
    """A masthead from JSON."""
    row = json.loads(column)
    day = row["published"]["day"]
    return Masthead(
        outlet=Outlet(**_with_evidence(row["outlet"])),
        title=Title(**_with_evidence(row["title"])),
        published=Published(**{**_with_evidence(row["published"]), "day": date.fromisoformat(day) if day else None}),
        owner=Owner(**_with_evidence(row["owner"])),
        copied_from=CopyMark(**_with_evidence(row["copied_from"])) if row["copied_from"] else None,
    )


def dump_spans(spans: Sequence[Span]) -> bytes:
    """Spans to int32 little-endian `(n, 2)`."""
    return np.asarray(spans, dtype="<i4").tobytes()


def load_spans(column: bytes) -> tuple[Span, ...]:
    """Spans from int32 little-endian `(n, 2)`."""
    return tuple(Span(start, end) for start, end in load_bounds(column))


def load_bounds(column: bytes) -> list[list[int]]:
    """As `load_spans`, in bare numbers, for where only a few are wanted."""
    rows: list[list[int]] = np.frombuffer(column, dtype="<i4").reshape(-1, 2).tolist()
    return rows


def dump_statement(statement: Statement, prefix: str) -> str:
    """A statement to JSON: the values of its fields in their order, defaults at the end left out.

    All ids of one version of an article begin with `prefix`, which is left out too. ValueError where one does not.
    """
    packed = dict(zip(_FIELDS, _pack(statement), strict=False))
    del packed["article_id"]
    packed["id"] = _cut(statement.id, prefix)
    if statement.joint:
        packed["joint"] = [_cut(one, prefix) for one in statement.joint]
    return _ENCODE(list(packed.values()))


def load_statement(column: str, article_id: str, prefix: str) -> Statement:
    """A statement from JSON, each of its ids with `prefix` again."""
    cut, n, *values = json.loads(column)
    read: list[Any] = [
        value if value is None or part is None else part(value) for part, value in zip(_PARTS, values, strict=False)
    ]
    one = Statement(prefix + cut, article_id, n, *read)
    return replace(one, joint=tuple(prefix + other for other in one.joint)) if one.joint else one


def statement_prefix(article_id: str, version: str) -> str:
    """What the ids of all statements of this version of an article begin with."""
    return f"{article_id}~{version[:8]}~"


def hash_article(article: Article) -> str:
    """The version: a hash of all that was read, independent of when and from which path."""
    parts = (
        article.text,
        dump_lines(article.lines),
        dump_masthead(article.masthead),
        article.url or "",
        article.language or "",
    )
    digest = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.hexdigest()


def _with_evidence(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "evidence": tuple(Evidence(**one) for one in row["evidence"])}


def _cut(value: str, prefix: str) -> str:
    if not value.startswith(prefix):
        raise ValueError(f"statement {value!r} is not of the version whose statements begin with {prefix!r}")
    return value[len(prefix) :]


def _pack(value: Any) -> Any:
    """What JSON has for a value it does not know: its fields in their order, without defaults at the end."""
    if isinstance(value, date):
        return value.isoformat()
    kind: Callable[..., Any] = type(value)
    read, defaults = _list_fields(kind)
    values = read(value)
    size = len(values)
    while size and values[size - 1] == defaults[size - 1]:
        size -= 1
    return values[:size]


@cache
def _list_fields(kind: Callable[..., Any]) -> tuple[Callable[[object], tuple[Any, ...]], tuple[object, ...]]:
    """What reads the fields of a value in their order, and their defaults, None where there is none."""
    own = fields(kind)  # type: ignore[arg-type]
    read = attrgetter(*(one.name for one in own))
    return read, tuple(None if one.default is MISSING else one.default for one in own)


# Spans and tuples become lists by themselves.
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_pack).encode


def _span(row: Sequence[int]) -> Span:
    return Span(*row)


def _all(kind: Callable[..., T], **parts: Callable[[Any], object]) -> Callable[[Any], tuple[T, ...]]:
    """Reads rows of values in the order of the fields of `kind`; `parts` read the fields that are no plain values."""
    places = [(n, parts[one.name]) for n, one in enumerate(fields(cast(Any, kind))) if one.name in parts]

    def read(row: list[Any]) -> T:
        for n, part in places:
            if n < len(row) and row[n] is not None:
                row[n] = part(row[n])
        return kind(*row)

    return lambda found: tuple(map(read, found)) if found else ()


# For each field of a statement after `n`, in order, what reads it; None where it is a plain value.
_READ: Mapping[str, Callable[[Any], object]] = {
    "sentence": _span,
    "content": _span,
    "chain": _all(Link, carried_from=_span),
    "joint": tuple,
    "cue": lambda row: Cue(*row),
    "hedges": _all(Hedge, over=_span),
    "figures": _all(Figure, scope=tuple),
    "when": _all(When, day=date.fromisoformat),
}
_FIELDS = tuple(one.name for one in fields(Statement))
_PARTS = [_READ.get(name) for name in _FIELDS[3:]]
