"""Statements and sources as the command line and HTTP both list them: a page at a time, with a cursor."""

import base64
import json
from binascii import Error
from typing import Any

from index.attribution.aliases import load_aliases
from index.attribution.sources import file_source
from index.store.reader import View
from index.store.statements import Wanted, fold_wanted
from service.errors import RequestError
from service.requests import STANCES, SourcesRequest, StatementsRequest
from service.showing.articles import show_statement, show_unknown
from service.showing.shapes import SourceForm, SourceList, SourceSummary, StatementList

_LARGEST = 2**63 - 1


def list_statements(view: View, request: StatementsRequest) -> StatementList:
    """A page of statements, oldest in the store first.

    RequestError for a stance or a cursor that is none, UnknownIdError for an article that is not there.
    """
    after = _read_cursor(request.cursor, [int])
    wanted = _read_wanted(request)
    outlets = [request.outlet] if request.outlet else []
    sources, filed = ([request.source], [wanted.source]) if request.source and wanted.source else ([], [])
    articles = {request.article: view.article(request.article)} if request.article else {}
    found = view.statements(wanted, after[0] if after else 0, request.limit + 1)
    page = found[: request.limit]
    for _, one in page:
        if one.article_id not in articles:
            articles[one.article_id] = view.article(one.article_id)
    return StatementList(
        data=tuple(show_statement(articles[one.article_id], one) for _, one in page),
        next_cursor=_write_cursor([page[-1][0]]) if len(found) > len(page) else None,
        unread=len(view.unread()),
        missing=tuple(show_unknown(view, outlets, sources, filed)),
    )


def list_sources(view: View, request: SourcesRequest) -> SourceList:
    """A page of the named sources, most statements first; RequestError for a cursor that is none."""
    after = _read_cursor(request.cursor, [int, str])
    found = view.sources((after[0], after[1]) if after else None, request.limit + 1)
    page = found[: request.limit]
    last = _write_cursor([page[-1].statements, page[-1].key]) if len(found) > len(page) else None
    data = (
        SourceSummary(
            name=one.name,
            forms=tuple(SourceForm(name=form.name, statements=form.statements) for form in one.forms),
            statements=one.statements,
            articles=one.articles,
            outlets=one.outlets,
            unnamed=one.unnamed,
        )
        for one in page
    )
    return SourceList(data=tuple(data), next_cursor=last)


def _read_wanted(request: StatementsRequest) -> Wanted:
    stance: Any = request.stance
    if stance is not None and stance not in STANCES:
        raise RequestError(
            "bad_request", f"stance is {stance[:80]!r}; it must be one of {', '.join(STANCES)}", "stance"
        )
    if request.contains is not None and not fold_wanted(request.contains):
        message = f"contains is {request.contains[:80]!r}, which holds no word; it takes words in a row"
        raise RequestError("bad_request", message, "contains")
    source = file_source(request.source, load_aliases()) if request.source else None
    return Wanted(source, request.outlet, stance, request.contains, request.article)


def _write_cursor(place: list[int | str]) -> str:
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def _read_cursor(cursor: str | None, kinds: list[type]) -> list[Any] | None:
    """The place that a cursor names, its parts of these kinds."""
    if cursor is None:
        return None
    try:
        place = json.loads(base64.b64decode(cursor.encode() + b"=" * (-len(cursor) % 4), b"-_", validate=True))
        if isinstance(place, list) and [type(part) for part in place] == kinds and 0 <= place[0] <= _LARGEST:
            json.dumps(place, ensure_ascii=False).encode()
            return place
    except (ValueError, Error, RecursionError):
        pass
    message = f"cursor is {cursor[:80]!r}, which no list gave out; leave it out to begin at the beginning"
    raise RequestError("bad_request", message, "cursor")
