"""POST /v1/ask and /v1/search: questions and queries in, answers and hits out."""

from fastapi import APIRouter
from pydantic import ConfigDict, Field, StrictBool

from service.answering.answer import Answer
from service.answering.reading import Reader
from service.api.faults import list_faults
from service.api.gate import ASK_BYTES, JSON, Rule
from service.ask import ask
from service.errors import RequestError
from service.library import Library
from service.requests import AskRequest, SearchRequest
from service.showing.hits import find_passages
from service.showing.shapes import HitList

RULES = {
    ("POST", "/v1/ask"): Rule("ask", {JSON: ASK_BYTES}),
    ("POST", "/v1/search"): Rule("ask", {JSON: ASK_BYTES}),
}
_FAULTS = list_faults(
    "bad_json",
    "bad_request",
    "not_yet",
    "missing_key",
    "wrong_key",
    "missing_scope",
    "foreign_host",
    "too_large",
    "unsupported_media_type",
    "invalid_value",
    "internal",
    "damaged",
    "wrong_model",
    "store_unavailable",
    "embedder_unavailable",
)


class AskBody(AskRequest):
    """A question as it comes over HTTP."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"question": "How many civilians were killed?", "outlets": ["RT"]}]},
    )

    stream: StrictBool = Field(
        default=False, description="not yet: refused when true", json_schema_extra={"const": False}
    )


def add_ask(router: APIRouter, library: Library, reader: Reader) -> None:
    """Add the two routes; `reader` chooses what answers a question."""

    @router.post("/v1/ask", responses=_FAULTS, summary="Ask a question", tags=["ask"])
    def ask_question(body: AskBody) -> Answer:
        """An answer whose every quote stands in an article, under the name of the outlet that published it."""
        if body.stream:
            raise RequestError("not_yet", "stream is not served yet; leave it out", "stream")
        return ask(body, library.search(), reader)

    @router.post("/v1/search", responses=_FAULTS, summary="Search passages", tags=["ask"])
    def search_passages(body: SearchRequest) -> HitList:
        """The passages nearest to a query, by words and by meaning."""
        return find_passages(body, library.search())
