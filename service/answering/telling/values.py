"""Which values of several sentences are one value in other words; for counting, never for confirming."""

import re
from collections.abc import Sequence

from index.attribution.aliases import load_aliases
from service.answering.language.names import word_lists

_WORD = re.compile(r"[^\W_]+(?:[-.,:/][^\W_]+)*")
_OWNER = re.compile(r"[’'][sS]?(?!\w)")
_UNIT = re.compile(r"(?<=\d)(?=[^\W\d_])")  # 50km and 50 km


def distinct_values(values: Sequence[str]) -> list[str]:
    """Values as first written, in their order; those that are one but for case, article, title or possessive once.

    A later value whose words are the last words of an earlier one is that one ("Gascón" after "George Gascón").
    """
    kept: list[tuple[str, ...]] = []
    first: list[str] = []
    for value in values:
        own = fold_value(value)
        if own and any(own == one[len(one) - len(own) :] for one in kept):
            continue
        kept.append(own)
        first.append(value)
    return first


def fold_value(value: str) -> tuple[str, ...]:
    """The words that tell one value from another, names by the name that the table of aliases gives them."""
    plain = _UNIT.sub(" ", _OWNER.sub("", value))
    lists = word_lists()
    light = lists["titles"] | {"the", "a", "an", "in", "on", "at", "by"}
    named = load_aliases().canonical(" ".join(_WORD.findall(plain)))
    words = [word.casefold().rstrip(".") for word in _WORD.findall(named)]
    return tuple(word for word in words if word not in light) or tuple(words)
