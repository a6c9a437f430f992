"""A manifest: what is declared of files, in CSV or JSON Lines; the files themselves are read elsewhere."""

import csv
import io
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from index.errors import ReadError
from index.reading.raw.decoding import decode
from index.reading.raw.fields import parse_declared
from index.reading.raw.files import printable, read_whole
from index.reading.raw.formats import read_objects
from index.reading.raw.ids import check_id
from index.records import Declared

COLUMNS = ("path", "outlet", "title", "published", "url", "id", "language")
MAX_MANIFEST_BYTES = 256 * 1024 * 1024

_DELIMITERS = ",;\t"
_MAX_TOLD = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it stands ("line 3"), the path as written, and what it declares."""

    place: str
    path: str
    declared: Declared
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of a manifest by the real path of their file."""

    rows: Mapping[str, Row]

    def declared_for(self, path: Path) -> Declared:
        """What is declared of a file; of one that is not in the manifest, nothing."""
        row = self.rows.get(os.path.realpath(path))
        return row.declared if row else Declared()

    def id_for(self, path: Path) -> str | None:
        """The id that the manifest gives a file, if any."""
        row = self.rows.get(os.path.realpath(path))
        return row.id if row else None

    def unused(self, met: Iterable[Path]) -> list[Row]:
        """The rows whose file is not among those met, in their order."""
        real = {os.path.realpath(path) for path in met}
        return [row for key, row in self.rows.items() if key not in real]


def read_manifest(path: Path) -> Manifest:
    """Read a manifest whole, or raise one ReadError that lists every mistake in it by line.

    Paths are relative to the manifest's folder, or, where no such file is there, to the working folder. The kind
    is told by the ending: .csv (comma, semicolon or tab) or .jsonl and .ndjson, each also with .gz.
    """
    name = printable(path)
    ending = path.name.lower().removesuffix(".gz").rpartition(".")[2]
    if ending not in ("csv", "jsonl", "ndjson"):
        raise ReadError(name, "is not a manifest; one ends in .csv, .jsonl or .ndjson, each also with .gz")
    rows: dict[str, Row] = {}
    mistakes: list[str] = []
    for place, fields in _csv_rows(path) if ending == "csv" else read_objects(path):
        try:
            row = _read_row(fields, name, place)
            key = _locate(row, path.parent, name)
        except ReadError as error:
            mistakes.append(f"{place}: {error.reason}")
            continue
        if key in rows:
            mistakes.append(f"{place}: path {row.path!a} is already that of {rows[key].place}")
        rows.setdefault(key, row)
    if not rows and not mistakes:
        mistakes.append("it has no rows")
    if mistakes:
        more = f"; and {len(mistakes) - _MAX_TOLD} more" if len(mistakes) > _MAX_TOLD else ""
        raise ReadError(name, "manifest not used: " + "; ".join(mistakes[:_MAX_TOLD]) + more)
    return Manifest(rows)


def _read_row(fields: Mapping[str, object] | ReadError, name: str, place: str) -> Row:
    if isinstance(fields, ReadError):
        raise fields
    if unknown := sorted(set(fields) - set(COLUMNS)):
        raise ReadError(name, f"unknown column {', '.join(map(ascii, unknown))}; known: {' '.join(COLUMNS)}", place)
    path, identifier = fields.get("path"), fields.get("id")
    if not isinstance(path, str) or not path:
        raise ReadError(name, "path is missing; it must name a file", place)
    if identifier is not None:
        if not isinstance(identifier, str):
            raise ReadError(name, "id must be a string", place)
        check_id(identifier, path=name, place=place)
    return Row(place, path, parse_declared(fields, path=name, place=place), identifier)


def _locate(row: Row, folder: Path, name: str) -> str:
    """The real path that a row means."""
    try:
        beside = folder / row.path
        found = beside if beside.exists() or not Path(row.path).exists() else Path(row.path)
        return os.path.realpath(found)
    except (OSError, ValueError) as error:
        raise ReadError(name, f"path {row.path[:80]!a} cannot be used: {error}", row.place) from error


def _csv_rows(path: Path) -> Iterator[tuple[str, dict[str, object] | ReadError]]:
    name = printable(path)
    text = decode(read_whole(path, MAX_MANIFEST_BYTES), path=name)
    delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header: list[str] = []
    start = 1
    try:
        for cells in reader:
            place, start = f"line {start}", reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if not header:
                header = [cell.strip().lower() for cell in cells]
                _check_header(header, name, place)
            elif len(cells) != len(header):
                reason = f"has {len(cells)} cells, where the header has {len(header)}"
                yield place, ReadError(name, reason, place)
            else:
                pairs = zip(header, (cell.strip() for cell in cells), strict=True)
                yield place, {column: cell for column, cell in pairs if cell}
    except csv.Error as error:
        yield f"line {start}", ReadError(name, f"is not sound CSV: {error}", f"line {start}")


def _delimiter(text: str) -> str:
    """The delimiter that cuts most known columns from the first line that is not blank."""
    first = text.lstrip().split("\n", 1)[0]

    def known(delimiter: str) -> int:
        return sum(cell.strip(' "\r').lower() in COLUMNS for cell in first.split(delimiter))

    return max(_DELIMITERS, key=known)


def _check_header(header: list[str], name: str, place: str) -> None:
    unknown = [ascii(column) for column in header if column not in COLUMNS]
    twice = sorted({column for column in header if header.count(column) > 1})
    mistakes = []
    if unknown:
        mistakes.append(f"unknown column {', '.join(unknown)}; known: {' '.join(COLUMNS)}")
    if twice:
        mistakes.append(f"column {', '.join(twice)} twice")
    if "path" not in header:
        mistakes.append("the column path is missing")
    if mistakes:
        raise ReadError(name, f"manifest not used: {place}: {'; '.join(mistakes)}")
