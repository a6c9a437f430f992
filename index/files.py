"""Files and folders to stored articles: what is new is read, what was read before is passed over."""

import hashlib
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.attribution.found import Parser
from index.build import READING, Outcome, Received, index_articles
from index.errors import ReadError
from index.reading.raw.fields import fill_declared
from index.reading.raw.files import file_stamp, printable, walk
from index.reading.raw.formats import read_file
from index.reading.raw.ids import article_id, number_collisions
from index.reading.raw.manifest import Manifest
from index.records import Declared
from index.search.embedding import Embedder
from index.store.writer import Writer


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: `key` is its absolute path, `id` what the ids of its articles are made from."""

    path: Path
    key: str
    id: str
    declared: Declared
    stamp: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done: files, paths that cannot be read, and how many files of other kinds are left out."""

    files: tuple[File, ...]
    errors: tuple[ReadError, ...]
    skipped: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class FileDone:
    """A file has been read to its end; `before` when that was in an earlier run, with its number of articles."""

    path: Path
    articles: int
    before: bool


def plan_files(
    paths: Sequence[Path],
    writer: Writer,
    manifest: Manifest | None,
    declared: Declared,
    parser: Parser | None = None,
) -> Plan:
    """Find the files and settle their ids. An item's own fields win over the manifest's, those over `declared`.

    A file read before is read again where a `parser` has come or gone.
    """
    walked = walk(paths)
    errors = list(walked.errors)
    wanted = [(_wanted_id(path, manifest), _key(path)) for path in walked.files]
    ids = number_collisions(wanted, writer.file_ids())
    writer.meet_files({key: ids[key] for _, key in wanted})
    files: list[File] = []
    for path in walked.files:
        own = fill_declared(manifest.declared_for(path), declared) if manifest else declared
        try:
            stamp = f"{file_stamp(path)}-{_hash_declared(own)}-{READING}{'p' if parser else ''}"
        except ReadError as error:
            errors.append(error)
            continue
        files.append(File(path, _key(path), ids[_key(path)], own, stamp))
    return Plan(tuple(files), tuple(errors), walked.skipped)


def index_files(
    plan: Plan, writer: Writer, embedder: Embedder, parser: Parser | None = None
) -> Iterator[Outcome | FileDone]:
    """Store every article of the plan, in order. Stop at any moment, start again: nothing is done twice."""
    for error in plan.errors:
        yield Outcome("", error.path, "error", error)
    reading: deque[_Reading] = deque()

    def receive() -> Iterator[Received]:
        for file in plan.files:
            before = writer.read_before(file.key, file.stamp)
            state = _Reading(file, before)
            reading.append(state)
            if before is None:
                for one in read_file(file.path, file_id=file.id, declared=file.declared):
                    state.sent += 1
                    yield one
            state.ended = True

    for outcome in index_articles(receive(), writer, embedder, parser):
        yield from _finish(reading, writer)
        reading[0].told += 1
        reading[0].failed |= outcome.status == "error"
        yield outcome
    yield from _finish(reading, writer)


@dataclass(slots=True)
class _Reading:
    """How far a file is: articles sent on and outcomes told, which come in the same order."""

    file: File
    before: int | None
    sent: int = 0
    told: int = 0
    ended: bool = False
    failed: bool = False


def _finish(reading: deque[_Reading], writer: Writer) -> Iterator[FileDone]:
    while reading and reading[0].ended and reading[0].told == reading[0].sent:
        done = reading.popleft()
        if done.before is None and not done.failed:
            writer.stamp_file(done.file.key, done.file.stamp, done.sent)
        yield FileDone(done.file.path, done.sent if done.before is None else done.before, done.before is not None)


def _wanted_id(path: Path, manifest: Manifest | None) -> str:
    return (manifest and manifest.id_for(path)) or article_id(printable(path))


def _key(path: Path) -> str:
    return printable(path.resolve())


def _hash_declared(declared: Declared) -> str:
    fields: Mapping[str, object] = {name: getattr(declared, name) for name in Declared.__slots__}
    return hashlib.sha256(repr(sorted(fields.items())).encode()).hexdigest()[:16]
