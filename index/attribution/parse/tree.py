"""A dependency tree as plain lists, so that only one file knows the library that grew it."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.records import Span


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens of one sentence: words in lower case, Penn tags, ClearNLP labels, heads, offsets into the whole text.

    A root is its own head. A sentence may have several roots. `children[i]` ascend.
    """

    low: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    end: list[int]
    children: list[list[int]]


def grow_tree(
    low: list[str], tag: list[str], dep: list[str], head: list[int], start: list[int], end: list[int]
) -> Tree:
    """The tree of these tokens; lists of one length, heads as token numbers."""
    children: list[list[int]] = [[] for _ in low]
    for i, above in enumerate(head):
        if above != i:
            children[above].append(i)
    return Tree(low, tag, dep, head, start, end, children)


def is_verb(tree: Tree, i: int) -> bool:
    """Whether token i is tagged as a verb."""
    return tree.tag[i].startswith("VB")


def find_child(tree: Tree, i: int, *deps: str) -> int | None:
    """The first child of token i that hangs on it by one of these labels."""
    return next((child for child in tree.children[i] if tree.dep[child] in deps), None)


def find_subtree(tree: Tree, top: int, without: Iterable[int] = ()) -> list[int]:
    """All tokens at or under `top`, in order, but for those at or under one of `without`."""
    left_out = set(without)
    found: list[int] = []
    waiting = [top]
    while waiting:
        i = waiting.pop()
        if i not in left_out:
            found.append(i)
            waiting += tree.children[i]
    return sorted(found)


def find_runs(tokens: Iterable[int]) -> list[tuple[int, int]]:
    """First and last of each unbroken run of ascending token numbers."""
    runs: list[tuple[int, int]] = []
    for i in tokens:
        if runs and i == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return runs


def span_of(tree: Tree, first: int, last: int) -> Span:
    """The span of tokens `first` to `last`, inclusive."""
    return Span(tree.start[first], tree.end[last])
