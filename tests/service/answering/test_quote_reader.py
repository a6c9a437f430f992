"""The quote reader and the answer composed from it, on small articles: evidence or nothing, copies one voice."""

from pathlib import Path

import pytest

from index.records import Article
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
            "Which outlet reported that Bresk captured Quorn?",
            "No article searched names “Quorn”.",
        ),
        (
            "Which outlet reported that Lorvia captured Bresk?",
            "No article searched was found to say that Lorvia captured Bresk.",
        ),
        ("Did Bresk bomb the bridge at Tarsk?", "No article searched was found to say so, or to deny it."),
        (
            "When did Lorvia capture Bresk?",
            "No article searched was found to say what the question takes for granted, or to answer it.",
        ),
    ],
)
def test_what_no_article_says_is_said_in_words(question: str, text: str, embedder: Embedder, tmp_path: Path) -> None:
    given = answer(question, [STORM, QUAKE, CHARGE], embedder, tmp_path)
    assert [one.text for one in given.missing] == [text]


TOLLS = article(
    "c1",
    "In raids on the rebels who hold it, the Northern Union and its allies killed more than 80 civilians, women and "
    "children among them, in Bresk this week. According to the agency, "
    "more than 80 civilians were killed or injured in Bresk this week in an air strike by the Northern Union.",
)
PLACES = article(
    "c2",
    "The army captured the last stronghold of the rebels in the north of Lorvia. "
    "It captured the last bastion of the rebels in the south of Lorvia on Friday.",
    "War in Lorvia",
)
WORDS = article("c3", "The army entered Tarsk, forcing the jihadists to retreat.")
OTHER_WORDS = article("c4", "Troops went into Tarsk, forcing the militants to retreat.")
ELSEWHERE = article("c5", "Troops went into Quorn, forcing the bandits to retreat.")
PAPER = article(
    "c6",
    "The president should go. So much is plain. Ann Orr is the editor of Daily Post. Daily Post takes no side.",
    None,
    "Daily Post",
)
CITING = article("c7", "Lorvian magazine Daily Post said that the president should resign.", None, "The Gazette")


def quotes(question: str, articles: list[Article], embedder: Embedder, folder: Path) -> list[str]:
    """What the answer quotes, in its order."""
    given = answer(question, articles, embedder, folder)
    return [report.quote for claim in given.claims for report in claim.reports]


def test_a_toll_of_killed_or_injured_is_set_beside_one_of_killed(embedder: Embedder, tmp_path: Path) -> None:
    question = "How many civilians did the Northern Union and its allies kill in Bresk?"
    given = answer(question, [TOLLS], embedder, tmp_path)
    assert [claim.reports[0].quote.split()[0] for claim in given.claims] == ["In", "According"]


def test_the_south_is_a_place_though_no_name(embedder: Embedder, tmp_path: Path) -> None:
    question = "When did the army capture the last bastion of the rebels in the south of Lorvia?"
    assert answer(question, [PLACES], embedder, tmp_path).direct.value == ("on Friday",)
    nowhere = answer(question.replace("south", "west"), [PLACES], embedder, tmp_path)
    assert nowhere.claims == ()


def test_the_words_for_those_described_are_given_by_article(embedder: Embedder, tmp_path: Path) -> None:
    question = "Which words do the reports on Tarsk use for the fighters who were forced to retreat?"
    given = answer(question, [WORDS, OTHER_WORDS, ELSEWHERE], embedder, tmp_path)
    assert given.direct.value == ("jihadists", "militants")


def test_what_happened_needs_less_likeness_where_doer_and_deed_agree(embedder: Embedder, tmp_path: Path) -> None:
    far = article(
        "c8", "Lorvia, after a dispute that lasted years and cost it dear, took over nine ports, Bresk among them."
    )
    assert len(quotes("What did Lorvia take over?", [far], embedder, tmp_path)) == 1
    assert quotes("What did Bresk take over?", [far], embedder, tmp_path) == []


def test_of_an_outlet_asked_for_as_a_whole_the_lead_counts(embedder: Embedder, tmp_path: Path) -> None:
    found = quotes("What did Daily Post say?", [PAPER, CITING], embedder, tmp_path)
    assert CITING.text in found
    assert not [quote for quote in found if "Ann Orr" in quote or "no side" in quote]


def test_what_is_counted_of_the_whole_world_is_no_figure_of_one_country(embedder: Embedder, tmp_path: Path) -> None:
    world = article(
        "c9", "Globally, the fever has killed over 350,000 people since it came to Lorvia in May.", "Fever in Lorvia"
    )
    own = article("d1", "The fever has killed more than 900 people in Lorvia, a tally shows.")
    for n, question in enumerate(
        ("How many people has the fever killed in Lorvia?", "How many deaths were there in Lorvia?")
    ):
        given = answer(question, [world, own], embedder, tmp_path / str(n))
        assert "over 350,000" not in (given.direct.value or ())
    assert answer(
        "How many people has the fever killed in Lorvia?", [world, own], embedder, tmp_path / "2"
    ).direct.value == ("more than 900",)


def test_of_a_sentence_only_what_is_about_the_topic_is_somebodys_report(embedder: Embedder, tmp_path: Path) -> None:
    told = article(
        "d2", "Ivo Orr, who spoke to the Gazette, said that Bresk was aware of the secret payments.", None, "Gazette"
    )
    given = answer("Who said that Bresk was aware of the secret payments?", [told], embedder, tmp_path)
    assert given.direct.value == ("Ivo Orr",)
