"""The words of a question taken apart: what only leads up to it, its names, whom it cites, what says what happened."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from service.answering.asking.kinds import AUXILIARY, WHO_SAID, Kind
from service.answering.asking.outlets import Mention
from service.answering.language.names import Name, find_names, word_lists
from service.answering.language.predicates import predicate_classes

Role = Literal["agent", "placed", "patient"]

# "Which state", "what kind of deal": the noun right after is no verb.
_ASKED_WORD = re.compile(
    rf"\b(?:which|what)\s+(?!(?:{AUXILIARY})\b)(?:(?:kind|type|sort)\s+of\s+)?[\w'-]+|\bhow\s+(?:many|much)\s+(?!(?:{AUXILIARY})\b)[\w'-]+"
)
_OPENING = re.compile(
    rf"^(?:how\s+(?:many|much|far|long|old|high|tall|big|large|fast|deep|heavy)|who|whom|whose|when|where|what|which|"
    rf"why|how|{AUXILIARY})\b\s*(?:(?:{AUXILIARY})\b\s*)?",
    re.IGNORECASE,
)
_PLACING = re.compile(
    r"\b(?:in|at|near|from|inside|across|outside|around)\s+(?:the\s+)?(?:(?!of\b|and\b)[a-z-]+\s+){0,3}$"
)
# What a place is called beside its name is not always said.
_GENERIC = re.compile(r"(?<=\w)\s(?:Province|Governorate|Prefecture)$")
# These only carry the word that says what happened ("agreed to buy", "is expected to win").
_LIGHT = re.compile(
    r"\b(?:agree|plan|vote|begin|began|decide|announce|want|expect|try|tried|manage|continue|move|vow|refuse)\w*\s+(?=to\b)"
)
# A word that opens a sentence and is a name only by its capital: "Approximately", "Believed to be".
_OPENER = re.compile(r"\w{3,}ly$|\w+ed$|(?:m|b|tr)illions$", re.IGNORECASE)
_ID = re.compile(r"(?<![\w.:-])[A-Za-z0-9_:-][A-Za-z0-9_.:-]{0,199}")
_MOST_IDS = 8
# "The report titled “...”": only a question about articles speaks of titles.
_TITLED = re.compile(
    r"\b(?:the\s+)?(?:article|report|story|piece|text)s?\s+(?:titled|called|headed|entitled|headlined)\s+\"([^\"]{4,300})\"",
    re.IGNORECASE,
)
_TOLD_BY = re.compile(r"(?:^|,?\s)according\s+to\s+(?:the\s+)?$", re.IGNORECASE)
_ACCORDING = re.compile(r",?\s*\b(?:according\s+to|as\s+reported\s+(?:by|in)|as\s+per)\s+(?:the\s+)?$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:'s?)?\s+(?:article|report|story)(?!\w)", re.IGNORECASE)
_JOINED = re.compile(r",?\s*(?:and|or|,|&|as\s+well\s+as)\s+(?:(?:both|by|from|in|the|an?|another)\s+)*", re.IGNORECASE)
_LEFT = re.compile(r"^(?:'s)?,?\s*")
_QUOTED = ("'", '"')
_SAYS = re.compile(
    r"\s+(?:say|state|claim|tell|mention|report|call|describe|name|give|leave|omit|differ)\b", re.IGNORECASE
)
_AFTER_TOLD = re.compile(
    r"(?:'s)?\s*(?:,|[?.]*$|(?=(?:how|who|what|when|where|which|why|did|do|does|is|are|was|were|has)\b))"
)


def part_premise(asked: str) -> tuple[str, str]:
    """Sentences that only lead up to the one that asks, and that one; a lone sentence leads up to nothing."""
    parts = re.split(r"(?<=[a-z0-9)\"][.?!])\s+(?=[A-Z\"])", asked)
    if len(parts) == 1:
        return "", asked
    asking = [n for n, part in enumerate(parts) if part.endswith("?")] or [len(parts) - 1]
    return " ".join(part for n, part in enumerate(parts) if n != asking[-1]), parts[asking[-1]]


def is_cased(asked: str) -> bool:
    """Whether capitals mean anything: not where none is capital, or all are, or every word's first letter."""
    words = re.findall(r"[^\W\d_]{2,}", asked)
    if asked.isupper() and len(words) > 2:
        return False
    if not any(any(char.isupper() for char in word) for word in words[1:]) and not re.search(r"[a-z]-[A-Z]", asked):
        return False
    small = [word for word in words[1:] if word.lower() in word_lists()["stop"]]
    return not (len(small) > 1 and sum(word[0].isupper() for word in small) > len(small) * 0.7)


def find_topic(asked: str) -> str:
    """The question without question words and auxiliaries: "people killed in Albu Kamal"."""
    words = _OPENING.sub("", asked, count=1).rstrip(" ?.!").split()
    return " ".join(word for word in words if not re.fullmatch(AUXILIARY, word.lower())) or asked


def find_asked_names(asked: str, outlets: Iterable[str]) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    """The names in the question that are no outlets, each once, and where each first stands."""
    known = {label.casefold() for label in outlets}
    found = [name for name in find_names(asked) if name.text.casefold() not in known and not only_opens(asked, name)]
    first: dict[str, tuple[int, int]] = {}
    for name in found:
        first.setdefault(_GENERIC.sub("", name.text), (name.start, name.end))
    return tuple(first), list(first.values())


def only_opens(asked: str, name: Name) -> bool:
    """Whether a lone word has its capital from opening the question."""
    after = re.match(r"\s+(?:how|to|by|in|as|of|many|much)\b", asked[name.end :])
    return name.start == 0 and bool(after and _OPENER.match(name.text))


def take_outlets(asked: str, mentions: Sequence[Mention]) -> str:
    """The question without "according to X and Y", and with "the article" for "the X article", of those that tell."""
    later = -1, -1
    for one in reversed([one for one in mentions if one.tells]):
        low, high = one.start, one.end
        if asked[max(0, low - 1) : low] in _QUOTED and asked[high : high + 1] in _QUOTED:
            low, high = low - 1, high + 1
        before, work = _ACCORDING.search(asked[:low]), _ARTICLE.match(asked, high)
        high = work.end() if work else high
        end = later[1] if _JOINED.fullmatch(asked, high, later[0]) else high
        left = before and f"{asked[: before.start()]} {_LEFT.sub('', asked[end:])}".strip()
        if left:
            asked, low, end = left, -1, -1
        elif work:
            start = re.search(r"(?:\bthe\s+)?$", asked[:low], re.IGNORECASE)
            low = start.start() if start else low
            if not _reports(asked, low, high):
                asked = f"{asked[:low]}the article{asked[high:]}"
                end += low + len("the article") - high
        later = low, end
    return asked


def _reports(asked: str, low: int, high: int) -> bool:
    """Whether "OUTLET report" is no article: "what did OUTLET report about it", but not "did the OUTLET report say"."""
    did = re.search(r"\b(?:did|does|do)\s+$", asked[:low], re.IGNORECASE)
    return bool(did) and asked[low:high].endswith(" report") and not _SAYS.match(asked, high)


def predicate_part(lower: str, kind: Kind, spans: Sequence[tuple[int, int]]) -> str:
    """The question with its names and opening words blanked, so that only what could say what happened is left."""
    blank = list(lower)
    if kind == "who_said" and (found := WHO_SAID.match(lower)):
        blank[: found.end()] = " " * found.end()
    opening = re.match(r"^(?:according to \w+|what|which|who)\s*", lower)
    if opening and kind != "who_said":
        blank[: opening.end()] = " " * opening.end()
    for noun in _ASKED_WORD.finditer(lower):
        blank[noun.start() : noun.end()] = " " * (noun.end() - noun.start())
    for low, high in spans:
        blank[low:high] = " " * (high - low)
    for light in _LIGHT.finditer("".join(blank)):
        blank[light.start() : light.end()] = " " * (light.end() - light.start())
    return "".join(blank)


def first_classes(body: str, classes: Sequence[str]) -> tuple[str, ...]:
    """The classes of the first word that is in the table: the others tell of circumstances."""
    if not classes:
        return ()
    first = {name: found.start() for name in classes if (found := predicate_classes()[name].search(body))}
    low = min(first.values())
    return tuple(name for name in classes if first[name] == low)


def find_roles(lower: str, names: Sequence[str], spans: Sequence[tuple[int, int]], at: int | None) -> dict[str, Role]:
    """What the question has each name do: a name before the predicate does it, one after it has it done to it."""
    roles: dict[str, Role] = {}
    for name, (low, _) in zip(names, spans, strict=True):
        if _PLACING.search(lower[:low]):
            roles[name] = "placed"
        elif at is not None:
            roles[name] = "agent" if low < at else "patient"
    return roles


def predicate_start(body: str, classes: Sequence[str]) -> int | None:
    """Where the first word of one of the classes stands."""
    found = [match.start() for name in classes if (match := predicate_classes()[name].search(body))]
    return min(found, default=None)


class Taken(NamedTuple):
    """A question without what only confines it, and what that was."""

    text: str
    names: tuple[str, ...]


def take_sources(asked: str) -> Taken:
    """The question without "according to X", and X; at its beginning or its end, not in the middle of it."""
    for name in find_names(asked):
        before, after = _TOLD_BY.search(asked[: name.start]), _AFTER_TOLD.match(asked[name.end :])
        if before and after and (not before.start() or not asked[name.end + after.end() :].strip(" ?.")):
            left = f"{asked[: before.start()]} {asked[name.end + after.end() :]}".strip(" ,")
            if left.strip(" ?."):
                return Taken(left, (name.text,))
    return Taken(asked, ())


def take_articles(asked: str, ids: Sequence[str]) -> Taken:
    """The question with ids of articles put for "the article", and those ids, in the order in which they stand."""
    found = sorted((asked.find(one), one) for one in ids if one and one in asked)
    for _, one in sorted(found, key=lambda pair: -len(pair[1])):
        asked = re.sub(rf"\b(?:(?:the\s+)?(?:article|report)\s+)?{re.escape(one)}", "the article", asked)
    return Taken(asked, tuple(one for _, one in found))


def find_article_ids(text: str) -> tuple[str, ...]:
    """Words that could be ids of articles: those with a digit or an underscore in them; at most eight."""
    found = (match.group().rstrip(".:") for match in _ID.finditer(text))
    return tuple(dict.fromkeys(one for one in found if re.search(r"[\d_]", one)))[:_MOST_IDS]


def take_titles(asked: str) -> Taken:
    """The question with titles in quotation marks put for "the article", and those titles; whole sentences are none."""
    titles = tuple(found[1] for found in _TITLED.finditer(asked))
    return Taken(_TITLED.sub("the article", asked) if titles else asked, titles)


def blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with spaces for what stands at the spans."""
    chars = list(text)
    for low, high in spans:
        chars[low:high] = " " * (high - low)
    return "".join(chars)
