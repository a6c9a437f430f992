"""Who does what a sentence tells: the subject before its verb, or the one after "by"; never an object or a source."""

import re
from typing import NamedTuple

from index.records import Span
from service.answering.language.names import word_lists

_REACH = 400  # characters before a verb in which its subject may stand
_WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*\.?")
_BE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|got|gets)\s+(?:\w+ly\s+|also\s+|not\s+|then\s+|since\s+)?$", re.I
)
_BY = re.compile(r"[^,;:.()“”]{0,60}?\bby\s+")
_NO_DOER = re.compile(
    r"(?:\d|\w+ing\b|at least\b|then\b|now\b|far\b|more than\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)", re.I
)
# Before a noun, never before a finite verb.
_NOUN = re.compile(
    r"(?:\b(?:a|an|the|this|that|these|those|any|no|its|his|her|their|our|my|your|of|in|on|at|for|from|with|after|before|"
    r"during|over|under|against|about|into|sent to|taken to|back to|new|last|latest|recent|first|second|major)|"
    r"[’']s|s[’'])\s+$",
    re.I,
)
# A clause begins after these; what stands before them is no part of it.
_BOUNDARY = re.compile(
    r"[;:—“\"()]|\b(?:that|after|before|when|while|because|since|until|unless|although|though|whereas|if|whether|but|how|said|"
    r"says|say|told|reported|reports|claimed|claims|added|stated|announced|confirmed|believes?|noted|according to)\b",
    re.I,
)
_OWNER_BEFORE = re.compile(
    r"(?:(?P<name>[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*){0,3})(?:[’']s|(?<=s)[’'])|\b(?P<pronoun>her|his|its|their))\s+"
    r"(?:[a-z-]+\s+){0,2}$"
)
_OWNER_AFTER = re.compile(r"\s+(?:of|by)\s+(?:the\s+)?(?P<name>[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*){0,3})")
_RELATIVE = re.compile(r"(?:,\s*)?\b(?:who|which)\b", re.I)
_ASIDE = re.compile(r",\s+(?:who|which|whose|a|an|the|one|then)\b[^,;]{1,160},")
_OPENING = re.compile(
    r"^\s*(?:and|so|also|meanwhile|however|earlier|later|in|on|at|by|from|with|for|as|during|over|following|amid|despite|"
    r"under|within|among|last|this|next|\w+ly|\w+ing|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.I,
)
_MOST_WORDS = 9


class Doer(NamedTuple):
    """The noun phrase of the doer at `[start, end)`, without its article; `named` is false for a pronoun."""

    start: int
    end: int
    named: bool


def find_doer(text: str, predicate: Span) -> Doer | None:
    """Who does what the word at `predicate` says; None where the words do not tell.

    Linear in the text. A verb in the passive has its doer after "by" or has none; a noun ("its liberation") likewise.
    """
    before = text[max(0, predicate.start - _REACH) : predicate.start]
    word = text[predicate.start : predicate.end].lower()
    passive = bool(_BE.search(before[-40:])) and not word.endswith("ing")
    if passive or _NOUN.search(before[-24:]):
        return _after_by(text, predicate.end)
    if not before.strip(" “\"'‘(") or (found := _subject(before)) is None:
        return _after_by(text, predicate.end)
    shift = predicate.start - len(before)
    return found._replace(start=found.start + shift, end=found.end + shift)


def find_owner(text: str, predicate: Span) -> str | None:
    """Whose a noun at `predicate` is: "Haley" of "Haley's resignation" and "the resignation of Haley", or a pronoun.

    None where the word has no owner, or is a verb.
    """
    before = _OWNER_BEFORE.search(text[max(0, predicate.start - 80) : predicate.start])
    if before:
        return before["name"] or before["pronoun"]
    after = _OWNER_AFTER.match(text, predicate.end)
    return after["name"] if after and _NOUN.search(text[max(0, predicate.start - 24) : predicate.start]) else None


def find_patient(text: str, predicate: Span) -> Doer | None:
    """Whom the verb at `predicate` is done to: its subject in the passive, else what stands right after it.

    None where the words do not tell, or only a pronoun does.
    """
    if is_passive(text, predicate):
        before = text[max(0, predicate.start - _REACH) : predicate.start]
        be = _BE.search(before)
        found = _subject(before[: be.start()]) if be else None
        shift = predicate.start - len(before)
        found = found and found._replace(start=found.start + shift, end=found.end + shift)
    else:
        found = _phrase(text, predicate.end, len(text))
    words = text[found.start : found.end].split() if found else ()
    return found if found and not any(map(_is_pronoun, words)) else None


def is_passive(text: str, predicate: Span) -> bool:
    """Whether the word at `predicate` says what was done to the subject."""
    return bool(_BE.search(text[max(0, predicate.start - 40) : predicate.start])) and not text[
        predicate.start : predicate.end
    ].lower().endswith("ing")


def _after_by(text: str, end: int) -> Doer | None:
    found = _BY.match(text, end)
    if not found or _NO_DOER.match(text, found.end()):
        return None
    return _phrase(text, found.end(), len(text))


def _subject(before: str) -> Doer | None:
    """The subject of the verb that `before` leads up to: the first noun phrase of its clause."""
    plain = _ASIDE.sub(lambda one: " " * len(one.group()), before)
    low = 0
    for one in _BOUNDARY.finditer(plain):
        comma = plain.find(",", one.end())
        # "After a siege, troops ...": what opens the sentence goes up to the comma.
        low = comma + 1 if comma >= 0 and not plain[: one.start()].strip(' “"') and one.group().isalpha() else one.end()
    relative = list(_RELATIVE.finditer(plain, low))
    if relative:
        # "A, who did": the doer is what the relative clause is about.
        return _last_phrase(plain, low, relative[-1].start())
    while (comma := plain.find(",", low)) >= 0 and _OPENING.match(plain[low:comma]):
        low = comma + 1
    if _OPENING.match(plain[low:]) and not re.match(r"\s*and\b", plain[low:]):
        return None
    return _phrase(plain, low, len(plain))


def _phrase(text: str, low: int, high: int) -> Doer | None:
    """The noun phrase that begins at `low`; no longer than a name with its title."""
    words: list[re.Match[str]] = []
    end = low
    for found in _WORD.finditer(text, low, min(high, low + 160)):
        gap = text[end : found.start()]
        word = found.group().lower()
        if words and (
            gap.strip() or word in word_lists()["after_subject"] or _is_verb(found.group(), words[-1].group())
        ):
            if word == "and" and gap == " " and _joins(text, found.end()):
                words.append(found)
                end = found.end()
                continue
            break
        if not words and (word in word_lists()["after_subject"] and word != "and"):
            return None
        if not words and word in ("the", "a", "an", "and"):
            end = found.end()
            continue
        if len(words) == _MOST_WORDS:
            return None
        words.append(found)
        end = found.end()
    if not words or words[-1].group().lower() in ("of", "and"):
        return None
    last = words[-1]
    tail = re.search(r"[’'](?:s|re|ve|d|ll)?\.?$|\.$", last.group())
    # "He", "part of those units", "the president": who that is stands elsewhere.
    definite = bool(re.match(r"the\s", text[low:].lstrip(' “"'), re.IGNORECASE))
    points_back = definite and not any(one.group()[0].isupper() for one in words)
    own = not points_back and not any(_is_pronoun(one.group()) for one in words)
    keep = tail and not re.search(r"\b[A-Z]\.$", last.group())
    return Doer(words[0].start(), last.start() + tail.start() if tail and keep else last.end(), own)


def _last_phrase(text: str, low: int, high: int) -> Doer | None:
    """The noun phrase that ends at `high`."""
    chunk = text[low:high].rstrip(" ,")
    start = max(
        (one.end() for one in re.finditer(r",|\b(?:in|on|at|by|from|with|for|as|to|is|was|are|were|and)\b", chunk)),
        default=0,
    )
    return _phrase(text, low + start, low + len(chunk))


def _joins(text: str, at: int) -> bool:
    """Whether "and" joins two doers ("army troops and allied forces"): a name or noun phrase follows, not a verb."""
    after = re.match(r"\s+(?:the\s+|its?\s+|their\s+|allied\s+)?([^\W\d_][\w’'-]*)", text[at : at + 60])
    return bool(
        after and (after[1][0].isupper() or text[at:].lstrip().startswith(("the ", "its ", "their ", "allied ")))
    )


def _is_pronoun(word: str) -> bool:
    """Not US, IT or WHO."""
    return word.lower() in word_lists()["pronouns"] and not (word.isupper() and len(word) > 1)


def _is_verb(word: str, before: str) -> bool:
    """Whether a word after others of a phrase reads as its verb: small, and ending as a verb does."""
    if not word[0].islower() or "-" in word:
        return False
    if word in word_lists()["reporting"] or word in word_lists()["past"] or word.endswith("ly"):
        return True
    return word.endswith(("ed", "ing")) and before.lower() not in ("and", "a", "an", "the", "of", "its", "their")
