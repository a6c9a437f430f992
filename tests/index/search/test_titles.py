"""An article is found by its title, which is no passage and is never cited."""

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from index.build import index_articles
from index.errors import DamagedError
from index.records import Declared, Filters, RawArticle
from index.search.check import check_index
from index.search.embedding import Embedder, to_unit
from index.search.search import Search, describe_model
from index.search.titles import WEIGHT, join_titles
from index.search.words import WordRow, Words
from index.store.values import AddedRow
from index.store.writer import Writer

TEXT = (
    "The mayor of the town said on Monday that the work would be finished by the end of the year, and not before it.\n"
)
TITLE = "Bridge over the Arval reopens"


def row(vector: list[float], title: list[float] | None) -> AddedRow:
    own, other = (None if one is None else np.array(one, "<f4").tobytes() for one in (vector, title))
    return AddedRow(1, "", own or b"", "a", None, None, None, "T", other)


@pytest.fixture
def titled(tmp_path: Path, embedder: Embedder) -> Path:
    raw = [
        RawArticle("plain", "plain.txt", Declared(), text=TEXT),
        RawArticle("titled", "titled.txt", Declared(title=TITLE), text=TEXT.replace("Monday", "Tuesday")),
    ]
    with Writer(tmp_path, describe_model(embedder)) as writer:
        assert [one.status for one in index_articles(raw, writer, embedder)] == ["created", "created"]
        search = Search(tmp_path, embedder)
        search.catch_up()
        search.save()
    return tmp_path


def faults(folder: Path, embedder: Embedder) -> list[str]:
    return [fault for _, found in check_index(Search(folder, embedder)) for fault in found]


def test_a_passage_without_a_title_keeps_its_vector_and_one_with_it_leans_to_it() -> None:
    joined = join_titles([row([1, 0], None), row([1, 0], [0, 1])], 2)
    length = (1 + WEIGHT**2) ** 0.5
    assert joined.tolist() == [[1, 0], [pytest.approx(1 / length), pytest.approx(WEIGHT / length)]]


@pytest.mark.parametrize(("vector", "title"), [([1.0], None), ([1.0, 0.0], [1.0])])
def test_a_vector_that_is_not_whole_is_named(vector: list[float], title: list[float] | None) -> None:
    with pytest.raises(DamagedError, match="article a: a vector"):
        join_titles([row(vector, title)], 2)


def test_words_find_by_the_title_and_count_a_word_as_often_as_it_is_asked_for(tmp_path: Path) -> None:
    words = Words(tmp_path, {"store": "one"})
    texts = {1: ("Rain fell.", "Bridge reopens"), 2: ("Rain fell.", None), 3: ("A ferry sank.", None)}
    words.write([WordRow(key, text, f"a{key}", None, None, None, title) for key, (text, title) in texts.items()], (), 1)
    assert list(words.search("bridges", 9, Filters(), ())) == [1]
    assert next(iter(words.search("rain ferry ferry ferry", 9, Filters(), ()))) == 3
    assert next(iter(words.search("ferry rain rain rain rain", 9, Filters(), ()))) == 1
    assert words.frequency("bridg") == 0


def test_an_article_is_found_by_a_title_that_its_body_does_not_hold(titled: Path, embedder: Embedder) -> None:
    search = Search(titled, embedder)
    with search.reader.view() as view:
        hits = search.search_passages(view, "Which bridge over the Arval reopens?", Filters(), 5).hits
        assert [(hit.passage.article_id, hit.vectors) for hit in hits] == [("titled", 1), ("plain", 2)]
        article = view.article("titled")
        assert all(TITLE not in article.text[hit.passage.start : hit.passage.end] for hit in hits)
        title = embedder.encode_passages([TITLE], [()])[0].vector
        passage = view.passages_of("titled")[0]
        text = article.text[passage.start : passage.end]
        own = embedder.encode_passages([text], [()])[0].vector
    held = search.vectors.rows()
    assert np.allclose(held[2], to_unit(own + np.float32(WEIGHT) * title), atol=1e-6)
    assert faults(titled, embedder) == []


def test_a_damaged_title_is_a_fault_of_the_store(titled: Path, embedder: Embedder) -> None:
    with sqlite3.connect(titled / "byline.sqlite") as store:
        store.execute("UPDATE title_vectors SET vector = zeroblob(length(vector))")
    assert "article titled: its title's vector is not of unit length" in faults(titled, embedder)


def test_a_title_that_comes_back_is_not_encoded_again(titled: Path, embedder: Embedder) -> None:
    with sqlite3.connect(titled / "byline.sqlite") as store:
        digest, kept = store.execute("SELECT hash, vector FROM title_vectors").fetchone()
    with Writer(titled, describe_model(embedder)) as writer:
        vector, sentences = writer.vectors_of([digest])[digest]
        assert (vector.tobytes(), sentences.shape) == (kept, (0, embedder.dimension))
        new = RawArticle("titled", "titled.txt", Declared(title="Other"), text=TEXT)
        assert [one.status for one in index_articles([new], writer, embedder)] == ["updated"]
        assert writer.vectors_of([digest])[digest][0].tobytes() == kept
        writer.delete(["titled"])
        assert writer.vectors_of([digest]) == {}
