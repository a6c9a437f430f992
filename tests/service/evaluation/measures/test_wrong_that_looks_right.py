"""Real answers with one thing falsified, each so that it still looks right: some measure must fall, and say why."""

import pytest

from service.evaluation.measures import MEASURES, score_result
from service.evaluation.values import Json, Result, Swapped
from tests.service.evaluation.measures.answering import fail, falsify, reports, values
from tests.service.evaluation.measures.falsified import (
    FALSIFIED,
    WORSE,
    Change,
    declined_for_no_reason,
    right_figure_under_the_wrong_outlet,
)

BETTER = {measure.name: measure.better for measure in MEASURES}
RETRIEVAL = ["recall@10", "hits@4", "hits@10", "mrr@10", "ndcg@10", "all_evidence@10"]
WHOLE = ["killed", "in_syria", "in_raqqa", "hospital", "leader", "nothing", "dated", "compared"]


@pytest.mark.parametrize("name", WHOLE)
def test_the_answers_as_they_are_given_are_right(name: str, request: pytest.FixtureRequest) -> None:
    found = values(request.getfixturevalue(name))
    perfect = {measure: 0.0 if BETTER[measure] == "lower" else 1.0 for measure in found}
    degrees = ("mrr@10", "ndcg@10", "evidence_precision", "origin_precision", "reference_words")
    assert {key: value for key, value in found.items() if value is not None and key not in degrees} == {
        key: perfect[key] for key, value in found.items() if value is not None and key not in degrees
    }


@pytest.mark.parametrize(("name", "change", "fall"), FALSIFIED, ids=[change.__name__ for _, change, _ in FALSIFIED])
def test_a_wrong_answer_that_looks_right_scores_lower(
    name: str, change: Change, fall: set[str], request: pytest.FixtureRequest
) -> None:
    whole: Result = request.getfixturevalue(name)
    false = falsify(whole, change)
    before, after = values(whole), {score.measure: score for score in score_result(false)}
    for measure in fall | {"right"}:
        old, new = before[measure], after[measure].value
        assert old is not None
        assert new is not None
        assert new > old if BETTER[measure] == "lower" else new < old, measure
        assert after[measure].why or measure in ("origin_precision", "evidence_precision", "decision")
    rose = {
        measure
        for measure, old in before.items()
        if (new := after[measure].value) is not None
        and old is not None
        and (new < old if BETTER[measure] == "lower" else new > old)
    }
    assert rose <= {"evidence_precision", "origin_precision"}


@pytest.mark.parametrize(("name", "change", "fall"), WORSE, ids=[change.__name__ for _, change, _ in WORSE])
def test_a_worse_answer_scores_lower(name: str, change: Change, fall: set[str], request: pytest.FixtureRequest) -> None:
    whole: Result = request.getfixturevalue(name)
    before, after = values(whole), values(falsify(whole, change))
    assert {measure for measure in fall if (after[measure] or 0) < (before[measure] or 0)} == fall


@pytest.mark.parametrize("measure", RETRIEVAL)
def test_passages_of_the_right_article_that_do_not_hold_the_evidence_score_lower(
    measure: str, in_syria: Result
) -> None:
    wanted = in_syria.question.reference_claims[0].quote or ""
    beside = tuple(one.model_copy(update={"text": (one.text or "").replace(wanted, "")}) for one in in_syria.hits or ())
    late = in_syria.model_copy(update={"hits": beside})
    assert (values(late)[measure] or 0) < (values(in_syria)[measure] or 0)


def test_passages_of_another_outlet_score_lower(in_syria: Result) -> None:
    other = tuple(one.model_copy(update={"outlet": "RT"}) for one in in_syria.hits or ())
    found = in_syria.model_copy(update={"hits": other})
    assert (values(in_syria)["right_outlet@10"], values(found)["right_outlet@10"]) == (1, 0)


def test_every_measure_has_an_answer_here_that_looks_right_and_scores_lower() -> None:
    alone = {
        "right", "right_outlet@10", "furniture", "abstention_precision", "abstention_recall",
        "abstention_recall_shared", "swap",
    }  # fmt: skip
    tested = {*RETRIEVAL, *alone, *(measure for _, _, fall in (*FALSIFIED, *WORSE) for measure in fall)}
    # Risk is of a whole run and judged of a model's mark; their tests are beside those of such numbers.
    assert tested == BETTER.keys() - {"risk_coverage_area", "judged"}


def test_a_reworded_copy_given_an_origin_of_its_own_is_still_one_voice(killed: Result) -> None:
    def reword(answer: Json) -> None:
        answer["claims"][0]["reports"][1] |= {"origin": "o9", "quote": "The alliance puts the dead at 624."}

    # One voice that is wanted under two origins, and one beside; whole, there are two voices, of which both are wanted.
    assert values(falsify(killed, reword))["origin_precision"] == pytest.approx(1 / 3 + 1 / 3)
    assert values(killed)["origin_precision"] == 1


def test_a_quote_from_page_furniture_is_told_from_one_of_the_article(in_syria: Result) -> None:
    article = in_syria.articles[reports(in_syria.answer or {})[0]["article_id"]]
    line = next(one for one in article["lines"] if one["label"] == "furniture" and one["end"] - one["start"] > 20)

    def quote_furniture(answer: Json) -> None:
        where = {"start": line["start"], "end": line["end"]}
        reports(answer)[0] |= {**where, "quote": article["text"][line["start"] : line["end"]]}

    false = values(falsify(in_syria, quote_furniture))
    assert (values(in_syria)["furniture"], false["furniture"]) == (0, 1)
    assert (false["exact"], false["evidence_recall"], false["right"]) == (1, 0, 0)


def test_of_a_saved_answer_an_outlet_is_right_only_where_the_question_itself_fixes_it(in_syria: Result) -> None:
    saved = in_syria.model_copy(update={"from_saved": True, "articles": {}})
    (claim,) = in_syria.question.reference_claims
    open_claim = claim.model_copy(update={"outlet": None})
    unfixed = saved.model_copy(
        update={"question": saved.question.model_copy(update={"reference_claims": (open_claim,)})}
    )
    false = [falsify(one, right_figure_under_the_wrong_outlet) for one in (saved, unfixed)]
    assert [values(one)["outlet"] for one in (saved, unfixed, *false)] == [1, None, 0, None]


def test_a_context_from_page_furniture_counts_as_furniture_too(in_syria: Result) -> None:
    article = in_syria.articles[reports(in_syria.answer or {})[0]["article_id"]]
    line = next(one for one in article["lines"] if one["label"] == "furniture" and one["end"] - one["start"] > 20)
    where = {"start": line["start"], "end": line["end"], "quote": article["text"][line["start"] : line["end"]]}
    false = falsify(in_syria, lambda answer: reports(answer)[0].update(context=where))
    assert values(false)["furniture"] == 1


def test_answering_what_nothing_answers_scores_lower(nothing: Result, killed: Result) -> None:
    answered = nothing.model_copy(update={"answer": killed.answer, "articles": killed.articles})
    assert [values(one)["decision"] for one in (nothing, answered)] == [1, 0]
    assert [values(one)["abstention_recall_shared"] for one in (nothing, answered)] == [1, 0]
    assert [values(one)["abstention_precision"] for one in (nothing, answered)] == [1, None]


def test_declining_what_is_answered_costs_the_precision_of_declining(in_syria: Result) -> None:
    declined = values(falsify(in_syria, declined_for_no_reason))
    assert (declined["abstention_precision"], declined["abstention_recall"]) == (0, None)


@pytest.mark.parametrize("name", WHOLE)
def test_a_failed_question_has_the_worst_in_each_measure_that_applies(
    name: str, request: pytest.FixtureRequest
) -> None:
    whole: Result = request.getfixturevalue(name)
    before, failed = values(whole), values(fail(whole))
    of_answers = {"furniture", "exact", "record", "abstention_precision"}  # shares of what an answer shows
    assert {key for key, value in failed.items() if value is not None} | of_answers >= {
        key for key, value in before.items() if value is not None
    }
    assert {score.why for score in score_result(fail(whole)) if score.measure == "right"} == {
        "failed: RequestError: no answer in 30 s"
    }
    assert {key: value for key, value in failed.items() if value is not None} == {
        key: 1.0 if BETTER[key] == "lower" else 0.0 for key, value in failed.items() if value is not None
    }


def test_attributions_follow_the_record_when_outlets_names_are_shuffled(in_syria: Result) -> None:
    article = reports(in_syria.answer or {})[0]["article_id"]

    def rename(answer: Json) -> None:
        reports(answer)[0]["outlet"] |= {"name": "alalam", "label": "alalam"}

    renamed = falsify(in_syria, rename).answer
    followed = in_syria.model_copy(update={"swapped": Swapped(answer=renamed, outlets={article: "alalam"})})
    clung = in_syria.model_copy(update={"swapped": Swapped(answer=in_syria.answer, outlets={article: "alalam"})})
    broken = in_syria.model_copy(update={"swapped": Swapped(answer=None, outlets={}, error="no answer in 30 s")})
    assert [values(one)["swap"] for one in (in_syria, followed, clung, broken)] == [None, 1, 0, 0]
