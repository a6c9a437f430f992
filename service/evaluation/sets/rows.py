"""A file of JSON Lines, JSON or CSV to rows with the line each begins on; knows no field."""

import ast
import csv
import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from service.api.strict_json import parse_json
from service.errors import Mistake, QuestionsError, RequestError

_SPACE = re.compile(r"[\s,]*")


class RawRow(NamedTuple):
    """A row as the file has it, and the line it begins on; `fault` says why it is none."""

    line: int
    fields: dict[str, Any]
    fault: str = ""


def read_rows(path: Path, content: bytes) -> list[RawRow]:
    """The rows of a file, whose ending tells its format; QuestionsError where it is none of them or has no row."""
    ending = path.with_suffix("").suffix if path.suffix == ".gz" else path.suffix
    read = {".jsonl": _read_lines, ".ndjson": _read_lines, ".json": _read_list, ".csv": _read_table}.get(ending)
    if read is None:
        formats = ".jsonl, .ndjson, .json or .csv, also with .gz"
        raise _refuse(path, 0, f"{ending or 'no ending'} is no format here; one is {formats}")
    if path.suffix == ".gz":
        content = _unpack(path, content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refuse(path, line, f"byte {error.start} is not UTF-8; save the file as UTF-8") from error
    rows = list(read(path, text))
    if not rows:
        raise _refuse(path, 0, "the file has no rows")
    return rows


def _unpack(path: Path, content: bytes) -> bytes:
    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error) as error:
        raise _refuse(path, 0, f"the file ends in .gz and cannot be unpacked ({error})") from error


def _read_lines(_: Path, text: str) -> Iterator[RawRow]:
    for line, words in enumerate(text.split("\n"), 1):
        if words.strip():
            yield _read_object(line, words)


def _read_list(path: Path, text: str) -> Iterator[RawRow]:
    """The objects of a list, or of the one list that an object holds."""
    try:
        value = parse_json(text.encode())
    except RequestError as error:
        raise _refuse(path, 0, str(error).replace("the body", "the file")) from error
    lists = [one for one in value.values() if isinstance(one, list)] if isinstance(value, dict) else [value]
    if len(lists) != 1 or not isinstance(lists[0], list):
        raise _refuse(path, 0, "the file is neither a list of objects nor an object with one such list")
    # Parsed already, so what is left is only to find where each begins.
    at = text.index("[", _start_of_list(text, value))
    decoder, line, counted = json.JSONDecoder(), 1, 0
    at += 1
    for _ in lists[0]:
        at = _skip(text, at)
        line, counted = line + text.count("\n", counted, at), at
        _, end = decoder.raw_decode(text, at)
        yield _read_object(line, text[at:end])
        at = end


def _start_of_list(text: str, value: Any) -> int:
    """Where to look for the list's bracket: within an object after the key that holds it."""
    if isinstance(value, list):
        return 0
    decoder, at = json.JSONDecoder(), _skip(text, 0) + 1
    while True:
        _, at = decoder.raw_decode(text, _skip(text, at))
        at = _skip(text, text.index(":", at) + 1)
        if text[at] == "[":
            return at
        _, at = decoder.raw_decode(text, at)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _read_object(line: int, words: str) -> RawRow:
    try:
        value = parse_json(words.encode("utf-8", "surrogatepass"))
    except RequestError as error:
        return RawRow(line, {}, str(error).replace("the body", "it").replace(" at line 1,", " at"))
    if not isinstance(value, dict):
        return RawRow(line, {}, f'{words.strip()[:40]} is no object; a row is one, like {{"question": "…"}}')
    return RawRow(line, value)


def _read_table(path: Path, text: str) -> Iterator[RawRow]:
    """Each record under the names of the first; an empty cell is a field not given."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        names = next(reader, [])
        if len(set(names)) < len(names):
            twice = next(name for name in names if names.count(name) > 1)
            raise _refuse(path, 1, f"the column {twice!r} comes twice")
        line = reader.line_num + 1
        for cells in reader:
            if len(cells) == len(names):
                given = zip(names, cells, strict=True)
                yield RawRow(line, {name: _read_cell(cell) for name, cell in given if cell.strip()})
            elif cells:
                yield RawRow(line, {}, f"it has {len(cells)} cells, and the first line names {len(names)} columns")
            line = reader.line_num + 1
    except csv.Error as error:
        raise _refuse(path, reader.line_num, f"this is not sound CSV: {error}") from error


def _read_cell(cell: str) -> Any:
    """A list or an object where the cell holds one, as JSON or as pandas writes it; otherwise its words."""
    if cell[0] not in "[{":
        return cell
    try:
        return json.loads(cell)
    except ValueError:
        try:
            return ast.literal_eval(cell)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return cell


def _refuse(path: Path, line: int, why: str) -> QuestionsError:
    return QuestionsError(str(path), [Mistake(line, why)])
