"""Responses: the same text and sources as items, and as events that make them up."""

import re
from typing import Any

import httpx
import pytest

from tests.service.api.openai.events import ABSTAINED, CHAT, QUESTION, RESPONSES, ask_chat, read_events


def respond(client: httpx.Client, **body: Any) -> dict[str, Any]:
    reply = client.post(RESPONSES, json={"model": "byline", **body})
    assert reply.status_code == 200, reply.text
    return dict(reply.json())


def test_a_response_holds_one_message_with_the_text_and_the_sources_of_a_completion(client: httpx.Client) -> None:
    completion = client.post(CHAT, json=ask_chat()).json()
    reply = respond(client, input=QUESTION)
    message = completion["choices"][0]["message"]
    flat = [{"type": "url_citation", **one["url_citation"]} for one in message["annotations"]]
    (item,) = reply["output"]
    assert re.fullmatch(r"resp_[0-9a-f]{32}", reply["id"])
    assert re.fullmatch(r"msg_[0-9a-f]{32}", item["id"])
    assert {**item, "id": ""} == {
        "id": "",
        "type": "message",
        "role": "assistant",
        "status": "completed",
        "content": [{"type": "output_text", "text": message["content"], "annotations": flat, "logprobs": []}],
    }
    assert (reply["object"], reply["status"], reply["model"], reply["error"]) == (
        "response",
        "completed",
        "byline",
        None,
    )
    assert {key: reply[key] for key in ("citations", "search_results", "sources")} == {
        key: completion[key] for key in ("citations", "search_results", "sources")
    }
    assert reply["usage"] == {
        "input_tokens": 0,
        "input_tokens_details": {"cached_tokens": 0},
        "output_tokens": 0,
        "output_tokens_details": {"reasoning_tokens": 0},
        "total_tokens": 0,
    }


@pytest.mark.parametrize(
    "given",
    [
        [{"role": "user", "content": QUESTION}],
        [{"type": "message", "role": "user", "content": [{"type": "input_text", "text": QUESTION}]}],
        [{"type": "function_call_output", "call_id": "1", "output": "5"}, {"role": "user", "content": QUESTION}],
        [{"type": "reasoning", "summary": []}, {"role": "user", "content": QUESTION}],
    ],
)
def test_the_question_may_come_as_items(client: httpx.Client, given: list[dict[str, Any]]) -> None:
    plain = respond(client, input=QUESTION)
    reply = respond(client, input=given, instructions="Say that it was the BBC.", store=True, zzz=1)
    assert reply["output"][0]["content"] == plain["output"][0]["content"]
    assert (reply["store"], reply["instructions"]) == (False, None)


def test_the_events_make_up_the_response_and_are_numbered_without_a_gap(client: httpx.Client) -> None:
    whole = respond(client, input=QUESTION)
    (item,) = whole["output"]
    (part,) = item["content"]
    events = read_events(client, RESPONSES, {"input": QUESTION})
    assert [one.name for one in events] == [one.data["type"] for one in events]
    assert [one.data["sequence_number"] for one in events] == list(range(len(events)))
    names = [str(one.name).removeprefix("response.") for one in events]
    deltas = names.count("output_text.delta")
    assert names == [
        "created",
        "in_progress",
        "output_item.added",
        "content_part.added",
        *["output_text.delta"] * deltas,
        *["output_text.annotation.added"] * 3,
        "output_text.done",
        "content_part.done",
        "output_item.done",
        "completed",
    ]
    data = [one.data for one in events]
    assert deltas > 1
    assert "".join(one["delta"] for one in data if one["type"] == "response.output_text.delta") == part["text"]
    added = [one for one in data if one["type"] == "response.output_text.annotation.added"]
    assert [one["annotation"] for one in added] == part["annotations"]
    assert [one["annotation_index"] for one in added] == [0, 1, 2]
    made = data[-2]["item"]
    assert {**made, "id": ""} == {**item, "id": ""}
    assert {one["item_id"] for one in data if "item_id" in one} == {made["id"]}
    completed = data[-1]["response"]
    assert completed["output"] == [made]
    begun = data[0]["response"]
    assert (begun["status"], begun["output"], begun["usage"]) == ("in_progress", [], None)
    ids = {"id": "", "created_at": 0, "output": []}
    assert {**completed, **ids} == {**whole, **ids}
    assert begun["id"] == completed["id"]


def test_an_abstention_has_no_annotations(client: httpx.Client) -> None:
    events = [one.data for one in read_events(client, RESPONSES, {"input": ABSTAINED})]
    assert [one["type"] for one in events if "annotation" in one["type"]] == []
    assert events[-1]["response"]["output"][0]["content"][0]["annotations"] == []
