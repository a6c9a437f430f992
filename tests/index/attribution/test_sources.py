"""By which name a source is filed."""

import pytest

from index.attribution.aliases import load_aliases
from index.attribution.sources import file_source, file_sources
from index.records import Link, Span, Statement


@pytest.mark.parametrize(
    ("written", "filed"),
    [
        ("SANA", "Syrian Arab News Agency"),
        ("the state news agency SANA", "Syrian Arab News Agency"),
        ("The Pentagon", "Department of Defense"),
        ("The Kommersant", "Kommersant"),
        ("spokeswoman Maria Zakharova", "Maria Zakharova"),
        ("the US-led coalition", "US-led coalition"),
        ("US", "United States"),
        ("us", "us"),
        ("a spokesman for the Pentagon", "spokesman for the Pentagon"),
        ("head of Airwars", "head of Airwars"),
        ("Airwars'", "Airwars'"),
        ("Airwars’s", "Airwars"),
        ("the  Syrian\nObservatory", "Syrian Observatory"),
        ("the", "the"),
        ("", ""),
    ],
)
def test_a_source_is_filed_under_the_tables_name_or_its_own(written: str, filed: str) -> None:
    assert file_source(written, load_aliases()) == filed


def test_a_source_without_a_name_is_filed_under_its_words_alone() -> None:
    assert file_source("A military source", load_aliases(), named=False) == "military source"
    assert file_source("an Iranian", load_aliases(), named=False) == "Iranian"


def cite(*names: str, named: bool = True) -> list[Statement]:
    return [
        Statement(f"a~v~s{n}.1", "a", n, Span(0, 30), Span(0, 30), "attributed", (Link(name, named, 0, 1),))
        for n, name in enumerate(names)
    ]


@pytest.mark.parametrize(
    ("cited", "filed"),
    [
        (("Rami Abdel Rahman", "Rahman"), "Rami Abdel Rahman"),
        (("Rahman", "director Rami Abdel Rahman"), "Rami Abdel Rahman"),
        (("Rami Abdel Rahman", "Abdel Rahman"), "Rami Abdel Rahman"),
        (("Rami Rahman", "Rami Abdel Rahman", "Rahman"), "Rami Abdel Rahman"),
        (("Hillary Clinton", "Bill Clinton", "Clinton"), "Clinton"),
        (("Syrian Observatory", "Observatory"), "Observatory"),
        (("Ann Hall", "ANN"), "ANN"),
        (("head of Hall", "Hall"), "Hall"),
    ],
)
def test_a_last_name_is_filed_under_the_one_full_name_of_its_article(cited: tuple[str, ...], filed: str) -> None:
    last = next(name for name in cited if " " not in name or name == "Abdel Rahman")
    assert file_sources(cite(*cited))[last] == filed


def test_words_that_name_nobody_are_filed_under_no_full_name() -> None:
    assert file_sources([*cite("Mary Judge"), *cite("the judge", named=False)])["the judge"] == "judge"


def test_every_link_of_every_chain_is_filed() -> None:
    chain = (Link("SANA", True, 0, 4), Link("a military source", False, 5, 22))
    read = [
        Statement("a~v~s0.1", "a", 0, Span(0, 30), Span(23, 30), "attributed", chain),
        Statement("a~v~s1.1", "a", 1, Span(30, 40), Span(30, 40), "outlet", ()),
        Statement("a~v~s2.1", "a", 2, Span(40, 50), Span(40, 50)),
    ]
    assert file_sources(read) == {"SANA": "Syrian Arab News Agency", "a military source": "military source"}
