"""The real client of the protocol, over HTTP or to a process of its own, for tests that do not await."""

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar

import httpx2
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.exceptions import MCPError
from mcp_types import CallToolResult, TextContent

T = TypeVar("T")
ROOT = Path(__file__).parents[4]
# How the two generations of clients begin: with a handshake, or with a call that says all.
Mode = Literal["legacy", "auto"]


def call(
    address: object,
    act: Callable[[Client], Awaitable[T]],
    mode: Mode = "auto",
    headers: Mapping[str, str] | None = None,
) -> T:
    """What `act` gives with a client of the server at an address."""

    async def run() -> T:
        async with httpx2.AsyncClient(headers=dict(headers or {}), timeout=120) as sending:
            transport = streamable_http_client(f"{str(address).rstrip('/')}/mcp", http_client=sending)
            async with Client(transport, mode=mode) as client:
                return await act(client)

    return asyncio.run(run())


def refused(address: object, act: Callable[[Client], Awaitable[object]], mode: Mode = "auto", **headers: str) -> str:
    """What the protocol's error says that comes of `act`."""

    async def catch(client: Client) -> str:
        try:
            await act(client)
        except MCPError as error:
            return error.message
        raise AssertionError("no error")

    return call(address, catch, mode, headers)


def call_process(data: Path, act: Callable[[Client], Awaitable[T]], mode: Mode = "auto", **settings: str) -> T:
    """What `act` gives with a client that has started `byline mcp`."""
    return call_started([sys.executable, "-m", "service", "mcp", "--data", str(data)], act, mode, **settings)


def call_started(
    command: Sequence[str], act: Callable[[Client], Awaitable[T]], mode: Mode = "auto", **settings: str
) -> T:
    """What `act` gives with a client that has started a command."""
    env = {**os.environ, **settings}
    started = StdioServerParameters(command=command[0], args=list(command[1:]), env=env, cwd=ROOT)

    async def run() -> T:
        async with Client(started, mode=mode) as client:
            given = await act(client)
        # The client leaves the pipes to the loop, which is given the time to close them.
        await asyncio.sleep(0.2)
        return given

    return asyncio.run(run())


def use(address: object, tool: str, arguments: Mapping[str, Any], mode: Mode = "auto") -> CallToolResult:
    """The result of one tool."""

    async def act(client: Client) -> CallToolResult:
        # The list first, so that the client holds what comes against the schema that was promised.
        await client.list_tools()
        return await client.call_tool(tool, dict(arguments))

    return call(address, act, mode)


def text_of(result: CallToolResult) -> str:
    """The one text of a result."""
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


def read(result: CallToolResult) -> Any:
    """The values of a result that is no error, which its text says too."""
    assert not result.is_error, text_of(result)
    assert json.loads(text_of(result)) == result.structured_content
    return result.structured_content
