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


def test_sentences_of_one_text_in_another_order_are_one_claim() -> None:
    a = write_article("a", "After a siege of two weeks, the grey walls of Molde, last hold of the band, fell silent.")
    b = write_article(
        "b", "The grey walls of Molde fell silent after a siege of two weeks, the last hold of that band."
    )
    one, other = (Held(article, state(article, article.text.rstrip("."))) for article in (a, b))
    assert is_same_claim(one, other, {"a": "k", "b": "k"})
    assert not is_same_claim(one, other, {"a": "k", "b": "l"})
    assert not is_same_claim(one, other)


def test_killed_and_killed_or_injured_differ_and_never_conflict() -> None:
    day = date(2020, 5, 4)
    one = told("The fire killed 60 people in Olm on Monday.", day)
    for number in ("60", "75"):
        kind = relate_pair(
            one, told(f"In Olm, {number} people were killed or injured by the fire on Monday.", day, "b")
        )
        assert kind in ("differs", None)
    for number in ("60", "75"):
        wider = told(f"In Olm, {number} people were killed or injured on Monday.", day, "b")
        assert relate_pair(one, wider) == "differs"


def test_who_denies_having_said_it_disputes_who_reports_that_it_was_said() -> None:
    a = write_article("a", "Ana Brandt said that a clerk, Olaf Sparr, told her she must go back where she came from.")
    b = write_article("b", "Sparr denies telling her to go back where she came from.")
    c = write_article("c", "Sparr denies telling her that the shop was closed for the day.")
    told_her = (a, state(a, "she must go back where she came from", chain=["Ana Brandt"]))
    denial = (b, state(b, "telling her to go back where she came from", chain=["Sparr"], stance="denies"))
    other = (c, state(c, "telling her that the shop was closed for the day", chain=["Sparr"], stance="denies"))
    assert relate_pair(told_her, denial) == "disputed"
    assert relate_pair(told_her, other) is None


def test_reports_called_false_are_disputed_where_all_the_names_in_them_stand() -> None:
    a = write_article("a", "Reports of a plot led by Brandt and Sparr to leave the council are false, the mayor said.")
    b = write_article("b", "Brandt and Sparr are trying to take their party out of the council.")
    c = write_article("c", "Brandt is trying to take the party out of the council.")
    false = (a, state(a, "Reports of a plot led by Brandt and Sparr to leave the council are false", chain=["mayor"]))
    assert relate_pair(false, (b, state(b, b.text.rstrip(".")))) == "disputed"
    assert relate_pair(false, (c, state(c, c.text.rstrip(".")))) is None


def test_the_charge_that_nobody_is_cited_for_is_not_pointed_back_at() -> None:
    text = "The senator of Olm walked off at the hearing in Olm.\nThe senator of Olm denied the charge."
    article = write_article("a", text)
    one = state(article, "The senator of Olm walked off at the hearing in Olm")
    other = state(article, "the charge", chain=["senator of Olm"], stance="denies")
    assert relate_pair((article, one), (article, other)) is None


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Twelve people were hurt in the shooting.", "Seven people were hurt in the attack.", "conflicts"),
        ("Twelve people were hurt in the shooting.", "Seven people were hurt.", None),
        ("Twelve people were hurt in the shooting.", "Seven more people were hurt in the attack.", None),
        ("Twelve people were hurt in the shooting.", "At least seven people were hurt in the attack.", None),
    ],
)
def test_tolls_of_the_event_that_both_articles_are_about(first: str, second: str, kind: str | None) -> None:
    day = date(2020, 5, 4)
    around = "Gunman opens fire at the Molde base\nA gunman of Varnia opened fire at the Molde naval base of Olm."
    articles = [
        write_article(name, f"{around}\n{words}", title="Gunman opens fire at the Molde base", day=day)
        for name, words in (("a", first), ("b", second))
    ]
    pairs = [
        (article, state(article, words.rstrip("."))) for article, words in zip(articles, (first, second), strict=True)
    ]
    assert relate_pair(*pairs) == kind
    later = write_article("b", articles[1].text, title="Gunman opens fire at the Molde base", day=date(2020, 6, 4))
    assert relate_pair(pairs[0], (later, state(later, second.rstrip(".")))) != "conflicts"
