"""Whether a figure of the record counts what a question asks for; and names in running text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.attribution.marks.frames import read_figures
from index.records import Span
from service.answering.filling.counting import counts_alike
from service.answering.language.names import find_names


@pytest.mark.parametrize(
    ("asked", "sentence", "alike"),
    [
        (("people",), "They killed 60 civilians.", True),
        (("civilians",), "They killed 624 people.", True),
        (("civilians",), "They killed 19 Takfiri militants.", False),
        (("people",), "They killed two dogs.", False),
        (("counties",), "It happened in 12 counties.", True),
        (("km",), "It lies about 50 km away.", True),
        (("km",), "There were about 50 people.", False),
    ],
)
def test_people_are_counted_as_people_but_not_as_other_people(
    asked: tuple[str, ...], sentence: str, alike: bool
) -> None:
    assert counts_alike(asked, read_figures(sentence, Span(0, len(sentence)))[0]) is alike


@given(st.text(alphabet="Aa1 ,.$%-’'\u0301\0\u2028SyriaMay", max_size=200))
def test_names_ascend_and_slice_back(text: str) -> None:
    names = find_names(text)
    assert all(text[one.start : one.end] == one.text for one in names)
    assert all(one.end <= after.start for one, after in pairwise(names))


def test_hostile_text_costs_linear_time() -> None:
    began = time.perf_counter()
    for text in ("a" * 2_000_000, "A" * 2_000_000, "A " * 500_000, " " * 2_000_000, "\u0301" * 500_000):
        find_names(text)
    assert time.perf_counter() - began < 10
