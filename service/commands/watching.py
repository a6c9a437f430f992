"""How far a run of questions is, on stderr: a bar where there is a terminal. Heavy imports at first use."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from service.evaluation.values import Result


@contextmanager
def watch_questions(questions: int) -> Iterator[Callable[[Result], None]]:
    """A bar where there is a terminal; where there is none, only what fails is told."""
    from service.render.clean import clean_line

    def tell_failure(result: Result) -> None:
        if result.error:
            typer.echo(f"failed: {result.question.id}: {clean_line(result.error)}", err=True)

    if not questions or not sys.stderr.isatty():
        yield tell_failure
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("questions, left:"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=questions)

        def advance(result: Result) -> None:
            if result.error:
                line = f"failed: {result.question.id}: {clean_line(result.error)}"
                progress.console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)
            progress.advance(task)

        yield advance
