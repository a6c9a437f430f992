"""Attributions by rule and by parse put together: the parse's come first, for it is right oftener where they differ."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.attribution.found import Attribution
from index.records import Span

# What is said, of all that a parse finds; the rest are acts and attitudes ("slammed X", "seems to"), no statements.
STATED = frozenset(
    f"parser:{construction}"
    for construction in (
        "clause",
        "inserted",
        "as",
        "according",
        "quotation",
        "quotation over sentences",
        "quotation goes on",
        "quotation left open",
    )
)


# Rules sure enough of what is said within what somebody else says, of which the parse keeps only the outermost.
_NESTED = ("that", "quotation", "tag", "inverted", "citing", "according to")


def merge_attributions(ruled: Sequence[Attribution], parsed: Sequence[Attribution]) -> list[Attribution]:
    """All of the parse's, and those of the rules that overlap none of them or stand whole within one's content.

    In order of content. Where both have one cue, its words, class and stance are the rule's, which knows negation; so
    is a chain of sources.
    """
    by_cue = sorted({one.cue: one for one in ruled}.values(), key=lambda one: one.cue)
    merged = [_adopt(one, by_cue) for one in parsed]
    taken = _unite(span for one in merged for span in (one.cue, *one.content))
    contents = _unite(span for one in merged for span in one.content)
    for one in ruled:
        spans = (one.cue, *one.content)
        nested = one.rule.endswith(_NESTED) and all(_holds(contents, span) for span in spans)
        if nested or not any(_overlaps(span, taken) for span in spans):
            merged.append(one)
    return sorted(merged, key=lambda one: (one.content or (one.cue,))[0])


def _adopt(parsed: Attribution, by_cue: Sequence[Attribution]) -> Attribution:
    n = bisect_left(by_cue, parsed.cue.end, key=lambda one: one.cue.start) - 1
    if n < 0 or by_cue[n].cue.end <= parsed.cue.start:
        return parsed
    ruled = by_cue[n]
    source = ruled.source if ruled.via or not parsed.source else parsed.source
    return replace(parsed, cue=ruled.cue, kind=ruled.kind, stance=ruled.stance, source=source, via=ruled.via)


def _unite(spans: Iterable[Span]) -> list[Span]:
    united: list[Span] = []
    for span in sorted(spans):
        if united and span.start <= united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return united


def _holds(united: Sequence[Span], span: Span) -> bool:
    n = bisect_right(united, span.start, key=lambda one: one.end)
    return n < len(united) and united[n].start <= span.start and span.end <= united[n].end


def _overlaps(span: Span, united: Sequence[Span]) -> bool:
    n = bisect_right(united, span.start, key=lambda one: one.end)
    return n < len(united) and united[n].start < span.end
