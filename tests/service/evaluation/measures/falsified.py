"""What may be falsified in a real answer so that it still looks right, and the measures that must fall by it."""

from collections.abc import Callable

from service.evaluation.values import Json
from tests.service.evaluation.measures.answering import EMIRATES, FIRST, SECOND, reports

Change = Callable[[Json], None]


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


def needed_word_left_out(answer: Json) -> None:
    answer["answer"] = answer["answer"].replace("4,350", "many")


def answer_told_in_other_words(answer: Json) -> None:
    answer["answer"] = "A figure is given, and disputed."


def difference_told_as_a_conflict(answer: Json) -> None:
    answer["relations"].append({**answer["relations"][0], "kind": "conflicts"})


def report_beside_what_was_asked(answer: Json) -> None:
    claim = answer["claims"][-1]
    where = {"start": 0, "end": 40, "quote": "x" * 40, "content": {"start": 0, "end": 40}, "copy": None}
    claim["reports"].append({**claim["reports"][0], **where, "id": "r9", "origin": "o9"})


def reason_for_declining_left_out(answer: Json) -> None:
    answer["missing"] = []


def day_taken_from_another_article(answer: Json) -> None:
    answer["citations"][0]["published"] = "2016-03-14"


def other_article_laid_beside(answer: Json) -> None:
    answer["comparisons"][0]["b"] = EMIRATES


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
    ("killed", needed_word_left_out, {"must"}),
    ("killed", difference_told_as_a_conflict, {"false_relations"}),
    ("nothing", reason_for_declining_left_out, {"missing"}),
    ("dated", day_taken_from_another_article, {"published"}),
    ("compared", other_article_laid_beside, {"comparison"}),
]
# Measures of degree, which make no answer wrong by themselves.
WORSE: list[tuple[str, Change, set[str]]] = [
    ("killed", answer_told_in_other_words, {"reference_words"}),
    ("killed", report_beside_what_was_asked, {"evidence_precision", "origin_precision"}),
]
