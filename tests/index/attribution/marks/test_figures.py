"""Numbers in a sentence: as they are bounded, with what they count; no year, date, clock, age or name is a figure."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.attribution.marks.figures import find_figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 43 civilians were killed", [(43, "at least", "at least 43", "civilians")]),
        ("more than 4,350 civilians died", [(4350, "more than", "more than 4,350", "civilians")]),
        ("about 50km from the city", [(50, "about", "about 50km", "km")]),
        ("1.9 million others", [(1_900_000, "exact", "1.9 million", "others")]),
        ("16.4 million votes", [(16_400_000, "exact", "16.4 million", "votes")]),
        ("a $2.5 billion fine", [(2.5e9, "exact", "$2.5 billion", "$")]),
        ("fell 3.5% in May", [(3.5, "exact", "3.5%", "%")]),
        ("twenty-five people", [(25, "exact", "twenty-five", "people")]),
        ("killed at least two dozen people", [(24, "at least", "at least two dozen", "people")]),
        ("nearly half of the country’s population", [(50, "about", "nearly half", "population")]),
        ("two-thirds of voters", [(200 / 3, "exact", "two-thirds", "voters")]),
        ("500 or more police officers", [(500, "at least", "500 or more", "police officers")]),
        ("two armed vehicles belonging to them", [(2, "exact", "two", "armed vehicles")]),
        ("12 of the victims", [(12, "exact", "12", "victims")]),
    ],
)
def test_figures_as_they_are_bounded(text: str, expected: list[tuple[float, str, str, str]]) -> None:
    assert [(f.value, f.bound, f.text, f.unit) for f in find_figures(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "in 2014, on March 13, at 5:17 and 5 p.m., the 117th F-16 of COVID-19",
        "John Smith, 34, was found.",
        "No one was killed.",
        "Flight 370 and Highway 61",
        "April 14–16",
        "dozens more were injured",
    ],
)
def test_what_is_only_written_as_a_number_is_no_figure(text: str) -> None:
    assert find_figures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between 20 and 30 people", [(20, "at least"), (30, "at most")]),
        ("some 5 to 7 million people", [(5, "about"), (7_000_000, "exact")]),
        ("5 to 7 million people", [(5_000_000, "at least"), (7_000_000, "at most")]),
        ("two or three people", [(2, "at least"), (3, "at most")]),
        ("rose from 20 to 30 people", [(20, "exact"), (30, "exact")]),
    ],
)
def test_a_range_is_two_bounds_and_a_change_is_two_figures(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(f.value, f.bound) for f in find_figures(text)] == expected


def test_offsets_are_into_the_whole_text() -> None:
    text = "12 men. At least 43 civilians. 9 women."
    (found,) = find_figures(text, 8, 30)
    assert (text[found.start : found.end], text[found.unit_start : found.unit_end]) == ("At least 43", "civilians")


@given(st.text(alphabet="Aa1 ,.$%-–’'\u0301\0\u2028\r\nSyriaMay\u00a0", max_size=200))
def test_spans_ascend_and_slice_back(text: str) -> None:
    figures = find_figures(text)
    assert all(text[f.start : f.end] == f.text for f in figures)
    assert all(0 <= f.start < f.end <= len(text) and f.unit_start <= f.unit_end <= len(text) for f in figures)
    assert all(one.end <= after.start for one, after in pairwise(figures))


def test_hostile_text_costs_linear_time() -> None:
    began = time.perf_counter()
    for piece in ("a", "1", "about ", "A", " ", "\u0301", "1,", "1 ", "two-", "half of ", "one "):
        find_figures(piece * (100_000 // len(piece)))
    assert time.perf_counter() - began < 15
