"""Places that a preposition leads, by their capitals or by nouns of places; knows no map."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from index.attribution.marks.events import event_words
from index.attribution.marks.figures import figure_words
from index.attribution.scan.closed import AUXILIARIES, DAYS, MONTHS, PREPOSITIONS, SUBORDINATORS, VERBS
from index.attribution.scan.tokens import Tokens

_LEADS = frozenset(
    ["in", "at", "near", "across", "around", "throughout", "outside", "inside", "within", "along", "from"]
)
_JOINS = frozenset(["of", "the", "al", "el", "bin", "de", "and", "da", "del", "des", "du", "la", "le", "y"])
_ARTICLES = frozenset(
    ("the", "a", "an", "its", "their", "his", "her", "this", "one", "some", "several", "many", "two", "three")
)
_BARE = frozenset(("prison", "jail", "school", "home", "church", "town", "camp", "university"))  # without an article
_LONGEST = 8  # tokens of a place before its list goes on


class Item(NamedTuple):
    """Words of place or time, or what a figure is told for ("a day"); `named` with a name, `origin` led by "from"."""

    start: int
    end: int
    kind: Literal["place", "time", "rate"]
    named: bool
    origin: bool = False


def find_places(tokens: Tokens) -> Iterator[Item]:
    """Places led by a preposition: names ("in Iraq and Syria", "in the town of Albu Kamal") and nouns of places."""
    i, n = 0, len(tokens.low)
    while i < n:
        if tokens.low[i] in _LEADS and (found := _read_place(tokens, i + 1)):
            last, named = found
            yield Item(tokens.start[i], tokens.end[last], "place", named, tokens.low[i] == "from")
            i = last
        i += 1


def _read_place(tokens: Tokens, first: int) -> tuple[int, bool] | None:
    """The last token of the place that begins at `first`, and whether it has a name."""
    low, places = tokens.low, figure_words()["lists"]["places"]
    for i in range(first, min(first + _LONGEST, len(low))):
        word = low[i]
        if _is_name(tokens, i):
            last = _end_of_name(tokens, i)
            while last + 1 < len(low) and low[last + 1] in places:
                last += 1
            if (
                low[last] in places
                and low[last + 1 : last + 2] == ["of"]
                and last + 2 < len(low)
                and _is_name(tokens, last + 2)
            ):
                last = _end_of_name(tokens, last + 2)
            return (_end_of_list(tokens, last), True) if ends_phrase(tokens, last + 1) else None
        if word in places and (word != "capital" or low[i - 1] == "the"):
            if low[i + 1 : i + 2] == ["of"]:
                at = i + 3 if low[i + 2 : i + 3] == ["the"] else i + 2
                if at < len(low) and _is_name(tokens, at):
                    return _end_of_name(tokens, at), True
            if i + 1 < len(low) and low[i + 1] in places:
                continue
            bare = i == first and not word.endswith("s") and word not in _BARE
            return (i, False) if ends_phrase(tokens, i + 1) and not bare else None
        if (
            word not in _ARTICLES
            and not word[0].isdigit()
            and (not word[0].isalpha() or word in _stops() or i - first > 4)
        ):
            return None
    return None


def _is_name(tokens: Tokens, i: int) -> bool:
    """Written with a capital (al-Sukhnah too), no day, no month, no US-led."""
    word = tokens.low[i]
    if word in DAYS or word.rstrip(".") in MONTHS or not word[0].isalpha():
        return False
    written = tokens.text[tokens.start[i] : tokens.end[i]]
    head, dash, tail = written.rpartition("-")
    return tail[:1].isupper() or (written[0].isupper() and not (dash and head and tail.islower()))


def _end_of_name(tokens: Tokens, i: int) -> int:
    last = i
    for k in range(i + 1, min(i + _LONGEST, len(tokens.low))):
        if tokens.low[last].endswith("'s"):
            break
        if _is_name(tokens, k):
            last = k
        elif tokens.low[k] not in _JOINS or tokens.low[k] == "and":
            break
    return last


def _end_of_list(tokens: Tokens, last: int) -> int:
    """Past ", Libya and Syria" or ", Afghanistan,", each a name that no verb follows."""
    low = tokens.low
    for _ in range(4):
        at = last + 1
        if at + 1 >= len(low) or low[at] not in (",", "and"):
            break
        at += 1 + (low[at] == "," and low[at + 1] == "and")
        if at >= len(low) or not _is_name(tokens, at):
            break
        end = _end_of_name(tokens, at)
        while end + 1 < len(low) and low[end + 1] in figure_words()["lists"]["places"]:
            end += 1
        following = low[end + 1] if end + 1 < len(low) else "."
        if following[0].isalnum() and following != "and" and following not in PREPOSITIONS:
            break
        last = end
    return last


def ends_phrase(tokens: Tokens, i: int) -> bool:
    """Whether a noun phrase may end before token `i`: no noun follows ("in Syria strikes")."""
    if i >= len(tokens.low) or not tokens.low[i][0].isalpha():
        return True
    word = tokens.low[i]
    if tokens.low[i - 1].endswith("'s"):
        return False
    return word in _stops() or word in event_words() or word.endswith(("ed", "ing", "ly")) or tokens.cap[i]


@cache
def _stops() -> frozenset[str]:
    lists = figure_words()["lists"]
    return AUXILIARIES | PREPOSITIONS | SUBORDINATORS | VERBS | lists["reporting"] | lists["unit_ends"] | DAYS
