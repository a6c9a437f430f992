"""Every article of a file comes out, and what is broken is said by place."""

import gzip
import json
import tracemalloc
from pathlib import Path

import pytest

from index.errors import ReadError
from index.reading.raw.fields import MAX_ARTICLE_BYTES
from index.reading.raw.formats import read_file
from index.records import Declared, RawArticle

LINE = '{"text": "The army entered Homs %d."}'


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def told(path: Path) -> list[str]:
    """What is read, in short: the ids of articles, and place and reason of errors."""
    return [r.id if isinstance(r, RawArticle) else f"{r.place}: {r.reason}" for r in read_file(path)]


def test_a_text_keeps_its_carriage_returns_and_its_declaration(tmp_path: Path) -> None:
    file = put(tmp_path / "x.txt", b"\xef\xbb\xbfone\r\ntwo \xf0\x9f\x98\x80\r\n")
    declared = Declared(outlet="RT")
    assert list(read_file(file, declared=declared)) == [RawArticle("x", str(file), declared, "one\r\ntwo 😀\r\n")]


@pytest.mark.parametrize("name", ["x.html", "x.xhtml", "x.htm.gz"])
def test_a_page_comes_as_html(tmp_path: Path, name: str) -> None:
    page = b"<p>Homs</p>"
    file = put(tmp_path / name, gzip.compress(page) if name.endswith("gz") else page)
    assert list(read_file(file)) == [RawArticle("x", str(file), Declared(), html="<p>Homs</p>")]


def test_a_broken_line_is_told_and_the_others_come(tmp_path: Path) -> None:
    lines = [LINE % n for n in range(1, 21)]
    lines[16] = '{"text": "broken'
    lines[18] = "  "
    read = told(put(tmp_path / "x.jsonl", "\r\n".join(lines).encode("utf-8-sig")))
    assert read[:16] == [f"x:{n}" for n in range(1, 17)]
    assert read[16].startswith("line 17: is not sound JSON: Unterminated string")
    assert read[17:] == ["x:18", "x:20"]


def test_a_line_separator_in_a_string_ends_no_line(tmp_path: Path) -> None:
    file = put(tmp_path / "x.jsonl", '{"text": "a\u2028b"}\n'.encode())
    assert [r.text for r in read_file(file) if isinstance(r, RawArticle)] == ["a\u2028b"]


def test_lines_before_the_cut_of_gzip_come(tmp_path: Path) -> None:
    whole = gzip.compress("\n".join(LINE % n for n in range(5000)).encode())
    read = told(put(tmp_path / "x.jsonl.gz", whole[: len(whole) // 2]))
    assert len(read) > 500
    assert read[:-1] == [f"x:{n}" for n in range(1, len(read))]
    assert read[-1] == f"line {len(read)}: is cut off: the gzip data ends too soon"
    text = put(tmp_path / "y.txt.gz", whole[: len(whole) // 2])
    assert told(text) == ["None: is cut off: the gzip data ends too soon"]


ARTICLE = {"id": "a", "text": "Homs"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (ARTICLE, ["a"]),
        ({"text": "Homs"}, ["x"]),
        ([ARTICLE, {"text": "Homs"}], ["a", "x:2"]),
        ({"data": [ARTICLE], "next_cursor": None}, ["a"]),
        ([ARTICLE, 7], ["a", "item 2: is not an object with the fields of an article"]),
        ([ARTICLE, ARTICLE], ["a", "item 2: the id 'a' is already that of item 1"]),
        ([], ["None: holds no article"]),
        ("text", ["None: is JSON, but neither an article nor a list of articles"]),
    ],
)
def test_json_holds_one_article_or_many(tmp_path: Path, value: object, expected: list[str]) -> None:
    assert told(put(tmp_path / "x.json", json.dumps(value).encode())) == expected


def test_an_item_says_more_than_its_file(tmp_path: Path) -> None:
    items = [{"text": "Homs", "outlet": "SANA"}, {"text": "Homs"}]
    file = put(tmp_path / "x.json", json.dumps(items).encode())
    rest = Declared(outlet="RT", title="Both", published="2016-03-13")
    read = [r.declared for r in read_file(file, declared=rest) if isinstance(r, RawArticle)]
    assert read == [Declared("SANA", None, "2016-03-13"), Declared("RT", None, "2016-03-13")]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("x.txt", b"", "is empty"),
        ("x.txt", b" \r\n\t", "the file holds only white space"),
        ("x.txt", "***\u0301".encode(), "the file holds no letter and no digit"),
        ("x.txt", b"%PDF-1.4", "looks like a PDF, not like text"),
        ("x.txt", b"\x00\x01" * 99, "looks binary, or is text in an unknown encoding; UTF-8 is right"),
        ("x.txt.gz", b"text", "is not sound gzip data: Not a gzipped file (b'te')"),
        ("x.jsonl", b"", "holds no article"),
        ("x.jsonl", b"\n\n", "holds no article"),
        ("x.jsonl", b"PK\x03\x04", "looks like a ZIP archive (or an office document, which is one), not like text"),
        ("x.jsonl", b"\xff\xfe{\x00}\x00\n", "is UTF-16; JSON must be UTF-8"),
        ("x.json", b" ", "is empty"),
        ("x.json", b"[" * 100_000, "is JSON that cannot be read: maximum recursion depth exceeded"),
        ("x.jpg", b"text", "is of a kind that cannot be read"),
        ("x.txt", b"a" * (MAX_ARTICLE_BYTES + 1), "is longer than 5,242,880 bytes, the most that can be read as one"),
    ],
)
def test_a_file_without_an_article_says_why(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (error,) = read_file(put(tmp_path / name, data))
    assert isinstance(error, ReadError)
    assert error.reason.startswith(reason)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "none.txt") == ["None: cannot be read: No such file or directory"]


@pytest.mark.parametrize("name", ["x.txt", "x.txt.gz", "x.jsonl", "x.jsonl.gz"])
def test_fifty_megabytes_of_one_line_are_refused_in_little_memory(tmp_path: Path, name: str) -> None:
    data = b"a" * 50_000_000
    file = put(tmp_path / name, gzip.compress(data, 1) if name.endswith("gz") else data)
    del data
    tracemalloc.start()
    (read,) = told(file)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "is longer than" in read or "unpacks without end" in read
    assert peak < 90_000_000


def test_a_long_line_does_not_hide_the_next(tmp_path: Path) -> None:
    file = put(tmp_path / "x.jsonl", b"a" * 40_000_000 + b"\n" + (LINE % 1).encode())
    assert told(file) == ["line 1: is longer than 33,554,432 bytes", "x:2"]


def test_what_is_no_json_lines_at_all_is_given_up(tmp_path: Path) -> None:
    read = told(put(tmp_path / "x.jsonl", b"a,b,c\n" * 10_000))
    assert len(read) == 101
    assert "is not JSON Lines" in read[-1]
