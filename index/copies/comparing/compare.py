"""Two articles laid side by side: paragraphs, typed changes, and who copied whom where something says so."""

from collections import Counter
from collections.abc import Callable, Sequence

from index.copies.comparing.align import Match, Unit, align_units, split_units
from index.copies.comparing.asides import is_aside
from index.copies.comparing.changes import find_changes, list_only, order_changes
from index.copies.comparing.credits import find_direction
from index.copies.comparing.laid import Laid
from index.copies.finding.find import compare_shingles
from index.copies.finding.quoted import Quoted
from index.copies.finding.shingles import shingle_body
from index.copies.finding.words import read_words
from index.records import Article, Change, Comparison, ParagraphPair, Side, Span, Statement


def compare_articles(
    a: Article, b: Article, statements_a: Sequence[Statement], statements_b: Sequence[Statement]
) -> Comparison:
    """What `b` made of the text of `a`: every kind of change says what happened on the way from `a` to `b`.

    A sentence that only moved is no change; one that the other article has nowhere is `paragraph_omitted` or
    `paragraph_added`, as is a whole paragraph. Spelling and house style are no changes. Where a paragraph was cut
    in two, or two were joined, the longer one stands in two pairs.
    """
    one, two = _Page(a, statements_a), _Page(b, statements_b)
    matches = align_units(one.units, two.units)
    changes = _collect_changes(one, two, matches)
    likeness = compare_shingles(shingle_body(a.text, a.lines), shingle_body(b.text, b.lines))
    pairs = _pair_spans(one, two, matches)
    direction, reason = find_direction((a, statements_a), (b, statements_b), pairs, likeness.is_copy)
    return Comparison(
        a=a.id,
        b=b.id,
        containment=likeness.containment,
        is_copy=likeness.is_copy,
        direction=direction,
        reason=reason,
        pairs=_pair_paragraphs(one, two, matches, changes),
        changes=order_changes([change for found in changes.values() for change in found]),
    )


class _Page:
    """An article, cut up."""

    def __init__(self, article: Article, statements: Sequence[Statement]) -> None:
        self.text = article.text
        self.paragraphs, self.units = split_units(article, statements)
        self.quoted = Quoted(article.text, self.paragraphs)
        self.holds = _hold_words(self.units)
        self._repeats = Counter(_fold(article.text[one.start : one.end]) for one in self.paragraphs)
        self._beside = {_fold(article.text[line.start : line.end]) for line in article.lines if line.label != "body"}
        self._sizes = Counter(unit.paragraph for unit in self.units)
        self._statements: dict[int, list[Statement]] = {}
        for one in statements:
            self._statements.setdefault(one.sentence.start, []).append(one)

    def is_aside(self, run: Sequence[int]) -> bool:
        """Whether sentences are a whole paragraph that reads as no prose, or stands twice in the article."""
        number = self.units[run[0]].paragraph
        if len(run) < self._sizes[number]:
            return False
        words = self.text[slice(*self.paragraphs[number])]
        return is_aside(words) or self._repeats[_fold(words)] > 1

    def sets_apart(self, words: str) -> bool:
        """Whether this article has a line of just these words as a title, a caption or page furniture."""
        return _fold(words) in self._beside

    def lay(self, numbers: Sequence[int]) -> Laid:
        """Sentences as one side of a match."""
        units = [self.units[n] for n in numbers]
        words = [word for unit in units for word in unit.words]
        told = [one for unit in units for one in self._statements.get(unit.sentence, [])]
        return Laid(self.text, words, self.quoted, told, self.holds)


# The place of a change: the numbers of the paragraphs of either side, of which one may be missing.
_Place = tuple[int | None, int | None]


def _collect_changes(a: _Page, b: _Page, matches: Sequence[Match]) -> dict[_Place, list[Change]]:
    found: dict[_Place, list[Change]] = {}
    for match in matches:
        if not match.echo:
            place = (a.units[match.a[0]].paragraph, b.units[match.b[0]].paragraph)
            found.setdefault(place, []).extend(find_changes(a.lay(match.a), b.lay(match.b)))
    for run in _list_left(a, {n for match in matches for n in match.a}, b):
        side, figures, sources = _describe(a, run, b)
        omitted = Change("paragraph_omitted", side, None, figures, sources)
        found.setdefault((a.units[run[0]].paragraph, None), []).append(omitted)
    for run in _list_left(b, {n for match in matches for n in match.b}, a):
        side, figures, sources = _describe(b, run, a)
        added = Change("paragraph_added", None, side, figures, sources)
        found.setdefault((None, b.units[run[0]].paragraph), []).append(added)
    return found


def _list_left(page: _Page, met: set[int], other: _Page) -> list[list[int]]:
    """Sentences that the other article has nowhere, those of one paragraph that follow one another together.

    Without what is no part of a report, though it stands among its lines.
    """
    units = page.units
    runs: list[list[int]] = []
    for n in range(len(units)):
        if n in met:
            continue
        if runs and runs[-1][-1] == n - 1 and units[n - 1].paragraph == units[n].paragraph:
            runs[-1].append(n)
        else:
            runs.append([n])
    told = ((run, page.text[units[run[0]].span.start : units[run[-1]].span.end]) for run in runs)
    return [run for run, words in told if not (page.is_aside(run) or other.sets_apart(words))]


def _describe(page: _Page, run: Sequence[int], other: _Page) -> tuple[Side, tuple[str, ...], tuple[str, ...]]:
    start, end = page.units[run[0]].span.start, page.units[run[-1]].span.end
    return Side(start, end, page.text[start:end]), *list_only(page.lay(run), other.lay(()), start, end)


def _pair_paragraphs(
    a: _Page, b: _Page, matches: Sequence[Match], changes: dict[_Place, list[Change]]
) -> tuple[ParagraphPair, ...]:
    """Each paragraph of `a` beside the one of `b` that has most of its words; those of `b` alone where they stand."""
    shared: dict[int, Counter[int]] = {n: Counter() for n in range(len(a.paragraphs))}
    for match in matches:
        for n in match.a:
            for m in match.b:
                shared[a.units[n].paragraph][b.units[m].paragraph] += min(len(a.units[n].words), len(b.units[m].words))
    beside = {n: min(found, key=lambda m: (-found[m], m)) if found else None for n, found in shared.items()}
    # Where each paragraph of b is shown first; what is only in b is shown behind the paragraph of b before it.
    shown = {m: n for n, m in reversed(beside.items()) if m is not None}
    behind: dict[int, list[int]] = {}
    last = -1
    for one in range(len(b.paragraphs)):
        last = shown.get(one, last)
        if one not in shown:
            behind.setdefault(last, []).append(one)
    places: list[_Place] = [(None, one) for one in behind.get(-1, [])]
    for its, other in beside.items():
        places += [(its, other), *((None, one) for one in behind.get(its, []))]
    own: dict[_Place, list[Change]] = {}
    for place, made in changes.items():
        at = shown.get(place[1]) if place[0] is None and place[1] is not None else place[0]
        own.setdefault(place if at is None else (at, beside[at]), []).extend(made)
    return tuple(_pair(a, b, place, own.get(place, [])) for place in places)


def _pair(a: _Page, b: _Page, place: _Place, changes: Sequence[Change]) -> ParagraphPair:
    one, two = place
    spans = (None if one is None else a.paragraphs[one], None if two is None else b.paragraphs[two])
    return ParagraphPair(*spans, None not in spans and not changes, order_changes(changes))


def _pair_spans(a: _Page, b: _Page, matches: Sequence[Match]) -> list[tuple[Span, Span]]:
    """Sentences laid together, by their places."""
    return [(a.units[n].span, b.units[m].span) for match in matches for n in match.a for m in match.b]


def _fold(text: str) -> str:
    return " ".join(word.key for word in read_words(text))


def _hold_words(units: Sequence[Unit]) -> Callable[[str], bool]:
    """Tells whether an article has some words anywhere, in this order."""
    folded = f" {' '.join(key for unit in units for key in unit.keys)} "
    return lambda words: f" {' '.join(word.key for word in read_words(words))} " in folded
