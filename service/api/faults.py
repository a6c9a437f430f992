"""Every error of every call, written in the contract's one shape; what each error is stands in service/errors.py."""

import logging
from collections.abc import Iterable
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.routing import Match

from index.errors import BylineError
from service.errors import KINDS, RequestError, code_of, error_fields, name_invalid
from service.showing.shapes import FaultOut

_LOG = logging.getLogger("byline")
# What any call may fail with that takes a question or a query.
OF_ASKING = (
    "bad_json",
    "bad_request",
    "missing_key",
    "wrong_key",
    "missing_scope",
    "foreign_host",
    "foreign_origin",
    "too_large",
    "unsupported_media_type",
    "invalid_value",
    "too_many_calls",
    "internal",
    "damaged",
    "wrong_model",
    "store_unavailable",
    "embedder_unavailable",
)
_UNEXPECTED = "something unexpected went wrong here; the log of the server says what"
_OF_PAGES = ("foreign_origin", "too_many_calls")
_OTHER = {404: "no_such_route", 405: "method_not_allowed"}


def add_faults(app: FastAPI, routes: Iterable[APIRoute]) -> None:
    """Have the app write every error in the contract's shape; `routes` tell which methods a path allows."""
    gated = list(routes)

    @app.exception_handler(BylineError)
    async def write_own(_: Request, error: BylineError) -> Response:
        return write_fault(error)

    @app.exception_handler(RequestValidationError)
    async def write_invalid(_: Request, error: RequestValidationError) -> Response:
        # The first part of a place says only whether it is the body, the query or the path.
        return write_fault(name_invalid({**one, "loc": one["loc"][1:]} for one in error.errors()))

    @app.exception_handler(HTTPException)
    async def write_http(request: Request, error: HTTPException) -> Response:
        if error.status_code != 405:
            return write_fault(RequestError(_OTHER.get(error.status_code, "bad_request"), _say_http(request, error)))
        allow = {"Allow": ", ".join(_methods(request, gated)) or (error.headers or {}).get("Allow", "")}
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=allow)
        message = f"{request.method} is not for {request.url.path}; it takes {allow['Allow']}"
        return write_fault(RequestError("method_not_allowed", message), allow)

    @app.exception_handler(ClientDisconnect)
    async def drop(_: Request, __: ClientDisconnect) -> Response:
        return Response(status_code=400)  # nobody is left to read it

    @app.exception_handler(Exception)
    async def write_unexpected(_: Request, error: Exception) -> Response:
        _LOG.error("unexpected %s", type(error).__name__)  # the server itself logs where it arose
        return write_fault(BylineError(_UNEXPECTED), {"Connection": "close"})  # which the server does then


def log_unexpected(error: Exception) -> BylineError:
    """What is said of an error that nobody foresaw, once it and where it arose are in the log."""
    _LOG.error("unexpected %s", type(error).__name__, exc_info=error)
    return BylineError(_UNEXPECTED)


def write_fault(error: BylineError, headers: dict[str, str] | None = None) -> JSONResponse:
    """The response for an error, with Retry-After where waiting helps and WWW-Authenticate where a key does."""
    kind = KINDS[code_of(error)]
    sent = dict(headers or {})
    retry_s = (error.retry_s if isinstance(error, RequestError) else None) or kind.retry_s
    if retry_s is not None:
        sent["Retry-After"] = str(retry_s)
    if kind.status == 401:
        sent["WWW-Authenticate"] = "Bearer"
    return JSONResponse({"error": error_fields(error)}, kind.status, sent)


def list_faults(*codes: str) -> dict[int | str, dict[str, Any]]:
    """The responses to document for a route that may fail with these codes; a browser key has its own beside."""
    statuses: dict[int, list[str]] = {}
    for code in (*codes, *(_OF_PAGES if "missing_key" in codes else ())):
        statuses.setdefault(KINDS[code].status, []).append(code)
    return {status: {"model": FaultOut, "description": ", ".join(found)} for status, found in sorted(statuses.items())}


def _say_http(request: Request, error: HTTPException) -> str:
    if error.status_code == 404:
        return f"there is nothing at {request.url.path[:200]!a}; GET /openapi.json lists every call"
    return str(error.detail)


def _methods(request: Request, routes: Iterable[APIRoute]) -> list[str]:
    found = {method for one in routes if one.matches(request.scope)[0] != Match.NONE for method in one.methods or ()}
    return sorted(found | ({"HEAD"} if "GET" in found else set()) | ({"OPTIONS"} if found else set()))
