"""Answers of the product over the samples, asked once."""

import pytest

from index.search.search import Search
from service.evaluation.values import Result
from tests.service.evaluation.measures.answering import ALALAM, EMIRATES, FIRST, HAJIN, SECOND, answer_question

_624 = "the US-led coalition claimed 624 people were “unintentionally killed” since the start of the campaign"
_DENIED = "The US-led coalition has denied bombing the hospital in Raqqa"


@pytest.fixture(scope="session")
def killed(sample_search: Search) -> Result:
    """A figure in two copies of one text, and one that disputes it."""
    beside = {"chain": ["the coalition"], "stance": "asserts", "hedges": []}
    counted = {"agreement": "same_origin", "origins": 1, "confirmations": 0}
    return answer_question(
        sample_search,
        question="How many people has the US-led coalition killed in Iraq and Syria?",
        answerable=True,
        reference="624 people, the coalition says; more than 4,350 civilians, says Airwars",
        reference_claims=[
            {"article": FIRST, "quote": _624, **beside, **counted},
            {"article": SECOND, "quote": _624, **beside, **counted},
            {"article": FIRST, "quote": "more than 4,350 civilians have been killed", "chain": ["Airwars"],
             "silent": [SECOND]},
        ],
        reference_values=["624", "more than 4,350"],
        reference_relations=[{"kind": "disputed", "between": ["624", "4,350"]}],
        must=["4,350"],
        must_not=["corroborated"],
        not_sources=["Iraq"],
        not_related=["conflicts"],
    )  # fmt: skip


@pytest.fixture(scope="session")
def in_syria(sample_search: Search) -> Result:
    """A figure of an outlet whose name is known."""
    return answer_question(
        sample_search,
        question="how many people have been killed in syria since march 2011",
        answerable=True,
        reference_outlets=["Emirates Voice"],
        reference_claims=[
            {
                "article": EMIRATES,
                "outlet": "Emirates Voice",
                "quote": "More than 330,000 people have been killed in Syria since the conflict began in March 2011",
                "chain": [],
            }
        ],
        reference_values=["More than 330,000"],
    )


@pytest.fixture(scope="session")
def in_raqqa(sample_search: Search) -> Result:
    """A hedged figure of an agency."""
    return answer_question(
        sample_search,
        question="How many civilians were killed in Raqqa city on Saturday?",
        answerable=True,
        reference_claims=[
            {
                "article": FIRST,
                "quote": "at least 43 civilians were allegedly killed",
                "chain": ["SANA"],
                "stance": "asserts",
                "hedges": ["allegedly"],
            }
        ],
    )


@pytest.fixture(scope="session")
def hospital(sample_search: Search) -> Result:
    """A denial beside the accusation."""
    claims = [
        {"article": one, "quote": _DENIED, "chain": ["coalition"], "stance": "denies", "agreement": "denied"}
        for one in (FIRST, SECOND)
    ]
    return answer_question(
        sample_search,
        question="Did the US-led coalition bomb the hospital in Raqqa?",
        answerable=True,
        reference_claims=claims,
        reference_values=["disputed"],
    )


@pytest.fixture(scope="session")
def leader(sample_search: Search) -> Result:
    """A source behind an agency."""
    quote = "among the dead terrorists is one of the most important leaders of ISIS known as Hadir al-Shishani"
    return answer_question(
        sample_search,
        question="Which leader of ISIS is among the dead?",
        answerable=True,
        reference_claims=[{"article": HAJIN, "quote": quote, "chain": ["SANA", "a military source"]}],
    )


@pytest.fixture(scope="session")
def nothing(sample_search: Search) -> Result:
    """A question that no article answers, though each holds its names."""
    return answer_question(
        sample_search,
        question="Which outlet reported that US troops retook al-Sukhnah?",
        answerable=False,
        shares_names=True,
        reference_missing="false_premise",
    )


@pytest.fixture(scope="session")
def dated(sample_search: Search) -> Result:
    """The day of an article."""
    return answer_question(
        sample_search,
        question="When was the report on al-Mughir published?",
        answerable=True,
        reference_published={"article": ALALAM, "day": "2016-03-13"},
    )


@pytest.fixture(scope="session")
def compared(sample_search: Search) -> Result:
    """Two articles laid side by side."""
    return answer_question(
        sample_search,
        question="How do the two reports on al-Sukhnah differ?",
        answerable=True,
        reference_comparison=[FIRST, SECOND],
    )
