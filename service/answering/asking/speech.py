"""Of whose words a question asks, and what it asks whether they did with them: say, deny, admit, confirm, accuse."""

import re
from typing import NamedTuple

from service.answering.asking.kinds import SAID, Act, Kind

_ACTS: dict[Act, str] = {
    "denies": "deny denied denies reject rejected dispute disputed refute refuted",
    "says": "say said says claim claimed report reported state stated tell told argue argued announce announced "
    "declare declared suggest suggested insist insisted write wrote mention mentioned",
    "admits": "admit admitted acknowledge acknowledged concede conceded confess confessed",
    "confirms": "confirm confirmed verify verified corroborate corroborated",
    "accuses": "accuse accused blame blamed",
}
_VERBS = {verb: act for act, verbs in _ACTS.items() for verb in verbs.split()}
_DID = re.compile(
    r"^(?:did|does|do|has|have|had)\s+(?P<speaker>[^,?]{1,120}?)\s+(?:also\s+|ever\s+|really\s+|actually\s+|not\s+|first\s+)?"
    rf"(?P<verb>{'|'.join(sorted(_VERBS, key=len, reverse=True))})\b(?P<rest>[^?]*)"
)
# "Who denied the allegations": whose words are asked for, by what they do with them.
_WHO_DENIED = re.compile(
    r"^who\s+(?:(?:has|have|had|also)\s+){0,2}(?P<verb>den(?:y|ies|ied)|disput(?:es?|ed)|refut(?:es?|ed)|reject(?:s|ed)?)\b"
    r"(?P<rest>[^?]*)"
)
# What is said, not what is done: "confirm the nominee", "announce a plan" are deeds.
_SAID_THING = re.compile(
    r"\s*(?:$|(?:that|it|this|these|those|so|whether|anything|how|why|what|about|of|on)\b"
    r"|(?:the\s+|any\s+|such\s+|its\s+|his\s+|her\s+|their\s+)?(?:\w+\s+)?(?:reports?|claims?|news|stor(?:y|ies)|allegations?|accusations?|"
    r"figures?|numbers?|deaths?|killings?|involvement|knowledge|wrongdoing|charges?|responsibility|use|attacks?|strikes?|bombings?)\b|[a-z]+ing\b)"
)
# A speaker is a noun phrase: no verb of its own, no "to" before the verb.
_NO_SPEAKER = re.compile(
    r"\b(?:to|that|who|which|whether|if|agree[ds]?|plan|want|expect|try)$|^(?:there|it|this|that)$"
)
# Who is no one: the articles as a whole.
_ANYBODY = re.compile(
    r"^(?:the\s+|these\s+|those\s+|any\s+|all\s+)*(?:articles?|reports?|texts?|stor(?:y|ies)|outlets?|sources?|media|news|they|it|"
    r"people|anyone|anybody|someone|we|you|i)(?:\s+found)?(?:,?\s+(?:and|or)\s+(?:the\s+)?(?:article|report|story))*$"
)


# "How do X and Y differ on Z": the words of both are asked for.
_DISAGREE = re.compile(
    r"^how\s+(?:do|does|did)\s+(?:the\s+)?(?P<one>[^,?]{1,80}?)\s+and\s+(?:the\s+)?(?P<other>[^,?]{1,80}?)\s+"
    r"(?:differ|disagree)\s+(?:on|about|over|as\s+to)\b"
)


class Speech(NamedTuple):
    """Who speaks, as spans of the question, and what is asked of it; `end` is where what is said begins."""

    speakers: tuple[tuple[int, int], ...]
    act: Act
    end: int


def find_speech(lower: str, kind: Kind) -> Speech | None:
    """The speaker of "what did X say about Y" and of "did X deny Y"; None where nobody's words are asked for.

    "Who denied the allegations" has no speaker, and yet asks for words.
    """
    if kind == "difference" and (found := _DISAGREE.match(lower)):
        return Speech((found.span("one"), found.span("other")), "", found.end())
    if kind == "said" and (found := SAID.match(lower)):
        if _ANYBODY.match(found["speaker"]):
            return None
        return Speech(_part(lower, *found.span("speaker")), "", found.end())
    if kind == "who" and (found := _WHO_DENIED.match(lower)) and _SAID_THING.match(found["rest"]):
        return Speech((), "denies", found.end("verb"))
    found = _DID.match(lower) if kind == "yes_no" else None
    if not found or _NO_SPEAKER.search(found["speaker"]) or _ANYBODY.match(found["speaker"]):
        return None
    act = _VERBS[found["verb"]]
    if (
        act != "accuses"
        and not _SAID_THING.match(found["rest"])
        and not (act == "denies" and found["verb"][:3] == "den")
    ):
        return None
    return Speech(_part(lower, *found.span("speaker")), act, found.end("verb"))


def disagrees(lower: str) -> bool:
    """Whether a question asks how two that it names differ in what they say."""
    found = _DISAGREE.match(lower)
    return bool(found) and not any(_ANYBODY.match(found[name]) for name in ("one", "other") if found)


def says_nobody(lower: str) -> bool:
    """Whether "what does X say" asks for nobody's words, but for what the articles hold."""
    found = SAID.match(lower)
    return bool(found and _ANYBODY.match(found["speaker"]))


def _part(lower: str, low: int, high: int) -> tuple[tuple[int, int], ...]:
    """The speaker without determiner and possessive; two where two are named that both begin with "the"."""
    start = re.match(r"(?:the|an?|its|his|her|their)\s+", lower[low:high])
    low += start.end() if start else 0
    joined = re.search(r"\s+(?:and|or)\s+the\s+", lower[low:high])
    if joined:
        return ((low, low + joined.start()), (low + joined.end(), high))
    return ((low, high),)
