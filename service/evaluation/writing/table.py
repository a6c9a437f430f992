"""results.csv: a row a question, a column a measure, which a spreadsheet can open without running anything."""

import csv
import io

from service.evaluation.measures import MEASURES
from service.evaluation.values import Row, Run
from service.render.table import defuse_cell

COLUMNS = ("id", "group", "kind", "answerable", "question", "status", "answer", "error", "seconds")


def write_table(run: Run) -> str:
    """A header and a row for each question; a measure that does not apply is empty."""
    given = {score.measure for row in run.rows for score in row.scores if score.value is not None}
    measures = [measure.name for measure in MEASURES if measure.name in given]
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow([*COLUMNS, *measures])
    for row in run.rows:
        values = [row.value(measure) for measure in measures]
        rows.writerow([*map(defuse_cell, _describe(row)), *("" if one is None else f"{one:.6g}" for one in values)])
    return written.getvalue()


def _describe(row: Row) -> tuple[str, ...]:
    result = row.result
    question = result.question
    return (
        question.id,
        question.group or "",
        question.kind or "",
        "" if question.answerable is None else str(question.answerable).lower(),
        question.question,
        str((result.answer or {}).get("status", "")),
        result.response or "",
        result.error or "",
        "" if result.seconds is None else f"{result.seconds:.4f}",
    )
