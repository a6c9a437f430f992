"""The quote reader and the answer composed from it, on small articles: evidence or nothing, copies one voice."""

from pathlib import Path

import pytest

from index.search.embedding import Embedder
from service.answering.judging.group import is_near_copy, shingle
from service.answering.judging.score import cover_words, score_sentences
from service.answering.language.predicates import find_predicate, is_denied
from service.question import parse_question
from tests.service.answering.desk import answer, article, candidates

QUAKE = article(
    "a1",
    "A quake shook Lorvia on Monday. At least 43 people were killed in Bresk, the ministry said. "
    "It said 12 were missing.",
    "Quake in Lorvia",
    "The Gazette",
)
COPY = article("a2", "At least 43 people were killed in Bresk, the ministry said on Tuesday.", "Quake")
DENIAL = article("a3", "Lorvia has denied bombing the bridge at Tarsk. The army accused it of murder.")
CHARGE = article("a4", "Lorvia bombed the bridge at Tarsk on Friday, witnesses said.", None, "Daily Post")


def test_a_figure_is_given_as_bounded_with_its_unit_and_scope(embedder: Embedder, tmp_path: Path) -> None:
    given = answer("How many people were killed in Bresk?", [QUAKE], embedder, tmp_path)
    figure = given.claims[0].reports[0].figure
    assert figure is not None
    assert (given.direct.value, figure.value, figure.bound, figure.unit) == (
        ("At least 43",),
        43,
        "at least",
        "people killed",
    )
    assert "in Bresk" in figure.scope
    assert given.answer.startswith("One figure is given: At least 43. The Gazette, citing")


def test_near_copies_are_one_text_of_one_origin(embedder: Embedder, tmp_path: Path) -> None:
    given = answer("How many people were killed in Bresk?", [QUAKE, COPY], embedder, tmp_path)
    (claim,) = given.claims
    assert (claim.agreement, claim.counts.articles, claim.counts.texts, claim.counts.origins) == (
        "same_origin",
        2,
        1,
        1,
    )
    assert len({report.origin for report in claim.reports}) == 1
    assert [citation.n for citation in given.citations] == [1, 2]


def test_asserted_here_and_denied_there_is_disputed_in_two_claims(embedder: Embedder, tmp_path: Path) -> None:
    given = answer("Did Lorvia bomb the bridge at Tarsk?", [DENIAL, CHARGE], embedder, tmp_path)
    assert (given.direct.value, len(given.claims)) == ("disputed", 2)
    assert sorted(claim.agreement for claim in given.claims) == ["denied", "single"]


@pytest.mark.parametrize(
    "question",
    [
        "How many people were killed in Tarsk?",
        "How many soldiers were killed in Quorn?",
        "How many civilians did Bresk arrest?",
        "Did Bresk bomb the bridge at Tarsk?",
        "Who resigned in Lorvia?",
        "What did John Quigley say about Bresk?",
    ],
)
def test_what_no_sentence_bears_out_is_refused(question: str, embedder: Embedder, tmp_path: Path) -> None:
    given = answer(question, [QUAKE, COPY, DENIAL, CHARGE], embedder, tmp_path)
    assert (given.status, given.claims) == ("abstained", ())
    assert 0 < len(given.nearest) <= 3
    assert "4 articles" in given.answer


def test_a_name_that_stands_nowhere_is_said_to_be_missing(embedder: Embedder, tmp_path: Path) -> None:
    given = answer("What did John Quigley say about Bresk?", [QUAKE], embedder, tmp_path)
    assert [(one.kind, one.name) for one in given.missing] == [("no_such_name", "John Quigley")]


def test_a_leaning_sentence_brings_the_one_before(embedder: Embedder, tmp_path: Path) -> None:
    given = answer("What did the ministry say was missing in Bresk?", [QUAKE], embedder, tmp_path)
    contexts = [
        report.context for claim in given.claims for report in claim.reports if report.quote.startswith("It said")
    ]
    assert all(context and context.quote.startswith("At least 43") for context in contexts)


def test_the_score_is_deterministic_and_coverage_is_a_share(embedder: Embedder, tmp_path: Path) -> None:
    found = candidates("killed in Bresk", [QUAKE, COPY], embedder, tmp_path)
    query = parse_question("How many people were killed in Bresk?")
    assert (score_sentences(query, found) == score_sentences(query, found)).all()
    cover = cover_words(query.search, ["", "killed people in Bresk", "people"], found.lexicon).tolist()
    assert cover[0] == 0 < cover[2] < cover[1] == pytest.approx(1)


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("It has denied bombing the town", True),
        ("It did not bomb the town", True),
        ("It bombed the town", False),
        ("It denied the report, and bombed the town", False),
    ],
)
def test_denial_belongs_to_its_clause(sentence: str, denied: bool) -> None:
    predicate = next(find_predicate(sentence, ["attacked"]))
    assert is_denied(sentence, predicate) is denied


def test_likeness_of_topic_makes_no_copy() -> None:
    one = shingle("Army units took the town of Homs after a battle on Sunday, the agency said")
    copied = shingle("Army units took the town of Homs after a fierce battle on Sunday, the agency said")
    other = shingle("Rebel forces took the town of Hama after a siege on Friday, the agency said")
    assert is_near_copy(one, copied)
    assert not is_near_copy(one, other)


STORM = article(
    "b1",
    "The Lorvian Army captured the town of Tarsk on Sunday, the agency said. Gazette TV has video of Tarsk after its "
    "capture. Lorvia shelled several streets in Tarsk, a resident said. She signed the truce in Tarsk.",
    "Battle for Tarsk",
)


def test_who_did_it_is_never_who_only_showed_it(embedder: Embedder, tmp_path: Path) -> None:
    given = answer("Who captured Tarsk?", [STORM], embedder, tmp_path)
    assert (given.direct.kind, given.direct.value, len(given.claims)) == ("who", ("Lorvian Army",), 1)


def test_a_value_that_is_not_sure_is_left_out(embedder: Embedder, tmp_path: Path) -> None:
    given = answer("Who signed the truce in Tarsk?", [STORM], embedder, tmp_path)
    assert (given.direct.kind, given.direct.value, len(given.claims)) == ("what", None, 1)


def test_yes_or_no_is_told_only_by_a_sentence_that_holds_the_object(embedder: Embedder, tmp_path: Path) -> None:
    given = answer("Did Lorvia bomb the bridge in Tarsk?", [STORM, CHARGE], embedder, tmp_path)
    assert [claim.reports[0].article_id for claim in given.claims] == ["a4"]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Which outlet reported that Bresk captured Tarsk?",
            "No article searched was found to say that Bresk captured Tarsk.",
        ),
        ("Did Bresk bomb the bridge at Tarsk?", "No article searched was found to say so, or to deny it."),
        (
            "When did Bresk capture Tarsk?",
            "No article searched was found to say what the question takes for granted, or to answer it.",
        ),
    ],
)
def test_what_no_article_says_is_said_in_words(question: str, text: str, embedder: Embedder, tmp_path: Path) -> None:
    given = answer(question, [STORM, QUAKE, CHARGE], embedder, tmp_path)
    assert [one.text for one in given.missing] == [text]
