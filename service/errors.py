"""Every error that Byline reports, and what each is over HTTP; the only place that knows statuses and codes.

BylineError                index/errors.py
├── ReadError              an article or file cannot be read
├── StoreError             the data folder cannot be used
│   ├── LockedError        another process is writing
│   ├── DamagedError       the store fails its own checks
│   └── MismatchError      the index was made by another model, precision or schema
├── EmbedderError          the embedding model is missing, changed or unusable
├── UnknownIdError         no article, passage or statement has this id
├── SettingsError          a setting is unknown or wrong; nothing starts
├── CallError              a server that is evaluated does not answer as it should
├── ModelError             a language model gave no reply that can be used; says whether a retry helps
│   ├── ModelDownError     it cannot be reached, fails, breaks off, or is being spared after failing
│   ├── ModelTimeoutError  it took longer than it may
│   ├── ModelBusyError     it takes no more calls for now
│   ├── ModelKeyError      it refuses the key
│   ├── ModelLengthError   what it was sent is too long for it
│   ├── ModelRefusedError  it refuses the call for another reason
│   └── ModelReplyError    its reply is empty, too large, or not of the protocol
└── RequestError           a call that cannot be served as it came; `code` says why
    └── QuestionsError     a file of questions has mistakes, each told by its line
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from index.errors import (
    BylineError,
    DamagedError,
    EmbedderError,
    LockedError,
    MismatchError,
    ReadError,
    StoreError,
    UnknownIdError,
)


class SettingsError(BylineError):
    """A setting is unknown, wrong, or not safe to start with."""


class CallError(BylineError):
    """A server that is called does not answer, or not as one of ours does."""


class ModelError(BylineError):
    """A language model gave no usable reply. No message holds a key, a prompt, or words of the server.

    `retry_helps`: whether the same call may succeed later; `retry_s`: after how many seconds, where the server said so.
    """

    retry_helps = False

    def __init__(self, message: str, retry_s: float | None = None) -> None:
        self.retry_s = retry_s
        super().__init__(message)


class ModelDownError(ModelError):
    """It cannot be reached, fails, breaks off, or is being spared after failing."""

    retry_helps = True


class ModelTimeoutError(ModelError):
    """It took longer than it may."""

    retry_helps = True


class ModelBusyError(ModelError):
    """It takes no more calls for now."""

    retry_helps = True


class ModelKeyError(ModelError):
    """It refuses the key."""


class ModelLengthError(ModelError):
    """What it was sent is too long for it; less of it may do."""


class ModelRefusedError(ModelError):
    """It refuses the call for a reason that waiting does not mend."""


class ModelReplyError(ModelError):
    """Its reply is empty, too large, or not of the protocol."""


class RequestError(BylineError):
    """A call refused; `code` is a key of `KINDS`, `param` the field, header or parameter at fault.

    `retry_s`: after how many seconds the same call may succeed, where it is not what its kind says.
    """

    def __init__(self, code: str, message: str, param: str | None = None, retry_s: int | None = None) -> None:
        self.code = code
        self.param = param
        self.retry_s = retry_s
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong on a line of a file, and what would be right; line 0 is of the whole file."""

    line: int
    says: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.says}" if self.line else self.says


class QuestionsError(RequestError):
    """A file of questions, or of responses, refused whole."""

    def __init__(self, path: str, mistakes: Iterable[Mistake]) -> None:
        self.path = path
        self.mistakes = tuple(mistakes)
        said = (
            f"{len(self.mistakes)} mistakes, the first in {self.mistakes[0]}"
            if len(self.mistakes) > 1
            else self.mistakes[0]
        )
        super().__init__("invalid_value", f"{path}: {said}", "questions")


@dataclass(frozen=True, slots=True)
class Kind:
    """An error over HTTP. `retry_s`: seconds after which the same call may succeed; None: it will not by waiting."""

    status: int
    type: str
    retry_s: int | None = None


_REQUEST, _KEY, _SERVER, _BUSY = "invalid_request_error", "authentication_error", "server_error", "unavailable_error"

KINDS = {
    "bad_json": Kind(400, _REQUEST),
    "bad_request": Kind(400, _REQUEST),
    "missing_key": Kind(401, _KEY),
    "wrong_key": Kind(401, _KEY),
    "missing_scope": Kind(403, "permission_error"),
    "foreign_host": Kind(403, "permission_error"),
    "foreign_origin": Kind(403, "permission_error"),
    "no_such_route": Kind(404, "not_found_error"),
    "no_such_article": Kind(404, "not_found_error"),
    "no_such_passage": Kind(404, "not_found_error"),
    "no_such_statement": Kind(404, "not_found_error"),
    "no_such_model": Kind(404, "not_found_error"),
    "method_not_allowed": Kind(405, _REQUEST),
    "too_large": Kind(413, _REQUEST),
    "unsupported_media_type": Kind(415, _REQUEST),
    "invalid_value": Kind(422, _REQUEST),
    "unreadable_article": Kind(422, _REQUEST),
    "locked": Kind(423, _BUSY, 5),
    "too_many_calls": Kind(429, "rate_limit_error", 1),
    "internal": Kind(500, _SERVER),
    "model_failed": Kind(502, _SERVER),
    "damaged": Kind(500, _SERVER),
    "wrong_model": Kind(500, _SERVER),
    "settings": Kind(500, _SERVER),
    "store_unavailable": Kind(503, _BUSY, 10),
    "embedder_unavailable": Kind(503, _BUSY, 30),
    "model_unavailable": Kind(503, _BUSY, 10),
    "not_ready": Kind(503, _BUSY, 2),
}

# The first class that an error is an instance of gives its code.
_CODES: tuple[tuple[type[BylineError] | tuple[type[BylineError], ...], str], ...] = (
    (ReadError, "unreadable_article"),
    (LockedError, "locked"),
    (DamagedError, "damaged"),
    (MismatchError, "wrong_model"),
    (StoreError, "store_unavailable"),
    (EmbedderError, "embedder_unavailable"),
    (SettingsError, "settings"),
    ((ModelDownError, ModelTimeoutError, ModelBusyError), "model_unavailable"),
    (ModelError, "model_failed"),
)


def code_of(error: BylineError) -> str:
    """The code of an error, a key of `KINDS`."""
    if isinstance(error, RequestError):
        return error.code
    if isinstance(error, UnknownIdError):
        return f"no_such_{error.kind}"
    return next((code for kind, code in _CODES if isinstance(error, kind)), "internal")


def error_fields(error: BylineError) -> dict[str, str | None]:
    """The inside of `{"error": …}`, in the contract's words; a ReadError says its reason, not the path it has here."""
    code = code_of(error)
    param = error.param if isinstance(error, RequestError) else None
    message = str(error)
    if isinstance(error, ReadError):
        param = error.field
        message = f"{error.place}: {error.reason}" if error.place else error.reason
    return {"message": message, "type": KINDS[code].type, "param": param, "code": code}


def name_invalid(faults: Iterable[Any]) -> RequestError:
    """The first of pydantic's complaints, naming the field and where in it; "body" where it is of the whole."""
    fault = next(iter(faults))
    place = [str(part) for part in fault["loc"]]
    where = ".".join(place) or "body"
    message = fault["msg"].removeprefix("Value error, ")
    return RequestError("invalid_value", f"{where}: {message[:1].lower()}{message[1:]}", place[0] if place else "body")
