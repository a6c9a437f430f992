"""Values to columns and back; knows no connection."""

import hashlib
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

import numpy as np

from index.records import (
    Article,
    CopyMark,
    Evidence,
    Line,
    Masthead,
    Outlet,
    Owner,
    Published,
    Span,
    Title,
)


def fold_name(name: str) -> str:
    """The key by which an outlet is filtered: case and spacing folded, letters of other scripts kept apart."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


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
