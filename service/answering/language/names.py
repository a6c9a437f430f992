"""Names in running text, by their capitals; says nothing of what they name."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from service.answering.data import load_data

_TOKEN = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")
# Words with a capital in them; a small first half (al-Sukhnah, anti-ISIS, iPhone) may lead.
_CAPITAL = re.compile(r"(?<![^\W_])(?:[a-z]{1,4}[-’'])?(?:[a-z]{1,2}(?=[A-Z]))?[^\W\d_a-z][^\W_]*(?:[-’'.&][^\W_]+)*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")  # U.S, J.K: the last full stop is not part of the token
_POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
# Between two capitals, these belong to the name: Observatory for Human Rights, Osama bin Laden.
_JOINS = frozenset(
    {"of", "for", "the", "bin", "bint", "ibn", "de", "da", "dos", "del", "van", "von", "der", "la", "al", "el"}
)
_MOST_JOINS = 2
_LONGEST_GAP = 12
_PREFIXES = frozenset({"al", "el", "an", "as", "ar", "az", "ez", "ad", "ash", "at", "d", "o", "mc", "e", "i"})


class Name(NamedTuple):
    """A name as written, without a possessive, at `[start, end)`."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=1)
def word_lists() -> dict[str, frozenset[str]]:
    """The lists of `words.yaml`, lower case: stop words, openers, titles, months, weekdays."""
    return {name: frozenset(str(words).split()) for name, words in load_data("words").items()}


@lru_cache(maxsize=4096)
def find_names(text: str) -> tuple[Name, ...]:
    """Runs of capitalised words, in order.

    Months, weekdays and titles (President, Mr) are left out, and common words that only open a sentence.
    """
    lists = word_lists()
    never = lists["stop"] | lists["months"] | lists["weekdays"]
    names: list[Name] = []
    run: list[tuple[int, int]] = []
    for found in _CAPITAL.finditer(text):
        word = found.group()
        folded = word.casefold()
        if not is_capital(word):
            continue
        if not (word.isupper() and len(word) > 1) and (
            folded in never or (folded in lists["openers"] and _opens_sentence(text, found.start()))
        ):
            continue
        if run and not _goes_on(text, run[-1], found.start()):
            names.extend(_close(text, run))
            run = []
        run.append(found.span())
    names.extend(_close(text, run))
    return tuple(names)


def is_capital(word: str) -> bool:
    """Whether a word is written as a name: Syria, al-Sukhnah, US-led, iPhone; not 9/11 or ex-wife."""
    if word[:1].isupper():
        return True
    head, _, tail = word.partition("-")
    if tail[:1].isupper():
        return True
    return len(head) > 2 and head[0].islower() and head[1].isupper()


def _tokens(text: str) -> Iterator[tuple[int, int]]:
    for found in _TOKEN.finditer(text):
        yield found.span()


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \u00a0\"“‘'(")
    return not before or before[-1] in ".!?:\n"


def _goes_on(text: str, before: tuple[int, int], start: int) -> bool:
    """Whether a name goes on over what stands between two words: a space, a joining word, or an initial's full stop."""
    word, between = text[before[0] : before[1]], text[before[1] : start]
    if len(between) > _LONGEST_GAP or _POSSESSIVE.search(word) or _is_compound(word):
        return False
    if between in (" ", "\u00a0"):
        return True
    if between == ". ":
        return len(word) == 1 or bool(_INITIALS.fullmatch(word)) or word in ("St", "Mt", "Jr", "Sr", "Dr")
    joining = between.split()
    spaced = between.startswith(" ") and between.endswith(" ")
    return spaced and 0 < len(joining) <= _MOST_JOINS and all(one in _JOINS for one in joining)


def _is_compound(word: str) -> bool:
    """US-led, Daesh-held: the name ends with its first half."""
    head, dash, tail = word.rpartition("-")
    return bool(dash and head and tail) and tail.islower()


def _close(text: str, run: list[tuple[int, int]]) -> Iterator[Name]:
    """The names of a run: parted at titles (U.S. | President | Donald Trump), possessives and compounds trimmed."""
    titles = word_lists()["titles"]
    part: list[tuple[int, int]] = []
    for span in [*run, None]:
        word = text[span[0] : span[1]].casefold().rstrip(".") if span else ""
        if span and not (word in titles or (not part and word in _JOINS)):
            part.append(span)
            continue
        if part:
            yield _trim(text, part[0][0], part[-1][1])
        part = []


def _trim(text: str, start: int, end: int) -> Name:
    word = _POSSESSIVE.sub("", text[start:end])
    if _is_compound(word):
        word = word.rpartition("-")[0]
    first, dash, rest = word.partition("-")
    if dash and first.islower() and first not in _PREFIXES:
        start, word = start + len(first) + 1, rest
    end = start + len(word)
    if text[end : end + 1] == "." and _INITIALS.fullmatch(word):
        word, end = f"{word}.", end + 1
    return Name(word, start, end)


def known_forms(texts: Iterable[str]) -> dict[str, str]:
    """Lower-case names of `texts`, each with the form it is written in first.

    A name whose every word is also written small somewhere is none to go by: headlines capitalise everything.
    """
    small: set[str] = set()
    forms: dict[str, str] = {}
    for text in texts:
        small.update(text[start:end] for start, end in _tokens(text) if text[start].islower())
        for name in find_names(text):
            forms.setdefault(name.text.casefold().replace("’", "'"), name.text)
    return {key: form for key, form in forms.items() if not all(word in small for word in key.split())}
