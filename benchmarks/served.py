"""`byline serve` as a process of its own, for benchmarks: started, waited for, weighed and stopped."""

import http.client
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

BYLINE = (sys.executable, "-m", "service")
PATIENCE_S = 120


@dataclass(frozen=True, slots=True)
class Memory:
    """MiB of one process: resident, and its share of what several processes hold together."""

    rss: float
    pss: float


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs on a port of this machine."""

    process: subprocess.Popen[bytes]
    port: int

    def weigh(self) -> list[Memory]:
        """The memory of each of its processes, the one that was started first."""
        return [_weigh(pid) for pid in self._pids()]

    def cpu(self) -> float:
        """CPU seconds of all its processes so far."""
        stats = (Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in self._pids())
        return sum(int(one[11]) + int(one[12]) for one in stats) / os.sysconf("SC_CLK_TCK")

    def _pids(self) -> list[int]:
        pid = self.process.pid
        return [pid, *map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]


@contextmanager
def serve(data: Path, *options: str) -> Iterator[Served]:
    """Serve a data folder on a free port, ready for questions, until the end of the block; no answer is kept."""
    env = {**os.environ, "BYLINE_ANSWER_CACHE": "0"}
    with tempfile.NamedTemporaryFile() as log:
        command = [*BYLINE, "serve", "--data", str(data), "--port", "0", *options]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=log.file, env=env)
        try:
            port = _wait_for_port(process, Path(log.name))
            wait_ready(port)
            yield Served(process, port)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()


def wait_ready(port: int) -> None:
    """Return when a question would be answered."""
    for _ in range(PATIENCE_S * 20):
        asking = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
        asking.request("GET", "/readyz")
        if asking.getresponse().status == 200:
            return
        time.sleep(0.05)
    raise TimeoutError(f"the server was not ready after {PATIENCE_S} s")


def _wait_for_port(process: subprocess.Popen[bytes], log: Path) -> int:
    for _ in range(PATIENCE_S * 50):
        if found := re.search(r"running on http://\S+:(\d+)", log.read_text()):
            return int(found[1])
        if process.poll() is not None:
            raise ChildProcessError(f"the server ended with {process.returncode}: {log.read_text()}")
        time.sleep(0.02)
    raise TimeoutError(f"the server did not say where it listens in {PATIENCE_S} s: {log.read_text()}")


def _weigh(pid: int) -> Memory:
    found = dict(re.findall(r"^(\w+): +(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M))
    return Memory(int(found["Rss"]) / 1024, int(found["Pss"]) / 1024)
