"""Latency and tokens of answers read by a language model, beside quotes alone in the same run; the samples indexed.

python -m benchmarks.model --base http://127.0.0.1:8080/v1 --model openai/NAME [--prose] [--runs N] [QUESTION...]
"""

import argparse
import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.served import BYLINE, serve

QUESTIONS = (
    "How many people did the US-led coalition kill?",
    "Who liberated al-Sukhnah?",
    "Did the US-led coalition bomb the hospital in Raqqa?",
    "What did SANA say about cluster bombs?",
)
PATIENCE_S = 1200


@dataclass(frozen=True, slots=True)
class Asked:
    """One answer, with the seconds until its first claim, None where it told none, and until its end."""

    first: float | None
    total: float
    answer: Any


def ask(port: int, question: str, reader: str | None, *, stream: bool) -> Asked:
    """Ask over HTTP; a stream's last event is its answer."""
    body = {"question": question, "stream": stream, **({"reader": reader} if reader else {})}
    calling = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    began = time.perf_counter()
    calling.request("POST", "/v1/ask", json.dumps(body), {"Content-Type": "application/json"})
    reply = calling.getresponse()
    if reply.status != 200:
        raise ChildProcessError(f"{question!r} was answered with {reply.status}: {reply.read()!r}")
    if not stream:
        answer = json.load(reply)
        return Asked(None, time.perf_counter() - began, answer)
    first, event, answer = None, "", None
    for line in map(bytes.decode, reply):
        name, _, value = line.strip().partition(": ")
        if name == "event":
            event = value
        elif name == "data" and event == "answer":
            answer = json.loads(value)
        if name == "data" and event == "claim" and first is None:
            first = time.perf_counter() - began
    return Asked(first, time.perf_counter() - began, answer)


def main() -> int:
    """Print each question's figures, then what the two readers took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", required=True, help="address of a server that speaks as OpenAI's does")
    parser.add_argument("--model", required=True, help="as LiteLLM names it, such as openai/NAME")
    parser.add_argument("--key-file", default="", help="file with the key of it")
    parser.add_argument("--context", default="", help="tokens that it reads at once; by its name")
    parser.add_argument("--prose", action="store_true", help="it words the answers too")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print the answers as well")
    parser.add_argument(
        "questions", nargs="*", default=QUESTIONS, help="other questions on corpus/ than the usual four"
    )
    chosen = parser.parse_args()
    os.environ |= {
        "BYLINE_MODEL": chosen.model,
        "BYLINE_MODEL_API_BASE": chosen.base,
        "BYLINE_MODEL_API_KEY_FILE": chosen.key_file,
        "BYLINE_MODEL_CONTEXT": chosen.context,
        "BYLINE_MODEL_PROSE": str(chosen.prose).lower(),
        "BYLINE_MODEL_TIMEOUT_S": "600",
        "BYLINE_MODEL_FIRST_S": "300",
        "BYLINE_MODEL_IDLE_S": "120",
        "BYLINE_ANSWER_CACHE": "0",
    }
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        subprocess.run([*BYLINE, "index", "corpus", "--data", str(data)], stderr=subprocess.DEVNULL, check=True)
        with serve(data, "--workers", "1") as served:
            _measure(served.port, chosen)
    return 0


def _measure(port: int, chosen: argparse.Namespace) -> None:
    rows: dict[tuple[str | None, bool], list[Asked]] = {}
    for _ in range(chosen.runs):
        for question in chosen.questions:
            for reader, stream in ((None, False), (None, True), ("quotes", False), ("quotes", True)):
                rows.setdefault((reader, stream), []).append(one := ask(port, question, reader, stream=stream))
                _show(question, one, stream, chosen.show)
    print()
    for (reader, stream), asked in rows.items():
        first = [one.first for one in asked if one.first is not None]
        print(
            f"{reader or 'model':7} {'streamed' if stream else 'plain':9} whole {_median([one.total for one in asked])}"
            + (f", first claim {_median(first)}, of {len(first)} of {len(asked)} answers" if stream else "")
        )
    by_model, by_quotes = (statistics.median(one.total for one in rows[reader, False]) for reader in (None, "quotes"))
    print(f"a whole answer by the model takes {by_model / by_quotes:.0f} times as long as by quotes")
    degraded = sum(one.answer["reader"]["degraded"] for key, asked in rows.items() if not key[0] for one in asked)
    print(f"degraded: {degraded} of {sum(len(asked) for key, asked in rows.items() if not key[0])}")


def _show(question: str, asked: Asked, stream: bool, whole: bool) -> None:
    answer = asked.answer
    reader, usage = answer["reader"], answer["usage"] or {}
    by = "quotes, degraded" if reader["degraded"] else reader["kind"]
    first = f"{asked.first:.2f} s" if asked.first is not None else "-"
    print(
        f"{question} | {'streamed' if stream else 'plain'} | {by} | first {first} | whole {asked.total:.2f} s | calls "
        f"{usage.get('calls', 0)}, tokens in {usage.get('tokens_in')}, out {usage.get('tokens_out')} | claims "
        f"{len(answer['claims'])}, dropped {answer['dropped']['statements']}, unread {reader['unread']}",
        flush=True,
    )
    if whole:
        print(f"    {answer['answer']}", flush=True)


def _median(seconds: Sequence[float]) -> str:
    if not seconds:
        return "-"
    return f"{statistics.median(seconds):.2f} s ({min(seconds):.2f} to {max(seconds):.2f})"


if __name__ == "__main__":
    sys.exit(main())
