"""A manifest declares, or is refused whole."""

import gzip
from pathlib import Path

import pytest

from index.errors import ReadError
from index.reading.raw.manifest import read_manifest
from index.records import Declared


def put(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_of_a_spreadsheet_is_read(tmp_path: Path, delimiter: str) -> None:
    rows = [
        "Path,outlet,title,published",
        'a.txt,"Al Jazeera","He said, ""no""\nand left",2016-03-13',
        ",,,",
        "b.txt,RT,,",
    ]
    text = "\r\n".join(rows)
    if delimiter != ",":
        text = text.replace("said, ", "said ").replace(",", delimiter)
    manifest = read_manifest(put(tmp_path / "m.csv", text, "utf-8-sig"))
    comma = "," if delimiter == "," else ""
    expected = Declared("Al Jazeera", f'He said{comma} "no" and left', "2016-03-13")
    assert manifest.declared_for(tmp_path / "a.txt") == expected
    assert manifest.declared_for(tmp_path / "." / "b.txt") == Declared("RT")
    assert manifest.declared_for(tmp_path / "c.txt") == Declared()
    assert [(row.place, row.path) for row in manifest.unused([tmp_path / "a.txt"])] == [("line 5", "b.txt")]


def test_a_quoted_cell_may_hold_the_delimiter(tmp_path: Path) -> None:
    file = put(tmp_path / "m.csv", 'path;outlet\na.txt;"RT; Moscow, Russia"\n')
    assert read_manifest(file).declared_for(tmp_path / "a.txt") == Declared("RT; Moscow, Russia")


def test_json_lines_packed_are_read_with_ids(tmp_path: Path) -> None:
    file = tmp_path / "m.jsonl.gz"
    file.write_bytes(gzip.compress(b'{"path": "a.txt", "id": "first", "language": "ar", "url": null}\n'))
    manifest = read_manifest(file)
    assert manifest.declared_for(tmp_path / "a.txt") == Declared(language="ar")
    assert manifest.id_for(tmp_path / "a.txt") == "first"


def test_a_path_as_given_is_found_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lists").mkdir()
    article = put(tmp_path / "a.txt", "text")
    manifest = read_manifest(put(tmp_path / "lists/m.csv", "path,outlet\na.txt,RT\n"))
    assert manifest.declared_for(article) == Declared("RT")


def test_every_mistake_is_listed_by_line(tmp_path: Path) -> None:
    rows = [
        "path,published,url",
        "a.txt,yesterday,",
        "b.txt,,ftp://x",
        "c.txt,,",
        "./c.txt,,",
        ",2016-01-01,",
        "d.txt,",
    ]
    with pytest.raises(ReadError) as caught:
        read_manifest(put(tmp_path / "m.csv", "\n".join(rows)))
    told = caught.value.reason.removeprefix("manifest not used: ").split("; line")
    starts = ["line 2: published", " 3: url", " 5: path './c.txt' is already that of line 4", " 6: path is missing"]
    starts.append(" 7: has 2 cells, where the header has 3")
    assert len(told) == len(starts)
    assert all(reason.startswith(start) for reason, start in zip(told, starts, strict=True))


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("m.csv", "path,colour\na,b\n", "line 1: unknown column 'colour'; known: path"),
        ("m.csv", "outlet\nRT\n", "the column path is missing"),
        ("m.csv", "path,path\na,b\n", "column path twice"),
        ("m.csv", 'path,outlet\na.txt,"RT\n', "line 2: is not sound CSV"),
        ("m.csv", "", "has no rows"),
        ("m.jsonl", '{"path": "a", "colour": 1}\n', "line 1: unknown column 'colour'"),
        ("m.jsonl", '{"path": 7}\nbroken\n', "line 1: path is missing; it must name a file; line 2: is not sound JSON"),
        ("m.jsonl", '{"path": "a\\u0000"}\n', "line 1: path"),
        ("m.txt", "path\na\n", "is not a manifest"),
    ],
)
def test_a_manifest_with_a_mistake_is_refused(tmp_path: Path, name: str, text: str, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_manifest(put(tmp_path / name, text))
    assert reason in caught.value.reason
