"""A walk meets each readable file once, and names what it passes over."""

import gzip
import os
from pathlib import Path

import pytest

from index.errors import ReadError
from index.reading.raw.files import file_stamp, kind_of, printable, read_lines, walk


def put(path: Path, data: bytes = b"text") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_folder_is_walked_sorted_without_hidden_and_other_files(tmp_path: Path) -> None:
    wanted = [put(tmp_path / name) for name in ["a/z.txt", "b.HTML", "c/d/e.jsonl.gz", "c.json"]]
    for name in [".hidden.txt", ".git/x.txt", "a/.cache/y.txt"]:
        put(tmp_path / name)
    skipped = [put(tmp_path / name) for name in ["README.md", "a/photo.jpg"]]
    met = walk([tmp_path])
    assert met.files == tuple(sorted(wanted))
    assert met.skipped == tuple(sorted(skipped))
    assert met.errors == ()


def test_nothing_is_met_twice_and_loops_end(tmp_path: Path) -> None:
    file = put(tmp_path / "a/x.txt")
    (tmp_path / "a/loop").symlink_to(tmp_path)
    (tmp_path / "y.txt").symlink_to(file)
    assert walk([file, tmp_path, tmp_path / "a", file]).files == (file,)


def test_paths_that_cannot_be_read_are_errors_and_the_rest_goes_on(tmp_path: Path) -> None:
    good, picture = put(tmp_path / "x.txt"), put(tmp_path / "x.jpg")
    os.mkfifo(tmp_path / "pipe.txt")
    met = walk([tmp_path / "none.txt", picture, tmp_path / "pipe.txt", Path("a\x00b"), good])
    assert met.files == (good,)
    assert [error.path for error in met.errors[:3]] == [str(tmp_path / n) for n in ["none.txt", "x.jpg", "pipe.txt"]]
    assert met.errors[0].reason == "does not exist"
    assert ".jsonl" in met.errors[1].reason
    assert met.errors[2].reason == "is not a regular file"
    assert len(met.errors) == 4


def test_a_dangling_link_in_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x.txt").symlink_to(tmp_path / "gone.txt")
    assert [error.reason for error in walk([tmp_path]).errors] == ["does not exist"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.TXT", "text"), ("a.htm.gz", "html"), ("a.ndjson", "lines"), ("a.json", "json"), ("a.gz", None), ("txt", None)],
)
def test_the_ending_tells_the_kind(name: str, kind: str | None) -> None:
    assert kind_of(Path(name)) == kind


def test_a_stamp_changes_with_the_file(tmp_path: Path) -> None:
    file = put(tmp_path / "x.txt")
    before = file_stamp(file)
    assert file_stamp(file) == before
    put(file, b"longer text")
    assert file_stamp(file) != before
    with pytest.raises(ReadError):
        file_stamp(tmp_path / "none")


def test_a_path_of_any_bytes_can_be_shown() -> None:
    assert printable(Path(os.fsdecode(b"a\xff.txt"))) == "a\\xff.txt"


def test_a_bomb_of_blank_lines_stops(tmp_path: Path) -> None:
    file = put(tmp_path / "x.jsonl.gz", gzip.compress((b" " * 999 + b"\n") * 20_000, 9))
    *_, (_, last) = read_lines(file)
    assert isinstance(last, ReadError)
    assert "unpacks without end" in last.reason
