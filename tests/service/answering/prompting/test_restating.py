"""A follow-up that rules do not resolve, restated by a model, with nothing in it that the talk has not."""

import json
from collections.abc import Iterator

import pytest

from index.search.search import Search
from service.answering.asking.history.followup import leans
from tests.scripted.server import Body, ScriptedModel
from tests.service.answering.asked_model import ask, choose, reading

TALK = [
    {"role": "user", "content": "Tell me about the fighting round Albu Kamal."},
    {"role": "assistant", "content": "Emirates Voice, citing the Observatory, says that fighters stormed the town."},
]


@pytest.mark.parametrize(
    "question", ["And who stormed it?", "Why?", "What about the same town?", "When did they leave?"]
)
def test_a_question_that_points_back_leans(question: str) -> None:
    assert leans(question)


@pytest.mark.parametrize(
    "question",
    ["How many people were killed in the city of Raqqa?", "Who liberated al-Sukhnah on Sunday, by which army?"],
)
def test_a_question_of_its_own_leans_on_nothing(question: str) -> None:
    assert not leans(question)


@pytest.fixture
def server() -> Iterator[ScriptedModel]:
    with ScriptedModel() as opened:
        yield opened


def restate(server: ScriptedModel, text: str) -> None:
    def reply(body: Body) -> str:
        if "groups" in str(body.get("response_format")):
            return choose("stormed")(body)
        return json.dumps({"question": text})

    server.reply = reply


FOLLOW_UP = "In what way was that done, exactly, and by which of the two?"


def test_a_follow_up_is_answered_as_it_is_restated_and_shown_as_that(
    server: ScriptedModel, sample_search: Search
) -> None:
    restate(server, "By whom was the town Albu Kamal stormed?")
    with reading(server) as reader:
        _, found = ask(sample_search, reader, FOLLOW_UP, history=TALK)
    assert found.question == FOLLOW_UP
    assert found.understood
    assert found.understood.standalone == "By whom was the town Albu Kamal stormed?"
    assert found.claims
    assert [turn["role"] for turn in server.asked[0].body["messages"]] == ["system", "user"]


@pytest.mark.parametrize("text", ["Was Raqqa stormed?", "How were 700 men killed?", "x" * 5000])
def test_what_brings_in_a_name_or_a_number_is_not_taken(
    text: str, server: ScriptedModel, sample_search: Search
) -> None:
    restate(server, text)
    with reading(server) as reader:
        _, found = ask(sample_search, reader, FOLLOW_UP, history=TALK)
    assert found.understood is None or found.understood.standalone is None


def test_a_question_of_its_own_takes_no_call_for_it(server: ScriptedModel, sample_search: Search) -> None:
    restate(server, "Anything?")
    with reading(server) as reader:
        ask(sample_search, reader, "Which fighters stormed the town of Albu Kamal?", history=TALK)
    assert len(server.asked) == 1
