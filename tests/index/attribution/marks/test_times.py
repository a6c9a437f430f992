"""Words of time in a sentence, and the day they name only where that is certain."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.attribution.marks.times import find_times
from index.records import Span

SUNDAY = date(2016, 3, 13)


def times(text: str, published: date | None = None) -> list[tuple[str, date | None]]:
    return [(one.text, one.day) for one in find_times(text, Span(0, len(text)), published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("entered the town on Wednesday, he said", ["on Wednesday"]),
        ("launched it in September 2015.", ["in September 2015"]),
        ("it may march on", []),
        ("killed three days ago", ["three days ago"]),
        ("killed since the start of the campaign against IS in the region", ["since the start of the campaign"]),
        ("since the conflict began in March 2011", ["since the conflict began", "in March 2011"]),
        ("died from 1999 to 2017, more so between 2014 and 2016", ["from 1999 to 2017", "between 2014 and 2016"]),
        ("Earlier Saturday, and late on Sunday night", ["Earlier Saturday", "late on Sunday night"]),
        ("over the weekend and in the past two weeks", ["over the weekend", "in the past two weeks"]),
        ("the March 15 shootings", ["March 15"]),
        ("earlier this week", ["earlier this week"]),
    ],
)
def test_words_of_time(text: str, expected: list[str]) -> None:
    assert [words for words, _ in times(text)] == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Saturday", date(2016, 3, 12)),
        ("on Sunday", date(2016, 3, 13)),
        ("on Monday", date(2016, 3, 7)),
        ("yesterday", date(2016, 3, 12)),
        ("three days ago", date(2016, 3, 10)),
        ("on March 12", date(2016, 3, 12)),
        ("on Saturday, March 12", date(2016, 3, 12)),
        ("on Friday, March 12", None),
        ("on October 5", None),
        ("on December 30", date(2015, 12, 30)),
        ("last week", None),
        ("last Saturday", None),
        ("by Friday", None),
        ("next Friday", None),
        ("on March 13-15, 2016", None),
        ("from March 3 to March 5", None),
        ("two weeks ago", None),
        ("in March 2016", None),
        ("on February 30, 2016", None),
    ],
)
def test_a_day_only_where_one_day_is_named(text: str, day: date | None) -> None:
    assert [found for _, found in times(text, SUNDAY)] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on March 13, 2016", date(2016, 3, 13)),
        ("on 13 March 2016", date(2016, 3, 13)),
        ("on Nov. 8, 2016", date(2016, 11, 8)),
        ("on 2016-03-13", date(2016, 3, 13)),
        ("on March 13", None),
        ("on Saturday", None),
        ("yesterday", None),
    ],
)
def test_no_year_is_guessed_without_a_day_of_publication(text: str, day: date | None) -> None:
    assert [found for _, found in times(text)] == [day]


WORDS = ["on", "Saturday", "the", "2016", "March", "13", ",", "-", "since", "start of", "last", "week", "May", "\0"]
WORDS += ["ago", "three", "days", "\u2028", "\u0301", "from", "to", "99", "February"]


@given(
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), st.one_of(st.none(), st.dates()), st.integers(0, 20)
)
def test_spans_ascend_lie_inside_and_slice_back(text: str, published: date | None, start: int) -> None:
    span = Span(min(start, len(text)), len(text))
    found = find_times(text, span, published)
    assert all(text[one.start : one.end] == one.text and one.text for one in found)
    assert all(span.start <= one.start < one.end <= span.end for one in found)
    assert all(one.end <= after.start for one, after in pairwise(found))


def test_hostile_text_costs_linear_time() -> None:
    began = time.perf_counter()
    for piece in ("a", "1", "2016", "2016 ", "the ", "since the start of ", " ", "\u0301", "May ", "last ", "since a "):
        text = piece * (100_000 // len(piece))
        find_times(text, Span(0, len(text)), SUNDAY)
    assert time.perf_counter() - began < 20
