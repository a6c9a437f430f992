"""Real answers with one thing falsified, each so that it still looks right: some measure must fall, and say why."""

from collections.abc import Callable

import pytest

from service.evaluation.measures import MEASURES, score_result
from service.evaluation.values import Json, Result, Swapped
from tests.service.evaluation.measures.answering import FIRST, SECOND, fail, falsify, reports, values

BETTER = {measure.name: measure.better for measure in MEASURES}
Change = Callable[[Json], None]


@pytest.mark.parametrize("name", ["killed", "in_syria", "in_raqqa", "hospital", "leader", "nothing"])
def test_the_answers_as_they_are_given_are_right(name: str, request: pytest.FixtureRequest) -> None:
    found = values(request.getfixturevalue(name))
    perfect = {measure: 0.0 if BETTER[measure] == "lower" else 1.0 for measure in found}
    degrees = ("mrr@10", "ndcg@10", "evidence_precision", "origin_precision", "reference_words")
    assert {key: value for key, value in found.items() if value is not None and key not in degrees} == {
        key: perfect[key] for key, value in found.items() if value is not None and key not in degrees
    }


def right_figure_under_the_wrong_outlet(answer: Json) -> None:
    reports(answer)[0]["outlet"] = {"name": "Reuters", "label": "Reuters", "level": "declared"}


def known_outlet_made_unnamed(answer: Json) -> None:
    reports(answer)[0]["outlet"] = {"name": None, "label": "unnamed outlet", "level": "unknown"}


def hedge_cut_from_the_record(answer: Json) -> None:
    for report in reports(answer):
        report["hedges"] = []


def hedge_cut_from_the_quote(answer: Json) -> None:
    for report in reports(answer):
        report["quote"] = report["quote"].replace("allegedly ", "")
        report["end"] -= len("allegedly ")


def copy_counted_twice(answer: Json) -> None:
    claim = answer["claims"][0]
    claim["counts"] |= {"texts": 2, "origins": 2}
    claim["agreement"] = "corroborated"
    claim["reports"][1] |= {"origin": "o9", "copy": None}


def origin_too_many(answer: Json) -> None:
    answer["claims"][0]["counts"]["origins"] = 2


def source_behind_the_agency_dropped(answer: Json) -> None:
    reports(answer)[0]["chain"] = reports(answer)[0]["chain"][:1]


def chain_turned_round(answer: Json) -> None:
    reports(answer)[0]["chain"].reverse()


def source_taken_for_the_outlets_own_voice(answer: Json) -> None:
    for report in reports(answer):
        report["chain"] = []


def chain_not_analysed(answer: Json) -> None:
    reports(answer)[0]["chain"] = None


def denial_told_as_an_assertion(answer: Json) -> None:
    for report in reports(answer):
        report["stance"] = "asserts"


def article_beside_taken(answer: Json) -> None:
    reports(answer)[0]["article_id"] = SECOND if reports(answer)[0]["article_id"] == FIRST else FIRST


def quote_reworded(answer: Json) -> None:
    reports(answer)[0]["quote"] = reports(answer)[0]["quote"].replace("killed", "slain")


def relation_lost(answer: Json) -> None:
    answer["relations"] = []


def dispute_told_as_a_difference(answer: Json) -> None:
    answer["relations"][0]["kind"] = "differs"


def silence_lost(answer: Json) -> None:
    answer["claims"][1]["silent"] = []


def confirmation_claimed(answer: Json) -> None:
    answer["claims"][0]["counts"]["confirmations_claimed"] = 1


def figure_rounded(answer: Json) -> None:
    answer["direct"]["value"] = ["about 600", *answer["direct"]["value"][1:]]


def second_voice_left_out(answer: Json) -> None:
    answer["claims"] = answer["claims"][:1]


def forbidden_word_said(answer: Json) -> None:
    answer["answer"] += " This is corroborated."


def place_made_a_source(answer: Json) -> None:
    reports(answer)[0]["chain"][0]["name"] = "Iraq"


def declined_for_no_reason(answer: Json) -> None:
    answer |= {"status": "abstained", "claims": [], "relations": []}


FALSIFIED: list[tuple[str, Change, set[str]]] = [
    ("in_syria", right_figure_under_the_wrong_outlet, {"outlet", "record", "outlets_found"}),
    ("in_syria", known_outlet_made_unnamed, {"outlet", "record", "outlets_found"}),
    ("in_raqqa", hedge_cut_from_the_record, {"hedges"}),
    ("in_raqqa", hedge_cut_from_the_quote, {"hedges", "exact"}),
    ("killed", copy_counted_twice, {"origin_precision", "origins", "agreement"}),
    ("killed", origin_too_many, {"origin_precision", "origins"}),
    ("leader", source_behind_the_agency_dropped, {"chain"}),
    ("leader", chain_turned_round, {"chain"}),
    ("killed", source_taken_for_the_outlets_own_voice, {"chain"}),
    ("in_syria", chain_not_analysed, {"chain"}),
    ("hospital", denial_told_as_an_assertion, {"stance"}),
    ("killed", article_beside_taken, {"exact", "evidence_recall"}),
    ("killed", quote_reworded, {"exact"}),
    ("killed", relation_lost, {"relations"}),
    ("killed", dispute_told_as_a_difference, {"relations"}),
    ("killed", silence_lost, {"silent"}),
    ("killed", confirmation_claimed, {"confirmations"}),
    ("killed", figure_rounded, {"values"}),
    ("killed", second_voice_left_out, {"evidence_recall"}),
    ("killed", forbidden_word_said, {"must_not"}),
    ("killed", place_made_a_source, {"false_sources", "chain"}),
    ("in_syria", declined_for_no_reason, {"decision", "evidence_recall"}),
]


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


@pytest.mark.parametrize("name", ["killed", "in_syria", "in_raqqa", "hospital", "leader", "nothing"])
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
