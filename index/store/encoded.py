"""Vectors by what they were made from, so that nothing is encoded twice; knows no model."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.records import Span
from index.store import rows
from index.store.connect import Connection

Vectors = tuple[NDArray[np.float32], NDArray[np.int8]]

# Vectors kept of passages that were taken out, some 4 kB each.
KEPT = 10_000
_FILLED = 2000  # passages to a transaction of `fill_hashes`


def hash_passage(model: Mapping[str, str], text: str, sentences: Sequence[Span]) -> bytes:
    """Equal for what has equal vectors: one model in one precision, one text, the same sentences within it."""
    parts = [model["fingerprint"], model["precision"], sentences, text]
    return hashlib.blake2b(json.dumps(parts).encode(), digest_size=16).digest()


def find_vectors(connection: Connection, hashes: Iterable[bytes], dimension: int) -> dict[bytes, Vectors]:
    """For each of the hashes that is held, its vector `(d,)` and those of its sentences `(s, d)`."""
    select = (
        "SELECT p.vector, s.vectors FROM passages AS p JOIN sentence_vectors AS s ON s.passage = p.pk WHERE p.hash = ?1"
        " UNION ALL SELECT vector, sentences FROM kept_vectors WHERE hash = ?1"
    )
    found: dict[bytes, Vectors] = {}
    for one in dict.fromkeys(hashes):
        for vector, sentences in connection.execute(select, (one,)):
            if len(vector) == 4 * dimension and len(sentences) % dimension == 0:  # else it is damaged
                found[one] = np.frombuffer(vector, "<f4"), np.frombuffer(sentences, np.int8).reshape(-1, dimension)
                break
    return found


def keep_vectors(connection: Connection, article: int) -> None:
    """Keep the vectors of an article (its row number) that is about to be deleted."""
    connection.execute(
        "INSERT OR REPLACE INTO kept_vectors (hash, vector, sentences) SELECT p.hash, p.vector, s.vectors FROM passages"
        " AS p JOIN sentence_vectors AS s ON s.passage = p.pk WHERE p.article = ? AND p.hash IS NOT NULL ORDER BY p.pk",
        (article,),
    )
    connection.execute("DELETE FROM kept_vectors WHERE pk <= (SELECT max(pk) FROM kept_vectors) - ?", (KEPT,))


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
