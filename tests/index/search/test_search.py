"""Caches kept level with a store that moves on, is put back, or stands where nothing can be written."""

import json
import shutil
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index.build import index_articles
from index.errors import DamagedError, StoreError, UnknownIdError
from index.records import Declared, Filters, RawArticle
from index.search.check import check_index
from index.search.embedding import Embedder
from index.search.search import Search, describe_model
from index.search.vectors import write_file
from index.store.connect import lock_store
from index.store.writer import Writer

BEASTS = ("goat", "camel", "falcon", "lizard")


def put(folder: Path, embedder: Embedder, *beasts: str) -> None:
    """Store an article for each beast, and leave the caches as they are."""
    text = "Market of the {}s opens\n\nThe {} market opened on Monday, the mayor of the town said to a crowd.\n"
    raw = [RawArticle(one, f"{one}.txt", Declared(), text=text.replace("{}", one)) for one in beasts]
    with Writer(folder, describe_model(embedder)) as writer:
        assert [one.status for one in index_articles(raw, writer, embedder)] == ["created"] * len(beasts)


def save(folder: Path, embedder: Embedder) -> Search:
    search = Search(folder, embedder)
    search.catch_up()
    search.save()
    return search


def found(search: Search, query: str) -> list[str]:
    with search.reader.view() as view:
        return [hit.passage.article_id for hit in search.search_passages(view, query, Filters(), 10).hits]


def faults(search: Search) -> list[str]:
    return [fault for _, some in check_index(search) for fault in some]


def copy_store(folder: Path, to: Path) -> None:
    """As an operator copies a store back: the one file, and none that SQLite keeps beside it."""
    for file in to.glob("byline.sqlite*"):
        file.unlink()
    shutil.copy(folder / "byline.sqlite", to)


def test_an_older_copy_of_the_store_put_back_under_an_open_search_is_noticed(
    tmp_path: Path, embedder: Embedder
) -> None:
    data, kept = tmp_path / "data", tmp_path / "kept"
    put(data, embedder, "goat")
    shutil.copytree(data, kept)
    put(data, embedder, "camel")
    search = save(data, embedder)
    assert sorted(found(search, "market")) == ["camel", "goat"]
    copy_store(kept, data)
    assert found(search, "market") == ["goat"]
    assert (search.vectors.count, search.words.count) == (1, 1)
    assert faults(search) == faults(Search(data, embedder)) == []


def test_what_is_stored_after_an_older_copy_was_put_back_is_not_taken_for_what_was_lost(
    tmp_path: Path, embedder: Embedder
) -> None:
    data, kept = tmp_path / "data", tmp_path / "kept"
    put(data, embedder, "goat")
    shutil.copytree(data, kept)
    put(data, embedder, "camel")
    search = save(data, embedder)
    copy_store(kept, data)
    search.catch_up()
    put(data, embedder, "falcon")
    search.catch_up()
    assert found(search, "falcon market")[0] == "falcon"
    assert faults(search) == []


def test_another_store_that_has_come_to_the_same_number_is_not_taken_for_the_one_known(
    tmp_path: Path, embedder: Embedder
) -> None:
    data, kept = tmp_path / "data", tmp_path / "kept"
    put(data, embedder, "goat")
    shutil.copytree(data, kept)
    put(data, embedder, "camel")
    search = save(data, embedder)
    with search.reader.view() as view:
        sequence, text = view.sequence(), view.article("camel").text
    copy_store(kept, data)
    save(data, embedder)  # as another process does before it writes
    put(data, embedder, "falcon")
    save(data, embedder)
    assert found(search, "falcon market") == ["falcon", "goat"]
    with search.reader.view() as view:
        assert view.sequence() == sequence
        assert view.article("falcon").text == text.replace("camel", "falcon")
        with pytest.raises(UnknownIdError):
            view.article("camel")
    assert faults(search) == []


def test_words_that_are_stored_are_found_while_another_process_writes_more(
    tmp_path: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, embedder, "goat")
    other = save(tmp_path, embedder)
    server = Search(tmp_path, embedder)
    put(tmp_path, embedder, "camel")
    other.catch_up()
    committed, go_on = threading.Event(), threading.Event()

    def stall(path: Path, data: bytes) -> None:
        committed.set()
        assert go_on.wait(20)
        write_file(path, data)

    def write() -> None:
        with lock_store(tmp_path):
            other.catch_up()

    put(tmp_path, embedder, "falcon")
    monkeypatch.setattr("index.search.words.write_file", stall)
    with ThreadPoolExecutor(1) as pool, server.reader.view() as view:
        writing = pool.submit(write)
        assert committed.wait(20)
        threading.Timer(0.2, go_on.set).start()
        server.level(view)
        assert [server.words.frequency(beast) for beast in ("goat", "camel", "falcon")] == [1, 1, 1]
        writing.result(20)


def test_opening_a_search_takes_nothing_away_from_whoever_is_ahead_of_it(tmp_path: Path, embedder: Embedder) -> None:
    data = tmp_path / "data"
    put(data, embedder, "goat")
    save(data, embedder)
    stamp = data / "words.json"
    ahead = json.dumps({**json.loads(stamp.read_bytes()), "sequence": 10**6})
    stamp.write_text(ahead)
    Search(data, embedder)
    assert stamp.read_text() == ahead
    assert (data / "words" / "meta.json").exists()


def test_a_view_from_before_a_write_leaves_the_caches_where_they_are(tmp_path: Path, embedder: Embedder) -> None:
    put(tmp_path, embedder, "goat")
    search = save(tmp_path, embedder)
    with search.reader.view() as before:
        put(tmp_path, embedder, "camel")
        search.catch_up()
        sequence = search.vectors.sequence
        assert [hit.passage.article_id for hit in search.search_passages(before, "market", Filters(), 9).hits] == [
            "goat"
        ]
        assert search.vectors.sequence == search.words.sequence == sequence > before.sequence()


def test_caches_of_another_store_are_not_believed(tmp_path: Path, embedder: Embedder) -> None:
    for name, beasts in (("one", BEASTS[:2]), ("other", BEASTS[2:])):
        put(tmp_path / name, embedder, *beasts)
        save(tmp_path / name, embedder)
    for name in ("words", "words.json", "vectors.faiss", "vectors.json"):
        target, source = tmp_path / "one" / name, tmp_path / "other" / name
        if source.is_dir():
            shutil.rmtree(target)
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)
    search = Search(tmp_path / "one", embedder)
    assert sorted(found(search, "market")) == sorted(BEASTS[:2])
    assert faults(search) == []


def test_a_server_takes_up_a_word_index_that_another_process_made_anew(tmp_path: Path, embedder: Embedder) -> None:
    put(tmp_path, embedder, "goat", "camel")
    server = save(tmp_path, embedder)
    other = Search(tmp_path, embedder)
    other.clear()
    other.catch_up()
    assert sorted(found(server, "market")) == ["camel", "goat"]
    put(tmp_path, embedder, "falcon")
    server.catch_up()
    assert found(server, "falcon")[0] == "falcon"
    assert faults(server) == faults(Search(tmp_path, embedder)) == []


def test_a_cache_that_cannot_be_written_is_an_error_of_the_store(tmp_path: Path, embedder: Embedder) -> None:
    put(tmp_path, embedder, "goat")
    (tmp_path / "words").write_text("a file where a folder must be")
    (tmp_path / "vectors.faiss").mkdir()
    search = Search(tmp_path, embedder)
    with pytest.raises(StoreError, match=r"the word index .* cannot be"):
        search.catch_up()
    (tmp_path / "words").unlink()
    search.catch_up()
    with pytest.raises(StoreError, match=r"vectors .* cannot be written"):
        search.save()


def test_a_store_damaged_in_the_middle_is_damage_and_nothing_worse(tmp_path: Path, embedder: Embedder) -> None:
    put(tmp_path, embedder, *BEASTS)
    search = save(tmp_path, embedder)
    connection = sqlite3.connect(tmp_path / "byline.sqlite")
    root, size = connection.execute(
        "SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_schema WHERE name = 'passages'"
    ).fetchone()
    connection.close()
    with (tmp_path / "byline.sqlite").open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    with pytest.raises(StoreError, match="damaged"):
        found(search, "market")


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE articles SET lines = '[['", "article goat cannot be read back from the store"),
        ("UPDATE articles SET masthead = '{}'", "article goat cannot be read back from the store"),
        ("UPDATE articles SET sentences = x'0000'", "article goat cannot be read back from the store"),
        ("DELETE FROM sentence_vectors", "article goat cannot be read back from the store"),
        ("UPDATE articles SET text = text || 'x'", "article goat: its text or record is not what was stored"),
        ("UPDATE passages SET vector = x'00'", "passage row 1: its vector has 1 bytes, not 1536"),
    ],
)
def test_check_names_a_damaged_row_and_goes_on(tmp_path: Path, embedder: Embedder, damage: str, told: str) -> None:
    put(tmp_path, embedder, "goat")
    search = save(tmp_path, embedder)
    connection = sqlite3.connect(tmp_path / "byline.sqlite", isolation_level=None)
    connection.execute(damage)
    connection.close()
    checks = check_index(search)
    assert told in str([*next(checks)[1], *next(checks)[1]])


def test_a_vector_that_is_not_whole_is_damage(tmp_path: Path, embedder: Embedder) -> None:
    put(tmp_path, embedder, "goat")
    connection = sqlite3.connect(tmp_path / "byline.sqlite", isolation_level=None)
    connection.execute("UPDATE passages SET vector = x'00'")
    connection.close()
    with pytest.raises(DamagedError, match="article goat"):
        found(Search(tmp_path, embedder), "market")
