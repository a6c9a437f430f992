"""Numbers and words of time in a sentence: as bounded, with their unit; no year, date or clock is a figure."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.answering.figures import find_figures
from service.answering.fill import counts_alike, find_times
from service.answering.names import find_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 43 civilians were killed", [(43, "at least", "at least 43", "civilians")]),
        ("more than 4,350 civilians died", [(4350, "more than", "more than 4,350", "civilians died")]),
        ("about 50km from the city", [(50, "about", "about 50km", "km")]),
        ("1.9 million others", [(1_900_000, "exact", "1.9 million", "others")]),
        ("a $2.5 billion fine", [(2.5e9, "exact", "$2.5 billion", "$")]),
        ("fell 3.5% in May", [(3.5, "exact", "3.5%", "%")]),
        ("twenty-five people", [(25, "exact", "twenty-five", "people")]),
        ("nineteen people", [(19, "exact", "nineteen", "people")]),
        ("in 2014, on March 13, at 5:17 and 5 p.m., the 117th F-16 of COVID-19", []),
    ],
)
def test_figures_as_they_are_bounded(text: str, expected: list[tuple[float, str, str, str]]) -> None:
    assert [(f.value, f.bound, f.text, f.unit) for f in find_figures(text)] == expected


@pytest.mark.parametrize(
    ("asked", "sentence", "alike"),
    [
        (("people",), "killed 60 civilians", True),
        (("civilians",), "killed 624 people", True),
        (("civilians",), "killed 19 Takfiri militants", False),
        (("people",), "killed two dogs", False),
        (("states",), "in 12 states", True),
        (("km",), "about 50 km away", True),
        (("km",), "about 50 people", False),
    ],
)
def test_people_are_counted_as_people_but_not_as_other_people(
    asked: tuple[str, ...], sentence: str, alike: bool
) -> None:
    assert counts_alike(asked, find_figures(sentence)[0]) is alike


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("entered the town on Wednesday, he said", ["on Wednesday"]),
        ("launched it in September 2015.", ["in September 2015"]),
        ("it may march on", []),
        ("killed three days ago", ["three days ago"]),
    ],
)
def test_words_of_time(text: str, times: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_times(text)] == times


@given(st.text(alphabet="Aa1 ,.$%-’'\u0301\0\u2028SyriaMay", max_size=200))
def test_spans_ascend_and_slice_back(text: str) -> None:
    figures, names = find_figures(text), find_names(text)
    assert all(text[f.start : f.end] == f.text for f in figures)
    assert all(text[n.start : n.end] == n.text for n in names)
    for spans in ([(f.start, f.end) for f in figures], [(n.start, n.end) for n in names]):
        assert all(one[1] <= after[0] for one, after in pairwise(spans))


def test_hostile_text_costs_linear_time() -> None:
    began = time.perf_counter()
    for text in (
        "a" * 2_000_000,
        "1" * 1_000_000,
        "about " * 100_000,
        "A" * 2_000_000,
        " " * 2_000_000,
        "\u0301" * 500_000,
    ):
        find_figures(text), find_names(text), find_times(text)
    assert time.perf_counter() - began < 15
