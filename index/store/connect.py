"""Connections to the store: one that writes, behind a lock file, and any number that only read."""

import fcntl
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from index.errors import DamagedError, LockedError, MismatchError, StoreError

_FILE = "byline.sqlite"
_MIGRATIONS = Path(__file__).parent / "migrations"
SCHEMA = max(int(script.stem) for script in _MIGRATIONS.glob("*.sql"))

# What the writer keeps of the store in memory, so that what is changed often in one transaction is written once.
_CACHE_KB = 64_000

# How often a lock is asked for anew.
_ASK_S = 0.02

Connection = sqlite3.Connection


@contextmanager
def lock_store(folder: Path, wait: float = 0) -> Iterator[None]:
    """Hold the one right to write to `folder`; LockedError if another process, or thread, holds it for `wait` seconds.

    Who waits is not given it in turn: whoever asks first when it is free has it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = os.open(folder / "writer.lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StoreError(f"{folder} cannot be written to ({error.strerror})") from error
    try:
        if not _lock(file, wait):
            holder = os.pread(file, 20, 0).decode("ascii", "replace").strip() or "unknown"
            message = f"{folder} is being written by process {holder}; only one may write at a time: wait, or stop it"
            raise LockedError(message)
        with suppress(OSError):  # on a full disk the lock is held as well, only its holder cannot be told
            os.ftruncate(file, 0)
            os.pwrite(file, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(file)


def _lock(file: int, wait: float) -> bool:
    """Whether the lock was had within so many seconds."""
    until = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                return False
            time.sleep(_ASK_S)
        else:
            return True


def connect_writer(folder: Path) -> sqlite3.Connection:
    """The writing connection, migrated to the present schema; the caller holds `lock_store`."""
    with name_faults(folder):
        connection = _open(folder, "rwc")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
        _migrate(connection, folder)
    return connection


def connect_reader(folder: Path) -> sqlite3.Connection:
    """A connection that only reads, and neither checkpoints nor maps the file into memory."""
    if not (folder / _FILE).exists():
        raise StoreError(f"there is no index in {folder}; make one with: byline index PATH --data {folder}")
    with name_faults(folder):
        connection = _open(folder, "ro")
        found = _schema(connection)
    if found != SCHEMA:
        connection.close()
        raise _wrong_schema(folder, found)
    return connection


def next_key(connection: Connection, table: str) -> int:
    """The row number that the next row of a table gets; the caller is in a transaction that writes."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return 1 if row is None else int(row[0]) + 1


def is_made(folder: Path) -> bool:
    """Whether a store is there that was made to its end, of the present schema; whoever writes next sees to that."""
    if not (folder / _FILE).exists():
        return False
    with name_faults(folder):
        connection = _open(folder, "ro")
        try:
            has_meta = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone()
            is_whole = has_meta and connection.execute("SELECT 1 FROM meta WHERE key = 'store'").fetchone()
            return bool(is_whole) and _schema(connection) == SCHEMA
        finally:
            connection.close()


@contextmanager
def name_faults(folder: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours: damage where the file is no sound database, else what keeps it from use."""
    try:
        yield
    except sqlite3.OperationalError as error:  # a full disk, a missing right, a time-out
        raise StoreError(f"{folder / _FILE} cannot be used: {error}") from error
    except sqlite3.DatabaseError as error:
        message = f"{folder / _FILE} is damaged, or is no database ({error}); restore it from a copy"
        raise DamagedError(message) from error


def _open(folder: Path, mode: str) -> sqlite3.Connection:
    uri = f"file:{quote(str(folder / _FILE))}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=10, check_same_thread=False)
    connection.execute("PRAGMA mmap_size = 0")
    return connection


def _schema(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrate(connection: sqlite3.Connection, folder: Path) -> None:
    found = _schema(connection)
    if found > SCHEMA:
        raise _wrong_schema(folder, found)
    for script in sorted(_MIGRATIONS.glob("*.sql")):
        number = int(script.stem)
        if number <= found:
            continue
        connection.executescript(f"BEGIN;\n{script.read_text('utf-8')}\nPRAGMA user_version = {number};\nCOMMIT;")


def _wrong_schema(folder: Path, found: int) -> MismatchError:
    if found > SCHEMA:
        return MismatchError(f"{folder} has schema {found}, this Byline knows {SCHEMA}: use a newer Byline")
    return MismatchError(f"{folder} has schema {found}, this Byline needs {SCHEMA}: run byline rebuild --data {folder}")
