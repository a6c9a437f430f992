"""Servers for tests: an application in a thread of this process, and `byline serve` as a process of its own."""

import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn
from fastapi import FastAPI

ROOT = Path(__file__).parents[3]


@contextmanager
def run_app(app: FastAPI) -> Iterator[httpx.Client]:
    """The application on a free port of loopback until the end of the block, and a client of it."""
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{listening.getsockname()[1]}", timeout=120) as opened:
                yield opened
        finally:
            server.should_exit = True
            thread.join()


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
