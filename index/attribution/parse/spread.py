"""Quotations that go on over sentences, for attributions that a parse found; the rule is that of the rules' own."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.found import Attribution
from index.attribution.scan.cues import CueVerb, Use
from index.attribution.scan.finds import Find
from index.attribution.scan.spread import spread_quotes
from index.attribution.scan.tokens import Tokens
from index.records import Span

_SAYING = frozenset(("parser:quotation", "parser:clause", "parser:inserted"))


def spread_attributions(t: Tokens, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, and those of the sentences over which their quotations go on, in order of sentence."""
    owners: dict[tuple[int, int], Attribution] = {}
    finds: list[list[Find]] = [[] for _ in t.bounds]
    own: list[list[Attribution]] = [[] for _ in t.bounds]
    for one in found:
        cue = _range_of(t, one.cue)
        n = t.sentence_of(cue[0])
        own[n].append(one)
        owners.setdefault(cue, one)
        use: Use = "speech" if one.rule in _SAYING else "act"
        verb = CueVerb("", "", one.kind, one.stance, frozenset("T"), frozenset(), use)
        finds[n].append(Find(verb, cue, None, tuple(_range_of(t, piece) for piece in one.content), one.rule))
    spread: list[Attribution] = []
    for n, reached in enumerate(spread_quotes(t, finds)):
        spread += own[n]
        for part in reached:
            if part.tag != n:
                content = tuple(t.span(*piece) for piece in part.find.pieces)
                spread.append(replace(owners[part.find.cue], content=content, rule=f"parser:{part.find.rule}"))
    return spread


def _range_of(t: Tokens, span: Span) -> tuple[int, int]:
    first = bisect_right(t.end, span.start)
    return first, max(first, bisect_left(t.start, span.end) - 1)
