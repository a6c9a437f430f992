"""What a model replied, read with patience: JSON in prose, in a fence, cut short; never more than what it says."""

import json
import re
from collections.abc import Mapping
from itertools import islice
from typing import Any

from pydantic_core import from_json

from service.errors import ModelReplyError

_NUMBER = re.compile(r"\[?\s*(\d{1,6}\.\d{1,6})\s*\]?")
_FENCE = re.compile(r"```(?:json)?", re.IGNORECASE)
_BRACE = re.compile(r"\{")
_TRIED = 5  # braces that may open it; prose before it may have some
_SHOWN = 120  # characters of a reply in an error


def read_object(text: str, name: str) -> Mapping[str, Any]:
    """The first JSON object of a reply, numbers as they are written; ModelReplyError says what is wrong with it."""
    bare = _FENCE.sub("", text)
    decoder = json.JSONDecoder(parse_float=str, parse_int=str)
    wrong = ""
    for brace in islice(_BRACE.finditer(bare), _TRIED):
        try:
            found: Mapping[str, Any] = decoder.raw_decode(bare, brace.start())[0]
        except (ValueError, RecursionError) as error:
            wrong = wrong or str(error)[:_SHOWN]
        else:
            return found
    raise ModelReplyError(f"{name} gave {f'JSON that cannot be read ({wrong})' if wrong else 'no JSON object'}")


def read_groups(reply: Mapping[str, Any], name: str) -> list[list[str]]:
    """The groups of statement numbers in a reply, in order; a number alone is a group. ModelReplyError else."""
    groups = reply.get("groups")
    if not isinstance(groups, list):
        raise ModelReplyError(f"{name} gave no list under “groups”")
    read = [_read_group(one) for one in groups]
    if None in read:
        raise ModelReplyError(f"{name} gave a group that is no list of statement numbers such as “3.2”")
    return [one for one in read if one]


def read_whole_groups(text: str) -> list[list[str]]:
    """The groups that are whole in a reply that is not yet; [] until there are some."""
    start, end = text.find("{"), text.rfind("]") + 1
    if not 0 <= start < end:
        return []
    try:
        reply = from_json(text[start:end], allow_partial=True)
    except ValueError:
        return []
    groups = reply.get("groups") if isinstance(reply, dict) else None
    if not isinstance(groups, list):
        return []
    read = [_read_group(one) for one in groups]
    return [one for one in read if one]


def read_words(reply: Mapping[str, Any], field: str, name: str) -> str:
    """A field that holds words; ModelReplyError else."""
    found = reply.get(field)
    if not isinstance(found, str) or not found.strip():
        raise ModelReplyError(f"{name} gave no words under “{field}”")
    return found.strip()


def read_names(reply: Mapping[str, Any], field: str) -> list[str]:
    """A field that lists ids; what in it is none is left out."""
    found = reply.get(field)
    return [one.strip(" []") for one in found if isinstance(one, str)] if isinstance(found, list) else []


def _read_group(value: object) -> list[str] | None:
    """Numbers of one group; None where it holds anything else."""
    listed = value if isinstance(value, list) else [value]
    found = [_NUMBER.fullmatch(one) if isinstance(one, str) else None for one in listed]
    return [one[1] for one in found if one] if all(found) else None
