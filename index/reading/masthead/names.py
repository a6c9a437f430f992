"""The shape of an outlet's name in running text; it knows no outlet, only what is not one."""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

# A word that begins like a name. Every repetition is bounded, so that no input makes matching slow.
_UPPER = "A-ZÀ-ÖØ-Þ"
_WORD = rf"[{_UPPER}0-9](?:[\w&-]|\.(?=\w)){{0,30}}"
NAME = rf"(?:[Tt]he )?(?=[{_UPPER}]){_WORD}(?: (?:of |and |& )?{_WORD}){{0,4}}"

_CALENDAR_WORD = re.compile(
    r" (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August"
    r"|September|October|November|December)\b.*"
)


@cache
def word_lists() -> Mapping[str, frozenset[str]]:
    """The lists of `words.json` by their names, casefolded."""
    lists = json.loads(files(__package__).joinpath("words.json").read_text(encoding="utf-8"))
    return {
        key: frozenset(word.casefold() for word in words) for key, words in lists.items() if isinstance(words, list)
    }


def fold_name(name: str) -> str:
    """A name's letters and digits alone, so that spellings of one name are equal: "The Post.", "post"."""
    words = re.findall(r"\w+", name.casefold().replace("_", " "))
    return "".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def trim_name(name: str) -> str:
    """The name without an article in lower case before it or a day or month after it."""
    return _CALENDAR_WORD.sub("", name.removeprefix("the "))


@cache
def _folded_agencies() -> frozenset[str]:
    return frozenset(fold_name(name) for name in word_lists()["agencies"])


def is_agency(name: str) -> bool:
    """Whether this is a service whose copy others print, and so never the publisher by being named."""
    words = frozenset(re.findall(r"\w+", name.casefold()))
    return fold_name(name) in _folded_agencies() or not words.isdisjoint(word_lists()["agency_words"])


def is_acronym(name: str) -> bool:
    """Whether this is two to six capitals, as many outlets call themselves and many others are called."""
    return 2 <= len(name) <= 6 and name.isalpha() and name.isupper()


def has_media_word(name: str) -> bool:
    """Whether a word of this name is one that outlets are named with: Times, Voice, Herald."""
    words = re.findall(r"[^\W\d_]+", name.casefold())
    return len(words) > 1 and not word_lists()["media_words"].isdisjoint(words)


_PARTY = re.compile(r"[A-Z]-[A-Z]\w*")  # the "R-IA" behind a politician's name


def may_be_name(name: str) -> bool:
    """Whether the words could name an outlet at all: no pronoun, no sentence's first word, no platform."""
    words = name.casefold().split()
    lists = word_lists()
    first = words[1] if len(words) > 1 and words[0] == "the" else words[0] if words else "the"
    if first in lists["not_names"] or name.casefold() in lists["services"] or _PARTY.fullmatch(name):
        return False
    return len(fold_name(name)) >= 2
