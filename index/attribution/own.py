"""What an attributed sentence says in the outlet's own voice: asides, and clauses beside the attribution."""

from itertools import pairwise

from index.attribution.scan.bounds import opens_anew, opens_predicate
from index.attribution.scan.closed import AUXILIARIES, PREPOSITIONS, VERBS
from index.attribution.scan.contents import Range, clip, skip_aside
from index.attribution.scan.finds import Find
from index.attribution.scan.phrases import is_word
from index.attribution.scan.tokens import DASH, Tokens

_LEAST = 4  # words of a clause
# What only leads up to the attribution that was taken out: she ended her post by (saying).
_LOOSE = frozenset(("and", "but", "while", "as", "that", "by", ",", DASH))


def find_asides(t: Tokens, finds: list[Find], first: int, last: int) -> list[Range]:
    """What stands between two dashes, or breaks into an object as ", which ...,": outside quotations, a clause."""
    dashes = [i for i in range(first, last + 1) if t.low[i] == DASH and t.quote[i] < 0]
    asides: list[Range] = []
    for start, end in zip(dashes[::2], dashes[1::2], strict=False):
        if end - start > _LEAST and _has_verb(t, start + 1, end - 1):
            asides.extend(clip(t, start + 1, end - 1))
    for find in finds:
        for start, end in find.pieces if find.rule.endswith("object") else ():
            commas = [i for i in range(start, end) if t.low[i] == "," and t.quote[i] < 0]
            for opening, closing in pairwise(commas):
                if skip_aside(t, opening, end) == closing + 1:
                    asides.extend(clip(t, opening + 1, closing - 1))
    return asides


def find_rest(t: Tokens, finds: list[Find], first: int, last: int) -> list[Range]:
    """Clauses of the sentence that belong to no attribution in it."""
    taken = bytearray(last - first + 1)
    spoken = {find.source for find in finds if not find.shared and not find.rule.startswith("participle")}
    for find in finds:
        # The subject of a clause of its own stays with it ("the army advanced, claiming ...").
        source = [find.source] if find.source and find.source in spoken else []
        for start, end in (*find.pieces, find.cue, *source, *find.via):
            for i in range(max(start, first), min(end, last) + 1):
                taken[i - first] = 1
        if find.hearer is not None:
            for i in range(find.hearer[0], find.hearer[1] + 1):
                taken[i - first] = 1
    rest: list[Range] = []
    start = first
    for i in range(first, last + 2):
        if i <= last and not taken[i - first]:
            continue
        if start < i:
            rest.extend(piece for piece in clip(t, *_trim(t, start, i - 1)) if _is_own(t, piece, first))
        start = i + 1
    return rest


def _trim(t: Tokens, start: int, end: int) -> Range:
    while end > start and t.low[end] in _LOOSE:
        end -= 1
    while start < end and t.low[start] in ("and", "but", ",", DASH):
        start += 1
    return start, end


def _is_own(t: Tokens, piece: Range, first: int) -> bool:
    start, end = piece
    words = sum(is_word(t.low[i]) for i in range(start, end + 1))
    if words < _LEAST or t.quote[start] >= 0:
        return False
    if opens_anew(t, start, end):
        return True
    if t.low[start] in PREPOSITIONS and t.low[start] not in ("after", "before", "since", "as"):
        start = next((i + 1 for i in range(start, end) if t.low[i] == ","), end)
        return end - start >= _LEAST and _has_verb(t, start, end)
    return _has_verb(t, start, end)


def _has_verb(t: Tokens, start: int, end: int) -> bool:
    if (t.low[start].endswith("ing") and not t.cap[start]) or opens_predicate(t, start):
        return True
    return any(
        t.low[i] in AUXILIARIES or t.low[i] in VERBS or (t.low[i].endswith("ed") and i > start and not t.cap[i])
        for i in range(start, end + 1)
    )
