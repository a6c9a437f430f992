"""A call as up to three tries within its deadline. Knows no threads; runs on one event loop."""

import asyncio
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from service.errors import ModelDownError, ModelError, ModelRefusedError, ModelTimeoutError
from service.llm.breaker import Breaker
from service.llm.door import Door
from service.llm.values import FORMS, Call, Completion, Form

TRIES = 3
# Before the second try, where the server names no time; twice that before the third.
PAUSE_S = 0.25

_LOG = logging.getLogger("byline")


class Tries:
    """Makes calls through a door; remembers between them how the model takes JSON, and whether it is down."""

    def __init__(self, name: str, make: Callable[[], Door], breaker: Breaker) -> None:
        self._name, self._make, self._breaker = name, make, breaker
        self._opening = threading.Lock()
        self._door: Door | None = None
        self._form: Form | None = None

    def open(self) -> Door:
        """The door, made at first use."""
        with self._opening:
            if self._door is None:
                self._door = self._make()
            return self._door

    def forget(self) -> None:
        """Make another door at the next use."""
        with self._opening:
            self._door = None

    async def close(self) -> None:
        """Close the connections."""
        if self._door is not None:
            await self._door.close()
        self.forget()

    async def run(self, call: Call, put: Callable[[str], None], within_s: float) -> Completion:
        """The reply, or a ModelError within so many seconds. What was `put` is never put again by another try."""
        deadline = asyncio.get_running_loop().time() + within_s
        try:
            async with asyncio.timeout_at(deadline):
                door = await asyncio.to_thread(self.open)
                with self._judge(deadline):
                    return await self._try(door, call, put, deadline)
        except TimeoutError:
            raise ModelTimeoutError(f"{self._name} was not done within {within_s:g} s") from None

    @contextmanager
    def _judge(self, deadline: float) -> Iterator[None]:
        """Refuse a call of a model that is being spared, and tell the breaker how another ended."""
        wait_s = self._breaker.enter()
        if wait_s:
            raise ModelDownError(f"{self._name} does not answer; it is tried again in {wait_s:.0f} s", wait_s)
        try:
            yield
        except ModelError as error:
            if isinstance(error, ModelDownError | ModelTimeoutError):
                self._breaker.fail()
            else:
                self._breaker.succeed()
            raise
        except asyncio.CancelledError:
            if asyncio.get_running_loop().time() >= deadline:
                self._breaker.fail()
            else:
                self._breaker.leave()
            raise
        self._breaker.succeed()

    async def _try(self, door: Door, call: Call, put: Callable[[str], None], deadline: float) -> Completion:
        form = (self._form or door.best_form()) if call.schema else None
        said: list[bool] = []

        def tell(word: str) -> None:
            said.append(True)
            put(word)

        for left in reversed(range(TRIES)):
            try:
                completion = await door.send(call, form, tell)
            except ModelError as error:
                _LOG.warning("the model: %s", error)
                if said or not left:
                    raise
                if isinstance(error, ModelRefusedError) and form in FORMS[:-1]:
                    form = FORMS[FORMS.index(form) + 1]
                else:
                    await self._pause(error, TRIES - left, deadline)
            else:
                self._form = form or self._form
                return completion
        raise AssertionError("the last try returns or raises")

    async def _pause(self, error: ModelError, done: int, deadline: float) -> None:
        """Wait before the next try; the error again where that would not help, or not in time."""
        wait_s = PAUSE_S * done if error.retry_s is None else error.retry_s
        late = asyncio.get_running_loop().time() + wait_s >= deadline
        # Whoever waits has waited long enough for one that keeps silent.
        if not error.retry_helps or isinstance(error, ModelTimeoutError) or late:
            raise error
        await asyncio.sleep(wait_s)
