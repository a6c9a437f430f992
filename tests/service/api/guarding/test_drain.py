"""Who is refused before a body is read gets to read why: the answer comes, whatever was still being sent."""

import socket
import time
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse

import httpx
import pytest

from service.api.gate import ASK_BYTES

MOST = 1024 * 1024
# The reset that loses an answer comes in a few of a hundred calls, so there are many.
TIMES = 150


def send(client: httpx.Client, head: str, *pieces: bytes, pause: float = 0.0) -> tuple[int, bytes, bool]:
    """Status and body of the answer, and whether the server then hangs up; the pieces are sent one by one."""
    with socket.create_connection((client.base_url.host, client.base_url.port or 80), 60) as sending:
        sending.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sending.sendall(head.replace("\n", "\r\n").encode() + b"\r\n\r\n")
        for piece in pieces:
            time.sleep(pause)
            sending.sendall(piece)
        with closing(HTTPResponse(sending)) as reply:
            reply.begin()
            body = reply.read()
            return reply.status, body, reply.headers.get("Connection") == "close"


def refused(path: str, media: str, length: int) -> str:
    return f"POST {path} HTTP/1.1\nHost: localhost\nContent-Type: {media}\nContent-Length: {length}"


@pytest.mark.parametrize(
    ("path", "media", "status"),
    [("/v1/ask", "text/plain", 415), ("/v1/nothing", "text/plain", 404), ("/healthz", "text/plain", 405)],
)
def test_a_refusal_by_the_head_alone_is_never_lost(client: httpx.Client, path: str, media: str, status: int) -> None:
    pieces = [b"x" * 20_000] * 10
    head = refused(path, media, 200_000)
    assert [send(client, head, *pieces)[::2] for _ in range(TIMES)] == [(status, False)] * TIMES


def test_a_connection_goes_on_after_a_refusal(client: httpx.Client) -> None:
    connection = HTTPConnection(client.base_url.host, client.base_url.port or 80, timeout=60)
    with closing(connection):
        for _ in range(20):
            connection.request("POST", "/v1/ask", b"x" * 100_000, {"Content-Type": "text/plain"})
            reply = connection.getresponse()
            assert (reply.status, reply.headers.get("Connection")) == (415, None)
            reply.read()
            kept = connection.sock
            connection.request("GET", "/healthz")
            assert connection.getresponse().read() == b'{"status":"ok"}'
            assert connection.sock is kept


def test_a_body_without_a_length_is_read_as_far_as_one_with_it(client: httpx.Client) -> None:
    head = "POST /v1/ask HTTP/1.1\nHost: localhost\nContent-Type: text/plain\nTransfer-Encoding: chunked"
    chunk = b"4e20\r\n" + b"x" * 20_000 + b"\r\n"
    for n in (0, 1, 10):
        assert send(client, head, *[chunk] * n, b"0\r\n\r\n")[::2] == (415, False)


def test_a_body_that_is_too_long_to_wait_for_ends_the_connection(client: httpx.Client) -> None:
    start = time.monotonic()
    assert send(client, refused("/v1/ask", "text/plain", MOST + 1))[::2] == (415, True)
    assert time.monotonic() - start < 30


@pytest.mark.parametrize("length", [1, ASK_BYTES, MOST])
def test_a_body_that_does_not_come_is_waited_for_a_moment_only(client: httpx.Client, length: int) -> None:
    assert send(client, refused("/v1/ask", "text/plain", length))[::2] == (415, True)
    assert send(client, refused("/v1/ask", "text/plain", length), b"x" * (length - 1))[::2] == (415, True)


def test_who_asks_before_sending_is_answered_before_sending(client: httpx.Client) -> None:
    head = f"{refused('/v1/ask', 'text/plain', 1000)}\nExpect: 100-continue"
    assert send(client, head)[::2] == (415, True)


def test_a_body_beyond_its_limit_is_read_on_a_little(client: httpx.Client) -> None:
    status, body, is_closed = send(
        client, refused("/v1/ask", "application/json", ASK_BYTES + 10), b" " * (ASK_BYTES + 10)
    )
    assert (status, is_closed) == (413, False)
    assert b"too_large" in body
