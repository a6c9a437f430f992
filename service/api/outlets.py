"""/v1/outlets and /v1/passages: what the index holds, by outlet and by passage."""

from typing import Annotated

from fastapi import APIRouter, Path

from service.api.faults import list_faults
from service.api.gate import Rule
from service.library import Library
from service.showing.articles import show_outlets, show_passage
from service.showing.shapes import OutletList, PassageOut

RULES = {("GET", "/v1/outlets"): Rule("ask"), ("GET", "/v1/passages/{id}"): Rule("ask")}
_KEYS = ("missing_key", "wrong_key", "missing_scope", "foreign_host", "bad_request")
_STORE = ("internal", "damaged", "wrong_model", "store_unavailable")


def add_outlets(router: APIRouter, library: Library) -> None:
    """Add the two routes."""

    @router.get("/v1/outlets", responses=list_faults(*_KEYS, *_STORE), summary="List outlets", tags=["articles"])
    def list_outlets() -> OutletList:
        """Named outlets, most articles first, and how many articles have no outlet that is known."""
        with library.search().reader.view() as view:
            return show_outlets(view.outlets(), view.counts().unnamed)

    @router.get(
        "/v1/passages/{id}",
        responses=list_faults(*_KEYS, "no_such_passage", "invalid_value", *_STORE),
        summary="Get a passage",
        tags=["articles"],
    )
    def get_passage(id: Annotated[str, Path(max_length=250)]) -> PassageOut:
        """A passage of the present version of its article; a replaced version takes its passages with it."""
        with library.search().reader.view() as view:
            passage = view.passage(id)
            return show_passage(view.article(passage.article_id), passage)
