"""Who reaches the tools: with which key, under which name, from which page, through which process, over which pipe."""

import asyncio
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NoReturn

import httpx
import pytest
from mcp.client import Client
from mcp.shared.exceptions import MCPError

from index.search.embedding import Embedder
from service.api.mcp.server import build_server
from service.api.mcp.tools import Desk
from tests.service.api.mcp.calling import ROOT, Mode, call, call_process, call_started, read, text_of
from tests.service.api.served import process

Serve = Callable[..., AbstractContextManager[httpx.Client]]
KEY, OPEN = "ask-key-0123456789", "open-key-0123456789"
PAGE, HOST = "https://news.example", "byline.news.example"
LIST = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
HEADERS = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}
BEGIN = {
    "jsonrpc": "2.0",
    "id": 0,
    "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
}


@pytest.fixture(scope="module")
def keyed(serve: Serve, data: Path, embedder: Embedder) -> Iterator[httpx.Client]:
    """A server with keys, called by one name beside those of this machine."""
    keys = f"ask:{KEY},browser:{OPEN}@{PAGE}"
    with serve(data, embedder, host="0.0.0.0", api_keys=keys, allowed_hosts=HOST) as opened:
        yield opened


async def list_names(client: Client) -> list[str]:
    return [one.name for one in (await client.list_tools()).tools]


NAMES = ["search", "fetch", "ask", "list_outlets", "compare"]


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_a_key_is_asked_for_as_of_every_call(keyed: httpx.Client, mode: Mode) -> None:
    assert call(keyed.base_url, list_names, mode, {"Authorization": f"Bearer {KEY}"}) == NAMES
    page = {"Authorization": f"Bearer {OPEN}", "Origin": PAGE}
    assert call(keyed.base_url, list_names, mode, page) == NAMES


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({}, 401, "missing_key"),
        ({"Authorization": "Bearer no-such-key-0123456"}, 401, "wrong_key"),
        ({"Authorization": f"Bearer {OPEN}"}, 403, "foreign_origin"),
        ({"Authorization": f"Bearer {OPEN}", "Origin": "https://other.example"}, 403, "foreign_origin"),
        ({"Authorization": f"Bearer {KEY}", "Origin": "https://other.example"}, 403, "foreign_origin"),
        ({"Authorization": f"Bearer {KEY}", "Host": "rebound.example"}, 403, "foreign_host"),
        ({"Authorization": f"Bearer {KEY}", "Content-Type": "text/plain"}, 415, "unsupported_media_type"),
        ({"Authorization": f"Bearer {KEY}", "Host": "BYLINE.news.example:443"}, 200, None),
        ({"Authorization": f"Bearer {KEY}", "Origin": PAGE}, 200, None),
        ({"Authorization": f"Bearer {KEY}", "Origin": "http://localhost:6274"}, 200, None),
        ({"Authorization": f"Bearer {KEY}", "Host": HOST, "Origin": f"https://{HOST}"}, 200, None),
    ],
)  # fmt: skip
def test_what_may_not_call_is_refused_in_our_words(
    keyed: httpx.Client, headers: dict[str, str], status: int, code: str | None
) -> None:
    reply = keyed.post("/mcp", json=LIST, headers={**HEADERS, **headers})
    assert (reply.status_code, reply.json().get("error", {}).get("code")) == (status, code)
    assert reply.headers.get("www-authenticate") == ("Bearer" if status == 401 else None)


def test_without_a_key_only_this_machine_is_meant(client: httpx.Client) -> None:
    reply = client.post("/mcp", json=LIST, headers={**HEADERS, "Host": "rebound.example"})
    assert (reply.status_code, reply.json()["error"]["code"]) == (403, "foreign_host")


@pytest.mark.parametrize(("method", "status"), [("GET", 405), ("DELETE", 405), ("PUT", 405)])
def test_there_are_no_sessions_to_listen_to_or_to_end(client: httpx.Client, method: str, status: int) -> None:
    reply = client.request(method, "/mcp", headers={**HEADERS, "Mcp-Session-Id": "x"})
    assert (reply.status_code, reply.headers["allow"]) == (status, "OPTIONS, POST")


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{}", b"null", b'{"jsonrpc": "2.0"}', b'{"jsonrpc":"2.0","id":1,"method":"tools/call"}', b"{"]
)
def test_what_is_not_of_the_protocol_is_an_error_and_no_fault(client: httpx.Client, body: bytes) -> None:
    for version in ("2025-06-18", "2026-07-28", "1999-01-01"):
        reply = client.post("/mcp", content=body, headers={**HEADERS, "Mcp-Protocol-Version": version})
        assert reply.status_code in (200, 400)
        assert "error" in reply.json()


def test_a_body_that_is_too_long_is_refused(client: httpx.Client) -> None:
    reply = client.post("/mcp", content=b" " * (256 * 1024 + 1), headers=HEADERS)
    assert (reply.status_code, reply.json()["error"]["code"]) == (413, "too_large")


def test_every_worker_answers_a_client_that_began_with_another(tmp_path: Path) -> None:
    text = "The ferry Orlanda sank off the coast on Monday, the coast guard said, and all were saved by boats nearby."
    with process(tmp_path / "data", "--workers", "2") as (_, client):
        assert client.put("/v1/articles/ferry", json={"text": text, "outlet": "Coast"}).status_code == 201
        begun = httpx.post(f"{client.base_url}/mcp", json=BEGIN, headers=HEADERS, timeout=120)
        assert begun.json()["result"]["protocolVersion"] == "2025-06-18"
        assert "mcp-session-id" not in begun.headers
        wanted = {"name": "search", "arguments": {"query": "ferry"}}
        asked = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": wanted}
        headers = {**HEADERS, "Mcp-Protocol-Version": "2025-06-18"}
        # Each on a connection of its own, which reaches either worker as if by a coin.
        replies = [httpx.post(f"{client.base_url}/mcp", json=asked, headers=headers, timeout=120) for _ in range(12)]
        found = [reply.json()["result"]["structuredContent"]["results"] for reply in replies]
        url = f"{str(client.base_url).rstrip('/')}/?article=ferry&start=0&end={len(text)}"
        assert found == [[{"id": "ferry", "title": "Coast - untitled", "url": url}]] * 12


def test_addresses_of_ours_are_those_that_readers_reach(serve: Serve, data: Path, embedder: Embedder) -> None:
    async def act(client: Client) -> Any:
        return read(await client.call_tool("fetch", {"id": "003_74a8ce96863eb929"}))

    with serve(data, embedder, public_url="https://byline.example/news/") as client:
        assert call(client.base_url, act)["url"] == "https://byline.example/news/?article=003_74a8ce96863eb929"


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_over_standard_input_and_output_everything_is_the_same(
    client: httpx.Client, data: Path, tmp_path: Path, mode: Mode
) -> None:
    text = "Queen\u2028opens „line“\x85 \U0001f682\x00\n\nThe queen opened the line on Monday, the ministry said.\n"
    assert client.put("/v1/articles/odd", json={"text": text, "outlet": "Ligne"}).status_code in (200, 201)

    async def act(one: Client) -> dict[str, Any]:
        names = await list_names(one)
        asked = await one.call_tool("ask", {"question": "Did the US-led coalition bomb the hospital in Raqqa?"})
        wrong = await one.call_tool("fetch", {"id": "none"})
        content = (await one.read_resource("byline://articles/odd")).contents[0]
        return {
            "names": names,
            "search": read(await one.call_tool("search", {"query": "the queen"})),
            "fetch": read(await one.call_tool("fetch", {"id": "odd"})),
            "ask": {**asked.structured_content, "id": "", "timings_ms": {}},
            "wrong": (wrong.is_error, text_of(wrong)),
            "article": json.loads(content.text) if hasattr(content, "text") else None,
        }

    base = str(client.base_url).rstrip("/")
    told = call_process(data, act, mode, BYLINE_PUBLIC_URL=base)
    assert told == call(base, act, mode)
    assert told["names"] == NAMES
    assert text.startswith(told["fetch"]["text"].split("\n")[0])


def test_over_standard_input_and_output_the_address_is_that_of_the_settings(data: Path) -> None:
    async def act(one: Client) -> Any:
        return read(await one.call_tool("fetch", {"id": "003_74a8ce96863eb929"}))

    found = call_process(data, act, BYLINE_PORT="8123")
    assert found["url"] == "http://127.0.0.1:8123/?article=003_74a8ce96863eb929"


def test_nothing_but_the_protocol_is_printed_and_the_end_of_input_is_the_end(data: Path) -> None:
    asked = {"name": "search", "arguments": {"query": "al-Sukhnah"}}
    messages = [
        BEGIN,
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": asked},
    ]
    sent = "".join(f"{json.dumps(one)}\n" for one in messages[:2]) + "{broken\n" + json.dumps(messages[2]) + "\n"
    command = [sys.executable, "-m", "service", "mcp", "--data", str(data)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(sent)
        running.stdin.flush()
        lines: list[dict[str, Any]] = []
        while not lines or lines[-1].get("id") != 1:
            lines.append(json.loads(running.stdout.readline()))
        running.stdin.close()
        assert running.stdout.read() == ""
        assert running.wait(60) == 0
    assert [one["jsonrpc"] for one in lines] == ["2.0"] * len(lines)
    assert lines[-1]["result"]["structuredContent"]["results"]


def test_what_the_readme_says_to_configure_connects(keyed: httpx.Client, data: Path) -> None:
    blocks = re.findall(r"^```json\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    started, called = [json.loads(one)["mcpServers"]["byline"] for one in blocks if "mcpServers" in one]
    assert started["command"].endswith("/.venv/bin/byline")
    command = str(Path(sys.executable).parent / "byline")
    args = [str(data) if one == "/path/to/data" else one for one in started["args"]]

    assert call_started([command, *args], list_names) == NAMES
    assert (called["type"], called["url"]) == ("http", "https://byline.example/mcp")
    headers = {name: value.replace("KEY", KEY) for name, value in called["headers"].items()}
    assert call(keyed.base_url, list_names, headers=headers) == NAMES


def test_an_index_that_is_not_there_is_told_before_anything_is_served(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "service", "mcp", "--data", str(tmp_path / "none")]
    done = subprocess.run(command, cwd=ROOT, input="", capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("byline: there is no index in ")


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_what_nobody_expected_is_told_by_the_log_alone(mode: Mode, caplog: pytest.LogCaptureFixture) -> None:
    def fail(*_: object) -> NoReturn:
        raise ZeroDivisionError("a secret of the house")

    async def act() -> list[str]:
        said = []
        async with Client(build_server(Desk(search=fail, answer=fail, at_once=1), str), mode=mode) as client:
            calls = (
                lambda: client.call_tool("list_outlets", {}),
                lambda: client.call_tool("ask", {"question": "Who?"}),
                lambda: client.list_resources(),
                lambda: client.read_resource("byline://articles/x"),
            )
            for one in calls:
                try:
                    await one()
                except MCPError as error:
                    said.append(error.message)
        return said

    assert asyncio.run(act()) == ["something unexpected went wrong here; the log of the server says what"] * 4
    assert [one.message for one in caplog.records if one.name == "byline"] == ["unexpected ZeroDivisionError"] * 4
