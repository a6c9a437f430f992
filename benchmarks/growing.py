"""What adding and deleting costs in stores of 1,000 passages and more; run by `python -m benchmarks.indexing`.

Stores are filled with real articles whose words have changed places, and with random unit vectors.
"""

import random
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

import numpy as np

from index.copies.finding.shingles import shingle_body
from index.encoding import cut_passage
from index.records import RawArticle, passage_id
from index.search.embedding import Embedder
from index.search.search import describe_model
from index.store.encoded import hash_passage
from index.store.rows import hash_article, statement_prefix
from index.store.statements import dump_statements
from index.store.writer import Prepared
from service.library import Library

SIZES = (1_000, 10_000, 100_000)
ADDED = 100
_ROUNDS = 5
_WORD = re.compile(r"[^\W\d_]+")


def measure_growing(
    received: Sequence[RawArticle], prepared: Sequence[Prepared], folder: Path, embedder: Embedder, sizes: Sequence[int]
) -> Iterator[dict[str, float]]:
    """For each size, median and worst CPU seconds of adding 100 articles, deleting one and putting 100 again."""
    library = Library(folder, embedder)
    library.open()
    grown = _grow(prepared, describe_model(embedder), embedder.dimension)
    passages = 0
    for size in sizes:
        while passages < size:
            batch = list(islice(grown, ADDED))
            passages += sum(len(one.passages) for one in batch)
            _put(library, batch)
        adds, deletes, puts = [], [], []
        for _ in range(_ROUNDS):
            batch = list(islice(grown, ADDED))
            adds.append(_time(partial(_put, library, batch)))
            deletes += [_time(partial(library.delete, one.article.id)) for one in batch[:4]]
            _delete(library, [one.article.id for one in batch[4:]])
        for n in range(4):
            edited = [
                replace(one, declared=replace(one.declared, url=f"https://{n}.example/{one.id}")) for one in received
            ]
            puts.append(_time(partial(library.put, edited)))
        _delete(library, [one.id for one in received])
        yield {
            "passages": passages,
            "add 100 read and encoded, CPU s": float(np.median(adds)),
            "worst": max(adds),
            "delete one, CPU s": float(np.median(deletes)),
            "worst ": max(deletes),
            "put 100 again with other addresses, CPU s": float(np.median(puts[1:])),
            "saving at the end, CPU s": _time(library.close),
        }


def _put(library: Library, prepared: Sequence[Prepared]) -> None:
    library.write(lambda writer: writer.put(prepared))


def _delete(library: Library, article_ids: Sequence[str]) -> None:
    library.write(lambda writer: writer.delete(article_ids))


def _grow(prepared: Sequence[Prepared], model: dict[str, str], dimension: int) -> Iterator[Prepared]:
    """The articles again and again, each time with their words in other places; vectors at random."""
    chance = np.random.default_rng(1)
    for n in range(1 << 30):
        one = prepared[n % len(prepared)]
        text = _shuffle(one.article.text, n)
        article = replace(one.article, id=f"grown-{n}", text=text)
        article = replace(article, version=hash_article(article))
        old, new = (statement_prefix(kept.id, kept.version) for kept in (one.article, article))
        vectors = chance.standard_normal((len(one.passages), dimension), np.float32)
        statements = tuple(
            replace(
                s,
                id=new + s.id.removeprefix(old),
                article_id=article.id,
                joint=tuple(new + other.removeprefix(old) for other in s.joint),
            )
            for s in one.statements
        )
        yield replace(
            one,
            article=article,
            received=f"grown {n}",
            passages=tuple(
                replace(p, id=passage_id(article.id, article.version, p.n), article_id=article.id) for p in one.passages
            ),
            vectors=vectors / np.linalg.norm(vectors, axis=1, keepdims=True),
            statements=statements,
            statement_rows=dump_statements(article, statements),
            hashes=tuple(hash_passage(model, *cut_passage(text, one.sentences, p)) for p in one.passages),
            shingles=shingle_body(text, article.lines),
        )


def _shuffle(text: str, seed: int) -> str:
    """The text with its words in the places of others of their length, so that all that is known of it still fits."""
    places = defaultdict(list)
    for found in _WORD.finditer(text):
        places[len(found.group())].append(found.span())
    letters, chance = list(text), random.Random(seed)  # noqa: S311 - not for secrets
    for spans in places.values():
        for (start, end), (other, stop) in zip(spans, chance.sample(spans, len(spans)), strict=True):
            letters[start:end] = text[other:stop]
    return "".join(letters)


def _time(act: Callable[[], object]) -> float:
    """CPU seconds of the whole process, its threads included."""
    before = time.process_time()
    act()
    return time.process_time() - before
