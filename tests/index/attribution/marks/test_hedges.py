"""Hedges in a sentence, and the noun or verb that each covers; a cue, a bound and a label are none."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.attribution.marks.hedges import find_hedges, find_labels
from index.records import Span


def hedges(text: str) -> list[tuple[str, str]]:
    return [(one.text, text[one.over.start : one.over.end]) for one in find_hedges(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In recent alleged air strikes against ISIS, they killed 60.", [("alleged", "air strikes")]),
        ("At least 43 civilians were allegedly killed.", [("allegedly", "killed")]),
        ("An attack which allegedly killed more than 15 civilians.", [("allegedly", "killed")]),
        ("They were killed, reportedly by Russian jets.", [("reportedly", "Russian jets")]),
        ("The reportedly stolen car was found.", [("reportedly", "stolen")]),
        ("He is believed to have fled to Iraq.", [("believed to", "fled")]),
        ("A man suspected of killing three people.", [("suspected of", "killing")]),
        ("Suspected militants killed 12.", [("Suspected", "militants")]),
        ("The alleged killing of 12 people.", [("alleged", "killing")]),
        ("It was an “apparent” suicide.", [("apparent", "suicide")]),
        ("He may have been killed.", [("may have", "killed")]),
        ("Russia may be behind the attack.", [("may be", "attack")]),
        ("He probably left.", [("probably", "left")]),
        ("It is unclear whether the strike hit the town, he said.", [("unclear whether", "the strike hit the town")]),
        ("It was not immediately clear who did it.", [("not immediately clear who", "did it")]),
        ("Apparently, the army left.", [("Apparently", "the army left")]),
        ("It was perhaps the biggest way Obama’s aides knew.", [("perhaps", "biggest way")]),
        ("He appears to be dead and is likely to win.", [("appears to", "dead"), ("likely", "win")]),
    ],
)
def test_a_hedge_covers_no_more_than_it_modifies(text: str, expected: list[tuple[str, str]]) -> None:
    assert hedges(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors alleged that he lied.",
        "The prosecutors alleged Smith killed her.",
        "He alleged a plot.",
        "SANA reported the attack.",
        "Police reported fewer crimes.",
        "An estimated 40 people died.",
        "It could be seen from afar, and he may go in May.",
        "The so-called Islamic State left.",
        "They took all possible steps, as soon as possible.",
        "He was supposed to leave.",
        "A likely candidate spoke.",
        "He said apparently",
        "He said to applause that he would stay.",
        "They asked 400 likely Iowa voters how likely Republicans are.",
        "You may have to die, and he might have business there.",
    ],
)
def test_cues_bounds_labels_and_ability_are_no_hedges(text: str) -> None:
    assert hedges(text) == []


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("The self-styled Islamic State terrorist group left.", "Islamic State terrorist group"),
        ("The so-called “caliphate” fell.", "caliphate"),
    ],
)
def test_a_label_stands_over_its_name(text: str, over: str) -> None:
    (label,) = find_labels(text, Span(0, len(text)))
    assert text[label.over.start : label.over.end] == over


def test_offsets_are_into_the_whole_text() -> None:
    text = "He allegedly lied. They were allegedly killed. He allegedly ran."
    (hedge,) = find_hedges(text, Span(19, 46))
    assert (text[hedge.start : hedge.end], text[hedge.over.start : hedge.over.end]) == ("allegedly", "killed")


WORDS = [
    "alleged",
    "allegedly",
    "is",
    "believed to",
    "have",
    "killed",
    "the",
    "air",
    "strikes",
    ",",
    ".",
    "“",
    "”",
    "by",
]
WORDS += [
    "unclear whether",
    "suspected of",
    "likely",
    "to",
    "\0",
    "\u2028",
    "\u0301",
    "so-called",
    "may be",
    "-",
    "he",
    "Smith",
]


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join), st.integers(0, 20))
def test_spans_lie_inside_and_slice_back(text: str, start: int) -> None:
    span = Span(min(start, len(text)), len(text))
    for found in (find_hedges(text, span), find_labels(text, span)):
        assert all(text[one.start : one.end] == one.text for one in found)
        assert all(span.start <= one.start < one.end <= span.end for one in found)
        assert all(one.end <= after.start for one, after in pairwise(found))
        assert all(one.end <= one.over.start < one.over.end <= span.end for one in found)


def test_hostile_text_costs_linear_time() -> None:
    began = time.perf_counter()
    for piece in ("a", "alleged ", "unclear whether ", "may be ", " ", "\u0301", "so-called ", "allegedly, "):
        text = piece * (200_000 // len(piece))
        find_hedges(text, Span(0, len(text)))
        find_labels(text, Span(0, len(text)))
    find_hedges("a" * 5_000_000, Span(0, 5_000_000))
    assert time.perf_counter() - began < 20
