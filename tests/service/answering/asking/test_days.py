"""Days that a question names, relative to a given day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.answering.asking.days import find_ambiguous, find_periods

WEDNESDAY = date(2016, 3, 16)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on March 13, 2016", "2016-03-13", "2016-03-13"),
        ("on Sunday, 13 March 2016", "2016-03-13", "2016-03-13"),
        ("on the 13th of March 2016", "2016-03-13", "2016-03-13"),
        ("on 2016-03-13", "2016-03-13", "2016-03-13"),
        ("on 13/03/2016", "2016-03-13", "2016-03-13"),
        ("on Dec. 5", "2015-12-05", "2015-12-05"),
        ("in March 2016", "2016-03-01", "2016-03-31"),
        ("in May", "2015-05-01", "2015-05-31"),
        ("in early May 2021", "2021-05-01", "2021-05-10"),
        ("in mid-June 2015", "2015-06-11", "2015-06-20"),
        ("in late 2016", "2016-09-01", "2016-12-31"),
        ("in 2016", "2016-01-01", "2016-12-31"),
        ("since 2019", "2019-01-01", None),
        ("from March 2015 on", "2015-03-01", None),
        ("after 5 June 2015", "2015-06-06", None),
        ("before October 22, 2023", None, "2023-10-21"),
        ("until 2017", None, "2017-12-31"),
        ("between 3 and 9 March 2016", "2016-03-03", "2016-03-09"),
        ("from March 3 to 9, 2016", "2016-03-03", "2016-03-09"),
        ("between March 3 and May 9, 2015", "2015-03-03", "2015-05-09"),
        ("between 2015 and 2017", "2015-01-01", "2017-12-31"),
        ("March 3-9, 2016", "2016-03-03", "2016-03-09"),
        ("today", "2016-03-16", "2016-03-16"),
        ("yesterday", "2016-03-15", "2016-03-15"),
        ("three days ago", "2016-03-13", "2016-03-13"),
        ("this week", "2016-03-14", "2016-03-20"),
        ("last week", "2016-03-07", "2016-03-13"),
        ("this month", "2016-03-01", "2016-03-31"),
        ("last month", "2016-02-01", "2016-02-29"),
        ("last year", "2015-01-01", "2015-12-31"),
        ("in the past ten days", "2016-03-06", "2016-03-16"),
        ("over the last two weeks", "2016-03-02", "2016-03-16"),
        ("on Tuesday", "2016-03-15", "2016-03-15"),
        ("last Wednesday", "2016-03-09", "2016-03-09"),
    ],
)
def test_days_are_read(words: str, first: str | None, last: str | None) -> None:
    question = f"What fell {words}?"
    [found] = find_periods(question, WEDNESDAY)
    ends = tuple(day.isoformat() if day else None for day in (found.first, found.last))
    assert (*ends, question[found.start : found.end]) == (first, last, words)


@pytest.mark.parametrize(
    "words", ["1,984 people", "may have", "march on", "30 February 2016", "Boeing 2016", "room 2016b", "03/04/2016"]
)
def test_what_is_no_day_is_not_read(words: str) -> None:
    assert find_periods(f"Who saw {words}?", WEDNESDAY) == ()


def test_a_date_between_strokes_of_which_either_number_may_be_the_month_is_told() -> None:
    assert find_ambiguous("Who fell on 03/04/2016, 13/03/2016 or 5/5/2016?") == ("03/04/2016",)


def test_what_is_relative_is_not_read_without_a_day_to_be_relative_to() -> None:
    assert find_periods("What fell yesterday, on Tuesday, in May or last week?", None) == ()


@given(st.text(max_size=200), st.dates())
def test_periods_ascend_inside_the_text_for_any_day(text: str, today: date) -> None:
    question = f"{text} between 3 and 9 March {text} last year {text} 20 days ago"
    found = find_periods(question, today)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(0 <= one.start < one.end <= len(question) for one in found)
    assert all(one.first <= one.last for one in found if one.first and one.last)
