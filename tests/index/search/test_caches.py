"""The two caches and their fusion, each by itself."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from index.errors import StoreError
from index.records import Filters
from index.search.vectors import Vectors
from index.search.words import WordRow, Words

BOUND = {"store": "s", "dimension": "3"}
ROWS = np.array([[1, 0, 0], [0, 1, 0], [0.6, 0.8, 0], [1, 0, 0]], np.float32)
QUERY = np.array([1, 0, 0], np.float32)


def filled(folder: Path) -> Vectors:
    vectors = Vectors(folder, BOUND)
    vectors.add([11, 7, 9, 5], ROWS)
    vectors.sequence = 3
    return vectors


@pytest.mark.parametrize(
    ("k", "allowed", "expected"),
    [
        (10, None, [5, 11, 9, 7]),
        (2, None, [5, 11]),
        (0, None, []),
        (10, [7, 9], [9, 7]),
        (10, [], []),
        (1, [7], [7]),
        (10, [404], []),
    ],
)
def test_the_nearest_come_first_ties_by_key_filters_inside(
    tmp_path: Path, k: int, allowed: list[int] | None, expected: list[int]
) -> None:
    keys = None if allowed is None else np.array(allowed, np.int64)
    assert list(filled(tmp_path).search(QUERY, k, keys)) == expected


def test_a_vector_added_again_is_replaced_and_one_removed_is_gone(tmp_path: Path) -> None:
    vectors = filled(tmp_path)
    vectors.add([5], ROWS[1:2])
    vectors.remove([11, 404])
    assert list(vectors.search(QUERY, 10)) == [9, 5, 7]
    assert {key: row.tolist() for key, row in vectors.rows().items()}[5] == [0, 1, 0]


def test_saved_vectors_come_back_with_their_sequence(tmp_path: Path) -> None:
    filled(tmp_path).save()
    again = Vectors(tmp_path, BOUND)
    assert (again.sequence, again.count, list(again.search(QUERY, 1))) == (3, 4, [5])


@pytest.mark.parametrize("damage", ["flip", "cut", "stamp", "no stamp", "other store", "empty"])
def test_damaged_vectors_are_never_parsed(tmp_path: Path, damage: str) -> None:
    filled(tmp_path).save()
    file, stamp = tmp_path / "vectors.faiss", tmp_path / "vectors.json"
    data = file.read_bytes()
    bound = BOUND
    if damage == "flip":
        file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    elif damage == "cut":
        file.write_bytes(data[: len(data) // 2])
    elif damage == "empty":
        file.write_bytes(b"")
    elif damage == "stamp":
        stamp.write_text('{"sequence": 3')
    elif damage == "no stamp":
        stamp.unlink()
    else:
        bound = {**BOUND, "store": "another"}
    again = Vectors(tmp_path, bound)
    assert (again.sequence, again.count, list(again.search(QUERY, 1))) == (0, 0, [])


TEXTS: dict[int, tuple[str, str, str | None, str, date | None]] = {
    1: ("The army liberated the town of al-Sukhnah.", "a", "daily", "en", date(2020, 1, 1)),
    2: ("Armies liberating towns.", "b", "other", "en", date(2021, 1, 1)),
    3: ("Café prices in São Paulo rose.", "c", None, "pt", None),
    4: ("The army liberated the town of al-Sukhnah.", "d", "daily", "en", None),
}


@pytest.fixture
def words(tmp_path: Path) -> Words:
    made = Words(tmp_path, BOUND)
    rows = [
        WordRow(key, text, a, o, lang, day.toordinal() if day else None)
        for key, (text, a, o, lang, day) in TEXTS.items()
    ]
    made.write(rows, [], 3)
    return made


@pytest.mark.parametrize(
    ("query", "filters", "outlets", "expected"),
    [
        ("liberated", Filters(), [], [2, 1, 4]),
        ("sukhnah", Filters(), [], [1, 4]),
        ("who liberated the town?", Filters(articles=("d",)), [], [4]),
        ("army", Filters(outlets=("Daily",)), ["daily"], [1, 4]),
        ("army", Filters(day_from=date(2020, 6, 1)), [], [2]),
        ("army", Filters(day_to=date(2020, 6, 1)), [], [1]),
        ("cafe sao", Filters(), [], [3]),
        ("CAFÉ", Filters(languages=("pt",)), [], [3]),
        ("the of and", Filters(), [], []),
        ("", Filters(), [], []),
        ('army AND "town', Filters(), [], [2, 1, 4]),
        ("text:army -town *", Filters(), [], [2, 1, 4]),
        ("zzz", Filters(), [], []),
    ],
)
def test_words_find_stems_filters_inside_and_no_syntax(
    words: Words, query: str, filters: Filters, outlets: list[str], expected: list[int]
) -> None:
    assert list(words.search(query, 10, filters, outlets)) == expected


def test_words_are_stemmed_and_counted(words: Words) -> None:
    assert words.stems("The armies' Café was liberated") == ["armi", "cafe", "liber"]
    assert (words.frequency("liber"), words.frequency("zzz"), words.count) == (3, 0, 4)


def test_words_taken_out_are_gone_and_another_process_sees_it(words: Words, tmp_path: Path) -> None:
    other = Words(tmp_path, BOUND)
    words.write([], [1, 404], 4)
    assert words.keys() == [2, 3, 4]
    assert other.sequence == 3
    other.reload()
    assert (other.sequence, other.keys()) == (4, [2, 3, 4])


@pytest.mark.parametrize("damage", ["flip", "missing", "more", "stamp", "other store"])
def test_damaged_words_are_never_parsed(words: Words, tmp_path: Path, damage: str) -> None:
    folder, bound = tmp_path / "words", BOUND
    file = max(folder.iterdir(), key=lambda path: path.stat().st_size)
    if damage == "flip":
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(bytes(data))
    elif damage == "missing":
        file.unlink()
    elif damage == "more":
        (folder / "meta.json").write_bytes((folder / "meta.json").read_bytes() + b" ")
    elif damage == "stamp":
        (tmp_path / "words.json").write_bytes(b"\x00\xff")
    else:
        bound = {**BOUND, "store": "another"}
    again = Words(tmp_path, bound)
    assert (again.sequence, again.search("army", 10, Filters(), [])) == (0, {})
    again.write([WordRow(9, "The army came.", "e", None, None, None)], [], 5)
    assert again.keys() == [9]


def test_words_that_cannot_be_opened_are_an_error_of_the_store(words: Words, tmp_path: Path) -> None:
    lock = tmp_path / "words" / ".tantivy-meta.lock"
    lock.unlink()
    lock.mkdir()
    with pytest.raises(StoreError, match="cannot be opened"):
        Words(tmp_path, BOUND)
