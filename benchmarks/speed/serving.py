"""Byline's server beside the table: answers a second to one client and to sixteen, and its memory."""

import asyncio
import shutil
from collections.abc import Sequence
from pathlib import Path

from benchmarks.clients import run_round
from benchmarks.served import serve
from benchmarks.speed.peer import MODELS

CLIENTS = (1, 16)
_ASKED = 240


def measure_serving(index: Path, questions: Sequence[str], rounds: int, scratch: Path) -> dict[str, list[float]]:
    """By the name of each measure its values, one a round; the index is copied to `scratch`."""
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.copytree(index, scratch)
    (scratch / "models").symlink_to(MODELS.absolute())
    found: dict[str, list[float]] = {}
    with serve(scratch) as served:
        for clients in CLIENTS:
            asyncio.run(run_round(served.port, questions, clients, len(questions)))
        for _ in range(rounds):
            for clients in CLIENTS:
                wall, took = asyncio.run(run_round(served.port, questions, clients, _ASKED))
                found.setdefault(f"answers a second, {clients} at once", []).append(len(took) / wall)
                slow = 1000 * sorted(took)[int(0.95 * len(took))]
                found.setdefault(f"ms to an answer, p95, {clients} at once", []).append(slow)
        found["memory of all its processes, MiB"] = [sum(one.pss for one in served.weigh())]
    shutil.rmtree(scratch)
    return found
