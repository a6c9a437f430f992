"""How two statements stand to each other: in so many words, by their frames, or not at all."""

from dataclasses import replace
from datetime import date

import pytest

from index.records import Article, Hedge, Span, Statement
from service.answering.relate import is_same_claim, relate_claims, relate_pair, relate_statements
from service.answering.relating.held import Held
from tests.service.answering.hand import state, write_article

TOLLS = write_article(
    "tolls",
    "The Northern Coalition claimed 210 people were killed in Varnia since the start of its campaign.\n"
    "However, Skywatch has contradicted this claim, and says more than 1,900 civilians were killed in Varnia.\n"
    "The weather in Varnia was mild.",
)
COALITION = state(TOLLS, "210 people were killed in Varnia", chain=["Northern Coalition"], cue=("claimed", "doubting"))
SKYWATCH = state(TOLLS, "more than 1,900 civilians were killed in Varnia", chain=["Skywatch"])
BRIDGE = write_article(
    "bridge",
    "Varnia accused the Northern Coalition of a new crime, charging that it bombed a bridge in Molde.\n"
    "The Northern Coalition has denied bombing the bridge in Molde.\n"
    "The Northern Coalition has denied bombing the school in Molde.",
)
ACCUSED = state(BRIDGE, "it bombed a bridge in Molde", chain=["Varnia"], cue=("charging", "accusing"), stance="accuses")
DENIED = state(
    BRIDGE, "bombing the bridge in Molde", chain=["Northern Coalition"], cue=("has denied", "denying"), stance="denies"
)
SCHOOL = state(
    BRIDGE, "bombing the school in Molde", chain=["Northern Coalition"], cue=("has denied", "denying"), stance="denies"
)


def test_who_contradicts_the_claim_right_before_disputes_it_in_those_words() -> None:
    for one, other in ((COALITION, SKYWATCH), (SKYWATCH, COALITION)):
        found = relate_statements(Held(TOLLS, one), Held(TOLLS, other))
        assert found is not None
        assert (found.kind, found.first.statement, found.second.statement) == ("disputed", SKYWATCH, COALITION)
        assert found.words
        assert found.first.words(found.words) == "has contradicted this claim"
        assert found.differs_in == ("unit: civilians / people",)


def test_the_words_that_contradict_are_not_enough_without_a_common_topic() -> None:
    text = "The mayor of Olm said the fair opens on Friday.\nThe group Skywatch has contradicted this claim on Tarsk."
    article = write_article("a", text)
    one = state(article, "the fair opens on Friday", chain=["mayor of Olm"])
    other = state(article, "this claim on Tarsk", chain=["Skywatch"], stance="denies")
    assert relate_pair((article, one), (article, other)) is None


def test_a_denial_disputes_who_asserts_that_very_thing() -> None:
    found = relate_statements(Held(BRIDGE, ACCUSED), Held(BRIDGE, DENIED))
    assert found is not None
    assert (found.kind, found.first.statement) == ("disputed", DENIED)
    assert found.words
    assert found.first.words(found.words) == "has denied"


def test_a_denial_of_something_else_disputes_nothing() -> None:
    assert relate_pair((BRIDGE, ACCUSED), (BRIDGE, SCHOOL)) is None
    assert relate_pair((BRIDGE, DENIED), (BRIDGE, SCHOOL)) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "last major Grey Band stronghold in Molde province",
            "last bastion of the Grey Band group in the south of the country",
        ),
        ("last stronghold of the Grey Band in Olm", "final hub of the Grey Band in the country"),
    ],
)
def test_the_last_of_one_place_is_not_the_last_of_another(first: str, second: str) -> None:
    articles = [
        write_article(name, f"Troops of Varnia took the {words}.") for name, words in (("a", first), ("b", second))
    ]
    one, other = (Held(article, state(article, article.text.rstrip("."))) for article in articles)
    found = relate_statements(one, other)
    assert found is not None
    assert found.kind == "differs"
    assert found.differs_in[0].startswith("place: in ")
    assert found.words
    assert found.first.words(found.words).endswith(first.split(" in ")[1])


def told(words: str, day: date | None, name: str = "a") -> tuple[Article, Statement]:
    article = write_article(
        name,
        f"Fire at the mill of Olm\nA fire burnt the mill of Olm.\n{words}",
        title="Fire at the mill of Olm",
        day=day,
    )
    return article, state(article, words.rstrip("."))


def test_two_figures_of_one_thing_that_cannot_both_hold_conflict() -> None:
    day = date(2020, 5, 4)
    one = told("The fire killed 14 people in Olm on Monday.", day)
    other = told("The fire killed 11 people in Olm on Monday.", day, "b")
    assert relate_pair(one, other) == "conflicts"
    assert relate_pair(one, told("The fire killed at least 11 people in Olm on Monday.", day, "c")) is None
    assert relate_pair(one, told("The fire killed 14 people in Olm on Monday.", day, "d")) is None


def test_figures_of_other_places_people_or_hedged_ones_do_not_conflict() -> None:
    day = date(2020, 5, 4)
    one = told("The fire killed 14 people in Olm on Monday.", day)
    for words in ("The fire killed 11 people in Tarsk on Monday.", "The fire injured 11 people in Olm on Monday."):
        assert relate_pair(one, told(words, day, "b")) in (None, "differs")
    article, statement = told("The fire killed 11 people in Olm on Monday.", day, "c")
    at = article.text.index("killed 11")
    hedged = replace(statement, hedges=(Hedge("allegedly", at, at, Span(at, at + len("killed 11 people"))),))
    assert relate_pair(one, (article, hedged)) != "conflicts"


def test_a_toll_of_one_day_and_of_a_later_one_differ_in_time() -> None:
    one = told("The death toll of the fire in Olm has risen to 14 people since Monday.", date(2020, 5, 4))
    other = told("The death toll of the fire in Olm has risen to 30 people since Monday.", date(2020, 5, 20), "b")
    assert relate_pair(one, other) in ("differs", None)
    assert relate_pair(one, other) != "conflicts"


def test_unrelated_sentences_stay_unrelated_and_nothing_is_related_to_itself() -> None:
    weather = state(TOLLS, "The weather in Varnia was mild")
    assert relate_pair((TOLLS, weather), (TOLLS, SKYWATCH)) is None
    assert relate_pair((BRIDGE, ACCUSED), (TOLLS, COALITION)) is None
    for article, one in ((TOLLS, COALITION), (BRIDGE, ACCUSED), (BRIDGE, DENIED)):
        assert relate_pair((article, one), (article, one)) is None


def test_one_claim_in_two_articles_is_one_claim() -> None:
    a = write_article("a", "The Varnian army has captured the town of Molde after a siege of two weeks.")
    b = write_article("b", "After two weeks, the Varnian army captured the town of Molde, officials said.")
    c = write_article("c", "The Varnian army has captured the town of Tarsk after a siege of two weeks.")
    one = Held(a, state(a, "The Varnian army has captured the town of Molde after a siege of two weeks"))
    other = Held(b, state(b, "the Varnian army captured the town of Molde", chain=["officials"]))
    third = Held(c, state(c, "The Varnian army has captured the town of Tarsk"))
    assert is_same_claim(one, other)
    assert not is_same_claim(other, third)


def test_other_figures_or_other_days_are_another_claim() -> None:
    a = write_article("a", "The Varnian army killed 14 rebels in the town of Molde on Monday.")
    b = write_article("b", "The Varnian army killed 60 rebels in the town of Molde on Monday.")
    c = write_article("c", "The Varnian army killed 14 rebels in the town of Molde on Friday.")
    one, two, three = (Held(article, state(article, article.text.rstrip("."))) for article in (a, b, c))
    assert not is_same_claim(one, two)
    assert not is_same_claim(one, three)


def test_relations_run_between_claims_by_their_place_from_who_disputes() -> None:
    claims = [[Held(TOLLS, COALITION)], [Held(TOLLS, SKYWATCH)], [Held(BRIDGE, ACCUSED)], [Held(BRIDGE, DENIED)]]
    assert [(start, end, found.kind) for start, end, found in relate_claims(claims)] == [
        (1, 0, "disputed"),
        (3, 2, "disputed"),
    ]
