"""The real model: unit vectors, sentence vectors from the same pass, errors that say what to do."""

from pathlib import Path

import numpy as np
import pytest

from index.errors import EmbedderError
from index.records import Span
from index.search.embedding import DEFAULT, Embedder

TEXT = "The army entered the town. Prices of wheat rose sharply in March."
SPANS = [Span(0, 26), Span(27, len(TEXT))]


def test_vectors_are_of_unit_length_and_do_not_depend_on_company(embedder: Embedder) -> None:
    alone = embedder.encode_passages([TEXT], [SPANS])[0]
    texts = ["Short.", TEXT, "A longer text " * 30]
    together = embedder.encode_passages(texts, [[Span(0, 6)], SPANS, [Span(0, 13)]])[1]
    assert alone.vector.shape == (embedder.dimension,) == (384,)
    assert alone.vector.dtype == np.float32
    assert float(np.linalg.norm(alone.vector)) == pytest.approx(1, abs=1e-5)
    assert float(alone.vector @ together.vector) > 0.9999


def test_each_sentence_has_a_vector_of_its_own_tokens(embedder: Embedder) -> None:
    rows = embedder.encode_passages([TEXT], [SPANS])[0].sentences
    assert rows.shape == (2, 384)
    assert rows.dtype == np.int8
    army, wheat = rows.astype(np.float32) / 127
    asked = embedder.encode_query("How did the price of grain change?")
    assert float(wheat @ asked) > float(army @ asked) + 0.15


def test_a_sentence_outside_the_window_gets_zeros_not_a_neighbours_vector(embedder: Embedder) -> None:
    text = "word " * 400 + "End."
    rows = embedder.encode_passages([text], [[Span(0, 4), Span(2000, 2004)]])[0].sentences
    assert [bool(row.any()) for row in rows] == [True, False]


def test_pieces_are_counted_without_special_tokens(embedder: Embedder) -> None:
    assert embedder.count_pieces(["town", "al-Sukhnah", ""]) == [1, 5, 0]
    assert embedder.count_pieces([]) == []
    assert embedder.limit == 254


def test_the_fingerprint_of_the_default_is_its_weights_hash(embedder: Embedder) -> None:
    assert embedder.fingerprint == "53aa51172d142c89"


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EmbedderError, match=rf"'{tmp_path}' cannot be loaded .* BYLINE_EMBEDDER takes '{DEFAULT}'"):
        Embedder(tmp_path / "models", str(tmp_path)).encode_query("x")
