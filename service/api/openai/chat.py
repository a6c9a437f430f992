"""POST /v1/chat/completions: a reply as one completion, or as chunks of one."""

import time
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse

from service.api.openai.reply import Makers, Reply, hear_reply, name_reply
from service.api.openai.sources import nest_annotations, show_annotations, show_beside, show_source
from service.api.openai.streaming import Pace, cut, stream, write_event
from service.api.openai.turns import read_chat


async def complete(request: Request, makers: Makers, pace: Pace) -> Response:
    """Serve one call."""
    asked = read_chat(await request.json())
    base = str(request.base_url).rstrip("/")
    head: dict[str, Any] = {"id": name_reply("chatcmpl-"), "created": int(time.time()), "model": asked.model}
    if not asked.streamed:
        whole = hear_reply(asked.wanted, makers, base, lambda reply: show_completion(reply, head))
        return JSONResponse(await whole.whole(request))
    head["object"] = "chat.completion.chunk"
    # Whoever asks for the usage is told in every chunk before the last that it is yet to come.
    head |= {"usage": None} if asked.tells_usage else {}
    opening = [write_event(_chunk(head, {"role": "assistant", "content": ""}))]
    chunks = hear_reply(asked.wanted, makers, base, lambda reply: show_chunks(reply, head))
    return await stream(chunks, opening, lambda error: write_event({"error": error}), pace)


def show_completion(reply: Reply, head: Mapping[str, Any]) -> dict[str, Any]:
    """The reply as one completion."""
    message = {
        "role": "assistant",
        "content": reply.text,
        "refusal": None,
        "annotations": nest_annotations(show_annotations(reply.sources, reply.spans)),
    }
    return {
        **head,
        "object": "chat.completion",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}],
        "usage": _show_usage(reply),
        **show_beside(reply.sources),
    }


def show_chunks(reply: Reply, head: Mapping[str, Any]) -> Sequence[bytes]:
    """The reply as the events that follow the one with the role: content, sources, the end with all annotations."""
    events = [write_event(_chunk(head, {"content": piece})) for piece in cut(reply.text)]
    for one in reply.sources:
        events.append(write_event({**_chunk(head, {}), "event": {"type": "source", "data": show_source(one)}}))
    # Here and nowhere else: clients add lists of several chunks up, and some read no citations beside content.
    annotations = nest_annotations(show_annotations(reply.sources, reply.spans))
    end = _chunk(head, {"annotations": annotations} if annotations else {}, "stop")
    events.append(write_event({**end, **show_beside(reply.sources)} if annotations else end))
    if "usage" in head:
        events.append(write_event({**head, "choices": [], "usage": _show_usage(reply)}))
    return [*events, write_event("[DONE]")]


def _chunk(head: Mapping[str, Any], delta: Mapping[str, Any], finish: str | None = None) -> dict[str, Any]:
    return {**head, "choices": [{"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}]}


def _show_usage(reply: Reply) -> dict[str, int]:
    read, written = reply.tokens
    return {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written}
