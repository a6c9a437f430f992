"""The classes of a text are those whose pattern finds a word in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.answering.language.predicates import find_classes, predicate_classes

WORDS = [
    *("took control", "takes", "struck", "Re-elect", "air-strike", "air", "strike", "killed", "killing-field", "gave"),
    *("birth", "U-turn", "non-striking", "tested", "positive", "step", "stepping down", "'", "-", ",", "DIED", "Éire"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=60))
def test_no_class_is_missed_and_none_added(text: str) -> None:
    every = {name: found.start() for name, words in predicate_classes().items() if (found := words.search(text))}
    assert find_classes(text) == tuple(sorted(every, key=lambda name: (every[name], name)))


@pytest.mark.parametrize("text", ["", "\u0130" * 20, "ſtrike", "\x00", "\u2028killed"])
def test_odd_letters_do_no_harm(text: str) -> None:
    assert len(find_classes(text)) <= len(predicate_classes())
