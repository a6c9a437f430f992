"""What a call of OpenAI's API may not say, each refused with 400 and what would be right; nothing else is refused."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from service.api.openai.chores import Chore
from service.api.openai.turns import Asked, read_chat, read_responses
from service.errors import RequestError
from service.requests import AskRequest
from tests.service.api.openai.events import CHAT, QUESTION, RESPONSES

ASKED = {"role": "user", "content": QUESTION}
IMAGE = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}
NO_TURN = '{0}: there is no turn of the role "user", which would be the question'
NO_TEXT = "{0}: the last turn of the user holds no text; it is the question"
NO_PART = (
    "{0}: the last turn of the user has a part of the type '{1}';"
    " only text is read here, so send a part of the type text"
)
LONG = "{0}: the question, the last turn of the user, has 4,001 characters; at most 4,000 are taken"


def refusal(reply: httpx.Response) -> tuple[int, str, str | None, str]:
    error = reply.json()["error"]
    assert set(error) == {"message", "type", "param", "code"}
    assert (error["type"], error["code"]) == ("invalid_request_error", "bad_request")
    return reply.status_code, error["code"], error["param"], error["message"]


@pytest.mark.parametrize(
    ("body", "param", "message"),
    [
        ({"messages": [ASKED], "n": 2}, "n", "n is 2; there is one answer to a question, so leave n out or send 1"),
        ({"messages": [ASKED], "n": 0}, "n", "n is 0; there is one answer to a question, so leave n out or send 1"),
        ({"messages": [ASKED], "n": "2"}, "n", "n: input should be a valid integer"),
        ({"messages": [{"role": "user", "content": [IMAGE]}]}, "messages", NO_PART.format("messages", "image_url")),
        (
            {"messages": [{"role": "user", "content": [{"type": "text", "text": "Who?"}, IMAGE]}]},
            "messages",
            NO_PART.format("messages", "image_url"),
        ),
        (
            {"messages": [{"role": "user", "content": [{"type": "input_audio", "input_audio": {}}]}]},
            "messages",
            NO_PART.format("messages", "input_audio"),
        ),
        ({"messages": [{"role": "user", "content": [5]}]}, "messages", NO_PART.format("messages", "int")),
        ({"messages": [{"role": "user", "content": {"text": "x"}}]}, "messages", NO_PART.format("messages", "None")),
        (
            {"messages": [{"role": "user", "content": [{"type": "text"}]}]},
            "messages",
            NO_PART.format("messages", "text"),
        ),
        ({"messages": [{"role": "user", "content": "  "}]}, "messages", NO_TEXT.format("messages")),
        ({"messages": [{"role": "user", "content": None}]}, "messages", NO_TEXT.format("messages")),
        ({"messages": [{"role": "user", "content": []}]}, "messages", NO_TEXT.format("messages")),
        ({"messages": [{"role": "assistant", "content": "x"}]}, "messages", NO_TURN.format("messages")),
        ({"messages": []}, "messages", NO_TURN.format("messages")),
        ({"messages": [{"role": "user", "content": "x" * 4001}]}, "messages", LONG.format("messages")),
        ({"messages": "Who?"}, "messages", "messages: input should be a valid list"),
        ({"messages": ["Who?"]}, "messages", "messages.0: input should be a valid object"),
        ({"messages": [{"role": 5, "content": "x"}]}, "messages", "messages.0.role: input should be a valid string"),
        ({"model": "byline"}, "messages", "messages: field required"),
        ({"messages": [ASKED], "stream": "yes"}, "stream", "stream: input should be a valid boolean"),
        ({"messages": [ASKED], "model": 5}, "model", "model: input should be a valid string"),
        (
            {"messages": [ASKED], "stream_options": {"include_usage": 1}},
            "stream_options",
            "stream_options.include_usage: input should be a valid boolean",
        ),
    ],
)
def test_what_a_completion_cannot_be_made_of_is_named(
    client: httpx.Client, body: object, param: str, message: str
) -> None:
    assert refusal(client.post(CHAT, json=body)) == (400, "bad_request", param, message)


@pytest.mark.parametrize(
    ("body", "param", "message"),
    [
        (
            {"input": QUESTION, "previous_response_id": "resp_1"},
            "previous_response_id",
            "previous_response_id: nothing is kept between calls; send the earlier turns in input",
        ),
        (
            {"input": QUESTION, "conversation": {"id": "conv_1"}},
            "conversation",
            "conversation: nothing is kept between calls; send the earlier turns in input",
        ),
        (
            {"input": [{"role": "user", "content": [{"type": "input_image", "image_url": "data:,x"}]}]},
            "input",
            NO_PART.format("input", "input_image"),
        ),
        (
            {"input": [{"role": "user", "content": [{"type": "input_file", "file_id": "x"}]}]},
            "input",
            NO_PART.format("input", "input_file"),
        ),
        ({"input": [{"type": "item_reference", "id": "msg_1"}]}, "input", NO_TURN.format("input")),
        ({"input": " "}, "input", NO_TEXT.format("input")),
        ({"input": "x" * 4001}, "input", LONG.format("input")),
        ({}, "input", "input: field required"),
    ],
)
def test_what_a_response_cannot_be_made_of_is_named(
    client: httpx.Client, body: object, param: str, message: str
) -> None:
    assert refusal(client.post(RESPONSES, json=body)) == (400, "bad_request", param, message)


@pytest.mark.parametrize("path", [CHAT, RESPONSES])
@pytest.mark.parametrize("body", ["[]", "null", "5", '"x"'])
def test_a_body_that_is_no_object_is_refused(client: httpx.Client, path: str, body: str) -> None:
    reply = client.post(path, content=body, headers={"content-type": "application/json"})
    assert refusal(reply) == (400, "bad_request", "body", "body: input should be a valid object")


def test_what_is_refused_of_a_stream_is_refused_before_it_begins(client: httpx.Client) -> None:
    for path, body in ((CHAT, {"messages": [ASKED], "n": 3}), (RESPONSES, {"input": ""})):
        reply = client.post(path, json={**body, "stream": True})
        assert (reply.status_code, reply.headers["content-type"]) == (400, "application/json")


def test_a_picture_is_refused_for_what_it_is_however_large_and_an_earlier_one_is_passed_over(
    client: httpx.Client,
) -> None:
    large = {"type": "image_url", "image_url": {"url": "data:image/png;base64," + "A" * 2_000_000}}
    turn = {"role": "user", "content": [{"type": "text", "text": "What is this?"}, large]}
    assert refusal(client.post(CHAT, json={"messages": [turn]}))[3] == NO_PART.format("messages", "image_url")
    assert client.post(CHAT, json={"messages": [turn, ASKED]}).status_code == 200


def test_a_talk_longer_than_is_read_is_answered_all_the_same(client: httpx.Client) -> None:
    turns = [{"role": role, "content": "x" * 9_000} for _ in range(60) for role in ("user", "assistant")]
    plain = client.post(CHAT, json={"messages": [ASKED]}).json()
    reply = client.post(CHAT, json={"messages": [*turns, ASKED]})
    assert reply.json()["choices"][0]["message"]["content"] == plain["choices"][0]["message"]["content"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.text(max_size=8) | st.sampled_from(["user", "text", QUESTION]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["role", "content", "type", "text", "messages", "schema"]), inner, max_size=4)
    ),
    max_leaves=12,
)
FIELDS = ["messages", "input", "n", "stream", "model", "stream_options", "instructions", "text", "response_format", "z"]


@settings(max_examples=400)
@given(
    body=VALUES | st.dictionaries(st.sampled_from(FIELDS), VALUES | st.just([ASKED]) | st.just(QUESTION), max_size=6)
)
@example(body={"messages": [{"role": "user", "content": [{"type": {}, "text": "Who?"}]}]})
def test_whatever_is_sent_is_read_or_refused_with_what_is_wrong(body: Any) -> None:
    for read in (read_chat, read_responses):
        asked = read_or_refuse(read, json.loads(json.dumps(body)))
        if isinstance(asked, Asked):
            assert isinstance(asked.wanted, AskRequest | Chore)
        else:
            assert (asked.code, bool(asked.param)) == ("bad_request", True)
            assert str(asked.param) in str(asked)


def read_or_refuse(read: Callable[[object], Asked], body: object) -> Asked | RequestError:
    try:
        return read(body)
    except RequestError as error:
        return error
