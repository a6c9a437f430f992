"""How far work is, on stderr: a bar where there is a terminal. Heavy imports at first use."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from service.evaluation.values import Result


class Bar(NamedTuple):
    """A bar in a terminal, with lines above it that stay."""

    progress: Progress
    task: TaskID

    def tell(self, line: str) -> None:
        """Show a line of its own."""
        self.progress.console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)


@contextmanager
def open_bar(says: str, total: int, **fields: Any) -> Iterator[Bar]:
    """A bar with words after its count (`fields` are named in them), which is gone when the block ends."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn(says), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield Bar(progress, progress.add_task("", total=total, **fields))


@contextmanager
def watch_questions(questions: int) -> Iterator[Callable[[Result], None]]:
    """A bar where there is a terminal; where there is none, only what fails is told."""
    from service.render.clean import clean_line

    def tell_failure(result: Result, tell: Callable[[str], None]) -> None:
        if result.error:
            tell(f"failed: {result.question.id}: {clean_line(result.error)}")

    with _count(questions, "questions, left:") as bar:

        def advance(result: Result) -> None:
            tell_failure(result, bar.tell if bar else partial(typer.echo, err=True))
            if bar:
                bar.progress.advance(bar.task)

        yield advance


@contextmanager
def watch_verdicts(answers: int) -> Iterator[Callable[[], None]]:
    """A bar where there is a terminal."""
    with _count(answers, "answers judged, left:") as bar:
        yield lambda: bar.progress.advance(bar.task) if bar else None


@contextmanager
def _count(total: int, says: str) -> Iterator[Bar | None]:
    """A bar where there is a terminal, and anything to count."""
    if not total or not sys.stderr.isatty():
        yield None
        return
    with open_bar(says, total) as bar:
        yield bar
