"""`byline serve` as a process: up at once, findable after each 2xx, down cleanly, and up again with what it had."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.service.api.served import ROOT, process


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_server_starts_empty_takes_articles_answers_and_stops_cleanly(tmp_path: Path, workers: str) -> None:
    data = tmp_path / "data"
    with process(data, "--workers", workers) as (running, client):
        assert client.get("/healthz").json() == {"status": "ok"}
        early = client.get("/readyz")
        assert early.status_code == 200 or early.headers["retry-after"] == "2"
        lines = [
            json.dumps({"id": path.stem, "text": path.read_bytes().decode()})
            for path in (ROOT / "corpus").glob("*.txt")
        ]
        headers = {"content-type": "application/x-ndjson"}
        results = client.post("/v1/articles", content="\n".join(lines), headers=headers).json()["results"]
        assert {one["status"] for one in results} == {"created"}
        assert client.get("/readyz").json() == {"status": "ready", "articles": 5}
        answer = client.post("/v1/ask", json={"question": "How many civilians were killed?"}).json()
        assert answer["status"] == "answered"
        running.send_signal(signal.SIGTERM)
        assert running.wait(30) == 0
    stamp = json.loads((data / "vectors.json").read_text())
    assert stamp["sequence"] > 0
    with process(data, "--workers", workers) as (running, client):
        again = client.post("/v1/ask", json={"question": "How many civilians were killed?"}).json()
        assert again["claims"] == answer["claims"]
        running.send_signal(signal.SIGINT)
        assert running.wait(30) == 0


def test_a_killed_server_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    data = tmp_path / "data"
    text = (
        "Ferry sinks off the coast\n\nThe ferry Orlanda sank off Brevik on Monday, the coast guard said. All were saved"
        " by fishing boats that had heard its call, and were brought to a school in the town for the night.\n"
    )
    with process(data) as (running, client):
        assert client.put("/v1/articles/ferry", json={"text": text}).status_code == 201
        running.kill()
        running.wait()
    with process(data) as (_, client):
        assert client.get("/v1/articles/ferry").json()["text"] == text
        hits = client.post("/v1/search", json={"query": "Orlanda"}).json()["hits"]
        assert [hit["passage"]["article_id"] for hit in hits] == ["ferry"]


@pytest.mark.parametrize(
    ("options", "settings", "says"),
    [
        (["--host", "0.0.0.0"], {}, "no key is set: set BYLINE_API_KEYS"),
        ([], {"BYLINE_PROT": "1"}, "BYLINE_PROT is no setting; the nearest is BYLINE_PORT"),
        (["--port", "99999"], {}, "BYLINE_PORT: input should be less than or equal to 65535"),
    ],
)
def test_a_server_that_must_not_start_says_why(
    tmp_path: Path, options: list[str], settings: dict[str, str], says: str
) -> None:
    command = [sys.executable, "-m", "service", "serve", "--data", str(tmp_path), *options]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **settings}, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert says.lower() in done.stderr.lower()
    assert len(done.stderr.splitlines()) == 1


def test_an_address_that_is_taken_is_a_failure(tmp_path: Path) -> None:
    with process(tmp_path / "data") as (_, client):
        command = [sys.executable, "-m", "service", "serve", "--data", str(tmp_path / "data")]
        port = ["--port", str(client.base_url.port)]
        done = subprocess.run([*command, *port], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("byline: cannot listen on 127.0.0.1 port ")
