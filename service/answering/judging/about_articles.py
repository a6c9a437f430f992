"""Questions about the articles themselves: how they differ, what one left out, their words, when one came out."""

import re
from dataclasses import dataclass
from typing import Literal

from service.answering.asking.kinds import AUXILIARY

Ordinal = Literal["first", "second", ""]
_ARTICLES = (
    r"(?:articles?|reports?|stor(?:y|ies)|accounts?|versions?|texts?|pieces?|outlets?|papers?|newspapers?|sources|sites?|"
    r"agencies|coverage|copies|copy)"
)
_WHOLE = re.compile(rf"\b(?:{_ARTICLES}|(?:these|the|those)\s+two|one|they|others?)\b")
_DIFFER = re.compile(
    r"^(?:how|where|in\s+(?:what|which)\s+(?:ways?|respects?|points?))\s+(?:do|does|did|are|is|were|was)\s+(?P<of>[^?]*?)\s+"
    r"(?:differ(?:ent)?|disagree|diverge|compare|contradict)\b"
    r"|^what\s+(?:differs|is\s+different|are\s+the\s+differences?|is\s+the\s+differences?)\b(?P<between>[^?]*)"
    r"|^compare\b(?P<compared>[^?]*)"
)
_LEFT_OUT = re.compile(
    r"^what\s+(?:did|does|do|has|have|was|is|were)\s+(?P<who>[^?]{0,200}?)\s*\b"
    r"(?:leave\s+out|leaves?\s+out|left\s+out|omit(?:s|ted)?|drop(?:s|ped)?|cut|missing|lacks?|not\s+(?:say|mention|include|report|have|carry))\b"
    r"(?P<rest>[^?]*)"
)
_WHICH_LACKS = re.compile(
    rf"^which\s+(?:one\s+)?(?:of\s+)?(?:the\s+|these\s+)?(?:two\s+)?(?:{_ARTICLES}\b|two\b|them\b)[^?]*?\s"
    r"(?:leaves?\s+out|left\s+out|omit(?:s|ted)?|drop(?:s|ped)?|lacks?)\b"
)
# "which words do the outlets use for X", "what do the outlets call X", "how do they refer to X"
_WORDS = re.compile(
    rf"^(?:which|what)\s+(?:words?|terms?|names?|labels?|expressions?)\s+(?:(?:{AUXILIARY})\s+)?(?:[^?]{{0,120}}?\s)?"
    r"(?:use[ds]?|using|given|applied|employ(?:ed)?)\s+(?:for|to\s+(?:describe|name|call|refer\s+to|mean)|about|of|to)\s+(?P<used>[^?]+)"
    rf"|^what\s+(?:do|does|did)\s+(?:[^?]{{0,60}}?\s)?(?:{_ARTICLES}|they|each)\s+call\s+(?P<called>[^?]+)"
    rf"|^how\s+(?:do|does|did)\s+(?:[^?]{{0,60}}?\s)?(?:{_ARTICLES}|they|each)\s+(?:name|call|refer\s+to)\s+(?P<named>[^?]+)"
)
_PUBLISHED = re.compile(
    rf"^(?:when|(?:on\s+)?(?:what|which)\s+(?:day|date))\s+(?:(?:was|were|is|did)\s+)(?:(?P<it>it|this|that|they|these)|[^?]{{0,200}}?\b{_ARTICLES}\b"
    r"[^?]{0,200}?|[^?]{1,60}?)\s+(?:first\s+)?(?P<verb>published|publish|posted|printed|come\s+out|appear)\b"
)
_CONFIRMED = re.compile(
    rf"^(?:is|was|are|were|has|have|can)\s+(?P<it>it|this|that|any\s+of\s+(?:it|this))\b[^?]*?\b(?:confirmed|corroborated|verified)\b"
    rf"|^(?:{AUXILIARY})\s+[^?]*?\b(?:independently\s+(?:been\s+)?(?:confirmed|corroborated|verified)|(?:confirmed|corroborated|verified)\s+(?:independently|by\s+(?:an(?:other|y)?|other|others|several|more|independent)\b|elsewhere|that\b))"
    rf"|^(?:is|has|was)\s+there\s+(?:been\s+)?(?:any\s+|an?\s+)?(?:independent\s+)?(?:confirmation|corroboration)\b"
    r"|^how\s+many\s+(?:independent\s+|different\s+|other\s+)?(?:sources|outlets|articles|newspapers|agencies|reports|papers)\s+"
    r"(?:independently\s+)?(?:confirm(?:ed)?|corroborate[d]?|support|say|said|report|reported|back|agree)\b(?:\s+that\b)?"
    r"|^(?:who|which\s+(?:sources|outlets|articles))\s+(?:else\s+)?(?:independently\s+)?(?:corroborate[sd]?|confirm(?:s|ed)?\s+independently)\b"
)
_ORDINAL = re.compile(r"\b(?:the\s+)?(first|second|former|latter|other)\b")


# Words that only ask, where articles are asked about.
_ASKING = re.compile(
    rf"\b(?:how\s+many|how|what|which|who|when|compare|do|does|did|is|are|was|were|has|have|been|can|there|any|it|one|two|both|"
    rf"these|those|they|else|elsewhere|others?|another|first|second|former|latter|several|different(?:ly)?|differs?|differences?|"
    rf"between|from|disagree|diverge|contradict|leaves?|left|out|omit(?:s|ted)?|drop(?:s|ped)?|missing|lacks?|not\s+(?:say|mention|"
    rf"include|report|have|carry)|titled|call(?:ed)?|published?|posted|printed|come\s+out|independent(?:ly)?|confirm(?:s|ed|ation)?|"
    rf"corroborat(?:es?|ed|ion)|verified|support|back|agree|says?|said|{_ARTICLES})\b",
    re.IGNORECASE,
)
_LIGHT = frozenset(["the", "a", "an", "of", "on", "in", "about", "that", "by", "at", "for", "to", "with", "and", "or"])


@dataclass(frozen=True, slots=True)
class ArticleQuestion:
    """What is asked of articles: `kind` "" where nothing of the sort is.

    `term` is where the thing stands whose names are asked for; `ordinal` says of which of two it is asked what it
    left out.
    """

    kind: Literal["difference", "left_out", "words", "confirmed", "published", ""] = ""
    term: tuple[int, int] = (0, 0)
    ordinal: Ordinal = ""


def find_article_question(lower: str, named: int = 0) -> ArticleQuestion:
    """How a lower-case question asks about articles; `named` is how many outlets or articles it names.

    "How does X differ from Y" is about articles only where it says so, or names two of them.
    """
    if found := _DIFFER.match(lower):
        if named > 1 or re.search(rf"\b{_ARTICLES}\b|\btwo\b|\bthey\b", lower):
            return ArticleQuestion("difference")
    elif found := _WHICH_LACKS.match(lower):
        return ArticleQuestion("left_out")
    elif found := _LEFT_OUT.match(lower):
        if named or _WHOLE.search(found["who"]) or _WHOLE.search(found["rest"]):
            return ArticleQuestion("left_out", ordinal=_ordinal(found["who"] or found["rest"]))
    elif found := _WORDS.match(lower):
        name = next(key for key in ("used", "called", "named") if found[key])
        return ArticleQuestion("words", found.span(name))
    elif found := _PUBLISHED.match(lower):
        if named or found["it"] or re.search(rf"\b{_ARTICLES}\b", found.group()):
            return ArticleQuestion("published")
    elif _CONFIRMED.match(lower):
        return ArticleQuestion("confirmed")
    return ArticleQuestion()


def blank_asking(text: str) -> str:
    """The question with spaces for the words that only ask about articles; as long as it was."""
    return _ASKING.sub(lambda found: " " * len(found.group()), text)


def find_topic_of(asked: str) -> str:
    """What a question about articles is about: "al-Sukhnah" of "How do the two reports on al-Sukhnah differ?"."""
    words = blank_asking(asked).strip(" ?.!,").split()
    while words and words[0].casefold() in _LIGHT:
        words = words[1:]
    while words and words[-1].casefold() in _LIGHT:
        words = words[:-1]
    return " ".join(words)


def _ordinal(words: str) -> Ordinal:
    found = _ORDINAL.search(words)
    if not found:
        return ""
    return "first" if found[1] in ("first", "former") else "second"
