"""Offsets of statements hold for any text, and work grows with the text and no faster."""

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.attribution.find import find_attributions
from index.attribution.read import read_statements
from index.reading.sentences import split_sentences
from index.records import Span, Statement
from tests.index.attribution.articles import write_article

WORDS = (
    *("said", "told", "SANA", "that", "the", "army", ",", ".", "“", "”", '"', "‘", "’", "—", "-", "according", "to"),
    *("it", "he", "She", "They", "source", "agency", "denied", ", adding", "citing", "as saying", "who", "which"),
    *("and", "but", "quoted", "by", "in a statement", "RT", "Jan Kral", "\n", "\r\n", "\u2028", "\u0301", "(", ")"),
    *(":", ";", "not", "has", "was", "claimed", "12", "Mr.", "U.S.", "“We will”", "accused", "of", "on Friday"),
    *("being investigated", "the group", "her lawyer", "would", "WHO"),
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join))


def read(text: str) -> tuple[tuple[Span, ...], tuple[Statement, ...]]:
    article = write_article(text)
    sentences = split_sentences(text, article.lines)
    return sentences, read_statements(article, sentences)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_sentence_has_a_statement_whose_spans_lie_in_the_text(text: str) -> None:
    sentences, statements = read(text)
    assert {one.n for one in statements} == set(range(len(sentences)))
    assert [one.n for one in statements] == sorted(one.n for one in statements)
    assert len({one.id for one in statements}) == len(statements)
    for one in statements:
        assert one.sentence == sentences[one.n]
        assert one.sentence.start <= one.content.start < one.content.end <= one.sentence.end
        for link in one.chain or ():
            assert 0 <= link.start < link.end <= len(text)
            named = link.carried_from or Span(link.start, link.end)
            assert text[named.start : named.end] == link.name
            assert link.carried_from is None or link.carried_from.end <= link.start
        if one.cue is not None:
            assert text[one.cue.start : one.cue.end] == one.cue.text
        assert set(one.joint) <= {other.id for other in statements} - {one.id}


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_what_is_found_lies_in_its_sentence_in_ascending_pieces(text: str) -> None:
    article = write_article(text)
    sentences = split_sentences(text, article.lines)
    for one in find_attributions(text, sentences):
        assert [piece.start for piece in one.content] == sorted(piece.start for piece in one.content)
        holders = {s for s in sentences for piece in one.content if s.start <= piece.start and piece.end <= s.end}
        assert len(holders) <= 1
        assert all(0 <= span.start < span.end <= len(text) for span in (*one.source, one.cue, *one.content, *one.via))


def count_steps(text: str, size: int) -> int:
    """Lines of Python that reading a text takes, its sentences cut at every `size` characters."""
    article = write_article(text)
    sentences = [Span(start, min(start + size, len(text))) for start in range(0, len(text), size)]
    steps = 0

    def count(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal steps
        steps += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        read_statements(article, sentences)
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize("size", [150, 10**9])
@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“",
        "”",
        "“a” ",
        "said that ",
        "SANA said that ",
        "a",
        "a ",
        "A and ",
        "x, ",
        "X who ",
        "X (( ",
        "X)) ",
        "a - ",
        "1.,",
        "a.",
        "according to X, ",
        "X said, citing Y, ",
        "\0",
        "\u0301",
        "the source said it. ",
        "He said it. ",
        "in a statement to ",
        "X quoted as saying ",
        "it is unclear ",
    ],
)
def test_twice_the_text_takes_at_most_little_more_than_twice_the_work(unit: str, size: int) -> None:
    once, twice = unit * (3_000 // len(unit)), unit * (6_000 // len(unit))
    assert count_steps(twice, size) <= 2.5 * count_steps(once, size) + 2_000
