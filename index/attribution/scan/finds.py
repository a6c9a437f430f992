"""What a scan of a sentence finds, in token numbers, and where one find's content ends before the next."""

from dataclasses import dataclass, replace

from index.attribution.scan.contents import Pieces, Range, clip
from index.attribution.scan.cues import CueVerb
from index.attribution.scan.phrases import is_word
from index.attribution.scan.tokens import DASH, Tokens


@dataclass(frozen=True, slots=True)
class Find:
    """An attribution in token numbers, ends inclusive. `shared`: its source is that of an earlier find."""

    verb: CueVerb
    cue: Range
    source: Range | None
    pieces: Pieces
    rule: str
    negated: bool = False
    unsaid: bool = False  # under "would", "if", or in a question: nobody has said it
    shared: bool = False
    via: tuple[Range, ...] = ()  # who passes it on, outermost first
    hearer: Range | None = None  # who is told
    head: int = -1  # the first token of source and cue, where what was said before ends
    joined: bool = False  # by "and" or a comma to what stands before


def cut_pieces(t: Tokens, finds: list[Find]) -> list[Find]:
    """Each content ends where the next attribution beside it, not within it, begins."""
    cut: list[Find] = []
    for n, find in enumerate(finds):
        pieces: list[Range] = []
        for start, end in find.pieces:
            stop = end
            for later in finds[n + 1 : n + 6]:
                head = later.head
                loose = later.verb.use != "speech" and later.rule.startswith("participle") and is_word(t.low[head - 1])
                if start < head <= end and head > find.cue[1] and later.joined and not (later.unsaid or loose):
                    while head > start and t.low[head - 1] in ("and", "but", "while", ",", DASH, ";"):
                        head -= 1
                    end = min(end, head - 1)
            opening = t.quotes[t.quote[end]][0] if t.quote[end] >= 0 else start
            if find.rule in ("tag", "inverted") and any(
                start <= one.cue[0] < opening for one in finds[max(0, n - 6) : n]
            ):
                start = max(start, opening)
            # She ended her post by saying: the post is not what she said.
            if not (end < stop and t.low[end] == "by" and "N" not in find.verb.takes):
                pieces.extend(clip(t, start, end))
        kept = tuple(pieces)
        cut.append(replace(find, pieces=kept) if kept != find.pieces else find)
    return cut
