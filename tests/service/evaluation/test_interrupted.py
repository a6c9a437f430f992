"""Runs that are killed, and servers that die under one, as processes: nothing answered is lost, no gap is hidden."""

import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "tests" / "questions" / "samples.jsonl"
PATIENCE_S = 120.0


class Ended(NamedTuple):
    code: int
    stdout: str
    stderr: str


@contextmanager
def started(*words: str | Path) -> Iterator[subprocess.Popen[str]]:
    """`byline` with these words; killed where the block ends before it does."""
    command = [sys.executable, "-m", "service", *map(str, words)]
    with subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def evaluate(*words: str | Path) -> Ended:
    with started("evaluate", SAMPLES, *words) as process:
        stdout, stderr = process.communicate(timeout=PATIENCE_S)
        return Ended(process.returncode, stdout, stderr)


def wait_for_results(folder: Path, least: int) -> None:
    path, end = folder / "results.jsonl", time.monotonic() + PATIENCE_S
    while not path.exists() or path.read_bytes().count(b"\n") < least:
        assert time.monotonic() < end, "no results came"
        time.sleep(0.005)


@contextmanager
def served(data: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """A server over a data folder, ready."""
    with started("serve", "--data", data, "--port", str(port), "--workers", "1") as process:
        end = time.monotonic() + PATIENCE_S
        while True:
            try:
                with urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5):
                    break
            except (URLError, ConnectionError):
                assert time.monotonic() < end, "the server does not come up"
                time.sleep(0.05)
        yield process


def test_a_run_that_is_killed_goes_on_with_every_answer_that_was_kept(sample_index: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with started("evaluate", SAMPLES, "--data", sample_index, "--out", out) as process:
        wait_for_results(out, 5)
        process.kill()
    kept = (out / "results.jsonl").read_bytes().count(b"\n")
    done = evaluate("--data", sample_index, "--out", out, "--fail-under", "right=1")
    assert (done.code, f"{kept} of 60 questions were asked before" in done.stderr) == (0, True), done.stderr
    asked = [json.loads(line)["id"] for line in SAMPLES.read_text("utf-8").splitlines()]
    assert [json.loads(line)["id"] for line in (out / "results.jsonl").read_text("utf-8").splitlines()] == asked


def test_a_server_that_dies_in_mid_run_costs_what_it_left_unanswered_and_a_new_one_answers_that_alone(
    sample_index: Path, tmp_path: Path
) -> None:
    data, out = Path(shutil.copytree(sample_index, tmp_path / "data")), tmp_path / "out"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words: list[str | Path] = ["--base-url", f"http://127.0.0.1:{port}", "--out", out, "--concurrency", "16"]
    with served(data, port) as server, started("evaluate", SAMPLES, *words) as process:
        wait_for_results(out, 3)
        server.kill()
        _, stderr = process.communicate(timeout=PATIENCE_S)
        code = process.returncode
    results = [json.loads(line) for line in (out / "results.jsonl").read_text("utf-8").splitlines()]
    answered = sum(one["answer"] is not None for one in results)
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    failed = [one for one in results if one["error"]]
    assert (code, len(results), summary["failed"]) == (1, 60, len(failed))
    assert failed
    assert [one["scores"]["right"] for one in failed] == [0] * len(failed)
    assert {"no answer" in one["error"] for one in failed} == {True}, stderr
    with served(data, port):
        done = evaluate(*words, "--fail-under", "right=1")
    assert (done.code, f"{answered} of 60 questions were asked before" in done.stderr) == (0, True), done.stderr
