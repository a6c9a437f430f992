"""Values to columns and back; knows no connection."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, asdict, fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar

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
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    words = _WORD.findall("".join(char for char in decomposed if not unicodedata.combining(char)))
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
    rows = np.frombuffer(column, dtype="<i4").reshape(-1, 2).tolist()
    return tuple(Span(start, end) for start, end in rows)


def dump_statement(statement: Statement, prefix: str) -> str:
    """A statement to JSON: the values of its fields in their order, defaults at the end left out.

    All ids of one version of an article begin with `prefix`, which is left out too. ValueError where one does not.
    """
    values = {one.name: getattr(statement, one.name) for one in fields(statement) if one.name != "article_id"}
    values["id"] = _cut(statement.id, prefix)
    values["joint"] = [_cut(one, prefix) for one in statement.joint]
    defaults = [None if one.default is MISSING else one.default for one in fields(statement)]
    packed = [_pack(value) for value in values.values()]
    return json.dumps(_trim(packed, [None, *defaults[2:]]), ensure_ascii=False, separators=(",", ":"))


def load_statement(column: str, article_id: str, prefix: str) -> Statement:
    """A statement from JSON, each of its ids with `prefix` again."""
    cut, *values = json.loads(column)
    one = _unpack(Statement, (prefix + cut, article_id, *values), _PARTS)
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


def _pack(value: object) -> object:
    """A part of a statement as JSON has it: the values of its fields in their order, without defaults at the end."""
    if is_dataclass(value):
        packed = [_pack(getattr(value, one.name)) for one in fields(value)]
        return _trim(packed, [None if one.default is MISSING else one.default for one in fields(value)])
    if isinstance(value, tuple | list):
        return [_pack(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _trim(packed: list[object], defaults: Sequence[object]) -> list[object]:
    size = len(packed)
    while size and packed[size - 1] == _pack(defaults[size - 1]):
        size -= 1
    return packed[:size]


def _unpack(kind: Callable[..., T], row: Sequence[Any], parts: Mapping[str, Callable[[Any], object]]) -> T:
    values = dict(zip(_NAMES[kind], row, strict=False))
    for name in parts.keys() & values.keys():
        if values[name] is not None:
            values[name] = parts[name](values[name])
    return kind(**values)


def _span(row: Sequence[int]) -> Span:
    return Span(*row)


def _all(kind: Callable[..., T], **parts: Callable[[Any], object]) -> Callable[[Any], tuple[T, ...]]:
    return lambda rows: tuple(_unpack(kind, row, parts) for row in rows)


_NAMES: Mapping[Callable[..., Any], tuple[str, ...]] = {
    kind: tuple(one.name for one in fields(kind)) for kind in (Link, Cue, Hedge, Figure, When, Statement)
}
_PARTS: Mapping[str, Callable[[Any], object]] = {
    "sentence": _span,
    "content": _span,
    "chain": _all(Link, carried_from=_span),
    "joint": tuple,
    "cue": lambda row: _unpack(Cue, row, {}),
    "hedges": _all(Hedge, over=_span),
    "figures": _all(Figure, scope=tuple),
    "when": _all(When, day=date.fromisoformat),
}
