"""Comparisons of two articles on the wire and in words, gravest change first."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from index.copies.comparing.compare import compare_articles
from index.records import Change, ChangeKind, Comparison, Side, Span
from service.answering.changes import Compared
from service.answering.phrases import phrase
from service.answering.reading import Candidates, Draft
from service.answering.relating.held import Held
from service.answering.telling.copying import group_of
from service.answering.telling.state import Told
from service.answering.telling.words import count_word, join_names, plural, quote
from service.question import Query
from service.showing.comparisons import show_change

_TOLD = 8  # changes told in words; the rest is counted
_LONGEST = 300  # characters of one side that are told in words
_DROPPED: frozenset[ChangeKind] = frozenset({"paragraph_omitted", "paragraph_added"})
SIDE_BY_SIDE = frozenset({"difference", "left_out"})
_COMPARED = 3  # pairs of carriers laid side by side where the question does not ask for it


def compare_cited(
    query: Query, draft: Draft, claims: Sequence[Sequence[Held]], candidates: Candidates
) -> list[Comparison]:
    """The two articles that the question is about; else the first cited carrier of each text and the next ones."""
    if query.kind in SIDE_BY_SIDE:
        return [_compare(*draft.compared, candidates)] if len(draft.compared) == 2 else []
    groups = group_of(candidates.copies)
    carriers: dict[str, list[str]] = defaultdict(list)
    for key in dict.fromkeys(held.article.id for claim in claims for held in claim):
        if key in groups:
            carriers[groups[key]].append(key)
    pairs = [(own[0], other) for own in carriers.values() for other in own[1:]]
    return [_compare(a, b, candidates) for a, b in pairs[:_COMPARED]]


def show_comparisons(told: Told) -> tuple[Compared, ...]:
    """Whole where it is asked how two differ, what one of them lacks where that is asked, gravest first.

    Else only what was changed within the sentences that are cited.
    """
    if told.query.kind == "difference":
        return tuple(_show(one, sorted(one.changes, key=_weigh)) for one in told.comparisons)
    if told.query.kind == "left_out":
        return tuple(_show(one, [change for change, _ in left_out(one, told)]) for one in told.comparisons)
    within: dict[str, list[Span]] = defaultdict(list)
    for held in (held for claim in told.claims for held in claim):
        within[held.article.id].append(held.statement.sentence)
    return tuple(_show(one, [c for c in one.changes if _touches(c, one, within)]) for one in told.comparisons)


def order_compared(found: Comparison, query: Query, lacks: str | None) -> tuple[str, str]:
    """The two articles in the order in which the direct line names them: the one that leaves out before the other."""
    gone = _leave_out(found, query, lacks) if query.kind == "left_out" and found.is_copy else []
    return (found.b, found.a) if gone and gone[0][1] == found.b else (found.a, found.b)


def tell_comparisons(told: Told) -> list[str]:
    """The changes of one text in words, where the question asks for them; two texts have not changed one another."""
    lines: list[str] = []
    for one in told.comparisons:
        if told.query.kind in SIDE_BY_SIDE and one.is_copy:
            only = [change for change, _ in left_out(one, told)] if told.query.kind == "left_out" else None
            lines += tell_changes(one, told.numbers, only)
    return lines


def left_out(found: Comparison, told: Told) -> list[tuple[Change, str]]:
    """Paragraphs that one of the two has and the other has not, each with the id of the article that lacks it.

    Those that held figures or sources come first; where the question names what one of them held, only those.
    """
    return _leave_out(found, told.query, told.lacks)


def tell_changes(found: Comparison, numbers: Mapping[str, int], only: Iterable[Change] | None = None) -> list[str]:
    """The changes in words, a sentence each, with what each article has in quotation marks."""
    changes = sorted(found.changes if only is None else only, key=_weigh)
    told = [_tell(one, found, numbers) for one in changes[:_TOLD]]
    if len(changes) > _TOLD:
        rest = len(changes) - _TOLD
        told.append(phrase(f"change.more.{plural(rest)}", Count=count_word(rest), a=found.a, b=found.b))
    return told


def _leave_out(found: Comparison, query: Query, lacks: str | None) -> list[tuple[Change, str]]:
    gone = []
    for one in sorted(found.changes, key=_weigh):
        if one.kind in _DROPPED and (one.a is None) != (one.b is None):
            gone.append((one, found.a if one.a is None else found.b))
    gone = [pair for pair in gone if lacks in (None, pair[1])]
    meant = [pair for pair in gone if any(_names(query.text, held) for held in (*pair[0].figures, *pair[0].sources))]
    return meant or gone


def _names(question: str, held: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(held)}(?!\w)", question, re.IGNORECASE) is not None


def _compare(a: str, b: str, candidates: Candidates) -> Comparison:
    statements = candidates.statements
    return compare_articles(candidates.articles[a], candidates.articles[b], statements[a], statements[b])


def _weigh(change: Change) -> tuple[int, int]:
    """What takes figures or sources with it, and what alters how a thing is said, before what only goes without."""
    kinds = get_args(ChangeKind)
    held = len(change.figures) + len(change.sources)
    plain = change.kind in _DROPPED and not held
    return (len(kinds) if plain else 0 if held else kinds.index(change.kind), -held)


def _tell(one: Change, found: Comparison, numbers: Mapping[str, int]) -> str:
    what = phrase(f"change.kinds.{one.kind}")
    na, nb = f"[{numbers[found.a]}]", f"[{numbers[found.b]}]"
    if one.kind in _DROPPED and (one.a is None) != (one.b is None):
        side, has, lacks = (one.a, na, nb) if one.a else (one.b, nb, na)
        values = [quote(value) for value in (*one.figures, *one.sources)]
        held = phrase("change.held", values=join_names(values)) if values else ""
        words = phrase("change.kinds.paragraph_omitted")
        return phrase("change.only", what=words, a=_words(side), na=has, nb=lacks, held=held)
    return phrase("change.both", what=what, a=_words(one.a), na=na, b=_words(one.b), nb=nb)


def _words(side: Side | None) -> str:
    """A side in quotation marks; a long one by how it begins, cut between two words."""
    if side is None or not side.text:
        return phrase("change.nothing")
    text = side.text
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(None, 1)[0]
        return f"{quote(text)} …"
    return quote(text)


def _touches(change: Change, found: Comparison, within: Mapping[str, Sequence[Span]]) -> bool:
    return any(
        side.start < span.end and span.start < side.end
        for side, key in ((change.a, found.a), (change.b, found.b))
        if side is not None
        for span in within.get(key, ())
    )


def _show(found: Comparison, changes: Iterable[Change]) -> Compared:
    return Compared(
        a=found.a,
        b=found.b,
        containment=found.containment,
        is_copy=found.is_copy,
        direction=found.direction,
        reason=found.reason,
        changes=tuple(show_change(one) for one in changes),
    )
