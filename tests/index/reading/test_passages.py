"""Passages: whole sentences, within the budget, over nothing but body."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.passages import MAX_OVERLAP, TARGET_PIECES, fit_sentences, split_passages
from index.reading.sentences import split_sentences
from index.records import Line, Passage, Span
from index.search.embedding import Embedder


def count_words(texts: list[str]) -> list[int]:
    """A stand-in tokenizer: a piece a word, and one more for every ten letters."""
    return [sum(1 + len(word) // 10 for word in text.split()) for text in texts]


def body_lines(text: str, furniture: set[int] = frozenset()) -> tuple[Line, ...]:  # type: ignore[assignment]
    found = enumerate(re.finditer(r"[^\n]+", text))
    return tuple(Line(m.start(), m.end(), "furniture" if n in furniture else "body", "") for n, m in found)


def passages_of(text: str, lines: tuple[Line, ...], limit: int = 254) -> tuple[tuple[Span, ...], tuple[Passage, ...]]:
    sentences = fit_sentences(text, split_sentences(text, lines), count_words, limit)  # type: ignore[arg-type]
    return sentences, split_passages(("a", "0" * 64), text, sentences, lines, count_words, limit)  # type: ignore[arg-type]


@given(st.lists(st.integers(1, 300), min_size=1, max_size=40), st.sets(st.integers(0, 40)))
def test_passages_cover_every_sentence_keep_the_budget_and_cross_no_furniture(
    sizes: list[int], struck: set[int]
) -> None:
    text = "\n".join(f"Number {n} {'word ' * size}ends." for n, size in enumerate(sizes))
    lines = body_lines(text, struck)
    sentences, passages = passages_of(text, lines)
    assert {n for p in passages for n in range(p.first, p.last + 1)} == set(range(len(sentences)))
    for passage in passages:
        assert (passage.start, passage.end) == (sentences[passage.first].start, sentences[passage.last].end)
        assert sum(count_words([text[s.start : s.end] for s in sentences[passage.first : passage.last + 1]])) <= 254
        assert not any(l.label != "body" and l.start < passage.end and passage.start < l.end for l in lines)  # noqa: E741
    assert [p.n for p in passages] == list(range(len(passages)))
    assert all(a.first < b.first and a.last < b.last for a, b in itertools.pairwise(passages))
    assert all(a.last - b.first < MAX_OVERLAP for a, b in itertools.pairwise(passages))


def test_neighbours_share_a_sentence() -> None:
    text = "\n".join(f"Sentence {n} {'word ' * 57}ends." for n in range(8))
    _, passages = passages_of(text, body_lines(text))
    assert [(p.first, p.last) for p in passages] == [(0, 2), (2, 4), (4, 6), (6, 7)]


def test_a_tag_sentence_stays_with_what_it_leans_on() -> None:
    filler = [f"Filler {n} {'word ' * 55}ends." for n in range(2)]
    told = "A source told AFP that fighters had advanced."
    added = f"“{'They went on and on ' * 10},” the source added."
    text = "\n".join([*filler, told, added, *filler])
    _, passages = passages_of(text, body_lines(text))
    assert all(p.first <= 2 for p in passages if p.first <= 3 <= p.last)


def test_a_sentence_beyond_the_budget_is_broken_and_none_of_it_is_lost() -> None:
    text = "word " * 2000 + "x" * 5000
    sentences, passages = passages_of(text, body_lines(text), limit=100)
    assert "".join(text[s.start : s.end] for s in sentences).replace(" ", "") == text.replace(" ", "")
    assert all(size <= 100 for size in count_words([text[s.start : s.end] for s in sentences]))
    assert len(passages) >= len(sentences) // 2


def test_the_budget_is_counted_by_the_embedders_own_tokenizer(embedder: Embedder) -> None:
    text = " ".join(
        f"The Deir ez-Zor governorate’s spokesperson No. {n} said al-Sukhnah’s fall was near." for n in range(60)
    )
    lines = body_lines(text)
    sentences = fit_sentences(text, split_sentences(text, lines), embedder.count_pieces, embedder.limit)
    passages = split_passages(("a", "0" * 64), text, sentences, lines, embedder.count_pieces, embedder.limit)
    sizes = embedder.count_pieces([text[p.start : p.end] for p in passages])
    assert max(sizes) <= embedder.limit
    assert min(sizes[:-1]) > TARGET_PIECES - 60


@pytest.mark.parametrize("size", [1, 200_000])
def test_very_short_and_very_long_articles_are_split(size: int) -> None:
    text = "It went on for a day. " * (size // 6 + 1)
    _, passages = passages_of(text, body_lines(text))
    assert len(passages) >= size // 300
