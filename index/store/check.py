"""Proof that the store is whole in itself; says nothing of its caches."""

from collections.abc import Iterator, Sequence

import numpy as np

from index.errors import DamagedError
from index.records import Article, Cue, Figure, Hedge, Span, Statement, When
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
    spans = [Span(one.start, one.end) for one in view.sentences(article_id)]
    statements = view.statements_of([article_id])[article_id]
    cited = {(n, link.name, link.named) for n, one in enumerate(statements) for link in one.chain or ()}
    if view.cited(article_id) != cited:
        yield f"article {article_id}: whom its statements cite is not what is filed"
    for one in statements:
        if reason := _check_statement(one, article, spans):
            yield f"statement {one.id}: {reason}"


def _check_statement(one: Statement, article: Article, sentences: Sequence[Span]) -> str | None:
    """What is wrong with a statement, or None."""
    if one.n >= 0 and (one.n >= len(sentences) or sentences[one.n] != one.sentence):
        return f"its sentence is not sentence {one.n} of its article"
    if not one.sentence.start <= one.content.start <= one.content.end <= one.sentence.end:
        return "its content lies outside its sentence"
    if any(not 0 <= start <= end <= len(article.text) for start, end in _spans(one)):
        return "it points outside its article"
    # A quotation that nobody is named for is somebody's, and it is not known whose.
    if one.voice == "outlet" if one.chain is None else one.voice is None:
        return f"its voice is {one.voice}, which its chain does not bear out"
    return None


def _spans(one: Statement) -> Iterator[Span]:
    yield one.sentence
    for link in one.chain or ():
        yield Span(link.start, link.end)
        yield link.carried_from or Span(link.start, link.end)
    parts: list[Cue | Hedge | Figure | When] = [*one.hedges, *one.figures, *one.when]
    for part in [*parts, one.cue] if one.cue else parts:
        yield Span(part.start, part.end)
    yield from (hedge.over for hedge in one.hedges)


def find_fault(vector: bytes, dimension: int) -> str | None:
    """What is wrong with a stored vector, or None."""
    if len(vector) != 4 * dimension:
        return f"has {len(vector)} bytes, not {4 * dimension}"
    row = np.frombuffer(vector, "<f4")
    return "is not of unit length" if abs(float(row @ row) - 1) > 1e-3 else None
