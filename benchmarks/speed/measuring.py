"""Runs every product's jobs in rounds, turn and turn about; one that fails is left out with its reason."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from benchmarks.speed.environments import InstallError, make_environment, surroundings
from benchmarks.speed.run import PEERS, Job

_LIMIT_S = 900


@dataclass(frozen=True, slots=True)
class Plan:
    """`articles` in the index, least first; only the largest index is measured in several `rounds` and with `probe`."""

    name: str
    articles: tuple[int, ...]
    extra: int
    questions: int
    probe: int
    rounds: int


PLANS = {
    "tiny": Plan("tiny", (25,), extra=25, questions=17, probe=8, rounds=1),  # shows that all of it runs, no more
    "small": Plan("small", (25, 100), extra=100, questions=65, probe=64, rounds=3),
    "full": Plan("full", (100, 300, 1000), extra=100, questions=205, probe=256, rounds=3),
}


@dataclass(slots=True)
class Measured:
    """By product: what each of its runs gave by the size of the index in articles, and why it was left out.

    `served` has of Byline's server, by measure, the values of all rounds.
    """

    built: dict[str, dict[int, dict[str, Any]]] = field(default_factory=dict)
    used: dict[str, dict[int, list[dict[str, Any]]]] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    served: dict[str, list[float]] = field(default_factory=dict)


class RunError(Exception):
    """A product's process ended without a result; says how."""


def measure_all(plan: Plan, peers: Sequence[str], corpus: Path, model: Path, cache: Path) -> Measured:
    """Build every index of every product once, then use each in rounds."""
    measured = Measured()
    pythons: dict[str, Path] = {}
    for peer in peers:
        with or_left_out(peer, measured):
            pythons[peer] = make_environment(PEERS[peer][0], cache / PEERS[peer][0])
    for articles in plan.articles:
        is_largest = articles == plan.articles[-1]
        jobs = {
            peer: Job(
                peer=peer,
                act="build",
                folder=str(cache / "indexes" / f"{PEERS[peer][1]}-{articles}"),
                model=str(model),
                corpus=str(corpus),
                articles=articles,
                extra=plan.extra,
                probe=plan.probe if is_largest else 2,
                started=0,
                out=str(cache / "measured.json"),
            )
            for peer in pythons
        }
        for peer, job in _standing(jobs, measured):
            with or_left_out(peer, measured):
                measured.built.setdefault(peer, {})[articles] = build(job, pythons[peer])
        _tell(f"{articles} articles: built")
        for turn in range(plan.rounds if is_largest else 1):
            for peer, job in _standing(jobs, measured):
                with or_left_out(peer, measured):
                    used = use(job, pythons[peer])
                    measured.used.setdefault(peer, {}).setdefault(articles, []).append(used)
            _tell(f"{articles} articles: round {turn + 1} done")
    return measured


def build(job: Job, python: Path) -> dict[str, Any]:
    """Make the index in its folder anew."""
    folder = Path(job.folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return _run(job, python)


def use(job: Job, python: Path) -> dict[str, Any]:
    """Use a copy of the index, which is changed and thrown away."""
    copy = Path(f"{job.folder}-used")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(job.folder, copy)
    try:
        return _run(replace(job, act="use", folder=str(copy)), python)
    finally:
        shutil.rmtree(copy, ignore_errors=True)


@contextmanager
def or_left_out(peer: str, measured: Measured) -> Iterator[None]:
    """What keeps the product from being measured is noted, and the others go on."""
    try:
        yield
    except (InstallError, RunError) as error:
        measured.failed[peer] = str(error)
        _tell(f"{peer} is left out: {error}")


def _run(job: Job, python: Path) -> dict[str, Any]:
    out = Path(job.out)
    out.unlink(missing_ok=True)
    command = [str(python), "-m", "benchmarks.speed.run", json.dumps(asdict(replace(job, started=time.monotonic())))]
    try:
        done = subprocess.run(
            command, env=surroundings(), capture_output=True, text=True, check=False, timeout=_LIMIT_S
        )
    except subprocess.TimeoutExpired as error:
        raise RunError(f"{job.act} took over {_LIMIT_S} s") from error
    if not out.exists():
        said = done.stderr.strip().splitlines()
        raise RunError(f"{job.act}: {said[-1] if said else f'exit code {done.returncode}'}")
    measured: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return measured


def _standing(jobs: dict[str, Job], measured: Measured) -> Iterator[tuple[str, Job]]:
    return ((peer, job) for peer, job in jobs.items() if peer not in measured.failed)


def _tell(line: str) -> None:
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {line}\n")
    sys.stderr.flush()
