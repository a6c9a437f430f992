"""Which words of a source are its name, and what kind of speaker it is."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from index.attribution.aliases import load_aliases
from index.attribution.scan.closed import (
    ADVERBS,
    ARTICLES,
    DAYS,
    DETERMINERS,
    JOINING,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECTS,
    SUBORDINATORS,
    TIMES,
    word_set,
)
from index.attribution.scan.contents import Range
from index.attribution.scan.phrases import NAMES, is_word
from index.attribution.scan.tokens import Tokens
from index.errors import BylineError

Sort = Literal["person", "people", "body", "document", "any", "pronoun"]
_INSTITUTIONS = word_set(
    """
    government army military ministry coalition parliament police court office department authority campaign
    administration embassy command navy regime council committee commission presidency secretariat congress senate
    center centre institute university observatory bureau foundation association
    """
)
_ALONE = word_set("congress senate house parliament pope press pentagon republican democrat")
_COUNTRIES = word_set("uk eu uae u.s. u.k.")
_WRITER = word_set("i")
_WITHIN = word_set("of for the and on de la al bin von van der del ibn abu")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source as it stands: its name's tokens, whether they name it, its kind, and the head of its phrase."""

    name: Range
    named: bool
    sort: Sort
    head: str


@lru_cache(maxsize=1)
def load_speakers() -> dict[str, dict[str, bool]]:
    """For each kind of word in speakers.tsv, its words and whether each is a carrier."""
    kinds: dict[str, dict[str, bool]] = {}
    path = Path(__file__).with_name("speakers.tsv")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 3 or fields[2] not in ("-", "carrier"):
            raise BylineError(f"{path.name} line {number}: {line!r} is not word, sort, carrier or -")
        kinds.setdefault(fields[1], {})[fields[0]] = fields[2] == "carrier"
    return kinds


def read_speaker(t: Tokens, source: Range) -> Speaker:
    """The speaker of a phrase: "Syria's SANA news agency" is named SANA, "a military source" is not named."""
    first, last = source
    if first == last and t.low[first].split("'")[0] in PRONOUNS:
        return Speaker(source, False, "pronoun", t.low[first].split("'")[0])
    core = _core_end(t, first, last)
    head = t.low[core].removesuffix("'s").removesuffix("'")
    sort = _sort_of(head)
    if sort == "document" and (by := _behind(t, core + 1, last)) is not None:
        inner = read_speaker(t, by)
        if inner.named:
            return Speaker(inner.name, True, "document", head)
    run = _last_run(t, first, core)
    if run is None:
        return Speaker(source, False, sort, head)
    if run[0] == run[1] == core and t.low[first] in ("the", "this") and _is_common(t.low[core]):
        return Speaker(source, False, sort if sort != "any" else "person", head)
    if run[1] == core:
        name = _without_titles(t, run)
        return Speaker(name, True, _sort_of_name(t, name, run), t.low[core])
    owned = t.low[run[1]].endswith(("'s", "s'"))
    if owned and head not in _INSTITUTIONS:
        return Speaker(source, False, sort, head)
    if sort in ("body", "document") and not _is_people(t, run):
        kind = load_speakers()["body"]
        short = head in kind and (kind[head] or head not in _INSTITUTIONS)
        return Speaker(run if short and sort == "body" else (run[0], core), True, sort, head)
    definite = t.low[first] not in ("a", "an", "another", "some")
    if sort == "body" and head in _INSTITUTIONS and definite:
        return Speaker((run[0], core), True, sort, head)
    return Speaker(source, False, sort, head)


def split_joint(t: Tokens, source: Range) -> list[Range]:
    """The sources of "A and B", each; a name with "and" within it stays whole."""
    first, last = source
    for i in range(first + 1, last):
        if t.low[i] != "and":
            continue
        named = t.cap[i - 1] and t.cap[i + 1]
        if named and any(t.low[j] in ("of", "for", "on") for j in range(first, i)):
            continue
        if named and t.low[first] == "the" and i - first == 2 and t.low[last] in load_speakers()["body"]:
            continue
        left = (first + (t.low[first] == "both"), i - 1)
        return [left, *split_joint(t, (i + 1, last))] if left[0] <= left[1] else [source]
    return [source]


def is_carrier(t: Tokens, source: Range, known: frozenset[str]) -> bool:
    """Whether someone who is told a thing passes it on: an agency, a paper, or one that the article shows as such."""
    speaker = read_speaker(t, source)
    kinds = load_speakers()
    words = [t.low[i].removesuffix("'s") for i in range(speaker.name[0], speaker.name[1] + 1)]
    name = " ".join(words)
    if name in known or kinds["body"].get(speaker.head, False) or name in kinds["name"]:
        return True
    capital = t.cap[speaker.name[1]] and speaker.named
    return capital and (words[-1] in kinds["carrier-end"] or words[0] in kinds["name"])


def is_cap(t: Tokens, i: int) -> bool:
    """Whether a token reads as part of a name: a capital that is not owed to where it stands or to "-based"."""
    if not t.cap[i] or t.low[i].endswith("-based"):
        return False
    opening = i == 0 or not is_word(t.low[i - 1])
    if t.low[i].split("'")[0] in (SUBJECTS if opening else _WRITER) or t.low[i] in DAYS:
        return False
    if opening and t.low[i] in load_speakers()["title"] and i + 2 < len(t.low):
        return t.cap[i + 1] or (t.low[i + 1] == "of" and t.cap[i + 2])
    return not (opening and (t.low[i] in DETERMINERS or t.low[i] in _common()))


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    kinds = load_speakers()
    words = {word for sort in ("person", "people", "body", "document") for word in kinds[sort]}
    return (
        (TIMES - NAMES)
        | ADVERBS
        | PREPOSITIONS
        | SUBORDINATORS
        | frozenset(words | {"local", "military", "state", "foreign", "former", "senior", "one", "new", "other"})
    )


def _is_common(low: str) -> bool:
    """Whether a capital word is a common noun all the same: the Department, the President."""
    kinds = load_speakers()
    return low not in _ALONE and (low in kinds["body"] or low in kinds["title"] or low in kinds["person"])


def _core_end(t: Tokens, first: int, last: int) -> int:
    """The head: the last token before a complement, which within a name is none."""
    for i in range(first + 1, last + 1):
        low = t.low[i]
        if low in ("(", ",", "["):
            return i - 1
        if low in JOINING or low in ("allied", "close", "who", "which"):
            named = i < last and is_cap(t, i - 1) and (low == "in" or _is_within(t, i))
            if named and (t.cap[i + 1] or (i + 2 <= last and t.low[i + 1] == "the" and t.cap[i + 2])) and low != "in":
                continue
            return i - 1
    return last


def _behind(t: Tokens, i: int, last: int) -> Range | None:
    if i < last and t.low[i] in ("by", "from", "of"):
        return (i + 1 + (t.low[i + 1] in ARTICLES), last) if i + 1 + (t.low[i + 1] in ARTICLES) <= last else None
    return None


def _last_run(t: Tokens, first: int, last: int) -> Range | None:
    """The last run of capitals in the phrase; small words between capitals belong to it, a possessive ends it."""
    end = last
    while end >= first and not is_cap(t, end):
        end -= 1
    if end < first:
        return None
    start = end
    while start > first:
        before = start - 1
        if t.low[before].endswith("'s"):
            break
        if is_cap(t, before) or t.low[before] == "&":
            start = before
        elif before > first and _is_within(t, before) and is_cap(t, before - 1) and before < end:
            start = before - 1
        elif t.low[before] == "the" and before - 2 >= first and t.low[before - 1] in _WITHIN and is_cap(t, before - 2):
            start = before - 2
        else:
            break
    return (start, end) if start <= end else None


def _is_within(t: Tokens, i: int) -> bool:
    """Whether a small word may stand within a name: "on" only in that of a body ("Council on Foreign Relations")."""
    return t.low[i] in _WITHIN or (t.low[i] == "on" and t.low[i - 1] in load_speakers()["body"])


def _without_titles(t: Tokens, run: Range) -> Range:
    titles = load_speakers()["title"]
    start = run[0]
    for i in range(run[0], run[1]):
        if t.low[i] in ("on", "of", "for"):
            break
        if t.low[i].removesuffix(".") in titles:
            start = i + 1
    return (start, run[1]) if t.cap[start] else run


def _is_people(t: Tokens, run: Range) -> bool:
    """Whether a run is only a country's adjective or people (Syrian), which names no body."""
    aliases = load_aliases()
    name = t.text[t.start[run[0]] : t.end[run[1]]]
    if run[0] != run[1]:
        return False
    return t.low[run[0]] in _COUNTRIES or (
        aliases.knows(name) and aliases.canonical(name) != name and not name.isupper()
    )


def _sort_of(head: str) -> Sort:
    kinds = load_speakers()
    sorts: tuple[Sort, ...] = ("person", "people", "body", "document")
    for sort in sorts:
        if head in kinds[sort]:
            return sort
    return "any"


def _sort_of_name(t: Tokens, name: Range, run: Range) -> Sort:
    last = t.low[name[1]]
    text = t.text[t.start[name[1]] : t.end[name[1]]]
    kinds = load_speakers()
    if (
        last in kinds["body"]
        or last in kinds["name"]
        or last in kinds["carrier-end"]
        or (text.isupper() and len(text) > 1)
    ):
        return "body"
    if t.low[name[0]].removesuffix(".") in kinds["title"] and name[1] > name[0]:
        return "person"
    if any(t.low[i] in kinds["body"] or t.low[i] in ("of", "for") for i in range(name[0], name[1])):
        return "body"
    if last in kinds["people"]:
        return "people"
    if load_aliases().knows(t.text[t.start[name[0]] : t.end[name[1]]]):
        return "any" if name[1] > name[0] else "body"
    return "person" if run != name or name[1] > name[0] else "any"
