"""A tree to the attributions in it: each cue, who it belongs to and what it takes; of nested ones the outermost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.attribution.found import Attribution
from index.attribution.parse.contents import (
    SUBJECTS,
    Taken,
    attributes,
    complete_content,
    find_according,
    find_taken,
)
from index.attribution.parse.frames import Frame, Part, load_frames
from index.attribution.parse.quotations import find_quoted
from index.attribution.parse.sources import find_beside, find_names, find_noun_source, find_verb_source
from index.attribution.parse.tree import Tree, find_child, find_subtree, is_verb, span_of

Range = tuple[int, int]

_PARTS: dict[str, Part] = {"VB": "verb", "NN": "noun", "JJ": "adj"}
# Whoever these are, they are not somebody whom the article cites.
_NOBODY = frozenset(("i", "we", "you", "nobody", "this", "that", "there", "what", "me", "us", "him", "himself"))
_CLAUSES = frozenset(("clause", "inserted", "as"))  # what may be a quotation
_FAR = 6  # how many words up the cue is looked for that a participle goes on for


@dataclass(frozen=True, slots=True)
class Cue:
    """A token that may attribute; `outer` is the cue whose source it shares (", adding that")."""

    at: int
    part: Part
    frame: Frame
    outer: int | None = None


def read_tree(tree: Tree, quotes: Sequence[Range]) -> list[Attribution]:
    """The attributions of a sentence in order of cue; `quotes` are its quotations, as ranges of tokens."""
    cues = _find_cues(tree, quotes)
    found = [one for cue in cues.values() for one in _read_cue(tree, cue, cues, quotes)]
    found += [
        one for at in range(len(tree.low)) if tree.low[at] == "according" for one in _read_according(tree, at, quotes)
    ]
    outermost = [
        one
        for one in found
        if not any(start <= one.cue.start < end for other in found if other is not one for start, end in other.content)
    ]
    return sorted(outermost, key=lambda one: one.cue)


def _find_cues(tree: Tree, quotes: Sequence[Range]) -> dict[int, Cue]:
    frames = load_frames()
    quoted = {i for first, last in quotes for i in range(first + 1, last)}
    cues: dict[int, Cue] = {}
    for at, low in enumerate(tree.low):
        part = _PARTS.get(tree.tag[at][:2])
        frame = None if part is None else frames.get((low, part))
        if part is not None and frame is not None and at not in quoted and attributes(tree, at):
            cues[at] = Cue(at, part, frame, _find_outer(tree, at, cues) if frame.speech else None)
    return cues


def _find_outer(tree: Tree, at: int, cues: dict[int, Cue]) -> int | None:
    """The cue in whose content a parse hangs a verb that goes on for the same source: ", adding that", "and said"."""
    if at == 0 or find_child(tree, at, *SUBJECTS) is not None:
        return None
    ongoing = tree.tag[at] == "VBG" and tree.dep[at] == "advcl" and not tree.low[at - 1][0].isalnum()
    joined = tree.tag[at] in ("VBD", "VBZ") and tree.dep[at] == "conj" and tree.low[at - 1] in ("and", "but")
    below, above = at, tree.head[at]
    for _ in range(_FAR if ongoing or joined else 0):
        if above in cues and above < below and tree.dep[below] == "ccomp" and cues[above].frame.speech:
            return above if ongoing or tree.tag[above] == tree.tag[at] else None
        below, above = above, tree.head[above]
    return None


def _read_cue(tree: Tree, cue: Cue, cues: dict[int, Cue], quotes: Sequence[Range]) -> Iterator[Attribution]:
    head = _find_source(tree, cue)
    if cue.frame.speech and (head is None or any(first <= head <= last for first, last in quotes)):
        head = find_beside(tree, cue.at) if cue.at and not tree.low[cue.at - 1][0].isalnum() else head
    names = [] if head is None else find_names(tree, head)
    taken = find_taken(tree, cue.at, cue.part, cue.frame)
    if cue.frame.speech and cue.part == "verb":
        taken = _prefer_quoted(tree, cue.at, names, taken, quotes)
    if taken is None or (head is not None and tree.low[head] in _NOBODY):
        return
    if taken.construction == "seeming":
        names = []
    others = [i for other in cues.values() if other.outer == cue.at for i in find_subtree(tree, other.at)]
    content = complete_content(tree, taken.tokens, (*_flatten(names), *others), cue.at, quotes)
    if content:
        spans = tuple(span_of(tree, *run) for run in content)
        sources = tuple(span_of(tree, *name) for name in names)
        words = span_of(tree, cue.at, cue.at)
        yield Attribution(sources, words, spans, f"parser:{taken.construction}", cue.frame.kind, cue.frame.stance)


def _prefer_quoted(
    tree: Tree, cue: int, names: Sequence[Range], taken: Taken | None, quotes: Sequence[Range]
) -> Taken | None:
    """The quotations beside the tag, where the clause that the parse gives is theirs or stands on the other side."""
    said = _flatten(find_quoted(tree, cue, names, quotes))
    if not said or not (taken is None or taken.construction in _CLAUSES):
        return taken
    if taken is None or not set(said).isdisjoint(taken.tokens) or taken.tokens[-1] < cue < said[0]:
        return Taken("quotation", said)
    return taken


def _read_according(tree: Tree, cue: int, quotes: Sequence[Range]) -> Iterator[Attribution]:
    found = find_according(tree, cue)
    if found is None or any(first < cue < last for first, last in quotes):
        return
    source, taken = found
    names = find_names(tree, source)
    content = complete_content(tree, taken.tokens, _flatten(names), cue, quotes)
    if content:
        spans = tuple(span_of(tree, *run) for run in content)
        sources = tuple(span_of(tree, *name) for name in names)
        yield Attribution(
            sources, span_of(tree, cue, min(cue + 1, len(tree.low) - 1)), spans, f"parser:{taken.construction}"
        )


def _find_source(tree: Tree, cue: Cue) -> int | None:
    if cue.outer is not None:
        return find_verb_source(tree, cue.outer)
    if cue.part == "verb":
        return find_verb_source(tree, cue.at)
    if cue.part == "noun":
        return find_noun_source(tree, cue.at)
    above = tree.head[cue.at]
    return find_verb_source(tree, above) if above != cue.at and is_verb(tree, above) else None


def _flatten(ranges: Sequence[Range]) -> list[int]:
    return [i for first, last in ranges for i in range(first, last + 1)]
