"""The forms of verbs: by rule, and from a data file where no rule gives them."""

import re
from functools import lru_cache

from service.answering.data import load_data


def verb_pattern(verb: str) -> re.Pattern[str]:
    """Finds the forms of a verb that is given in any of them."""
    forms = next((group for group in irregular_groups() if verb in group), ())
    irregular = "".join(rf"{re.escape(form)}|" for form in forms if form != verb)
    stem = re.sub(r"(?:ied|ies|ed|es|ing|[esy])$", "", verb)
    if len(stem) < 3:
        return re.compile(rf"(?<![\w-])(?:{irregular}{re.escape(verb)})(?!\w)", re.IGNORECASE)
    spelt = rf"{re.escape(stem)}{re.escape(stem[-1])}?(?:e|ed|es|s|ing|y|ied|ies)?"
    return re.compile(rf"(?<![\w-])(?:{irregular}{spelt})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def irregular_groups() -> tuple[tuple[str, ...], ...]:
    """All forms of each irregular verb, the plain one first."""
    return tuple(tuple(str(line).split()) for line in load_data("verbs")["irregular"])


@lru_cache(maxsize=1)
def plain_verbs() -> frozenset[str]:
    """Verbs in their plain form that are hardly ever nouns."""
    return frozenset(map(str, load_data("verbs")["plain"]))


@lru_cache(maxsize=1)
def light_verbs() -> frozenset[str]:
    """Verbs of which the noun behind them says what happened."""
    return frozenset(map(str, load_data("verbs")["light"]))
