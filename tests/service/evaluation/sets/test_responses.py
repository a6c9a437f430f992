"""Saved responses: our own answers in either form, and other tools' texts, each to its question."""

import json
from pathlib import Path
from typing import Any

import pytest

from index.search.search import Search
from service.answering.quote_reader import QuoteReader
from service.errors import QuestionsError
from service.evaluation.running.journal import write_result
from service.evaluation.running.run import ask_question
from service.evaluation.running.targets import InProcess
from service.evaluation.sets.responses import read_responses
from service.evaluation.values import Question, Result, RunHit

SET = [Question(id="a", question="Who said it?"), Question(id="b", question="When was it?")]


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return path


def test_texts_find_their_question_by_id_or_by_its_words(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"id": "b", "answer": "On Friday.", "contexts": ["x", "y"]},
        {"user_input": "who  said it?", "response": "RT.", "retrieved_context_ids": ["art-1"]},
        {"id": "c", "answer": "No question has this id."},
    ]
    read = read_responses(write(tmp_path / "r.jsonl", *rows), SET)
    assert read.unasked == 1
    assert read.results == {
        "b": Result(
            question=SET[1],
            response="On Friday.",
            from_saved=True,
            hits=(
                RunHit(passage_id=None, article_id=None, score=1, text="x"),
                RunHit(passage_id=None, article_id=None, score=1 / 2, text="y"),
            ),
        ),
        "a": Result(
            question=SET[0],
            response="RT.",
            from_saved=True,
            hits=(RunHit(passage_id="art-1", article_id="art-1", score=1),),
        ),
    }


def test_answers_of_byline_are_read_as_the_call_returns_them_and_as_results_hold_them(
    sample_search: Search, tmp_path: Path
) -> None:
    question = Question(id="killed", question="How many civilians were killed?")
    asked = ask_question(question, InProcess(sample_search, QuoteReader()), 50)
    assert asked.answer is not None
    (bare,) = read_responses(write(tmp_path / "bare.jsonl", asked.answer), [question]).results.values()
    (held,) = read_responses(write(tmp_path / "held.jsonl", write_result(asked, "key")), [question]).results.values()
    assert (bare.answer, bare.response, bare.hits) == (asked.answer, asked.response, None)
    assert held == asked.model_copy(update={"from_saved": True})


def test_two_questions_of_the_same_words_are_told_apart_by_id_alone(tmp_path: Path) -> None:
    twins = [Question(id="a", question="Who?"), Question(id="b", question="who?", filters={"outlets": ["RT"]})]
    read = read_responses(write(tmp_path / "r.jsonl", {"question": "Who?", "answer": "RT"}), twins)
    assert (read.results, read.unasked) == ({}, 1)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"id": "a"}, "neither a response (answer, actual_output) nor anything retrieved"),
        ({"answer": "RT"}, "needs the id, or the words, of its question"),
        ({"id": "a", "respnse": "RT"}, "the nearest is response"),
        ({"id": "a", "answer": ["RT"]}, "response: input should be a valid string"),
        ({"id": "a", "contexts": ["x"], "context_ids": ["1", "2"]}, "they go together one by one"),
        ({"question": {"id": "a"}, "answer": {"status": "answered"}}, "id: this is missing"),
        ({"question": "a", "status": "answered", "claims": [], "direct": {}, "answer": ""}, "id: this is missing"),
    ],
)
def test_a_response_that_is_none_is_refused_by_its_line(row: dict[str, Any], says: str, tmp_path: Path) -> None:
    with pytest.raises(QuestionsError) as refused:
        read_responses(write(tmp_path / "r.jsonl", {"id": "b", "answer": "x"}, row), SET)
    (only,) = refused.value.mistakes
    assert only.line == 2
    assert says in only.says


def test_a_second_response_to_one_question_is_a_mistake(tmp_path: Path) -> None:
    rows = [{"id": "a", "answer": "x"}, {"question": "Who said it?", "answer": "y"}]
    with pytest.raises(QuestionsError, match="line 2: this is the second response to the question 'a'"):
        read_responses(write(tmp_path / "r.jsonl", *rows), SET)
