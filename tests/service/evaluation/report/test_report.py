"""The report is one file that holds all it shows, as text, and shows the quotes where they stand."""

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from index.search.search import Search
from service.evaluation.measures import compare_runs, score_result, summarise
from service.evaluation.report import write_report
from service.evaluation.values import Json, Result, Row, Run, RunOf, Verdict
from tests.service.evaluation.measures.answering import EMIRATES, answer_question, fail, falsify, reports

_EVIL = "</script><script>alert(1)</script><!--<script>&amp;\u2028"


def make_run(results: list[Result], baseline: list[Result] | None = None, file: str = "samples.jsonl") -> Run:
    rows, before = (
        tuple(Row(result=one, scores=score_result(one)) for one in own) for own in (results, baseline or [])
    )
    of = RunOf(target="in process", questions="0" * 64, file=file, version="0", started="2026-11-22T06:00:00+00:00")
    return Run(of=of, rows=rows, summary=summarise(rows), compared=compare_runs(rows, before) if baseline else None)


def open_report(run: Run, folder: Path) -> tuple[html.HtmlElement, Json]:
    """The page as a browser parses it, and its data."""
    write_report(folder / "report.html", run)
    page = html.document_fromstring((folder / "report.html").read_text("utf-8"))
    return page, json.loads(page.get_element_by_id("data").text)


@pytest.fixture(scope="session")
def in_syria(sample_search: Search) -> Result:
    """A figure of an outlet whose name is known."""
    quote = "More than 330,000 people have been killed in Syria since the conflict began in March 2011"
    return answer_question(
        sample_search,
        id="in-syria",
        question="how many people have been killed in syria since march 2011",
        answerable=True,
        reference_claims=[{"article": EMIRATES, "quote": quote, "chain": []}],
    )


@pytest.fixture(scope="session")
def nothing(sample_search: Search) -> Result:
    """A question that no article answers, though each holds its names."""
    asked = "Which outlet reported that US troops retook al-Sukhnah?"
    return answer_question(sample_search, id="nothing", question=asked, answerable=False, shares_names=True)


def test_the_page_fetches_nothing_and_runs_nothing_but_its_own_script(in_syria: Result, tmp_path: Path) -> None:
    page, _ = open_report(make_run([in_syria]), tmp_path)
    assert page.xpath("//link | //img | //iframe | //object | //base | //@src | //@style") == []
    assert {one for one in page.xpath("//@href") if not one.startswith("#")} == set()
    script, style = page.xpath("//script[not(@type)]/text()")[0], page.xpath("//style/text()")[0]
    assert not re.search(r"@import|url\(", style)
    assert not re.search(
        r"\beval\b|innerHTML|insertAdjacent|document\.write|\bfetch\(|XMLHttpRequest|\bimport\(", script
    )
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    allowed = [
        f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'" for one in (script, style)
    ]
    assert policy.split("; ")[:3] == [
        "default-src 'none'",
        f"script-src {allowed[0]}",
        f"style-src {allowed[1]}",
    ]


def test_markup_in_articles_answers_and_names_stays_text(in_syria: Result, tmp_path: Path) -> None:
    def put_markup(answer: Json) -> None:
        answer["answer"] = answer["direct"]["text"] = _EVIL
        reports(answer)[0] |= {"quote": _EVIL, "outlet": {"name": _EVIL, "label": _EVIL, "level": "declared"}}

    evil = falsify(in_syria, put_markup).model_copy(update={"articles": {}})
    question = evil.question.model_copy(update={"question": _EVIL, "id": _EVIL, "reference": _EVIL, "group": _EVIL})
    page, data = open_report(
        make_run([evil.model_copy(update={"question": question})], file=f"{_EVIL}.jsonl".replace("/", "")), tmp_path
    )
    assert len(page.xpath("//script")) == 2
    assert "<" not in page.get_element_by_id("data").text
    [row] = data["rows"]
    assert [row["id"], row["question"], row["direct"], row["group"]] == [_EVIL] * 4
    assert row["claims"][0]["reports"][0]["lines"] == [{"label": "unknown", "pieces": [[_EVIL, "quote"]]}]


def test_a_quote_stands_within_its_paragraphs_with_the_words_that_were_wanted(in_syria: Result, tmp_path: Path) -> None:
    _, data = open_report(make_run([in_syria]), tmp_path)
    [shown] = [one for claim in data["rows"][0]["claims"] for one in claim["reports"]]
    pieces = [piece for line in shown["lines"] for piece in line["pieces"]]
    [report] = reports(in_syria.answer or {})
    assert "".join(text for text, marks in pieces if "quote" in marks) == report["quote"]
    assert "".join(text for text, marks in pieces if "wanted" in marks) == in_syria.question.reference_claims[0].quote
    text = in_syria.articles[EMIRATES]["text"]
    assert all("".join(text for text, _ in line["pieces"]) in text for line in shown["lines"])
    assert len(shown["lines"]) == 3
    assert (shown["outlet"], shown["chain"], shown["wanted"]) == ("Emirates Voice", [], 1)


def test_the_outlets_wanted_are_counted_by_the_outlets_given(in_syria: Result, tmp_path: Path) -> None:
    def misname(answer: Json) -> None:
        reports(answer)[0]["outlet"] = {"name": "RT", "label": "RT", "level": "declared"}

    silent = falsify(in_syria, lambda answer: answer.update(claims=[]))
    _, data = open_report(make_run([in_syria, in_syria, falsify(in_syria, misname), silent]), tmp_path)
    assert data["confusion"] == {
        "gold": ["Emirates Voice"],
        "given": ["Emirates Voice", "RT", "not quoted"],
        "cells": [
            ["Emirates Voice", "Emirates Voice", 2],
            ["Emirates Voice", "RT", 1],
            ["Emirates Voice", "not quoted", 1],
        ],
    }


def test_a_failed_question_shows_its_error_and_a_baseline_its_wins_and_losses(in_syria: Result, tmp_path: Path) -> None:
    _, alone = open_report(make_run([in_syria]), tmp_path)
    assert alone["compared"] is None
    _, data = open_report(make_run([fail(in_syria)], [in_syria]), tmp_path)
    assert [(row["status"], row["error"]) for row in data["rows"]] == [("failed", "RequestError: no answer in 30 s")]
    lost = {one["measure"]: one["losses"] for one in data["compared"]["measures"]}
    assert lost["right"] == lost["evidence_recall"] == ["in-syria"]


def test_every_element_that_the_scripts_look_up_is_in_the_page(in_syria: Result, tmp_path: Path) -> None:
    page, _ = open_report(make_run([in_syria]), tmp_path)
    script = page.xpath("//script[not(@type)]/text()")[0]
    looked_up = set(re.findall(r'(?:byId|getElementById|put)\("([\w-]+)"', script))
    assert len(looked_up) > 10
    assert looked_up <= set(page.xpath("//@id"))


def test_every_control_has_a_name_and_the_page_says_its_language(in_syria: Result, tmp_path: Path) -> None:
    page, _ = open_report(make_run([in_syria]), tmp_path)
    controls: list[Any] = page.xpath("//input | //select")
    assert len(controls) == 3
    assert all(control.xpath("ancestor::label") for control in controls)
    assert page.get("lang") == "en"
    assert page.xpath("//meta[@name='viewport']")


def test_the_mark_of_a_model_that_judges_is_shown_beside_the_scores(in_syria: Result, tmp_path: Path) -> None:
    verdict = Verdict(mark="partly", why=_EVIL)
    _, data = open_report(make_run([in_syria.model_copy(update={"verdict": verdict}), in_syria]), tmp_path)
    assert [(row["mark"], row["scores"].get("judged")) for row in data["rows"]] == [
        ("partly", [0.5, f"partly: {_EVIL}"]),
        (None, None),
    ]


def test_the_page_holds_both_curves_of_risk(in_syria: Result, nothing: Result, tmp_path: Path) -> None:
    _, alone = open_report(make_run([in_syria]), tmp_path)
    assert alone["risk"] == {"all questions": [[1, 0]], "unanswerable ones that share every name": []}
    other = nothing.model_copy(
        update={"question": nothing.question.model_copy(update={"id": "other", "shares_names": False})}
    )
    _, data = open_report(make_run([in_syria, nothing, other, other]), tmp_path)
    assert data["risk"] == {
        "all questions": [[1 / 4, 0]],
        "unanswerable ones that share every name": [[1 / 2, 0]],
    }
