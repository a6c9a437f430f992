"""Question to answer, on one screen."""

import time
from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from index.attribution.aliases import load_aliases
from index.attribution.sources import file_source
from index.records import CopyGroup, Filters, Sentence
from index.search.search import Found, Search
from index.search.words import Words
from index.store.reader import View
from service.answering.answer import Answer, Searched
from service.answering.compose import compose_answer
from service.answering.reading import Candidates, Lexicon, Reader
from service.question import Query, parse_question
from service.requests import AskRequest
from service.wording import find_article_ids

# How deep words and vectors are searched, and how many articles of one text are read.
DEPTHS = (50, 800, 12_800)
MOST_CARRIERS = 4


def ask(request: AskRequest, search: Search, reader: Reader) -> Answer:
    """The answer to a question from one state of the corpus: read, found, chosen, attributed, composed."""
    clock = Clock()
    with search.reader.view() as view:
        query = read_question(request, view)
        found = find_passages(view, search, query, request.k)
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


def read_question(request: AskRequest, view: View) -> Query:
    """The query, with what it names that this state of the corpus has, and has not."""
    query = parse_question(
        request.question,
        filters=request.filters(),
        sources=request.sources,
        outlets=[outlet.name for outlet in view.outlets()],
        articles=[one for one in find_article_ids(request.question) if view.counts(Filters(articles=(one,))).articles],
    )
    filed = [file_source(one, load_aliases()) for one in query.sources]
    unfound = view.unknown_sources(filed)
    uncited = [name for name, key in zip(query.sources, filed, strict=True) if key in unfound]
    return replace(query, unknown=(*view.unknown_outlets(query.filters.outlets), *uncited))


def find_passages(view: View, search: Search, query: Query, k: int) -> Found:
    """The `k` best passages, of one text those of a few articles only: copies do not crowd out what differs.

    Searches deeper, to a bound, while they do.
    """
    for depth in DEPTHS:
        found = search.search_passages(view, query.search, query.filters, 2 * depth, depth)
        articles = list(dict.fromkeys(hit.passage.article_id for hit in found.hits))
        spare = set() if query.filters.articles else find_spare_carriers(articles, view.copies_of(articles))
        kept = tuple(hit for hit in found.hits if hit.passage.article_id not in spare)[:k]
        if len(kept) == k or not spare or len(found.hits) < depth:
            break
    return Found(kept, found.vector)


def find_spare_carriers(articles: Sequence[str], copies: Sequence[CopyGroup]) -> set[str]:
    """The articles of a text beyond its first few, in the order of `articles`."""
    rank = {article_id: n for n, article_id in enumerate(articles)}
    return {one for group in copies for one in sorted(group.articles, key=rank.__getitem__)[MOST_CARRIERS:]}


def gather_candidates(view: View, found: Found, words: Words) -> Candidates:
    """Each sentence of the passages found, once, best passage first, with its vector and its whole article."""
    passages = [hit.passage for hit in found.hits]
    keys = list(dict.fromkeys(passage.article_id for passage in passages))
    held = {key: view.held(key) for key in keys}
    chosen: dict[str, tuple[Sentence, NDArray[np.int8]]] = {}
    for passage, vectors in zip(passages, view.sentence_vectors(passages), strict=True):
        for n, vector in enumerate(vectors, passage.first):
            sentence = held[passage.article_id].sentences[n]
            chosen.setdefault(sentence.id, (sentence, vector))
    return Candidates(
        sentences=tuple(sentence for sentence, _ in chosen.values()),
        vectors=np.array([vector for _, vector in chosen.values()], np.int8).reshape(len(chosen), found.vector.size),
        question=found.vector,
        articles={key: one.article for key, one in held.items()},
        neighbours={key: one.sentences for key, one in held.items()},
        lexicon=Lexicon(words.stems, words.frequency, words.count),
        statements={key: one.statements for key, one in held.items()},
        copies=view.copies_of(keys),
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
