"""How statements stand to each other: one claim, or two that differ, conflict or dispute; else unrelated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from index.attribution.marks.compare_figures import compare_frames
from index.copies.finding.find import is_near_copy
from index.copies.finding.words import read_words
from index.records import Article, Span, Statement
from service.answering.language.names import word_lists
from service.answering.relating.differences import find_difference, list_differences
from service.answering.relating.disputes import denies_same_event, find_dispute
from service.answering.relating.held import Held
from service.answering.relating.propositions import has_times_apart, is_same_event, read_events

_TURNED = 0.8  # of the plain words of the shorter of two sentences of one text
_TURNED_WORDS = 6

RelationKind = Literal["differs", "conflicts", "disputed"]


@dataclass(frozen=True, slots=True)
class Related:
    """A relation that runs from `first` to `second`; `words` are deciding words in the article of `first`, or None."""

    kind: RelationKind
    first: Held
    second: Held
    differs_in: tuple[str, ...] = ()
    words: Span | None = None


def relate_statements(one: Held, other: Held) -> Related | None:
    """How two statements that are not one claim stand to each other, gravest first; None when unsure.

    A dispute runs from the one who disputes. No relation rests on a cue word alone, or on likeness.
    """
    for first, second in ((one, other), (other, one)):
        if words := find_dispute(first, second):
            return Related("disputed", first, second, list_differences(first, second), words)
    found = find_difference(one, other)
    if found is None:
        return None
    kind: RelationKind = "conflicts" if found.kind == "conflicts" else "differs"
    return Related(kind, one, other, found.differs_in, found.words)


def relate_pair(one: tuple[Article, Statement], other: tuple[Article, Statement]) -> RelationKind | None:
    """The kind of relation between two bare statements; None for one claim told twice and for unrelated ones."""
    found = relate_statements(Held(*one), Held(*other))
    return found.kind if found else None


def is_same_claim(one: Held, other: Held, groups: Mapping[str, str] | None = None) -> bool:
    """Whether two statements are reports of one claim, be it that one asserts and the other denies it.

    So are near copies with the same figures, sentences of two carriers of one text (`groups`, by article) that have
    the same words in another order, equal figures in equal frames of one event, and the same actor, kind of event,
    and object or place, at no other time. Likeness of meaning is never enough.
    """
    if _has_other_figure(one, other) or has_times_apart(one.statement, other.statement):
        return False
    if is_near_copy(one.content, other.content) or _is_turned(one, other, groups or {}):
        return one.denies == other.denies
    if denies_same_event(one, other) or denies_same_event(other, one):
        return True
    if one.denies != other.denies:
        return False
    if _has_equal_frame(one, other):
        return True
    theirs = read_events(other.article, other.statement)
    return any(
        is_same_event(event, their) and event.negated == their.negated
        for event in read_events(one.article, one.statement)
        for their in theirs
    )


def relate_claims(claims: Sequence[Sequence[Held]], most: int = 4) -> list[tuple[int, int, Related]]:
    """The relations between claims, as (from, to, relation), each pair of claims once, in their order.

    Of a claim no more than `most` reports are held against another's: the rest are the same in other articles.
    """
    found: list[tuple[int, int, Related]] = []
    for n, one in enumerate(claims):
        for m in range(n + 1, len(claims)):
            pairs = ((a, b) for a in one[:most] for b in claims[m][:most])
            related = next((seen for a, b in pairs if (seen := relate_statements(a, b))), None)
            if related:
                ends = (n, m) if related.first in one else (m, n)
                found.append((*ends, related))
    return found


def _is_turned(one: Held, other: Held, groups: Mapping[str, str]) -> bool:
    """Whether two carriers of one text say it in the same words, whose order one of them has changed."""
    group = groups.get(one.article.id)
    if group is None or group != groups.get(other.article.id) or one.article.id == other.article.id:
        return False
    ours, theirs = _plain_words(one.content), _plain_words(other.content)
    shared, least = len(ours & theirs), min(len(ours), len(theirs))
    return shared >= _TURNED_WORDS and shared >= _TURNED * least


def _plain_words(text: str) -> frozenset[str]:
    stop = word_lists()["stop"]
    return frozenset(word.key for word in read_words(text) if word.key not in stop)


def _has_equal_frame(one: Held, other: Held) -> bool:
    """Whether both give one figure of one thing: class of event, who, where and when stated by both and the same."""
    days = (one.article.masthead.published.day, other.article.masthead.published.day)
    return any(
        (a.value, a.bound) == (b.value, b.bound)
        and (match := compare_frames(a, b, *days)) is not None
        and not match.differs_in
        and not match.undecided
        and bool(a.where or a.when)
        for a in one.statement.figures
        for b in other.statement.figures
    )


def _has_other_figure(one: Held, other: Held) -> bool:
    """Whether both hold figures, and none of theirs is the same: then they are not one claim."""
    ours = {(figure.value, figure.bound) for figure in one.statement.figures}
    theirs = {(figure.value, figure.bound) for figure in other.statement.figures}
    return bool(ours and theirs and not ours & theirs)
