"""`byline evaluate` as it is used: over an index, a server and saved responses; exit codes, and what is refused."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from service.cli import main
from tests.scripted.acts import refuses, says
from tests.scripted.server import ScriptedModel

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "tests" / "questions" / "samples.jsonl"


class Done(NamedTuple):
    code: int
    stdout: str
    stderr: str


Evaluate = Callable[..., Done]


@pytest.fixture
def evaluate(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Evaluate:
    """The command, run in this process as the shell would run it."""

    def run(*words: str | Path) -> Done:
        monkeypatch.setattr(sys, "argv", ["byline", "evaluate", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        code = ended.value.code
        return Done(code if isinstance(code, int) else 0, *capsys.readouterr())

    return run


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three of the fixed questions."""
    path = tmp_path_factory.mktemp("few") / "few.jsonl"
    path.write_text("".join(SAMPLES.read_text("utf-8").splitlines(keepends=True)[:3]), "utf-8")
    return path


def test_the_fixed_questions_are_all_right_also_with_the_outlets_shuffled(
    evaluate: Evaluate, sample_index: Path, tmp_path: Path
) -> None:
    floors = [f"--fail-under={one}" for one in ("right=1", "swap=1", "furniture=0", "exact=1", "abstention_recall=1")]
    done = evaluate(SAMPLES, "--data", sample_index, "--out", tmp_path, "--swap-outlets", "7", *floors)
    assert (done.code, "right                       1.000" in done.stdout) == (0, True), done.stdout + done.stderr
    summary = json.loads((tmp_path / "summary.json").read_text("utf-8"))
    assert (summary["questions"], summary["failed"]) == (60, 0)
    assert [floor["holds"] for floor in summary["floors"]] == [True] * 5
    assert (tmp_path / "report.html").stat().st_size > 10_000


def test_a_run_goes_on_is_scored_again_from_its_results_and_compared(
    evaluate: Evaluate, few: Path, sample_index: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    done = evaluate(few, "--out", first, "--data", sample_index)
    assert (done.code, done.stderr) == (0, f"3 questions, 0 failed; the report is {first / 'report.html'}\n")
    again = evaluate(few, "--out", first, "--fail-under", "right=1.1", "--data", sample_index)
    assert again.code == 1
    assert "3 of 3 questions were asked before" in again.stderr
    assert "below its floor: right is 1.0000; at least 1.1 is asked for" in again.stderr
    assert "<failure" in (first / "junit.xml").read_text("utf-8")
    saved = evaluate(few, "--out", second, "--responses", first / "results.jsonl", "--baseline", first)
    assert saved.code == 0
    assert "measures are the same for every question" in saved.stdout.split("Beside the baseline\n")[1].splitlines()[0]


def test_a_server_is_asked_and_its_key_read_from_a_file(
    evaluate: Evaluate, few: Path, client: httpx.Client, tmp_path: Path
) -> None:
    (tmp_path / "key").write_text("0123456789abcdef\n")
    url = str(client.base_url)
    done = evaluate(few, "--base-url", url, "--key-file", tmp_path / "key", "--out", tmp_path / "out")
    assert (done.code, "right                       1.000" in done.stdout) == (0, True), done.stderr
    assert json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))["of"]["target"] == url.rstrip("/")


def test_a_server_that_is_not_there_is_exit_code_1_and_nothing_is_written(
    evaluate: Evaluate, few: Path, tmp_path: Path
) -> None:
    done = evaluate(few, "--base-url", "http://127.0.0.1:9", "--out", tmp_path / "out")
    assert (done.code, done.stdout) == (1, "")
    assert "/v1/ask: no answer" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_question_without_a_saved_response_counts_as_zero_and_is_exit_code_1(
    evaluate: Evaluate, few: Path, tmp_path: Path
) -> None:
    saved = tmp_path / "saved.csv"
    saved.write_text(
        "question,answer,contexts\nhow many people have been killed in syria since march 2011,330000,['x']\n"
    )
    done = evaluate(few, "--responses", saved, "--out", tmp_path / "out")
    assert done.code == 1
    assert "killed-by-coalition: failed: no response to it was saved" in done.stdout
    assert "3 questions, 2 failed" in done.stderr


def test_every_mistake_of_a_set_is_told_on_a_line_and_nothing_is_asked(evaluate: Evaluate, tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text('{"question": "Who?", "refrence": "RT"}\n{}\n')
    done = evaluate(path, "--out", tmp_path / "out")
    assert (done.code, done.stdout) == (2, "")
    told = done.stderr.splitlines()
    assert [line.split(": ")[1] for line in told[:2]] == ["line 1", "line 2"]
    assert f"{path}: 2 mistakes, the first in line 1: refrence" in told[2]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["none.jsonl"], "none.jsonl"),
        ([SAMPLES, "--fail-under", "recall=1"], "'recall' is no measure"),
        ([SAMPLES, "--base-url", "localhost:8000"], "'localhost:8000' is no address"),
        ([SAMPLES, "--base-url", "http://a", "--responses", SAMPLES], "--base-url and --responses exclude each other"),
        ([SAMPLES, "--base-url", "http://a", "--swap-outlets", "1"], "--base-url and --swap-outlets exclude"),
        ([SAMPLES, "--key-file", SAMPLES], "give its --base-url too"),
        ([SAMPLES, "--judge-base", "http://a"], "give its --judge-model too"),
        ([SAMPLES, "--judge-model", "openai/a", "--judge-base", "a:8000"], "--judge-base: 'a:8000' is no address"),
        ([SAMPLES, "--out", ROOT / "corpus", "--baseline", ROOT / "corpus"], "name another --out"),
        ([SAMPLES, "--concurrency", "0"], "--concurrency"),
    ],
)
def test_wrong_use_is_exit_code_2(evaluate: Evaluate, words: list[str | Path], says: str, tmp_path: Path) -> None:
    done = evaluate("--out", tmp_path / "out", *words)
    assert (done.code, done.stdout) == (2, "")
    assert says in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_model_marks_the_answers_with_a_key_from_the_environment_and_a_failing_one_costs_the_exit_code_alone(
    evaluate: Evaluate, few: Path, sample_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "key").write_text("sk-of-the-judge\n")
    monkeypatch.setenv("BYLINE_JUDGE_API_KEY_FILE", str(tmp_path / "key"))
    out = tmp_path / "out"
    with ScriptedModel(reply='{"mark": "right", "why": "It says so."}') as server:
        judged = ["--judge-model", "openai/judge", "--judge-base", server.base, "--fail-under", "judged=1"]
        server.script(refuses(500))
        failed = evaluate(few, "--data", sample_index, "--out", out, *judged)
        before = json.loads((out / "summary.json").read_text("utf-8"))
        server.script(says('{"mark": "right", "why": "It says so."}'))
        done = evaluate(few, "--data", sample_index, "--out", out, *judged)
    assert failed.code == 1
    assert "3 of 3 answers have no mark" in failed.stderr
    assert "below its floor: judged applies to no question" in failed.stderr
    assert (done.code, "Judged by openai/judge: right 3; right or not as without it in 3 of 3" in done.stdout) == (
        0,
        True,
    )
    assert {asked.headers["Authorization"] for asked in server.asked} == {"Bearer sk-of-the-judge"}
    after = json.loads((out / "summary.json").read_text("utf-8"))
    assert [one for one in after["means"] if one["measure"] != "judged"] == before["means"]
    assert "sk-of-the-judge" not in "".join(path.read_text("utf-8") for path in out.iterdir())


def test_answers_that_a_model_failed_to_read_are_told_and_another_model_asks_all_again(
    evaluate: Evaluate, few: Path, sample_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    evaluate(few, "--data", sample_index, "--out", out)
    with ScriptedModel(refuses(401)) as server:
        monkeypatch.setenv("BYLINE_MODEL", "openai/reader")
        monkeypatch.setenv("BYLINE_MODEL_API_BASE", server.base)
        done = evaluate(few, "--data", sample_index, "--out", out)
    assert (done.code, "asked before" in done.stderr) == (0, False), done.stderr
    assert "3 answers were read without the language model, which failed" in done.stderr
