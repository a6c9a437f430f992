"""/v1/statements and /v1/sources: who is quoted as saying what, and by whom."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from service.api.faults import list_faults
from service.api.gate import Rule
from service.library import Library
from service.requests import SourcesRequest, StatementsRequest
from service.showing.articles import show_statement
from service.showing.lists import list_sources, list_statements
from service.showing.shapes import QuotedStatement, SourceList, StatementList

RULES = {
    ("GET", "/v1/statements"): Rule("ask"),
    ("GET", "/v1/statements/{id}"): Rule("ask"),
    ("GET", "/v1/sources"): Rule("ask"),
}
_KEYS = ("missing_key", "wrong_key", "missing_scope", "foreign_host", "bad_request", "invalid_value")
_STORE = ("internal", "damaged", "wrong_model", "store_unavailable")


def add_statements(router: APIRouter, library: Library) -> None:
    """Add the three routes."""

    @router.get(
        "/v1/statements",
        responses=list_faults(*_KEYS, "no_such_article", *_STORE),
        summary="List statements",
        tags=["statements"],
    )
    def get_statements(request: Annotated[StatementsRequest, Query()]) -> StatementList:
        """All that a source is quoted as saying, by whom; confined by any of the parameters, all of which must hold."""
        with library.search().reader.view() as view:
            return list_statements(view, request)

    @router.get(
        "/v1/statements/{id}",
        responses=list_faults(*_KEYS, "no_such_statement", *_STORE),
        summary="Get a statement",
        tags=["statements"],
    )
    def get_statement(id: Annotated[str, Path(max_length=250)]) -> QuotedStatement:
        """A statement of the present version of its article; a replaced version takes its statements with it."""
        with library.search().reader.view() as view:
            one = view.statement(id)
            return show_statement(view.article(one.article_id), one)

    @router.get("/v1/sources", responses=list_faults(*_KEYS, *_STORE), summary="List sources", tags=["statements"])
    def get_sources(request: Annotated[SourcesRequest, Query()]) -> SourceList:
        """Everyone who is cited by name, most statements first: the forms of the name, and how often by whom."""
        with library.search().reader.view() as view:
            return list_sources(view, request)
