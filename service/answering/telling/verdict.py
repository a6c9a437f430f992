"""A reader's verdict as far as the record bears it: it may say that statements answer, never turn what they say."""

import re
from typing import Literal

from service.answering.relating.held import Held
from service.answering.telling.state import Told

_NEGATES = re.compile(
    r"\b(?:not?|never|none|neither|nor|without|cannot|\w+n[’']t|fail(?:s|ed)? to|refus\w+)\b", re.IGNORECASE
)
_ASSERTING = frozenset({"asserts", "admits", "confirms", None})


def find_deciding(told: Told) -> list[Held]:
    """The reports that a verdict rests on, of those that are shown."""
    wanted = set(told.verdict.statements) if told.verdict else set()
    return [one for one in told.reports if one.statement.id in wanted]


def read_verdict(told: Told) -> tuple[Literal["asserted", "denied"], list[Held]] | None:
    """What a yes or no comes to, and on which reports; None where the record does not bear it.

    "Yes" only where every one of them asserts and none negates; "no" only where one denies or negates.
    """
    deciding = find_deciding(told)
    negating = [one for one in deciding if one.denies or _NEGATES.search(one.content)]
    if told.verdict is None or not deciding:
        return None
    if told.verdict.says == "yes":
        asserted = not negating and all(one.statement.stance in _ASSERTING for one in deciding)
        return ("asserted", deciding) if asserted and not any(one.statement.hedges for one in deciding) else None
    return ("denied", negating) if told.verdict.says == "no" and negating else None
