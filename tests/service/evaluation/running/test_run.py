"""Runs: each question asked once, kept as it comes, found again; one that fails is told and counted."""

import json
import threading
from pathlib import Path

import pytest

from index.errors import BylineError, StoreError
from index.search.search import Search
from service.answering.quote_reader import QuoteReader
from service.errors import CallError
from service.evaluation.evaluate import Asking, ask_all, score_run
from service.evaluation.measures import score_result
from service.evaluation.running.journal import Journal
from service.evaluation.running.run import ask_question, list_cited, read_snapshot
from service.evaluation.running.targets import InProcess
from service.evaluation.values import Json, Question, Result, RunOf
from service.evaluation.writing.folder import write_run

QUESTIONS = [
    Question(id="killed", question="How many civilians were killed?", answerable=True),
    Question(id="sana", question="What did SANA say?", filters={"outlets": ["FRN"]}),
    Question(id="none", question="Who won the Eurovision Song Contest?"),
]
OF = RunOf(
    target="in process", questions="0", file="set.jsonl", snapshot="s-1", version="1", started="", settings={"k": 50}
)


class Counting:
    """The index of the samples, which notes what it is asked, and fails where it is told to."""

    name = "in process"

    def __init__(self, search: Search, failing: dict[str, Exception] | None = None) -> None:
        self._target = InProcess(search, QuoteReader())
        self._failing = failing or {}
        self.asked: list[str] = []

    def ask(self, request: Json) -> Json:
        self.asked.append(request["question"])
        if request["question"] in self._failing:
            raise self._failing[request["question"]]
        return self._target.ask(request)

    def search(self, request: Json) -> Json:
        return self._target.search(request)

    def article(self, article_id: str) -> Json:
        return self._target.article(article_id)


def run(target: Counting, folder: Path, of: RunOf = OF, fresh: bool = False, concurrency: int = 1) -> list[Result]:
    with Journal(folder, of, fresh) as journal:
        return ask_all(QUESTIONS, Asking(target, 50, concurrency), journal, lambda _: None)


def test_a_result_holds_the_answer_the_hits_and_the_articles_cited(sample_search: Search, tmp_path: Path) -> None:
    killed, sana, none = run(Counting(sample_search), tmp_path)
    assert [one.question for one in (killed, sana, none)] == QUESTIONS
    assert killed.answer is not None
    assert killed.response == killed.answer["answer"]
    assert sorted(killed.articles) == sorted(list_cited(killed.answer))
    for claim in killed.answer["claims"]:
        for report in claim["reports"]:
            text = killed.articles[report["article_id"]]["text"]
            assert text[report["start"] : report["end"]] == report["quote"]
    assert killed.hits is not None
    scores = [hit.score for hit in killed.hits]
    assert scores == sorted(scores, reverse=True)
    assert 1 < len(scores) <= 50
    assert {hit.outlet for hit in sana.hits or ()} == {"FRN"}
    assert (none.answer or {})["status"] == "abstained"
    assert read_snapshot(Counting(sample_search)) == (none.answer or {})["snapshot"]


def test_what_is_done_is_not_asked_again_and_what_failed_is(sample_search: Search, tmp_path: Path) -> None:
    failing: dict[str, Exception] = {
        QUESTIONS[0].question: CallError("no answer"),
        QUESTIONS[2].question: ZeroDivisionError("by zero"),
    }
    first = run(Counting(sample_search, failing), tmp_path)
    assert [one.error for one in first] == ["no answer", None, "unexpected ZeroDivisionError: by zero"]
    again = Counting(sample_search)
    second = run(again, tmp_path)
    assert again.asked == [QUESTIONS[0].question, QUESTIONS[2].question]
    assert [one.error for one in second] == [None, None, None]
    assert second[1] == first[1]
    assert second[1].articles == first[1].articles


@pytest.mark.parametrize(
    "changed", [{"snapshot": "s-2"}, {"settings": {"k": 9}}, {"target": "http://a"}, {"version": "2"}]
)
def test_another_run_asks_all_again(changed: dict[str, object], sample_search: Search, tmp_path: Path) -> None:
    run(Counting(sample_search), tmp_path)
    again = Counting(sample_search)
    run(again, tmp_path, OF.model_copy(update=changed))
    assert len(again.asked) == 3


def test_a_fresh_run_asks_all_again_and_a_later_start_or_another_file_does_not(
    sample_search: Search, tmp_path: Path
) -> None:
    run(Counting(sample_search), tmp_path)
    same, fresh = Counting(sample_search), Counting(sample_search)
    run(same, tmp_path, OF.model_copy(update={"started": "later", "file": "other.csv", "questions": "1"}))
    run(fresh, tmp_path, fresh=True)
    assert (len(same.asked), len(fresh.asked)) == (0, 3)


def test_a_line_cut_short_is_asked_again_and_leaves_no_trace(sample_search: Search, tmp_path: Path) -> None:
    run(Counting(sample_search), tmp_path)
    path = tmp_path / "results.jsonl"
    held = path.read_bytes()
    path.write_bytes(held[:-20])
    again = Counting(sample_search)
    assert [one.error for one in run(again, tmp_path)] == [None] * 3
    assert again.asked == [QUESTIONS[2].question]
    assert [json.loads(line)["id"] for line in path.read_text().splitlines()] == ["killed", "sana", "none"]
    path.write_bytes(held[:300] + b"\n" + held)
    with pytest.raises(StoreError, match=r"results\.jsonl, line 1: this is no JSON"):
        run(again, tmp_path)


def test_as_many_are_asked_at_once_as_is_said(sample_search: Search, tmp_path: Path) -> None:
    met = threading.Barrier(3)

    class Meeting(Counting):
        def ask(self, request: Json) -> Json:
            met.wait(60)
            return super().ask(request)

    assert [one.question.id for one in run(Meeting(sample_search), tmp_path, concurrency=3)] == [
        "killed",
        "sana",
        "none",
    ]


def test_stopped_it_keeps_what_is_done(sample_search: Search, tmp_path: Path) -> None:
    def stop(_: Result) -> None:
        raise KeyboardInterrupt

    with Journal(tmp_path, OF) as journal, pytest.raises(KeyboardInterrupt):
        ask_all(QUESTIONS, Asking(Counting(sample_search), 50, 1), journal, stop)
    again = Counting(sample_search)
    assert len(run(again, tmp_path)) == 3
    assert QUESTIONS[0].question not in again.asked


def test_an_article_that_is_gone_fails_the_answers_that_cite_it(sample_search: Search, tmp_path: Path) -> None:
    class Losing(Counting):
        def article(self, article_id: str) -> Json:
            raise BylineError(f"no article has the id {article_id!r}")

    results = run(Losing(sample_search), tmp_path)
    assert [one.error is None for one in results] == [False, False, True]
    assert "it cites 00" in (results[0].error or "")
    scores = {score.measure: score.value for score in score_result(results[0])}
    assert (scores["right"], scores["decision"], scores["exact"]) == (0, 0, None)


def test_an_answer_whose_articles_could_not_be_had_is_not_asked_for_again_when_they_can(
    sample_search: Search, tmp_path: Path
) -> None:
    class Losing(Counting):
        def article(self, article_id: str) -> Json:
            raise CallError("no answer")

    with Journal(tmp_path, OF) as journal:
        lost = ask_all(QUESTIONS, Asking(Losing(sample_search), 50, 1), journal, lambda _: None)
        write_run(tmp_path, score_run(OF, lost, None), journal, ())
    again = Counting(sample_search)
    results = run(again, tmp_path)
    assert again.asked == []
    assert [(one.error, bool(one.articles)) for one in results] == [(None, True), (None, True), (None, False)]


def test_an_answer_of_another_shape_fails(sample_search: Search) -> None:
    class Other(Counting):
        def ask(self, request: Json) -> Json:
            return {**super().ask(request), "new": 1, "claims": [{"text": "RT says so."}]}

    result = ask_question(QUESTIONS[0], Other(sample_search), 50)
    assert result.error == "what came is no answer of ours (claims.0.id: field required)"
