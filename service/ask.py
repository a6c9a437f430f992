"""Question to answer, on one screen."""

import time
from dataclasses import replace
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from index.records import Filters, Sentence
from index.search.search import Found, Search
from index.search.words import Words
from index.store.reader import View
from service.answering.answer import Answer, Searched
from service.answering.compose import compose_answer
from service.answering.reading import Candidates, Lexicon, Reader
from service.question import parse_question
from service.requests import AskRequest


def ask(request: AskRequest, search: Search, reader: Reader) -> Answer:
    """The answer to a question from one state of the corpus: read, found, chosen, attributed, composed."""
    clock = Clock()
    with search.reader.view() as view:
        query = parse_question(
            request.question,
            filters=request.filters(),
            sources=request.sources,
            outlets=[outlet.name for outlet in view.outlets()],
        )
        found = search.search_passages(view, query.search, query.filters, request.k)
        clock.lap("search")
        candidates = gather_candidates(view, found, search.words)
        draft = reader.read(query, candidates)
        clock.lap("read")
        return compose_answer(
            query,
            draft,
            candidates,
            answer_id=f"ans_{uuid4().hex}",
            snapshot=f"{view.meta()['store'][:8]}-{view.sequence()}",
            searched=count_searched(view, query.filters),
            undated_left_out=count_undated(view, query.filters),
            timings_ms=clock.read(),
        )


def gather_candidates(view: View, found: Found, words: Words) -> Candidates:
    """Each sentence of the passages found, once, best passage first, with its vector and its whole article."""
    passages = [hit.passage for hit in found.hits]
    keys = list(dict.fromkeys(passage.article_id for passage in passages))
    neighbours = view.sentences_of(keys)
    chosen: dict[str, tuple[Sentence, NDArray[np.int8]]] = {}
    for passage, vectors in zip(passages, view.sentence_vectors(passages), strict=True):
        for n, vector in enumerate(vectors, passage.first):
            sentence = neighbours[passage.article_id][n]
            chosen.setdefault(sentence.id, (sentence, vector))
    return Candidates(
        sentences=tuple(sentence for sentence, _ in chosen.values()),
        vectors=np.array([vector for _, vector in chosen.values()], np.int8).reshape(len(chosen), found.vector.size),
        question=found.vector,
        articles={key: view.article(key) for key in keys},
        neighbours=neighbours,
        lexicon=Lexicon(words.stems, words.frequency, words.count),
    )


def count_searched(view: View, filters: Filters) -> Searched:
    """What silence and abstention rest on."""
    counts = view.counts(filters)
    return Searched(articles=counts.articles, outlets=counts.outlets, unnamed=counts.unnamed, undated=counts.undated)


def count_undated(view: View, filters: Filters) -> int:
    """Articles that only a date filter leaves out, because they have no date."""
    if not (filters.day_from or filters.day_to):
        return 0
    return view.counts(replace(filters, day_from=None, day_to=None)).undated


class Clock:
    """Wall milliseconds by step."""

    def __init__(self) -> None:
        self._start = self._last = time.perf_counter()
        self._laps: dict[str, float] = {}

    def lap(self, name: str) -> None:
        """End a step."""
        now = time.perf_counter()
        self._laps[name] = round((now - self._last) * 1000, 1)
        self._last = now

    def read(self) -> dict[str, float]:
        """Steps and total so far."""
        return {**self._laps, "total": round((time.perf_counter() - self._start) * 1000, 1)}
