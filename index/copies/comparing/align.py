"""Sentences of two articles laid against one another, wherever they stand; says nothing of what a change means."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from index.copies.finding.words import Word, read_words
from index.records import Article, Span, Statement

# A sentence longer than this is cut into pieces, at words that are the same in both articles.
_LONG = 120
_CUT = 24  # words to a piece, on average
_ALIKE = 0.34  # of the shorter one's three-word runs: two sentences are one
_ALIKE_BETWEEN = 0.4  # of the shorter one's words, where the sentences on both sides are already laid together
_WITHIN = 0.6  # of a sentence's three-word runs: it stands in the other article too
_COMMON = 40  # sentences with one run of words, from which on the run tells nothing
# Words that tell nothing by themselves.
SMALL = frozenset(
    ("a", "an", "the", "of", "in", "on", "to", "at", "by", "for", "and", "or", "that", "which", "who", "with", "from")
) | frozenset(("as", "is", "was", "were", "are", "be", "it", "its"))


@dataclass(frozen=True)
class Unit:
    """A sentence, or a piece of one that starts at `sentence`, in paragraph number `paragraph` of its article."""

    span: Span
    sentence: int
    paragraph: int
    words: tuple[Word, ...]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The folded words."""
        return tuple(word.key for word in self.words)

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Its runs of three words; a shorter sentence is one run."""
        return frozenset(self.keys[n : n + 3] for n in range(max(1, len(self.keys) - 2)))


@dataclass(frozen=True, slots=True)
class Match:
    """Numbers of the sentences of either article that are one; `echo` where one of them only says it again."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    echo: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """Words `[a, a_end)` of one side that stand as words `[b, b_end)` in the other; either may be empty."""

    a: int
    a_end: int
    b: int
    b_end: int


def split_units(article: Article, statements: Sequence[Statement]) -> tuple[list[Span], list[Unit]]:
    """The paragraphs of an article's body, and its sentences as the statements have them.

    A body line with words is a paragraph; lines that one sentence runs across are one. What no statement covers is a
    unit itself.
    """
    text = article.text
    sentences = sorted({one.sentence for one in statements if one.n >= 0})
    paragraphs: list[Span] = []
    units: list[Unit] = []
    reached = n = 0
    for line in article.lines:
        if line.label != "body" or next(read_words(text, line.start, line.end), None) is None:
            continue
        if paragraphs and line.start < reached:
            paragraphs[-1] = Span(paragraphs[-1].start, max(line.end, paragraphs[-1].end))
        else:
            paragraphs.append(Span(line.start, line.end))
        place = max(line.start, reached)
        while n < len(sentences) and sentences[n].start < line.end:
            start, end = sentences[n]
            n += 1
            if start >= place:
                units += _cut(text, Span(place, start), len(paragraphs) - 1)
                units += _cut(text, Span(start, end), len(paragraphs) - 1)
                place = reached = end
        if place < line.end:
            units += _cut(text, Span(place, line.end), len(paragraphs) - 1)
            reached = line.end
    return paragraphs, units


def align_units(a: Sequence[Unit], b: Sequence[Unit]) -> list[Match]:
    """Which sentences of `a` and `b` are one, in the order of `a`; a sentence that has moved is still the same.

    First those that are equal, then the most alike, then what stands between two pairs, then what was cut or joined.
    """
    found = _match_equal(a, b)
    _match_alike(a, b, found)
    _match_between(a, b, found)
    return _join_parts(a, b, found)


def find_regions(a: Sequence[Word], b: Sequence[Word]) -> list[Region]:
    """Where the words of one sentence differ from those of the other, in order.

    Differences that only small words part are one.
    """
    matcher = SequenceMatcher(None, [word.key for word in a], [word.key for word in b], autojunk=False)
    regions: list[Region] = []
    for tag, low, high, b_low, b_high in matcher.get_opcodes():
        if tag == "equal":
            continue
        last = regions[-1] if regions else None
        if last and low - last.a_end <= 2 and all(word.key in SMALL for word in a[last.a_end : low]):
            regions[-1] = Region(last.a, high, last.b, b_high)
        else:
            regions.append(Region(low, high, b_low, b_high))
    return regions


def _match_equal(a: Sequence[Unit], b: Sequence[Unit]) -> dict[int, int]:
    waiting: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n in range(len(b) - 1, -1, -1):
        waiting[b[n].keys].append(n)
    return {n: waiting[unit.keys].pop() for n, unit in enumerate(a) if waiting.get(unit.keys)}


def _match_alike(a: Sequence[Unit], b: Sequence[Unit], found: dict[int, int]) -> None:
    taken = set(found.values())
    left = {n: b[n] for n in range(len(b)) if n not in taken}
    holders = _index(left)
    pairs = []
    for n, unit in enumerate(a):
        if n in found:
            continue
        for other, shared in _count_shared(unit, holders).items():
            score = shared / min(len(unit.runs), len(left[other].runs))
            if score >= _ALIKE:
                pairs.append((-score * shared / (shared + 1), abs(n - other), n, other))
    for _, _, n, other in sorted(pairs):
        if n not in found and other not in taken:
            found[n] = other
            taken.add(other)


def _match_between(a: Sequence[Unit], b: Sequence[Unit], found: dict[int, int]) -> None:
    """Two sentences left over between the same two pairs, if they have words enough in common."""
    taken = set(found.values())
    for n in range(len(a)):
        if n in found:
            continue
        after = found[n - 1] + 1 if n - 1 in found else 0 if n == 0 else None
        before = found[n + 1] - 1 if n + 1 in found else len(b) - 1 if n == len(a) - 1 else None
        for other in (after, before):
            if other is None or not 0 <= other < len(b) or other in taken:
                continue
            one, two = set(a[n].keys) - SMALL, set(b[other].keys) - SMALL
            if len(one & two) >= max(2, _ALIKE_BETWEEN * min(len(one), len(two))):
                found[n] = other
                taken.add(other)
                break


def _join_parts(a: Sequence[Unit], b: Sequence[Unit], found: dict[int, int]) -> list[Match]:
    """Pairs to matches, with the sentences that were cut from, or joined to, a sentence of a pair."""
    pairs = [([n], [other]) for n, other in sorted(found.items())]
    echoes: list[Match] = []
    at_a, at_b = dict(zip(found, found, strict=True)), dict(zip(found.values(), found, strict=True))
    by_first = {pair[0][0]: pair for pair in pairs}
    for units, others, own, whose, side in ((a, b, at_a, at_b, 0), (b, a, at_b, at_a, 1)):
        holders = _index(dict(enumerate(others)))
        for n, unit in enumerate(units):
            if n in own or not unit.words:
                continue
            shared = _count_shared(unit, holders)
            best = max(shared, key=lambda one: (shared[one], -one), default=None)
            if best is None or shared[best] < _WITHIN * len(unit.runs) or best not in whose:
                continue
            pair = by_first[whose[best]]
            claimed = {run for one in pair[side] for run in units[one].runs}
            fresh = len((unit.runs & others[best].runs) - claimed)
            if fresh >= 0.5 * shared[best]:
                pair[side].append(n)
                own[n] = whose[best]
            else:
                echoes.append(Match((n,), (best,), True) if side == 0 else Match((best,), (n,), True))
    matches = [Match(tuple(sorted(one)), tuple(sorted(two))) for one, two in pairs]
    return sorted([*matches, *echoes], key=lambda match: (match.a, match.b))


def _index(units: dict[int, Unit]) -> dict[tuple[str, ...], list[int]]:
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, unit in units.items():
        for run in unit.runs:
            holders[run].append(n)
    return holders


def _count_shared(unit: Unit, holders: dict[tuple[str, ...], list[int]]) -> Counter[int]:
    lists = (holders.get(run, []) for run in unit.runs)
    return Counter(n for found in lists if len(found) <= _COMMON for n in found)


def _cut(text: str, span: Span, paragraph: int) -> list[Unit]:
    """A sentence as one unit; a very long one in pieces that begin at words chosen by the words themselves."""
    words = list(read_words(text, span.start, span.end))
    if not words:
        return []
    if len(words) <= _LONG:
        return [Unit(span, span.start, paragraph, tuple(words))]
    cuts = [0]
    for n, word in enumerate(words):
        length = n - cuts[-1]
        if length >= _LONG or (length >= _CUT // 2 and sum(map(ord, word.key)) % _CUT == 0):
            cuts.append(n)
    pieces = [words[low:high] for low, high in zip(cuts, [*cuts[1:], len(words)], strict=True)]
    spans = (Span(piece[0].start, piece[-1].end) for piece in pieces)
    return [Unit(at, span.start, paragraph, tuple(piece)) for at, piece in zip(spans, pieces, strict=True)]
