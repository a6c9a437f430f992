"""Spares a model that is down, and those who wait for it: after some failures it is left alone for a while."""

import threading
import time
from collections.abc import Callable

# Calls that fail one after the other before the model is left alone; for how long, at first and at most, in seconds.
FAILURES = 2
FIRST_S = 5.0
MOST_S = 60.0


class Breaker:
    """Safe to share between threads. Each `enter` that returns 0 is followed by one of `succeed`, `fail`, `leave`."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._pause = FIRST_S
        self._until: float | None = None
        self._is_probed = False

    def enter(self) -> float:
        """0 where a call may be made, else the seconds until one may; after a pause one alone may, as a probe."""
        with self._lock:
            if self._until is None:
                return 0.0
            left = self._until - self._clock()
            if left > 0 or self._is_probed:
                return max(left, 1.0)
            self._is_probed = True
            return 0.0

    def succeed(self) -> None:
        """The model lives, whatever it said."""
        with self._lock:
            self._failures, self._pause, self._until, self._is_probed = 0, FIRST_S, None, False

    def fail(self) -> None:
        """The model did not answer; a probe that fails doubles the pause."""
        with self._lock:
            self._failures += 1
            if self._is_probed:
                self._pause = min(2 * self._pause, MOST_S)
            if self._is_probed or (self._failures >= FAILURES and self._until is None):
                self._until = self._clock() + self._pause
            self._is_probed = False

    def leave(self) -> None:
        """The caller went away before there was a verdict."""
        with self._lock:
            self._is_probed = False
