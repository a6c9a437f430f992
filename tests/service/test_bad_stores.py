"""Stores that were killed in the middle, made by an earlier Byline, or damaged: what is said, and what mends them."""

import gzip
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from index.errors import StoreError
from index.search.check import check_index
from index.search.embedding import Embedder
from index.search.search import Search
from index.store.reader import StoreReader
from index.store.statements import Wanted
from tests.service.conftest import Serve

ROOT = Path(__file__).parents[2]
STORY = (
    "The wells of Marn ran dry in June, the water board told Reuters. “We counted {n} dry wells,” said Ivo Lenk of the"
    " board.\n\nThe mayor of Marn denied that the army had been asked for tankers. Nobody in the town was told when the"
    " tankers would come, and the board said that it did not know.\n"
)
ARTICLES = 150


def run(*words: str, data: Path) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-m", "service", *words, "--data", str(data)]
    return subprocess.run(program, cwd=ROOT, check=False, capture_output=True, text=True)


def test_a_kill_in_the_middle_leaves_statements_and_copies_whole(tmp_path: Path, embedder: Embedder) -> None:
    source, data = tmp_path / "articles.jsonl.gz", tmp_path / "data"
    with gzip.open(source, "wt", encoding="utf-8") as file:
        for n in range(ARTICLES):  # every third is a copy of the one before
            text = STORY.format(n=n - (n % 3 == 2))
            file.write(json.dumps({"id": f"marn-{n}", "outlet": f"Paper {n}", "text": text}) + "\n")
    program = [sys.executable, "-m", "service", "index", str(source), "--data", str(data)]
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        wait_for_articles(data, ARTICLES // 4, running)
        os.kill(running.pid, signal.SIGKILL)
    search = Search(data, embedder)
    assert [(name, faults) for name, faults in check_index(search) if faults] == []
    with search.reader.view() as view:
        survived = list(view.article_ids())
        assert ARTICLES // 4 <= len(survived) < ARTICLES
        assert view.unread() == []
        # Whoever is listed is cited by statements that are there, and every article carries the one text.
        cited = {one.article_id for _, one in view.statements(Wanted(source="Reuters"), 0, 10_000)}
        assert cited == set(survived)
        assert {group.size for group in view.copies_of(survived)} == {len(survived)}
    done = run("index", str(source), data=data)
    assert (done.returncode, run("check", data=data).returncode) == (0, 0)
    with search.reader.view() as view:
        assert {group.size for group in view.copies_of(list(view.article_ids()))} == {ARTICLES}


def wait_for_articles(data: Path, enough: int, running: "subprocess.Popen[bytes]") -> None:
    while running.poll() is None:
        if (data / "byline.sqlite").exists():
            try:
                with StoreReader(data).view() as view:
                    if view.counts().articles >= enough:
                        return
            except (StoreError, sqlite3.Error):
                time.sleep(0.1)  # the store is being made
        time.sleep(0.01)
    raise AssertionError("indexing ended before it was killed")


def make_earlier(data: Path) -> None:
    """As the first Byline left a store: no statements, no copies, the schema of then."""
    with sqlite3.connect(data / "byline.sqlite", isolation_level=None) as store:
        store.execute("PRAGMA foreign_keys = ON")
        tables = {row[0] for row in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        first = (ROOT / "index/store/migrations/0001.sql").read_text("utf-8")
        for table in sorted(one for one in tables if f"CREATE TABLE {one} " not in first and one[:7] != "sqlite_"):
            store.execute("PRAGMA foreign_keys = OFF")
            store.execute(f"DROP TABLE IF EXISTS {table}")
        store.execute("DELETE FROM meta WHERE key LIKE 'copies%'")
        store.execute("PRAGMA user_version = 1")


@pytest.mark.parametrize("command", [["ask", "Who liberated al-Sukhnah?"], ["statements"], ["sources"], ["check"]])
def test_a_store_of_an_earlier_schema_is_refused_with_what_to_do(
    command: list[str], data: Path, tmp_path: Path
) -> None:
    held = Path(shutil.copytree(data, tmp_path / "data"))
    make_earlier(held)
    told = run(*command, data=held)
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith(f"byline: {held} has schema 1, this Byline needs ")
    assert told.stderr.endswith(f": run byline rebuild --data {held}\n")


def test_a_statement_that_cannot_be_read_back_is_told_as_damage(
    serve: Serve, data: Path, tmp_path: Path, embedder: Embedder
) -> None:
    held = Path(shutil.copytree(data, tmp_path / "data"))
    with sqlite3.connect(held / "byline.sqlite") as store:
        store.execute("UPDATE statements SET body = '[broken' WHERE n = 2")
    with serve(held, embedder) as client:
        paths = ("/v1/statements", "/v1/statements?article=000_ac1450379629caac", "/v1/articles/000_ac1450379629caac")
        told: list[httpx.Response] = [client.get(path) for path in paths]
        assert [(one.status_code, one.json()["error"]["code"]) for one in told] == [(500, "damaged")] * 3
        assert all("restore the store from a copy" in one.json()["error"]["message"] for one in told)
    checked = run("check", data=held)
    assert checked.returncode == 1
    assert checked.stderr.startswith("byline: the store itself is damaged")
