"""Thirty judged pairs of sentences by two outlets on one event: what is related stays so, what only looks alike not."""

from pathlib import Path

import pytest

from benchmarks.relations import COST, read_pairs, relate_pairs

DATA = Path(__file__).parents[3].parent / "shared/data"
PAIRS = read_pairs()
# By part: pairs right at least, relations seen where there is none at most, conflicts or disputes among them at most.
FLOOR = {"tune": (8, 0, 0), "report": (11, 0, 0)}


def test_half_of_them_must_stay_unrelated_and_each_has_a_reason() -> None:
    assert (len(PAIRS), sum(pair.kind is None for pair in PAIRS)) == (30, 15)
    assert [pair.part for pair in PAIRS].count("tune") == 10
    assert [pair.id for pair in PAIRS if not pair.reason or (pair.kind is None and pair.also)] == []
    assert len({(pair.a, pair.b) for pair in PAIRS}) == 30


@pytest.mark.skipif(not DATA.is_dir(), reason="the outside data are not beside the repository")
@pytest.mark.parametrize("part", ["tune", "report"])
def test_no_fewer_pairs_are_right_and_no_more_relations_are_made_up(part: str) -> None:
    results = list(relate_pairs([pair for pair in PAIRS if pair.part == part], DATA))
    kinds = [one.judgement for one in results]
    right, false, conflicts = FLOOR[part]
    assert kinds.count("right") >= right
    assert kinds.count("false") + kinds.count("false conflict") <= false
    assert kinds.count("false conflict") <= conflicts
    assert set(kinds) <= set(COST)
