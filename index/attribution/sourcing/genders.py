"""Whether "he" or "she" goes with a name, as far as the article shows it by first names and titles."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from index.attribution.scan.closed import word_set
from index.attribution.scan.tokens import Tokens
from index.errors import BylineError

Gender = Literal["he", "she"]
_LONGEST = 5  # tokens of a name behind its first one
# Words beside or within a name that say which pronoun goes with it.
_TITLES: dict[str, Gender] = dict.fromkeys(
    word_set(
        "mr. mr sir lord king prince pope father spokesman congressman chairman businessman councilman assemblyman "
        "salesman he man husband son brother"
    ),
    "he",
)
_TITLES |= dict.fromkeys(
    word_set(
        "mrs. mrs ms. ms miss lady dame queen princess sister mother spokeswoman congresswoman chairwoman "
        "businesswoman councilwoman assemblywoman she woman wife daughter"
    ),
    "she",
)


@lru_cache(maxsize=1)
def load_first_names() -> dict[str, Gender]:
    """First names in lower case, each with its pronoun. A line that cannot be read is refused by its number."""
    names: dict[str, Gender] = {}
    path = Path(__file__).with_name("first_names.tsv")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        name, _, pronoun = line.partition("\t")
        if pronoun == "he":
            names[name] = "he"
        elif pronoun == "she":
            names[name] = "she"
        else:
            raise BylineError(f"{path.name} line {number}: {line!r} is not a name and he or she")
    return names


class Genders:
    """What one article shows of the people whom it names, by first name or title at any place in it."""

    def __init__(self, t: Tokens) -> None:
        self._surnames: dict[str, set[Gender]] = {}
        self._inside: set[str] = set()
        names = load_first_names()
        for i, low in enumerate(t.low):
            if not t.cap[i]:
                continue
            if i > 0 and t.low[i - 1][-1].isalnum():
                self._inside.add(low)
            shown = names.get(low) or _TITLES.get(low)
            if shown is not None and i + 1 < len(t.low) and t.cap[i + 1]:
                last = _run_end(t, i)
                self._surnames.setdefault(_bare(t.low[last]), set()).add(shown)
                # "Katie Couric-produced" names Couric.
                self._surnames.setdefault(t.low[last].partition("-")[0], set()).add(shown)

    def is_person(self, name: str) -> bool:
        """Whether the article names somebody by first name or title whose last name ends this one."""
        return _bare(name.lower().split()[-1]) in self._surnames

    def shown_at(self, t: Tokens, i: int) -> Gender | None:
        """The pronoun of the last name at a token; None where it is no last name, or of several."""
        shown = self._surnames.get(_bare(t.low[i]), set()) if t.cap[i] else set()
        return next(iter(shown)) if len(shown) == 1 else None

    def is_written_inside(self, low: str) -> bool:
        """Whether a word has its capital also where no sentence opens, as a name has."""
        return low in self._inside

    def of(self, name: str, words: frozenset[str]) -> Gender | None:
        """The pronoun of a name whose whole phrase has these words; None where nothing, or both, is shown."""
        titled = {_TITLES[word] for word in words if word in _TITLES}
        if titled:
            return titled.pop() if len(titled) == 1 else None
        parts = name.lower().split()
        if len(parts) > 1 and (first := load_first_names().get(parts[0])) is not None:
            return first
        shown = self._surnames.get(_bare(parts[-1]), set())
        return next(iter(shown)) if len(shown) == 1 else None


def _run_end(t: Tokens, i: int) -> int:
    """The last token of the run of capitals that begins at `i`."""
    end = i
    while end + 1 < len(t.low) and end < i + _LONGEST and t.cap[end + 1] and not t.low[end].endswith("'s"):
        end += 1
    return end


def _bare(low: str) -> str:
    return low.removesuffix("'s").removesuffix("’s")
