"""Everything that a run leaves in its folder; how each file looks is said in its own module."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from service.evaluation.report import write_report
from service.evaluation.running.journal import RESULTS, Journal, dump_line, write_result
from service.evaluation.values import Run
from service.evaluation.writing.floors import Floor
from service.evaluation.writing.junit import write_junit
from service.evaluation.writing.table import write_table
from service.evaluation.writing.trec import write_trec


def write_run(folder: Path, run: Run, journal: Journal, floors: Sequence[Floor]) -> None:
    """Write results.jsonl, results.csv, run.trec, junit.xml, report.html and, last, summary.json."""
    lines = [write_result(row.result, journal.key(row.result.question), row.scores) for row in run.rows]
    write_whole(folder / RESULTS, "".join(f"{dump_line(line)}\n" for line in lines))
    write_whole(folder / "results.csv", write_table(run))
    write_whole(folder / "run.trec", write_trec(run))
    write_whole(folder / "junit.xml", write_junit(run, floors))
    with replacing(folder / "report.html") as half:
        write_report(half, run)
    summary = {
        "of": run.of.model_dump(mode="json"),
        **run.summary.model_dump(mode="json"),
        "floors": [floor.show(run.summary) for floor in floors],
        "compared": run.compared.model_dump(mode="json") if run.compared else None,
    }
    write_whole(folder / "summary.json", json.dumps(summary, ensure_ascii=False, indent=2) + "\n")


def write_whole(path: Path, text: str) -> None:
    """Put a file in the place of an older one, in one step."""
    with replacing(path) as half:
        half.write_text(text, "utf-8", newline="")


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path to write to; what was written is on disk before it takes the place of what is at `path`."""
    half = path.with_name(f".{path.name}.half")
    yield half
    with half.open("rb") as file:
        os.fsync(file.fileno())
    half.replace(path)
