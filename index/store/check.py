"""Proof that the store is whole in itself; says nothing of its caches."""

from collections.abc import Iterator

import numpy as np

from index.errors import DamagedError
from index.store.reader import View
from index.store.rows import hash_article


def check_store(view: View, dimension: int) -> Iterator[str]:
    """Every fault found in the store, in words; nothing when there is none."""
    yield from view.faults()
    for article_id in view.article_ids():
        try:
            yield from _check_article(view, article_id, dimension)
        except DamagedError as error:
            yield str(error)


def _check_article(view: View, article_id: str, dimension: int) -> Iterator[str]:
    article = view.article(article_id)
    if hash_article(article) != article.version:
        yield f"article {article_id}: its text or record is not what was stored"
    furniture = [line for line in article.lines if line.label != "body"]
    passages = view.passages_of(article_id)
    for passage, sentences in zip(passages, view.sentence_vectors(passages), strict=True):
        if sentences.shape != (passage.last - passage.first + 1, dimension):
            yield f"passage {passage.id}: its sentence vectors have the shape {sentences.shape}"
        if any(line.start < passage.end and passage.start < line.end for line in furniture):
            yield f"passage {passage.id}: it reaches over a line that is not body"
    for sentence in view.sentences(article_id):
        if not 0 <= sentence.start < sentence.end <= len(article.text):
            yield f"sentence {sentence.id}: it lies outside its article"


def check_vector(key: int, vector: bytes, dimension: int) -> str | None:
    """What is wrong with a stored vector, or None."""
    if len(vector) != 4 * dimension:
        return f"passage row {key}: its vector has {len(vector)} bytes, not {4 * dimension}"
    row = np.frombuffer(vector, "<f4")
    if abs(float(row @ row) - 1) > 1e-3:
        return f"passage row {key}: its vector is not of unit length"
    return None
