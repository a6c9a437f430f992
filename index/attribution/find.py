"""A text and its sentences to attributions, by rules."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.attribution.found import Attribution
from index.attribution.parse.merge import STATED
from index.attribution.scan.contents import Range
from index.attribution.scan.cues import CueVerb
from index.attribution.scan.finds import Find
from index.attribution.scan.sentence import scan_sentence
from index.attribution.scan.spread import Spread, spread_quotes
from index.attribution.scan.tokens import Tokens, read_tokens
from index.records import Span

# Tokens of a sentence that are read as one; longer ones are no sentences, and are read in slices.
_SLICE = 400


def find_attributions(text: str, sentences: Sequence[Span]) -> list[Attribution]:
    """Every attribution that the rules find, in order of sentence and cue; linear in the text."""
    t = read_tokens(text, sentences)
    return [to_attribution(t, one) for own in spread_tokens(t) for one in own]


def spread_tokens(t: Tokens) -> list[list[Spread]]:
    """The finds of each sentence, those of quotations that run on included."""
    return spread_quotes(t, [_scan(t, first, last) for first, last in t.bounds])


def _scan(t: Tokens, first: int, last: int) -> list[Find]:
    return [
        find for start in range(first, last, _SLICE) for find in scan_sentence(t, start, min(start + _SLICE, last) - 1)
    ]


def to_attribution(t: Tokens, one: Spread) -> Attribution:
    """The same with spans of the text for tokens."""
    find = one.find
    return Attribution(
        source=(t.span(*find.source),) if find.source else (),
        cue=t.span(*find.cue),
        content=tuple(t.span(*piece) for piece in find.pieces),
        rule=find.rule,
        kind=find.verb.kind,
        stance=find.verb.stance,
        via=tuple(t.span(*via) for via in find.via),
    )


def add_parsed(t: Tokens, spread: list[list[Spread]], parsed: Iterable[Attribution]) -> None:
    """Add, in place, the statements a parser found where the rules found nothing that overlaps them.

    Where both found one by the same cue, its content is the parser's, which is right oftener.
    """
    for one in parsed:
        pieces = tuple(found for span in one.content if (found := _tokens(t, span)) is not None)
        cue = _tokens(t, one.cue)
        if not pieces or cue is None or not one.source or one.rule not in STATED:
            continue
        n = t.sentence_of(pieces[0][0])
        same = [k for k, other in enumerate(spread[n]) if _overlap(other.find.cue, cue)]
        if same:
            if len(same) == 1 and not any(_overlap(piece, cue) for piece in pieces):
                held = spread[n][same[0]]
                spread[n][same[0]] = replace(held, find=replace(held.find, pieces=pieces))
            continue
        taken = [piece for other in spread[n] for piece in (*other.find.pieces, other.find.cue)]
        if any(_overlap(other, piece) for other in taken for piece in (*pieces, cue)):
            continue
        source = _tokens(t, Span(one.source[0].start, one.source[-1].end))
        via = tuple(found for span in one.via if (found := _tokens(t, span)) is not None)
        verb = CueVerb(t.low[cue[0]], "", one.kind, one.stance, frozenset("T"), frozenset(), "speech")
        find = Find(verb, cue, source, pieces, one.rule, via=via, head=cue[0])
        spread[n].append(Spread(n, t.sentence_of(cue[0]), find))


def _overlap(one: Range, other: Range) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _tokens(t: Tokens, span: Span) -> Range | None:
    first, last = bisect_left(t.start, span.start), bisect_right(t.end, span.end) - 1
    return (first, last) if first <= last else None
