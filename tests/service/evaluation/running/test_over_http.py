"""Runs over HTTP: the same results as in process; keys, passing faults and servers that are none of ours."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

from index.search.embedding import Embedder
from index.search.search import Search
from service.answering.quote_reader import QuoteReader
from service.errors import CallError, RequestError
from service.evaluation.running.over_http import OverHttp
from service.evaluation.running.run import ask_question, fetch_articles, read_snapshot
from service.evaluation.running.targets import InProcess, Target
from service.evaluation.values import Question, Result
from tests.service.conftest import Serve

QUESTION = Question(id="killed", question="How many civilians were killed?", filters={"outlets": ["FRN"]})


def ask(target: Target) -> Result:
    (result,) = fetch_articles([ask_question(QUESTION, target, 50)], target)
    assert result.answer is not None
    still = {**result.answer, "id": "", "timings_ms": {}}
    return result.model_copy(update={"answer": still, "seconds": None})


def test_a_server_gives_the_results_that_the_index_behind_it_gives(
    client: httpx.Client, data: Path, embedder: Embedder
) -> None:
    own, server = InProcess(Search(data, embedder), QuoteReader()), OverHttp(str(client.base_url), None, 60)
    assert read_snapshot(server) == read_snapshot(own)
    assert ask(server) == ask(own)
    assert ask(server).articles == ask(own).articles
    server.close()


def test_a_key_is_sent_and_a_wrong_one_is_told_in_the_servers_words(
    serve: Serve, data: Path, embedder: Embedder
) -> None:
    with serve(data, embedder, api_keys="ask:0123456789abcdef") as opened:
        right = OverHttp(str(opened.base_url), "0123456789abcdef", 60)
        wrong = OverHttp(f"{opened.base_url}", "0123456789abcdeX", 60)
        assert ask(right).error is None
        with pytest.raises(CallError, match=r"POST http://127.*/v1/ask: 401, .*key"):
            read_snapshot(wrong)
        assert "0123456789abcdeX" not in str(ask_question(QUESTION, wrong, 50).error)
        right.close()
        wrong.close()


@contextmanager
def scripted(*replies: tuple[int, bytes]) -> Iterator[tuple[OverHttp, list[str]]]:
    """A server on loopback that says so, in turn, whatever it is asked."""
    waiting, heard = list(replies), []

    class Say(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            heard.append(self.path)
            self.rfile.read(int(self.headers["Content-Length"]))
            status, body = waiting.pop(0)
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Retry-After", "0")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Say) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        target = OverHttp(f"http://127.0.0.1:{server.server_port}/", None, 60)
        try:
            yield target, heard
        finally:
            target.close()
            server.shutdown()
            thread.join()


def test_what_passes_is_tried_thrice() -> None:
    with scripted((503, b"{}"), (429, b"{}"), (200, json.dumps({"snapshot": "s-1"}).encode())) as (target, heard):
        assert read_snapshot(target) == "s-1"
        assert heard == ["/v1/ask"] * 3
    with (
        scripted(*[(503, b'{"error": {"message": "not ready"}}')] * 3) as (target, _),
        pytest.raises(CallError) as told,
    ):
        read_snapshot(target)
    assert str(told.value).endswith("/v1/ask: 503, not ready")


@pytest.mark.parametrize(
    ("status", "body", "says"),
    [
        (404, b"<html>none", "404, and not in the words of Byline: '<html>none'"),
        (200, b"<html>", "what came is no JSON object; is this a server of Byline?"),
        (500, b'{"error": "x"}', "500, and not in the words of Byline"),
    ],
)
def test_a_server_that_is_none_of_ours_is_told(status: int, body: bytes, says: str) -> None:
    with scripted((status, body)) as (target, heard), pytest.raises(CallError) as told:
        read_snapshot(target)
    assert says in str(told.value)
    assert len(heard) == 1


def test_where_nothing_listens_the_question_fails() -> None:
    with scripted() as (target, _):
        pass
    gone = OverHttp(target.name, None, 60)
    assert "no answer (ConnectError" in str(ask_question(QUESTION, gone, 50).error)
    gone.close()


@pytest.mark.parametrize(
    ("url", "key", "says"),
    [
        ("http://a:port", None, "is no address"),
        ("http://a", "two\nlines", "not one line"),
        ("http://a", "", "not one line"),
    ],
)
def test_what_can_be_no_address_or_no_key_is_refused_before_anything_is_asked(
    url: str, key: str | None, says: str
) -> None:
    with pytest.raises(RequestError, match=says):
        OverHttp(url, key, 60)
