"""By which name a source is filed, so that "the state news agency SANA" and "SANA" are one; tells no origins."""

from collections.abc import Iterable

from index.attribution.aliases import Aliases, load_aliases
from index.records import Statement

_DETERMINERS = frozenset({"a", "an", "the", "one", "another", "some", "this", "that", "its", "their", "his", "her"})
# "A spokesman for the Pentagon" is not the Pentagon.
_JOINING = frozenset({"of", "for", "from", "in", "at", "on", "with", "to", "by", "and", "or", "near", "within"})
_CLOSING = ("'s", "’s")


def file_sources(statements: Iterable[Statement]) -> dict[str, str]:
    """For each name as it stands in a chain, the name by which that source is filed."""
    aliases = load_aliases()
    return {
        link.name: file_source(link.name, aliases, named=link.named) for one in statements for link in one.chain or ()
    }


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
