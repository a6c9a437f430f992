"""What a run leaves: each file readable by those it is for, floors named right, nothing that obeys an article."""

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import ir_measures
import pytest

from service.errors import RequestError
from service.evaluation.evaluate import score_run
from service.evaluation.measures import MEASURES
from service.evaluation.running.journal import Journal, read_rows
from service.evaluation.values import Question, Result, Run, RunHit, RunOf
from service.evaluation.writing.floors import read_floors
from service.evaluation.writing.folder import write_run
from service.evaluation.writing.junit import write_junit
from service.evaluation.writing.table import write_table
from service.evaluation.writing.terminal import render_run
from service.evaluation.writing.trec import write_trec

OF = RunOf(target="r.jsonl", questions="0", file="set.jsonl", version="1", started="2026-01-01")
HITS = (
    RunHit(passage_id="a~p1", article_id="a", score=0.5),
    RunHit(passage_id=None, article_id="b c", score=0.4),
    RunHit(passage_id=None, article_id=None, score=0.3, text="of no known article"),
)
RESULTS = [
    Result(question=Question(id="right", question="Who?", must=("RT",)), response="=RT says", hits=HITS, seconds=0.25),
    Result(question=Question(id="wrong", question="=Who?", group="who", must=("FRN",)), response="RT\x1b[31m & <so>"),
    Result(question=Question(id="failed", question="When?", must=("RT",)), error="no answer"),
    Result(question=Question(id="free", question="Why?"), response="Because."),
]


@pytest.fixture
def run() -> Run:
    return score_run(OF, RESULTS, None)


def test_the_run_is_read_by_ir_measures(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "run.trec"
    path.write_text(write_trec(run))
    read = [(one.query_id, one.doc_id, one.score) for one in ir_measures.read_trec_run(str(path))]  # type: ignore[no-untyped-call]
    assert read == [("right", "a~p1", 0.5), ("right", "b_c", 0.4)]
    assert {len(line.split()) for line in path.read_text().splitlines()} == {6}


def test_the_table_has_a_row_a_question_and_no_formula(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(write_table(run))))
    assert [row["id"] for row in rows] == ["right", "wrong", "failed", "free"]
    assert (rows[0]["answer"], rows[1]["question"]) == ("'=RT says", "'=Who?")
    assert [row["must"] for row in rows] == ["1", "0", "0", ""]
    assert rows[1]["answer"] == "RT\ufffd[31m & <so>"
    assert (rows[0]["seconds"], rows[2]["error"]) == ("0.2500", "no answer")


def test_each_question_and_each_floor_is_a_test(run: Run) -> None:
    floors = read_floors(["must=0.3", "right=0.9", "furniture=0"], MEASURES)
    root = ElementTree.fromstring(write_junit(run, floors))  # noqa: S314 - our own
    suites = {suite.get("name"): suite for suite in root}
    told = {(name, case.get("name"), child.tag) for name, suite in suites.items() for case in suite for child in case}
    assert told == {
        ("questions", "wrong", "failure"),
        ("questions", "failed", "error"),
        ("questions", "free", "skipped"),
        ("floors", "right", "failure"),
        ("floors", "furniture", "failure"),
    }
    counts = [suites["questions"].get(name) for name in ("tests", "failures", "errors", "skipped")]
    assert counts == ["4", "1", "1", "1"]
    failure = suites["questions"].find("testcase[@name='wrong']/failure")
    assert failure is not None
    assert "RT\ufffd[31m & <so>" in (failure.text or "")


def test_a_floor_is_held_at_its_bound_and_a_ceiling_where_lower_is_better(run: Run) -> None:
    def holds(*given: str) -> list[bool]:
        return [floor.holds(run.summary) for floor in read_floors(given, MEASURES)]

    assert run.summary.value("must") == pytest.approx(1 / 3)
    assert holds("must=0.33", "must=0.34", "right=-1", "chain=0") == [True, False, True, False]
    forbidden = [Result(question=Question(id="a", question="Who?", must_not=("Yes",)), response="Yes")]
    summary = score_run(OF, forbidden, None).summary
    (low,), (high,) = read_floors(["must_not=0.5"], MEASURES), read_floors(["must_not=1"], MEASURES)
    assert (low.holds(summary), high.holds(summary)) == (False, True)
    assert low.say(summary) == "must_not is 1.0000; at most 0.5 is asked for"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("rigth=1", "'rigth' is no measure; the nearest is right; all: right, "),
        ("=1", "'' is no measure; all: right"),
        ("right", "'right' has no number; one looks like right=0.9"),
        ("right=high", "'right=high' has no number"),
        ("right=nan", "'right=nan' has no number"),
    ],
)
def test_a_floor_that_is_none_is_named_with_what_would_be_one(given: str, says: str) -> None:
    with pytest.raises(RequestError) as refused:
        read_floors([given], MEASURES)
    assert says in str(refused.value)


def test_a_folder_holds_every_file_whole_and_is_read_back(run: Run, tmp_path: Path) -> None:
    with Journal(tmp_path / "out", OF) as journal:
        write_run(tmp_path / "out", run, journal, read_floors(["must=0.3"], MEASURES))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "junit.xml", "report.html", "results.csv", "results.jsonl", "run.trec", "summary.json",
    ]  # fmt: skip
    read = read_rows(tmp_path / "out")
    assert [row.result for row in read] == RESULTS
    assert [[one for one in row.scores if one.value is not None] for row in run.rows] == [[*row.scores] for row in read]
    again = score_run(OF, RESULTS, read)
    assert again.compared is not None
    assert {(one.difference, one.wins, one.losses) for one in again.compared.measures} == {(0, (), ())}


def test_the_terminal_says_what_is_wrong_before_the_means_and_obeys_no_control(run: Run) -> None:
    shown = render_run(run)
    assert shown.startswith("wrong: must\nfailed: failed: no answer\n\nOverall\n  right ")
    assert "\x1b" not in shown


def test_a_run_beside_another_tells_who_won_and_who_lost(run: Run) -> None:
    turned = [RESULTS[0].model_copy(update={"response": "FRN"}), RESULTS[1].model_copy(update={"response": "FRN"})]
    shown = render_run(score_run(OF, turned, run.rows)).split("Beside the baseline\n")[1]
    right = shown.splitlines()[:3]
    assert right[0].startswith("  right                      0.500 to 0.500 (+0.000, ")
    assert right[1:] == ["    won: wrong", "    lost: right"]
    assert "only in the baseline: failed, free" in shown
