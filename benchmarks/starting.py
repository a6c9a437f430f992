"""CPU seconds from start to end of commands, and of a server until it is ready, with its memory; the samples indexed.

python -m benchmarks.starting [--runs N] [--workers N]
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.served import BYLINE, serve

QUESTION = "How many civilians were killed?"
COMMANDS = (["--help"], ["version"], ["ask", "--help"], ["serve", "--help"], ["ask", QUESTION], ["search", "army"])


def measure_command(words: list[str], data: Path) -> float:
    """CPU seconds of a command, its children's in it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    env = {**os.environ, "BYLINE_DATA": str(data)}
    subprocess.run([*BYLINE, *words], env=env, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    """Print the median, the least and the most of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--workers", default="1", help="as byline serve takes it")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        subprocess.run([*BYLINE, "index", "corpus", "--data", str(data)], stderr=subprocess.DEVNULL, check=True)
        for words in COMMANDS:
            _show(" ".join(words), [measure_command(words, data) for _ in range(chosen.runs)])
        ready = []
        for _ in range(chosen.runs):
            with serve(data, "--workers", chosen.workers) as served:
                ready.append(served.cpu())
                weighed = served.weigh()
        _show("serve, until ready", ready)
        for one in weighed:
            print(f"process of serve: {one.rss:.0f} MiB resident, {one.pss:.0f} MiB its share")
    return 0


def _show(what: str, seconds: list[float]) -> None:
    least, most = min(seconds), max(seconds)
    print(f"{what:36} {statistics.median(seconds):6.2f} CPU-s ({least:.2f} to {most:.2f})", flush=True)


if __name__ == "__main__":
    sys.exit(main())
