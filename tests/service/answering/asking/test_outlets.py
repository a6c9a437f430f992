"""The outlets that a question names, and which of them it has tell something."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.answering.asking.outlets import Mention, find_outlets

KNOWN = (
    "The Gazette", "Harbour Times", "Time", "The Hill", "Fortune", "Daily Orrin - News", "Daily Orrin - Sport",
    "Morning Post | World Leader", "kestrel.com",
)  # fmt: skip


def told(question: str, *, cased: bool = True) -> list[str]:
    return [label for one in find_outlets(question, KNOWN, cased=cased) if one.tells for label in one.outlets]


@pytest.mark.parametrize(
    ("question", "outlets"),
    [
        ("According to the Harbour Times, who won?", ["Harbour Times"]),
        ("Who won, according to an article in The Gazette?", ["The Gazette"]),
        ("Does the Gazette article say that it fell?", ["The Gazette"]),
        ("Does a Gazette piece say so?", ["The Gazette"]),
        ("What does Fortune's report say?", ["Fortune"]),
        ("Did 'The Hill' and 'Fortune' report the same?", ["The Hill", "Fortune"]),
        ("Which firm, covered by both Fortune and the Harbour Times, failed?", ["Fortune", "Harbour Times"]),
        ("Does The Hill's report say it rose while the Harbour Times claims it fell?", ["The Hill", "Harbour Times"]),
        ("Which firm is accused in 'Time', according to Fortune?", ["Time", "Fortune"]),
        ("Did Fortune's May 3, 2021, article name him?", ["Fortune"]),
        ("Did Fortune change its advice between the two articles?", ["Fortune"]),
        ("What did Morning Post report?", ["Morning Post | World Leader"]),
        ("As reported by Kestrel, who won?", ["kestrel.com"]),
        ("According to Daily Orrin, who won?", ["Daily Orrin - News", "Daily Orrin - Sport"]),
        ("According to Daily Orrin - Sport, who won?", ["Daily Orrin - Sport"]),
        ("After The Hill reported that it fell, did Fortune describe a rise?", ["The Hill", "Fortune"]),
    ],
)
def test_outlets_that_tell_something_are_read(question: str, outlets: list[str]) -> None:
    assert told(question) == outlets


@pytest.mark.parametrize(
    "question",
    [
        "Did Fortune settle with Orrin?",
        "Who owns The Hill?",
        "Which Harbour Times host was fired?",
        "Was Fortune bought by the Harbour Times?",
        "Who sued the Harbour Times over its story?",
        "What did Orr say after Fortune suspended him?",
        "Which Harbour Times reporter was heckled?",
    ],
)
def test_an_outlet_that_is_itself_what_is_asked_about_tells_nothing(question: str) -> None:
    assert told(question) == []
    assert find_outlets(question, KNOWN)


@pytest.mark.parametrize(
    "question",
    [
        "According to Time Warner, who won?",
        "According to Benny Hill, who won?",
        "According to Hill, who won?",
        "What did the fortune that he left amount to?",
        "At what time does the hill close?",
        "The Hill's Report Card is out: what does it show?",
        "According to a Fortune/Orrin poll, who leads?",
    ],
)
def test_what_is_no_name_or_part_of_a_longer_one_is_no_outlet_that_tells(question: str) -> None:
    assert told(question) == []


def test_in_a_question_without_capitals_a_lone_word_tells_only_in_so_many_words() -> None:
    assert told("according to fortune, who won", cased=False) == ["Fortune"]
    assert told("what does the fortune article say", cased=False) == ["Fortune"]
    assert told("what does fortune say of time", cased=False) == []
    assert told("what did the harbour times report", cased=False) == ["Harbour Times"]


def test_a_name_of_which_an_article_is_asked_is_told_with_no_outlet_where_none_has_it() -> None:
    question = "Does the Orrin Star article agree with the report from Bugle and that of the Harbour Times?"
    assert find_outlets(question, KNOWN) == (
        Mention("Orrin Star", 9, 19, (), True),
        Mention("Bugle", 55, 60, (), True),
        Mention("Harbour Times", 77, 90, ("Harbour Times",), False),
    )
    assert find_outlets("Does the Orrin Commission report name him?", KNOWN) == ()


def test_whoever_else_tells_something_beside_a_known_outlet_is_told_with_no_outlet() -> None:
    question = "Which firm, according to Fortune, made the offer discussed by the Bugle and kept by Orrin?"
    assert find_outlets(question, KNOWN) == (
        Mention("Fortune", 25, 32, ("Fortune",), True),
        Mention("Bugle", 66, 71, (), True),
    )
    assert find_outlets("Which firm made the offer discussed by the Bugle?", KNOWN) == ()


@given(st.text(max_size=200))
def test_mentions_ascend_apart_and_slice_back_to_their_words(text: str) -> None:
    question = f"According to Fortune {text} the Harbour Times article {text}"
    found = find_outlets(question, KNOWN)
    assert all(question[one.start : one.end] == one.words for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
