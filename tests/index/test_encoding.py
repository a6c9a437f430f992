"""What has been encoded once is not encoded again, as long as the model, the text and its sentences are the same."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest

from index.build import index_articles, read_article, split_article
from index.encoding import Encoding
from index.records import Declared, RawArticle, Span
from index.search.embedding import Embedder
from index.search.search import describe_model
from index.store.encoded import KEPT, Vectors, find_vectors, hash_passage, keep_vectors
from index.store.writer import Prepared, Writer

PARAGRAPH = (
    "The council of {place} approved the budget on Monday, the mayor of {place} said. It will be spent on new schools,"
    " and on the road that leads from the harbour of {place} to its market, which the winter had left in a poor state."
    " Traders in {place} have asked for that road to be mended ever since the flood, when the bridge was closed for a"
    " month and the boats could not unload. The opposition voted against the budget, and said that {place} could not"
    " pay for schools while the hospital was short of nurses. A report on the hospital is to be laid before the"
    " council of {place} in the spring, after the auditors have seen the accounts of the last three years."
)


def raw(article_id: str, places: Iterable[str]) -> RawArticle:
    text = "\n\n".join(PARAGRAPH.format(place=place) for place in places)
    return RawArticle(article_id, article_id, Declared(), text=text)


@pytest.fixture
def writer(tmp_path: Path, embedder: Embedder) -> Iterator[Writer]:
    with Writer(tmp_path, describe_model(embedder)) as opened:
        yield opened


def split(one: RawArticle, embedder: Embedder) -> Prepared:
    return split_article(read_article(one), "", embedder)


def begun(one: RawArticle, writer: Writer, embedder: Embedder) -> int:
    """How many of an article's passages would be encoded."""
    return len(Encoding([split(one, embedder)], embedder, writer.vectors_of).begun)


def test_only_what_is_new_in_an_article_is_encoded(writer: Writer, embedder: Embedder) -> None:
    old, new = raw("a", ["Oslo", "Lima", "Quito"]), raw("a", ["Oslo", "Lima", "Accra"])
    total = begun(old, writer, embedder)
    list(index_articles([old], writer, embedder))
    assert begun(raw("copy", ["Oslo", "Lima", "Quito"]), writer, embedder) == 0
    assert 0 < begun(new, writer, embedder) < total
    list(index_articles([new], writer, embedder))
    assert begun(old, writer, embedder) == 0


def test_of_an_article_that_is_taken_out_no_vector_is_kept_nor_of_its_versions(
    writer: Writer, tmp_path: Path, embedder: Embedder
) -> None:
    versions = [raw("a", ["Oslo", "Lima", city]) for city in ("Quito", "Accra")]
    other = [raw("b", ["Lagos", city]) for city in ("Lomé", "Cotonou")]
    hashes = [{key for one in own for key in split(one, embedder).hashes} for own in (versions, other)]
    for one in versions + other:
        list(index_articles([one], writer, embedder))
    assert writer.vectors_of(hashes[0] | hashes[1]).keys() == hashes[0] | hashes[1]
    writer.delete(["a"])
    assert writer.vectors_of(hashes[0]) == {}
    assert writer.vectors_of(hashes[1]).keys() == hashes[1]
    kept = writer._connection.execute("SELECT DISTINCT article FROM kept_vectors").fetchall()
    assert kept == [("b",)]


def test_vectors_that_are_held_are_those_that_would_be_made(writer: Writer, embedder: Embedder) -> None:
    one = raw("a", ["Oslo", "Lima"])
    list(index_articles([one], writer, embedder))
    (held,) = Encoding([split(one, embedder)], embedder, writer.vectors_of).finish()
    (made,) = Encoding([split(one, embedder)], embedder, lambda _: {}).finish()
    assert np.array_equal(held.vectors, made.vectors)
    pairs = zip(held.sentence_vectors, made.sentence_vectors, strict=True)
    assert [np.array_equal(one, other) for one, other in pairs] == [True] * len(made.passages)


def test_a_passage_under_way_is_waited_for_not_encoded_again(embedder: Embedder) -> None:
    one = split(raw("a", ["Oslo"]), embedder)
    first = Encoding([one], embedder, lambda _: {})
    stored: dict[bytes, Vectors] = {}

    def find(hashes: Iterable[bytes]) -> Mapping[bytes, Vectors]:
        return {key: stored[key] for key in hashes if key in stored}

    second = Encoding([one, one], embedder, find, first.begun)
    (done,) = first.finish()
    stored |= zip(done.hashes, zip(done.vectors, done.sentence_vectors, strict=True), strict=True)
    assert second.begun == []
    assert [np.array_equal(copy.vectors, done.vectors) for copy in second.finish()] == [True, True]


def test_passages_stored_without_a_hash_are_known_once_the_store_is_opened_again(
    tmp_path: Path, embedder: Embedder
) -> None:
    one = raw("a", ["Oslo", "Lima"])
    with Writer(tmp_path, describe_model(embedder)) as writer:
        list(index_articles([one], writer, embedder))
        writer._connection.execute("UPDATE passages SET hash = NULL")
        assert begun(one, writer, embedder) > 0
    with Writer(tmp_path, describe_model(embedder)) as writer:
        assert begun(one, writer, embedder) == 0


@pytest.mark.parametrize("damaged", [b"", b"\0", b"\0" * 1537])
def test_damaged_vectors_are_not_passed_on(writer: Writer, embedder: Embedder, damaged: bytes) -> None:
    one = raw("a", ["Oslo"])
    list(index_articles([one], writer, embedder))
    writer._connection.execute("UPDATE passages SET vector = ?", (damaged,))
    assert begun(one, writer, embedder) == len(split(one, embedder).passages)


def test_a_hash_changes_with_all_that_changes_a_vector() -> None:
    model, spans = {"fingerprint": "f", "precision": "fp32"}, (Span(0, 3), Span(4, 7))
    hashes = [
        hash_passage(model, "One two", spans),
        hash_passage(model, "One two.", spans),
        hash_passage(model, "One two", spans[:1]),
        hash_passage({**model, "precision": "int8"}, "One two", spans),
        hash_passage({**model, "fingerprint": "g"}, "One two", spans),
    ]
    assert len(set(hashes)) == 5
    assert hash_passage(dict(model), "One two", list(spans)) == hashes[0]


def test_of_what_was_replaced_the_oldest_falls_away(writer: Writer, embedder: Embedder) -> None:
    one = raw("a", ["Oslo"])
    for version in (one, raw("a", ["Lima"])):
        list(index_articles([version], writer, embedder))
    connection: sqlite3.Connection = writer._connection
    kept = connection.execute("SELECT pk, hash FROM kept_vectors ORDER BY pk").fetchall()
    assert {key for _, key in kept} == set(split(one, embedder).hashes)
    connection.execute("UPDATE kept_vectors SET pk = pk + ? WHERE pk = ?", (KEPT, kept[-1][0]))
    keep_vectors(connection, "none")
    assert list(find_vectors(connection, [key for _, key in kept], embedder.dimension)) == [kept[-1][1]]
