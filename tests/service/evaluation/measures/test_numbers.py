"""Small worked numbers for what is computed over hits, over questions, and over two runs."""

import math
from collections.abc import Sequence
from typing import Any

import pytest

from service.evaluation.measures import MEASURES, compare_runs, score_result, summarise
from service.evaluation.measures.resample import bootstrap_mean, compare_paired
from service.evaluation.measures.scoring.matching import carries, is_chain, is_name, share_held
from service.evaluation.values import ReferenceClaim, Result, Row, RunHit, Score
from tests.service.evaluation.measures.answering import fail, row, values


def found(hits: Sequence[tuple[str, str]], **question: Any) -> dict[str, float | None]:
    ranked = [
        RunHit(passage_id=f"{article}~p{n}", article_id=article, score=1 / (n + 1), text=text, outlet=article.upper())
        for n, (article, text) in enumerate(hits)
    ]
    asked = {"id": "q", "question": "who?", **question}
    return values(Result.model_validate({"question": asked, "response": "nobody", "hits": ranked}))


def test_hits_are_measured_by_the_articles_wanted_each_counted_once() -> None:
    got = found([("x", ""), ("a", ""), ("a", ""), ("b", "")], reference_context_ids=["a", "b", "c"])
    gain = (1 / math.log2(3) + 1 / math.log2(5)) / (1 + 1 / math.log2(3) + 1 / math.log2(4))
    # The second hit in article a is nothing new, and takes no rank of its own.
    gain_once = (1 / math.log2(3) + 1 / math.log2(4)) / (1 + 1 / math.log2(3) + 1 / math.log2(4))
    assert got["recall@10"] == pytest.approx(2 / 3)
    assert (got["mrr@10"], got["hits@4"], got["all_evidence@10"]) == (1 / 2, 1, 0)
    assert got["ndcg@10"] == pytest.approx(gain_once)
    assert gain_once > gain
    assert found([("a", ""), ("x", ""), ("a", "")], reference_context_ids=["a"])["mrr@10"] == 1


def test_a_quote_must_stand_in_the_hit_and_not_only_in_its_article() -> None:
    claim = {"article": "a", "quote": "“624 people”  were killed"}
    assert found([("a", "Nothing."), ("a", 'It says "624 people" were killed.')], reference_claims=[claim])[
        "mrr@10"
    ] == (1 / 2)
    assert found([("b", "624 people were killed")], reference_claims=[claim])["recall@10"] == 0


def test_no_hit_at_all_is_zero_and_hits_never_asked_for_do_not_apply() -> None:
    assert found([], reference_context_ids=["a"])["ndcg@10"] == 0
    not_asked = Result.model_validate({"question": {"id": "q", "question": "?", "reference_context_ids": ["a"]}})
    assert values(not_asked)["recall@10"] is None
    assert values(fail(not_asked))["recall@10"] == 0


def test_the_outlets_wanted_are_looked_for_among_the_hits() -> None:
    assert found([("rt", ""), ("x", "")], reference_outlets=["RT", "SANA"])["right_outlet@10"] == 1 / 2


def test_a_saved_response_is_measured_by_its_words_alone() -> None:
    question = {
        "id": "q",
        "question": "?",
        "reference": "624 people",
        "reference_contexts": ["The coalition claimed 624 people were killed."],
        "reference_outlets": ["RT", "alalam"],
        "must_not": ["4,350"],
    }
    text = "RT: the coalition claimed 624 people were killed"
    got = values(Result.model_validate({"question": question, "response": text, "from_saved": True}))
    assert {key: value for key, value in got.items() if value is not None} == {
        "evidence_recall": 1, "outlets_found": 1 / 2, "must_not": 0, "reference_words": 1, "right": 0,
    }  # fmt: skip


def test_every_measure_but_the_one_of_a_whole_run_is_scored_in_the_order_of_the_catalogue(killed: Result) -> None:
    scored = [score.measure for score in score_result(killed)]
    assert scored == [measure.name for measure in MEASURES if measure.name != "risk_coverage_area"]


@pytest.mark.parametrize(
    ("wanted", "given", "same"),
    [
        ("ISIS", "Daesh", True),
        ("the coalition", "US-led coalition", True),
        ("SANA", "Syria’s SANA news agency", True),
        ("RT", "Artillery command", False),
        ("US", "us", False),
        ("SANA", None, False),
    ],
)
def test_a_name_stands_within_another_through_aliases_and_as_whole_words(
    wanted: str, given: str | None, same: bool
) -> None:
    assert is_name(wanted, given) is same


def test_a_chain_has_every_link_in_order_and_one_not_analysed_is_none() -> None:
    links = [{"name": "SANA"}, {"name": "a military source"}]
    chains: tuple[list[str], ...] = (["SANA", "military source"], ["military source", "SANA"], ["SANA"], [])
    assert [is_chain(one, links) for one in chains] == [True, False, False, False]
    assert [is_chain([], []), is_chain([], None)] == [True, False]


def test_the_same_words_elsewhere_in_the_article_do_not_carry_the_claim() -> None:
    text = "Menu: ten men died. Ten people died on Sunday, it said."
    claim = ReferenceClaim(article="a", quote="Ten people died on Sunday")
    menu, body = ({"article_id": "a", "quote": "…", "start": s, "end": e} for s, e in ((0, 19), (20, 55)))
    assert [carries(menu, claim, text), carries(body, claim, text)] == [False, True]
    assert not carries({**body, "article_id": "b"}, claim, text)


def test_half_of_a_quote_carries_it_and_less_does_not() -> None:
    claim = ReferenceClaim(quote="one two three four")
    quotes = ("ONE “two” and", "one, two", "one four", "four")
    assert [carries({"article_id": "a", "quote": one}, claim, None) for one in quotes] == [True, True, False, False]
    assert share_held("two one one", "one one three") == pytest.approx(2 / 3)


def made(key: str, **measured: float | None) -> Row:
    question = {"id": key, "question": "?", "group": key[0]}
    scores = tuple(Score(measure=measure, value=value) for measure, value in measured.items())
    return Row(result=Result.model_validate({"question": question, "response": "x", "seconds": 0.1}), scores=scores)


def test_a_mean_is_over_the_questions_that_a_measure_applies_to() -> None:
    summary = summarise([made("a1", chain=1), made("a2", chain=0), made("b1", chain=None), made("b2", outlet=1)])
    assert [(one.measure, one.value, one.n) for one in summary.means] == [("outlet", 1, 1), ("chain", 1 / 2, 2)]
    assert {group: [one.measure for one in own] for group, own in summary.groups.items()} == {
        "a": ["chain"],
        "b": ["outlet"],
    }
    assert summary.latency_ms == {"p50": 100, "p90": 100, "p95": 100, "p99": 100, "mean": 100, "most": 100}


def test_an_interval_is_the_same_every_time_and_narrows_with_more_questions() -> None:
    few, many = bootstrap_mean([0, 1] * 10), bootstrap_mean([0, 1] * 1000)
    assert few == bootstrap_mean([0, 1] * 10)
    assert few == pytest.approx((0.3, 0.7), abs=0.06)
    assert many == pytest.approx((0.478, 0.522), abs=0.003)
    assert bootstrap_mean([1, 1, 1]) == (1, 1)


def test_a_paired_test_finds_what_chance_would_rarely_do_and_nothing_else() -> None:
    assert compare_paired([0, 0, 0]) == 1
    assert compare_paired([1, -1, 1, -1]) == 1
    assert compare_paired([1] * 10) == pytest.approx(2 / 2**10, abs=0.002)
    assert compare_paired([1]) == 1


def test_wins_and_losses_are_listed_by_question_and_by_what_is_better() -> None:
    old = [made("a", chain=0, furniture=0), made("b", chain=1, furniture=1), made("c", chain=1), made("gone", chain=1)]
    new = [
        made("a", chain=1, furniture=1),
        made("b", chain=1, furniture=0),
        made("c", chain=None),
        made("new", chain=1),
    ]
    compared = compare_runs(new, old)
    assert [(one.measure, one.before, one.after, one.n) for one in compared.measures] == [
        ("furniture", 1 / 2, 1 / 2, 2),
        ("chain", 1 / 2, 1, 2),
    ]
    assert [(one.wins, one.losses) for one in compared.measures] == [(("b",), ("a",)), (("a",), ())]
    assert (compared.added, compared.gone) == (("new",), ("gone",))


def test_risk_is_traced_from_the_surest_answer_on_and_never_over_what_was_declined(
    in_syria: Result, nothing: Result
) -> None:
    sure, unsure = (
        in_syria.model_copy(update={"answer": {**(in_syria.answer or {}), "support": support}})
        for support in (0.9, 0.1)
    )
    right = row(sure, "a")
    wrong = made("b", right=0).model_copy(update={"result": unsure})
    summary = summarise([right, wrong, row(nothing, "c"), row(fail(in_syria), "d")])
    assert [(one.coverage, one.risk) for one in summary.risk_coverage] == [(1 / 4, 0), (2 / 4, 1 / 2)]
    assert summary.value("risk_coverage_area") == pytest.approx(1 / 4)
    assert (summary.questions, summary.failed) == (4, 1)
