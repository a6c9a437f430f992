"""The questions of a run asked of what the options name, or their saved responses taken."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from service.commands.evaluating.wanted import Wanted, say
from service.commands.options import load_settings
from service.commands.watching import watch_questions

if TYPE_CHECKING:
    from service.evaluation.evaluate import Asking
    from service.evaluation.running.journal import Journal
    from service.evaluation.sets.questions import QuestionSet
    from service.evaluation.sets.responses import Responses
    from service.evaluation.values import Result, RunOf


class RunDone(NamedTuple):
    """What a run was made of, where its results are kept, and the results."""

    of: RunOf
    journal: Journal
    results: list[Result]


def run_wanted(asked: QuestionSet, saved: Responses | None, wanted: Wanted, stack: ExitStack) -> RunDone:
    """The results, in the order of the set, and the journal that holds them."""
    from service.evaluation.evaluate import ask_all, take_saved
    from service.evaluation.running.journal import Journal
    from service.evaluation.running.run import read_snapshot

    if saved is not None:
        of = _describe(wanted, asked, str(wanted.responses), None, {})
        return RunDone(of, stack.enter_context(Journal(wanted.out, of)), take_saved(asked.questions, saved))
    asking = _open_asking(wanted, stack)
    of = _describe(wanted, asked, asking.target.name, read_snapshot(asking.target), _settings(wanted))
    journal = stack.enter_context(Journal(wanted.out, of, wanted.fresh))
    held = len(journal.held(asked.questions))
    if held:
        say(f"{held:,} of {len(asked.questions):,} questions were asked before and are not asked again (--fresh does).")
    with watch_questions(len(asked.questions) - held) as advance:
        results = ask_all(asked.questions, asking, journal, advance)
    degraded = sum(bool((one.answer or {}).get("reader", {}).get("degraded")) for one in results)
    if degraded:
        say(f"{degraded:,} answers were read without the language model, which failed; they are scored as they are.")
    snapshots = {one.answer["snapshot"] for one in results if one.answer} - {of.snapshot}
    if snapshots:
        say("What is asked changed during the run: some answers are of another state of the articles.")
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

    if wanted.base_url:
        return {"k": wanted.k}
    settings = load_settings(data=wanted.data)
    reading = {"model": settings.model, "base": settings.model_api_base, "prose": settings.model_prose}
    return {"k": wanted.k, "code": hash_code(), "swap_outlets": wanted.swap_outlets, **reading}


def _describe(
    wanted: Wanted, asked: QuestionSet, target: str, snapshot: str | None, settings: dict[str, object]
) -> RunOf:
    from service.evaluation.values import RunOf
    from service.version import read_version

    return RunOf(
        target=target,
        questions=asked.digest,
        file=wanted.questions.name,
        snapshot=snapshot,
        version=read_version(),
        started=datetime.now(UTC).isoformat(timespec="seconds"),
        settings=settings,
        judge=wanted.judge_model,
    )
