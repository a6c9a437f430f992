"""The command line: exit codes, what goes to which stream, and the same JSON as over HTTP."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from index.errors import StoreError
from index.records import Filters
from index.search.embedding import Embedder
from index.search.search import Search
from index.store.reader import StoreReader

ROOT = Path(__file__).parents[2]
QUESTION = "How many civilians were killed?"


def byline(*words: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "service", *map(str, words)]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **settings}, capture_output=True, text=True, timeout=300
    )


def still(answer: dict[str, Any]) -> dict[str, Any]:
    return {**answer, "id": "", "snapshot": "", "timings_ms": {}}


def test_help_lists_every_command_and_loads_nothing_heavy() -> None:
    shown = byline("--help")
    assert shown.returncode == 0
    commands = [
        "index",
        "ask",
        "search",
        "serve",
        "mcp",
        "articles",
        "outlets",
        "sources",
        "statements",
        "compare",
        "evaluate",
    ]
    commands += ["check", "rebuild", "doctor", "version"]
    assert [line.split()[0] for line in shown.stdout.split("Commands:")[1].splitlines() if line.strip()] == commands
    code = (
        "import sys\nfrom typer.testing import CliRunner\nimport service.cli\n"
        "assert CliRunner().invoke(service.cli.app, ['--help']).exit_code == 0\n"
        "print([name for name in ('torch', 'numpy', 'faiss', 'fastapi', 'pydantic', 'tantivy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout == "[]\n"


def test_version_is_the_projects() -> None:
    assert f'version = "{byline("version").stdout.strip()}"' in (ROOT / "pyproject.toml").read_text()


@pytest.mark.parametrize(
    "words",
    [
        ["nothing"],
        ["ask"],
        ["index"],
        ["ask", QUESTION, "--format", "pdf"],
        ["ask", QUESTION, "--from", "soon"],
        ["ask", QUESTION, "--from", "2020-01-02", "--to", "2020-01-01"],
        ["ask", " "],
        ["search", "x", "--k", "0"],
        ["articles", "--limit", "0"],
        ["statements", "--limit", "501"],
        ["compare", "a"],
        ["index", "corpus", "--published", "yesterday"],
        ["index", "corpus", "--manifest", "none.csv"],
        ["serve", "--host", "0.0.0.0"],
    ],
)
def test_wrong_use_is_exit_code_2_and_shows_no_trace(words: list[str], tmp_path: Path) -> None:
    done = byline(*words, BYLINE_DATA=str(tmp_path / "data"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["ask", "Who?"],
        ["search", "x"],
        ["articles"],
        ["outlets"],
        ["sources"],
        ["statements"],
        ["compare", "a", "b"],
        ["check"],
        ["rebuild"],
    ],
)
def test_without_an_index_a_command_says_how_to_make_one(words: list[str], tmp_path: Path) -> None:
    done = byline(*words, "--data", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert (
        done.stderr == f"byline: there is no index in {tmp_path}; make one with: byline index PATH --data {tmp_path}\n"
    )


def test_json_is_what_the_http_call_returns(client: httpx.Client, data: Path) -> None:
    def shown(*words: str) -> Any:
        return json.loads(byline(*words, "--json", "--data", data).stdout)

    assert still(shown("ask", QUESTION)) == still(client.post("/v1/ask", json={"question": QUESTION}).json())
    assert shown("search", "army", "--k", "3") == client.post("/v1/search", json={"query": "army", "k": 3}).json()
    assert shown("articles", "--limit", "2") == client.get("/v1/articles", params={"limit": 2}).json()
    assert shown("outlets") == client.get("/v1/outlets").json()


@pytest.mark.parametrize("form", ["text", "md", "csv"])
def test_an_answer_in_each_form_has_no_escape_codes_off_a_terminal(data: Path, form: str) -> None:
    done = byline("ask", QUESTION, "--format", form, "--data", data)
    assert (done.returncode, done.stderr) == (0, "")
    assert "624" in done.stdout
    assert "\x1b" not in done.stdout


def test_filters_confine_an_answer(data: Path) -> None:
    words = ["ask", QUESTION, "--article", "004_475c05423daee2a8", "--article", "003_74a8ce96863eb929", "--json"]
    answer = json.loads(byline(*words, "--data", data).stdout)
    assert answer["searched"]["articles"] == 2
    assert {one["article_id"] for one in answer["citations"]} <= {"004_475c05423daee2a8", "003_74a8ce96863eb929"}


def test_lists_are_shown_for_people(data: Path) -> None:
    assert "Emirates Voice" in byline("outlets", "--data", data).stdout
    assert "2016-03-13" in byline("articles", "--data", data).stdout
    assert "1. " in byline("search", "army", "--data", data).stdout


def test_indexing_tells_faults_and_sums_up_and_does_nothing_twice(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    sample = (ROOT / "corpus" / "003_74a8ce96863eb929.txt").read_bytes()
    (tmp_path / "in" / "good.txt").write_bytes(sample)
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    (tmp_path / "in" / "many.jsonl").write_text(json.dumps({"text": sample.decode()}) + '\n{"text": \n')
    (tmp_path / "in" / "photo.jpg").write_bytes(b"\xff\xd8")
    words: list[str | Path] = [
        "index",
        tmp_path / "in",
        tmp_path / "gone",
        "--outlet",
        "The Record",
        "--data",
        tmp_path / "data",
    ]
    done = byline(*words)
    told = done.stderr.splitlines()
    assert done.returncode == 1
    assert [line for line in told if line.startswith("not read: ")] == [
        f"not read: {tmp_path}/gone: does not exist",
        f"not read: {tmp_path}/in/empty.txt: is empty",
        f"not read: {tmp_path}/in/many.jsonl (line 2): is not sound JSON: Expecting value (character 10)",
    ]
    assert told[-1].startswith("2 created, 0 updated, 0 unchanged, 3 failed, in ")
    assert told[-1].endswith("1 files of other kinds skipped (1 .jpg).")
    again = byline(*words).stderr.splitlines()
    assert again[-1].startswith("0 created, 0 updated, 2 unchanged, 3 failed, in ")
    listed = json.loads(byline("outlets", "--json", "--data", tmp_path / "data").stdout)
    assert listed == {"data": [{"name": "The Record", "articles": 2, "levels": ["declared"]}], "unnamed": 0}


def count_articles(folder: Path) -> int:
    try:
        with StoreReader(folder).view() as view:
            return view.counts().articles
    except StoreError:
        return 0


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_indexing_that_is_interrupted_goes_on_when_run_again(tmp_path: Path, stop: signal.Signals) -> None:
    (tmp_path / "in").mkdir()
    text = "Council {n} votes\n\n" + "The council of town {n} voted on Monday, the mayor said. It rained.\n\n" * 8
    for n in range(64):
        (tmp_path / "in" / f"{n:03}.txt").write_text(text.replace("{n}", str(n)))
    command = [sys.executable, "-m", "service", "index", str(tmp_path / "in"), "--data", str(tmp_path / "data")]
    # Whoever runs the tests in the background has SIGINT ignored, and so would have what they start.
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    running = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, preexec_fn=heed)
    while not (stored := count_articles(tmp_path / "data")):
        assert running.poll() is None
        time.sleep(0.05)
    running.send_signal(stop)
    _, told = running.communicate(timeout=120)
    assert running.returncode == 1
    assert stored in (16, 32, 48)  # whole batches
    assert "run the same command again to go on" in told
    assert "Traceback" not in told
    assert byline("check", "--data", tmp_path / "data").returncode == 0
    kept = count_articles(tmp_path / "data")
    again = byline("index", tmp_path / "in", "--data", tmp_path / "data")
    assert again.returncode == 0
    assert f"{64 - kept} created, 0 updated, {kept} unchanged, 0 failed" in again.stderr


def test_check_proves_and_rebuild_mends(data: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(data, tmp_path / "data"))
    sound = "store: ok\nstored vectors: ok\nvector index: ok\nword index: ok\n"
    assert byline("check", "--data", copy).stdout == sound
    (copy / "vectors.faiss").write_bytes(b"damaged")
    shutil.rmtree(copy / "words")
    done = byline("rebuild", "--data", copy)
    assert (done.returncode, done.stdout) == (0, "rebuilt: 25 passages in both caches\n")
    assert byline("check", "--data", copy).stdout == sound


def test_a_damaged_store_is_told_by_check_and_doctor_with_what_helps(data: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(data, tmp_path / "data"))
    connection = sqlite3.connect(copy / "byline.sqlite")
    connection.execute("UPDATE articles SET masthead = '{}' WHERE pk = 2")
    connection.commit()
    connection.close()
    done = byline("check", "--data", copy)
    assert done.returncode == 1
    assert "store: 1 faults\n  article 001_" in done.stdout
    assert "word index: ok" in done.stdout
    assert done.stderr == "byline: the store itself is damaged, which no rebuild mends: restore it from a copy\n"
    (copy / "byline.sqlite").write_bytes(b"rubbish" * 1000)
    done = byline("doctor", "--data", copy)
    assert done.returncode == 1
    assert [line.split(":")[0] for line in done.stdout.splitlines() if line.startswith("fail")] == ["fail index"]


def test_a_full_disk_ends_an_index_run_with_what_is_wrong(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": f"Goats of {n}\n\n" + f"The goats of {n} were sold, he said. " * 99, "language": "en"})
        for n in range(99)
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    command = f"ulimit -f 1024; trap '' XFSZ; exec {sys.executable} -m service index {tmp_path}/many.jsonl"
    done = subprocess.run(
        ["bash", "-c", f"{command} --data {tmp_path}/data"], cwd=ROOT, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 1
    assert "cannot be" in done.stderr.splitlines()[-1]
    assert "fault of Byline" not in done.stderr
    assert byline("check", "--data", tmp_path / "data").returncode == 0


def test_an_article_is_found_by_others_while_the_run_that_indexes_it_goes_on(
    tmp_path: Path, embedder: Embedder
) -> None:
    lines = [json.dumps({"text": f"Goats of {n}\n\nThe goat market of town {n} opened, he said."}) for n in range(400)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    command = [sys.executable, "-m", "service", "index", str(tmp_path / "many.jsonl"), "--data", str(tmp_path / "data")]
    running = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        while not (tmp_path / "data" / "words.json").exists():
            assert running.poll() is None
            time.sleep(0.05)
        search = Search(tmp_path / "data", embedder)
        with search.reader.view() as view:
            assert search.search_passages(view, "goat market of town 3", Filters(), 3).hits
        assert running.poll() is None
    finally:
        running.kill()
        running.wait()


def test_doctor_looks_at_everything_and_hides_keys(data: Path) -> None:
    done = byline("doctor", "--data", data, BYLINE_API_KEYS="ask:a-very-secret-key-indeed")
    assert done.returncode == 0
    assert "a-very-secret-key-indeed" not in done.stdout
    lines = [line[5:].split(":")[0] for line in done.stdout.splitlines() if not line.startswith(" ")]
    for what in ("Python", "packages", "BYLINE_API_KEYS", "free disk", "embedder", "SQLite", "index", "lock"):
        assert what in lines


def test_doctor_fails_where_something_is_amiss(tmp_path: Path) -> None:
    done = byline("doctor", "--data", tmp_path, BYLINE_EMBEDDER=str(tmp_path / "none"), BYLINE_HOST="0.0.0.0")
    assert done.returncode == 1
    failed = [line.split(":")[0] for line in done.stdout.splitlines() if line.startswith("fail")]
    assert failed == ["fail serve", "fail embedder"]
