"""What every call passes before its route sees it: host, key, then size, then parse. Knows no route's business."""

import hmac
import re
import time
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any

from anyio import to_thread
from fastapi import Request, Response
from fastapi.routing import APIRoute

from service.api.guarding.calls import CallCount
from service.api.strict_json import parse_json
from service.errors import RequestError
from service.settings import SCOPES, ApiKey, Scope, Settings, hash_key, is_loopback

JSON, LINES = "application/json", "application/x-ndjson"
ASK_BYTES = 256 * 1024
BULK_BYTES = 32 * 1024 * 1024

_PORT = re.compile(r":\d{1,5}$")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a route asks of a call: a scope (None: no key), and the body's most bytes by media type.

    `for_pages`: whether a browser key is enough; `from_known`: whether pages that may not read its answer are refused.
    """

    scope: Scope | None
    media: Mapping[str, int] | None = None
    for_pages: bool = True
    from_known: bool = False


class Admitted(Request):
    """A request that has passed: its body is whole, within its limit, and parsed where it is JSON."""

    def __init__(self, request: Request, body: bytes, value: object) -> None:
        super().__init__(request.scope, request.receive)
        self.media = media_type(request)
        self._whole = body
        self._value = value

    async def body(self) -> bytes:
        """The bytes of the body."""
        return self._whole

    async def json(self) -> Any:
        """The body as parsed."""
        return self._value


class Gate:
    """Admits a call or raises RequestError."""

    def __init__(self, settings: Settings) -> None:
        self._keys = settings.api_keys
        self._hosts = settings.allowed_hosts
        self._origins = {*settings.cors_origins, *(origin for key in self._keys for origin in key.origins)}
        self._calls = CallCount(len(self._keys), settings.browser_calls_per_minute)

    async def admit(self, request: Request, rule: Rule) -> Admitted:
        """The request, admitted; what is refused for its key or its size is not read to its end."""
        self._check_host(request, rule)
        if rule.from_known:
            self._check_origin(request)
        self._check_key(request, rule)
        if rule.media is None:
            return Admitted(request, b"", None)
        body = await _read_body(request, _limit(request, rule.media))
        value = await to_thread.run_sync(parse_json, body) if media_type(request) == JSON else None
        return Admitted(request, body, value)

    def route_class(self, rules: Mapping[tuple[str, str], Rule]) -> type[APIRoute]:
        """Routes that pass this gate by the rule of their method and path; one without a rule cannot be made."""
        gate = self

        class GatedRoute(APIRoute):
            def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
                serve = super().get_route_handler()
                method = next(iter(self.methods or ()))
                rule = rules[method, self.path]

                async def admit_and_serve(request: Request) -> Response:
                    return await serve(await gate.admit(request, rule))

                return admit_and_serve

        return GatedRoute

    def _check_host(self, request: Request, rule: Rule) -> None:
        """A page whose name was made to point here is not heard: calls name this machine, or a host of the settings.

        Where there are keys and no hosts are set, any name will do; for health it always will, which probes call as
        they like.
        """
        host = _PORT.sub("", request.headers.get("host", "localhost")).lower()
        if is_loopback(host) or host in self._hosts or (self._keys and not (self._hosts and rule.scope)):
            return
        names = " and ".join(("localhost", "127.0.0.1", *self._hosts))
        why = "" if self._keys else "without a key "
        raise RequestError("foreign_host", f"{why}this server answers to {names} only, not to {host[:100]!r}", "Host")

    def _check_origin(self, request: Request) -> None:
        """Pages heard are those of this server, of this machine and of the origins that are set."""
        origin = request.headers.get("origin")
        if origin is None or origin in self._origins or "*" in self._origins:
            return
        address = origin.partition("://")[2]
        if address != request.headers.get("host") and not is_loopback(_PORT.sub("", address)):
            message = f"pages of {origin[:100]!r} may not make this call; BYLINE_CORS_ORIGINS names those that may"
            raise RequestError("foreign_origin", message, "Origin")

    def _check_key(self, request: Request, rule: Rule) -> None:
        if rule.scope is None or not self._keys:
            return
        kind, _, key = request.headers.get("authorization", "").partition(" ")
        if kind.lower() != "bearer" or not key.strip():
            raise RequestError(
                "missing_key", "a key is needed, in the header: Authorization: Bearer KEY", "Authorization"
            )
        digest = hash_key(key.strip())
        # Every key is compared, so that the time tells nothing of which one is near.
        held = {n: one for n, one in enumerate(self._keys) if hmac.compare_digest(one.digest, digest)}
        if not held:
            raise RequestError("wrong_key", "the key in the header Authorization is not known here", "Authorization")
        if max(SCOPES.index(one.scope) for one in held.values()) < SCOPES.index(rule.scope):
            has = next(iter(held.values())).scope
            message = f"this call needs a key of the scope {rule.scope}; the one given has {has}"
            raise RequestError("missing_scope", message, "Authorization")
        for n, one in held.items():
            if one.origins:
                self._check_page(request, rule, n, one)

    def _check_page(self, request: Request, rule: Rule, n: int, key: ApiKey) -> None:
        """Whether a page may make this call with its browser key, now; everyone can read that key in the page."""
        if not rule.for_pages:
            message = f"this call needs a key of the scope {rule.scope}; the one given is for browsers"
            raise RequestError("missing_scope", message, "Authorization")
        origin = request.headers.get("origin")
        if origin not in key.origins:
            sent = f"has {origin[:100]!r}" if origin else "has none"
            message = f"this key is for pages of {' and '.join(key.origins)}; the header Origin of the call {sent}"
            raise RequestError("foreign_origin", message, "Origin")
        if wait := self._calls.take(n, time.monotonic()):
            message = f"too many calls with this key; the next may be made in {wait} s"
            raise RequestError("too_many_calls", message, "Authorization", wait)


def media_type(request: Request) -> str:
    """The media type of the body, lower case, without parameters; empty where none is given."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _limit(request: Request, media: Mapping[str, int]) -> int:
    found = media_type(request)
    if found not in media:
        message = f"the body is {found[:100] or 'of no media type'}; Content-Type must be {' or '.join(media)}"
        raise RequestError("unsupported_media_type", message, "Content-Type")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        message = "the body is compressed; send it plain, without Content-Encoding"
        raise RequestError("unsupported_media_type", message, "Content-Encoding")
    return media[found]


async def _read_body(request: Request, limit: int) -> bytes:
    """The body, refused as soon as it is known to be too long, whether it says its length or not."""
    said = request.headers.get("content-length", "")
    refusal = RequestError("too_large", f"the body is longer than {limit:,} bytes, the most this call takes", "body")
    if said.isdecimal() and (len(said) > 18 or int(said) > limit):
        raise refusal
    pieces: list[bytes] = []
    size = 0
    async for piece in request.stream():
        size += len(piece)
        if size > limit:
            raise refusal
        pieces.append(piece)
    return b"".join(pieces)
