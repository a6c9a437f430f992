"""A stream of server-sent events, read to its last byte."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

CHAT, RESPONSES = "/v1/chat/completions", "/v1/responses"
QUESTION = "How many people did the US-led coalition kill?"
ABSTAINED = "Who won the chess olympiad in Chennai?"


@dataclass(frozen=True)
class Event:
    """One event: its name, if it has one, and its data; a comment has neither name nor data."""

    name: str | None
    data: Any


def ask_chat(question: str = QUESTION, **more: Any) -> dict[str, Any]:
    """The body of a chat completion that asks one question."""
    return {"model": "byline", "messages": [{"role": "user", "content": question}], **more}


def read_events(client: httpx.Client, path: str, body: Mapping[str, Any]) -> list[Event]:
    """The events of a whole stream; each is on lines of ASCII that end as they should."""
    reply = client.post(path, json={**body, "stream": True})
    assert reply.status_code == 200, reply.text
    assert reply.headers["content-type"].partition(";")[0] == "text/event-stream"
    assert (reply.headers["cache-control"], reply.headers["x-accel-buffering"]) == ("no-cache", "no")
    text = reply.content.decode("ascii")
    assert "\r" not in text
    assert text.endswith("\n\n")
    return [read_event(one) for one in text[:-2].split("\n\n")]


def read_event(text: str) -> Event:
    """An event from its lines."""
    name = None
    data: Any = None
    for line in text.split("\n"):
        field, _, value = line.partition(": ")
        if field == "event":
            name = value
        elif field == "data":
            data = value if value == "[DONE]" else json.loads(value)
        else:
            assert field == "", f"{line!r} is no line of an event"
    return Event(name, data)
