"""What kind of question it is, what type of answer it expects, and what it counts: by its words alone."""

import re
from typing import Literal

from service.answering.language.names import word_lists
from service.answering.language.predicates import find_classes

Kind = Literal[
    "figures", "yes_no", "who", "when", "where", "what", "said", "who_said",
    "difference", "left_out", "confirmed", "words",
]  # fmt: skip
# What a yes or no question asks whether its speaker did; "" where it asks of no speaker.
Act = Literal["", "says", "denies", "admits", "confirms", "accuses"]
Expected = Literal["figure", "person", "place", "time", "source", "name", "event", "any"]
_SAYING = r"say|says|said|report|reports|reported|claim|claims|claimed|state|states|stated|allege[sd]?|wrote|writes"
_HOLDING = r"announce[sd]?|confirm(?:s|ed)?|den(?:y|ies|ied)|warn(?:s|ed)?|reveal(?:s|ed)?|estimate[sd]?|told|tells?"
AUXILIARY = r"did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|may|might"
WHO_SAID = re.compile(
    rf"^(?:who|(?:which|what)\s+(?:\w+\s+){{0,2}}?(?:outlet|newspaper|agency|broadcaster|site|source|paper|group)s?)\s+"
    rf"(?:has\s+|have\s+|also\s+)?(?:(?:{_SAYING})(?:\s+that|\s+(?!on\b|in\b|at\b)|$)|(?:{_HOLDING})\s+that\b)|"
    r"^according\s+to\s+(?:whom|which|what)\b"
)
SAID = re.compile(
    rf"^(?:what|how)\s+(?:{AUXILIARY})\s+(?P<speaker>[^,?]{{1,150}}?)\s+"
    rf"(?P<verb>{_SAYING}|saying|{_HOLDING}|respond|responded|react|describe[d]?|argue[ds]?|comment|think|tell|add)\b"
)
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("figures", re.compile(r"\bhow\s+(?:many|much|far|long|old|high|tall|big|large|fast|deep|heavy)\b")),
    (
        "figures",
        re.compile(r"\bwhat\s+(?:is|was|were|are)?\s*(?:the\s+)?(?:\w+\s+)?(?:number|percentage|toll|price)\b"),
    ),
    ("figures", re.compile(r"\b(?:what|which)\s+(?:percent|percentage|amount|number)\b")),
    ("who", re.compile(r"^(?:who|whom|whose|by whom)\b")),
    ("when", re.compile(r"^when\b|\b(?:what|which)\s+(?:day|date|year|month|time|week|decade|century|season)\b")),
    ("where", re.compile(r"^where\b")),
)
_HAPPENED = re.compile(r"^what\s+(?:else\s+)?(?:happen|occur)")
_ASKED_NOUN = re.compile(r"\b(?:which|what|this|whose)\s+((?:[\w'’.-]+\s+){0,4}[\w'’.-]+)")
_COUNTED = re.compile(
    rf"\bhow\s+(?:many|much)\s+((?!{AUXILIARY})(?:[\w'’-]+\s+){{0,3}}?[\w'’-]+)(?=\s+(?:{AUXILIARY})\b|\s|\?|$)"
)
_SHARE = re.compile(r"\bwhat\s+(?:percentage|percent|share|proportion)\s+of\s+(?:all\s+|the\s+)?([^\W\d_][\w-]*)")


def find_kind(lower: str) -> Kind:
    """The kind of a lower-case question; what none of the patterns fits is "what"."""
    if WHO_SAID.search(lower):
        return "who_said"
    if SAID.match(lower):
        return "said"
    for kind, pattern in _KINDS:
        if pattern.search(lower):
            return kind
    # "In which town ...", "According to X, did ...": a yes or no is asked where an auxiliary opens.
    if re.match(rf"^(?:according to [^,]{{1,80}},\s*)?(?:{AUXILIARY})\b", lower):
        return "yes_no"
    lists = word_lists()
    noun = _asked_noun(lower)
    if noun & lists["places"]:
        return "where"
    if noun & lists["persons"]:
        return "who"
    return "what"


def _asked_noun(lower: str) -> frozenset[str]:
    """The words right after which, what or this, up to a verb or preposition: what kind of thing is asked."""
    found = _ASKED_NOUN.search(lower)
    if not found:
        return frozenset()
    words: list[str] = []
    for word in found.group(1).split():
        if word in word_lists()["stop"]:
            break
        words.append(re.sub(r"'s?$", "", word.strip(".,?'")))
    kept = words[:3]
    singular = [word[:-3] + "y" if word.endswith("ies") else word.rstrip("s") for word in kept]
    return frozenset([*kept, *singular])


def find_expected(lower: str, kind: Kind) -> Expected:
    """The type that an answer of this kind should hold."""
    table: dict[Kind, Expected] = {
        "figures": "figure", "who": "person", "when": "time", "where": "place", "who_said": "source"
    }  # fmt: skip
    if kind in table:
        return table[kind]
    if kind == "what" and _HAPPENED.match(lower):
        return "event"
    if kind == "what" and re.search(
        r"\b(?:which|what|this)\s+(?!is\b|was\b|did\b|does\b|are\b|were\b|do\b|has\b)\w", lower
    ):
        return "name"
    return "any"


def find_counted(lower: str) -> tuple[str, ...]:
    """The words of what is counted or measured: ("civilians",), ("km",); empty where nothing is."""
    found = _COUNTED.search(lower)
    share = _SHARE.search(lower)
    if share:
        return ("percent", share[1])
    if not found:
        if re.search(r"\btoll\b", lower):
            return ("people",)
        distance = {"far": "km", "old": "age", "long": "duration", "tall": "height", "high": "height"}
        measure = re.search(r"\bhow (far|old|long|tall|high)\b", lower)
        return (distance[measure.group(1)],) if measure else ()
    words: list[str] = []
    for word in re.sub(r"[^\w\s'-]", "", lower[found.start(1) : found.start(1) + 120]).split():
        if word in word_lists()["stop"]:
            if not words:
                continue
            break
        if words and find_classes(word):
            break
        words.append(re.sub(r"'s?$", "", word))
    return tuple(words[:4])
