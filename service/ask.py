"""Question to answer, on one screen."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from index.attribution.aliases import load_aliases
from index.attribution.sources import file_source
from index.records import Filters, Sentence
from index.search.choose import MOST_CARRIERS, choose_passages, merge_hits
from index.search.search import Found, Search
from index.search.words import Words
from index.store.reader import View
from service.answering.answer import Answer, Claim, Retraction, Searched
from service.answering.asking.history.followup import stand_alone
from service.answering.compose import compose_answer
from service.answering.phrases import phrase
from service.answering.quote_reader import QuoteReader, recognise_names
from service.answering.reading import Candidates, Leave, Lexicon, Reader
from service.answering.verify import Checks
from service.question import Query, parse_question
from service.requests import MAX_QUESTION, AskRequest
from service.wording import find_article_ids

Event = Claim | Retraction | Answer


def ask(request: AskRequest, search: Search, reader: Reader) -> Answer:
    """The answer to a question from one state of the corpus: read, found, chosen, checked, attributed, composed."""
    for event in ask_aloud(request, search, reader):
        if isinstance(event, Answer):
            return event
    raise AssertionError("an answer comes last, unless whoever asked has left")


def ask_aloud(request: AskRequest, search: Search, reader: Reader, leave: Leave | None = None) -> Iterator[Event]:
    """The same as it comes about: each claim once it is checked, again where it has changed, and the answer last.

    A claim that was told and has no place in the answer is taken back. It ends early once whoever asked is gone.
    """
    clock, leave = Clock(), leave or Leave()
    reader = QuoteReader() if request.reader == "quotes" else reader
    text = restate(request, search, reader, leave)
    with search.reader.view() as view:
        query = read_question(request, text, view, search.words)
        found = find_passages(view, search, query, request.k)
        clock.lap("search")
        candidates = gather_candidates(view, found, search.words)
        snapshot = name_snapshot(view)
        searched, undated = count_searched(view, query.filters), count_undated(view, query.filters)
    # The store is left before a reader begins, which may take its time.
    named = recognise_names(query, candidates)
    told: tuple[Claim, ...] = ()
    answer = None
    checks = Checks(named, candidates)
    for draft in reader.read(named, candidates, leave):
        checked = checks.check(draft)
        clock.lap("read")
        answer = compose_answer(
            named,
            checked,
            candidates,
            answer_id=f"ans_{uuid4().hex}",
            snapshot=snapshot,
            searched=searched,
            undated_left_out=undated,
            timings_ms=clock.read(),
        )
        yield from tell_changes(told, answer.claims)
        told = answer.claims
    if answer and not leave.is_gone:
        yield reader.word(answer, leave)


def restate(request: AskRequest, search: Search, reader: Reader, leave: Leave) -> str:
    """The question as it stands alone: by the words of those before it where they tell, else as the reader has it."""
    if not request.history:
        return request.question
    with search.reader.view() as view:
        outlets = [outlet.name for outlet in view.outlets()]
    asked = [turn.content for turn in request.history if turn.role == "user" and len(turn.content) <= MAX_QUESTION]
    text = stand_alone(request.question, asked, outlets)
    return text if text != request.question else reader.restate(text, request.history, leave) or text


def read_question(request: AskRequest, text: str, view: View, words: Words) -> Query:
    """The query of a question as it stands alone, with what it names that this state of the corpus has, and has not."""
    outlets = [outlet.name for outlet in view.outlets()]
    parse = partial(
        parse_question,
        text,
        filters=request.filters(),
        sources=request.sources,
        outlets=outlets,
        articles=[one for one in find_article_ids(text) if view.counts(Filters(articles=(one,))).articles],
        today=request.today or datetime.now(UTC).date(),
    )
    query = parse()
    # "The Homs article" is on Homs: a name of the corpus that nobody cites is no outlet that it lacks.
    strangers = [one.words for one in query.mentions if one.tells and not one.outlets]
    plain = [one for one in find_uncited(view, strangers) if all(map(words.frequency, words.stems(one)))]
    if plain:
        query = parse(plain=plain)
    told = [label for label in query.filters.outlets if label not in request.outlets]
    beside = (*query.cited, *told)
    uncited = find_uncited(view, (*query.sources, *beside))
    absent = [one for one in (*query.sources, *query.cited) if one in uncited]
    return replace(
        query,
        cited=tuple(one for one in beside if one not in uncited),
        unknown=(*view.unknown_outlets(query.filters.outlets), *absent),
        follow_up=request.question if text != request.question else "",
    )


def find_uncited(view: View, names: Sequence[str]) -> list[str]:
    """Those of the names that no statement cites."""
    filed = [file_source(one, load_aliases()) for one in names]
    unfound = view.unknown_sources(filed)
    return [name for name, key in zip(names, filed, strict=True) if key in unfound]


def find_passages(view: View, search: Search, query: Query, k: int) -> Found:
    """The `k` best passages: of the outlets it is confined to and, where those are cited too, of who cites them.

    Where it asks what an article left out, of the text of the best one in all who carry it, too.
    """
    found = choose_passages(view, search, query.search, query.filters, k)
    beside: list[Filters] = []
    if query.cited:
        sources = tuple(file_source(one, load_aliases()) for one in query.cited)
        beside.append(replace(query.filters, outlets=(), sources=sources))
    if query.kind == "left_out" and found.hits and not query.filters.articles:
        first = found.hits[0].passage.article_id
        carriers = view.carriers(first, MOST_CARRIERS)
        beside += [replace(query.filters, articles=(first, *carriers))] if carriers else []
    hits = [choose_passages(view, search, query.search, one, k).hits for one in beside]
    return Found(merge_hits([found.hits, *hits], k), found.vector)


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


def tell_changes(told: Sequence[Claim], claims: Sequence[Claim]) -> Iterator[Claim | Retraction]:
    """What is to be told where the one was told before: claims by their ids, new or changed, and those taken back."""
    before, after = {one.id: one for one in told}, {one.id for one in claims}
    yield from (Retraction(id=one.id, why=phrase("retracted")) for one in told if one.id not in after)
    yield from (one for one in claims if before.get(one.id) != one)


def name_snapshot(view: View) -> str:
    """The state of the corpus that an answer is of."""
    return f"{view.meta()['store'][:8]}-{view.sequence()}"


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
        """End a step, or a further part of it."""
        now = time.perf_counter()
        self._laps[name] = round(self._laps.get(name, 0.0) + (now - self._last) * 1000, 1)
        self._last = now

    def read(self) -> dict[str, float]:
        """Steps and total so far."""
        return {**self._laps, "total": round((time.perf_counter() - self._start) * 1000, 1)}
