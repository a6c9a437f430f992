"""Quotations over several sentences: each sentence gets the attribution of the tag that it depends on."""

from dataclasses import dataclass, replace

from index.attribution.scan.contents import clip
from index.attribution.scan.finds import Find
from index.attribution.scan.phrases import is_word
from index.attribution.scan.tokens import Tokens

_QUOTED = 0.8  # share of a sentence's words inside marks that makes it a quotation
_LEAST = 3  # words of a quotation that stands alone; fewer are a label


@dataclass(frozen=True, slots=True)
class Spread:
    """A find as it holds in sentence `n`; `tag` is the sentence where its source and cue stand."""

    n: int
    tag: int
    find: Find


def spread_quotes(t: Tokens, finds: list[list[Find]]) -> list[list[Spread]]:
    """The finds of each sentence, and those that reach it from a tag beside it or over an open quotation."""
    spread = [[Spread(n, n, find) for find in own] for n, own in enumerate(finds)]
    owners = _own_quotes(t, finds)
    for n, (first, last) in enumerate(t.bounds):
        if first >= last or (spread[n] and any(one.find.pieces for one in spread[n])):
            continue
        if max(t.quote[first:last]) < 0:
            continue
        inside = [t.quote[i] for i in range(first, last) if is_word(t.low[i])]
        goes_on = bool(inside) and inside[0] >= 0 and t.quotes[inside[0]][0] < first
        if (len(inside) < _LEAST and not goes_on) or not inside or sum(q >= 0 for q in inside) < _QUOTED * len(inside):
            continue
        found = _owner(t, owners, n, inside[-1] if inside[-1] >= 0 else max(inside))
        if found is None:
            continue
        tag, find, rule = found
        quote = next(q for q in inside if q >= 0)
        owners.setdefault(quote, (tag, find))
        spread[n] = [Spread(n, tag, replace(find, pieces=clip(t, first, last - 1), rule=rule))]
    return spread


def _own_quotes(t: Tokens, finds: list[list[Find]]) -> dict[int, tuple[int, Find]]:
    """The find to which each quotation belongs, as far as its sentence says."""
    owners: dict[int, tuple[int, Find]] = {}
    for n, own in enumerate(finds):
        for find in own:
            for start, end in find.pieces:
                for edge in (start, end):
                    if t.quote[edge] >= 0 and _speaks(find):
                        owners.setdefault(t.quote[edge], (n, find))
            if not find.pieces and _speaks(find) and (before := _closing_before(t, n)) is not None:
                owners.setdefault(before, (n, find))
    return owners


def _closing_before(t: Tokens, n: int) -> int | None:
    """The quotation that closes right before sentence `n`, for a tag that stands alone ("...!" Smith said.)."""
    first = t.bounds[n][0]
    if first == 0 or t.paragraph[n - 1] != t.paragraph[n] or t.quote[first - 1] < 0:
        return None
    return t.quote[first - 1]


def _speaks(find: Find) -> bool:
    return bool(find.verb.takes & {"T", "Q"}) and find.verb.use == "speech"


def _owner(t: Tokens, owners: dict[int, tuple[int, Find]], n: int, quote: int) -> tuple[int, Find, str] | None:
    if quote in owners:
        return (*owners[quote], "quotation over sentences")
    if quote in t.open_ended and quote + 1 in owners:
        return (*owners[quote + 1], "quotation left open")
    before = quote - 1
    if before in owners:
        sentence = t.sentence_of(t.quotes[before][1])
        if before in t.open_ended or t.paragraph[sentence] == t.paragraph[n]:
            tag, find = owners[before]
            return tag, find, "quotation left open" if before in t.open_ended else "quotation goes on"
    return None
