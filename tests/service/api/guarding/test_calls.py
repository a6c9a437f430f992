"""So many calls a minute and no more, whoever counts them; a caller's count is its own."""

import fcntl
import os
import signal
from multiprocessing import get_context

import pytest

from service.api.guarding.calls import CallCount


def take_all(count: CallCount, caller: int, now: float, n: int) -> int:
    return sum(not count.take(caller, now) for _ in range(n))


@pytest.mark.parametrize("most", [1, 2, 7, 60, 1000])
def test_so_many_may_come_at_once_and_as_many_again_within_a_minute(most: int) -> None:
    count = CallCount(1, most)
    assert take_all(count, 0, 1000.0, 3 * most) == most
    assert take_all(count, 0, 1030.0 + 1e-6, 3 * most) == most // 2
    assert take_all(count, 0, 2000.0, 3 * most) == most


@pytest.mark.parametrize(("most", "wait"), [(1, 60), (2, 30), (7, 9), (60, 1), (1000, 1)])
def test_the_wait_is_told_in_whole_seconds_and_is_enough(most: int, wait: int) -> None:
    count = CallCount(1, most)
    take_all(count, 0, 5.0, most)
    assert count.take(0, 5.0) == wait
    assert count.take(0, 5.0 + wait) == 0


def test_a_call_that_is_refused_makes_nobody_wait_longer() -> None:
    count = CallCount(1, 60)
    take_all(count, 0, 0.0, 60)
    assert [count.take(0, 0.5) for _ in range(100)] == [1] * 100
    assert count.take(0, 1.0) == 0


def test_callers_are_counted_apart() -> None:
    count = CallCount(3, 5)
    assert [take_all(count, n, 7.0, 9) for n in (0, 1, 2)] == [5, 5, 5]


def test_processes_that_were_forked_count_as_one() -> None:
    count, fork = CallCount(2, 1000), get_context("fork")
    taken = fork.SimpleQueue()
    crew = [fork.Process(target=lambda: taken.put(take_all(count, 1, 9.0, 500))) for _ in range(4)]
    for one in crew:
        one.start()
    for one in crew:
        one.join()
    assert sum(taken.get() for _ in crew) == 1000
    assert take_all(count, 0, 9.0, 2000) == 1000


def test_a_process_that_dies_within_a_call_leaves_the_count_to_the_others() -> None:
    count, fork = CallCount(1, 3), get_context("fork")

    def die() -> None:
        fcntl.lockf(count._file.fileno(), fcntl.LOCK_EX, 8, 0)
        os.kill(os.getpid(), signal.SIGKILL)

    dying = fork.Process(target=die)
    dying.start()
    dying.join()
    assert take_all(count, 0, 0.0, 9) == 3
