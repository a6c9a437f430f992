"""The benchmark of speed: what it prints of its runs, and its jobs on a few real articles."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from benchmarks.speed.corpus import load_batch, make_corpus
from benchmarks.speed.environments import InstallError
from benchmarks.speed.measuring import Measured, or_left_out
from benchmarks.speed.plot import draw_plot
from benchmarks.speed.run import Job, measure_build, measure_use
from benchmarks.speed.table import USED, Read, draw_table

DATA = Path(__file__).parents[2] / "../shared/data"


def make_run(milliseconds: float) -> dict[str, Any]:
    both = {"p50": milliseconds, "p95": 2 * milliseconds}
    spent = {"cpu": milliseconds / 1000, "wall": milliseconds / 500}
    asked = {f"{name} {clock}": both for name in ("search", "query", "above") for clock in ("cpu", "wall")}
    return {**asked, "cold": spent, "add": spent, "delete": spent, "reading": spent, "encode": spent, "memory": 200.0}


@pytest.fixture
def measured() -> Measured:
    built = {"passages": 1000, "build": {"cpu": 1.0, "wall": 2.0}, "disk": 3.0, "versions": {}}
    return Measured(
        built={peer: {100: built, 1000: {**built, "passages": 10_000}} for peer in ("Byline", "txtai")},
        used={
            "Byline": {100: [make_run(2)], 1000: [make_run(4), make_run(8), make_run(5)]},
            "txtai": {100: [make_run(20)], 1000: [make_run(40)]},
        },
        failed={"Haystack": "ERROR: no matching distribution"},
    )


def test_the_table_shows_the_median_with_least_and_most_and_says_what_is_missing(measured: Measured) -> None:
    lines = draw_table(measured, ["Byline", "txtai", "Haystack"], 1000).splitlines()
    rows = {cells[1]: cells[2:-1] for cells in ([cell.strip() for cell in line.split("|")] for line in lines[:25])}
    assert rows[""] == ["Byline", "txtai"]
    assert rows["hybrid top 10, CPU ms p50"] == ["5.0 (4.0..8.0)", "40.0"]
    assert rows["hybrid top 10, CPU ms p95"] == ["10.0 (8.0..16.0)", "80.0"]
    assert rows["whole answer, query vector given, CPU ms p50"] == ["", ""]
    assert lines[-1] == "- Haystack could not be measured: ERROR: no matching distribution"


def test_the_plot_has_a_line_in_each_panel_for_each_product_measured(measured: Measured) -> None:
    drawn = ElementTree.fromstring(draw_plot(measured, ["Byline", "txtai", "Haystack"], "A & B"))  # noqa: S314
    space = "{http://www.w3.org/2000/svg}"
    assert len([path for path in drawn.iter(f"{space}path") if path.get("fill") == "none"]) == 2 * 3
    assert len(list(drawn.iter(f"{space}circle"))) == 2 * 2 * 3
    words = [text.text for text in drawn.iter(f"{space}text")]
    assert "A & B" in words
    assert words.count("1,000") == words.count("10,000") == 3


def test_a_product_that_cannot_be_installed_is_left_out_with_its_reason() -> None:
    measured = Measured()
    with or_left_out("txtai", measured):
        raise InstallError("ERROR: no matching distribution")
    assert measured.failed == {"txtai": "ERROR: no matching distribution"}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not DATA.is_dir():
        pytest.skip(f"{DATA} is not here")
    folder = tmp_path_factory.mktemp("speed") / "corpus"
    assert make_corpus(DATA, 6, 9, folder)["passages"] == len(load_batch(folder, 0, 6).ids)
    return folder


@pytest.mark.parametrize("peer", ["Byline", "parts, onnx"])
def test_the_jobs_build_search_add_and_delete_in_an_index_of_real_articles(
    peer: str, corpus: Path, tmp_path: Path
) -> None:
    job = Job(peer, "build", str(tmp_path), "unused", str(corpus), 4, 2, 2, 0.0, "")
    built, used = measure_build(job), measure_use(job)
    assert built["passages"] == len(load_batch(corpus, 0, 4).ids)
    whole = {label for label, _, _ in USED if label.startswith("whole answer")}
    shown = {label for label, _, read in USED if is_told(read, used)}
    assert shown == {label for label, _, _ in USED} - (set() if peer == "Byline" else whole)
    assert json.loads(json.dumps(used)) == used


def is_told(read: Read, run: dict[str, Any]) -> bool:
    try:
        return read(run) >= 0
    except KeyError:
        return False
