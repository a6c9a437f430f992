"""Browser keys are for the pages of their origins, for asking, and so often; pages of others get no leave to read."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.testclient import TestClient

from index.search.embedding import Embedder
from service.api.app import build_app
from service.library import Library
from service.settings import read_settings
from tests.service.api.served import process

Serve = Callable[..., AbstractContextManager[httpx.Client]]
OPEN, OTHER, ADMIN = "open-key-0123456789", "other-key-0123456789", "admin-key-0123456789"
PAGE, SECOND, TOOL = "https://news.example", "http://localhost:5173", "https://tool.example"
CALLS = 20


@pytest.fixture(scope="module")
def shared(serve: Serve, data: Path, embedder: Embedder) -> Iterator[httpx.Client]:
    """A server with a browser key of two origins, one of another, and an origin in the settings."""
    keys = f"browser:{OPEN}@{PAGE}@{SECOND},browser:{OTHER}@https://other.example,admin:{ADMIN}"
    with serve(data, embedder, api_keys=keys, cors_origins=TOOL, browser_calls_per_minute=100_000) as opened:
        yield opened


def by(key: str, origin: str | None = None) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}", **({"Origin": origin} if origin else {})}


def fault(reply: httpx.Response) -> tuple[int, str, str | None]:
    error: dict[str, Any] = reply.json()["error"]
    return reply.status_code, error["code"], error["param"]


@pytest.mark.parametrize("origin", [PAGE, SECOND])
def test_a_page_may_ask_with_its_key(shared: httpx.Client, origin: str) -> None:
    reply = shared.post("/v1/ask", json={"question": "Who liberated al-Sukhnah?"}, headers=by(OPEN, origin))
    assert (reply.status_code, reply.headers["access-control-allow-origin"]) == (200, origin)
    assert shared.get("/v1/articles", headers=by(OPEN, origin)).status_code == 200


@pytest.mark.parametrize(
    ("origin", "sent"),
    [
        (None, "has none"),
        ("null", "has 'null'"),
        ("https://other.example", "has 'https://other.example'"),
        (TOOL, f"has '{TOOL}'"),
        (f"{PAGE}.other.example", f"has '{PAGE}.other.example'"),
        (f"{PAGE}:8443", f"has '{PAGE}:8443'"),
        ("http://news.example", "has 'http://news.example'"),
    ],
)
def test_a_key_of_one_page_is_no_key_elsewhere(shared: httpx.Client, origin: str | None, sent: str) -> None:
    reply = shared.get("/v1/outlets", headers=by(OPEN, origin))
    message = f"this key is for pages of {PAGE} and {SECOND}; the header Origin of the call {sent}"
    assert (fault(reply), reply.json()["error"]["message"]) == ((403, "foreign_origin", "Origin"), message)


@pytest.mark.parametrize(
    ("method", "path"),
    [("PUT", "/v1/articles/x"), ("POST", "/v1/articles"), ("DELETE", "/v1/articles/x"), ("GET", "/metrics")],
)
def test_a_browser_key_never_writes_nor_sees_the_numbers(shared: httpx.Client, method: str, path: str) -> None:
    reply = shared.request(method, path, headers=by(OPEN, PAGE))
    assert fault(reply) == (403, "missing_scope", "Authorization")


def test_a_key_for_programs_needs_no_page(shared: httpx.Client) -> None:
    assert shared.get("/v1/outlets", headers=by(ADMIN)).status_code == 200
    assert shared.get("/v1/outlets", headers=by(ADMIN, "https://anywhere.example")).status_code == 200


PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization, x-any-thing"}


@pytest.mark.parametrize("origin", [PAGE, SECOND, TOOL, "https://other.example"])
@pytest.mark.parametrize("path", ["/v1/ask", "/v1/chat/completions", "/mcp", "/nothing"])
def test_a_browser_is_told_without_a_key_that_its_page_may_call(shared: httpx.Client, origin: str, path: str) -> None:
    reply = shared.options(path, headers={"Origin": origin, **PREFLIGHT})
    assert (reply.status_code, reply.headers["access-control-allow-origin"]) == (200, origin)
    assert reply.headers["access-control-allow-headers"] == "authorization, x-any-thing"
    assert reply.headers["access-control-allow-methods"] == "GET, POST, PUT, DELETE"


@pytest.mark.parametrize("origin", ["https://evil.example", "null", f"{PAGE}.evil.example"])
def test_pages_of_others_get_no_leave(shared: httpx.Client, origin: str) -> None:
    for reply in (
        shared.options("/v1/ask", headers={"Origin": origin, **PREFLIGHT}),
        shared.get("/v1/outlets", headers=by(ADMIN, origin)),
    ):
        assert "access-control-allow-origin" not in reply.headers


def test_every_error_may_be_read_by_the_page_that_made_the_call(
    serve: Serve, tmp_path: Path, embedder: Embedder
) -> None:
    keys = f"browser:{OPEN}@{PAGE}"
    with serve(tmp_path / "data", embedder, api_keys=keys, browser_calls_per_minute=6) as client:
        page = by(OPEN, PAGE)
        replies = [
            client.get("/v1/outlets", headers={"Origin": PAGE}),
            client.get("/v1/outlets", headers=by("wrong-key-0123456789", PAGE)),
            client.delete("/v1/articles/x", headers=page),
            client.get("/nothing", headers=page),
            client.get("/v1/articles/none", headers=page),
            client.get("/v1/ask", headers=page),
            client.post("/v1/ask", content=b"{}", headers=page),
            client.post("/v1/ask", json={}, headers=page),
            client.post("/v1/ask", json={"question": "x" * 300_000}, headers=page),
        ]
        (tmp_path / "data" / "byline.sqlite").unlink()
        replies.append(client.get("/v1/outlets", headers=page))
        (tmp_path / "data" / "byline.sqlite").mkdir()
        replies += [client.get("/v1/outlets", headers=page), *(client.get("/v1/outlets", headers=page) for _ in "12")]
    assert [one.status_code for one in replies][:10] == [401, 401, 403, 404, 404, 405, 415, 422, 413, 503]
    assert replies[10].status_code in (500, 503)
    assert [one.status_code for one in replies][11:] == [429, 429]
    assert [one.headers.get("access-control-allow-origin") for one in replies] == [PAGE] * 13
    assert {one.headers["access-control-expose-headers"] for one in replies} == {"Retry-After, WWW-Authenticate"}
    assert (replies[0].headers["www-authenticate"], replies[9].headers["retry-after"]) == ("Bearer", "10")


def test_what_nobody_expected_may_be_read_by_the_page_too(tmp_path: Path, embedder: Embedder) -> None:
    app = build_app(read_settings(api_keys=f"browser:{OPEN}@{PAGE}"), Library(tmp_path, embedder))

    @app.get("/broken")
    def fail() -> None:
        raise ZeroDivisionError

    with TestClient(app, raise_server_exceptions=False) as client:
        reply = client.get("/broken", headers={"Origin": PAGE})
    assert (reply.status_code, reply.json()["error"]["code"]) == (500, "internal")
    assert reply.headers["access-control-allow-origin"] == PAGE
    assert reply.headers["connection"] == "close"


def test_a_browser_key_may_call_so_often_and_is_told_when_it_may_again(
    serve: Serve, data: Path, embedder: Embedder
) -> None:
    keys = f"browser:{OPEN}@{PAGE},browser:{OTHER}@{PAGE},admin:{ADMIN}"
    with serve(data, embedder, api_keys=keys, browser_calls_per_minute=3) as client:
        assert [client.get("/v1/outlets", headers=by(OPEN, SECOND)).status_code for _ in range(9)] == [403] * 9
        allowed = [client.get("/v1/outlets", headers=by(OPEN, PAGE)) for _ in range(5)]
        assert [one.status_code for one in allowed] == [200, 200, 200, 429, 429]
        wait = int(allowed[3].headers["retry-after"])
        assert 1 <= wait <= 20
        message = f"too many calls with this key; the next may be made in {wait} s"
        assert allowed[3].json()["error"] == {
            "message": message,
            "type": "rate_limit_error",
            "param": "Authorization",
            "code": "too_many_calls",
        }
        assert client.get("/v1/outlets", headers=by(OTHER, PAGE)).status_code == 200
        assert [client.get("/v1/outlets", headers=by(ADMIN)).status_code for _ in range(9)] == [200] * 9


def test_several_workers_count_as_one(tmp_path: Path) -> None:
    settings = {"BYLINE_API_KEYS": f"browser:{OPEN}@{PAGE}", "BYLINE_BROWSER_CALLS_PER_MINUTE": str(CALLS // 2)}
    with process(tmp_path / "data", "--workers", "2", **settings) as (_, client):
        # Each on a connection of its own, which reaches either worker as if by a coin; a call comes due in six seconds.
        got = [httpx.get(f"{client.base_url}/v1/passages/x", headers=by(OPEN, PAGE)).status_code for _ in range(CALLS)]
    assert {*got} == {404, 429}
    assert CALLS // 2 <= got.count(404) < CALLS
