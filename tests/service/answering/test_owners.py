"""Whose event a sentence tells of."""

import pytest

from index.attribution.marks.figures import find_figures
from index.records import Span
from service.answering.language.doers import find_owner
from service.answering.language.predicates import is_denied


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Nobody knew of Mara Holt's sudden resignation then.", "Mara Holt"),
        ("He accepted the resignation of Mara Holt on Monday.", "Mara Holt"),
        ("In the wake of her resignation, two aides left.", "her"),
        ("The resignation came on Monday.", None),
        ("Voters welcomed resignation as a word.", None),
    ],
)
def test_a_noun_belongs_to_whom_the_words_beside_it_name(text: str, owner: str | None) -> None:
    at = text.index("resignation")
    assert find_owner(text, Span(at, at + len("resignation"))) == owner


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("The attack killed at least two dozen people.", 24, "at least two dozen"),
        ("It hurt a dozen people.", 12, "a dozen"),
    ],
)
def test_dozens_are_counted(text: str, value: float, shown: str) -> None:
    found = find_figures(text)
    assert [(one.value, one.text) for one in found] == [(value, shown)]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Mara Holt has not resigned.", True),
        ("The mayor denied that Mara Holt resigned.", True),
        ("The mayor denied Mara Holt's resignation.", True),
        ("Holt did not give a reason why she resigned.", False),
        ("There is no evidence that the letter played any role in Holt's resignation.", False),
    ],
)
def test_only_what_is_itself_denied_counts_as_denied(text: str, denied: bool) -> None:
    at = text.index("resign")
    assert is_denied(text, Span(at, at + 8)) is denied
