"""What is said, from a tree: the tokens that a cue takes, by the constructions that it may stand in."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.attribution.parse.frames import Frame, Part
from index.attribution.parse.tree import Tree, find_child, find_runs, find_subtree

SUBJECTS = ("nsubj", "nsubjpass", "expl")
_OBJECTS = ("dobj", "xcomp", "ccomp", "acomp", "oprd")
_TRIMMED = frozenset((",", ";", ":", ".", "-", "–", "—", "--", "―", "...", "…"))
_OPENING = frozenset(
    ("PRP", "PRP$", "DT", "EX", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "VBZ", "VBD", "MD", "WP", "WDT")
)
_UNENDED = frozenset(("VB", "VBD", "VBN", "VBP", "VBZ", "MD", "TO", "IN"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_MODALS = frozenset(("would", "could", "should", "may", "might", "will", "’ll", "'ll", "must", "can", "shall"))
# Verbs of which only a finite clause is a thought: "saw him go" is not.
_SENSES = frozenset(("see", "sees", "saw", "seen", "hear", "hears", "heard", "feel", "feels", "felt", "finds", "found"))


@dataclass(frozen=True, slots=True)
class Taken:
    """Tokens that a cue takes, in order, and the construction in which it takes them."""

    construction: str
    tokens: list[int]


def attributes(tree: Tree, cue: int) -> bool:
    """Whether a cue attributes here: it is not negated, not what only could be said, not an order to say it."""
    children = tree.children[cue]
    if any(tree.dep[i] == "neg" or (tree.dep[i] == "aux" and tree.low[i] in _MODALS) for i in children):
        return False
    bare = tree.tag[cue] == "VB" and tree.head[cue] == cue
    return not bare or find_child(tree, cue, *SUBJECTS) is not None


def find_taken(tree: Tree, cue: int, part: Part, frame: Frame) -> Taken | None:
    """What the cue at a token takes: of several the clause, then infinitive, name, preposition's, object."""
    found: Taken | None = None
    if "T" in frame.takes:
        found = _find_clause(tree, cue, part)
    if found is None and "R" in frame.takes:
        found = _find_seeming(tree, cue)
    if found is None and "I" in frame.takes:
        found = _find_infinitive(tree, cue, part)
    if found is None and "C" in frame.takes:
        name = find_child(tree, cue, "oprd", "ccomp")
        found = None if name is None else _take_with_object(tree, "name", cue, name)
    if found is None:
        found = _find_after(tree, cue, frame)
    if found is None and "N" in frame.takes:
        found = _take(tree, "object", find_child(tree, cue, "dobj"))
    if found is None and "T" in frame.takes and part == "verb":
        found = _find_around(tree, cue)
    return found


def find_according(tree: Tree, cue: int) -> tuple[int, Taken] | None:
    """For the word "according": the head of its source, and the clause that it stands in."""
    preposition = find_child(tree, cue, "prep")
    source = None if preposition is None else find_child(tree, preposition, "pobj")
    above = tree.head[cue]
    if source is None or above == cue:
        return None
    while tree.dep[above] != "ccomp" and tree.head[above] != above:
        above = tree.head[above]
    return source, Taken("according", find_subtree(tree, above, (cue,)))


def _take(tree: Tree, construction: str, top: int | None) -> Taken | None:
    return None if top is None else Taken(construction, find_subtree(tree, top))


def _take_with_object(tree: Tree, construction: str, cue: int, top: int) -> Taken:
    """Object and complement are one content ("calls X a Y", "accuses X of Y")."""
    object_ = find_child(tree, cue, "dobj")
    before = [] if object_ is None else find_subtree(tree, object_)
    return Taken(construction, sorted({*before, *find_subtree(tree, top)}))


def _find_clause(tree: Tree, cue: int, part: Part) -> Taken | None:
    hosts = [cue]
    if part == "adj" and tree.dep[cue] in ("acomp", "ccomp", "oprd"):
        hosts.append(tree.head[cue])
    for host in hosts:
        for child in tree.children[host]:
            dep = tree.dep[child]
            if child == cue or not (
                dep == "ccomp" or (part == "noun" and dep == "acl" and _begins(tree, child, "that"))
            ):
                continue
            if tree.low[cue] in _SENSES and not _is_finite(tree, child):
                continue
            if _is_misread(tree, cue, child):
                return None
            return Taken("clause", _finish(tree, cue, find_subtree(tree, child)))
    return None


def _finish(tree: Tree, cue: int, tokens: list[int]) -> list[int]:
    """A clause that ends in front of a verb or preposition is cut short by the parse: it goes on to the next mark."""
    end = tokens[-1] + 1
    if end <= cue or end >= len(tree.low) or tree.tag[end] not in _UNENDED:
        return tokens
    last = end
    while last < len(tree.low) and tree.low[last] not in _TRIMMED:
        last += 1
    return sorted({*tokens, *range(end, last)} - {cue})


def _is_misread(tree: Tree, cue: int, clause: int) -> bool:
    """A clause before its cue is not what is said where the cue goes on to another ("...; one said she would")."""
    after = cue + 1
    subject = find_child(tree, cue, *SUBJECTS)
    if clause > cue or subject is None or subject > cue or after >= len(tree.low):
        return False
    return tree.tag[after] in _OPENING and tree.dep[after] not in ("npadvmod", "dobj", "dative", "advmod", "prt")


def _find_around(tree: Tree, cue: int) -> Taken | None:
    """The clause around a cue: "X, he said, did Y"; "as X put it"."""
    above, dep = tree.head[cue], tree.dep[cue]
    while tree.dep[above] in ("aux", "auxpass"):  # "X, he said, is being done": hung on "is"
        above = tree.head[above]
    if above != cue and dep == "parataxis" and find_child(tree, cue, *SUBJECTS) is not None:
        return Taken("inserted", find_subtree(tree, above, (cue,)))
    if above != cue and dep == "advcl" and _begins(tree, cue, "as") and find_child(tree, cue, *_OBJECTS) is None:
        return Taken("as", find_subtree(tree, above, (cue,)))
    return None


def _find_infinitive(tree: Tree, cue: int, part: Part) -> Taken | None:
    for child in tree.children[cue]:
        wanted = tree.dep[child] in ("xcomp", "ccomp") or (part == "noun" and tree.dep[child] == "acl")
        if wanted and any(tree.tag[under] == "TO" for under in tree.children[child]):
            return _take(tree, "infinitive", child)
    return None


def _find_seeming(tree: Tree, cue: int) -> Taken | None:
    """Nobody is named, and the subject belongs to what is said ("the leaders | are expected | to meet")."""
    subject = find_child(tree, cue, *SUBJECTS)
    rest = find_child(tree, cue, "xcomp", "oprd", "acomp")
    if subject is None or rest is None:
        return None
    passive = tree.dep[subject] == "nsubjpass"
    if passive != (tree.tag[cue] == "VBN") or (not passive and tree.low[cue].startswith("expect")):
        return None
    return Taken("seeming", sorted(find_subtree(tree, subject) + find_subtree(tree, rest)))


def _find_after(tree: Tree, cue: int, frame: Frame) -> Taken | None:
    for child in tree.children[cue]:
        word = tree.low[child]
        if tree.dep[child] in ("prep", "prt") and (word in frame.after or ("A" in frame.takes and word == "as")):
            under = find_child(tree, child, "pobj", "pcomp", "amod")
            if under is not None:
                top = under if find_child(tree, cue, "dobj") is None else child
                return _take_with_object(tree, f"after {word}", cue, top)
    return None


def _begins(tree: Tree, top: int, word: str) -> bool:
    return any(tree.low[i] == word and tree.dep[i] in ("mark", "advmod") for i in tree.children[top])


def _is_finite(tree: Tree, top: int) -> bool:
    return tree.tag[top] in _FINITE or any(
        tree.tag[i] in _FINITE and tree.dep[i] in ("aux", "auxpass") for i in tree.children[top]
    )


def complete_content(
    tree: Tree, tokens: Sequence[int], without: Sequence[int], cue: int, quotes: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The content as ranges of tokens: quotations that it shares are whole, marks that only join are off its ends."""
    kept = set(tokens).difference(without)
    for first, last in quotes:
        shared = sum(i in kept for i in range(first, last + 1))
        if shared and not first <= cue <= last and 2 * shared >= last - first - 1:
            kept.update(range(first, last + 1))
    kept.difference_update(without, (cue,))
    trimmed = []
    for first, last in find_runs(sorted(kept)):
        while first < last and tree.low[first] in _TRIMMED:
            first += 1
        while last > first and (tree.low[last] in _TRIMMED or tree.tag[last] == "CC"):
            last -= 1
        if any(char.isalnum() for i in range(first, last + 1) for char in tree.low[i]):
            trimmed.append((first, last))
    return trimmed
