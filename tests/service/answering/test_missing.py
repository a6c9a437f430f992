"""An abstention says what is missing: the premise, the name, the outlet, the time; articles at hand and samples."""

from datetime import date
from pathlib import Path

import pytest

from index.search.embedding import Embedder
from index.search.search import Search
from service.answering.answer import Answer
from service.answering.quote_reader import QuoteReader
from service.ask import ask
from service.requests import AskRequest
from tests.service.answering.desk import answer, article

BATTLE = article(
    "m1",
    "The Lorvian Army captured the town of Tarsk on Sunday, a general said. Bresk sent food to Tarsk. "
    "Quorn did not capture Orlo, and Bresk may capture Orlo.",
)


@pytest.mark.parametrize(
    "question",
    [
        "Which outlet reported that Bresk troops captured Tarsk?",
        "Which outlet reported that Bresk captured Tarsk?",
        "When did Bresk capture Tarsk?",
    ],
)
def test_a_false_premise_is_told_with_what_an_article_says_instead(
    question: str, embedder: Embedder, tmp_path: Path
) -> None:
    given = answer(question, [BATTLE], embedder, tmp_path)
    assert (given.status, given.claims) == ("abstained", ())
    assert [(one.kind, one.name) for one in given.missing] == [("false_premise", "Bresk")]
    assert "One says it of “Lorvian Army”, none of “Bresk”." in given.answer
    assert given.nearest[0].quote.startswith("The Lorvian Army captured")


@pytest.mark.parametrize(
    "question",
    [
        "Did Bresk capture Tarsk?",  # takes nothing for granted
        "When did Lorvia capture Orlo?",  # what is denied or only possible of another is not said of it
        "When did Bresk leave Tarsk?",
    ],
)
def test_nothing_is_said_of_another_where_no_article_says_it(question: str, embedder: Embedder, tmp_path: Path) -> None:
    given = answer(question, [BATTLE], embedder, tmp_path)
    assert given.status == "abstained"
    assert not [one for one in given.missing if one.kind == "false_premise"]


def _ask(search: Search, question: str, **filters: object) -> Answer:
    return ask(AskRequest.model_validate({"question": question, **filters}), search, QuoteReader())


def test_of_the_samples_a_false_premise_is_told_with_what_they_say(sample_search: Search) -> None:
    given = _ask(sample_search, "Which outlet reported that US troops liberated al-Sukhnah?")
    assert [(one.kind, one.name) for one in given.missing] == [("false_premise", "US")]
    assert "Syrian" in given.missing[0].text
    assert "liberated" in given.nearest[0].quote


def test_an_outlet_whose_articles_do_not_answer_is_named(sample_search: Search) -> None:
    given = _ask(sample_search, "How many people were arrested in Aleppo?", outlets=["Emirates Voice"])
    assert given.status == "abstained"
    assert ("source_not_on_topic", "Emirates Voice") in [(one.kind, one.name) for one in given.missing]
    assert "No article by “Emirates Voice” was found to answer it." in given.answer


def test_of_several_outlets_that_are_asked_for_those_that_have_no_part_in_the_answer_are_told(
    sample_search: Search,
) -> None:
    question = "How many people have been killed in Syria since the conflict began?"
    given = _ask(sample_search, question, outlets=["Emirates Voice", "alalam", "FRN"])
    assert (given.status, [(one.kind, one.name) for one in given.missing]) == (
        "partial",
        [("source_not_on_topic", "FRN")],
    )
    assert "No article by “FRN” was found to answer it." in given.answer
    given = _ask(sample_search, question, outlets=["Emirates Voice", "alalam"])
    assert (given.status, given.missing) == ("answered", ())


@pytest.mark.parametrize(
    "question",
    [
        "Is it true that Syrian troops entered Albu Kamal?",
        "Does any article say that Syrian troops entered Albu Kamal?",
        "Did the Emirates Voice article report that Syrian troops entered Albu Kamal?",
        "Did the Emirates Voice article or the alalam article say that Syrian troops entered Albu Kamal?",
    ],
)
def test_whether_articles_say_that_it_is_so_asks_whether_it_is(question: str, sample_search: Search) -> None:
    given = _ask(sample_search, question)
    assert given.direct.value == "asserted"
    assert {one.outlet for one in given.citations} == {"Emirates Voice"}
    assert [one.name for one in given.missing] == (["alalam"] if "alalam" in question else [])


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ({"from": date(2001, 1, 1), "to": date(2001, 2, 1)}, "between 2001-01-01 and 2001-02-01."),
        ({"from": date(2031, 1, 1)}, "from 2031-01-01 or later."),
        ({"to": date(2001, 1, 1)}, "from 2001-01-01 or before."),
    ],
)
def test_a_time_without_articles_is_named_with_those_that_bear_no_date(
    sample_search: Search, days: dict[str, date], text: str
) -> None:
    asked = {key: day.isoformat() for key, day in days.items()}
    given = _ask(sample_search, "What did the Syrian army take control of?", **asked)
    assert [one.kind for one in given.missing] == ["no_article", "undated_left_out"]
    assert given.missing[0].text.endswith(text)
    assert given.missing[1].count


@pytest.mark.parametrize("name", ["Bill Gates", "Milo Yiannopoulos", "Kaizer Chiefs"])
def test_a_name_that_stands_in_furniture_alone_is_no_name_of_an_article(sample_search: Search, name: str) -> None:
    given = _ask(sample_search, f"What happened to {name}?")
    assert [(one.kind, one.name) for one in given.missing] == [("no_such_name", name)]
