"""Whom a description means ("the fighters who were forced to retreat"): the words by which a sentence calls them."""

import re
from typing import NamedTuple

from index.records import Span
from service.answering.asking.kinds import AUXILIARY
from service.answering.language.doers import Doer, find_doer, find_patient
from service.answering.language.names import word_lists
from service.answering.language.verbs import verb_pattern

# "the fighters who were forced to retreat", "those that blew up the bridge"
_CLAUSE = re.compile(
    rf"^(?:[\w'’-]+\s+){{1,5}}?(?:who|that|which)\s+(?P<before>(?:(?:{AUXILIARY}|been|being|got|\w+ly)\s+){{0,4}})"
    r"(?P<verb>[a-z][\w-]+)(?P<rest>[^?]*)",
    re.IGNORECASE,
)
_BE = re.compile(r"\b(?:is|are|was|were|been|being|got)\b", re.IGNORECASE)
_OPENS = re.compile(r"\s+to\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]{3,}")


class Description(NamedTuple):
    """A verb, whether those described are the ones it is done to, and the words after it."""

    verb: re.Pattern[str]
    undergone: bool
    opening: str
    words: tuple[re.Pattern[str], ...]


def read_description(term: str) -> Description | None:
    """The clause by which a term describes those it means; None where it has none, or no verb to look for."""
    found = _CLAUSE.match(term)
    if not found or re.fullmatch(AUXILIARY, found["verb"].lower()):
        return None
    verb, rest = found["verb"].lower(), found["rest"]
    opening = _OPENS.match(rest)
    plain = (word for word in _WORD.findall(rest.lower()) if word not in word_lists()["stop"])
    return Description(
        verb_pattern(verb),
        bool(_BE.search(found["before"])) and not verb.endswith("ing"),
        opening.group().strip() if opening else "",
        tuple(verb_pattern(word) for word in plain),
    )


def find_meant(description: Description, sentence: str) -> Span | None:
    """Where a sentence that tells what the description tells has its words for those it means; None if it does not.

    Every word of the description must stand in the sentence, in whatever form; a pronoun is no word for anybody.
    """
    if not all(word.search(sentence) for word in description.words):
        return None
    for found in description.verb.finditer(sentence):
        verb = Span(*found.span())
        doer = find_patient(sentence, verb) if description.undergone else find_doer(sentence, verb)
        if doer and _fits(description, sentence, verb, doer):
            return Span(doer.start, doer.end)
    return None


def _fits(description: Description, sentence: str, verb: Span, doer: Doer) -> bool:
    """Whether what follows the verb, or those it is done to, goes on as the description does ("forced ... to")."""
    if not description.opening:
        return True
    after = max(verb.end, doer.end if description.undergone else 0)
    return bool(re.match(rf"\s+{description.opening}\b", sentence[after:], re.IGNORECASE))
