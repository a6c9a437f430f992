"""`make demo`: index the sample corpus, serve it on a free port, ask one question over HTTP, leave the server up."""

import argparse
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data" / "demo"
PID = DATA / "server.pid"
QUESTION = "How many people did the US-led coalition kill?"
PATIENCE_S = 120


def main() -> int:
    """Run the demo, or stop its server with --stop."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stop", action="store_true", help="stop the server that the demo left running")
    stop_server()
    if parser.parse_args().stop:
        return 0
    byline = [sys.executable, "-m", "service"]
    subprocess.run([*byline, "index", "corpus", "--data", str(DATA)], cwd=ROOT, check=True)
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with (DATA / "server.log").open("wb") as log:
        serve = [*byline, "serve", "--host", "127.0.0.1", "--port", str(port), "--data", str(DATA)]
        server = subprocess.Popen(serve, cwd=ROOT, stdout=log, stderr=log, start_new_session=True)
    PID.write_text(str(server.pid))
    wait_ready(server, url)
    print(f"\nPOST {url}/v1/ask  {json.dumps({'question': QUESTION})}\n")
    answer = ask(url, QUESTION)
    print(answer["direct"]["text"], *(f"- {claim['text']}" for claim in answer["claims"]), "", sep="\n")
    for citation in answer["citations"]:
        print(f"[{citation['n']}] {citation['outlet']}, {citation['title']}, {citation['published'] or 'undated'}")
    print(f"\nThe server is up at {url} ({url}/openapi.json says what it takes); stop it with: make stop")
    return 0


def ask(url: str, question: str) -> dict:
    body = json.dumps({"question": question}).encode()
    request = urllib.request.Request(f"{url}/v1/ask", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as reply:
        return json.load(reply)


def wait_ready(server: subprocess.Popen, url: str) -> None:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if server.poll() is not None:
            sys.exit(f"the server stopped with {server.returncode}:\n{(DATA / 'server.log').read_text()}")
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(f"{url}/readyz", timeout=5).close()
            return
        time.sleep(0.2)
    sys.exit(f"the server was not ready after {PATIENCE_S} s; its log is {DATA / 'server.log'}")


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def stop_server() -> None:
    if PID.exists():
        with contextlib.suppress(ProcessLookupError, ValueError):
            os.kill(int(PID.read_text()), signal.SIGTERM)
        PID.unlink()


if __name__ == "__main__":
    sys.exit(main())
