"""Work that waits together is done together, and a fault reaches everyone whose work was in it."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from index.search.queueing import Queue, count_cores


def test_each_thread_gets_the_result_of_its_own_item() -> None:
    queue: Queue[int, int] = Queue(lambda items: [item * item for item in items])
    with ThreadPoolExecutor(32) as pool:
        assert list(pool.map(queue.run, range(500))) == [n * n for n in range(500)]


def test_what_waits_while_every_core_is_busy_is_done_together() -> None:
    sizes: list[int] = []
    started, go_on = threading.Semaphore(0), threading.Event()

    def act(items: Sequence[int]) -> Sequence[int]:
        sizes.append(len(items))
        started.release()
        go_on.wait(10)
        return items

    queue: Queue[int, int] = Queue(act)
    cores = count_cores()
    with ThreadPoolExecutor(cores + 8) as pool:
        first = [pool.submit(queue.run, n) for n in range(cores)]
        for _ in range(cores):
            assert started.acquire(timeout=10)
        rest = [pool.submit(queue.run, 100 + n) for n in range(8)]
        while len(queue._waiting) < 8:
            threading.Event().wait(0.001)
        go_on.set()
        assert [one.result(10) for one in first + rest] == [*range(cores), *range(100, 108)]
    assert sizes == [1] * cores + [8]


def test_a_fault_is_raised_in_every_thread_that_it_met() -> None:
    def fail(items: Sequence[int]) -> Sequence[int]:
        raise ValueError("no room")

    queue: Queue[int, int] = Queue(fail)
    for _ in range(3):
        with pytest.raises(ValueError, match="no room"):
            queue.run(1)
