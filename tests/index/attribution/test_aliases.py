"""Other names: equality by the table alone, as whole words, capitals minded where they must be."""

import time

import pytest

from index.attribution.aliases import Aliases, load_aliases


@pytest.fixture(scope="module")
def aliases() -> Aliases:
    return load_aliases()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ISIS", "the last Daesh-held town"),
        ("Daesh", "most IS leaders were killed"),
        ("Islamic State", "ISIL said so"),
        ("Deir Ezzor", "in the province of Deir ez-Zor"),
        ("US", "the United States and its allies"),
        ("United States", "U.S. troops"),
        ("Syria", "Syrian troops"),
        ("Kyiv", "shelling of Kiev"),
        ("US embassy", "the American embassy"),
        ("al-Sukhnah", "the town of Al Sukhnah"),
    ],
)
def test_one_name_finds_the_other(aliases: Aliases, name: str, text: str) -> None:
    assert aliases.pattern(name).search(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Islamic State", "it is so"),
        ("US", "told us so"),
        ("World Health Organization", "the man who came"),
        ("Iran", "Tirana"),
        ("Syria", "Assyrian art"),
        ("Iraq", "Iran"),
        ("Paris", "France"),
    ],
)
def test_what_is_another_word_is_no_name(aliases: Aliases, name: str, text: str) -> None:
    assert not aliases.pattern(name).search(text)


def test_a_seat_of_government_stands_for_its_country_only_as_a_doer(aliases: Aliases) -> None:
    assert aliases.is_actor("Moscow", "Russia")
    assert aliases.is_actor("United States", "Washington")
    assert not aliases.is_actor("Moscow", "Syria")
    assert not aliases.pattern("Russia").search("a street in Moscow")


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("RT", "TASS", True),
        ("Russia Today", "Sputnik", True),
        ("SANA", "Syrian Arab News Agency", True),
        ("SANA", "Damascus", True),
        ("Voice of America", "Radio Free Asia", True),
        ("SANA", "RT", False),
        ("Reuters", "AFP", False),
        ("Airwars", "SANA", False),
    ],
)
def test_two_voices_of_one_owner_are_one(aliases: Aliases, name: str, other: str, same: bool) -> None:
    assert (aliases.owner(name) == aliases.owner(other)) is same


def test_who_has_no_owner_in_the_table_owns_itself_by_its_canonical_name(aliases: Aliases) -> None:
    assert (aliases.owner("Quux"), aliases.owner("AFP")) == ("Quux", "Agence France-Presse")


def test_an_owner_is_no_other_name(aliases: Aliases) -> None:
    assert not aliases.pattern("RT").search("TASS said")
    assert aliases.canonical("TASS") == "TASS"


def test_a_name_that_the_table_does_not_hold_is_itself(aliases: Aliases) -> None:
    assert aliases.canonical("Quux") == "Quux"
    assert aliases.pattern("J. (K.) Rowl*ng").search("by J. (K.) Rowl*ng today")


def test_hostile_text_costs_linear_time(aliases: Aliases) -> None:
    began = time.perf_counter()
    for text in ("I" * 5_000_000, "IS " * 1_000_000, "\0" * 1_000_000, "\u0301" * 1_000_000, " " * 2_000_000):
        aliases.pattern("Deir ez-Zor").search(text)
    assert time.perf_counter() - began < 10
