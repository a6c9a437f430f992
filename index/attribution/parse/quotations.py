"""Quotations beside a tag, which need no parse of what they say: "...," X said. X said: "..."."""

from collections.abc import Sequence

from index.attribution.parse.tree import Tree

_GAP = 12  # tokens between a tag and the quotation after it ("said in a statement on Monday,")
_LEADS = frozenset((",", ":"))

Ranges = list[tuple[int, int]]


def find_quoted(tree: Tree, cue: int, names: Sequence[tuple[int, int]], quotes: Sequence[tuple[int, int]]) -> Ranges:
    """The quotations that a tag of cue and names belongs to, whole: the one that ends before it, the one after it.

    One that is but part of a clause ("called it “a day of shame,” he said") is not all that is said: then none.
    """
    beside = [name for name in names if not _has_mark(tree, min(cue, name[1]), max(cue, name[0]))]
    first = min(cue, *(name[0] for name in beside)) if beside else cue
    last = max(cue, *(name[1] for name in beside)) if beside else cue
    before = [quote for quote in quotes if quote[1] < first and not _has_words(tree, quote[1] + 1, first)]
    after = [quote for quote in quotes if last < quote[0] <= last + _GAP and _is_led(tree, last, quote[0])]
    found = [*before[-1:], *after[:1]]
    whole = all(_begins_clause(tree, quote[0]) for quote in found) and all(
        _ends_clause(tree, quote[1]) for quote in after
    )
    return found if whole else []


def _has_words(tree: Tree, first: int, last: int) -> bool:
    return any(tree.low[i][0].isalnum() for i in range(first, last))


def _has_mark(tree: Tree, first: int, last: int) -> bool:
    return any(not tree.low[i][0].isalnum() for i in range(first, last))


def _is_led(tree: Tree, tag: int, quote: int) -> bool:
    """Whether only circumstances, or an apposition between commas, stand between a tag and a quotation."""
    between = tree.low[tag + 1 : quote]
    return not between or (between[-1] in _LEADS and _LEADS.isdisjoint(between[1:-1]))


def _begins_clause(tree: Tree, first: int) -> bool:
    return first == 0 or not tree.low[first - 1][0].isalnum() or tree.tag[first - 1].startswith("VB")


def _ends_clause(tree: Tree, last: int) -> bool:
    return last + 1 >= len(tree.low) or not tree.low[last + 1][0].isalnum()
