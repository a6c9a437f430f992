"""Bytes to stored article, on one screen: read, split, encode, store; the order of an article's life.

While passages are encoded, in threads, the articles after them are read and those before them stored.
"""

import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Literal

import numpy as np

from index.attribution.found import Parser
from index.attribution.read import read_statements
from index.attribution.sources import file_sources
from index.copies.finding.shingles import shingle_body
from index.encoding import Encoding, cut_passage
from index.errors import ReadError
from index.reading.html.page import read_html
from index.reading.language import detect_language
from index.reading.lines.label import label_lines
from index.reading.masthead.read import read_masthead
from index.reading.passages import CountPieces, fit_sentences, split_passages
from index.reading.sentences import split_sentences
from index.records import Article, Line, Masthead, PageHints, RawArticle
from index.search.embedding import Embedder
from index.search.search import describe_model
from index.store.encoded import hash_passage
from index.store.rows import hash_article, line_key
from index.store.statements import dump_statements
from index.store.writer import Prepared, Writer

# Raised when reading changes, so that what was read by older rules is read again.
READING = 2
# Articles to a transaction: enough for full batches of passages, few enough to lose little.
BATCH = 16
# Batches that may wait, read, behind the one that is to be stored next: so that no core is without passages while
# others are read, and no more is held in memory than three batches.
_AHEAD = 2
# Of an article's body lines, the share that may recur over its outlet's pages before it is a copy of them instead.
_COPY = 0.5

Received = RawArticle | ReadError
# Those of some lines, by their hashes, that recur over the articles of an outlet.
FindRecurring = Callable[[str | None, frozenset[int]], frozenset[int]]


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
    """Read, encode and store articles, a batch to a transaction; each outcome comes once it is on disk, in order.

    With a `parser`, more statements are found than by the rules alone. What is stored depends on the articles and
    their order alone: not on how they fall into batches, nor on how long anything takes.
    """
    ahead: deque[_Batch] = deque()
    try:
        for batch in _batches(received):
            ids = {one.id for one in batch if isinstance(one, RawArticle)}
            # What replaces an article is read when that is stored.
            while len(ahead) > _AHEAD or any(one.article.id in ids for held in ahead for one in held.prepared):
                yield from _store(ahead.popleft(), writer)
            ahead.append(_begin(batch, ahead, writer, embedder, parser))
        while ahead:
            yield from _store(ahead.popleft(), writer)
    finally:
        for left in ahead:
            left.encoding.cancel()


def read_article(raw: RawArticle, find_recurring: FindRecurring | None = None) -> Article:
    """Lines, masthead and language of an article as it came in; ReadError where there is no article in it.

    `find_recurring` says, by their hashes, which of its lines recur over its outlet's other articles.
    """
    declared = raw.declared
    if raw.html is not None:
        page = read_html(raw.html, raw.path)
        text, labelled, hints = page.text, page.lines, page.hints
    else:
        text, hints = raw.text or "", None
        labelled = label_lines(text, title=declared.title)
    lines, masthead = _read_head(raw, text, labelled, hints)
    if find_recurring and (struck := find_recurring(masthead.outlet.name, _line_keys(text, labelled))):
        lines, masthead = _read_head(raw, text, _strike_recurring(text, labelled, struck), hints)
    body = [text[line.start : line.end] for line in lines if line.label == "body"]
    language = declared.language or detect_language("\n".join(body)) or (hints.language if hints else None)
    url = declared.url or (hints.url if hints else None)
    article = Article(raw.id, "", text, lines, masthead, url, language, raw.path)
    return replace(article, version=hash_article(article))


def _read_head(
    raw: RawArticle, text: str, labelled: tuple[Line, ...], hints: PageHints | None
) -> tuple[tuple[Line, ...], Masthead]:
    """The lines, with the labels that were declared, and the masthead that stands in them."""
    lines = _restore_lines(labelled, raw)
    if not any(text[line.start : line.end].strip() for line in lines if line.label == "body"):
        raise ReadError(raw.path, "no line of it reads as the body of an article; `lines` can restore what is one")
    try:
        return lines, read_masthead(text, lines, raw.declared, hints)
    except ValueError as error:
        raise ReadError(raw.path, str(error)) from error


def split_article(article: Article, received: str, embedder: Embedder, parser: Parser | None = None) -> Prepared:
    """Sentences, passages and statements of an article, not yet encoded."""
    text, lines = article.text, article.lines
    count = _count_once(embedder)
    sentences = fit_sentences(text, split_sentences(text, lines), count, embedder.limit)
    passages = split_passages((article.id, article.version), text, sentences, lines, count, embedder.limit)
    statements = read_statements(article, sentences, parser)
    model = describe_model(embedder)
    return Prepared(
        article,
        received,
        sentences,
        passages,
        np.zeros((0, 0), np.float32),
        (),
        _line_keys(text, [line for line in lines if line.label == "body"]),
        statements,
        file_sources(statements),
        tuple(hash_passage(model, *cut_passage(text, sentences, passage)) for passage in passages),
        dump_statements(article, statements),
        shingle_body(text, lines),
    )


def hash_received(raw: RawArticle, parser: Parser | None = None) -> str:
    """A hash of all that came in and of the rules by which it is read."""
    declared = {**asdict(raw.declared), "lines": sorted(raw.declared.lines.items())}
    parts = json.dumps([READING, bool(parser), raw.id, raw.text, raw.html, declared], ensure_ascii=True)
    return hashlib.sha256(parts.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Batch:
    """Articles that are stored together: what became of each, or the next of `prepared`, which are being encoded."""

    read: Sequence[Prepared | Outcome]
    prepared: Sequence[Prepared]
    encoding: Encoding


def _begin(
    batch: Sequence[Received], ahead: Iterable[_Batch], writer: Writer, embedder: Embedder, parser: Parser | None
) -> _Batch:
    """Read a batch, of which those `ahead` are not stored yet, and have its passages encoded."""
    before = [one for held in ahead for one in held.prepared]
    read: list[Prepared | Outcome] = []
    prepared: list[Prepared] = []
    for received in batch:
        one = _read(received, [*before, *prepared], writer, embedder, parser)
        read.append(one)
        prepared += [one] if isinstance(one, Prepared) else []
    under_way = {key for held in ahead for key in held.encoding.begun}
    return _Batch(read, prepared, Encoding(prepared, embedder, writer.vectors_of, under_way))


def _store(batch: _Batch, writer: Writer) -> Iterator[Outcome]:
    stored = iter(writer.put(batch.encoding.finish()) if batch.prepared else [])
    for one in batch.read:
        if isinstance(one, Outcome):
            yield one
        else:
            yield Outcome(one.article.id, one.article.path or "", next(stored))


def _read(
    one: Received, ahead: Sequence[Prepared], writer: Writer, embedder: Embedder, parser: Parser | None
) -> Prepared | Outcome:
    if isinstance(one, ReadError):
        return Outcome("", one.path, "error", one)
    received = hash_received(one, parser)
    if writer.received(one.id) == received:
        return Outcome(one.id, one.path, "unchanged")
    try:
        article = read_article(one, lambda outlet, lines: writer.recurring(outlet, lines, ahead))
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


def _count_once(embedder: Embedder) -> CountPieces:
    """The embedder's count of pieces, which is asked for the same sentences more than once."""
    known: dict[str, int] = {}

    def count(texts: Sequence[str]) -> list[int]:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(new, embedder.count_pieces(new), strict=True))
        return [known[text] for text in texts]

    return count


def _line_keys(text: str, lines: Iterable[Line]) -> frozenset[int]:
    return frozenset(line_key(text[line.start : line.end]) for line in lines)


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
