"""What a question asks for beside its kind: the doer, whom it was done to, or a description; and what it is about."""

import re
from collections.abc import Sequence
from typing import Literal

from index.records import Span
from service.answering.asking.kinds import AUXILIARY, Kind
from service.answering.language.names import word_lists

Role = Literal["doer", "done_to", "described", ""]
_WHO = re.compile(r"^(?:who|which|what)\b")
_IS = re.compile(r"^who(?:\s+(?:is|are|was|were)|[’']s)\s+(?:the\s+)?")
_DO = re.compile(r"\b(?:did|does|do)\b")
_BE = re.compile(r"\b(?:was|were|is|are|be|been|being|got)\s+(?:\w+ly\s+|also\s+)?$")
_BY = re.compile(r"^by\s+wh|\bby\s*\??$")
_VERB = re.compile(r"^who\s+(?:(?:has|have|had|will|would|also|first|\w+ly)\s+){0,3}(?P<verb>[a-z]{3,})\b")
_DID = re.compile(r"^(?:did|does|do)\s+(?:the\s+)?")
_PLAIN_VERB = re.compile(
    r"\s+(?:\w+ly\s+)?(?P<verb>[a-z]{3,})(?=\s*\??$|\s+(?:the|an?|his|her|its|their|this|that|these|those|any|for|to|from|about|"
    r"over|on|with|against|by|at|after|before)\b)"
)
_ASKED = re.compile(r"\b(?:which|what)\s+([a-z][\w-]*)")
_OBJECT_END = re.compile(
    r"\b(?:in|on|at|near|during|after|before|since|by|with|for|from|against|because|when|as|over|under|to)\b"
)
_OBJECT_BEHIND = re.compile(
    r"\s+(?:of|on|against)\s+(?!(?:the\s+)?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|"
    r"july|august|september|october|november|december)\b)"
)


def find_role(lower: str, kind: Kind, spans: Sequence[tuple[int, int]], at: int | None) -> Role:
    """Whether the one asked for does what the question tells, has it done to them, or is to be described.

    `at` is where the word that says what happened begins, `spans` are those of the names.
    """
    if kind != "who" or not lower:
        return ""
    is_ = _IS.match(lower)
    if is_ and any(_only_titles(lower[is_.end() : low]) and not lower[high:].strip(" ?.!") for low, high in spans):
        return "described"
    if _BY.search(lower.strip(" ?.!")):
        return "doer"
    if not _WHO.match(lower):
        return ""
    if at is None:
        return "doer" if find_verb(lower) else ""
    between = lower[:at]
    if _DO.search(between) or (_BE.search(between) and not re.match(r"\w+ing\b", lower[at:])):
        return "done_to"
    # "Which leader of X is among the dead": no verb, so nobody does anything.
    if re.search(rf"\b(?:the|a|an|of|among|{AUXILIARY})\s+$", between) and not re.search(
        rf"\b(?:{AUXILIARY})\s+$", between
    ):
        return ""
    return "doer"


def find_verb(lower: str) -> str:
    """The verb right after "who", where there is one: "revoked" of "who revoked the licence"."""
    found = _VERB.match(lower)
    verb = found["verb"] if found else ""
    return "" if verb in word_lists()["stop"] or re.fullmatch(AUXILIARY, verb) else verb


def find_did(lower: str, spans: Sequence[tuple[int, int]]) -> Span | None:
    """The verb of "did X apologize for ...": right after the first name, before an object, a preposition or the end.

    For verbs that are in no predicate class; None where the words after the name may be a noun.
    """
    if not spans or not _DID.match(lower):
        return None
    found = _PLAIN_VERB.match(lower, spans[0][1])
    return Span(*found.span("verb")) if found and found["verb"] not in word_lists()["stop"] else None


def verb_pattern(verb: str) -> re.Pattern[str]:
    """Finds the regular forms of a verb that is given in any of them."""
    stem = re.sub(r"(?:ied|ies|ed|es|ing|[esy])$", "", verb)
    if len(stem) < 3:
        return re.compile(rf"(?<![\w-]){re.escape(verb)}(?!\w)", re.IGNORECASE)
    spelt = re.escape(stem)
    return re.compile(rf"(?<![\w-]){spelt}{re.escape(stem[-1])}?(?:e|ed|es|s|ing|y|ied|ies)?(?!\w)", re.IGNORECASE)


def find_asked(lower: str) -> tuple[str, ...]:
    """The noun right after which or what: ("company",); empty where a verb follows."""
    found = _ASKED.search(lower)
    word = found[1] if found else ""
    return () if not word or word in word_lists()["stop"] or re.fullmatch(AUXILIARY, word) else (word,)


def find_objects(lower: str, spans: Sequence[tuple[int, int]], end: int | None) -> str:
    """The words, without names, of what is done to something: "the hospital" of "did X bomb the hospital in Y"."""
    if end is None:
        return ""
    # "The attack on the hospital": of a noun it stands behind a preposition.
    if behind := _OBJECT_BEHIND.match(lower, end):
        end = behind.end()
    blank = list(lower)
    for low, high in spans:
        blank[low:high] = " " * (high - low)
    stop = _OBJECT_END.search(lower, end)
    return " ".join("".join(blank[end : stop.start() if stop else len(lower)]).strip(" ?.!").split())


def _only_titles(words: str) -> bool:
    titles = word_lists()["titles"] | {"of", "state", "the"}
    return all(word.strip(".") in titles for word in words.split())
