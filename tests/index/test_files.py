"""Files and folders to stored articles: nothing twice, nothing lost, every fault by name."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.build import Outcome
from index.files import FileDone, index_files, plan_files
from index.reading.raw.manifest import read_manifest
from index.records import Declared
from index.search.embedding import Embedder
from index.search.search import describe_model
from index.store.reader import StoreReader
from index.store.writer import Writer

TEXT = "Council votes\n\n" + "\n\n".join(
    f"The council approved budget number {n} on Monday, the mayor said. It will be spent on {n} schools."
    for n in range(3)
)


@pytest.fixture
def writer(tmp_path: Path, embedder: Embedder) -> Iterator[Writer]:
    with Writer(tmp_path / "data", describe_model(embedder)) as opened:
        yield opened


def run(
    writer: Writer, embedder: Embedder, *paths: Path, manifest: Path | None = None, declared: Declared | None = None
) -> list[tuple[str, str]]:
    plan = plan_files(paths, writer, read_manifest(manifest) if manifest else None, declared or Declared())
    return [_tell(event) for event in index_files(plan, writer, embedder)]


def _tell(event: Outcome | FileDone) -> tuple[str, str]:
    if isinstance(event, FileDone):
        return (event.path.name, f"{'before' if event.before else 'read'} {event.articles}")
    return (event.id or Path(event.path).name, f"error: {event.error.reason}" if event.error else event.status)


def test_a_folder_is_read_once_and_then_passed_over(writer: Writer, embedder: Embedder, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    rows = [{"id": f"j{n}", "text": TEXT} for n in range(2)]
    (folder / "b.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    assert run(writer, embedder, folder) == [
        ("a", "created"),
        ("a.txt", "read 1"),
        ("j0", "created"),
        ("j1", "created"),
        ("b.jsonl.gz", "read 2"),
    ]
    assert run(writer, embedder, folder) == [("a.txt", "before 1"), ("b.jsonl.gz", "before 2")]
    (folder / "a.txt").write_text(TEXT + "\n\nThe mayor said that there will be another vote on the budget soon.")
    assert run(writer, embedder, folder)[:2] == [("a", "updated"), ("a.txt", "read 1")]


def test_faults_are_told_by_name_and_tried_again(writer: Writer, embedder: Embedder, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_bytes(b"")
    lines = [json.dumps({"text": TEXT}) for _ in range(3)]
    (folder / "c.jsonl").write_text("\n".join([lines[0], "{broken", lines[2]]))
    told = run(writer, embedder, folder, tmp_path / "nowhere.txt")
    assert [what for what in told if not what[1].startswith("error")] == [
        ("a", "created"),
        ("a.txt", "read 1"),
        ("b.txt", "read 1"),
        ("c:1", "created"),
        ("c:3", "created"),
        ("c.jsonl", "read 3"),
    ]
    faults = {name: what for name, what in told if what.startswith("error")}
    assert list(faults) == ["nowhere.txt", "b.txt", "c.jsonl"]
    again = run(writer, embedder, folder)
    assert [what for _, what in again if what in {"created", "updated"}] == []
    assert [name for name, what in again if what.startswith("error")] == ["b.txt", "c.jsonl"]


def test_files_of_one_name_keep_their_ids_whichever_comes_alone(
    writer: Writer, embedder: Embedder, tmp_path: Path
) -> None:
    for name, word in (("one", "Monday"), ("two", "Tuesday")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text(TEXT.replace("Monday", word))
    assert [what for what in run(writer, embedder, tmp_path / "two") if what[1] == "created"] == [("x", "created")]
    told = run(writer, embedder, tmp_path / "one", tmp_path / "two")
    assert [what for what in told if what[1] == "created"] == [("x-2", "created")]
    with StoreReader(tmp_path / "data").view() as view:
        assert "Tuesday" in view.article("x").text
        assert "Monday" in view.article("x-2").text


def test_what_is_declared_reaches_the_record_nearest_first(writer: Writer, embedder: Embedder, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.jsonl").write_text(json.dumps({"id": "b", "text": TEXT, "outlet": "Own"}))
    manifest = folder / "manifest.csv"
    manifest.write_text("path,outlet,published\na.txt,Daily,2020-05-06\nb.jsonl,Daily,\n")
    (tmp_path / "c.txt").write_text(TEXT)
    run(
        writer,
        embedder,
        folder / "a.txt",
        folder / "b.jsonl",
        tmp_path / "c.txt",
        manifest=manifest,
        declared=Declared(outlet="All"),
    )
    with StoreReader(tmp_path / "data").view() as view:
        found = {name: view.article(name).masthead for name in ("a", "b", "c")}
    assert {name: masthead.outlet.name for name, masthead in found.items()} == {"a": "Daily", "b": "Own", "c": "All"}
    assert str(found["a"].published.day) == "2020-05-06"


def test_another_declaration_reads_the_file_again(writer: Writer, embedder: Embedder, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    run(writer, embedder, tmp_path / "a.txt")
    told = run(writer, embedder, tmp_path / "a.txt", declared=Declared(outlet="Daily"))
    assert told == [("a", "updated"), ("a.txt", "read 1")]
