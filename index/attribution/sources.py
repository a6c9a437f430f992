"""By which name a source is filed, so that "the state news agency SANA" and "SANA" are one; tells no origins."""

from collections.abc import Iterable, Mapping

from index.attribution.aliases import Aliases, load_aliases
from index.attribution.sourcing.speakers import load_speakers
from index.records import Statement

_DETERMINERS = frozenset({"a", "an", "the", "one", "another", "some", "this", "that", "its", "their", "his", "her"})
# "A spokesman for the Pentagon" is not the Pentagon.
_JOINING = frozenset({"of", "for", "from", "in", "at", "on", "with", "to", "by", "and", "or", "near", "within"})
_CLOSING = ("'s", "’s")
_PARTICLES = frozenset({"al", "bin", "ibn", "abu", "abdel", "van", "von", "der", "den", "de", "la", "del", "di", "da"})
_LONGEST = 5  # words of a person's name


def file_sources(statements: Iterable[Statement]) -> dict[str, str]:
    """For each name as it stands in a chain of one article, the name by which that source is filed.

    A last name alone is filed under the full name that the same article's chains hold, where they hold exactly one.
    """
    aliases = load_aliases()
    links = {link.name: link.named for one in statements for link in one.chain or ()}
    filed = {name: file_source(name, aliases, named=named) for name, named in links.items()}
    full = _find_full(one for name, one in filed.items() if links[name])
    return {name: full.get(one.casefold(), one) if links[name] else one for name, one in filed.items()}


def _find_full(filed: Iterable[str]) -> Mapping[str, str]:
    """For each last name in lower case, the one full name that ends with it; none where two do."""
    found: dict[str, set[str]] = {}
    for name in filed:
        words = name.split()
        if _is_person(words):
            for n in range(1, len(words)):
                found.setdefault(" ".join(words[n:]).casefold(), set()).add(name)
    return {last: max(names, key=len) for last, names in found.items() if len({_ends(name) for name in names}) == 1}


def _is_person(words: list[str]) -> bool:
    """Whether a name reads as a person's in full, not as that of a body ("Syrian Observatory")."""
    if not 2 <= len(words) <= _LONGEST:
        return False
    lows = [word.casefold() for word in words]
    kinds = load_speakers()
    bodies = kinds["body"].keys() | kinds["people"].keys() | kinds["document"].keys() | kinds["carrier-end"].keys()
    written = all(word[0].isupper() or low in _PARTICLES for word, low in zip(words, lows, strict=True))
    return written and not bodies & set(lows) and not (_JOINING & set(lows))


def _ends(name: str) -> tuple[str, str]:
    """First and last name, by which "Rami Rahman" and "Rami Abdel Rahman" are one."""
    words = name.casefold().split()
    return words[0], words[-1]


def file_source(name: str, aliases: Aliases, *, named: bool = True) -> str:
    """The table's own name for a source; where it has none, the name without what only leads up to it."""
    words = name.split()
    while len(words) > 1 and words[0].casefold() in _DETERMINERS:
        words = words[1:]
    whole = " ".join(words) or name
    if not named:
        return whole
    bare = " ".join(_drop_description(words)) or whole
    for closing in _CLOSING:
        bare = bare.removesuffix(closing) or bare
    return aliases.canonical(whole) if aliases.knows(whole) else aliases.canonical(bare)


def _drop_description(words: list[str]) -> list[str]:
    """The words from the first with a capital on: "state news agency SANA" describes what it names."""
    first = next((n for n, word in enumerate(words) if not word.islower()), 0)
    return words if _JOINING & {word.casefold() for word in words[:first]} else words[first:]
