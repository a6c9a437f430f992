"""A question to a query: kind, names, what is asked of whom, however it is typed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.records import Filters
from service.answering.asking.capitals import restore_capitals
from service.question import parse_question


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How many people died in the quake?", "figures"),
        ("What was the death toll in Turkey?", "figures"),
        ("According to Reuters, how much did it cost?", "figures"),
        ("Did Trump sign the bill?", "yes_no"),
        ("Has Iran denied it?", "yes_no"),
        ("Who resigned on Monday?", "who"),
        ("Which senator resigned?", "who"),
        ("When was the treaty signed?", "when"),
        ("In what year did it begin?", "when"),
        ("Where did the plane crash?", "where"),
        ("Which city was hit?", "where"),
        ("What did Putin say about Kyiv?", "said"),
        ("How did Meta respond to the fine?", "said"),
        ("Who said that the vaccine was safe?", "who_said"),
        ("Which newspaper reported the deal?", "who_said"),
        ("What happened in Gaza?", "what"),
        ("Why was the bridge closed?", "what"),
    ],
)
def test_the_kind_is_read(question: str, kind: str) -> None:
    assert parse_question(question).kind == kind


def test_names_lose_titles_possessives_and_compounds_and_keep_their_words_together() -> None:
    query = parse_question("Did President Joe Biden's aide meet the US-led coalition in New York City on Monday?")
    assert query.names == ("Joe Biden", "US", "New York City")
    assert query.times == ("Monday",)


def test_who_does_what_to_whom_and_where_is_told_apart() -> None:
    query = parse_question("Did Hezbollah capture Al-Qaim in Iraq?")
    assert (query.agents, query.patients, query.placed) == (("Hezbollah",), ("Al-Qaim",), ("Iraq",))
    assert query.classes == ("captured",)


def test_what_is_counted_and_the_numbers_asked_about_are_read() -> None:
    query = parse_question("How many civilians were killed in the 3 strikes that hit 1,200 homes?")
    assert (query.counted, query.numbers) == (("civilians",), ("3", "1,200"))


def test_a_known_outlet_is_no_name_and_according_to_it_is_a_filter() -> None:
    query = parse_question("According to Emirates Voice, who entered Albu Kamal?", outlets=["Emirates Voice"])
    assert (query.names, query.filters.outlets, query.kind) == (("Albu Kamal",), ("Emirates Voice",), "who")
    kept = parse_question("Who entered it?", filters=Filters(outlets=("FRN",)), sources=["SANA"])
    assert (kept.filters.outlets, kept.sources) == (("FRN",), ("SANA",))


@pytest.mark.parametrize(
    "typed", ["who entered albu kamal", "WHO ENTERED ALBU KAMAL?", "Who Entered Albu Kamal In The End"]
)
def test_without_meaningful_capitals_names_are_those_the_corpus_writes(typed: str) -> None:
    query = restore_capitals(parse_question(typed), {"albu kamal": "Albu Kamal", "who": "WHO"})
    assert (query.names, query.text) == (("Albu Kamal",), typed)


def test_names_of_a_leading_sentence_are_only_premises() -> None:
    query = parse_question("Maria Lopez won in Chile. How old is she?")
    assert (query.names, query.premised, query.kind) == ((), ("Maria Lopez", "Chile"), "figures")


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("Who captured Bresk?", "doer"),
        ("Who revoked the licence?", "doer"),
        ("Who was Bresk captured by?", "doer"),
        ("Who was killed in Bresk?", "done_to"),
        ("Who did Orr arrest?", "done_to"),
        ("Who is Ivo Orr?", "described"),
        ("Who was President Ivo Orr?", "described"),
        ("Who is Ivo Orr's wife?", ""),
        ("Which leader of Quarn is among the dead?", ""),
    ],
)
def test_whether_the_doer_is_asked_for_is_read(question: str, role: str) -> None:
    assert parse_question(question).role == role


def test_the_object_and_a_denial_in_the_question_are_read() -> None:
    query = parse_question("Did Lorvia not bomb the old hospital in Tarsk?")
    assert (query.objects, query.negated) == ("the old hospital", True)
    assert not parse_question("Did Lorvia bomb the hospital?").negated


def test_a_name_that_tells_only_the_sort_asked_for_and_a_word_that_only_opens_are_no_names() -> None:
    query = parse_question("Which former NFL star joined Meta?")
    assert (query.names, query.premised) == (("Meta",), ("NFL",))
    assert parse_question("Approximately how many people died in Bresk?").names == ("Bresk",)


@pytest.mark.parametrize(
    ("question", "objects"),
    [
        ("Is the attack on the old hospital in Tarsk confirmed independently?", "the old hospital"),
        ("Did Lorvia attack on Monday?", ""),
        ("Did Lorvia attack the hospital on Monday?", "the hospital"),
    ],
)
def test_the_object_of_a_noun_stands_behind_a_preposition(question: str, objects: str) -> None:
    assert parse_question(question).objects == objects


def test_a_common_noun_is_no_name_because_a_headline_opens_with_it() -> None:
    query = parse_question("which words do the outlets use for the health care law?")
    assert restore_capitals(query, {"outlets": "Outlets", "ivo orr": "Ivo Orr"}).names == ()


def test_what_is_named_and_where_is_what_is_searched_for_its_names() -> None:
    query = parse_question("Which words do the reports on Tarsk use for the men who were forced to retreat?")
    assert (query.search, query.topic) == (
        "Tarsk men who were forced to retreat",
        "men who were forced to retreat",
    )


@given(st.text(max_size=300))
def test_any_text_is_a_question(text: str) -> None:
    query = parse_question(text)
    assert query.text == text
    assert set(query.agents) | set(query.placed) | set(query.patients) <= set(query.names)


def test_hostile_questions_cost_little() -> None:
    began = time.process_time()
    for text in (
        "a" * 4000,
        "A " * 2000,
        "what " * 800,
        "how many " * 440,
        "\0" * 4000,
        "\u0301" * 4000,
        "in the " * 570,
    ):
        parse_question(text)
    assert time.process_time() - began < 3
