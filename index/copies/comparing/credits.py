"""Whose text it is, and who copied whom, where dates or words in an article say so; never guessed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from index.attribution.aliases import load_aliases
from index.copies.comparing.align import align_units, split_units
from index.copies.finding.words import read_words
from index.records import Article, Evidence, Link, Span, Statement

Direction = Literal["a_from_b", "b_from_a"]
Read = tuple[Article, Sequence[Statement]]
_DATELINE = re.compile(r"\(([^()\n]{2,40})\)")  # "WASHINGTON (Reuters) -"
_OPENING = 120  # characters of a body in which a dateline stands
_APART = 2  # days: two houses may date one evening's text a day apart
_CARRIERS = 6  # articles of one text that are read for whose it is


@dataclass(frozen=True, slots=True)
class Credit:
    """Whose text some articles carry: `name` as one of them writes it; each evidence with the article it stands in."""

    name: str
    evidence: tuple[tuple[str, Evidence], ...]


def find_credit(carriers: Sequence[Read], pairs: Sequence[tuple[Span, Span]] | None = None) -> Credit | None:
    """To whom the carriers of one text give it, or None where none of them says.

    A page may say so ("View the original article", a wire credit). Or one carrier puts "RT reported, citing SANA" to
    a sentence that another gives as SANA's alone: the sentence then is RT's. Who is named most often wins; an outlet
    never credits itself. The first few carriers are read. `pairs` are the sentences of two carriers that are one, where
    they are known already.
    """
    found: dict[str, list[tuple[str, tuple[str, Evidence]]]] = {}
    carriers = carriers[:_CARRIERS]
    for article, _ in carriers:
        mark = article.masthead.copied_from
        if mark and mark.name and _fold(mark.name) != _fold(article.masthead.outlet.name or ""):
            cited = [(mark.name, (article.id, evidence)) for evidence in mark.evidence]
            found.setdefault(_fold(mark.name), []).extend(cited)
    for first, second in combinations(carriers, 2):
        aligned = align_sentences(first, second) if pairs is None else pairs
        back = [(theirs, ours) for ours, theirs in aligned]
        for one, other, beside in ((first, second, aligned), (second, first, back)):
            for link, evidence in _find_relayed(one, other, beside):
                if _fold(link.name) != _fold(one[0].masthead.outlet.name or ""):
                    found.setdefault(_fold(link.name), []).append((link.name, (one[0].id, evidence)))
    if not found:
        return None
    best = max(found.values(), key=lambda cited: (len({place for place, _ in (one[1] for one in cited)}), len(cited)))
    return Credit(best[0][0], tuple(dict.fromkeys(evidence for _, evidence in best)))


def find_direction(
    a: Read, b: Read, pairs: Sequence[tuple[Span, Span]], is_copy: bool = True
) -> tuple[Direction | None, str]:
    """Which of two carriers took its text from the other, and why; None, and why not, where nothing says so.

    Of two texts that are not one (`is_copy` is False), the later is not said to be from the earlier.
    """
    back = [(two, one) for one, two in pairs]
    by_b, by_a = _cites(b, a, back), _cites(a, b, pairs)
    if by_a and by_b:
        return None, f"each points to the other: {by_a}; {by_b}"
    by_date = _compare_days(a[0], b[0])
    if by_date[0] and not is_copy:
        by_date = None, f"neither cites the other, and their texts are two; {by_date[1]}"
    if by_a or by_b:
        return ("a_from_b" if by_a else "b_from_a"), by_a or by_b
    if credit := find_credit([a, b], pairs):
        return None, f"both carry a text of {credit.name}, which is neither of them"
    for one in (a[0], b[0]):
        mark = one.masthead.copied_from
        is_own = mark and mark.name and _fold(mark.name) == _fold(one.masthead.outlet.name or "")
        if is_own or _credits(one, one):
            return None, f"{one.id} says that its text is its own, and {by_date[1]}"
    return by_date


def align_sentences(a: Read, b: Read) -> list[tuple[Span, Span]]:
    """The sentences of two articles that are one, by their places."""
    ours, theirs = split_units(*a)[1], split_units(*b)[1]
    return [(ours[n].span, theirs[m].span) for match in align_units(ours, theirs) for n in match.a for m in match.b]


def _cites(one: Read, other: Read, pairs: Sequence[tuple[Span, Span]]) -> str:
    """How `one` says that its text is the other's outlet's; "" where it does not."""
    name = other[0].masthead.outlet.name
    if not name:
        return ""
    mark = one[0].masthead.copied_from
    if mark and mark.name and _fold(mark.name) == _fold(name):
        return f"{one[0].id} says that its text is {name}'s"
    if _credits(one[0], other[0]):
        return f"{one[0].id} opens with the name of {name}"
    shared = {ours for ours, _ in pairs}
    for told in one[1]:
        for link in told.chain or ():
            if link.named and _fold(link.name) == _fold(name) and told.sentence in shared:
                return f"{one[0].id} cites {name} for a sentence that both carry"
    return ""


def _credits(one: Article, other: Article) -> bool:
    """Whether the dateline of `one` names the outlet of `other`."""
    start = next((line.start for line in one.lines if line.label == "body" and line.end > line.start), None)
    if start is None or not other.masthead.outlet.name:
        return False
    names = {_fold(found[1]) for found in _DATELINE.finditer(one.text, start, start + _OPENING)}
    return _fold(other.masthead.outlet.name) in names


def _find_relayed(one: Read, other: Read, pairs: Sequence[tuple[Span, Span]]) -> Iterator[tuple[Link, Evidence]]:
    """Outlets that `one` puts before the sources which `other` gives the same sentence to."""
    beside: dict[Span, list[Span]] = {}
    for ours, theirs in pairs:
        beside.setdefault(ours, []).append(theirs)
    for told in one[1]:
        if not told.chain or len(told.chain) < 2 or not told.chain[0].named:
            continue
        first, rest = told.chain[0], [_name(link) for link in told.chain[1:]]
        chains = [two.chain for two in other[1] if two.chain and two.sentence in beside.get(told.sentence, [])]
        names = {_name(link) for chain in chains for link in chain}
        if _name(first) not in names and any(_name(chain[0]) == rest[0] for chain in chains):
            start = min(first.start, told.cue.start) if told.cue else first.start
            end = max(first.end, told.cue.end) if told.cue else first.end
            words = one[0].text[start:end]
            yield first, Evidence("relays a sentence that another carrier has from its source", start, end, words)


def _compare_days(a: Article, b: Article) -> tuple[Direction | None, str]:
    one, two = a.masthead.published.day, b.masthead.published.day
    if one is None or two is None:
        undated = " and ".join(article.id for article, day in ((a, one), (b, two)) if day is None)
        return None, f"neither cites the other, and the day of {undated} is not known"
    if one == two:
        return None, f"neither cites the other, and both were published on {one.isoformat()}"
    later, earlier = (a, b) if one > two else (b, a)
    if abs(one - two).days < _APART:
        return None, f"neither cites the other, and {later.id} is dated but a day after {earlier.id}"
    reason = f"{later.id} was published on {max(one, two).isoformat()}, {earlier.id} on {min(one, two).isoformat()}"
    return ("a_from_b" if later is a else "b_from_a"), reason


def _name(link: Link) -> str:
    return _fold(link.name)


def _fold(name: str) -> str:
    return " ".join(word.key for word in read_words(load_aliases().canonical(name)) if word.key != "the")
