"""Other names of what the news names (ISIS, Daesh; Kiev, Kyiv), read from a data file; knows no article."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.errors import BylineError

_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*\.?")
_LONGEST = 6  # words of the longest run that is looked up


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to write a name; `cased` when it is the name only as written here (IS, US, WHO)."""

    text: str
    cased: bool


class Aliases:
    """Names that stand for one another. Equality is by the table alone: nothing is guessed from spelling."""

    def __init__(
        self, groups: dict[str, list[Variant]], actors: dict[str, str], owners: dict[str, str] | None = None
    ) -> None:
        self._groups = groups
        self._actors = actors
        self._canonical: dict[str, str] = {}
        self._cased: dict[str, str] = {}
        self._spelt: dict[str, Variant] = {}
        for canonical, variants in groups.items():
            for variant in variants:
                table = self._cased if variant.cased else self._canonical
                table.setdefault(_key(variant.text, variant.cased), canonical)
                if not variant.cased:
                    self._spelt.setdefault(variant.text.casefold(), variant)
        self._owners = {_key(self.canonical(name), False): owner for name, owner in (owners or {}).items()}

    def canonical(self, name: str) -> str:
        """The table's own name for `name`; `name` itself where the table does not hold it."""
        return self._cased.get(_key(name, True)) or self._canonical.get(_key(name, False)) or name

    def variants(self, name: str) -> tuple[Variant, ...]:
        """All ways to write `name`, itself first."""
        canonical = self.canonical(name)
        others = [one for one in self._groups.get(canonical, ()) if one.text != name]
        return (Variant(name, _key(name, True) in self._cased), *others)

    def is_actor(self, name: str, other: str) -> bool:
        """Whether one of the two is a seat of government that stands for the other as a doer (Moscow for Russia)."""
        one, two = self.canonical(name), self.canonical(other)
        return self._actors.get(one) == two or self._actors.get(two) == one

    def owner(self, name: str) -> str:
        """Whose voice `name` is: the table's owner of it (the Russian state for RT and TASS), else its canonical name.

        Two sources of one owner are not two origins.
        """
        canonical = self.canonical(name)
        return self._owners.get(_key(canonical, False), canonical)

    def knows(self, name: str) -> bool:
        """Whether the table holds `name`."""
        return _key(name, True) in self._cased or _key(name, False) in self._canonical

    def forms(self) -> dict[str, str]:
        """Every name of the table that is one in lower case too, lower case, with the form it is written in."""
        return {key: variant.text for key, variant in self._spelt.items()}

    def pattern(self, name: str) -> re.Pattern[str]:
        """Finds `name` or any of its variants as whole words; within a longer name, its longest known parts vary.

        Linear in the text. A hyphen and a space are one, as are straight and curly apostrophes.
        """
        return _compile(self, name)

    def _runs(self, name: str) -> list[str]:
        """The words of `name`, runs that the table knows as one."""
        words = [found.group() for found in _WORD.finditer(name)]
        runs: list[str] = []
        n = 0
        while n < len(words):
            size = next(
                (k for k in range(min(_LONGEST, len(words) - n), 1, -1) if self.knows(" ".join(words[n : n + k]))), 1
            )
            runs.append(" ".join(words[n : n + size]))
            n += size
        return runs


@lru_cache(maxsize=1)
def load_aliases() -> Aliases:
    """The table beside this file. A line that is not four fields is refused by its number."""
    path = Path(__file__).with_name("aliases.tsv")
    groups: dict[str, list[Variant]] = defaultdict(list)
    actors: dict[str, str] = {}
    owners: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 4 or fields[2] not in ("any", "cased", "actor", "owner"):
            raise BylineError(
                f"{path.name} line {number}: {line!r} is not canonical, variant, any|cased|actor|owner, provenance"
            )
        canonical, variant, kind, _ = fields
        if kind == "actor":
            actors[variant] = canonical
            continue
        if kind == "owner":
            owners[variant] = canonical
            continue
        if not groups[canonical]:
            groups[canonical].append(Variant(canonical, False))
        groups[canonical].append(Variant(variant, kind == "cased"))
    return Aliases(dict(groups), actors, owners)


@lru_cache(maxsize=2000)
def _compile(aliases: Aliases, name: str) -> re.Pattern[str]:
    # The whole name first: a longer name may be in the table as it stands.
    alternatives = [_spell(one) for one in aliases.variants(name)]
    if not aliases.knows(name):
        runs = aliases._runs(name)
        if any(aliases.knows(run) for run in runs):
            parts = ["(?:" + "|".join(_spell(one) for one in aliases.variants(run)) + ")" for run in runs]
            alternatives.append(r"[\s-]+".join(parts))
    longest_first = sorted(dict.fromkeys(alternatives), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")


def _spell(variant: Variant) -> str:
    spelt = "".join(_letter(char) for char in " ".join(variant.text.split()))
    return spelt if variant.cased else f"(?i:{spelt})"


def _letter(char: str) -> str:
    if char in " -":
        return r"[\s-]"
    if char in "'’‘":
        return "['’‘]"
    return re.escape(char)


def _key(name: str, cased: bool) -> str:
    words = " ".join(name.replace("-", " ").replace("’", "'").split())
    return words if cased else words.casefold()
