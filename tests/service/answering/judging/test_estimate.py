"""Support is a chance that grows with what speaks for an answer, and decides whether there is one."""

from pathlib import Path

import pytest

from index.search.embedding import Embedder
from service.answering.judging.estimate import Evidence, gather_evidence, load_weights, weigh_evidence
from service.answering.judging.rest import question_stems
from service.answering.judging.score import score_sentences
from service.answering.quote_reader import find_statements
from service.question import parse_question
from tests.service.answering.desk import answer, article, candidates

GALLERY = article(
    "g1", "Old Masters hung in the gallery of Bresk until Monday. Doctor Hana Orlo opened the Bresk show."
)
SHOW = article("g2", "The show in Bresk was opened by Hana Orlo, the town said. Crowds came to it all week.")


@pytest.mark.parametrize("name", Evidence._fields)
def test_no_evidence_speaks_against_an_answer(name: str) -> None:
    some = Evidence(1.0, 0.5, 0.0, 0.0, 0.0)
    less, more = some._replace(**{name: 0.0}), some._replace(**{name: 1.0})
    weights = load_weights()
    assert 0 < weigh_evidence(less, weights) <= weigh_evidence(more, weights) < 1


def test_the_weights_that_ship_are_those_of_the_evidence() -> None:
    assert set(load_weights()) == {*Evidence._fields, "intercept", "point"}
    assert 0 < load_weights()["point"] < 1


def test_another_article_that_gives_the_same_name_agrees(embedder: Embedder, tmp_path: Path) -> None:
    query = parse_question("Who opened the show in Bresk?")
    found = candidates(query.search, [GALLERY, SHOW], embedder, tmp_path)
    stems = question_stems(query, found.lexicon)
    findings = find_statements(query, found, score_sentences(query, found, stems).tolist(), stems)
    assert {one.statement.article_id for one in findings} == {"g1", "g2"}
    assert {one.agreeing for one in gather_evidence(query, found, findings)} == {1 / 2}
    (alone,) = gather_evidence(query, found, findings[:1])
    assert alone.agreeing == 0


def test_an_answer_says_how_well_it_is_supported(embedder: Embedder, tmp_path: Path) -> None:
    given = answer("Who opened the show in Bresk?", [GALLERY, SHOW], embedder, tmp_path / "given")
    assert given.status == "answered"
    assert load_weights()["point"] <= given.support < 1
    declined = answer("Who closed the school in Quorn?", [GALLERY, SHOW], embedder, tmp_path / "declined")
    assert (declined.status, declined.support) == ("abstained", 0.0)
