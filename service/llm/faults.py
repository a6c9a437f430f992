"""What libraries raise, as our errors: by status and kind alone, since their words repeat prompts and keys."""

import re
import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from service.errors import (
    ModelBusyError,
    ModelDownError,
    ModelError,
    ModelKeyError,
    ModelLengthError,
    ModelRefusedError,
    ModelReplyError,
    ModelTimeoutError,
)

# How servers say that a prompt is too long, each in words of its own and most with status 400.
_TOO_LONG = re.compile(
    r"context.{0,20}(?:length|window|size)|(?:prompt|input|request) is too (?:long|large)|too many (?:input )?tokens"
    r"|(?:maximum|max) (?:input|number of) tokens",
    re.IGNORECASE,
)
_NO_REPLY = frozenset({"JSONDecodeError", "APIResponseValidationError", "ValidationError", "UnicodeDecodeError"})
_CUT = frozenset({"RemoteProtocolError", "ReadError", "ConnectError", "WriteError", "ClientError"})


def translate_fault(error: Exception, name: str) -> ModelError:
    """The error of ours that says what the model called `name` did."""
    chain = list(_walk(error))
    ours = next((one for one in chain if isinstance(one, ModelError)), None)
    if ours is not None:
        return ours
    kinds = {type(one).__name__ for one in chain}
    if kinds & {"Timeout", "APITimeoutError", "TimeoutException", "ConnectTimeout", "ReadTimeout"}:
        return ModelTimeoutError(f"{name} did not answer in time")
    if kinds & _CUT:
        told = "cannot be reached" if "ConnectError" in kinds else "broke the connection off"
        return ModelDownError(f"{name} {told}")
    status = next((status for one in reversed(chain) if (status := _read_status(one))), None)
    # LiteLLM says 500 of whatever it cannot make sense of.
    made_up = status == 500 and "HTTPStatusError" not in kinds
    if status is None or made_up or kinds & _NO_REPLY:
        return ModelReplyError(f"{name} sent something that is not a reply of the protocol")
    return _translate_status(status, name, chain)


def _translate_status(status: int, name: str, chain: list[BaseException]) -> ModelError:
    """By the status of the server's answer."""
    retry_s = next((wait for one in chain if (wait := _read_wait(one)) is not None), None)
    if status in (401, 403):
        return ModelKeyError(f"{name} refuses the key (HTTP {status})")
    if status == 429:
        return ModelBusyError(f"{name} takes no more calls for now (HTTP 429)", retry_s)
    if status >= 500 or status == 408:
        return ModelDownError(f"{name} failed (HTTP {status})", retry_s)
    if status == 413 or any(_TOO_LONG.search(_said(one)) for one in chain):
        return ModelLengthError(f"what {name} was sent is too long for it (HTTP {status})")
    return ModelRefusedError(f"{name} refuses the call (HTTP {status})")


def read_retry_after(value: str, now: float) -> float | None:
    """Seconds to wait by a Retry-After header, which holds seconds or a date; `now` is seconds since 1970."""
    if re.fullmatch(r"-?\d+(?:\.\d+)?", value.strip(), re.ASCII):
        return max(0.0, float(value))
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except ValueError:
        return None


def _walk(error: BaseException | None) -> Iterator[BaseException]:
    """An error and those that it came from, outermost first."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        inner: BaseException | None = getattr(error, "original_exception", None)
        error = inner or error.__cause__ or error.__context__


def _read_status(error: BaseException) -> int | None:
    status = getattr(error, "status_code", None) or getattr(getattr(error, "response", None), "status_code", None)
    return status if isinstance(status, int) and status >= 400 else None


def _read_wait(error: BaseException) -> float | None:
    headers = getattr(error, "litellm_response_headers", None) or getattr(
        getattr(error, "response", None), "headers", None
    )
    value = headers.get("retry-after") if headers else None
    return read_retry_after(value, time.time()) if value else None


def _said(error: BaseException) -> str:
    """The server's own message, without what it repeats of the request where the library keeps the two apart."""
    body = getattr(error, "body", None)
    return str(body.get("message", "")) if isinstance(body, dict) else ""
