"""What was measured as one table: a row a measure, a column a product; the median, with least and most of the runs."""

from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Any

from benchmarks.speed.measuring import Measured

Read = Callable[[Mapping[str, Any]], float]

# Measures of a built index, and of its use: label, digits, how to read it.
BUILT: tuple[tuple[str, int, Read], ...] = (
    ("build, vectors given, CPU s", 1, lambda run: run["build"]["cpu"]),
    ("build, vectors given, wall s", 1, lambda run: run["build"]["wall"]),
    ("size on disk, MiB", 0, lambda run: run["disk"]),
)
USED: tuple[tuple[str, int, Read], ...] = (
    ("cold start to first hits, CPU s", 2, lambda run: run["cold"]["cpu"]),
    ("cold start to first hits, wall s", 2, lambda run: run["cold"]["wall"]),
    ("memory while serving, MiB", 0, lambda run: run["memory"]),
    ("one query encoded, CPU ms p50", 1, lambda run: run["query cpu"]["p50"]),
    ("hybrid top 10, CPU ms p50", 1, lambda run: run["search cpu"]["p50"]),
    ("hybrid top 10, CPU ms p95", 1, lambda run: run["search cpu"]["p95"]),
    ("hybrid top 10, wall ms p50", 1, lambda run: run["search wall"]["p50"]),
    ("hybrid top 10, wall ms p95", 1, lambda run: run["search wall"]["p95"]),
    ("the same, query vector given, CPU ms p50", 2, lambda run: run["above cpu"]["p50"]),
    ("the same, query vector given, CPU ms p95", 2, lambda run: run["above cpu"]["p95"]),
    ("the same, query vector given, wall ms p50", 2, lambda run: run["above wall"]["p50"]),
    ("whole answer, query vector given, CPU ms p50", 1, lambda run: run["answer cpu"]["p50"]),
    ("whole answer, query vector given, CPU ms p95", 1, lambda run: run["answer cpu"]["p95"]),
    ("durable add of 100 articles, CPU s", 2, lambda run: run["add"]["cpu"]),
    ("durable add of 100 articles, wall s", 2, lambda run: run["add"]["wall"]),
    ("reading and attribution before it, CPU s", 2, lambda run: run["reading"]["cpu"]),
    ("durable delete of one, CPU s", 3, lambda run: run["delete"]["cpu"]),
    ("durable delete of one, wall s", 3, lambda run: run["delete"]["wall"]),
    ("passages encoded a second", 1, lambda run: run["encode"]["wall"]),
    ("passages encoded a CPU-second", 1, lambda run: run["encode"]["cpu"]),
)

NOTES = (
    "Vectors are given to build and add, so that no encoding is in them; bulk encoding is the last two rows. Byline's"
    " build also reads, splits and attributes the articles and looks for copies; its add is given what was read.",
    "Byline's bulk encoding makes a vector for each sentence as well. parts are no product: no texts, no checks.",
    "Adding and deleting end when what the product keeps is written; Byline alone waits until it is on the disk.",
)


def draw_table(measured: Measured, peers: Sequence[str], articles: int) -> str:
    """A Markdown table of the index of so many articles; then why each product that is missing is."""
    shown = [peer for peer in peers if articles in measured.used.get(peer, {}) and peer not in measured.failed]
    rows = [["", *shown]]
    for label, digits, read in BUILT:
        rows.append([label, *(f"{read(measured.built[peer][articles]):.{digits}f}" for peer in shown)])
    for label, digits, read in USED:
        rows.append([label, *(_spread(measured.used[peer][articles], read, digits) for peer in shown)])
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    lines = ["| " + " | ".join(_fit(row, widths)) + " |" for row in rows]
    lines.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    lines += ["", *(f"- {note}" for note in NOTES)]
    lines += [f"- byline serve, {name}: {_say(values, 1)}" for name, values in measured.served.items()]
    lines += [f"- {peer} could not be measured: {why}" for peer, why in measured.failed.items()]
    return "\n".join(lines)


def _fit(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]


def _spread(runs: Sequence[Mapping[str, Any]], read: Read, digits: int) -> str:
    try:
        return _say([read(run) for run in runs], digits)
    except KeyError:  # not a thing that this product does
        return ""


def _say(values: Sequence[float], digits: int) -> str:
    low, mid, high = (f"{value:.{digits}f}" for value in (min(values), median(values), max(values)))
    return mid if low == high else f"{mid} ({low}..{high})"
