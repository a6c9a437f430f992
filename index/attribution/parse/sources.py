"""Who speaks, from a tree: the subject of a cue, near or far, and the words of it that name."""

from collections.abc import Sequence

from index.attribution.parse.tree import Tree, find_child, find_runs, find_subtree, is_verb
from index.attribution.scan.phrases import MEDIA

_FAR = 5  # how many verbs up a subject is looked for
_SHARING = frozenset(("conj", "xcomp", "advcl", "ccomp", "parataxis", "dep", "acomp"))
_RELATIVES = frozenset(("who", "which", "that", "whom"))
# Passives whose subject still is the one who speaks ("was quoted as saying").
_ASKED = frozenset(("quoted", "cited"))
_AROUND = frozenset(("relcl", "acl", "appos", "advcl"))


def find_verb_source(tree: Tree, cue: int) -> int | None:
    """The token that heads the source of a verb: its agent, its subject, or that of the verb it hangs on."""
    i = cue
    for _ in range(_FAR):
        children = tree.children[i]
        agent = next((child for child in children if tree.dep[child] == "agent"), None)
        if agent is not None:
            return find_child(tree, agent, "pobj")
        subject = find_child(tree, i, "nsubj", "nsubjpass")
        if subject is not None:
            return _resolve_subject(tree, i, subject)
        above = _climb(tree, i)
        if above is None or not is_verb(tree, above):
            return above
        if tree.dep[i] == "xcomp" and (told := find_child(tree, above, "dobj", "dative")) is not None:
            return told
        if tree.low[above] in _ASKED and (asked := find_child(tree, above, "dobj", "nsubjpass")) is not None:
            return asked
        i = above
    return None


def _resolve_subject(tree: Tree, verb: int, subject: int) -> int | None:
    """The subject, or what "who" stands for; None of a passive, whose subject is spoken to or of."""
    if tree.dep[subject] == "nsubjpass" and tree.low[verb] not in _ASKED:
        return None
    if tree.low[subject] not in _RELATIVES:
        return subject
    while tree.dep[verb] == "conj" and tree.head[verb] != verb:
        verb = tree.head[verb]
    return tree.head[verb] if tree.dep[verb] == "relcl" else None


def _climb(tree: Tree, i: int) -> int | None:
    """The token whose subject serves for verb i too, or the noun that it describes ("officials saying")."""
    above, dep = tree.head[i], tree.dep[i]
    if above == i:
        return None
    if tree.tag[i] == "VBN" and dep in ("acl", "advcl"):
        return None
    if dep == "acl":
        taker = tree.head[above]
        released = tree.low[above] in MEDIA and tree.dep[above] == "dobj" and is_verb(tree, taker)
        return taker if released else above  # "released a statement saying": whoever released it
    if dep in _SHARING:
        return above if is_verb(tree, above) or tree.tag[above][:2] in ("NN", "PR") else None
    if dep == "pcomp" and is_verb(tree, tree.head[above]):
        return tree.head[above]
    return None


def find_beside(tree: Tree, cue: int) -> int | None:
    """The noun phrase right after a cue ("...," said X, half joking), where a parse sees no subject."""
    top = cue + 1
    if top >= len(tree.low) or not tree.low[top][0].isalnum():
        return None
    for _ in range(_FAR):
        if not cue < tree.head[top] != top:
            break
        top = tree.head[top]
    return top if tree.tag[top] in ("NNP", "NNPS", "PRP", "NN", "NNS") else None


def find_noun_source(tree: Tree, cue: int) -> int | None:
    """Whose claim it is: "his claim", "a claim by X", or the subject of the verb that takes it ("made the claim")."""
    owner = find_child(tree, cue, "poss")
    if owner is not None:
        return owner
    for child in tree.children[cue]:
        if tree.dep[child] == "prep" and tree.low[child] in ("by", "from"):
            return find_child(tree, child, "pobj")
    above = tree.head[cue]
    if tree.dep[cue] == "pobj":
        above = tree.head[above]
    if tree.dep[cue] in ("dobj", "pobj", "attr") and is_verb(tree, above):
        return find_verb_source(tree, above)
    return None


def find_names(tree: Tree, head: int) -> list[tuple[int, int]]:
    """The noun phrase of a source without what only describes it; one range for each of several named jointly."""
    heads = [head]
    for one in heads:  # grows as "A, B and C" hang on each other
        heads += [child for child in tree.children[one] if tree.dep[child] == "conj"]
    if any(tree.tag[one][:3] not in ("NNP", "PRP") for one in heads):
        return [_trim_phrase(tree, head)]
    return [_trim_phrase(tree, one, ("conj", "cc", "punct")) for one in heads]


def _trim_phrase(tree: Tree, head: int, links: Sequence[str] = ()) -> tuple[int, int]:
    around = [child for child in tree.children[head] if tree.dep[child] in _AROUND or tree.dep[child] in links]
    tokens = find_subtree(tree, head, around)
    first, last = next(run for run in find_runs(tokens) if run[0] <= head <= run[1])
    while last > head and not (tree.low[last][-1].isalnum() or tree.low[last] in (")", "’", "'")):
        last -= 1
    while first < head and not tree.low[first][0].isalnum():
        first += 1
    if tree.dep[head] == "poss" and last > head and tree.tag[last] == "POS":
        last -= 1
    return first, last
