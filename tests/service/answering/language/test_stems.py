"""Stems found by the words that begin alike are those that the analyzer finds in the whole text."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.search.words import Words
from service.answering.language.stems import HeldStems, load_kin
from service.answering.reading import Lexicon


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    words = Words(tmp_path_factory.mktemp("words"), {"store": "test"})
    return Lexicon(words.stems, words.frequency, words.count)


QUESTION = "Did dying skies in Éire and Zürich kill the relations' armies at the US-led coalition 624 times?"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*QUESTION.split(), "die", "dies", "lying", "sky", "killing", "Eire", "ZURICH", "army", "relate"]
        ),
        max_size=12,
    ).map(" ".join)
)
def test_the_same_stems_are_found_as_by_analysing_the_whole_text(lexicon: Lexicon, text: str) -> None:
    stems = set(lexicon.stems(QUESTION))
    assert HeldStems(stems, lexicon).find(text) == stems & set(lexicon.stems(text))


@pytest.mark.parametrize(
    ("asked", "text", "held"),
    [
        ("their last bastion", "the last stronghold fell", {"last", "bastion"}),
        ("a truce", "the ceasefires", {"truce"}),
        ("a truce", "an offer", set()),
        ("truce or ceasefire", "a truce", {"truce", "ceasefire"}),
    ],
)
def test_a_word_that_names_the_same_is_held(lexicon: Lexicon, asked: str, text: str, held: set[str]) -> None:
    found = HeldStems(lexicon.stems(asked), lexicon).find(text)
    assert found == {stem for word in held for stem in lexicon.stems(word)}


def test_no_word_stands_in_two_groups_of_kin(lexicon: Lexicon) -> None:
    stems = [stem for group in load_kin() for word in group for stem in lexicon.stems(word)]
    assert len(stems) == len(set(stems))


def test_no_stems_are_found_where_none_are_asked(lexicon: Lexicon, tmp_path: Path) -> None:
    assert HeldStems((), lexicon).find("anything at all, été") == frozenset()
