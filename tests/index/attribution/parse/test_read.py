"""Trees drawn by hand to attributions, so that the rules over trees are tried without a parser."""

import pytest

from index.attribution.parse.read import read_tree
from index.attribution.parse.tree import Tree, grow_tree


def draw(*rows: str) -> Tree:
    """A tree from rows of word, tag, label and head; offsets as if one blank stood between the words."""
    cells = [row.split() for row in rows]
    start, offsets = 0, []
    for word, *_ in cells:
        offsets.append(start)
        start += len(word) + 1
    return grow_tree(
        [word.lower() for word, *_ in cells],
        [cell[1] for cell in cells],
        [cell[2] for cell in cells],
        [int(cell[3]) for cell in cells],
        offsets,
        [offset + len(cell[0]) for offset, cell in zip(offsets, cells, strict=True)],
    )


def show(tree: Tree, quotes: list[tuple[int, int]] | None = None) -> list[tuple[list[str], str, list[str], str]]:
    text = " ".join(tree.low)
    return [
        (
            [text[a:b] for a, b in one.source],
            text[one.cue.start : one.cue.end],
            [text[a:b] for a, b in one.content],
            one.rule,
        )
        for one in read_tree(tree, quotes or [])
    ]


SAID = ("Police NNS nsubj 1", "said VBD ROOT 1", "that IN mark 4", "it PRP nsubj 4", "fell VBD ccomp 1", ". . punct 1")


def test_a_clause_is_what_is_said() -> None:
    assert show(draw(*SAID)) == [(["police"], "said", ["that it fell"], "parser:clause")]


def test_a_negated_cue_says_nothing() -> None:
    negated = draw(
        "Police NNS nsubj 3", "did VBD aux 3", "not RB neg 3", "say VB ROOT 3", "it PRP nsubj 5", "fell VBD ccomp 3"
    )
    assert show(negated) == []


def test_a_cue_within_a_quotation_belongs_to_whom_it_quotes() -> None:
    assert show(draw(*SAID), [(0, 5)]) == []


def test_who_stands_for_the_noun_before_it() -> None:
    tree = draw(
        "Men NNS nsubj 4", "who WP nsubj 2", "said VBD relcl 0", "so RB advmod 2", "left VBD ROOT 4", "it PRP nsubj 6",
        "fell VBD ccomp 2",
    )  # fmt: skip
    assert [found[0] for found in show(tree)] == [["men"]]


def test_the_subject_of_what_seems_is_part_of_it() -> None:
    tree = draw("It PRP nsubj 1", "seems VBZ ROOT 1", "to TO aux 3", "end VB xcomp 1")
    assert show(tree) == [([], "seems", ["it", "to end"], "parser:seeming")]


@pytest.mark.parametrize("size", [1, 400])
def test_a_chain_of_many_names_is_read_one_by_one(size: int) -> None:
    names = [f"Ann NNP {'nsubj' if n == 0 else 'conj'} {size if n == 0 else n - 1}" for n in range(size)]
    tree = draw(*names, f"said VBD ROOT {size}", f"it PRP nsubj {size + 2}", f"fell VBD ccomp {size}")
    assert [len(one.source) for one in read_tree(tree, [])] == [size]


def test_heads_that_point_at_themselves_end_every_search() -> None:
    tree = draw("who WP nsubj 1", "said VBD conj 1", "it PRP nsubj 3", "fell VBD ccomp 1", "according VBG prep 4")
    assert show(tree) == [([], "said", ["it fell"], "parser:clause")]
