"""The jobs, timed, in the product's own process: python -m benchmarks.speed.run JOB, which is JSON; writes `out`."""

import importlib
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks.speed.peer import Answering, K, Peer

if TYPE_CHECKING:
    from benchmarks.speed.peer import Batch

# Where each product's file and class are.
PEERS = {
    "Byline": ("byline", "Byline"),
    "txtai": ("txtai", "Txtai"),
    "LlamaIndex": ("llamaindex", "LlamaIndex"),
    "Haystack": ("haystack", "Haystack"),
    "LangChain": ("langchain", "LangChain"),
    "parts, onnx": ("parts", "OnnxParts"),
    "parts, torch": ("parts", "TorchParts"),
}
_WARM = 5


@dataclass(frozen=True, slots=True)
class Job:
    """`act` is build or use; the index holds `articles`, `extra` more are added; `probe` passages are encoded.

    `started` is the monotonic clock when the process was asked for; what was measured is written to `out`.
    """

    peer: str
    act: str
    folder: str
    model: str
    corpus: str
    articles: int
    extra: int
    probe: int
    started: float
    out: str


def load_peer(job: Job) -> Peer:
    """The product, its libraries not yet imported."""
    module, name = PEERS[job.peer]
    made: Peer = getattr(importlib.import_module(f"benchmarks.speed.peers.{module}"), name)(
        Path(job.folder), Path(job.model)
    )
    return made


def timed(act: Callable[[], object]) -> dict[str, float]:
    """CPU seconds of all threads, and wall seconds."""
    wall, cpu = time.perf_counter(), time.process_time()
    act()
    return {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}


def measure_build(job: Job) -> dict[str, Any]:
    """Make the index, vectors given, and weigh it."""
    peer = load_peer(job)
    peer.load_model()
    batch = read_batch(job, 0, job.articles)
    spent = timed(lambda: peer.build(batch))
    files = [file for file in Path(job.folder).rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files) / 2**20
    return {
        "passages": len(batch.ids),
        "build": spent,
        "disk": size,
        "versions": {n: version(n) for n in peer.packages},
    }


def measure_use(job: Job) -> dict[str, Any]:
    """Open, answer, weigh, add, delete, encode; RuntimeError where what was put is not found, or the reverse."""
    questions: list[str] = json.loads(Path(job.corpus, "questions.json").read_text("utf-8"))
    peer = load_peer(job)
    peer.open()
    found = peer.search(questions[0])
    cold = {"cpu": time.process_time(), "wall": time.monotonic() - job.started}
    if len(found) != K:
        raise RuntimeError(f"{len(found)} passages found for {questions[0]!r}; {K} were asked for")
    asked = measure_questions(peer, questions)
    memory = read_memory()
    spent = measure_changes(peer, job)
    texts = read_batch(job, 0, job.articles).texts[: job.probe]
    peer.encode_texts(texts[:2])
    encoded = timed(lambda: peer.encode_texts(texts))
    rates = {"wall": len(texts) / encoded["wall"], "cpu": len(texts) / encoded["cpu"]}
    return {"cold": cold, **asked, "memory": memory, **spent, "encode": rates}


def measure_questions(peer: Peer, questions: Sequence[str]) -> dict[str, dict[str, float]]:
    """Milliseconds of every second question, turn and turn about with encoding those between, then vectors given.

    A whole answer is timed with the vectors given too.
    """
    for question in questions[:_WARM]:
        peer.search(question)
    searched, encoded, recalled = [], [], []
    chosen = questions[_WARM::2]
    for asked, other in zip(chosen, questions[_WARM + 1 :: 2], strict=True):
        searched.append(timed(partial(peer.search, asked)))
        encoded.append(timed(partial(peer.encode_query, other)))
    peer.recall_queries({question: peer.encode_query(question) for question in chosen})
    for asked in chosen:
        recalled.append(timed(partial(peer.search, asked)))
    answered = []
    if isinstance(peer, Answering):
        peer.answer(chosen[0])
        answered = [timed(partial(peer.answer, asked)) for asked in chosen]
    milliseconds = {}
    for name, rows in (("search", searched), ("query", encoded), ("above", recalled), ("answer", answered)):
        for clock in ("cpu", "wall") if rows else ():
            row = sorted(1000 * one[clock] for one in rows)
            milliseconds[f"{name} {clock}"] = {"p50": median(row), "p95": row[int(0.95 * (len(row) - 1))]}
    return milliseconds


def measure_changes(peer: Peer, job: Job) -> dict[str, dict[str, float]]:
    """A durable add of further articles, and a durable delete of one of them."""
    batch = read_batch(job, job.articles, job.articles + job.extra)
    before = time.process_time()
    prepared = peer.prepare(batch)
    reading = time.process_time() - before
    added = timed(lambda: peer.add(prepared))
    probe, owner = batch.texts[-1][:200], batch.ids[-1].partition("~")[0]
    mine = [key for key in batch.ids if key.partition("~")[0] == owner]
    if not set(mine) & set(peer.search(probe)):
        raise RuntimeError(f"a passage of {owner} is not found by its own words after it was added")
    deleted = timed(lambda: peer.delete(mine))
    if set(mine) & set(peer.search(probe)):
        raise RuntimeError(f"a passage of {owner} is found after it was deleted")
    return {"reading": {"cpu": reading}, "add": added, "delete": deleted}


def read_memory() -> float:
    """MiB of this process in memory now."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def read_batch(job: Job, first: int, last: int) -> "Batch":
    """The passages of the articles from `first` to before `last`."""
    from benchmarks.speed.corpus import load_batch

    return load_batch(Path(job.corpus), first, last)


def main() -> None:
    """Run one job."""
    job = Job(**json.loads(sys.argv[1]))
    measured = measure_build(job) if job.act == "build" else measure_use(job)
    Path(job.out).write_text(json.dumps(measured), "utf-8")


if __name__ == "__main__":
    main()
