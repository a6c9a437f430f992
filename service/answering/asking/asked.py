"""What a question asks for beside its kind: the doer, whom it was done to, or a description; and what it is about."""

import itertools
import re
from collections.abc import Sequence
from typing import Literal

from index.records import Span
from service.answering.asking.kinds import AUXILIARY, Kind
from service.answering.language.doers import is_passive
from service.answering.language.names import word_lists
from service.answering.language.verbs import light_verbs, plain_verbs

Role = Literal["doer", "done_to", "described", ""]
_WHO = re.compile(r"^(?:who|which|what)\b")
_IS = re.compile(r"^who(?:\s+(?:is|are|was|were)|[’']s)\s+(?:the\s+)?")
_DO = re.compile(r"\b(?:did|does|do)\b")
_BE = re.compile(r"\b(?:was|were|is|are|be|been|being|got)\s+(?:\w+ly\s+|also\s+)?$")
_BY = re.compile(r"^by\s+wh|\bby\s*\??$")
_VERB = re.compile(r"^who\s+(?:(?:has|have|had|will|would|also|first|\w+ly)\s+){0,3}(?P<verb>[a-z]{3,})\b")
_DID = re.compile(r"^(?:did|does|do|has|have|had)\s+(?:the\s+)?")
# "Did X fire Y": right between two names; "Trump adviser Y" is one who does it.
_BARE_VERB = re.compile(r"\s+(?P<verb>[a-z]{2,}(?<!er)(?<!or)(?<!ist)(?<!man))\s+(?:the\s+)?")
_AUXILIARY = re.compile(rf"^(?:{AUXILIARY})\s+(?:the\s+)?")
_PLAIN_VERB = re.compile(
    r"\s+(?:\w+ly\s+)?(?P<verb>[a-z]{3,})(?=\s*\??$|\s+(?:the|an?|his|her|its|their|this|that|these|those|any|for|to|from|about|"
    r"over|on|with|against|by|at|after|before)\b)"
)
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_MOST_BEFORE = 12  # words of a question in which its verb stands
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
    """The verb of "did X order the closing of ...": right after the first name, before an object or the end.

    A verb that is hardly ever a noun may stand anywhere before the object, and before anything. None where the words
    after the name may be a noun.
    """
    if not _DID.match(lower):
        return None
    found = _PLAIN_VERB.match(lower, spans[0][1]) if spans else None
    if found and found["verb"] not in word_lists()["stop"]:
        return Span(*found.span("verb"))
    if spans and (found := _BARE_VERB.match(lower, spans[0][1])) and any(low == found.end() for low, _ in spans):
        lists = word_lists()
        if found["verb"] not in lists["stop"] | lists["titles"] | lists["roles"] | lists["persons"]:
            return Span(*found.span("verb"))
    words = list(itertools.islice(_WORD.finditer(lower), _MOST_BEFORE))
    verb = next((one for one in words[2:] if one.group() in plain_verbs()), None)
    return Span(*verb.span()) if verb else None


def is_light(lower: str, verb: Span) -> bool:
    """Whether what happened is said by a word behind the verb: "make a speech", "agree to buy"."""
    return lower[slice(*verb)] in light_verbs() or bool(re.match(r"\s+to\b", lower[verb.end :]))


def find_subject(lower: str, spans: Sequence[tuple[int, int]], at: int | None) -> str:
    """The plain words of who does it, without names: "prosecutors" of "did prosecutors indict X"."""
    found = _AUXILIARY.match(lower)
    if found is None or at is None or any(low < at for low, _ in spans):
        return ""
    return " ".join(word for word in lower[found.end() : at].split() if word not in word_lists()["stop"])


def is_undergone(lower: str, event: Span) -> bool:
    """Whether the question asks in the passive: "was X fired", "is it confirmed that X was fired"."""
    done = re.match(r"(?:is|was|are|were)\b", lower) and not lower[slice(*event)].endswith("ing")
    return is_passive(lower, event) or bool(done and not re.search(r"\b(?:that|whether)\b", lower[: event.start]))


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
