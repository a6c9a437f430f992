"""`byline index` as it is watched: files to articles with progress, each fault told, a summary at the end."""

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from index.attribution.found import Parser
from index.build import Outcome
from index.files import Plan, index_files, plan_files
from index.reading.raw.manifest import Manifest
from index.records import Declared
from index.search.embedding import Embedder
from index.search.search import Search, describe_model
from index.store.writer import Writer
from service.commands.watching import Bar, open_bar
from service.render.clean import clean_line

_EVERY_S = 10.0
# How long a server on the same folder may go without finding what is already stored.
_LEVEL_S = 30.0


class Watcher(Protocol):
    """Shows how far the work is; `tell` shows a line that stays."""

    def advance(self, files: int, articles: int) -> None:
        """So many files are done, from which so many articles came."""
        ...

    def tell(self, line: str) -> None:
        """Show a line of its own."""
        ...


def index_paths(
    paths: Sequence[Path],
    folder: Path,
    embedder: Embedder,
    declared: Declared,
    manifest: Manifest | None,
    parser: Parser | None = None,
) -> bool:
    """Index files and folders, telling of it on stderr; whether nothing failed. Stopped, it goes on when run again."""
    started = time.monotonic()
    fates: Counter[str] = Counter()
    with Writer(folder, describe_model(embedder)) as writer:
        search = Search(folder, embedder)
        search.catch_up()  # before anything is numbered as what an older copy of the store had numbered
        plan = plan_files(paths, writer, manifest, declared, parser)
        is_whole = False
        try:
            with _watch(len(plan.files)) as watcher:
                _tell_unused(plan, manifest, fates, watcher)
                _run(plan, writer, search, fates, watcher, parser)
            is_whole = True
        except KeyboardInterrupt:
            _say("Stopped. What is summed up below is stored; run the same command again to go on.")
        finally:
            search.catch_up()
            search.save()
    _say(_sum_up(fates, plan, time.monotonic() - started))
    return is_whole and not fates["error"]


def _run(
    plan: Plan, writer: Writer, search: Search, fates: Counter[str], watcher: Watcher, parser: Parser | None
) -> None:
    files, levelled = 0, float("-inf")
    for one in index_files(plan, writer, search.embedder, parser):
        if time.monotonic() - levelled > _LEVEL_S:
            search.catch_up()
            levelled = time.monotonic()
        if isinstance(one, Outcome):
            fates[one.status] += 1
            if one.error:
                watcher.tell(f"not read: {clean_line(str(one.error))}")
        else:
            files += 1
            fates["unchanged"] += one.articles if one.before else 0
        watcher.advance(files, fates.total() - fates["error"])


def _tell_unused(plan: Plan, manifest: Manifest | None, fates: Counter[str], watcher: Watcher) -> None:
    for row in manifest.unused(file.path for file in plan.files) if manifest else ():
        fates["error"] += 1
        watcher.tell(f"not read: manifest, {row.place}: {clean_line(row.path)} is not among the files")


def _sum_up(fates: Counter[str], plan: Plan, seconds: float) -> str:
    kinds = Counter(path.suffix.lower() or "no ending" for path in plan.skipped)
    left_out = ", ".join(f"{n} {kind}" for kind, n in kinds.most_common(8))
    done = ", ".join(f"{fates[name]:,} {name}" for name in ("created", "updated", "unchanged"))
    parts = [f"{done}, {fates['error']:,} failed, in {_say_time(seconds)}."]
    if plan.skipped:
        parts.append(f"{len(plan.skipped):,} files of other kinds skipped ({left_out}).")
    return " ".join(parts)


@contextmanager
def _watch(files: int) -> Iterator[Watcher]:
    """A bar where there is a terminal, lines now and then where there is none."""
    if not sys.stderr.isatty():
        yield _Lines(files)
        return
    with open_bar("files, {task.fields[articles]:,} articles, left:", files, articles=0) as bar:
        yield _InTerminal(bar)


class _InTerminal:
    def __init__(self, bar: Bar) -> None:
        self._bar = bar

    def advance(self, files: int, articles: int) -> None:
        self._bar.progress.update(self._bar.task, completed=files, articles=articles)

    def tell(self, line: str) -> None:
        self._bar.tell(line)


class _Lines:
    def __init__(self, files: int) -> None:
        self._files = files
        self._started = self._told = time.monotonic()

    def advance(self, files: int, articles: int) -> None:
        now = time.monotonic()
        if now - self._told < _EVERY_S:
            return
        self._told = now
        left = f", about {_say_time((now - self._started) / files * (self._files - files))} left" if files else ""
        _say(f"files: {files:,} of {self._files:,}, articles: {articles:,}{left}")

    def tell(self, line: str) -> None:
        _say(line)


def _say_time(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
