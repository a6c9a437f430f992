"""POST /v1/responses: a reply as a response with one message in it, or as the events of its making."""

import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse

from service.api.openai.reply import Makers, Reply, hear_reply, name_reply
from service.api.openai.sources import show_annotations, show_beside
from service.api.openai.streaming import Pace, cut, stream, write_event
from service.api.openai.turns import read_responses

Object = dict[str, Any]


async def respond(request: Request, makers: Makers, pace: Pace) -> Response:
    """Serve one call."""
    asked = read_responses(await request.json())
    base = str(request.base_url).rstrip("/")
    begun = begin_response(asked.model)
    if not asked.streamed:
        whole = hear_reply(asked.wanted, makers, base, lambda reply: end_response(begun, reply, show_message(reply)))
        return JSONResponse(await whole.whole(request))
    opening = [{"type": "response.created", "response": begun}, {"type": "response.in_progress", "response": begun}]

    def show(reply: Reply) -> Sequence[bytes]:
        return [_write(n, one) for n, one in enumerate(show_events(begun, reply), len(opening))]

    def fail(error: Mapping[str, Any]) -> bytes:
        # Flat as the protocol has it, and whole as clients look for it.
        return _write(len(opening), {"type": "error", **_flat(error), "error": error})

    events = hear_reply(asked.wanted, makers, base, show)
    return await stream(events, [_write(n, one) for n, one in enumerate(opening)], fail, pace)


def begin_response(model: str) -> Object:
    """A response of which nothing is made yet; it is not kept."""
    return {
        "id": name_reply("resp_"),
        "object": "response",
        "created_at": int(time.time()),
        "status": "in_progress",
        "background": False,
        "error": None,
        "incomplete_details": None,
        "instructions": None,
        "max_output_tokens": None,
        "metadata": {},
        "model": model,
        "output": [],
        "parallel_tool_calls": False,
        "previous_response_id": None,
        "reasoning": {"effort": None, "summary": None},
        "store": False,
        "temperature": None,
        "text": {"format": {"type": "text"}},
        "tool_choice": "none",
        "tools": [],
        "top_p": None,
        "truncation": "disabled",
        "usage": None,
        "user": None,
    }


def show_message(reply: Reply) -> Object:
    """The reply as the one item of a response."""
    return _item(name_reply("msg_"), "completed", [_part(reply.text, show_annotations(reply.sources, reply.spans))])


def end_response(begun: Mapping[str, Any], reply: Reply, message: Object) -> Object:
    """The response, completed, with the sources in their other forms beside its output."""
    read, written = reply.tokens
    usage = {
        "input_tokens": read,
        "input_tokens_details": {"cached_tokens": 0},
        "output_tokens": written,
        "output_tokens_details": {"reasoning_tokens": 0},
        "total_tokens": read + written,
    }
    return {**begun, "status": "completed", "output": [message], "usage": usage, **show_beside(reply.sources)}


def show_events(begun: Mapping[str, Any], reply: Reply) -> Iterator[Object]:
    """The events after those that begin a response, without their numbers."""
    message = show_message(reply)
    (part,) = message["content"]
    item, place = {"output_index": 0}, {"item_id": message["id"], "output_index": 0, "content_index": 0}
    yield {"type": "response.output_item.added", **item, "item": _item(message["id"], "in_progress", [])}
    yield {"type": "response.content_part.added", **place, "part": _part("", [])}
    for piece in cut(reply.text):
        yield {"type": "response.output_text.delta", **place, "delta": piece, "logprobs": []}
    for n, one in enumerate(part["annotations"]):
        yield {"type": "response.output_text.annotation.added", **place, "annotation_index": n, "annotation": one}
    yield {"type": "response.output_text.done", **place, "text": reply.text, "logprobs": []}
    yield {"type": "response.content_part.done", **place, "part": part}
    yield {"type": "response.output_item.done", **item, "item": message}
    yield {"type": "response.completed", "response": end_response(begun, reply, message)}


def _item(message_id: str, status: str, content: list[Object]) -> Object:
    return {"id": message_id, "type": "message", "role": "assistant", "status": status, "content": content}


def _part(text: str, annotations: list[Object]) -> Object:
    return {"type": "output_text", "text": text, "annotations": annotations, "logprobs": []}


def _flat(error: Mapping[str, Any]) -> Object:
    return {key: error[key] for key in ("code", "message", "param")}


def _write(n: int, event: Mapping[str, Any]) -> bytes:
    return write_event({**event, "sequence_number": n}, event["type"])
