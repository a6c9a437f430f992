"""Outside articles read into memory, with vectors kept in a cache folder; for benchmarks only, it stores no index."""

import gzip
import hashlib
import json
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import index.reading.passages as passages_module
import index.reading.sentences as sentences_module
from index.attribution.read import read_statements
from index.reading.passages import fit_sentences, split_passages
from index.reading.sentences import split_sentences
from index.records import (
    Article,
    Filters,
    Line,
    Masthead,
    Passage,
    Sentence,
    Span,
    Title,
    passage_id,
    sentence_id,
)
from index.search.embedding import Embedder
from index.search.fuse import fuse_scores
from index.search.words import WordRow, Words
from index.store.held import Statements, hold_statements
from service.answering.reading import Candidates, Lexicon

DEPTH = 50  # how deep words and vectors are each searched
_BATCH = 64  # articles encoded at once, and the step in which the cache is written


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Articles with their sentences and vectors: row `i` of `vectors` (int8) belongs to `sentences[i]`."""

    articles: dict[str, Article]
    sentences: tuple[Sentence, ...]
    vectors: NDArray[np.int8]
    passages: tuple[Passage, ...]
    passage_vectors: NDArray[np.float32]


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def make_article(identity: str, title: str | None, text: str) -> Article:
    """An article whose every non-empty line is body, as a data set gives it."""
    version = hashlib.sha256(text.encode()).hexdigest()
    lines = tuple(Line(low, high, "body", "given") for low, high in _line_spans(text))
    head = Masthead(title=Title(title, "declared")) if title else Masthead()
    return Article(identity, version, text, lines, head)


def open_newsroom(articles: Sequence[Article], embedder: Embedder, cache: Path) -> Newsroom:
    """The articles' sentences, passages and vectors; what has been encoded before is read from `cache`."""
    cache.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    parts: list[_Part] = []
    for low in range(0, len(articles), _BATCH):
        parts.extend(
            _encode([_cut(article, embedder, cache) for article in articles[low : low + _BATCH]], embedder, cache)
        )
        print(f"\r{len(parts)} of {len(articles)} articles, {time.perf_counter() - began:.0f} s", end="", flush=True)
    print()
    return Newsroom(
        {article.id: article for article in articles},
        tuple(sentence for part in parts for sentence in part.sentences),
        np.concatenate([part.vectors for part in parts]),
        tuple(passage for part in parts for passage in part.passages),
        np.concatenate([part.passage_vectors for part in parts]),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    article: Article
    sentences: tuple[Sentence, ...]
    passages: tuple[Passage, ...]
    vectors: NDArray[np.int8]
    passage_vectors: NDArray[np.float32]


def _cut(article: Article, embedder: Embedder, cache: Path) -> _Part:
    """The article's sentences and passages, the vectors still empty; kept as long as the splitting is the same."""
    code = b"".join(Path(module.__file__ or "").read_bytes() for module in (sentences_module, passages_module))
    key = hashlib.sha256(code + embedder.fingerprint.encode() + article.version.encode()).hexdigest()[:24]
    kept = cache / f"cut-{key}.npz"
    if not kept.exists():
        limit, count = embedder.limit, embedder.count_pieces
        spans = fit_sentences(article.text, split_sentences(article.text, article.lines), count, limit)
        passages = split_passages((article.id, article.version), article.text, spans, article.lines, count, limit)
        rows = [(one.start, one.end, one.first, one.last) for one in passages]
        _keep(kept, spans=np.array(spans, np.int64).reshape(-1, 2), rows=np.array(rows, np.int64).reshape(-1, 4))
    with np.load(kept, allow_pickle=False) as arrays:
        return _fill_in(article, arrays["spans"].tolist(), arrays["rows"].tolist(), embedder.dimension)


def _fill_in(article: Article, spans: list[list[int]], rows: list[list[int]], d: int) -> _Part:
    key = (article.id, article.version)
    passages = tuple(Passage(passage_id(*key, n), article.id, n, *row) for n, row in enumerate(rows))
    home: dict[int, str] = {}
    for passage in passages:
        for n in range(passage.first, passage.last + 1):
            home.setdefault(n, passage.id)
    sentences = tuple(
        Sentence(sentence_id(*key, n), article.id, n, low, high, home[n]) for n, (low, high) in enumerate(spans)
    )
    return _Part(article, sentences, passages, np.zeros((len(spans), d), np.int8), np.zeros((len(rows), d), "f4"))


def _encode(parts: Sequence[_Part], embedder: Embedder, cache: Path) -> list[_Part]:
    """The parts with their vectors, those not in the cache encoded together, so that batches are full."""
    files = [cache / f"{_fingerprint(part, embedder)}.npz" for part in parts]
    missing = [part for part, file in zip(parts, files, strict=True) if not file.exists()]
    texts = [part.article.text[p.start : p.end] for part in missing for p in part.passages]
    spans = [
        [Span(s.start - p.start, s.end - p.start) for s in part.sentences[p.first : p.last + 1]]
        for part in missing
        for p in part.passages
    ]
    encoded = iter(embedder.encode_passages(texts, spans))
    for part in missing:
        for passage, one in zip(part.passages, encoded, strict=False):
            part.passage_vectors[passage.n] = one.vector
            part.vectors[passage.first : passage.last + 1] = one.sentences
        file = cache / f"{_fingerprint(part, embedder)}.npz"
        _keep(file, sentences=part.vectors, passages=part.passage_vectors)
    full: list[_Part] = []
    for part, file in zip(parts, files, strict=True):
        with np.load(file, allow_pickle=False) as arrays:
            full.append(replace(part, vectors=arrays["sentences"], passage_vectors=arrays["passages"]))
    return full


def _keep(file: Path, **arrays: NDArray[Any]) -> None:
    """Written whole or not at all, so that a run that is stopped leaves a sound cache."""
    half = file.with_suffix(f".{os.getpid()}.half.npz")
    np.savez(half, **arrays)  # type: ignore[arg-type]
    half.replace(file)


def _fingerprint(part: _Part, embedder: Embedder) -> str:
    spans = [(s.start, s.end) for s in part.sentences], [(p.start, p.end) for p in part.passages]
    return hashlib.sha256(f"{embedder.fingerprint} {part.article.version} {spans}".encode()).hexdigest()[:24]


def _line_spans(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


@dataclass(frozen=True, slots=True)
class Desk:
    """A newsroom with its word index: finds passages as the product does, words and vectors fused."""

    room: Newsroom
    words: Words
    of_passage: dict[str, range]
    of_article: dict[str, range]
    stated: dict[str, Statements] = field(default_factory=dict)

    @property
    def lexicon(self) -> Lexicon:
        """Stems and frequencies over the passages."""
        return Lexicon(self.words.stems, self.words.frequency, len(self.room.passages))

    def find(self, search: str, question: NDArray[np.float32], k: int) -> Candidates:
        """The sentences of the `k` best passages, each once, best passage first."""
        cosines = self.room.passage_vectors @ question
        by_vectors = {int(key): float(cosines[key]) for key in np.argsort(-cosines, kind="stable")[:DEPTH]}
        by_words = self.words.search(search, DEPTH, Filters(), ())
        passages = [self.room.passages[key] for key in list(fuse_scores(DEPTH, by_words, by_vectors))[:k]]
        rows = list(dict.fromkeys(row for passage in passages for row in self.of_passage[passage.id]))
        keys = dict.fromkeys(passage.article_id for passage in passages)
        return Candidates(
            sentences=tuple(self.room.sentences[row] for row in rows),
            vectors=self.room.vectors[rows],
            question=question,
            articles={key: self.room.articles[key] for key in keys},
            neighbours={key: tuple(self.room.sentences[row] for row in self.of_article[key]) for key in keys},
            lexicon=self.lexicon,
            statements={key: self._state(key) for key in keys},
        )

    def _state(self, article_id: str) -> Statements:
        """The article's statements, read at first need."""
        if article_id not in self.stated:
            spans = [
                Span(one.start, one.end) for one in map(self.room.sentences.__getitem__, self.of_article[article_id])
            ]
            self.stated[article_id] = hold_statements(read_statements(self.room.articles[article_id], spans))
        return self.stated[article_id]


def open_desk(room: Newsroom, folder: Path) -> Desk:
    """The room's passages in a word index under `folder`, made anew."""
    of_article: dict[str, range] = {}
    for row, sentence in enumerate(room.sentences):
        low = of_article[sentence.article_id].start if sentence.article_id in of_article else row
        of_article[sentence.article_id] = range(low, row + 1)
    of_passage = {
        one.id: range(of_article[one.article_id].start + one.first, of_article[one.article_id].start + one.last + 1)
        for one in room.passages
    }
    spans = [(one.article_id, one.start, one.end) for one in room.passages]
    return Desk(room, index_words(room, spans, folder), of_passage, of_article)


def index_words(room: Newsroom, spans: Sequence[tuple[str, int, int]], folder: Path) -> Words:
    """A word index of spans of the room's articles; a span's key is its place in `spans`."""
    words = Words(folder, {"store": "benchmark"})
    words.clear()
    rows = [
        WordRow(key, room.articles[article].text[low:high], article, None, None, None)
        for key, (article, low, high) in enumerate(spans)
    ]
    words.write(rows, (), 1)
    return words
