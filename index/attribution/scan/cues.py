"""The lexicon of what attributes, read from cues.tsv; knows no article."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast, get_args

from index.errors import BylineError
from index.records import CueClass, Stance

Use = Literal["speech", "attitude", "act"]
FormOf = Literal["base", "s", "past", "ing"]
_FIELDS = 10


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb that attributes and what it takes, by the letters that the head of cues.tsv explains."""

    lemma: str
    particle: str
    kind: CueClass
    stance: Stance
    takes: frozenset[str]
    after: frozenset[str]
    use: Use


@dataclass(frozen=True, slots=True)
class CueForm:
    """One form of a verb; `rows` longest particle first."""

    form: FormOf
    rows: tuple[CueVerb, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Forms of verbs, in lower case."""

    verbs: dict[str, CueForm]


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The file beside this one. A line that cannot be read is refused by its number."""
    forms: dict[str, list[tuple[FormOf, CueVerb]]] = defaultdict(list)
    for fields in _read_rows("cues.tsv", _FIELDS):
        lemma, particle, third, past, ing, kind, stance, takes, after, use = fields
        if kind not in get_args(CueClass) or stance not in get_args(Stance) or use not in get_args(Use):
            raise BylineError(
                f"cues.tsv: {lemma!r} has class {kind!r}, stance {stance!r}, use {use!r}; one is not known"
            )
        verb = CueVerb(
            lemma,
            "" if particle == "-" else particle,
            cast(CueClass, kind),
            cast(Stance, stance),
            frozenset(takes.replace("-", "")),
            frozenset(after.replace("-", "").split()),
            cast(Use, use),
        )
        named: list[tuple[FormOf, str]] = [("past", form) for form in past.split()]
        named += [("s", third), ("ing", ing), ("base", lemma)]
        seen: set[str] = set()
        for name, form in named:
            if form not in seen:
                forms[form].append((name, verb))
                seen.add(form)
    verbs = {
        form: CueForm(found[0][0], tuple(sorted((verb for _, verb in found), key=lambda verb: -len(verb.particle))))
        for form, found in forms.items()
    }
    return Lexicon(verbs)


def _read_rows(name: str, fields: int) -> list[list[str]]:
    rows = []
    for number, line in enumerate(Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) != fields:
            raise BylineError(f"{name} line {number}: {line!r} has {len(row)} fields, not {fields}")
        rows.append(row)
    return rows
