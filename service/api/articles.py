"""/v1/articles: put, list, get, delete; one at a time or many as JSON Lines."""

import hashlib
import json
from collections.abc import Callable, Iterator
from typing import Annotated, Any, TypeVar

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import JsonValue

from index.errors import BylineError, ReadError
from index.reading.raw.fields import MAX_ARTICLE_BYTES, MAX_NAME_CHARACTERS, MAX_URL_CHARACTERS, parse_article
from index.records import LABELS, RawArticle
from service.api.faults import list_faults
from service.api.gate import BULK_BYTES, JSON, LINES, Admitted, Rule
from service.api.strict_json import parse_json
from service.errors import RequestError, error_fields
from service.library import Library
from service.showing.articles import show_articles, show_whole
from service.showing.shapes import ArticleList, ArticleOut, BulkResults, Fault, LineResult, Stored

RULES = {
    ("GET", "/v1/articles"): Rule("ask"),
    ("POST", "/v1/articles"): Rule("ingest", {JSON: BULK_BYTES, LINES: BULK_BYTES}),
    ("GET", "/v1/articles/{id}"): Rule("ask"),
    ("PUT", "/v1/articles/{id}"): Rule("ingest", {JSON: BULK_BYTES}),
    ("DELETE", "/v1/articles/{id}"): Rule("admin"),
}
T = TypeVar("T")
ID = r"^[A-Za-z0-9_:-][A-Za-z0-9_.:-]{0,199}$"
ArticleId = Annotated[str, Path(pattern=ID, description="1 to 200 characters, no leading dot")]

_KEYS = ("missing_key", "wrong_key", "missing_scope", "foreign_host", "bad_request")
_STORE = ("internal", "damaged", "wrong_model", "store_unavailable")
_READ = list_faults(*_KEYS, "invalid_value", *_STORE)
_READ_ONE = list_faults(*_KEYS, "no_such_article", "invalid_value", *_STORE)
_DELETE = list_faults(*_KEYS, "no_such_article", "invalid_value", "locked", *_STORE, "embedder_unavailable")
_WRITE = list_faults(
    *_KEYS,
    "bad_json",
    "too_large",
    "unsupported_media_type",
    "invalid_value",
    "unreadable_article",
    "locked",
    *_STORE,
    "embedder_unavailable",
)
_EXAMPLE: dict[str, JsonValue] = {
    "text": "Army enters town after a week of fighting\n\nThe army entered the town on Saturday after a week of"
    " fighting, a military source told the state news agency.\n\nResidents said that most shops had opened again by"
    " the evening, and that the road to the coast was clear of mines for the first time since the spring.\n",
    "outlet": "Example Times",
    "published": "2016-03-13",
}


def _nullable(**rule: JsonValue) -> JsonValue:
    return {"type": ["string", "null"], **rule}


_NAME = {"minLength": 1, "maxLength": MAX_NAME_CHARACTERS}
_LINE: JsonValue = {
    "type": "object",
    "required": ["start", "label"],
    "properties": {"start": {"type": "integer", "minimum": 0}, "label": {"enum": list(LABELS)}},
}
# For the description only: parse_article is the one that checks.
_ARTICLE: JsonValue = {
    "type": "object",
    "title": "ArticleIn",
    "description": "An article as text or html, and what is declared of it, which wins over what is read in it.",
    "properties": {
        "id": _nullable(pattern=ID, description="made from the content where it is left out"),
        "text": _nullable(minLength=1, description=f"at most {MAX_ARTICLE_BYTES:,} bytes in UTF-8"),
        "html": _nullable(minLength=1, description="instead of text, with the same limit"),
        "url": _nullable(maxLength=MAX_URL_CHARACTERS, description="http or https"),
        "outlet": _nullable(**_NAME, description="who published it"),
        "title": _nullable(**_NAME),
        "published": _nullable(description="ISO 8601 day, or day and time"),
        "language": _nullable(pattern="^[A-Za-z]{2}$"),
        "lines": {"type": ["array", "null"], "items": _LINE, "description": "labels for lines, by where they start"},
    },
    "oneOf": [
        {"required": ["text"], "properties": {"text": {"type": "string"}, "html": {"type": "null"}}},
        {"required": ["html"], "properties": {"html": {"type": "string"}, "text": {"type": "null"}}},
    ],
    "examples": [_EXAMPLE],
}


def _document(*media: str) -> dict[str, Any]:
    content: dict[str, Any] = {JSON: {"schema": _ARTICLE, "example": _EXAMPLE}}
    content[LINES] = {"schema": {"type": "string"}, "example": json.dumps(_EXAMPLE) + "\n"}
    return {"requestBody": {"required": True, "content": {one: content[one] for one in media}}}


def add_articles(router: APIRouter, library: Library) -> None:
    """Add the routes; writing is done one call at a time, in a thread, and is findable when a call returns."""
    one_writer = CapacityLimiter(1)

    async def write(act: Callable[[], T]) -> T:
        return await to_thread.run_sync(act, limiter=one_writer)

    @router.get("/v1/articles", responses=_READ, summary="List articles", tags=["articles"])
    def list_articles(
        cursor: Annotated[str | None, Query(max_length=200)] = None,
        limit: Annotated[int, Query(ge=1, le=500)] = 100,
    ) -> ArticleList:
        """Articles by ascending id; `next_cursor` is what to send as `cursor` for the next page."""
        with library.search().reader.view() as view:
            return show_articles(view, cursor, limit)

    @router.post(
        "/v1/articles",
        response_model=Stored | BulkResults,
        responses={201: {"model": Stored, "description": "created"}, **_WRITE},
        openapi_extra=_document(JSON, LINES),
        summary="Put one article, or many as JSON Lines",
        tags=["articles"],
    )
    async def post_articles(request: Request) -> Response:
        """As PUT, with the id in the body or made from the content; as JSON Lines with a result for each line."""
        if isinstance(request, Admitted) and request.media == LINES:
            lines = await request.body()
            results = await write(lambda: put_lines(lines, library))
            return JSONResponse(BulkResults(results=tuple(results)).model_dump())
        value = await request.json()
        return await write(lambda: put_article(_read_article(value), library))

    @router.get("/v1/articles/{id}", responses=_READ_ONE, summary="Get an article", tags=["articles"])
    def get_article(id: ArticleId) -> ArticleOut:
        """The whole article, with what each of its lines was taken for and how its masthead is known."""
        with library.search().reader.view() as view:
            return show_whole(view, id)

    @router.put(
        "/v1/articles/{id}",
        response_model=Stored,
        responses={201: {"model": Stored, "description": "created"}, **_WRITE},
        openapi_extra=_document(JSON),
        summary="Put an article",
        tags=["articles"],
    )
    async def put_one(id: ArticleId, request: Request) -> Response:
        """Create or replace; the same content again changes nothing. Once this returns, it is on disk and findable."""
        value = await request.json()
        return await write(lambda: put_article(_read_article(value, id), library))

    @router.delete(
        "/v1/articles/{id}", status_code=204, responses=_DELETE, summary="Delete an article", tags=["articles"]
    )
    async def delete_article(id: ArticleId) -> None:
        """Take an article out, with every earlier version of it."""
        await write(lambda: library.delete(id))


def put_article(raw: RawArticle, library: Library) -> Response:
    """Store one article; the errors of index time are raised."""
    (outcome,) = library.put([raw])
    if outcome.status == "error":
        raise outcome.error or ReadError("", "it cannot be read")
    created = outcome.status == "created"
    headers = {"Location": f"/v1/articles/{outcome.id}"} if created else {}
    body = Stored(id=outcome.id, status=outcome.status).model_dump()
    return JSONResponse(body, 201 if created else 200, headers)


def put_lines(lines: bytes, library: Library) -> Iterator[LineResult]:
    """Store what each line that is not blank holds; a line at fault does not keep the others out. Order is kept."""
    read = [_read_line(line, n) for n, line in enumerate(lines.split(b"\n"), 1) if line.strip()]
    if not read:
        raise RequestError("bad_json", "the body holds no line; each line must be a JSON object", "body")
    outcomes = iter(library.put([one for one in read if isinstance(one, RawArticle)]))
    results = []
    for one in read:
        if isinstance(one, RawArticle):
            outcome = next(outcomes)
            fault = Fault(**error_fields(outcome.error)) if outcome.error else None  # type: ignore[arg-type]
            results.append(LineResult(id=one.id, status=outcome.status, error=fault))
        else:
            fault = Fault(**error_fields(one))  # type: ignore[arg-type]
            results.append(LineResult(id=None, status="error", error=fault))
    return iter(results)


def _read_line(line: bytes, number: int) -> RawArticle | BylineError:
    place = f"line {number}"
    try:
        return _read_article(parse_json(line), place=place)
    except ReadError as error:
        return error
    except RequestError as error:
        return RequestError(error.code, f"{place}: {error}", error.param)


def _read_article(value: object, id_: str | None = None, place: str | None = None) -> RawArticle:
    """The article of a JSON object; one without an id gets one from its content, so that sent twice it is one."""
    if not isinstance(value, dict):
        raise RequestError("invalid_value", "the body must be a JSON object with the fields of an article", "body")
    own = value.get("id")
    if id_ is not None and own not in (None, id_):
        raise RequestError("invalid_value", f"id is {own!a:.80}, but the path says {id_!a}; leave it out", "id")
    content = f"{value.get('text')}{value.get('html')}".encode()
    fallback = f"article-{hashlib.sha256(content).hexdigest()[:16]}"
    return parse_article({**value, "id": id_ or own}, path="", place=place, fallback_id=fallback)
