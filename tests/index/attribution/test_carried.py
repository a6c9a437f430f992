"""Whom a pronoun or "the company" stands for: never somebody whom it does not fit, and nobody where two fit."""

import pytest

from index.attribution.sourcing.genders import load_first_names
from tests.index.attribution.articles import read_text, tell


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        # A first name or a title anywhere in the article tells of the last name alone.
        ("Hillary Clinton was in Ohio. Clinton said it fell.\nHe said the road was open.", "He"),
        ("Hillary Clinton was in Ohio. Clinton said it fell.\nShe said the road was open.", "She=Clinton"),
        ("Mr. Brandl left. Brandl said it fell.\nShe said the road was open.", "She"),
        ("Bill Clinton met Hillary Clinton. Clinton said it fell.\nShe said the road was open.", "She=Clinton"),
        ("Bernie Sanders said it fell. Hillary Clinton left.\nHe said the road was open.", "He=Bernie Sanders"),
        # Nothing tells of Brandl, and somebody whom the pronoun fits stands before it.
        ("Brandl said it fell. That was after Donald Trump had left.\nHe said the road was open.", "He"),
        ("Brandl said it fell.\nHe said the road was open.", "He=Brandl"),
        # What owns is a name without its ending, and may be meant.
        ("David Weber is ill. Ayotte said it fell. Weber's plan failed. He said the road was open.", "He=Weber"),
        # A word that opens a sentence is no name.
        ("Lisa Berg said it fell.\nAsked about the road, she said it was open.", "she=Lisa Berg"),
        ("Politically, it is over. He said the road was open.", "He"),
        ("I left early. He said the road was open.", "He"),
        # "It" is no person, "he" no agency.
        ("David Weber is ill. Weber said it fell.\nIt said the road was open.", "It"),
        ("The news agency SANA reported that it fell.\nHe said the road was open.", "He"),
        # A description is not carried to itself.
        ("The company said it fell.\nThe company said the road was open.", "The company"),
        ("The furlough was reported by Fox News. Fox News said so.\nThe agency said it was true.", "The agency"),
    ],
)
def test_words_stand_for_the_one_source_that_they_fit_or_for_none(text: str, chain: str) -> None:
    assert tell(text)[-1][0] == chain


def test_a_pronoun_nobody_is_found_for_is_not_carried_to_itself() -> None:
    said, more = read_text("“We closed it,” he said. “It was not safe.”")
    assert said.chain is not None
    assert more.chain is not None
    assert [(link.name, link.named, link.carried_from) for link in (*said.chain, *more.chain)] == [
        ("he", False, None),
        ("he", False, None),
    ]
    assert more.continuation == "possible"


def test_no_first_name_is_listed_twice() -> None:
    names = load_first_names()
    assert (names["donald"], names["hillary"], names.get("jordan")) == ("he", "she", None)
    assert set(names.values()) == {"he", "she"}
