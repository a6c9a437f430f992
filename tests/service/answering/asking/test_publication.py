"""Days of publication in a question, told from days of what happened."""

from datetime import date

import pytest

from service.answering.asking.outlets import find_outlets
from service.answering.asking.publication import take_published

WEDNESDAY = date(2016, 3, 16)
KNOWN = ("Gazette", "Harbour Times")


@pytest.mark.parametrize(
    ("question", "first", "last", "left"),
    [
        (
            "What did the report published on March 13, 2016 say of Tarsk?",
            "2016-03-13", "2016-03-13", "What did the report say of Tarsk?",
        ),
        (
            "The Gazette reported on October 31, 2015 that it fell. How far?",
            "2015-10-31", "2015-10-31", "The Gazette reported that it fell. How far?",
        ),
        (
            "What did coverage from March 2016 say of Tarsk?",
            "2016-03-01", "2016-03-31", "What did coverage say of Tarsk?",
        ),
        ("What was reported last week about Tarsk?", "2016-03-07", "2016-03-13", "What was reported about Tarsk?"),
        ("What have outlets reported since 2015?", "2015-01-01", None, "What have outlets reported?"),
        ("What did last week's articles say?", "2016-03-07", "2016-03-13", "What did articles say?"),
        ("What did the Gazette report yesterday?", "2016-03-15", "2016-03-15", "What did the Gazette report?"),
        (
            "Did the Harbour Times's December 15, 2015, article say so?",
            "2015-12-15", "2015-12-15", "Did the Harbour Times's article say so?",
        ),
        (
            "Does the Gazette report on the trial published on May 3, 2015 agree with the Harbour Times report of "
            "May 9, 2015?",
            "2015-05-03", "2015-05-09", "Does the Gazette report on the trial agree with the Harbour Times report?",
        ),
    ],
)  # fmt: skip
def test_days_of_articles_are_taken_out(question: str, first: str, last: str | None, left: str) -> None:
    found = take_published(question, find_outlets(question, KNOWN), WEDNESDAY)
    days = tuple(day.isoformat() if day else None for day in (found.first, found.last))
    assert (*days, found.asked) == (first, last, left)


@pytest.mark.parametrize(
    "question",
    [
        "How many were killed in March 2016?",
        "How many were reported killed in March 2016?",
        "Who was arrested yesterday?",
        "A UN report published in March 2016 counted how many dead?",
        "What did the Gazette report on Saturday?",
        "How many died on 13 March 2016 according to the Gazette?",
        "Did the Gazette article of 3 May 2015 and the Harbour Times report say the same?",
        "Did the report of 3 May 2015 count those killed in April 2014?",
        "Did the Gazette report of 03/04/2016 say so?",
    ],
)
def test_days_of_what_happened_stay_and_so_does_one_of_only_one_of_two_articles(question: str) -> None:
    found = take_published(question, find_outlets(question, KNOWN), WEDNESDAY)
    assert (found.asked, found.first, found.last) == (question, None, None)
