"""Bytes to stored article, on one screen: read, split, encode, store; the order of an article's life."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Literal

import numpy as np

from index.attribution.found import Parser
from index.attribution.read import read_statements
from index.attribution.sources import file_sources
from index.errors import ReadError
from index.reading.html.page import read_html
from index.reading.language import detect_language
from index.reading.lines.label import label_lines
from index.reading.masthead.read import read_masthead
from index.reading.passages import fit_sentences, split_passages
from index.reading.sentences import split_sentences
from index.records import Article, Line, Passage, RawArticle, Span
from index.search.embedding import Embedder
from index.store.rows import hash_article, line_key
from index.store.writer import Prepared, Writer

# Raised when reading changes, so that what was read by older rules is read again.
READING = 2
# Articles to a transaction: enough for full batches of passages, few enough to lose little.
BATCH = 16
# Of an article's body lines, the share that may recur over its outlet's pages before it is a copy of them instead.
_COPY = 0.5

Received = RawArticle | ReadError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article that came in; `error` says why where `status` is "error"."""

    id: str
    path: str
    status: Literal["created", "updated", "unchanged", "error"]
    error: ReadError | None = None


def index_articles(
    received: Iterable[Received], writer: Writer, embedder: Embedder, parser: Parser | None = None
) -> Iterator[Outcome]:
    """Read, encode and store articles, a batch to a transaction; each outcome comes once it is on disk.

    With a `parser`, more statements are found than by the rules alone.
    """
    for batch in _batches(received):
        read = [_read(one, writer, embedder, parser) for one in batch]
        prepared = encode_passages([one for one in read if isinstance(one, Prepared)], embedder)
        stored = iter(zip(prepared, writer.put(prepared) if prepared else [], strict=True))
        for one in read:
            if isinstance(one, Outcome):
                yield one
            else:
                ready, status = next(stored)
                yield Outcome(ready.article.id, ready.article.path or "", status)


def read_article(raw: RawArticle, recurring: frozenset[int] = frozenset()) -> Article:
    """Lines, masthead and language of an article as it came in; ReadError where there is no article in it.

    `recurring` are the hashes of the body lines that recur over its outlet's other articles.
    """
    declared = raw.declared
    if raw.html is not None:
        page = read_html(raw.html, raw.path)
        text, lines, hints = page.text, page.lines, page.hints
    else:
        text, hints = raw.text or "", None
        lines = label_lines(text, title=declared.title)
    lines = _strike_recurring(text, lines, recurring)
    lines = _restore_lines(lines, raw)
    body = [text[line.start : line.end] for line in lines if line.label == "body"]
    if not any(part.strip() for part in body):
        raise ReadError(raw.path, "no line of it reads as the body of an article; `lines` can restore what is one")
    try:
        masthead = read_masthead(text, lines, declared, hints)
    except ValueError as error:
        raise ReadError(raw.path, str(error)) from error
    language = declared.language or detect_language("\n".join(body)) or (hints.language if hints else None)
    url = declared.url or (hints.url if hints else None)
    article = Article(raw.id, "", text, lines, masthead, url, language, raw.path)
    return replace(article, version=hash_article(article))


def split_article(article: Article, received: str, embedder: Embedder, parser: Parser | None = None) -> Prepared:
    """Sentences, passages and statements of an article, not yet encoded."""
    text, lines = article.text, article.lines
    sentences = fit_sentences(text, split_sentences(text, lines), embedder.count_pieces, embedder.limit)
    key = (article.id, article.version)
    passages = split_passages(key, text, sentences, lines, embedder.count_pieces, embedder.limit)
    keys = frozenset(line_key(text[line.start : line.end]) for line in lines if line.label == "body")
    statements = read_statements(article, sentences, parser)
    vectors = np.zeros((0, 0), np.float32)
    return Prepared(article, received, sentences, passages, vectors, (), keys, statements, file_sources(statements))


def encode_passages(prepared: Sequence[Prepared], embedder: Embedder) -> list[Prepared]:
    """The same articles with the vectors of their passages and sentences, all encoded together."""
    parts = [[_cut(one, passage) for passage in one.passages] for one in prepared]
    once = list(dict.fromkeys(part for own in parts for part in own))  # copies of one text are encoded once
    encoded = embedder.encode_passages([text for text, _ in once], [spans for _, spans in once])
    vectors_of = dict(zip(once, encoded, strict=True))
    done = []
    for one, cut in zip(prepared, parts, strict=True):
        own = [vectors_of[part] for part in cut]
        vectors = np.stack([passage.vector for passage in own])
        done.append(replace(one, vectors=vectors, sentence_vectors=tuple(passage.sentences for passage in own)))
    return done


def _cut(one: Prepared, passage: Passage) -> tuple[str, tuple[Span, ...]]:
    """A passage's text and its sentences within it."""
    inside = one.sentences[passage.first : passage.last + 1]
    spans = tuple(Span(s.start - passage.start, s.end - passage.start) for s in inside)
    return one.article.text[passage.start : passage.end], spans


def hash_received(raw: RawArticle, parser: Parser | None = None) -> str:
    """A hash of all that came in and of the rules by which it is read."""
    declared = {**asdict(raw.declared), "lines": sorted(raw.declared.lines.items())}
    parts = json.dumps([READING, bool(parser), raw.id, raw.text, raw.html, declared], ensure_ascii=True)
    return hashlib.sha256(parts.encode()).hexdigest()


def _read(one: Received, writer: Writer, embedder: Embedder, parser: Parser | None) -> Prepared | Outcome:
    if isinstance(one, ReadError):
        return Outcome("", one.path, "error", one)
    received = hash_received(one, parser)
    if writer.received(one.id) == received:
        return Outcome(one.id, one.path, "unchanged")
    try:
        article = read_article(one)
        if recurring := writer.recurring(article.masthead.outlet.name):
            article = read_article(one, recurring)
    except ReadError as error:
        return Outcome(one.id, one.path, "error", error)
    return split_article(article, received, embedder, parser)


def _batches(received: Iterable[Received]) -> Iterator[list[Received]]:
    """Batches in which no id comes twice, so that each article's fate is its own."""
    batch: list[Received] = []
    ids: set[str] = set()
    for one in received:
        if len(batch) == BATCH or (isinstance(one, RawArticle) and one.id in ids):
            yield batch
            batch, ids = [], set()
        batch.append(one)
        ids.update([one.id] if isinstance(one, RawArticle) else [])
    if batch:
        yield batch


def _strike_recurring(text: str, lines: tuple[Line, ...], recurring: frozenset[int]) -> tuple[Line, ...]:
    body = [line for line in lines if line.label == "body"]
    struck = {line for line in body if line_key(text[line.start : line.end]) in recurring}
    if len(struck) > _COPY * len(body):
        return lines
    reason = "recurs over its outlet's pages"
    return tuple(replace(line, label="furniture", reason=reason) if line in struck else line for line in lines)


def _restore_lines(lines: tuple[Line, ...], raw: RawArticle) -> tuple[Line, ...]:
    wanted = dict(raw.declared.lines)
    restored = []
    for line in lines:
        label = wanted.pop(line.start, None)
        restored.append(line if label is None else replace(line, label=label, reason="declared"))
    if wanted:
        raise ReadError(raw.path, f"no line starts at {min(wanted)}; `lines` takes the `start` of a line as stored")
    return tuple(restored)
