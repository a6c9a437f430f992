"""The words by which a text labels those it names ("terrorists", "Daesh", "self-styled"), from a data file."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from index.attribution.aliases import load_aliases
from index.copies.finding.words import Word, read_words
from index.errors import BylineError

_ROLES = ("label", "with", "name")


def find_labels(text: str, words: Sequence[Word]) -> list[range]:
    """Runs of words that label: label words and loaded names side by side, with what belongs to them, in order."""
    terms = _load_terms()
    found: list[range] = []
    n = 0
    while n < len(words):
        start, tells = n, False
        while size := _measure(text, words, n):
            tells = tells or terms[_keys(words, n, size)] != "with"
            n += size
        if tells:
            found.append(range(start, n))
        n = max(n, start + 1)
    return found


def _measure(text: str, words: Sequence[Word], n: int) -> int:
    """How many words the longest term at word `n` has; 0 where there is none."""
    terms = _load_terms()
    for size in range(min(_load_longest(), len(words) - n), 0, -1):
        role = terms.get(_keys(words, n, size))
        if role is None or (role == "cased" and not text[words[n].start : words[n].end].isupper()):
            continue
        return size
    return 0


def _keys(words: Sequence[Word], n: int, size: int) -> tuple[str, ...]:
    return tuple(word.key for word in words[n : n + size])


@lru_cache(maxsize=1)
def _load_longest() -> int:
    return max(map(len, _load_terms()))


@lru_cache(maxsize=1)
def _load_terms() -> dict[tuple[str, ...], str]:
    """Folded words of each term to its role; "cased" is a name only in capitals ("IS")."""
    path = Path(__file__).with_name("labels.tsv")
    terms: dict[tuple[str, ...], str] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        term, _, role = line.partition("\t")
        if role not in _ROLES:
            raise BylineError(f"{path.name} line {number}: {line!r} is not a term and label|with|name")
        if role == "name":
            for variant in load_aliases().variants(term):
                terms[_fold(variant.text)] = "cased" if variant.cased else "name"
            continue
        for spelt in (term, f"{term}s"):
            terms.setdefault(_fold(spelt), role)
    return terms


def _fold(term: str) -> tuple[str, ...]:
    return tuple(word.key for word in read_words(term))
