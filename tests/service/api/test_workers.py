"""Several serving processes are one server: what goes in through one is found by all, and none outlives the first."""

import os
import signal
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from index.errors import BylineError
from index.search.check import check_index
from index.search.embedding import Embedder
from index.search.search import Search
from service.api.workers import listen
from tests.service.api.served import process

# A call on a connection of its own reaches either worker as if by a coin; so many calls reach both.
CALLS = 12
FERRY = (
    "Ferry {name} sinks off the coast\n\nThe ferry {name} sank off Brevik on Monday, the coast guard said. All were"
    " saved by fishing boats that had heard its call, and were brought to a school in the town for the night.\n"
)


def workers_of(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def wait_until_gone(pids: list[int]) -> None:
    for _ in range(300):
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return
        time.sleep(0.1)
    raise AssertionError([pid for pid in pids if Path(f"/proc/{pid}").exists()])


def find(address: httpx.URL, words: str) -> list[str]:
    """The articles found, over a connection of its own."""
    found = httpx.post(f"{address}/v1/search", json={"query": words, "k": 1}, timeout=120).json()
    return [hit["passage"]["article_id"] for hit in found["hits"]]


@contextmanager
def two_workers(data: Path) -> Iterator[tuple[int, httpx.URL]]:
    with process(data, "--workers", "2") as (running, client):
        yield running.pid, client.base_url
        running.send_signal(signal.SIGTERM)
        assert running.wait(60) == 0


def test_what_one_worker_takes_in_or_out_every_worker_knows_at_once(tmp_path: Path, embedder: Embedder) -> None:
    data = tmp_path / "data"
    names = ["Orlanda", "Vindafjord", "Skagerrak"]
    with two_workers(data) as (pid, address):
        crew = workers_of(pid)
        assert len(crew) == 2
        for name in names:
            text = FERRY.format(name=name)
            assert httpx.put(f"{address}/v1/articles/{name}", json={"text": text}, timeout=120).status_code == 201
            assert [find(address, name) for _ in range(CALLS)] == [[name]] * CALLS
        assert httpx.delete(f"{address}/v1/articles/Orlanda", timeout=120).status_code == 204
        assert not any("Orlanda" in find(address, "Orlanda") for _ in range(CALLS))
        assert [httpx.get(f"{address}/readyz").json()["articles"] for _ in range(CALLS)] == [2] * CALLS
    wait_until_gone(crew)
    search = Search(data, embedder)
    assert search.vectors.saved == search.words.sequence == 4
    assert [faults for _, faults in check_index(search) if faults] == []


def test_articles_put_through_both_workers_at_once_wait_for_each_other(tmp_path: Path) -> None:
    names = [f"Ship{n}" for n in range(8)]
    with two_workers(tmp_path / "data") as (_, address):

        def put(name: str) -> int:
            text = FERRY.format(name=name)
            return httpx.put(f"{address}/v1/articles/{name}", json={"text": text}, timeout=120).status_code

        with ThreadPoolExecutor(len(names)) as pool:
            assert list(pool.map(put, names)) == [201] * len(names)
        listed = httpx.get(f"{address}/v1/articles").json()["data"]
        assert [one["id"] for one in listed] == names
        assert [find(address, name) for name in names] == [[name] for name in names]


def test_a_worker_that_dies_is_replaced_and_the_others_answer_meanwhile(tmp_path: Path) -> None:
    with two_workers(tmp_path / "data") as (pid, address):
        first, second = workers_of(pid)
        os.kill(first, signal.SIGKILL)
        for _ in range(CALLS):
            assert httpx.get(f"{address}/healthz", timeout=120).json() == {"status": "ok"}
        crew = workers_of(pid)
        assert len(crew) == 2
        assert first not in crew
        assert second in crew


def test_workers_end_when_the_process_that_started_them_is_killed(tmp_path: Path) -> None:
    with process(tmp_path / "data", "--workers", "2") as (running, _):
        crew = workers_of(running.pid)
        running.kill()
        running.wait()
        wait_until_gone(crew)


def test_an_address_is_listened_on_by_one_server_only() -> None:
    held = listen("127.0.0.1", 0, 2)
    port = held[0].getsockname()[1]
    for count in (1, 2):
        with pytest.raises(BylineError, match=f"^cannot listen on 127.0.0.1 port {port}: Address already in use"):
            listen("127.0.0.1", port, count)
    for one in held:
        one.close()


def test_answers_are_sent_at_once() -> None:
    for count in (1, 2):
        held = listen("127.0.0.1", 0, count)
        # asyncio turns the waiting off for sockets that are named as TCP.
        assert [one.proto for one in held] == [socket.IPPROTO_TCP] * count
        for one in held:
            one.close()


def test_connections_are_shared_out_between_the_sockets() -> None:
    first, second = listen("127.0.0.1", 0, 2)
    calling = [socket.create_connection(first.getsockname()) for _ in range(64)]
    taken = 0
    first.setblocking(False)
    while True:
        try:
            first.accept()[0].close()
            taken += 1
        except BlockingIOError:
            break
    for one in (*calling, first, second):
        one.close()
    assert 8 < taken < 56
