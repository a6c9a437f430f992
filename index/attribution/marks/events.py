"""The lexicon of events by which people and things are counted, read from a data file; knows no sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from index.errors import BylineError

# past: also the participle; base: also the present; gerund; the others as in the data file.
Role = Literal["past", "base", "gerund", "self", "state", "noun", "toll", "lives"]
_KINDS = ("act", "self", "state", "noun", "toll", "lives")
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class EventWord:
    """A form of a word and the class of events that it tells of."""

    event: str
    role: Role


@cache
def event_words() -> dict[str, tuple[EventWord, ...]]:
    """Every form of the table beside this file, lower case; a line that is not three fields is refused."""
    path = Path(__file__).with_name("events.tsv")
    table: dict[str, list[EventWord]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 3 or fields[1] not in _KINDS:
            raise BylineError(f"{path.name} line {number}: {line!r} is not class, one of {', '.join(_KINDS)}, words")
        event, kind, words = fields
        for word in words.split():
            for form, role in _inflect(word, kind):
                table.setdefault(form, []).append(EventWord(event, role))
    return {form: tuple(dict.fromkeys(entries)) for form, entries in table.items()}


def find_role(word: str, *roles: Role) -> str | None:
    """The class of events that a word tells of in one of these roles."""
    return next((one.event for one in event_words().get(word, ()) if one.role in roles), None)


def _inflect(word: str, kind: str) -> Iterator[tuple[str, Role]]:
    lemma, *given = word.split(":")
    if kind in ("noun", "state", "toll"):
        role: Role = "noun" if kind == "noun" else "state" if kind == "state" else "toll"
        yield lemma, role
        if kind != "state":
            yield _plural(lemma), role
        return
    past = given[0] if given else _past(lemma)
    participle = given[1] if len(given) > 1 else past
    gerund = given[2] if len(given) > 2 else (lemma[:-1] if lemma.endswith("e") and lemma[-2] != "e" else lemma) + "ing"
    roles: dict[str, tuple[Role, Role, Role]] = {
        "act": ("base", "past", "gerund"),
        "self": ("self", "self", "self"),
        "lives": ("lives", "lives", "lives"),
    }
    base, done, doing = roles[kind]
    yield from ((lemma, base), (_plural(lemma), base), (past, done), (participle, done), (gerund, doing))


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if lemma.endswith("y") and lemma[-2] not in _VOWELS else lemma + "ed"
