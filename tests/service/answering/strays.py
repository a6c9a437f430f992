"""Words of an answer that are neither quoted, nor the record's names and values, nor Byline's own phrases."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from service.answering.data import load_data
from tests.service.laws import Json, Shown, own_words

_WORD = re.compile(r"\w+")
_SHORT = re.compile(r"(?<=unnamed outlet )\([^)]*…\)")  # the beginning of an id


def find_strays(answer: Json, article: Shown) -> list[str]:
    """Each such word, in order."""
    reports = [report for claim in answer["claims"] for report in claim["reports"]]
    named = [answer["question"], *(one["outlet"]["label"] for one in reports)]
    named += [link["name"] for one in reports for link in one["chain"] or ()]
    named += [one["outlet"] for one in answer["citations"]] + [one["text"] for one in answer["missing"]]
    named += [one["from"]["name"] for one in answer["copies"] if one["from"]]
    named += answer["direct"]["value"] if isinstance(answer["direct"]["value"], list) else []
    named += [one for relation in answer["relations"] for one in relation["differs_in"]]
    known = phrase_words() | {word for one in named for word in _words(one)}
    told = _SHORT.sub("", own_words(answer, article))
    return [one for one in _words(told) if one not in known and not one.isdigit()]


@lru_cache(maxsize=1)
def phrase_words() -> frozenset[str]:
    """The words of every phrase."""
    return frozenset(word for text in _texts(load_data("phrases")) for word in _words(re.sub(r"\$\w+", "", text)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)
    else:
        yield str(value)


def _words(text: str) -> list[str]:
    return [found.casefold() for found in _WORD.findall(text)]
