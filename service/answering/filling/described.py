"""What a sentence says somebody is: the words set beside the name, never what merely stands near it."""

import re

from service.answering.language.names import word_lists

# The words beside a name, up to the next comma or the like; a lone full stop inside stands in an abbreviation.
_BESIDE = r"[^,;:()“”\"—–?!\n]{2,120}?"
_END = r"(?=\s*(?:[,;:()“”\"—–]|\.(?:\s|$|[”\"])|$))"
_AFTER = re.compile(rf",\s+(?P<words>{_BESIDE}){_END}")
_IS = re.compile(
    r"(?:,\s+who)?\s+(?:is|was|are|were|has been)\s+(?:also\s+|currently\s+|now\s+)?"
    rf"(?P<words>(?:one of|the|an?|his|her|their)\s+{_BESIDE}){_END}"
)
_WHO = re.compile(
    rf",\s+who\s+(?:is\s+|was\s+|has been\s+)?(?:also\s+|currently\s+|now\s+|once\s+|previously\s+)?"
    rf"(?P<words>(?:serv(?:es|ed|ing)|work(?:s|ed|ing)|lead(?:s|ing)|heads|led)\s+(?:as\s+)?{_BESIDE}){_END}"
)
_KNOWN = re.compile(
    r"(?:\b(?:is|are|was|were|by|of|as|including|killed|arrested|and)|[,:(])\s+"
    r"(?P<words>(?:one of|an?|the|his|her)\s+(?:(?!\b(?:is|are|was|were)\b)[^,;:()“”\"]){2,120}?),?\s+"
    r"(?:known as|named|called|identified as)\s+$"
)
_BEFORE = re.compile(r"(?:^|[“\"(;:]\s*)(?P<words>[^,;:()“”\"]{3,120}),\s+$")
_TITLE = re.compile(r"(?:^|[\s“\"(])(?P<words>(?:[A-Z][\w.’'-]+\s+|[a-z][a-z-]+\s+){0,4}(?:of\s+(?:[A-Z][\w-]+)\s+)?)$")
# What stands after a comma is no description when it begins so.
_NO_DESCRIPTION = re.compile(
    r"(?:and|or|but|who|whom|whose|which|that|when|where|while|as|in|on|at|to|for|with|after|before|from|by|of|not|is|are|"
    r"was|were|has|have|had|will|would|could|said|says|told|he|she|it|they|we|i|if|then|\w+(?:ed|ing)|\d+)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 16


def describe(text: str, name: re.Pattern[str], nouns: frozenset[str]) -> str | None:
    """The words of `text` that say who or what `name` is; None where it is only mentioned. `nouns` are what people are.

    "X, a former minister, ..."; "X is the head of ..."; "a former minister known as X"; "the minister, X, ...";
    "Prosecutor X".
    """
    for found in name.finditer(text):
        after, before = text[found.end() : found.end() + 200], text[max(0, found.start() - 200) : found.start()]
        for pattern in (_IS, _WHO):
            if match := pattern.match(after):
                return _trim(match["words"])
        if (known := _KNOWN.search(before)) is not None:
            return _trim(known["words"])
        ahead = _BEFORE.search(before) if after[:1] in (",", ".") else None
        for match in (ahead, _AFTER.match(after)):
            if match and _describes(match["words"], nouns):
                return _trim(match["words"])
        title = _TITLE.search(before)
        if title and (words := _title(title["words"], nouns)):
            return words
    return None


def _describes(words: str, nouns: frozenset[str]) -> bool:
    """Whether the words beside a name are about it: they begin as a noun phrase, and no bare name of a list."""
    if _NO_DESCRIPTION.match(words) or len(words.split()) > _MOST_WORDS:
        return False
    if re.match(r"(?:an?|the|one of|former|his|her)\s", words):
        return True
    return bool({word.strip("’'s.").casefold() for word in words.split()} & nouns) or (
        words[0].islower() and " " in words and words.split()[0] not in word_lists()["past"]
    )


def _title(words: str, nouns: frozenset[str]) -> str | None:
    """The title right before a name, with the words that belong to it: "US Secretary of State", "Prosecutor"."""
    parts = words.split()
    at = [n for n, part in enumerate(parts) if part.casefold().strip("’'.") in nouns]
    if not at or (at[-1] != len(parts) - 1 and parts[at[-1] + 1 : at[-1] + 2] != ["of"]):
        return None
    low = at[0]
    while low and parts[low - 1][:1].isupper():
        low -= 1
    kept = " ".join(parts[low:])
    return kept if len(kept) > 3 else None


def _trim(words: str) -> str:
    return words.strip(" .’'")
