"""The calls of OpenAI's API that Byline serves, and how they are described."""

from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import JsonValue

from service.api.faults import OF_ASKING, list_faults
from service.api.gate import JSON, Rule
from service.api.openai import models
from service.api.openai.chat import complete
from service.api.openai.models import CHORES, MODEL, add_models
from service.api.openai.reply import Makers
from service.api.openai.responses import respond
from service.api.openai.streaming import Pace

# A whole talk comes with each question, and may hold a picture, which is refused by name and not for its size.
TALK_BYTES = 8 * 1024 * 1024
RULES = {
    **models.RULES,
    ("POST", "/v1/chat/completions"): Rule("ask", {JSON: TALK_BYTES}),
    ("POST", "/v1/responses"): Rule("ask", {JSON: TALK_BYTES}),
}
_FAULTS = list_faults(*OF_ASKING)
_QUESTION = "How many civilians were killed?"
_TURN: JsonValue = {
    "type": "object",
    "properties": {
        "role": {"type": "string"},
        "content": {"description": "text, or parts of the type text; pictures and files in the last turn are refused"},
    },
}
_TURNS: dict[str, JsonValue] = {"type": "array", "items": _TURN, "minItems": 1}
# For the descriptions only: turns.py is what reads a call.
_BOTH: dict[str, JsonValue] = {
    "model": {"type": ["string", "null"], "description": f"{CHORES} asks for a chore; any other name is {MODEL}"},
    "stream": {"type": ["boolean", "null"]},
}
_CHAT: JsonValue = {
    "type": "object",
    "title": "ChatCompletionIn",
    "required": ["messages"],
    "properties": {
        **_BOTH,
        "messages": {**_TURNS, "description": "the last turn of the user is the question, after those before it"},
        "n": {"type": ["integer", "null"], "minimum": 1, "maximum": 1},
        "stream_options": {"type": ["object", "null"], "properties": {"include_usage": {"type": ["boolean", "null"]}}},
    },
}
_RESPONSE: JsonValue = {
    "type": "object",
    "title": "ResponseIn",
    "required": ["input"],
    "properties": {
        **_BOTH,
        "input": {"oneOf": [{"type": "string", "minLength": 1}, _TURNS]},
        "previous_response_id": {"type": "null", "description": "nothing is kept between calls"},
        "conversation": {"type": "null"},
    },
}


def _document(schema: JsonValue, example: JsonValue, made: str) -> dict[str, Any]:
    """How a call is described: what it takes, and that it replies in one piece or as events."""
    event = {"type": "object", "properties": {"event": {"type": "string"}, "data": {"type": "string"}}}
    ok = {JSON: {"schema": {"type": "object"}}, "text/event-stream": {"schema": event}}
    return {
        "requestBody": {"required": True, "content": {JSON: {"schema": schema, "example": example}}},
        "responses": {"200": {"description": made, "content": ok}},
    }


def add_openai(router: APIRouter, makers: Makers, pace: Pace | None = None) -> None:
    """Add the calls; what is not named in their descriptions is taken and changes nothing."""
    used = pace or Pace()
    add_models(router)

    @router.post(
        "/v1/chat/completions",
        responses=_FAULTS,
        response_class=Response,
        openapi_extra=_document(
            _CHAT,
            {"model": MODEL, "messages": [{"role": "user", "content": _QUESTION}]},
            "A completion, or its chunks; citations are in `annotations`, `citations`, `search_results` and `sources`",
        ),
        summary="Answer as a chat completion",
        tags=["openai"],
    )
    async def post_completion(request: Request) -> Response:
        """The answer as Markdown with `[n]`, for whatever speaks OpenAI's API."""
        return await complete(request, makers, used)

    @router.post(
        "/v1/responses",
        responses=_FAULTS,
        response_class=Response,
        openapi_extra=_document(
            _RESPONSE, {"model": MODEL, "input": _QUESTION}, "A response, or the events of its making"
        ),
        summary="Answer as a response",
        tags=["openai"],
    )
    async def post_response(request: Request) -> Response:
        """The same as items and events."""
        return await respond(request, makers, used)
