"""What every call passes before its route sees it: host, key, then size, then parse. Knows no route's business."""

import hmac
import re
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from anyio import to_thread
from fastapi import Request, Response
from fastapi.routing import APIRoute

from service.api.strict_json import parse_json
from service.errors import RequestError
from service.settings import SCOPES, ApiKey, Scope, hash_key, is_loopback

JSON, LINES = "application/json", "application/x-ndjson"
ASK_BYTES = 256 * 1024
BULK_BYTES = 32 * 1024 * 1024

_PORT = re.compile(r":\d{1,5}$")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a route asks of a call: a scope (None: no key), and the body's most bytes by media type."""

    scope: Scope | None
    media: Mapping[str, int] | None = None


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

    def __init__(self, keys: Sequence[ApiKey]) -> None:
        self._keys = tuple(keys)

    async def admit(self, request: Request, rule: Rule) -> Admitted:
        """The request, admitted; what is refused for its key or its size is not read to its end."""
        self._check_host(request)
        self._check_key(request, rule.scope)
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

    def _check_host(self, request: Request) -> None:
        """Without keys only pages and programs that mean this machine are heard, not a page whose name points here."""
        host = _PORT.sub("", request.headers.get("host", "localhost"))
        if not self._keys and not is_loopback(host):
            message = f"without a key this server answers to localhost and 127.0.0.1 only, not to {host[:100]!r}"
            raise RequestError("foreign_host", message, "Host")

    def _check_key(self, request: Request, scope: Scope | None) -> None:
        if scope is None or not self._keys:
            return
        kind, _, key = request.headers.get("authorization", "").partition(" ")
        if kind.lower() != "bearer" or not key.strip():
            raise RequestError(
                "missing_key", "a key is needed, in the header: Authorization: Bearer KEY", "Authorization"
            )
        digest = hash_key(key.strip())
        # Every key is compared, so that the time tells nothing of which one is near.
        held = [one.scope for one in self._keys if hmac.compare_digest(one.digest, digest)]
        if not held:
            raise RequestError("wrong_key", "the key in the header Authorization is not known here", "Authorization")
        if max(map(SCOPES.index, held)) < SCOPES.index(scope):
            message = f"this call needs a key of the scope {scope}; the one given has {held[0]}"
            raise RequestError("missing_scope", message, "Authorization")


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
