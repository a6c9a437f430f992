"""`byline evaluate`: its options checked, what it stands on opened, its progress shown. Heavy imports at first use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from service.commands.evaluating.asking import run_wanted
from service.commands.evaluating.judging import judge_wanted, tell_unmarked
from service.commands.evaluating.wanted import Wanted, check_wanted, say
from service.commands.options import Data

if TYPE_CHECKING:
    from service.evaluation.sets.questions import QuestionSet
    from service.evaluation.sets.responses import Responses

_MOST_MISTAKES = 100
_FILE: dict[str, Any] = {"exists": True, "dir_okay": False}


def add_evaluate(app: typer.Typer) -> None:
    """Add the command."""
    app.command("evaluate")(evaluate_command)


def evaluate_command(
    questions: Annotated[
        Path,
        typer.Argument(
            metavar="QUESTIONS", help="JSON Lines, JSON or CSV, with the names of ragas or of others.", **_FILE
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for results and report.")] = Path("evaluation"),
    base_url: Annotated[
        str | None, typer.Option(metavar="URL", help="Ask this server instead of the index of --data.")
    ] = None,
    key_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="File with the key for --base-url.", **_FILE)
    ] = None,
    responses: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Ask nothing; score these saved responses.", **_FILE)
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The --out of a run to compare with.", exists=True, file_okay=False),
    ] = None,
    fail_under: Annotated[
        list[str], typer.Option(metavar="MEASURE=VALUE", help="Exit code 1 where the mean is worse; may be repeated.")
    ] = [],  # noqa: B006 - typer copies it
    swap_outlets: Annotated[
        int | None, typer.Option(metavar="SEED", help="Ask also over a copy with the outlets' names shuffled.")
    ] = None,
    k: Annotated[int, typer.Option("--k", min=1, max=200, help="Passages of which an answer is made.")] = 50,
    concurrency: Annotated[int, typer.Option(min=1, max=64, help="Questions at a time; 1 times them best.")] = 1,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds to wait for --base-url, or the judge.")] = 120,
    fresh: Annotated[bool, typer.Option("--fresh", help="Ask all again, whatever --out holds.")] = False,
    judge_model: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Have this model mark the answers too; its key: BYLINE_JUDGE_API_KEY."),
    ] = None,
    judge_base: Annotated[
        str | None, typer.Option(metavar="URL", help="Address of its server; that of its provider without.")
    ] = None,
    data: Data = None,
) -> None:
    """Score the answers to a set of questions; may be stopped and run again. Exit code 1 where a floor is not held."""
    wanted = Wanted(
        questions, out, base_url, key_file, responses, baseline, tuple(fail_under), swap_outlets, k, concurrency,
        timeout, fresh, data, judge_model, judge_base,
    )  # fmt: skip
    check_wanted(wanted)
    try:
        holds = _evaluate(wanted)
    except KeyboardInterrupt:
        say("Stopped. What was asked is kept; run the same command again to go on.")
        raise typer.Exit(1) from None
    if not holds:
        raise typer.Exit(1)


def _evaluate(wanted: Wanted) -> bool:
    """Do it all, and show it; whether every question was answered, every answer marked and every floor held."""
    from service.evaluation.evaluate import score_run
    from service.evaluation.measures import MEASURES
    from service.evaluation.running.journal import read_rows
    from service.evaluation.sets.questions import read_questions
    from service.evaluation.writing.floors import read_floors
    from service.evaluation.writing.folder import write_run
    from service.evaluation.writing.terminal import render_run

    floors = read_floors(wanted.fail_under, MEASURES)
    before = read_rows(wanted.baseline) if wanted.baseline else None
    with _list_mistakes():
        asked = read_questions(wanted.questions)
        saved = _read_saved(wanted, asked)
    _tell_aside(asked, saved)
    with ExitStack() as stack:
        of, journal, results = run_wanted(asked, saved, wanted, stack)
        run = score_run(of, judge_wanted(results, wanted), before)
        write_run(wanted.out, run, journal, floors)
    typer.echo(render_run(run), nl=False)
    fallen = [floor for floor in floors if not floor.holds(run.summary)]
    for floor in fallen:
        say(f"below its floor: {floor.say(run.summary)}")
    summary, report = run.summary, wanted.out / "report.html"
    say(f"{summary.questions:,} questions, {summary.failed:,} failed; the report is {report}")
    unmarked = tell_unmarked(run)
    return not (fallen or summary.failed or unmarked)


@contextmanager
def _list_mistakes() -> Iterator[None]:
    """Before a file is refused, each of its mistakes is told on a line of its own."""
    from service.errors import QuestionsError
    from service.render.clean import clean_line

    try:
        yield
    except QuestionsError as error:
        for mistake in error.mistakes[:_MOST_MISTAKES] if len(error.mistakes) > 1 else ():
            say(f"{error.path}: {clean_line(str(mistake))}")
        if len(error.mistakes) > _MOST_MISTAKES:
            say(f"... and {len(error.mistakes) - _MOST_MISTAKES:,} more")
        raise


def _read_saved(wanted: Wanted, asked: QuestionSet) -> Responses | None:
    from service.evaluation.sets.responses import read_responses

    return read_responses(wanted.responses, asked.questions) if wanted.responses else None


def _tell_aside(asked: QuestionSet, saved: Responses | None) -> None:
    """What of the files is not used, so that nobody takes it for scored."""
    from service.render.clean import clean_line

    if asked.aside:
        names = ", ".join(f"{name} ({n:,})" for name, n in asked.aside.items())
        say(f"Kept in the results, and not used: {clean_line(names)}.")
    brought = sum(one.response is not None for one in asked.questions)
    if brought and saved is None:
        why = "which --responses would score; not used (the right answer goes by the name reference)"
        say(f"{brought:,} questions bring a response (answer, actual_output), {why}.")
    if saved and saved.unasked:
        say(f"{saved.unasked:,} saved responses are of no question in the set; not used.")
