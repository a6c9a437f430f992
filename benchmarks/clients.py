"""Answers a second over HTTP to one client and to sixteen, in interleaved rounds, with memory; the server apart.

python -m benchmarks.clients --data DIR [--workers N] [--clients N] [--questions FILE]
"""

import argparse
import asyncio
import json
import statistics
import sys
import time
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from benchmarks.served import Served, serve
from tests.questions.fixed import read_fixed


async def run_round(port: int, questions: Sequence[str], clients: int, asked: int) -> tuple[float, list[float]]:
    """Ask `asked` questions, each client one after the other on one connection; wall seconds, and those of each."""
    numbers = count()
    took: list[float] = []

    async def keep_asking() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while (n := next(numbers)) < asked:
            started = time.perf_counter()
            await _ask(reader, writer, questions[n % len(questions)])
            took.append(time.perf_counter() - started)
        writer.close()
        await writer.wait_closed()

    started = time.perf_counter()
    await asyncio.gather(*(keep_asking() for _ in range(clients)))
    return time.perf_counter() - started, took


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, question: str) -> None:
    body = json.dumps({"question": question}).encode()
    head = f"POST /v1/ask HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    writer.write(head.encode() + b"\r\n\r\n" + body)
    status, _, fields = (await reader.readuntil(b"\r\n\r\n")).partition(b"\r\n")
    length = next(int(line[15:]) for line in fields.lower().split(b"\r\n") if line.startswith(b"content-length:"))
    await reader.readexactly(length)
    if b" 200 " not in status:
        raise ConnectionError(f"{question!r} was answered with {status!r}")


def measure(served: Served, questions: Sequence[str], clients: int, asked: int, rounds: int) -> None:
    """Print a row for one client and one for many, each of the rounds put together, and how they compare."""
    found: dict[int, list[tuple[float, list[float]]]] = {1: [], clients: []}
    asyncio.run(run_round(served.port, questions, clients, asked))  # every worker has answered before it is timed
    for _ in range(rounds):
        for number, results in found.items():
            results.append(asyncio.run(run_round(served.port, questions, number, asked)))
    rates = {}
    for number, results in found.items():
        rates[number] = statistics.median(len(took) / wall for wall, took in results)
        times = sorted(seconds * 1000 for _, took in results for seconds in took)
        p50, p95 = (times[int(len(times) * part)] for part in (0.5, 0.95))
        print(f"{number:3} clients {rates[number]:8.1f} answers a second, p50 {p50:6.1f} ms, p95 {p95:6.1f} ms")
    print(f"    ratio   {rates[clients] / rates[1]:8.2f}")


def main() -> int:
    """Serve, measure, weigh."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="a data folder")
    parser.add_argument("--questions", type=Path, help="a question a line; the sixty fixed ones where left out")
    parser.add_argument("--workers", help="as byline serve takes it")
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--asked", type=int, default=240, help="questions a round")
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    text = chosen.questions.read_text("utf-8") if chosen.questions else ""
    questions = text.splitlines() or [one.question for one in read_fixed()]
    with serve(chosen.data, *(("--workers", chosen.workers) if chosen.workers else ())) as served:
        measure(served, questions, chosen.clients, chosen.asked, chosen.rounds)
        for one in served.weigh():
            print(f"    process {one.rss:8.0f} MiB resident, {one.pss:6.0f} MiB its share")
    return 0


if __name__ == "__main__":
    sys.exit(main())
