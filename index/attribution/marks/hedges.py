"""Hedges, and the noun or verb that each covers; a verb that attributes ("X alleged that") is a cue and none."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from index.attribution.marks.figures import read_unit
from index.attribution.scan.closed import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BE,
    OBJECTS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    VERBS,
)
from index.attribution.scan.tokens import Tokens, lower_text, read_tokens
from index.errors import BylineError
from index.records import Hedge, Span

Kind = Literal["adverb", "adjective", "phrase", "clause", "label"]
_KINDS: tuple[Kind, ...] = ("adverb", "adjective", "phrase", "clause", "label")
_QUOTES = frozenset(("“", "”", "'", '"', "‘", "’"))
_VERBAL = frozenset(("that", "to", "by", "of", "as", "he", "she", "they", "it", "there", "the", "a", "an", "against"))
_STOPS = frozenset((",", ".", ";", ":", "—", "?", "!", "(", ")"))
_SUPERLATIVES = frozenset(("any", "all", "every", "no", "best", "worst", "only", "as", "least", "most", "if"))
# Of these, only the passive hedges: "is said to have fled", not "he said to applause".
_PASSIVE = frozenset(
    ("said to", "thought to", "understood to", "believed to", "reported to", "alleged to", "assumed to")
)
_PARTICIPLES = ("ed", "en", "ly", "wn", "ght", "ne", "lt", "pt", "ut", "nt", "id", "ld", "ft", "st", "od", "ung", "un")
_REACH = 25  # tokens of a clause that a hedge covers, at most
_ENDS = (_STOPS - {"—"}) | {"but"}
_SKIP = 6  # tokens between a hedge and its verb


@dataclass(frozen=True, slots=True)
class HedgeWord:
    """A line of the table: `kind` says what it covers, `group` how it hedges."""

    words: str
    kind: Kind
    group: str


@cache
def hedge_words() -> dict[str, HedgeWord]:
    """The table beside this file by its words, lower case. A line that is not three fields is refused by its number."""
    path = Path(__file__).with_name("hedges.tsv")
    table: dict[str, HedgeWord] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        kind = next((one for one in _KINDS if fields[1:2] == [one]), None)
        if len(fields) != 3 or kind is None:
            raise BylineError(f"{path.name} line {number}: {line!r} is not words, one of {', '.join(_KINDS)}, class")
        table[fields[0]] = HedgeWord(fields[0], kind, fields[2])
    return table


def find_hedges(text: str, span: Span) -> tuple[Hedge, ...]:
    """The hedges of a sentence (or a part of one), in order, each over no more than the words that it modifies.

    "Alleged air strikes" covers "air strikes", "were allegedly killed" covers "killed", "is believed to have fled"
    covers "fled"; "it is unclear whether" covers the clause. "Prosecutors alleged that" is no hedge but a cue, "an
    estimated 40" is a bound of the figure, and "so-called" and its like are `find_labels`. May, might and could hedge
    only with "have", may and might also with "be". One that covers nothing is left out. Linear in the span.
    """
    return _find(text, span, labels=False)


def find_labels(text: str, span: Span) -> tuple[Hedge, ...]:
    """Words that distance the writer from a name ("so-called", "self-styled"), over the name; no hedges."""
    return _find(text, span, labels=True)


def _find(text: str, span: Span, *, labels: bool) -> tuple[Hedge, ...]:
    low = lower_text(text)
    words = low[span.start : span.end]
    if not any(sign in words for sign in _signs(labels)):
        return ()
    matches = list(_pattern(labels).finditer(low, span.start, span.end))
    if not matches:
        return ()
    tokens = read_tokens(text, [span])
    found: list[Hedge] = []
    for match in matches:
        entry = hedge_words()[" ".join(match.group().split())]
        first = bisect_left(tokens.end, match.start() + 1)
        after = bisect_left(tokens.start, match.end())
        if after == 0 or tokens.start[first] != match.start() or tokens.end[after - 1] != match.end():
            continue
        over = _covered(tokens, entry, first, after, span)
        if over is not None:
            found.append(Hedge(text[match.start() : match.end()], match.start(), match.end(), over))
    return tuple(found)


@cache
def _signs(labels: bool) -> tuple[str, ...]:
    """The first words of the table: a sentence without them is not looked at further."""
    firsts = {word.split()[0] for word, entry in hedge_words().items() if (entry.kind == "label") == labels}
    return tuple(sorted(first for first in firsts if not any(one != first and one in first for one in firsts)))


@cache
def _pattern(labels: bool) -> re.Pattern[str]:
    words = [word for word, entry in hedge_words().items() if (entry.kind == "label") == labels]
    longest_first = sorted(words, key=len, reverse=True)
    spelt = "|".join(r"\s".join(re.escape(part) for part in words.split()) for words in longest_first)
    return re.compile(rf"\b(?:{spelt})\b(?!-)")


def _covered(tokens: Tokens, entry: HedgeWord, first: int, after: int, span: Span) -> Span | None:
    if entry.kind == "clause":
        return _clause(tokens, after)
    if entry.kind in ("adjective", "label"):
        return None if _is_no_adjective(tokens, entry, first, after) else _noun_phrase(tokens, after, span)
    before = tokens.low[first - 1] if first else ""
    if entry.kind == "adverb" and (not first or (first == 1 and before in _QUOTES)) and after < len(tokens.low):
        return _clause(tokens, after + (tokens.low[after] == ","))
    following = tokens.low[after] if after < len(tokens.low) else "."
    if entry.words in _PASSIVE:
        passive = before in BE or before in ADVERBS or before.endswith("ly") or following in ("be", "have")
        return _head(tokens, after, span) if passive else None
    if entry.words == "likely":
        described = before in ARTICLES or before in ("how", "as", "more", "less") or before[:1].isdigit()
        if following != "to" and (following == "that" or described or tokens.cap[min(after, len(tokens.low) - 1)]):
            return None
    if entry.words.endswith(" have") and not _is_participle(following if following != "not" else "been"):
        return None  # "may have to", "might have business"
    return _head(tokens, after, span)


def _is_participle(word: str) -> bool:
    return word in VERBS or word in AUXILIARIES or word in ADVERBS or word.endswith(_PARTICIPLES)


def _is_no_adjective(tokens: Tokens, entry: HedgeWord, first: int, after: int) -> bool:
    """Whether an "alleged" is the verb of whoever alleges, or stands after its noun; "any possible" is no hedge."""
    following = tokens.low[after] if after < len(tokens.low) else "."
    if following in _VERBAL or following in OBJECTS or not (following[0].isalnum() or following in _QUOTES):
        return True
    if first == 0 or entry.kind == "label":
        return False
    before = tokens.low[first - 1]
    if entry.words == "possible":
        return before in _SUPERLATIVES or before.endswith("est")
    if before in ARTICLES or before in PREPOSITIONS or before in BE or before in _QUOTES or before[0].isdigit():
        return False
    if entry.words in ("reported", "supposed") or before in SUBJECTS or before in AUXILIARIES or before in RELATIVES:
        return not before.endswith("'s")
    # "prosecutors alleged Smith": a noun or a name right before it, and no possessive, is who alleges.
    plural = before.endswith("s") and not before.endswith(("ss", "'s", "s'")) and len(before) > 4
    name = tokens.cap[first - 1] and first > 1 and not before.endswith("'s")
    return before.endswith("ly") or ((plural or name) and (tokens.cap[after] or name))


def _noun_phrase(tokens: Tokens, after: int, span: Span) -> Span | None:
    """The noun phrase that begins at token `after`, within quotation marks too."""
    if after >= len(tokens.low):
        return None
    counted, start, end = read_unit(tokens.text, tokens.end[after - 1], span.end)
    if counted:
        return Span(start, end)
    return tokens.span(after, after) if tokens.low[after][0].isalnum() else None


def _head(tokens: Tokens, i: int, span: Span) -> Span | None:
    """The verb after auxiliaries and adverbs; where a preposition comes first, the noun phrase that it leads."""
    low, last = tokens.low, None
    for k in range(i, min(len(low), i + _SKIP)):
        word = low[k]
        if word in _QUOTES or (word == "," and k == i):
            continue
        if word in AUXILIARIES or word == "to" or word in ("having", "being"):
            last = k
        elif word in ADVERBS or word.endswith("ly"):
            continue
        elif word in _STOPS:
            break
        elif word in ARTICLES or word in PREPOSITIONS or word in SUBJECTS or word in ("any", "one"):
            if last is not None and low[last] in BE:
                return tokens.span(last, last)
            at = k + 1
            while at < len(low) and (low[at] in ARTICLES or low[at] in PREPOSITIONS):
                at += 1
            return _noun_phrase(tokens, at, span) if word not in SUBJECTS else tokens.span(k, k)
        else:
            return tokens.span(k, k)
    return tokens.span(last, last) if last is not None else None


def _clause(tokens: Tokens, i: int) -> Span | None:
    """To the end of the clause."""
    end = i
    while end < min(len(tokens.low), i + _REACH) and tokens.low[end] not in _ENDS:
        end += 1
    return tokens.span(i, end - 1) if end > i else None
