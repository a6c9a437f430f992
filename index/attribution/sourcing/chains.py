"""From a find to the chains that hold for it: who passes on whom, jointly or not, and the outlet itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.attribution.aliases import load_aliases
from index.attribution.scan.contents import Range
from index.attribution.scan.finds import Find
from index.attribution.scan.phrases import MEDIA, phrase_right
from index.attribution.scan.tokens import Tokens
from index.attribution.sourcing.carry import Memory
from index.attribution.sourcing.speakers import is_cap, is_carrier, load_speakers, read_speaker, split_joint
from index.records import Link

_FRONT = 16  # tokens of "In a statement to CNN," before who speaks


@dataclass(frozen=True, slots=True)
class Chains:
    """One chain for each joint source; `possible` where somebody was meant who cannot be told."""

    chains: tuple[tuple[Link, ...], ...]
    possible: bool


def build_chains(t: Tokens, find: Find, n: int, memory: Memory, carriers: frozenset[str], outlet: str | None) -> Chains:
    """The chains of a find in sentence `n`, its own links only. The outlet's own name is no link."""
    possible = False
    outer: list[Link] = []
    passing = find.via or tuple(_hearers(t, find, carriers))
    for via in passing:
        found, doubt = memory.links(via, n)
        possible |= doubt
        outer.extend(found)
    chains: list[tuple[Link, ...]] = []
    for source in split_joint(t, find.source) if find.source else []:
        found, doubt = memory.links(source, n, tuple(outer), find.hearer)
        possible |= doubt
        links = [one for one in found if not is_outlet(one.name, outlet)]
        chains.append(without_circles(links))
    return Chains(tuple(chains), possible)


def is_outlet(name: str, outlet: str | None) -> bool:
    """Whether a source is the article's own outlet, by its name or through the table of aliases."""
    if outlet is None:
        return False
    aliases = load_aliases()
    return aliases.canonical(name).casefold() == aliases.canonical(outlet).casefold()


def find_carriers(t: Tokens) -> frozenset[str]:
    """Names that the article itself shows as carriers: "Almasdar news", or whoever stands before "reported"."""
    bodies = load_speakers()["body"]
    known = set()
    for i in range(1, len(t.low)):
        low = t.low[i]
        shows = low in ("reported", "reports") or (bodies.get(low, False) and not t.cap[i])
        if shows and t.quote[i] < 0 and is_cap(t, i - 1):
            start = i - 1
            while start > 0 and start > i - 4 and is_cap(t, start - 1):
                start -= 1
            known.add(" ".join(word.removesuffix("'s") for word in t.low[start:i]))
    return frozenset(known)


def _hearers(t: Tokens, find: Find, carriers: frozenset[str]) -> list[Range]:
    """Whoever is told and passes it on: "told SANA", "revealed to the agency", "in a statement to RT"."""
    if find.hearer is not None and is_carrier(t, find.hearer, carriers):
        return [find.hearer]
    if find.verb.use != "speech" or find.hearer is not None:
        return []
    after = [start for start, _ in find.pieces if start > find.cue[1]]
    sentence = t.bounds[t.sentence_of(find.cue[1])]
    limit = min(after[0] if after else sentence[1], sentence[1], find.cue[1] + 24)
    if find.source is not None and (fronted := _fronted(t, sentence[0], find.source[0], carriers)) is not None:
        return [fronted]
    begin = max(find.cue[1], find.source[1] if find.source and find.source[0] > find.cue[1] else 0) + 1
    for i in range(begin, limit):
        medium = i > begin and t.low[i - 1] in MEDIA and t.low[i] in ("to", "with")
        if medium or (t.low[i] == "to" and i == begin and i < limit - 1):
            end = phrase_right(t, i + 1, limit - 1)
            if end is not None and is_carrier(t, (i + 1, end), carriers) and read_speaker(t, (i + 1, end)).named:
                return [(i + 1, end)]
    return []


def _fronted(t: Tokens, first: int, source: int, carriers: frozenset[str]) -> Range | None:
    """In a statement to CNN, the company said ..."""
    if t.low[first] not in ("in", "during", "on") or source - first > _FRONT or source <= first:
        return None
    for i in range(first + 1, source - 2):
        if t.low[i] in MEDIA and t.low[i + 1] in ("to", "with"):
            end = phrase_right(t, i + 2, source - 1)
            return (i + 2, end) if end is not None and is_carrier(t, (i + 2, end), carriers) else None
    return None


def without_circles(links: Sequence[Link]) -> tuple[Link, ...]:
    """A chain names nobody twice: the place nearer to the speech stays, and words that name rather than stand for."""
    kept: list[Link] = []
    for link in reversed(links):
        same = next((k for k, one in enumerate(kept) if one.name.casefold() == link.name.casefold()), None)
        if same is None:
            kept.append(link)
        elif kept[same].carried_from is not None and link.carried_from is None:
            kept[same] = link
    return tuple(reversed(kept))
