"""Streams that wait, fail or are left: what a client is told, and that nothing false is ever said to be the end."""

import logging
import socket
from collections.abc import Iterable, Iterator

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openai import APIError, InternalServerError, OpenAI

from service.api.openai.streaming import Pace, cut
from service.errors import ModelDownError
from tests.service.api.openai.conftest import Open
from tests.service.api.openai.events import CHAT, QUESTION, RESPONSES, Event, ask_chat, read_event
from tests.service.api.openai.readers import PATIENCE_S, Held

HASTY = Pace(head_s=0.01, beat_s=0.01)
PATIENT = Pace(head_s=PATIENCE_S, beat_s=PATIENCE_S)
BODIES = {CHAT: ask_chat(stream=True), RESPONSES: {"input": QUESTION, "stream": True}}


def events_of(parts: Iterator[str], reader: Held) -> tuple[list[Event], int]:
    """The events, and how many comments came before the reader was let go, which it is at the first."""
    events, beats, rest = [], 0, ""
    for part in parts:
        rest += part
        *whole, rest = rest.split("\n\n")
        for one in whole:
            if one.startswith(":"):
                beats += 1
                reader.go.set()
            else:
                events.append(read_event(one))
    assert rest == ""
    return events, beats


@pytest.mark.parametrize("path", [CHAT, RESPONSES])
def test_a_client_that_waits_is_told_so_in_comments_after_the_opening(open_with: Open, path: str) -> None:
    reader = Held()
    with open_with(reader, pace=HASTY) as client, client.stream("POST", path, json=BODIES[path]) as reply:
        assert reply.status_code == 200
        events, beats = events_of(reply.iter_text(), reader)
    assert beats >= 1
    if path == CHAT:
        assert events[0].data["choices"][0]["delta"] == {"role": "assistant", "content": ""}
        assert events[-1].data == "[DONE]"
    else:
        assert [one.name for one in events[:2]] == ["response.created", "response.in_progress"]
        assert events[-1].name == "response.completed"
        assert [one.data["sequence_number"] for one in events] == list(range(len(events)))


@pytest.mark.parametrize("path", [CHAT, RESPONSES])
@pytest.mark.parametrize(
    ("error", "status", "code"),
    [(ModelDownError("the model is down"), 503, "model_unavailable"), (ValueError("never mind"), 500, "internal")],
)
def test_what_fails_before_the_head_is_an_http_error(
    open_with: Open, path: str, error: Exception, status: int, code: str
) -> None:
    reader = Held(error)
    reader.go.set()
    with open_with(reader, pace=PATIENT) as client:
        for body in (BODIES[path], {**BODIES[path], "stream": False}):
            # On a connection of its own: the server closes the one on which something unexpected went wrong.
            reply = httpx.post(client.base_url.join(path), json=body, timeout=PATIENCE_S)
            assert (reply.status_code, reply.json()["error"]["code"]) == (status, code)
            assert reply.headers.get("retry-after") == ("10" if status == 503 else None)


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (ModelDownError("the model is down"), "model_unavailable", "the model is down"),
        (ValueError("never mind"), "internal", "something unexpected went wrong here; the log of the server says what"),
    ],
)
def test_what_fails_later_is_an_event_after_which_nothing_comes(
    open_with: Open, error: Exception, code: str, message: str
) -> None:
    reader = Held(error)
    with open_with(reader, pace=HASTY) as client, client.stream("POST", CHAT, json=BODIES[CHAT]) as reply:
        events, _ = events_of(reply.iter_text(), reader)
    kind = "unavailable_error" if code == "model_unavailable" else "server_error"
    fault = {"message": message, "type": kind, "param": None, "code": code}
    assert [one.data for one in events[1:]] == [{"error": fault}]
    assert events[0].data["choices"][0]["finish_reason"] is None
    reader = Held(error)
    with open_with(reader, pace=HASTY) as client, client.stream("POST", RESPONSES, json=BODIES[RESPONSES]) as reply:
        events, _ = events_of(reply.iter_text(), reader)
    flat = {key: fault[key] for key in ("code", "message", "param")}
    assert [one.name for one in events] == ["response.created", "response.in_progress", "error"]
    assert events[2].data == {"type": "error", **flat, "error": fault, "sequence_number": 2}


@pytest.mark.parametrize(("pace", "kind"), [(PATIENT, InternalServerError), (HASTY, APIError)])
@pytest.mark.parametrize("path", [CHAT, RESPONSES])
def test_openais_own_client_takes_either_for_an_error(
    open_with: Open, path: str, pace: Pace, kind: type[APIError]
) -> None:
    reader = Held(ModelDownError("the model is down"))
    if pace is PATIENT:
        reader.go.set()

    def call() -> None:
        asked: Iterable[object] = (
            openai.chat.completions.create(
                model="byline", messages=[{"role": "user", "content": QUESTION}], stream=True
            )
            if path == CHAT
            else openai.responses.create(model="byline", input=QUESTION, stream=True)
        )
        reader.go.set()
        list(asked)

    with (
        open_with(reader, pace=pace) as client,
        OpenAI(base_url=f"{client.base_url}/v1", api_key="none", max_retries=0) as openai,
        pytest.raises(kind, match="the model is down") as raised,
    ):
        call()
    assert type(raised.value) is kind


@pytest.mark.parametrize("streamed", [True, False])
@pytest.mark.parametrize("path", [CHAT, RESPONSES])
def test_what_is_made_for_a_client_that_leaves_is_ended_and_nothing_is_said_of_it(
    open_with: Open, path: str, streamed: bool, caplog: pytest.LogCaptureFixture
) -> None:
    reader = Held()
    with caplog.at_level(logging.WARNING), open_with(reader, pace=HASTY) as client:
        body = httpx.Request("POST", client.base_url.join(path), json={**BODIES[path], "stream": streamed})
        head = "".join(f"{key}: {value}\r\n" for key, value in body.headers.items())
        with socket.create_connection((client.base_url.host, client.base_url.port or 0), timeout=PATIENCE_S) as leaving:
            leaving.sendall(f"POST {path} HTTP/1.1\r\n{head}\r\n".encode() + body.read())
            received = b""
            while streamed and b"\n: " not in received:
                received += leaving.recv(4096)
            assert not reader.go.is_set()
        assert reader.left.wait(PATIENCE_S)
        assert client.post(path, json={**BODIES[path], "stream": False}).status_code == 200
    assert [one.getMessage() for one in caplog.records] == []


@given(st.text(max_size=400))
def test_pieces_are_the_text_and_are_cut_at_white_space(text: str) -> None:
    pieces = list(cut(text))
    assert "".join(pieces) == text
    assert all(pieces)
    assert [one for one in pieces[:-1] if not one[-1].isspace() and " " in one.strip()] == []
