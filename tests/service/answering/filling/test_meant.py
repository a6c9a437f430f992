"""Whom a description means, by the words that each sentence has for them."""

import time

import pytest

from index.records import Span
from service.answering.filling.meant import find_meant, read_description


def meant(term: str, sentence: str) -> str | None:
    description = read_description(term)
    assert description is not None
    found = find_meant(description, sentence)
    return sentence[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("term", "sentence", "words"),
    [
        ("the people who were forced to leave", "The flood forced the villagers to leave at night.", "villagers"),
        ("the people who were forced to leave", "Hundreds of squatters were forced to leave.", "Hundreds of squatters"),
        ("those who were arrested in Tarsk", "Police in Tarsk arrested two activists on Friday.", "two activists"),
        ("the men who blocked the road", "Angry settlers blocked the main road.", "Angry settlers"),
        ("the men that blocked the road", "The road was blocked by masked thugs, it said.", "masked thugs"),
        # Who is meant is not told, or something else is.
        ("the people who were forced to leave", "The flood forced them to leave.", None),
        ("the people who were forced to leave", "The flood forced the bank to close.", None),
        ("the people who were forced to leave", "The forces took the town before leave began.", None),
        ("the men who blocked the road", "The road stayed open.", None),
    ],
)
def test_the_words_for_those_described_are_found(term: str, sentence: str, words: str | None) -> None:
    assert meant(term, sentence) == words


@pytest.mark.parametrize("term", ["ISIS", "the town", "", "the dead", "who", "people who", "the man who is"])
def test_a_term_without_a_clause_is_no_description(term: str) -> None:
    assert read_description(term) is None


def test_long_terms_and_sentences_take_no_time() -> None:
    began = time.perf_counter()
    read_description("who " * 50_000)
    description = read_description("the men who blocked the road")
    assert description is not None
    found = find_meant(description, "blocked road " * 20_000)
    assert found is None or found.start < found.end
    assert time.perf_counter() - began < 5
    assert read_description("a" * 100_000) is None
    assert isinstance(find_meant(description, "The settlers blocked the road."), Span)
