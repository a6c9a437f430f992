"""Bytes to JSON values, refusing what two readers could read differently; knows no fields."""

import json
from collections import Counter
from typing import Any, NoReturn

from service.errors import RequestError

_BOM = b"\xef\xbb\xbf"


def parse_json(body: bytes) -> Any:
    """The value of a body in UTF-8; RequestError names the place of what is broken.

    Refused too: a key that comes twice in one object, NaN and Infinity, and half a surrogate pair anywhere.
    """
    try:
        text = body.removeprefix(_BOM).decode("utf-8")
        if not text.strip():
            raise RequestError("bad_json", "the body is empty; it must be a JSON object", "body")
        value = json.loads(text, object_pairs_hook=_take_pairs, parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise RequestError("bad_json", f"the body is not UTF-8 at byte {error.start}", "body") from error
    except json.JSONDecodeError as error:
        message = f"the body is not sound JSON: {error.msg} at line {error.lineno}, character {error.colno}"
        raise RequestError("bad_json", message, "body") from error
    except RecursionError as error:
        raise RequestError("bad_json", "the body is JSON nested too deep", "body") from error
    except ValueError as error:
        raise RequestError("bad_json", f"the body is JSON that cannot be read: {error}", "body") from error
    if r"\u" in text:
        _refuse_surrogates(value)
    return value


def _take_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    taken = dict(pairs)
    if len(taken) < len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise RequestError("bad_json", f"the key {twice[:80]!a} comes twice in one object", _name(twice))
    return taken


def _refuse_constant(name: str) -> NoReturn:
    raise RequestError("bad_json", f"{name} is not JSON; numbers must be finite", "body")


def _refuse_surrogates(value: Any) -> None:
    waiting: list[tuple[str, Any]] = [("body", value)]
    while waiting:
        name, one = waiting.pop()
        if isinstance(one, dict):
            for key, inner in one.items():
                waiting += [(_name(key), key), (_name(key), inner)]
        elif isinstance(one, list):
            waiting += [(name, inner) for inner in one]
        elif isinstance(one, str):
            try:
                one.encode("utf-8")
            except UnicodeEncodeError as error:
                message = f"{name} holds half a surrogate pair at character {error.start}"
                raise RequestError("invalid_value", message, name) from error


def _name(key: str) -> str:
    return key[:80].encode("ascii", "backslashreplace").decode("ascii")
