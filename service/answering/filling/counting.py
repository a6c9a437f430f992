"""Whether a figure counts what is asked for: the same noun, the same measure, or people of no other sort."""

import re

from index.records import Figure
from service.answering.language.names import word_lists

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_MEASURED = ("km", "height", "duration", "age")
_NEARLY = frozenset({("age", "duration"), ("km", "height")})


def counted_words(figure: Figure) -> tuple[str, ...]:
    """The lower-case words of what a figure counts, or of the unit it measures in; not of percent and money."""
    unit = None if figure.measure in ("percent", "money") else figure.unit
    phrase = " ".join(filter(None, (figure.whom, unit)))
    words = (found.group().casefold() for found in _WORD.finditer(phrase))
    return tuple(dict.fromkeys(word.removesuffix("’s").removesuffix("'s") for word in words))


def counts_alike(asked: tuple[str, ...], figure: Figure) -> bool:
    """Whether a figure counts what is asked for: the same noun, or people of no other sort."""
    if not asked:
        return True
    if asked[0] in _MEASURED:
        return figure.measure == asked[0] or (asked[0], figure.measure) in _NEARLY
    if asked[0] in ("money", "dollars", "euros", "pounds") or asked == ("much",):
        return figure.measure in ("money", "percent")
    counted = counted_words(figure)
    if asked[0] in ("percent", "percentage"):
        of = {_singular(word) for word in counted}
        return figure.measure == "percent" and not (
            asked[1:] and of and not of & {_singular(word) for word in asked[1:]}
        )
    noun = _singular(asked[-1])
    if any(_singular(word) == noun for word in counted):
        return True
    if figure.measure == "duration":
        return noun in {"day", "week", "month", "year", "hour", "minute"} and noun in (figure.unit or "")
    lists = word_lists()
    if figure.measure or asked[-1] not in lists["humans"]:
        return False
    if not counted:
        return True
    # "19 Takfiri militants" are people; they are no civilians.
    people = [word for word in counted if word in lists["humans"]]
    return any(
        one == asked[-1] or one in lists["generic_humans"] or asked[-1] in lists["generic_humans"] for one in people
    )


def may_count(asked: tuple[str, ...], figure: Figure) -> bool:
    """Whether a figure of this unit could be what is asked for; its exact agreement is the business of filling."""
    if not asked:
        return True
    if asked[0] in _MEASURED:
        return figure.measure == asked[0] or (asked[0], figure.measure) in _NEARLY
    return figure.measure in (None, "percent", "money") or any(word in counted_words(figure) for word in asked)


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
