"""Candidates from a few written articles, with the real embedder and the real word index."""

from pathlib import Path

import numpy as np

from index.attribution.read import read_statements
from index.reading.sentences import split_sentences
from index.records import Article, CopyGroup, Line, Masthead, Outlet, Sentence, Span, Title, passage_id, sentence_id
from index.search.embedding import Embedder
from index.search.words import WordRow, Words
from index.store.held import hold_statements
from service.answering.answer import Answer, Searched
from service.answering.compose import compose_answer
from service.answering.quote_reader import QuoteReader, recognise_names
from service.answering.reading import Candidates, Lexicon
from service.question import parse_question


def article(identity: str, text: str, title: str | None = None, outlet: str | None = None) -> Article:
    """One line, one paragraph; all body."""
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Line(at, at + len(line), "body", "given"))
        at += len(line) + 1
    head = Masthead(Outlet(outlet, "declared") if outlet else Outlet(), Title(title, "declared") if title else Title())
    return Article(identity, "0123456789abcdef", text, tuple(lines), head)


def candidates(
    question: str, articles: list[Article], embedder: Embedder, folder: Path, copies: tuple[CopyGroup, ...] = ()
) -> Candidates:
    """Every sentence of the articles, for a question."""
    neighbours: dict[str, tuple[Sentence, ...]] = {}
    rows = []
    for one in articles:
        spans = split_sentences(one.text, one.lines)
        key = (one.id, one.version)
        neighbours[one.id] = tuple(
            Sentence(sentence_id(*key, n), one.id, n, span.start, span.end, passage_id(*key, 0))
            for n, span in enumerate(spans)
        )
        whole = [Span(span.start, span.end) for span in spans]
        rows.append(embedder.encode_passages([one.text], [whole])[0].sentences)
    words = Words(folder, {"store": "test"})
    words.write([WordRow(n, one.text, one.id, None, None, None) for n, one in enumerate(articles)], (), 1)
    return Candidates(
        sentences=tuple(sentence for own in neighbours.values() for sentence in own),
        vectors=np.concatenate(rows),
        question=embedder.encode_query(question),
        articles={one.id: one for one in articles},
        neighbours=neighbours,
        lexicon=Lexicon(words.stems, words.frequency, words.count),
        statements={
            one.id: hold_statements(read_statements(one, split_sentences(one.text, one.lines))) for one in articles
        },
        copies=copies,
    )


def answer(question: str, articles: list[Article], embedder: Embedder, folder: Path) -> Answer:
    """Read and composed."""
    found = candidates(question, articles, embedder, folder)
    query = recognise_names(parse_question(question), found)
    searched = Searched(articles=len(articles), outlets=0, unnamed=len(articles), undated=len(articles))
    draft = QuoteReader().choose(query, found)
    return compose_answer(
        query, draft, found, answer_id="ans_1", snapshot="s", searched=searched, timings_ms={"total": 1.0}
    )
