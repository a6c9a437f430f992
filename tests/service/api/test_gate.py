"""Nothing passes without its key, beyond its size, or in another form than it says."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import httpx
import pytest

from index.search.embedding import Embedder
from service.api.app import build_app
from service.api.gate import ASK_BYTES, BULK_BYTES
from service.errors import SettingsError
from service.library import Library
from service.settings import read_settings

Serve = Callable[..., AbstractContextManager[httpx.Client]]
KEYS = {"ask": "ask-key-0123456789", "ingest": "ingest-key-0123456789", "admin": "admin-key-0123456789"}
JSON = {"content-type": "application/json"}
CALLS = [
    ("POST", "/v1/ask", "ask"),
    ("POST", "/v1/search", "ask"),
    ("GET", "/v1/articles", "ask"),
    ("POST", "/v1/articles", "ingest"),
    ("GET", "/v1/articles/x", "ask"),
    ("PUT", "/v1/articles/x", "ingest"),
    ("DELETE", "/v1/articles/x", "admin"),
    ("GET", "/v1/outlets", "ask"),
    ("GET", "/v1/passages/x", "ask"),
    ("GET", "/v1/statements", "ask"),
    ("GET", "/v1/statements/x", "ask"),
    ("GET", "/v1/sources", "ask"),
    ("GET", "/v1/articles/x/compare/y", "ask"),
    ("GET", "/v1/models", "ask"),
    ("GET", "/v1/models/x", "ask"),
    ("POST", "/v1/chat/completions", "ask"),
    ("POST", "/v1/responses", "ask"),
]
SCOPES = list(KEYS)


@pytest.fixture(scope="module")
def keyed(serve: Serve, data: Path, embedder: Embedder) -> Iterator[httpx.Client]:
    """A client of an application that has a key of each scope, and so may listen to others."""
    keys = ",".join(f"{scope}:{key}" for scope, key in KEYS.items())
    with serve(data, embedder, host="0.0.0.0", api_keys=keys) as opened:
        yield opened


def fault(message: str, kind: str, param: str | None, code: str) -> dict[str, Any]:
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}


def test_every_call_under_v1_is_in_the_table(keyed: httpx.Client) -> None:
    paths = keyed.get("/openapi.json").json()["paths"]
    listed = {(method.upper(), path) for path, calls in paths.items() if path.startswith("/v1/") for method in calls}
    assert listed == {(method, path.replace("/x", "/{id}").replace("/y", "/{other}")) for method, path, _ in CALLS}


@pytest.mark.parametrize(("method", "path", "scope"), CALLS)
def test_a_call_without_a_key_is_refused(keyed: httpx.Client, method: str, path: str, scope: str) -> None:
    reply = keyed.request(method, path)
    assert (reply.status_code, reply.headers["www-authenticate"]) == (401, "Bearer")
    message = "a key is needed, in the header: Authorization: Bearer KEY"
    assert reply.json() == fault(message, "authentication_error", "Authorization", "missing_key")


@pytest.mark.parametrize("given", ["Bearer no-such-key-0123456", "bearer ask-key-012345678", "Bearer ÿ"])
def test_a_wrong_key_is_refused(keyed: httpx.Client, given: str) -> None:
    reply = keyed.get("/v1/outlets", headers={b"Authorization": given.encode("latin-1")})
    assert (reply.status_code, reply.headers["www-authenticate"]) == (401, "Bearer")
    message = "the key in the header Authorization is not known here"
    assert reply.json() == fault(message, "authentication_error", "Authorization", "wrong_key")


@pytest.mark.parametrize("headers", [{"Authorization": KEYS["ask"]}, {"Authorization": f"Basic {KEYS['ask']}"}])
def test_a_key_is_taken_as_bearer_only(keyed: httpx.Client, headers: dict[str, str]) -> None:
    assert keyed.get("/v1/outlets", headers=headers).status_code == 401
    assert keyed.get(f"/v1/outlets?key={KEYS['ask']}&api_key={KEYS['ask']}").status_code == 401


@pytest.mark.parametrize(("method", "path", "scope"), CALLS)
@pytest.mark.parametrize("held", SCOPES)
def test_a_scope_may_do_what_those_before_it_may(
    keyed: httpx.Client, method: str, path: str, scope: str, held: str
) -> None:
    reply = keyed.request(method, path, headers={"Authorization": f"Bearer {KEYS[held]}"})
    assert (reply.status_code == 403) is (SCOPES.index(held) < SCOPES.index(scope))
    if reply.status_code == 403:
        message = f"this call needs a key of the scope {scope}; the one given has {held}"
        assert reply.json() == fault(message, "permission_error", "Authorization", "missing_scope")


@pytest.mark.parametrize("path", ["/healthz", "/openapi.json"])
def test_health_and_description_need_no_key(keyed: httpx.Client, path: str) -> None:
    assert keyed.get(path).status_code == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "news.example", "127.0.0.1.news.example"])
def test_listening_to_others_without_a_key_refuses_to_start(host: str, tmp_path: Path, embedder: Embedder) -> None:
    with pytest.raises(SettingsError, match="BYLINE_API_KEYS"):
        build_app(read_settings(host=host), Library(tmp_path, embedder))


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost"])
def test_listening_to_this_machine_needs_no_key(host: str, tmp_path: Path, embedder: Embedder) -> None:
    assert build_app(read_settings(host=host), Library(tmp_path, embedder)).title == "Byline"


@pytest.mark.parametrize("host", ["rebound.example", "localhost.example:8000", "192.0.2.1"])
def test_without_a_key_a_page_whose_name_points_here_is_not_heard(client: httpx.Client, host: str) -> None:
    reply = client.get("/v1/articles", headers={"Host": host})
    assert (reply.status_code, reply.json()["error"]["code"]) == (403, "foreign_host")


@pytest.mark.parametrize("host", ["localhost:80", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST"])
def test_without_a_key_this_machine_is_heard(client: httpx.Client, host: str) -> None:
    assert client.get("/v1/outlets", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "limit"),
    [
        ("POST", "/v1/ask", ASK_BYTES),
        ("POST", "/v1/search", ASK_BYTES),
        ("POST", "/v1/articles", BULK_BYTES),
        ("PUT", "/v1/articles/x", BULK_BYTES),
    ],
)
def test_a_body_that_says_it_is_too_long_is_refused(client: httpx.Client, method: str, path: str, limit: int) -> None:
    # Nothing of the body is sent: a server that hangs up in the middle of one may do so before its answer is read.
    connection = HTTPConnection(client.base_url.host, client.base_url.port or 80, timeout=60)
    with closing(connection):
        connection.putrequest(method, path)
        for name, value in {**JSON, "content-length": str(limit + 1)}.items():
            connection.putheader(name, value)
        connection.endheaders()
        reply = connection.getresponse()
        message = f"the body is longer than {limit:,} bytes, the most this call takes"
        assert reply.status == 413
        assert json.load(reply) == fault(message, "invalid_request_error", "body", "too_large")


def test_a_body_that_does_not_say_its_length_is_refused_before_its_end(client: httpx.Client) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        while sent < 1000 * ASK_BYTES:
            sent += 65536
            yield b" " * 65536

    with suppress(httpx.TransportError):  # the server hangs up, which may overtake its answer
        assert client.post("/v1/ask", content=endless(), headers=JSON).status_code == 413
    assert sent < 1000 * ASK_BYTES


def test_a_body_of_just_the_limit_is_read(client: httpx.Client) -> None:
    body = json.dumps({"question": "Who?"}).encode()
    reply = client.post("/v1/ask", content=body + b" " * (ASK_BYTES - len(body)), headers=JSON)
    assert reply.status_code == 200


@pytest.mark.parametrize(
    ("headers", "param"),
    [
        ({"content-type": "text/plain"}, "Content-Type"),
        ({"content-type": ""}, "Content-Type"),
        ({"content-type": "application/x-ndjson"}, "Content-Type"),
        ({"content-type": "application/jsonp"}, "Content-Type"),
        ({**JSON, "content-encoding": "gzip"}, "Content-Encoding"),
    ],
)
def test_a_body_of_another_form_is_refused(client: httpx.Client, headers: dict[str, str], param: str) -> None:
    reply = client.post("/v1/ask", content=b'{"question": "Who?"}', headers=headers)
    assert (reply.status_code, reply.json()["error"]["param"]) == (415, param)


BROKEN = [
    (b"", "the body is empty; it must be a JSON object", "body"),
    (b'{"question": "Who?"', "the body is not sound JSON: Expecting ',' delimiter at line 1, character 20", "body"),
    (b'{\n"question": }', "the body is not sound JSON: Expecting value at line 2, character 13", "body"),
    (b'{"question": "\xff"}', "the body is not UTF-8 at byte 14", "body"),
    (b'{"question": "Who?", "k": NaN}', "NaN is not JSON; numbers must be finite", "body"),
    (b'{"question": "Who?", "k": -Infinity}', "-Infinity is not JSON; numbers must be finite", "body"),
    (b'{"question": "a", "question": "b"}', "the key 'question' comes twice in one object", "question"),
    (b"[" * 200_000, "the body is JSON nested too deep", "body"),
]


@pytest.mark.parametrize(("body", "message", "param"), BROKEN)
def test_broken_json_is_refused_with_its_place(client: httpx.Client, body: bytes, message: str, param: str) -> None:
    reply = client.post("/v1/ask", content=body, headers=JSON)
    assert reply.status_code == 400
    assert reply.json() == fault(message, "invalid_request_error", param, "bad_json")


@pytest.mark.parametrize(
    ("body", "param"),
    [
        (b'{"question": "Who is \\ud800?"}', "question"),
        (b'{"question": "Who?", "outlets": ["\\udfff"]}', "outlets"),
        (b'{"\\ud800": 1}', "\\ud800"),
    ],
)
def test_half_a_surrogate_pair_is_refused(client: httpx.Client, body: bytes, param: str) -> None:
    reply = client.post("/v1/ask", content=body, headers=JSON)
    assert (reply.status_code, reply.json()["error"]["param"]) == (422, param)


def test_numbers_too_long_to_read_are_refused(client: httpx.Client) -> None:
    reply = client.post("/v1/ask", content=b'{"question": "Who?", "k": ' + b"1" * 9000 + b"}", headers=JSON)
    assert (reply.status_code, reply.json()["error"]["code"]) == (400, "bad_json")
