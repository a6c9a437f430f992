"""The outlet swap test: over a copy whose outlets' names are shuffled, every attribution follows the record."""

from copy import deepcopy
from pathlib import Path

import pytest

from index.search.embedding import Embedder
from index.store.reader import StoreReader
from service.answering.quote_reader import QuoteReader
from service.errors import RequestError
from service.evaluation.measures import score_result
from service.evaluation.running.swap import open_swapped, shuffle_names
from service.evaluation.sets.questions import read_questions
from service.evaluation.values import Result, Swapped

SAMPLES = Path(__file__).parents[3] / "questions" / "samples.jsonl"


def test_no_name_stays_and_all_are_there_and_a_seed_is_a_shuffle() -> None:
    names = ["RT", "FRN", "alalam", "Emirates Voice"]
    shuffled = shuffle_names(names, 1)
    assert sorted(shuffled) == sorted(shuffled.values()) == sorted(names)
    assert [one for one, other in shuffled.items() if one == other] == []
    assert shuffle_names(reversed(names), 1) == shuffled
    assert len({tuple(shuffle_names(names, seed).values()) for seed in range(20)}) > 1


@pytest.mark.parametrize(("names", "held"), [([], "none"), (["RT"], "only RT")])
def test_without_two_names_there_is_nothing_to_shuffle(names: list[str], held: str) -> None:
    with pytest.raises(RequestError, match=f"needs two named outlets, and the index has {held}"):
        shuffle_names(names, 1)


def test_answers_follow_the_record_and_the_index_itself_stays_as_it_is(sample_index: Path, embedder: Embedder) -> None:
    questions = [one for one in read_questions(SAMPLES).questions if one.answerable][:12]
    with StoreReader(sample_index).view() as view:
        own = {key: view.article(key).masthead.outlet.name for key in view.article_ids()}
        sequence = view.sequence()
    shuffled = shuffle_names([name for name in own.values() if name], 3)
    followed = 0
    with open_swapped(sample_index, embedder, QuoteReader(), 3) as index:
        for question in questions:
            swapped = index.ask(question, 50)
            assert swapped.answer is not None
            assert {key: shuffled.get(own[key] or "") for key in swapped.outlets} == swapped.outlets
            reports = [report for claim in swapped.answer["claims"] for report in claim["reports"]]
            assert {one["article_id"] for one in reports} <= set(swapped.outlets)
            assert [one for one in reports if one["outlet"]["name"] != shuffled.get(own[one["article_id"]] or "")] == []
            followed += sum(one["outlet"]["name"] is not None for one in reports)
    assert followed > 5
    with StoreReader(sample_index).view() as view:
        assert {key: view.article(key).masthead.outlet.name for key in view.article_ids()} == own
        assert view.sequence() == sequence


def test_an_answer_that_knows_better_than_the_record_scores_lower(sample_index: Path, embedder: Embedder) -> None:
    question = next(one for one in read_questions(SAMPLES).questions if one.id == "killed-in-syria")
    with open_swapped(sample_index, embedder, QuoteReader(), 3) as index:
        honest = index.ask(question, 50)
    assert honest.answer is not None
    reports = [report for claim in honest.answer["claims"] for report in claim["reports"]]
    assert {one["outlet"]["name"] for one in reports}.isdisjoint({"Emirates Voice"})
    stubborn = deepcopy(honest.answer)
    for claim in stubborn["claims"]:
        for report in claim["reports"]:
            report["outlet"]["name"] = "Emirates Voice"
    assert score(Result(question=question, swapped=honest)) == 1
    lying = Swapped(answer=stubborn, outlets=honest.outlets)
    assert (score(Result(question=question, swapped=lying)) or 0) < 1


def score(result: Result) -> float | None:
    return next(one.value for one in score_result(result) if one.measure == "swap")
