"""Vectors by what they were made from, so that nothing is encoded twice; knows no model."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.records import Passage, Span
from index.store import rows
from index.store.connect import Connection, next_key

Vectors = tuple[NDArray[np.float32], NDArray[np.int8]]
TitleVector = tuple[bytes, NDArray[np.float32]]  # with its hash

# Vectors kept of passages whose article was replaced, some 4 kB each.
KEPT = 10_000
_FILLED = 2000  # passages to a transaction of `fill_hashes`


def hash_passage(model: Mapping[str, str], text: str, sentences: Sequence[Span]) -> bytes:
    """Equal for what has equal vectors: one model in one precision, one text, the same sentences within it."""
    parts = [model["fingerprint"], model["precision"], sentences, text]
    return hashlib.blake2b(json.dumps(parts).encode(), digest_size=16).digest()


def find_vectors(connection: Connection, hashes: Iterable[bytes], dimension: int) -> dict[bytes, Vectors]:
    """For each of the hashes that is held, its vector `(d,)` and those of its sentences `(s, d)`; a title has none."""
    select = (
        "SELECT p.vector, s.vectors FROM passages AS p JOIN sentence_vectors AS s ON s.passage = p.pk WHERE p.hash = ?1"
        " UNION ALL SELECT vector, x'' FROM title_vectors WHERE hash = ?1"
        " UNION ALL SELECT vector, sentences FROM kept_vectors WHERE hash = ?1"
    )
    found: dict[bytes, Vectors] = {}
    for one in dict.fromkeys(hashes):
        for vector, sentences in connection.execute(select, (one,)):
            if len(vector) == 4 * dimension and len(sentences) % dimension == 0:  # else it is damaged
                found[one] = np.frombuffer(vector, "<f4"), np.frombuffer(sentences, np.int8).reshape(-1, dimension)
                break
    return found


def insert_passages(
    connection: Connection,
    article: int,
    seq: int,
    passages: Sequence[Passage],
    vectors: NDArray[np.float32],
    sentence_vectors: Sequence[NDArray[np.int8]],
    hashes: Sequence[bytes],
) -> None:
    """Store an article's passages with their vectors; without `hashes` these are worked out later."""
    first = next_key(connection, "passages")
    digests: Sequence[bytes | None] = hashes or [None] * len(passages)
    own = [(p.n, p.start, p.end, p.first, p.last) for p in passages]
    blobs = [vector.astype("<f4").tobytes() for vector in vectors]
    connection.executemany(
        'INSERT INTO passages (pk, article, seq, n, start, "end", first, last, vector, hash)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (first + n, article, seq, *columns, vector, digest)
            for n, (columns, vector, digest) in enumerate(zip(own, blobs, digests, strict=True))
        ],
    )
    sentences = [
        (first + n, rows.astype(np.int8).tobytes())
        for n, (_, rows) in enumerate(zip(own, sentence_vectors, strict=True))
    ]
    connection.executemany("INSERT INTO sentence_vectors VALUES (?, ?)", sentences)


def insert_title(connection: Connection, article: int, title: TitleVector) -> None:
    """Store the vector of an article's title."""
    digest, vector = title
    row = article, digest, vector.astype("<f4").tobytes()
    connection.execute("INSERT INTO title_vectors VALUES (?, ?, ?)", row)


def add_titles(connection: Connection, titles: Mapping[str, TitleVector], seq: int) -> None:
    """Store the vectors of titles by their articles' ids, whose passages are then new to the caches."""
    for article_id, title in titles.items():
        (pk,) = connection.execute("SELECT pk FROM articles WHERE id = ?", (article_id,)).fetchone()
        insert_title(connection, pk, title)
        connection.execute("UPDATE passages SET seq = ? WHERE article = ?", (seq, pk))


def keep_vectors(connection: Connection, article_id: str) -> None:
    """Keep the vectors of an article that is about to be replaced, whose text is kept as a version."""
    connection.execute(
        "INSERT OR REPLACE INTO kept_vectors (hash, vector, sentences, article)"
        " SELECT p.hash, p.vector, s.vectors, a.id FROM articles AS a JOIN passages AS p ON p.article = a.pk"
        " JOIN sentence_vectors AS s ON s.passage = p.pk WHERE a.id = ?1 AND p.hash IS NOT NULL"
        " UNION ALL SELECT t.hash, t.vector, x'', a.id FROM articles AS a JOIN title_vectors AS t ON t.article = a.pk"
        " WHERE a.id = ?1",
        (article_id,),
    )
    connection.execute("DELETE FROM kept_vectors WHERE pk <= (SELECT max(pk) FROM kept_vectors) - ?", (KEPT,))


def drop_vectors(connection: Connection, article_id: str) -> None:
    """Forget the vectors that are kept of an article's replaced versions."""
    connection.execute("DELETE FROM kept_vectors WHERE article = ?", (article_id,))


def fill_hashes(connection: Connection, model: Mapping[str, str]) -> None:
    """Work out the hashes of passages that were stored without; what is interrupted goes on where it stopped."""
    select = "SELECT DISTINCT article FROM (SELECT article FROM passages WHERE hash IS NULL LIMIT ?)"
    while articles := connection.execute(select, (_FILLED,)).fetchall():
        connection.execute("BEGIN IMMEDIATE")
        for (article,) in articles:
            text, spans = connection.execute("SELECT text, sentences FROM articles WHERE pk = ?", (article,)).fetchone()
            sentences = rows.load_spans(spans)
            passages = connection.execute(
                'SELECT pk, start, "end", first, last FROM passages WHERE article = ?', (article,)
            ).fetchall()
            hashes = [
                (hash_passage(model, text[start:end], place_sentences(sentences[first : last + 1], start)), pk)
                for pk, start, end, first, last in passages
            ]
            connection.executemany("UPDATE passages SET hash = ? WHERE pk = ?", hashes)
        connection.execute("COMMIT")


def place_sentences(sentences: Sequence[Span], start: int) -> tuple[Span, ...]:
    """Sentences of an article as they lie within the passage that starts at `start`."""
    return tuple(Span(one.start - start, one.end - start) for one in sentences)
