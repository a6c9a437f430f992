"""`byline serve` as a process of its own, for the tests that stop, kill and restart it."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[3]


@contextmanager
def process(data: Path, *options: str, **settings: str) -> Iterator[tuple[subprocess.Popen[str], httpx.Client]]:
    """The server as a process of its own on a free port, which it tells in its log."""
    command = [sys.executable, "-m", "service", "serve", "--data", str(data), "--port", "0", *options]
    env = {**os.environ, **settings}
    log = (data.parent / "log").open("w+")
    running = subprocess.Popen(command, cwd=ROOT, env=env, stderr=log, stdout=subprocess.DEVNULL, text=True)
    try:
        with httpx.Client(base_url=_wait_for_address(running, data.parent / "log"), timeout=120) as client:
            yield running, client
    finally:
        running.kill()
        running.wait()
        log.close()


def _wait_for_address(running: subprocess.Popen[str], log: Path) -> str:
    for _ in range(600):
        if found := re.search(r"running on (http://\S+)", log.read_text()):
            return found[1]
        assert running.poll() is None, log.read_text()
        time.sleep(0.1)
    raise AssertionError(log.read_text())
