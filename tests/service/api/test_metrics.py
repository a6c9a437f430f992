"""The numbers are those of the calls that were made, by whichever process, and grow with nobody's imagination."""

import math
import re
import signal
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import httpx
from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse_open
from prometheus_client.parser import text_string_to_metric_families as parse

from index.search.embedding import Embedder
from service.answering.answer import Answer
from service.api.metrics import Metrics
from service.evaluation.running.over_http import OverHttp
from service.library import Library
from tests.service.api.mcp.calling import use
from tests.service.api.served import process

Serve = Callable[..., AbstractContextManager[httpx.Client]]
ASK, INGEST = "ask-key-0123456789", "ingest-key-0123456789"
TEXT = "The ferry Orlanda sank off the coast on Monday, the coast guard said, and all were saved by boats nearby."
QUESTION = {"question": "What sank off the coast?"}
Numbers = dict[tuple[str, frozenset[tuple[str, str]]], float]


def read(text: str) -> Numbers:
    found = [one for family in parse(text) for one in family.samples]
    return {(one.name, frozenset(one.labels.items())): one.value for one in found}


def number(found: Numbers, name: str, **labels: str) -> float:
    return found.get((name, frozenset(labels.items())), 0.0)


def test_calls_and_questions_are_counted_as_they_were_made(serve: Serve, tmp_path: Path, embedder: Embedder) -> None:
    with serve(tmp_path / "data", embedder) as client:
        client.put("/v1/articles/ferry", json={"text": TEXT})
        statuses = [client.post("/v1/ask", json=QUESTION).json()["status"] for _ in range(2)]
        statuses += [client.post("/v1/ask", json={"question": "Who reopened the mine?"}).json()["status"]]
        assert client.post("/v1/ask", json={**QUESTION, "stream": True}).text.count("event: answer\n") == 1
        use(client.base_url, "ask", QUESTION)
        turn = {"role": "user", "content": QUESTION["question"]}
        for model in ("byline", "byline-chores"):
            chat = {"model": model, "messages": [turn]}
            assert client.post("/v1/chat/completions", json=chat).status_code == 200
        judged = OverHttp(str(client.base_url), None, 60)
        assert judged.ask(QUESTION)["status"] == "answered"
        judged.close()
        client.post("/v1/ask", json={})
        client.get("/v1/articles/none")
        client.head("/v1/articles/ferry")
        found = read(client.get("/metrics").text)
    assert statuses == ["answered", "answered", "abstained"]
    assert number(found, "byline_questions_total", status="answered", reader="quotes") == 5
    assert number(found, "byline_questions_total", status="abstained", reader="quotes") == 1
    calls = {
        ("PUT", "/v1/articles/{id}", "201"): 1,
        ("POST", "/v1/ask", "200"): 5,
        ("POST", "/v1/ask", "422"): 1,
        ("GET", "/v1/articles/{id}", "404"): 1,
        ("HEAD", "/v1/articles/{id}", "200"): 1,
    }
    assert {
        labels: number(found, "byline_calls_total", method=labels[0], route=labels[1], status=labels[2])
        for labels in calls
    } == calls
    assert number(found, "byline_call_seconds_count", method="POST", route="/v1/ask") == 6
    assert 0 < number(found, "byline_call_seconds_sum", method="POST", route="/v1/ask") < math.inf
    assert (number(found, "byline_articles"), number(found, "byline_passages")) == (1, 1)
    assert number(found, "byline_degraded_answers_total") == 0


def test_names_that_callers_make_up_are_one(serve: Serve, data: Path, embedder: Embedder) -> None:
    with serve(data, embedder) as client:
        client.get("/v1/outlets")
        for n in range(40):
            client.get(f"/made/up/{n}")
            client.request(f"VERB{n}", f"/v1/articles/x{n}")
            client.get(f"/v1/passages/{n}")
            client.options(f"/v1/articles/{n}")
        found = read(client.get("/metrics").text)
    labels = {frozenset(dict(held).items()) for name, held in found if name == "byline_calls_total"}
    assert {tuple(value for _, value in sorted(one)) for one in labels} == {
        ("GET", "/v1/outlets", "200"),
        ("GET", "other", "404"),
        ("other", "/v1/articles/{id}", "405"),
        ("GET", "/v1/passages/{id}", "404"),
        ("OPTIONS", "/v1/articles/{id}", "204"),
    }
    assert number(found, "byline_calls_total", method="GET", route="other", status="404") == 40


def test_the_form_is_the_one_that_is_accepted(client: httpx.Client) -> None:
    plain = client.get("/metrics", headers={"Accept": "text/plain;version=abc;q=x,*/*"})
    assert plain.headers["content-type"].startswith("text/plain; version=")
    opened = client.get("/metrics", headers={"Accept": "application/openmetrics-text;version=1.0.0,text/plain;q=.5"})
    assert opened.headers["content-type"].startswith("application/openmetrics-text; version=1.0.0")
    assert opened.text.endswith("# EOF\n")
    names = {one.name for one in parse_open(opened.text)}  # type: ignore[no-untyped-call]
    assert names == {one.name for one in parse(plain.text)}


def test_numbers_need_a_key_of_a_program_where_there_are_keys(serve: Serve, data: Path, embedder: Embedder) -> None:
    with serve(data, embedder, api_keys=f"ask:{ASK},ingest:{INGEST}") as client:
        assert client.get("/metrics").headers["www-authenticate"] == "Bearer"
        for key in (ASK, INGEST):
            reply = client.get("/metrics", headers={"Authorization": f"Bearer {key}"})
            assert (reply.status_code, number(read(reply.text), "byline_articles")) == (200, 5)


def test_a_store_that_cannot_be_read_leaves_the_other_numbers(serve: Serve, tmp_path: Path, embedder: Embedder) -> None:
    with serve(tmp_path / "data", embedder) as client:
        assert client.get("/v1/outlets").status_code == 200
        for file in (tmp_path / "data").glob("byline.sqlite*"):
            file.unlink()
        found = read(client.get("/metrics").text)
    assert number(found, "byline_calls_total", method="GET", route="/v1/outlets", status="200") == 1
    assert [name for name, _ in found if name in ("byline_articles", "byline_passages")] == []


def test_an_answer_for_which_the_model_failed_is_counted_as_that(
    client: httpx.Client, data: Path, embedder: Embedder
) -> None:
    plain: dict[str, Any] = client.post("/v1/ask", json=QUESTION).json()
    metrics = Metrics(Library(data, embedder))
    metrics.count(Answer.model_validate(plain))
    metrics.count(Answer.model_validate({**plain, "reader": {**plain["reader"], "degraded": True}}))
    body, _ = metrics.write("")
    assert number(read(body.decode()), "byline_degraded_answers_total") == 1
    assert number(read(body.decode()), "byline_questions_total", status=plain["status"], reader="quotes") == 2


def test_several_workers_are_one_server(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with process(tmp_path / "data", "--workers", "2", TMPDIR=str(temporary)) as (running, client):
        client.put("/v1/articles/ferry", json={"text": TEXT})
        for _ in range(12):  # each on a connection of its own, which reaches either worker as if by a coin
            assert httpx.post(f"{client.base_url}/v1/ask", json=QUESTION, timeout=120).status_code == 200
        (folder,) = temporary.glob("byline-*")
        kept = {re.sub(r"\d+", "N", one.name) for one in folder.iterdir()}
        told = [read(httpx.get(f"{client.base_url}/metrics").text) for _ in range(12)]
        running.send_signal(signal.SIGTERM)
        assert running.wait(60) == 0
    for found in told:
        assert number(found, "byline_calls_total", method="POST", route="/v1/ask", status="200") == 12
        assert number(found, "byline_call_seconds_count", method="POST", route="/v1/ask") == 12
        assert number(found, "byline_questions_total", status="answered", reader="quotes") == 12
        assert (number(found, "byline_articles"), number(found, "byline_passages")) == (1, 1)
        assert [labels for _, labels in found if "pid" in dict(labels)] == []
    assert kept == {"counter_N.db", "histogram_N.db"}
    assert [*temporary.glob("byline-*")] == []
