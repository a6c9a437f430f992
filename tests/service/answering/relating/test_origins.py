"""Confirmation counts origins, never articles; unnamed is not independent; sharing is not handed on."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from index.records import Stance
from service.answering.relating.held import Held
from service.answering.relating.origins import find_confirmations, find_origin, weigh_reports
from service.answering.relating.sources import voice_of
from tests.service.answering.hand import state, write_article

EVENT = "the army took the bridge of Molde"


def report(name: str, chain: Sequence[str] = (), outlet: str | None = None, stance: Stance = "asserts") -> Held:
    """One outlet's report, in words of its own."""
    led = f"{' and '.join(chain)} said that " if chain else ""
    content = f"{EVENT} in the {name} week of spring after {name} days of {name} rain"
    article = write_article(name, f"{led}{content}.", outlet=outlet)
    return Held(article, state(article, content, chain=chain, stance=stance))


@pytest.mark.parametrize(
    ("reports", "agreement", "origins"),
    [
        ([report("a", outlet="The Day")], "single", 1),
        ([report("a", ["SANA"], "The Day"), report("b", ["SANA"], "The Night")], "same_origin", 1),
        ([report("a", ["SANA"], "The Day"), report("b", ["Damascus"], "The Night")], "same_origin", 1),
        ([report("a", ["SANA"], "The Day"), report("b", ["Reuters"], "The Night")], "corroborated", 2),
        ([report("a", outlet="The Day"), report("b", outlet="The Night")], "corroborated", 2),
        ([report("a"), report("b")], "same_origin", 1),
        ([report("a", ["a military source"], "The Day"), report("b", ["police"], "The Night")], "same_origin", 1),
        ([report("a", ["Reuters"], "The Day"), report("b", ["police"], "The Night")], "same_origin", 1),
        ([report("a", ["SANA"]), report("b", ["Reuters"], stance="denies")], "disputed", 2),
        ([report("a", ["SANA"], stance="denies"), report("b", ["Reuters"], stance="denies")], "denied", 2),
    ],
)
def test_agreement_rests_on_named_origins(reports: list[Held], agreement: str, origins: int) -> None:
    standing = weigh_reports(reports, {})
    assert (standing.agreement, standing.counts.origins) == (agreement, origins)
    assert standing.counts.origins <= standing.counts.texts == len(reports)


def test_an_outlets_own_report_and_another_that_cites_it_rest_on_one_origin() -> None:
    standing = weigh_reports([report("a", outlet="Reuters"), report("b", ["Reuters"], "The Night")], {})
    assert (standing.agreement, standing.origins) == ("same_origin", (1, 1))


def test_copies_are_one_text_and_one_voice() -> None:
    a, b = report("a", outlet="The Day"), report("b", outlet="The Night")
    standing = weigh_reports([a, b], {"a": "k", "b": "k"})
    assert (standing.agreement, standing.counts.texts, standing.counts.origins) == ("same_origin", 1, 1)


def test_two_named_sources_in_one_text_do_not_confirm_one_another() -> None:
    a, b = report("a", ["SANA"], "The Day"), report("b", ["Reuters"], "The Night")
    standing = weigh_reports([a, b], {"a": "k", "b": "k"})
    assert (standing.agreement, standing.counts.origins) == ("same_origin", 1)


def near(name: str, words: str) -> Held:
    article = write_article(name, f"{words}.", outlet=name)
    return Held(article, state(article, words))


def test_sharing_is_never_closed_transitively() -> None:
    # The second is a near copy of the first, the third only of the second.
    one = near("One", "the army took the bridge of Molde on the river Aar at dawn with forty men")
    two = near("Two", "the army took the bridge of Molde on the river Aar and then the hills behind it fell silent")
    three = near("Three", "on the river Aar and then the hills behind it fell silent for the rest of the long night")
    standing = weigh_reports([one, two, three], {})
    assert standing.origins == (1, 1, 2)


def test_unnamed_articles_are_never_counted_as_outlets() -> None:
    counts = weigh_reports([report("a"), report("b"), report("c", outlet="The Day")], {}).counts
    assert (counts.articles, counts.outlets, counts.unnamed) == (3, 1, 2)


def test_an_outlet_that_claims_to_have_confirmed_it_is_no_second_origin() -> None:
    text = "The army took the bridge, Reuters said.\nThe Day has confirmed these reports itself.\nRain fell."
    article = write_article("a", text, outlet="The Day")
    told = Held(article, state(article, "The army took the bridge", chain=["Reuters"]))
    own = state(article, "The Day has confirmed these reports itself", stance="confirms")
    assert [one.statement for one in find_confirmations([told], {"a": (told.statement, own)})] == [own]
    with_it = weigh_reports([told, Held(article, own)], {})
    assert (with_it.counts.confirmations_claimed, with_it.counts.origins, with_it.agreement) == (1, 1, "single")


def test_ten_thousand_copies_are_one_text_at_once() -> None:
    first = report("a")
    copies = [Held(replace(first.article, id=f"a{n}"), first.statement) for n in range(10_000)]
    standing = weigh_reports(copies, {one.article.id: "k" for one in copies})
    assert (standing.counts.texts, standing.counts.origins, standing.agreement) == (1, 1, "same_origin")


def test_the_origin_is_the_innermost_named_link() -> None:
    held = report("a", ["RT", "SANA", "a military source"], "The Day")
    assert find_origin(held, {"a": "k"}).key == ("name", voice_of("SANA"))
    assert find_origin(report("b", ["a military source"], "The Day"), {"b": "k"}).key == ("copy", "k")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("SANA", "Syria’s official SANA news agency", True),
        ("SANA", "the state news agency SANA", True),
        ("RT", "Russia Today", True),
        ("RT", "TASS", True),
        ("Reuters", "Rеuters", False),  # the second has a Cyrillic letter
        ("AFP", "AP", False),
        ("Pentagon", "Pentagon critics", False),
    ],
)
def test_two_names_are_one_voice_only_by_the_table_or_by_being_spelt_alike(one: str, other: str, same: bool) -> None:
    assert (voice_of(one) == voice_of(other)) is same
