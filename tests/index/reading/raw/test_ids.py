"""Ids keep their rule, and a file keeps its id."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import ReadError
from index.reading.raw.ids import article_id, check_id, item_id, number_collisions

RULE = re.compile(r"[A-Za-z0-9_:-][A-Za-z0-9_.:-]{0,199}")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("corpus/000_ac1450379629caac.txt", "000_ac1450379629caac"),
        ("a b (2).HTML.gz", "a-b-2"),
        ("Élysée.txt", "Elysee"),
        ("x.txt.txt", "x"),
        ("v1.2.json", "v1.2"),
        ("a:b.txt", "a-b"),
    ],
)
def test_an_id_is_the_name_without_its_endings(name: str, expected: str) -> None:
    assert article_id(name) == expected


def test_names_in_other_scripts_stay_apart() -> None:
    ids = {article_id(name) for name in ["новости-1.txt", "погода-1.txt", "新聞.txt", "....txt", "…"]}
    assert len(ids) == 5


def test_the_folder_does_not_change_an_id() -> None:
    assert article_id("a/новости.txt") == article_id("/b/c/новости.txt")


@given(st.text(st.characters(), max_size=400))
def test_ids_keep_the_rule_and_fold_to_themselves(name: str) -> None:
    identifier = article_id(name)
    assert RULE.fullmatch(identifier)
    assert article_id(identifier) == identifier
    assert RULE.fullmatch(item_id(identifier, 10**15))


@pytest.mark.parametrize("value", ["", ".x", "a b", "a/b", "é", "x" * 201, "a\n", "\ud800"])
def test_an_id_that_breaks_the_rule_is_refused_with_the_rule(value: str) -> None:
    with pytest.raises(ReadError, match="1 to 200 of the characters"):
        check_id(value)


def test_collisions_are_numbered_in_order_of_paths() -> None:
    wanted = [("x", "b/x.txt"), ("x-2", "c/x-2.txt"), ("x", "a/x.txt")]
    assert number_collisions(wanted) == {"a/x.txt": "x", "c/x-2.txt": "x-2", "b/x.txt": "x-3"}


def test_a_later_run_of_one_file_keeps_its_id_and_takes_no_other() -> None:
    assert number_collisions([("x", "b/x.txt")], {"x": "a/x.txt"}) == {"b/x.txt": "x-2"}
    assert number_collisions([("x", "b/x.txt")], {"x": "a/x.txt", "x-2": "b/x.txt"}) == {"b/x.txt": "x-2"}
    assert number_collisions([("x", "b/x.txt")], {"x": ""}) == {"b/x.txt": "x-2"}


PATHS = st.text("abx/", min_size=1, max_size=4)
PAIRS = st.lists(st.tuples(st.sampled_from(["x", "x-2", "x-3", "y", "z" * 200]), PATHS), unique_by=lambda p: p[1])


@given(PAIRS)
def test_numbering_is_one_to_one_stable_and_blind_to_order(pairs: list[tuple[str, str]]) -> None:
    given_ids = number_collisions(pairs)
    assert len(set(given_ids.values())) == len(pairs)
    assert all(RULE.fullmatch(value) for value in given_ids.values())
    assert number_collisions(pairs[::-1]) == given_ids
    taken = {value: path for path, value in given_ids.items()}
    assert number_collisions(pairs, taken) == given_ids
    for pair in pairs:
        assert number_collisions([pair], taken) == {pair[1]: given_ids[pair[1]]}
