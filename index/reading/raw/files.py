"""Paths to bytes: which files are to be read, and reading them within limits; knows no articles."""

import gzip
import os
import stat
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal, cast

from index.errors import ReadError
from index.reading.raw.ids import ENDINGS

Kind = Literal["text", "html", "lines", "json"]

MAX_LINE_BYTES = 32 * 1024 * 1024

# Compressed data that grows beyond this is a bomb, not text (which shrinks to a tenth or so).
_MAX_GROWTH = 200
_FREE_BYTES = 16 * 1024 * 1024
_CHECK_LINES = 1024  # asking after every line would cost more than reading it
_FAULTS = (OSError, EOFError, zlib.error)
_PIECE = 1 << 20

_KINDS: dict[str, Kind] = {".txt": "text", ".text": "text", ".htm": "html", ".html": "html", ".xhtml": "html"}
_KINDS |= {".jsonl": "lines", ".ndjson": "lines", ".json": "json"}


@dataclass(frozen=True, slots=True)
class Walk:
    """What was met: files to read, each once; files of other kinds passed over; paths that cannot be read."""

    files: tuple[Path, ...]
    skipped: tuple[Path, ...]
    errors: tuple[ReadError, ...]


def kind_of(path: Path) -> Kind | None:
    """Tell by the name's ending, with or without .gz behind it, how a file is to be read; None: not at all."""
    name = path.name.lower().removesuffix(".gz")
    return _KINDS.get(Path(name).suffix)


def printable(path: Path) -> str:
    """The path as text that can be shown and stored, whatever bytes it has; different paths stay different."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def file_stamp(path: Path) -> str:
    """A cheap mark that changes with the file: its size in bytes and time of change in nanoseconds."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise ReadError(printable(path), _say(error)) from error
    return f"{status.st_size}-{status.st_mtime_ns}"


def walk(paths: Iterable[Path]) -> Walk:
    """Find the files to read: those named, in the order given, and those in folders, sorted by path.

    In folders, hidden files and folders are left out, links are followed, and other kinds are skipped. A path that
    does not exist, and a named file of another kind, is an error. Nothing is met twice, by whatever name.
    """
    files: dict[str, Path] = {}
    skipped: list[Path] = []
    errors: list[ReadError] = []
    seen: set[str] = set()
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where permission is missing
            _walk_folder(path, files, skipped, errors, seen)
        elif reason := _unreadable(path):
            errors.append(ReadError(printable(path), reason))
        else:
            files.setdefault(os.path.realpath(path), path)
    return Walk(tuple(files.values()), tuple(sorted(skipped)), tuple(errors))


def _unreadable(path: Path) -> str | None:
    """Say why a named file cannot be read at all, if so."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        return "does not exist" if isinstance(error, FileNotFoundError) else _say(error)
    if not stat.S_ISREG(mode):
        return "is not a regular file"
    if kind_of(path) is None:
        return f"is of a kind that cannot be read; these can: {' '.join(ENDINGS)}, each also with .gz"
    return None


def _walk_folder(
    root: Path, files: dict[str, Path], skipped: list[Path], errors: list[ReadError], seen: set[str]
) -> None:
    found: list[tuple[Path, str]] = []
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        real = os.path.realpath(folder)
        if real in seen:
            continue
        seen.add(real)
        try:
            with os.scandir(folder) as entries:
                visible = sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: e.name)
        except OSError as error:
            errors.append(ReadError(printable(folder), _say(error)))
            continue
        for entry in visible:
            path = folder / entry.name
            if entry.is_dir():
                waiting.append(path)
            elif kind_of(path) is None:
                skipped.append(path)
            elif reason := _unreadable(path):
                errors.append(ReadError(printable(path), reason))
            else:
                key = os.path.realpath(path) if entry.is_symlink() else os.path.join(real, entry.name)  # noqa: PTH118
                found.append((path, key))
    for path, key in sorted(found):
        files.setdefault(key, path)


def read_whole(path: Path, limit: int) -> bytes:
    """Read a file, unpacked, of at most `limit` bytes; a longer one is refused without reading it all."""
    with _open(path) as stream:
        try:
            data = stream.read(limit + 1)
        except _FAULTS as error:
            raise ReadError(printable(path), _say(error)) from error
    if len(data) > limit:
        raise ReadError(printable(path), f"is longer than {limit:,} bytes, the most that can be read as one")
    return data


def read_lines(path: Path) -> Iterator[tuple[int, bytes | ReadError]]:
    """Yield each line, unpacked, with its number from 1; only one is held at a time.

    A line over the limit is yielded as ReadError, and the next ones follow. Where the file itself breaks off, all
    lines before that have been yielded; the last value is a ReadError.
    """
    name = printable(path)
    number = 0
    with _open(path) as stream:
        try:
            while line := stream.readline(MAX_LINE_BYTES + 1):
                number += 1
                if (number % _CHECK_LINES == 0 or len(line) > _PIECE) and _is_bomb(stream):
                    yield number, ReadError(name, "unpacks without end; the rest is not read", f"line {number}")
                    return
                if len(line) <= MAX_LINE_BYTES:
                    yield number, line
                    continue
                yield number, ReadError(name, f"is longer than {MAX_LINE_BYTES:,} bytes", f"line {number}")
                del line
                while (piece := stream.readline(_PIECE)) and not piece.endswith(b"\n") and not _is_bomb(stream):
                    pass
        except _FAULTS as error:
            yield number + 1, ReadError(name, _say(error), f"line {number + 1}")


@contextmanager
def _open(path: Path) -> Iterator[IO[bytes]]:
    """Open a file for reading bytes, unpacked when its name ends in .gz."""
    try:
        raw = path.open("rb")
    except (OSError, ValueError) as error:
        raise ReadError(printable(path), _say(error)) from error
    with raw:
        if path.name.lower().endswith(".gz"):
            with gzip.GzipFile(fileobj=raw) as unpacked:
                yield cast(IO[bytes], unpacked)
        else:
            yield raw


def _is_bomb(stream: IO[bytes]) -> bool:
    if not isinstance(stream, gzip.GzipFile):
        return False
    unpacked = stream.tell()
    return unpacked > _FREE_BYTES and unpacked > _MAX_GROWTH * stream.fileobj.tell()


def _say(error: Exception) -> str:
    """Say in plain words why a file cannot be read."""
    match error:
        case gzip.BadGzipFile() | zlib.error():
            return f"is not sound gzip data: {error}"
        case EOFError():
            return "is cut off: the gzip data ends too soon"
        case OSError():
            return f"cannot be read: {error.strerror or error}"
        case _:
            return f"cannot be read: {error}"
