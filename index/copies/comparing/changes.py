"""What a difference between two carriers of one sentence is: each changed run of words to its kinds."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from index.attribution.aliases import load_aliases
from index.attribution.marks.hedges import hedge_words
from index.copies.comparing.align import SMALL, Region, find_regions
from index.copies.comparing.labels import find_labels
from index.copies.comparing.laid import Laid, map_words
from index.copies.comparing.style import drop_moved, is_style
from index.copies.comparing.told import Finding, compare_cue_words, find_told
from index.records import Change, ChangeKind

GRAVITY: tuple[ChangeKind, ...] = get_args(ChangeKind)
_SHORT = 8  # words of a region that is shown whole for each of its kinds
_REWRITTEN = 0.6  # of the shorter sentence's words: with fewer kept, what was changed is shown as one
_SOURCE = 24  # words of a region that tells of nothing but a source, and is shown whole
_PLAIN = 2  # words that stand where the other article has a label, and are shown beside it
_DATELINE = re.compile(r"[A-Z][^()\n]{0,60}\([A-Z][^()\n]{1,39}\)")  # "WASHINGTON (Reuters)"
_REST = 3  # content words of a region beside a label in it, up to which the label is all that was changed


def find_changes(a: Laid, b: Laid) -> list[Change]:
    """The typed changes from sentence `a` to sentence `b`, in the order of the text; none where only style differs.

    Each kind says what happened on the way from `a` to `b`: what is `hedge_removed` stands in `a` alone. A cue is
    firmer when the claim is made to seem more certain: "claimed" to "said", "said" to "confirmed".
    """
    if [word.key for word in a.words] == [word.key for word in b.words]:
        return []
    regions = find_regions(a.words, b.words)
    same = map_words(regions, len(a.words), len(b.words))
    regions = [one for one in drop_moved(a, b, regions) if not is_style(a, b, one, _is_quoted(a, b, one))]
    if not regions:
        return []
    is_rewritten = len(same) < _REWRITTEN * min(len(a.words), len(b.words))
    if is_rewritten and not any(_is_quoted(a, b, one) for one in regions):
        regions = [Region(regions[0].a, regions[-1].a_end, regions[0].b, regions[-1].b_end)]
    findings = [*find_told(a, b, same, is_rewritten), *_find_labelled(a, b, same)]
    changes = [change for region in regions for change in _type_region(a, b, region, findings)]
    return list(dict.fromkeys(changes))


def order_changes(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Gravest first, then in the order of the text; each once."""

    def place(change: Change) -> tuple[int, int]:
        side = change.a or change.b
        return GRAVITY.index(change.kind), side.start if side else 0

    return tuple(sorted(dict.fromkeys(changes), key=place))


def list_only(a: Laid, b: Laid, start: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The figures, and the named sources, in `[start, end)` of `a` that stand nowhere in the article of `b`."""
    figures = [one.text for told in a.statements for one in told.figures if start <= one.start and one.end <= end]
    links = [link for told in a.statements for link in told.chain or () if link.named and not link.carried_from]
    names = [link.name for link in links if start <= link.start and link.end <= end]
    aliases = load_aliases()
    lost = [name for name in names if not any(b.holds(one.text) for one in aliases.variants(name))]
    return tuple(dict.fromkeys(one for one in figures if not b.holds(one))), tuple(dict.fromkeys(lost))


def _type_region(a: Laid, b: Laid, region: Region, findings: Sequence[Finding]) -> Iterator[Change]:
    one, two = range(region.a, region.a_end), range(region.b, region.b_end)
    if _is_quoted(a, b, region):
        kind: ChangeKind = "wording" if _is_cut_short(a, b, region) else "quotation_altered"
        yield Change(kind, a.side(one), b.side(two))
        return
    if lone := _type_lone(a, one, "dropped") if not two else _type_lone(b, two, "added") if not one else None:
        yield Change(lone, a.side(one), b.side(two))
        return
    explained = False
    for finding in findings:
        if not (_meet(finding.a, one) or _meet(finding.b, two)):
            continue
        # A label is shown as all that is said of whom, which may reach beyond the region.
        is_label = finding.kind.startswith("label")
        is_whole = not is_label and (max(len(one), len(two)) <= _SHORT or _is_all_source(a, one, b, two, finding))
        shown = (one, two) if is_whole else (finding.a, finding.b)
        yield Change(finding.kind, a.side(shown[0]), b.side(shown[1]))
        rest = max(_count_rest(a, one, finding.a), _count_rest(b, two, finding.b))
        explained = explained or is_whole or (is_label and rest <= _REST)
    if explained:
        return
    if len(one) == len(two) == 1 and (cues := compare_cue_words(a.keys(one)[0], b.keys(two)[0])):
        yield Change(cues, a.side(one), b.side(two))
    else:
        yield _reword(a, b, one, two)


def _type_lone(laid: Laid, part: range, fate: Literal["dropped", "added"]) -> ChangeKind | None:
    """What words are that only one side has: a dateline that names an agency, or a hedging adverb alone."""
    if len(part) == 1 and (word := hedge_words().get(laid.words[part[0]].key)) and word.kind == "adverb":
        return "hedge_removed" if fate == "dropped" else "hedge_added"
    if part[0] == 0 and _DATELINE.fullmatch(laid.cite(part)):
        return "source_dropped" if fate == "dropped" else "source_added"
    return None


def _is_all_source(a: Laid, one: range, b: Laid, two: range, finding: Finding) -> bool:
    """Whether all that only one side has tells of a source that is gone or come, and nothing of what is said."""
    laid, part = (a, one) if not two else (b, two)
    if (one and two) or not finding.kind.startswith(("source", "attribution")):
        return False
    contents = (laid.find(*told.content) for told in laid.statements if told.chain)
    return len(part) <= _SOURCE and not any(_meet(part, content) for content in contents)


def _is_cut_short(a: Laid, b: Laid, region: Region) -> bool:
    """Whether one side quotes less at an end of the quotation, and nothing within it is changed."""
    for laid, low, high in ((a, region.a, region.a_end), (b, region.b, region.b_end)):
        if low == high and (held := laid.quotation(range(low, high), low)):
            words = laid.find(*held)
            return low <= words.start or low >= words.stop
    return False


def _reword(a: Laid, b: Laid, one: range, two: range) -> Change:
    """A change of wording, with the figures and sources that only one side of it holds."""
    figures: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    for laid, other, part in ((a, b, one), (b, a, two)):
        if side := laid.side(part):
            more, names = list_only(laid, other, side.start, side.end)
            figures, sources = figures + more, sources + names
    return Change("wording", a.side(one), b.side(two), figures, sources)


def _find_labelled(a: Laid, b: Laid, same: dict[int, int]) -> Iterator[Finding]:
    """Labels that were changed, each beside the label that stands in its place; or that only one side has."""
    back = {other: n for n, other in same.items()}
    ours, theirs = find_labels(a.text, a.words), find_labels(b.text, b.words)
    met: set[range] = set()
    for one in ours:
        place = _find_place(one, same, len(a.words), len(b.words))
        other = next((two for two in theirs if _meet(two, place)), None)
        if other is None:
            if not any(n in same for n in one):
                plain = place if 0 < len(place) <= _PLAIN else range(0)
                yield Finding("label_changed" if plain else "label_dropped", one, plain)
            continue
        met.add(other)
        if a.keys(one) != b.keys(other):
            yield Finding("label_changed", one, other)
    for two in theirs:
        if two not in met and not any(n in back for n in two):
            place = _find_place(two, back, len(b.words), len(a.words))
            plain = place if 0 < len(place) <= _PLAIN else range(0)
            yield Finding("label_changed" if plain else "label_added", plain, two)


def _count_rest(laid: Laid, region: range, part: range) -> int:
    return sum(n not in part and laid.words[n].key not in SMALL for n in region)


def _find_place(part: range, same: dict[int, int], size: int, other: int) -> range:
    """Where a run of words stands on the other side: its own words there, or the gap between its neighbours."""
    kept = [same[n] for n in part if n in same]
    if kept:
        return range(min(kept), max(kept) + 1)
    before = next((same[n] for n in range(part.start - 1, -1, -1) if n in same), -1)
    after = next((same[n] for n in range(part.stop, size) if n in same), other)
    return range(before + 1, max(before + 1, after))


def _is_quoted(a: Laid, b: Laid, region: Region) -> bool:
    one = a.quotation(range(region.a, region.a_end), region.a)
    two = b.quotation(range(region.b, region.b_end), region.b)
    return one is not None and two is not None


def _meet(one: range, two: range) -> bool:
    return bool(one) and bool(two) and one.start < two.stop and two.start < one.stop
