"""`byline doctor`: what this installation stands on, a line each, with what to do where something is amiss."""

import os
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal, NamedTuple

from index.errors import BylineError, LockedError, StoreError
from index.search.embedding import Embedder
from index.search.search import describe_model
from index.store.connect import SCHEMA, connect_reader, lock_store
from index.store.reader import StoreReader
from index.store.writer import check_model
from service.errors import ModelError
from service.llm.model import name_model
from service.settings import PREFIX, SECRETS, Settings, name_embedder, require_key

_PACKAGES = (
    "fastapi", "faiss-cpu", "mcp", "numpy", "nupunkt", "onnxruntime", "prometheus-client", "pydantic", "tantivy",
    "tokenizers", "trafilatura", "typer", "uvicorn",
)  # fmt: skip
_LEAST_FREE = 1 << 30


class Finding(NamedTuple):
    """One line; `advice` says what to do where it is not "ok"."""

    level: Literal["ok", "warn", "fail"]
    what: str
    found: str
    advice: str = ""


def examine(settings: Settings) -> Iterator[Finding]:
    """Every finding; nothing is changed. Each model is run once, which takes seconds."""
    yield from _examine_python()
    yield from _examine_settings(settings)
    embedder = name_embedder(settings)
    yield from _examine_folder(settings.data)
    yield from _examine_embedder(embedder)
    yield from _examine_model(settings)
    yield from _examine_store(settings.data, embedder)


def _examine_python() -> Iterator[Finding]:
    found = ".".join(map(str, sys.version_info[:3]))
    fits = sys.version_info[:2] == (3, 11)
    yield Finding("ok" if fits else "warn", "Python", found, "" if fits else "Byline is tried with Python 3.11")
    versions: list[str] = []
    for name in _PACKAGES:
        try:
            versions.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            yield Finding("fail", "packages", f"{name} is not installed", "install what requirements.lock lists")
    yield Finding("ok", "packages", ", ".join(versions))


def _examine_settings(settings: Settings) -> Iterator[Finding]:
    for name, value in settings:
        count = len(value) if isinstance(value, tuple) else int(value is not None)
        hidden = f"{count} set, hidden" if name in SECRETS else str(value)
        shown = ", ".join(value) or "none" if name in ("allowed_hosts", "cors_origins") else hidden
        yield Finding("ok", f"{PREFIX}{name.upper()}", shown)
    try:
        require_key(settings)
    except BylineError as error:
        yield Finding("fail", "serve", f"would not start on {settings.host}", str(error))


def _examine_folder(folder: Path) -> Iterator[Finding]:
    standing = next(one for one in (folder, *folder.absolute().parents) if one.exists())
    if not (standing.is_dir() and os.access(standing, os.W_OK | os.X_OK)):
        yield Finding("fail", "data folder", f"{standing} cannot be written to", "give the user of Byline the right to")
    free = shutil.disk_usage(standing).free
    advice = "" if free > _LEAST_FREE else "make room: an index run that fills the disk stops"
    yield Finding("warn" if advice else "ok", "free disk", f"{free / 1e9:.1f} GB", advice)


def _examine_embedder(embedder: Embedder) -> Iterator[Finding]:
    try:
        embedder.encode_query("a word")
        found = f"{embedder.name}, fingerprint {embedder.fingerprint}, {embedder.dimension} dimensions, runs"
        yield Finding("ok", "embedder", found)
    except BylineError as error:
        yield Finding("fail", "embedder", embedder.name, str(error))


def _examine_model(settings: Settings) -> Iterator[Finding]:
    """Asks the language model for one word, where there is one."""
    model = name_model(settings)
    if model is None:
        yield Finding("ok", "language model", f"none; answers are quoted ({PREFIX}MODEL names one)")
        return
    try:
        reply = model.complete([{"role": "user", "content": "Reply with the word yes."}])
        tokens = f"{reply.tokens_in} tokens in, {reply.tokens_out} out"
        yield Finding("ok", "language model", f"{model.name} answers ({tokens})")
    except ModelError as error:
        yield Finding("fail", "language model", model.name, str(error))
    finally:
        model.close()


def _examine_store(folder: Path, embedder: Embedder) -> Iterator[Finding]:
    try:
        connection = connect_reader(folder)
        yield Finding("ok", "SQLite", str(connection.execute("SELECT sqlite_version()").fetchone()[0]))
        connection.close()
        with StoreReader(folder).view() as view:
            held = view.counts()
            counts = f"{held.articles:,} articles, {held.passages:,} passages, {held.outlets:,} outlets"
            yield Finding("ok", "index", f"{folder}: schema {SCHEMA}, sequence {view.sequence()}, {counts}")
            check_model(view.meta(), describe_model(embedder), folder)
    except BylineError as error:
        if (folder / "byline.sqlite").exists():
            yield Finding("fail", "index", str(folder), str(error))
        else:
            yield Finding("warn", "index", "none yet", str(error))
        return
    try:
        with lock_store(folder):
            yield Finding("ok", "lock", "free")
    except LockedError as error:
        yield Finding("warn", "lock", "held", str(error))
    except StoreError as error:
        yield Finding("fail", "lock", "cannot be taken", str(error))
