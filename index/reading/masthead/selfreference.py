"""Where an outlet speaks of itself in its own voice, off quotation marks; not whom it quotes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.reading.masthead.names import NAME, fold_name, has_media_word, is_acronym, is_agency, may_be_name, trim_name
from index.records import Evidence, Line

# Quotations run to their closing mark or to the end of the line; ’ closes only where no letter follows.
_QUOTATION = re.compile(r"“[^”]*”?|\"[^\"]*\"?|„[^“”]*[“”]?|«[^»]*»?|‘(?<!\w‘)(?:[^’]|’(?=\w))*’?")

# Of each cue its kind, the words one of which stands in it, and its pattern.
# Only one who reports says these things of itself; one of them is enough.
_STRONG = (
    (
        "verified",
        "sources",
        r"(?:has |have )?(?:confirmed|verified) [^.\n]{0,60}?\b(?:from|with|through|by|via) "
        r"[^.\n]{0,40}?\bsources\b",
    ),
    (
        "could not verify",
        "verify|confirm|authenticate",
        r"(?:could not|was unable to|has not been able to|couldn['’]t) (?:immediately |independently )*"
        r"(?:verify|confirm|authenticate)\b",
    ),
    ("has learned", "learned", r"has (?:exclusively )?learned(?=[.,])"),
    (
        "asked for comment",
        "for comment",
        r"(?:has |have )?(?:reached out|contacted|asked) [^.\n]{0,60}?\bfor comment\b",
    ),
    (
        "asked for comment",
        "comment",
        r"['’]s? (?:repeated |multiple |written )?(?:requests?|inquir\w+|enquir\w+) for (?:a )?comment\b",
    ),
    ("own footage", "brings you", r"['’]s? (?:[\w-]{1,20} ){0,4}brings you\b"),
)
# The same, in the lines that close an article, which may well be labelled furniture.
_CLOSING = (
    (
        "own staff",
        "contributed",
        r"['’]s? [A-Z][^.\n]{3,120}? contributed (?:\w+ )?to this (?:report|story|article|piece)\b",
    ),
)
_CLOSING_AFTER = (
    (
        "own views",
        "represent|reflect",
        r"\bnot (?:necessarily )?(?:represent|reflect) the (?:official )?"
        r"(?:views?|opinions?|positions?|policy)[\w ]{0,30} of ",
    ),
)
# What others may say of it too; two different ones are wanted.
_WEAK_BEFORE = (
    ("has learned", "learned", r"(?:has|have) (?:exclusively )?learned(?! [a-z]+ing\b|[.,])"),
    ("own work", "analysis|investigation|review|tally", r"(?:analysis|investigation|review|tally)\b"),
    ("own staff", "report|has more", r"['’]s [A-Z]\w{1,20} [A-Z][\w-]{1,20} (?:reports?|has more)\b"),
)
_WEAK_AFTER = (
    (
        "told",
        "told|telling|tells|spoke|talked|interview|conversation|mail|statement|comments|remarks",
        r"\b(?:told|telling|tells|spoke (?:to|with)|talked (?:to|with)|(?:interview|conversation) with"
        r"|(?:e-?mail|statement|comments|remarks) to) ",
    ),
    ("handed to", "by ", r"\b(?:obtained|reviewed|seen|viewed|examined) (?:exclusively )?by "),
    ("handed to", "shared|provided", r"\b(?:shared|provided) (?:exclusively )?(?:with|to) "),
    ("asked for comment", "for comment", r"\brequests? for (?:a )?comment from "),
)


class _Cue(NamedTuple):
    """A cue; without any of its `signs` in a line, which are quickly looked for, its pattern is not there."""

    kind: str
    strong: bool
    signs: tuple[str, ...]
    pattern: re.Pattern[str]


def _compile(cues: Sequence[tuple[str, str, str]], strong: bool, after: str = "") -> tuple[_Cue, ...]:
    return tuple(_Cue(kind, strong, tuple(signs.split("|")), re.compile(cue + after)) for kind, signs, cue in cues)


_BEFORE = _compile(_STRONG, True) + _compile(_WEAK_BEFORE, False)
_AFTER = _compile(_WEAK_AFTER, False, f"(?P<name>{NAME})")
_CLOSING_CUES = _compile(_CLOSING, True), _compile(_CLOSING_AFTER, True, f"(?P<name>{NAME})")
_NAME_AT_END = re.compile(rf"(?<![\w.&-])(?P<name>{NAME}) ?$")
# Used as a source or an actor: then it is one of whom the article speaks.
_AS_SOURCE = (
    r" (?:reports?|reported|said|says|announced|claimed|claims|stated|quoted|cited|wrote|writes|director|officials?"
    r"|spokes\w+|agents?|police|leaders?|chief)\b"
)
_OFTEN = 4  # times that somebody is said to have told it something
_MOST_NAMES = 20  # a text with more names that might be its own has none
_LONGEST = 50_000  # characters of a line of prose; a longer one is no line of an article
_REACH = 110  # characters before a cue within which a name that ends at it must begin


@dataclass(frozen=True, slots=True)
class Mention:
    """An outlet's name in words that it says of itself; the span holds name and words."""

    name: str
    kind: str
    strong: bool
    start: int
    end: int


def mask_quotations(line: str) -> str:
    """The line with every quotation blanked out, at the same length."""
    return _QUOTATION.sub(lambda match: '"' * len(match.group()), line)


def find_mentions(text: str, lines: Sequence[Line]) -> tuple[Mention, ...]:
    """Every mention off quotation marks, in order; outside the body only those that close an article."""
    found: list[Mention] = []
    for line in lines:
        if line.label == "title" or line.end - line.start > _LONGEST:
            continue
        words = mask_quotations(text[line.start : line.end])
        before, after = _CLOSING_CUES
        if line.label == "body":
            before, after = before + _BEFORE, after + _AFTER
        found.extend(_find_before(words, line.start, _find_signed(words, before)))
        found.extend(_find_after(words, line.start, _find_signed(words, after)))
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


def _find_signed(words: str, cues: Sequence[_Cue]) -> list[_Cue]:
    return [cue for cue in cues if any(sign in words for sign in cue.signs)]


def _find_before(words: str, offset: int, cues: Iterable[_Cue]) -> Iterator[Mention]:
    for kind, strong, _, pattern in cues:
        for match in pattern.finditer(words):
            near = max(0, match.start() - _REACH)
            before = _NAME_AT_END.search(words[near : match.start()])
            if before and may_be_name(name := trim_name(before["name"])):
                start = near + before.end("name") - len(name)
                yield Mention(name, kind, strong, offset + start, offset + match.end())


def _find_after(words: str, offset: int, cues: Iterable[_Cue]) -> Iterator[Mention]:
    for kind, strong, _, pattern in cues:
        for match in pattern.finditer(words):
            if may_be_name(name := trim_name(match["name"])):
                end = match.end() - len(match["name"].removeprefix("the ")) + len(name)
                yield Mention(name, kind, strong, offset + match.start(), offset + end)


def choose_self(text: str, lines: Sequence[Line], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of the one name that the article speaks of as itself; none where there is no such name, or two.

    One strong mention is enough, or two of different kinds, or to have been told things four times. The name must be
    shaped like an outlet's or stand nowhere else, must not be an agency's, and must not be used as a source
    ("X reported", "according to X").
    """
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[fold_name(mention.name)].append(mention)
    candidates = [own for own in by_name.values() if _is_enough(own) and not is_agency(own[0].name)]
    if not candidates or len(candidates) > _MOST_NAMES:
        return ()
    body = "\n".join(mask_quotations(text[line.start : line.end]) for line in lines if line.label == "body")
    selves = [own for own in candidates if _is_self(own, body)]
    return tuple(selves[0]) if len(selves) == 1 else ()


def _is_enough(mentions: Sequence[Mention]) -> bool:
    kinds = {mention.kind for mention in mentions}
    return (
        any(mention.strong for mention in mentions) or len(kinds) > 1 or (kinds == {"told"} and len(mentions) >= _OFTEN)
    )


def _is_self(mentions: Sequence[Mention], body: str) -> bool:
    name = mentions[0].name.removeprefix("The ")
    escaped = re.escape(name)
    if re.search(rf"(?<!\w){escaped}{_AS_SOURCE}|(?i:according to) (?:[Tt]he )?{escaped}(?![\w'’]| \w)", body):
        return False
    times = len(re.findall(rf"(?<!\w){escaped}(?!\w)", body))
    if is_acronym(name):
        return not re.search(rf"\b[Tt]he {escaped}(?!\w)", body)
    return has_media_word(name) or times <= len(mentions)


def cite_mentions(text: str, mentions: Sequence[Mention]) -> tuple[Evidence, ...]:
    """One piece of evidence for each mention."""
    return tuple(
        Evidence(f"speaks of itself: {mention.kind}", mention.start, mention.end, text[mention.start : mention.end])
        for mention in mentions
    )
