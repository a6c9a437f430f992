"""POST /v1/ask and /v1/search: questions and queries in, answers and hits out."""

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request
from pydantic import ConfigDict, Field, StrictBool

from service.answering.answer import Answer
from service.answering.reading import Leave, Reader
from service.api.aloud import Aloud
from service.api.faults import OF_ASKING, list_faults
from service.api.gate import ASK_BYTES, JSON, Rule
from service.ask import Event
from service.kept import Answers, ask_again
from service.library import Library
from service.requests import EVALUATES, AskRequest, SearchRequest
from service.showing.hits import find_passages
from service.showing.shapes import HitList

RULES = {
    ("POST", "/v1/ask"): Rule("ask", {JSON: ASK_BYTES}),
    ("POST", "/v1/search"): Rule("ask", {JSON: ASK_BYTES}),
}
_FAULTS = list_faults(*OF_ASKING)


_EVENT = {
    "type": "object",
    "properties": {
        "event": {"type": "string", "enum": ["claim", "retraction", "answer", "error"]},
        "data": {"type": "string", "contentMediaType": "application/json"},
    },
    "required": ["event", "data"],
}
_STREAMED: dict[str, Any] = {"content": {"text/event-stream": {"itemSchema": _EVENT}}}


class AskBody(AskRequest):
    """A question as it comes over HTTP."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"question": "How many civilians were killed?", "outlets": ["RT"]}]},
    )

    stream: StrictBool = Field(
        default=False, description="server-sent events: claim, retraction, and answer as the last one; or error"
    )


def add_ask(router: APIRouter, library: Library, reader: Reader, kept: Answers, aloud: Aloud) -> None:
    """Add the two routes; `reader` chooses what answers a question."""

    @router.post("/v1/ask", responses={200: _STREAMED, **_FAULTS}, summary="Ask a question", tags=["ask"])
    async def ask_question(body: AskBody, request: Request) -> Answer:
        """An answer whose every quote stands in an article, under the name of the outlet that published it."""

        def tell(leave: Leave) -> Iterator[Event]:
            return ask_again(body, library.search(), reader, kept, leave, EVALUATES not in request.headers)

        if body.stream:
            return await aloud.stream(tell)  # type: ignore[return-value]
        return await aloud.answer(request, tell)

    @router.post("/v1/search", responses=_FAULTS, summary="Search passages", tags=["ask"])
    def search_passages(body: SearchRequest) -> HitList:
        """The passages nearest to a query, by words and by meaning."""
        return find_passages(body, library.search())
