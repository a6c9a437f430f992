"""The page and the widget as files: no key, nothing in them of what is stored. Their sources are in service/web/src."""

import gzip
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, Request, Response

from service.api.faults import list_faults
from service.api.gate import Rule

_FOLDER = Path(__file__).parents[1] / "web" / "static"
_HTML, _CSS, _SCRIPT = "text/html; charset=utf-8", "text/css; charset=utf-8", "text/javascript; charset=utf-8"
_FILES = {
    "/": ("index.html", _HTML),
    "/page.css": ("page.css", _CSS),
    "/page.js": ("page.js", _SCRIPT),
    "/icon.svg": ("icon.svg", "image/svg+xml"),
    "/widget.js": ("widget.js", _SCRIPT),
}
# What other sites may load into their pages.
_SHARED = frozenset({"/widget.js"})
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types lit-html",
    )
)
_HEADERS = {
    "Cache-Control": "no-cache",  # kept, and asked after each time: a 304 while it is the same
    "Vary": "Accept-Encoding",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
_OWN = {"Cross-Origin-Resource-Policy": "same-origin"}
_OTHERS = {"Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*"}
_PAGE = {"Content-Security-Policy": _POLICY, "Cross-Origin-Opener-Policy": "same-origin"}

_NOTHING = re.compile(r"q=0(\.0*)?")

RULES = {("GET", path): Rule(None) for path in _FILES}


@dataclass(frozen=True, slots=True)
class _Sent:
    """The bytes of a file in one encoding, with the headers that go with them."""

    body: bytes
    headers: dict[str, str]


def add_web(router: APIRouter) -> None:
    """Add a route for each file, read now and kept in memory, plain and compressed."""
    for path, (name, media) in _FILES.items():
        router.add_api_route(
            path,
            _serve(path, (_FOLDER / name).read_bytes(), media),
            methods=["GET"],
            response_class=Response,
            responses={**list_faults("foreign_host"), 304: {"description": "the same as what If-None-Match names"}},
            include_in_schema=False,
        )


def _serve(path: str, body: bytes, media: str) -> Callable[[Request], Response]:
    headers = {**_HEADERS, "Content-Type": media, **(_OTHERS if path in _SHARED else _OWN)}
    if media == _HTML:
        headers |= _PAGE
    tag = hashlib.sha256(body).hexdigest()[:32]
    plain = _Sent(body, {**headers, "ETag": f'"{tag}"'})
    small = _Sent(gzip.compress(body, mtime=0), {**headers, "ETag": f'"{tag}-gzip"', "Content-Encoding": "gzip"})

    def answer(request: Request) -> Response:
        sent = small if _takes_gzip(request.headers.get("accept-encoding", "")) else plain
        if _is_held(request.headers.get("if-none-match", ""), sent.headers["ETag"]):
            return Response(status_code=304, headers=sent.headers)
        return Response(sent.body, headers=sent.headers)

    return answer


def _takes_gzip(accepted: str) -> bool:
    """Whether gzip is named, and not with a weight of nothing."""
    for one in accepted.lower().split(","):
        name, _, weight = one.partition(";")
        if name.strip() in ("gzip", "x-gzip"):
            return not _NOTHING.fullmatch(weight.replace(" ", ""))
    return False


def _is_held(named: str, tag: str) -> bool:
    return named.strip() == "*" or tag in (one.strip().removeprefix("W/") for one in named.split(","))
