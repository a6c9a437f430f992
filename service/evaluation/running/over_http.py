"""A server that speaks our API, called; the one file that imports httpx."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from service.errors import CallError, RequestError
from service.evaluation.values import Json
from service.requests import EVALUATES

if TYPE_CHECKING:
    import httpx

# Statuses that pass: overloaded, being opened, being written to.
_PASSING = frozenset({423, 429, 503})
_TRIES = 3
_LONGEST_WAIT_S = 10.0


class OverHttp:
    """Safe to share between threads. A call that fails in passing is tried thrice; CallError says what came of it."""

    def __init__(self, base_url: str, key: str | None, timeout_s: float) -> None:
        """RequestError where the address, or the key, cannot be one."""
        import httpx

        self.name = base_url.rstrip("/")
        if key is not None and not (key.isascii() and key.isprintable() and key):
            raise RequestError("invalid_value", "the key is not one line of ASCII; give the file that holds it alone")
        headers = {EVALUATES: "1", **({"Authorization": f"Bearer {key}"} if key else {})}
        try:
            self._client = httpx.Client(base_url=self.name, headers=headers, timeout=timeout_s)
        except httpx.InvalidURL as error:
            raise RequestError("invalid_value", f"{base_url!r} is no address ({error})") from error

    def ask(self, request: Json) -> Json:
        """The answer."""
        return self._call("POST", "/v1/ask", request)

    def search(self, request: Json) -> Json:
        """The passages nearest to the query."""
        return self._call("POST", "/v1/search", request)

    def article(self, article_id: str) -> Json:
        """The whole article."""
        return self._call("GET", f"/v1/articles/{quote(article_id, safe='')}", None)

    def close(self) -> None:
        """Let the connections go."""
        self._client.close()

    def _call(self, method: str, path: str, body: Json | None) -> Json:
        import httpx

        where = f"{method} {self.name}{path}"
        for left in reversed(range(_TRIES)):
            try:
                response = self._client.request(method, path, json=body)
            except httpx.RequestError as error:
                if left and isinstance(error, httpx.ConnectError | httpx.RemoteProtocolError | httpx.ReadError):
                    time.sleep(1)
                    continue
                raise CallError(f"{where}: no answer ({type(error).__name__}: {error})") from error
            if response.status_code not in _PASSING or not left:
                break
            time.sleep(_read_wait(response))
        if response.status_code != 200:
            raise CallError(f"{where}: {response.status_code}, {_tell_fault(response)}")
        value = _read_json(response)
        if not isinstance(value, dict):
            raise CallError(f"{where}: what came is no JSON object; is this a server of Byline?")
        return value


def _read_wait(response: httpx.Response) -> float:
    wait = response.headers.get("Retry-After", "1")
    return min(float(wait), _LONGEST_WAIT_S) if wait.isdecimal() else 1.0


def _tell_fault(response: httpx.Response) -> str:
    value = _read_json(response)
    fault = value.get("error") if isinstance(value, dict) else None
    if isinstance(fault, dict) and isinstance(fault.get("message"), str):
        return str(fault["message"])
    return f"and not in the words of Byline: {response.text[:80]!r}"


def _read_json(response: httpx.Response) -> Any:
    try:
        return response.json()
    except ValueError:
        return None
