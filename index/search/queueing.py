"""Work that threads bring one piece at a time and that costs less together; no more goes on at once than cores."""

import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
# Pieces of work done together, at most: what comes later waits no longer than these take.
_TOGETHER = 16


def count_cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Queue(Generic[Item, Result]):
    """Whoever comes to a free core takes along all that wait; nobody waits for company."""

    def __init__(self, act: Callable[[Sequence[Item]], Sequence[Result]]) -> None:
        """`act` does any number of items, giving a result for each, in order."""
        self._act = act
        self._cores = threading.BoundedSemaphore(count_cores())
        self._lock = threading.Lock()
        self._waiting: list[tuple[Item, Future[Result]]] = []

    def run(self, item: Item) -> Result:
        """The result for one item; a fault of the work is raised in every thread whose item was in it."""
        own: Future[Result] = Future()
        with self._lock:
            self._waiting.append((item, own))
        # With nothing left to take, another thread has the item in hand.
        with self._cores:
            while not own.done() and self._take():
                pass
        return own.result()

    def _take(self) -> bool:
        """Do what waits, as much as goes together; whether there was anything."""
        with self._lock:
            batch, self._waiting = self._waiting[:_TOGETHER], self._waiting[_TOGETHER:]
        if not batch:
            return False
        try:
            for (_, future), result in zip(batch, self._act([item for item, _ in batch]), strict=True):
                future.set_result(result)
        except BaseException as error:  # noqa: BLE001 - it is raised again in every thread that waits
            for _, future in batch:
                if not future.done():
                    future.set_exception(error)
        return True
