"""How two carriers differ in who said it, how surely, and how much: read from their statements, never from prose."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.attribution.aliases import load_aliases
from index.attribution.scan.cues import load_lexicon
from index.copies.comparing.align import SMALL
from index.copies.comparing.labels import find_labels
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


def find_told(a: Laid, b: Laid, same: Mapping[int, int], is_rewritten: bool = False) -> list[Finding]:
    """What happened to sources, cues, hedges and figures on the way from `a` to `b`; `same` maps equal words.

    Where a sentence `is_rewritten`, a source is gone only if the whole other article never names it, and the cues,
    which stand in other sentences now, are not compared.
    """
    back = {other: n for n, other in same.items()}
    found: list[Finding] = []
    for one, two in _pair_statements(a, b, same):
        chains = _compare_chains(a, b, one, two, same, back)
        if is_rewritten:
            found += [change for change in chains if _is_unheard(change, one, two, a, b)]
        else:
            found += [*chains, *_compare_cues(a, b, one, two)]
    found += _find_hedges(a, b, same, "hedge_removed")
    found += [Finding(one.kind, one.b, one.a) for one in _find_hedges(b, a, back, "hedge_added")]
    found += _compare_figures(a, b, same)
    return list(dict.fromkeys(_drop_parts(found)))


def compare_cue_words(one: str, other: str) -> ChangeKind | None:
    """Whether a claim is made firmer or softer where one verb of saying stands for another, whoever speaks.

    For the few that no statement was read from ("is said to have left").
    """
    verbs = load_lexicon().verbs
    rows = [verbs[word].rows[-1] for word in (one, other) if word in verbs]
    if len(rows) < 2 or any(row.particle or row.use != "speech" for row in rows):
        return None
    return _weigh_cues(rows[0].kind, rows[1].kind)


def _drop_parts(found: Sequence[Finding]) -> Iterator[Finding]:
    """Without the sources of attributions that are gone or come whole."""
    whole = [one for one in found if one.kind.startswith("attribution")]
    for one in found:
        parts = [(one.a, other.a) if one.a else (one.b, other.b) for other in whole]
        if not (one.kind.startswith("source") and any(set(part) <= set(all_) for part, all_ in parts)):
            yield one


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
        yield Finding("attribution_dropped", _reach(list(dropped)), range(0))
    elif two.chain and not one.chain and len(added) == len(two.chain):
        yield Finding("attribution_added", range(0), _reach(list(added)))
    else:
        called = {
            part
            for ours in dropped.items()
            for other in added.items()
            if _is_called(a, b, ours, other, same)
            for part in (ours[0], other[0])
        }
        # A pronoun that has gone takes no source away: it was named before.
        yield from (
            Finding("source_dropped", part)
            for part, link in dropped.items()
            if part not in called and not link.carried_from
        )
        yield from (
            Finding("source_added", range(0), part)
            for part, link in added.items()
            if part not in called and not link.carried_from
        )


def _is_called(a: Laid, b: Laid, one: tuple[range, Link], two: tuple[range, Link], same: Mapping[int, int]) -> bool:
    """Whether two links may be one source that is called otherwise ("the president", "Mr. Obama")."""
    is_told = one[1].named and two[1].named and not one[1].carried_from and not two[1].carried_from
    return not is_told or _is_relabelled(a, b, one[0], two[0], same)


def _is_relabelled(a: Laid, b: Laid, part: range, other: range, same: Mapping[int, int]) -> bool:
    """Whether two links differ only in a label ("the Chinese government", "the Chinese regime")."""
    kept = {n for n in part if same.get(n) in other}
    names = [n for n in kept if a.words[n].key not in SMALL]
    changed = [n for n in part if n not in kept]
    come = [n for n in other if n not in {same[m] for m in kept}]
    labels = {n for found in find_labels(a.text, a.words) for n in found}
    others = {n for found in find_labels(b.text, b.words) for n in found}
    is_label = bool(changed and come) and (labels.issuperset(changed) or others.issuperset(come))
    return bool(names) and is_label


def _is_unheard(change: Finding, one: Statement, two: Statement, a: Laid, b: Laid) -> bool:
    """Whether the other article names the source nowhere that was dropped or added."""
    for laid, part, told, other in ((a, change.a, one, b), (b, change.b, two, a)):
        for link in told.chain or ():
            if part and _meets(part, laid.find(link.start, link.end)):
                known = load_aliases().variants(link.name)
                if link.named and not link.carried_from and not any(other.holds(name.text) for name in known):
                    return True
    return False


def _meets(one: range, two: range) -> bool:
    return one.start < two.stop and two.start < one.stop


def _list_lost(a: Laid, b: Laid, one: Statement, two: Statement, same: Mapping[int, int]) -> dict[range, Link]:
    """The links of `one` that the chain of `two` has not, and whose own words the other sentence has not kept."""
    lost = {}
    for link in one.chain or ():
        part = a.find(link.start, link.end)
        is_kept = any(_is_same(link, other) for other in two.chain or ())
        if part and not is_kept and any(n not in same for n in part):
            lost[part] = link
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
    if kind := _weigh_cues(one.cue.kind, two.cue.kind):
        yield Finding(kind, a.find(one.cue.start, one.cue.end), b.find(two.cue.start, two.cue.end))


def _weigh_cues(one: CueClass, two: CueClass) -> ChangeKind | None:
    firm, other = _FIRM.get(one), _FIRM.get(two)
    if firm is None or other is None or firm == other:
        return None
    return "cue_firmer" if other > firm else "cue_softer"


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
