"""`byline evaluate`: its options checked, what it stands on opened, its progress shown. Heavy imports at first use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from service.commands.options import Data, load_settings
from service.commands.watching import watch_questions

if TYPE_CHECKING:
    from service.evaluation.evaluate import Asking
    from service.evaluation.running.journal import Journal
    from service.evaluation.sets.questions import QuestionSet
    from service.evaluation.sets.responses import Responses
    from service.evaluation.values import Result, RunOf

_MOST_MISTAKES = 100
_FILE: dict[str, Any] = {"exists": True, "dir_okay": False}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of a run, as they were given."""

    questions: Path
    out: Path
    base_url: str | None
    key_file: Path | None
    responses: Path | None
    baseline: Path | None
    fail_under: tuple[str, ...]
    swap_outlets: int | None
    k: int
    concurrency: int
    timeout: float
    fresh: bool
    data: Path | None


class RunDone(NamedTuple):
    """What a run was made of, where its results are kept, and the results."""

    of: RunOf
    journal: Journal
    results: list[Result]


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
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds to wait for --base-url.")] = 120,
    fresh: Annotated[bool, typer.Option("--fresh", help="Ask all again, whatever --out holds.")] = False,
    data: Data = None,
) -> None:
    """Score the answers to a set of questions; may be stopped and run again. Exit code 1 where a floor is not held."""
    wanted = Wanted(
        questions, out, base_url, key_file, responses, baseline, tuple(fail_under), swap_outlets, k, concurrency,
        timeout, fresh, data,
    )  # fmt: skip
    _check_wanted(wanted)
    try:
        holds = _evaluate(wanted)
    except KeyboardInterrupt:
        _say("Stopped. What was asked is kept; run the same command again to go on.")
        raise typer.Exit(1) from None
    if not holds:
        raise typer.Exit(1)


def _evaluate(wanted: Wanted) -> bool:
    """Do it all, and show it; whether every question was answered and every floor is held."""
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
        of, journal, results = _run(asked, saved, wanted, stack)
        run = score_run(of, results, before)
        write_run(wanted.out, run, journal, floors)
    typer.echo(render_run(run), nl=False)
    fallen = [floor for floor in floors if not floor.holds(run.summary)]
    for floor in fallen:
        _say(f"below its floor: {floor.say(run.summary)}")
    summary, report = run.summary, wanted.out / "report.html"
    _say(f"{summary.questions:,} questions, {summary.failed:,} failed; the report is {report}")
    return not fallen and not summary.failed


def _check_wanted(wanted: Wanted) -> None:
    """RequestError where two options exclude each other."""
    from service.errors import RequestError

    base_url = wanted.base_url
    if base_url is not None and not base_url.startswith(("http://", "https://")):
        raise RequestError("invalid_value", f"--base-url: {base_url!r} is no address; one is http://127.0.0.1:8000")
    pairs = [
        ("--base-url", base_url, "--responses", wanted.responses),
        ("--base-url", base_url, "--data", wanted.data),
        ("--base-url", base_url, "--swap-outlets", wanted.swap_outlets),
        ("--responses", wanted.responses, "--data", wanted.data),
        ("--responses", wanted.responses, "--swap-outlets", wanted.swap_outlets),
    ]
    for one, given, other, also in pairs:
        if given is not None and also is not None:
            raise RequestError("invalid_value", f"{one} and {other} exclude each other; give one of the two")
    if wanted.key_file is not None and base_url is None:
        raise RequestError("invalid_value", "--key-file is for a server; give its --base-url too")
    if wanted.baseline is not None and wanted.baseline.resolve() == wanted.out.resolve():
        raise RequestError("invalid_value", f"--baseline and --out are both {wanted.out}; name another --out")


@contextmanager
def _list_mistakes() -> Iterator[None]:
    """Before a file is refused, each of its mistakes is told on a line of its own."""
    from service.errors import QuestionsError
    from service.render.clean import clean_line

    try:
        yield
    except QuestionsError as error:
        for mistake in error.mistakes[:_MOST_MISTAKES] if len(error.mistakes) > 1 else ():
            _say(f"{error.path}: {clean_line(str(mistake))}")
        if len(error.mistakes) > _MOST_MISTAKES:
            _say(f"... and {len(error.mistakes) - _MOST_MISTAKES:,} more")
        raise


def _read_saved(wanted: Wanted, asked: QuestionSet) -> Responses | None:
    from service.evaluation.sets.responses import read_responses

    return read_responses(wanted.responses, asked.questions) if wanted.responses else None


def _tell_aside(asked: QuestionSet, saved: Responses | None) -> None:
    """What of the files is not used, so that nobody takes it for scored."""
    from service.render.clean import clean_line

    if asked.aside:
        names = ", ".join(f"{name} ({n:,})" for name, n in asked.aside.items())
        _say(f"Kept in the results, and not used: {clean_line(names)}.")
    brought = sum(one.response is not None for one in asked.questions)
    if brought and saved is None:
        why = "which --responses would score; not used (the right answer goes by the name reference)"
        _say(f"{brought:,} questions bring a response (answer, actual_output), {why}.")
    if saved and saved.unasked:
        _say(f"{saved.unasked:,} saved responses are of no question in the set; not used.")


def _run(asked: QuestionSet, saved: Responses | None, wanted: Wanted, stack: ExitStack) -> RunDone:
    """The results, in the order of the set, and the journal that holds them."""
    from service.evaluation.evaluate import ask_all, take_saved
    from service.evaluation.running.journal import Journal
    from service.evaluation.running.run import read_snapshot

    if saved is not None:
        of = _describe(wanted.questions, asked, str(wanted.responses), None, {})
        return RunDone(of, stack.enter_context(Journal(wanted.out, of)), take_saved(asked.questions, saved))
    asking = _open_asking(wanted, stack)
    of = _describe(wanted.questions, asked, asking.target.name, read_snapshot(asking.target), _settings(wanted))
    journal = stack.enter_context(Journal(wanted.out, of, wanted.fresh))
    held = len(journal.held(asked.questions))
    if held:
        _say(
            f"{held:,} of {len(asked.questions):,} questions were asked before and are not asked again (--fresh does)."
        )
    with watch_questions(len(asked.questions) - held) as advance:
        results = ask_all(asked.questions, asking, journal, advance)
    snapshots = {one.answer["snapshot"] for one in results if one.answer} - {of.snapshot}
    if snapshots:
        _say("What is asked changed during the run: some answers are of another state of the articles.")
    return RunDone(of, journal, results)


def _open_asking(wanted: Wanted, stack: ExitStack) -> Asking:
    from service.evaluation.evaluate import Asking
    from service.evaluation.running.targets import InProcess

    if wanted.base_url is not None:
        from service.evaluation.running.over_http import OverHttp

        key = wanted.key_file.read_text("utf-8").strip() if wanted.key_file else None
        server = OverHttp(wanted.base_url, key, wanted.timeout)
        stack.callback(server.close)
        return Asking(server, wanted.k, wanted.concurrency)
    from index.search.search import Search
    from service.answering.readers import open_reader
    from service.evaluation.running.swap import open_swapped
    from service.settings import name_embedder

    settings = load_settings(data=wanted.data)
    embedder = name_embedder(settings)
    search = Search(settings.data, embedder)
    seed = wanted.swap_outlets
    reader = stack.enter_context(open_reader(settings))
    swapped = None if seed is None else stack.enter_context(open_swapped(settings.data, embedder, reader, seed))
    return Asking(InProcess(search, reader), wanted.k, wanted.concurrency, swapped)


def _settings(wanted: Wanted) -> dict[str, object]:
    """What makes an answer what it is, beside the question and the articles."""
    from service.evaluation.running.code import hash_code

    own = {} if wanted.base_url else {"code": hash_code(), "swap_outlets": wanted.swap_outlets}
    return {"k": wanted.k, **own}


def _describe(
    questions: Path, asked: QuestionSet, target: str, snapshot: str | None, settings: dict[str, object]
) -> RunOf:
    from service.evaluation.values import RunOf
    from service.version import read_version

    return RunOf(
        target=target,
        questions=asked.digest,
        file=questions.name,
        snapshot=snapshot,
        version=read_version(),
        started=datetime.now(UTC).isoformat(timespec="seconds"),
        settings=settings,
    )


def _say(line: str) -> None:
    typer.echo(line, err=True)
