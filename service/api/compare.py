"""GET /v1/articles/{id}/compare/{other}: what two articles share, and what one of them changed."""

from fastapi import APIRouter

from service.api.articles import ArticleId
from service.api.faults import list_faults
from service.api.gate import Rule
from service.library import Library
from service.showing.comparisons import ComparisonOut, compare

RULES = {("GET", "/v1/articles/{id}/compare/{other}"): Rule("ask")}
_FAULTS = list_faults(
    "missing_key",
    "wrong_key",
    "missing_scope",
    "foreign_host",
    "bad_request",
    "no_such_article",
    "invalid_value",
    "internal",
    "damaged",
    "wrong_model",
    "store_unavailable",
)


def add_compare(router: APIRouter, library: Library) -> None:
    """Add the route."""

    @router.get(
        "/v1/articles/{id}/compare/{other}", responses=_FAULTS, summary="Compare two articles", tags=["articles"]
    )
    def compare_two(id: ArticleId, other: ArticleId) -> ComparisonOut:
        """Paragraphs side by side, and each change with its kind, gravest first; who copied only where that is said."""
        with library.search().reader.view() as view:
            return compare(view, id, other)
