"""A follow-up question as one that stands alone, by the questions before it; takes nothing from any answer."""

import re
from collections.abc import Sequence

from service.answering.asking.days import find_periods
from service.answering.asking.history.earlier import Earlier, read_earlier
from service.answering.language.names import find_names, word_lists

_LEADS = re.compile(r"^(?:(?:and|but|so|ok|okay|then|also|well|now|thanks|thank you)\b[,.!]?\s+)+", re.IGNORECASE)
_ACCORDING = re.compile(r"^(?:what\s+)?(?:according\s+to|as\s+per|per)\s+(?P<who>[^,?]+?)\s*\?*$", re.IGNORECASE)
_ABOUT = re.compile(r"^(?:what|how)\s+about\s+(?P<what>[^?]+?)\s*\?*$", re.IGNORECASE)
_ON = re.compile(r"^(?:about|on(?!\s+(?:\w+day\b|\w+\s+\d)))\s+(?P<what>[^?]+?)\s*\?*$", re.IGNORECASE)
_PREPOSITION = r"(?:in|at|near|on|from|during|since|before|after|until|between|by)"
_PLACED = re.compile(rf"^{_PREPOSITION}\s+[^?]+$", re.IGNORECASE)
_COUNTED = re.compile(
    rf"^how\s+(?P<much>many|much)(?:\s+of\s+them|\s+(?!{_PREPOSITION}\b)(?P<what>[a-z-]+))?(?:\s+(?P<rest>{_PREPOSITION}\s+[^?]+?))?\s*\?*$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(?P<wh>when|where|why|how)(?:\s+(?:exactly\s+)?(?:was|is|were|did|does)\s+(?:that|it|this|they)(?:\s+(?:happen|occur|take\s+place|be))?)?\s*\?*$",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(r"^by\s+whom\s*\?*$", re.IGNORECASE)
# Whose words on the same thing: "What did RT say?", "Who confirmed it?", "Did Damascus deny that?"
_SAID = re.compile(
    r"^(?P<asks>what\s+(?:did|does|do|has|have)\s+(?P<who>[^?]+?)\s+(?:say|report|claim|write|think|said|reported))"
    r"(?:\s+(?:about|on)\s+(?:it|that|this|them))?\s*\?*$",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"^(?P<asks>(?:(?:who|which\s+\w+)(?:\s+else)?|(?:did|does|has|have|do)\s+[^?]+?)\s+(?:also\s+)?"
    r"(?P<verb>confirm|den[yi]|report|say|said|admit|claim|dispute|reject|announce)\w*)\s+(?:it|that|this|so)\s*\?*$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?P<word>it|its|they|them|their|he|him|she|her|his|there)\b(?!\s+(?:is|are|was|were)\s+(?:true|clear|known)\b)",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    r"\b(?:(?:is|was|are|were|been|be|has|have)\s+there|there\s+(?:is|are|was|were|been)|it\s+(?:is|was)\s+\w+\s+(?:that|to)|"
    r"(?:is|was)\s+it\s+\w+\s+(?:that|to|who))\b",
    re.IGNORECASE,
)
_OWNED = {"its", "their", "his"}
# What points back: "the same", "that claim", "the second one".
_POINTING = re.compile(
    r"\b(?:that|this|those|these|(?:the|any)\s+(?:same|other|others|first|second|third|latter|former|last))\b",
    re.IGNORECASE,
)
_FRAGMENT = 3  # words
MOST_QUESTIONS = 10


def stand_alone(question: str, earlier: Sequence[str], outlets: Sequence[str]) -> str:
    """The question with what it leaves to be understood from the `earlier` ones, oldest first; often as it is.

    Names, what is asked about and what happened are carried over only where it has none of its own.
    """
    before = ""
    for one in [*earlier[-MOST_QUESTIONS:], question]:
        before = _resolve(one, read_earlier(before, outlets)) if before else one
    return before


def _resolve(question: str, base: Earlier) -> str:
    words = " ".join(question.replace("’", "'").split())
    led = _LEADS.match(words)
    bare = _LEADS.sub("", words)
    found = (
        _resolve_fragment(bare, base, led=bool(led))
        or _resolve_asked(bare, base)
        or _resolve_said(bare, base)
        or _resolve_pronouns(bare, base)
    )
    return found[0].upper() + found[1:] if found else question


def _resolve_fragment(bare: str, base: Earlier, *, led: bool) -> str | None:
    """The earlier question with another in its place: "And according to SANA?", "What about Raqqa?", "In 2017?"."""
    if found := _ACCORDING.match(bare):
        return base.told_by(found["who"])
    if found := _ON.match(bare):
        return base.on(found["what"])
    about = _ABOUT.match(bare)
    what = about["what"] if about else bare.rstrip(" ?")
    if not about and not _is_fragment(what, led=led):
        return None
    if _PLACED.match(what) or find_periods(f"in {what}", None):
        return base.placed_in(what)
    return base.about(what)


def _is_fragment(words: str, *, led: bool) -> bool:
    """Whether it is no question of its own: a time, a place or, behind "and", a name."""
    if _PLACED.match(words):
        return len(words.split()) < 7 and not re.search(
            r"\b(?:who|what|which|how|when|where|did|was|were|is|are|whom)\b", words
        )
    names = find_names(words)
    return led and len(names) == 1 and names[0].end == len(words) and not names[0].start > len("the ")


def _resolve_asked(bare: str, base: Earlier) -> str | None:
    """Something else asked of what happened: "When was that?", "How many in 2017?", "By whom?"."""
    if found := _BARE.match(bare):
        return base.ask(found["wh"].lower())
    if found := _COUNTED.match(bare):
        return base.count(found["much"].lower(), found["what"], found["rest"])
    return base.ask("by whom") if _BY_WHOM.match(bare) else None


def _resolve_said(bare: str, base: Earlier) -> str | None:
    found = _SAID.match(bare) or _HELD.match(bare)
    asks = _replace_pronouns(found["asks"], base) if found else ""
    if not asks or _PRONOUN.search(asks):
        return None
    if _SAID.match(bare):
        return f"{asks} about {base.topic}?" if base.topic else None
    clause = base.clause
    return f"{asks} {clause if clause.startswith('what ') else f'that {clause}'}?" if clause else None


def _resolve_pronouns(bare: str, base: Earlier) -> str | None:
    if _EXPLETIVE.search(bare):
        return None
    found = _replace_pronouns(bare, base)
    return found if found != bare else None


def _replace_pronouns(words: str, base: Earlier) -> str:
    """With the earlier question's names for pronouns that no name of the question's own stands before."""
    own = find_names(words)
    out, at = [], 0
    for found in _PRONOUN.finditer(words):
        word = found["word"].lower()
        led = any(name.start < found.start() for name in own)
        if word in _OWNED and re.search(r"\b(?:the|an?)\s+[a-z]", words[: found.start()]):
            continue
        if led and (word in _OWNED or not _opens(words, own[0].start)):
            continue
        if word == "her":
            word = "his" if re.match(r"\s+[a-z]", words[found.end() :]) else "him"
        name = base.meant_by(word)
        if name is None:
            continue
        if word in _OWNED:
            name += "'" if name.endswith("s") else "'s"
        out += [words[at : found.start()], f"in {name}" if word == "there" else name]
        at = found.end()
    return "".join([*out, words[at:]])


def _opens(words: str, start: int) -> bool:
    """Whether the name opens the question as who does something to it: "Did Hezbollah capture it"."""
    opening = words[:start].lower().split()
    return bool(opening) and all(word in word_lists()["stop"] or word == "far" for word in opening)


def leans(question: str) -> bool:
    """Whether what a question means may hang on what was said before it: by a pronoun, as a fragment, after "and"."""
    words = " ".join(question.replace("’", "'").split())
    pronoun = _PRONOUN.search(_EXPLETIVE.sub(" ", words))
    return bool(pronoun or _LEADS.match(words) or _POINTING.search(words)) or len(words.split()) <= _FRAGMENT
