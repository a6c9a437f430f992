"""Every error has one shape, wherever it arises; and what surrounds the calls: methods, CORS, health."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest

from index.search.embedding import Embedder

Serve = Callable[..., AbstractContextManager[httpx.Client]]


@pytest.mark.parametrize(
    "path", ["/widget", "/v1", "/v1/", "/v1/nothing", "/v1/ask/", "/docs", "/v1/articles/a/b", "/%ff%fe"]
)
def test_there_is_nothing_at_an_unknown_path(client: httpx.Client, path: str) -> None:
    reply = client.get(path)
    assert (reply.status_code, reply.headers["content-type"]) == (404, "application/json")
    error = reply.json()["error"]
    assert (error["type"], error["param"], error["code"]) == ("not_found_error", None, "no_such_route")


@pytest.mark.parametrize(
    ("method", "path", "allow"),
    [
        ("GET", "/v1/ask", "OPTIONS, POST"),
        ("DELETE", "/v1/articles", "GET, HEAD, OPTIONS, POST"),
        ("PATCH", "/v1/articles/x", "DELETE, GET, HEAD, OPTIONS, PUT"),
        ("POST", "/healthz", "GET, HEAD, OPTIONS"),
        ("BREW", "/v1/outlets", "GET, HEAD, OPTIONS"),
    ],
)
def test_a_method_that_is_not_served_is_told_which_are(
    client: httpx.Client, method: str, path: str, allow: str
) -> None:
    reply = client.request(method, path)
    assert (reply.status_code, reply.headers["allow"]) == (405, allow)
    message = f"{method} is not for {path}; it takes {allow}"
    assert reply.json() == {
        "error": {"message": message, "type": "invalid_request_error", "param": None, "code": "method_not_allowed"}
    }


def test_options_tells_the_methods(client: httpx.Client) -> None:
    reply = client.options("/v1/articles")
    assert (reply.status_code, reply.headers["allow"], reply.content) == (204, "GET, HEAD, OPTIONS, POST", b"")


@pytest.mark.parametrize("path", ["/healthz", "/v1/articles", "/v1/articles/none", "/openapi.json"])
def test_head_is_get_without_the_body(client: httpx.Client, path: str) -> None:
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (get.status_code, b"")
    assert head.headers["content-length"] == get.headers["content-length"]


def test_an_unexpected_fault_shows_no_trace(serve: Serve, tmp_path: Path, embedder: Embedder) -> None:
    with serve(tmp_path / "data", embedder) as client:
        assert client.get("/v1/outlets").json() == {"data": [], "unnamed": 0}
        (tmp_path / "data" / "byline.sqlite").unlink()
        (tmp_path / "data" / "byline.sqlite").mkdir()
        reply = client.get("/v1/outlets")
    error = reply.json()["error"]
    assert (reply.status_code, error["type"]) in {(500, "server_error"), (503, "unavailable_error")}
    assert "Traceback" not in reply.text
    assert "sqlite3." not in reply.text


def test_a_store_that_is_gone_is_unavailable_and_worth_a_retry(
    serve: Serve, tmp_path: Path, embedder: Embedder
) -> None:
    with serve(tmp_path / "data", embedder) as client:
        assert client.get("/v1/outlets").status_code == 200
        for file in (tmp_path / "data").glob("byline.sqlite*"):
            file.unlink()
        reply = client.get("/v1/outlets")
    assert (reply.status_code, reply.headers["retry-after"]) == (503, "10")
    assert reply.json()["error"]["code"] == "store_unavailable"


def test_an_embedder_that_is_missing_leaves_health_and_says_so(serve: Serve, tmp_path: Path) -> None:
    with serve(tmp_path / "data", Embedder(tmp_path / "models", str(tmp_path / "no-model"))) as client:
        assert client.get("/healthz").json() == {"status": "ok"}
        reply = client.post("/v1/search", json={"query": "x"})
        ready = client.get("/readyz")
    assert (reply.status_code, reply.json()["error"]["code"]) == (503, "embedder_unavailable")
    assert ready.status_code == 503


@pytest.fixture(scope="module")
def shared(serve: Serve, tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[httpx.Client]:
    with serve(tmp_path_factory.mktemp("data"), embedder, cors_origins="https://news.example") as opened:
        yield opened


def test_a_page_of_an_allowed_origin_may_call(shared: httpx.Client) -> None:
    asked = {"Origin": "https://news.example", "Access-Control-Request-Method": "POST"}
    reply = shared.options("/v1/ask", headers={**asked, "Access-Control-Request-Headers": "authorization,content-type"})
    assert (reply.status_code, reply.headers["access-control-allow-origin"]) == (200, "https://news.example")
    assert shared.get("/v1/outlets", headers=asked).headers["access-control-allow-origin"] == "https://news.example"


def test_a_page_of_another_origin_may_not(shared: httpx.Client, client: httpx.Client) -> None:
    for one in (shared, client):
        reply = one.get("/v1/outlets", headers={"Origin": "https://other.example"})
        assert "access-control-allow-origin" not in reply.headers


def test_an_empty_index_is_ready(shared: httpx.Client) -> None:
    shared.post("/v1/search", json={"query": "x"})
    assert shared.get("/readyz").json() == {"status": "ready", "articles": 0}
    assert shared.post("/v1/ask", json={"question": "Who?"}).json()["status"] == "abstained"
