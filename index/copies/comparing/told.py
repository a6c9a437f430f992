"""How two carriers differ in who said it, how surely, and how much: read from their statements, never from prose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from index.attribution.aliases import load_aliases
from index.copies.comparing.laid import Laid
from index.copies.finding.words import read_words
from index.records import ChangeKind, CueClass, Figure, Hedge, Link, Statement

# How certain a cue lets the claim seem. A denial is not on this scale.
_FIRM: dict[CueClass, int] = {"doubting": 0, "neutral": 1, "accusing": 1, "admitting": 2, "factive": 2}
_SHARED = 0.5  # of the shorter content: two statements say the same


@dataclass(frozen=True, slots=True)
class Finding:
    """A kind of change, and the words of either side that show it."""

    kind: ChangeKind
    a: range = range(0)
    b: range = range(0)


def find_told(a: Laid, b: Laid, same: Mapping[int, int]) -> list[Finding]:
    """What happened to sources, cues, hedges and figures on the way from `a` to `b`; `same` maps equal words."""
    back = {other: n for n, other in same.items()}
    found: list[Finding] = []
    for one, two in _pair_statements(a, b, same):
        found += _compare_chains(a, b, one, two, same, back)
        found += _compare_cues(a, b, one, two)
    found += _find_hedges(a, b, same, "hedge_removed")
    found += [Finding(one.kind, one.b, one.a) for one in _find_hedges(b, a, back, "hedge_added")]
    found += _compare_figures(a, b, same)
    return list(dict.fromkeys(found))


def _pair_statements(a: Laid, b: Laid, same: Mapping[int, int]) -> Iterator[tuple[Statement, Statement]]:
    """Statements that have been analysed and say the same, each of `a` with the one of `b` nearest to it."""
    contents = [(set(b.find(*two.content)), two) for two in b.statements if two.chain is not None]
    for one in a.statements:
        if one.chain is None:
            continue
        words = {same[n] for n in a.find(*one.content) if n in same}
        size = len(a.find(*one.content))
        scored = [
            (len(words & content) / min(size, len(content)), -abs(size - len(content)), n)
            for n, (content, _) in enumerate(contents)
            if size and content
        ]
        if scored and max(scored)[0] >= _SHARED:
            yield one, contents[max(scored)[2]][1]


def _compare_chains(
    a: Laid, b: Laid, one: Statement, two: Statement, same: Mapping[int, int], back: Mapping[int, int]
) -> Iterator[Finding]:
    dropped = _list_lost(a, b, one, two, same)
    added = _list_lost(b, a, two, one, back)
    if one.chain and not two.chain and len(dropped) == len(one.chain):
        yield Finding("attribution_dropped", _reach(dropped), range(0))
    elif two.chain and not one.chain and len(added) == len(two.chain):
        yield Finding("attribution_added", range(0), _reach(added))
    else:
        yield from (Finding("source_dropped", part) for part in dropped)
        yield from (Finding("source_added", range(0), part) for part in added)


def _list_lost(a: Laid, b: Laid, one: Statement, two: Statement, same: Mapping[int, int]) -> list[range]:
    """The links of `one` that the chain of `two` has not, and whose own words the other sentence has not kept."""
    lost = []
    for link in one.chain or ():
        part = a.find(link.start, link.end)
        is_kept = any(_is_same(link, other) for other in two.chain or ())
        if part and not is_kept and any(n not in same for n in part):
            lost.append(part)
    return lost


def _is_same(link: Link, other: Link) -> bool:
    """Whether two links name one source: by its whole name or a part of it, or, unnamed, by what it is ("an aide")."""
    one, two = _name(link).split(), _name(other).split()
    if not link.named and not other.named:
        return one[-1:] == two[-1:]
    return set(one) <= set(two) or set(two) <= set(one)


def _compare_cues(a: Laid, b: Laid, one: Statement, two: Statement) -> Iterator[Finding]:
    if one.cue is None or two.cue is None or _fold(one.cue.text) == _fold(two.cue.text):
        return
    firm, other = _FIRM.get(one.cue.kind), _FIRM.get(two.cue.kind)
    if firm is None or other is None or firm == other:
        return
    kind: ChangeKind = "cue_firmer" if other > firm else "cue_softer"
    yield Finding(kind, a.find(one.cue.start, one.cue.end), b.find(two.cue.start, two.cue.end))


def _find_hedges(a: Laid, b: Laid, same: Mapping[int, int], kind: ChangeKind) -> Iterator[Finding]:
    """Hedges of `a` that are gone in `b`, although the words they covered are still there and nothing hedges them."""
    hedged = {n for hedge in _hedges(b) for n in b.find(*hedge.over)}
    for hedge in _hedges(a):
        part, over = a.find(hedge.start, hedge.end), a.find(*hedge.over)
        covered = [same[n] for n in over if n in same]
        is_gone = bool(part) and not any(n in same for n in part)
        if is_gone and 2 * len(covered) >= len(over) > 0 and not hedged.intersection(covered):
            yield Finding(kind, part)


def _compare_figures(a: Laid, b: Laid, same: Mapping[int, int]) -> Iterator[Finding]:
    """Figures of which a word was changed, beside the figure that stands in their place."""
    for one in _figures(a):
        part = a.find(one.start, one.end)
        if all(n in same for n in part):
            continue
        before = max((same[n] for n in same if n < part.start), default=-1)
        after = min((same[n] for n in same if n >= part.stop), default=len(b.words))
        for two in _figures(b):
            other = b.find(two.start, two.end)
            is_there = before < other.stop - 1 and other.start < after
            if is_there and (one.value, one.bound) != (two.value, two.bound) and one.measure == two.measure:
                yield Finding("figure_changed", part, other)


def _hedges(laid: Laid) -> set[Hedge]:
    return {hedge for one in laid.statements for hedge in one.hedges}


def _figures(laid: Laid) -> list[Figure]:
    return sorted({figure for one in laid.statements for figure in one.figures}, key=lambda one: one.start)


def _name(link: Link) -> str:
    return _fold(load_aliases().canonical(link.name))


def _fold(words: str) -> str:
    return " ".join(word.key for word in read_words(words) if word.key not in ("a", "an", "the"))


def _reach(parts: list[range]) -> range:
    return range(min(part.start for part in parts), max(part.stop for part in parts))
