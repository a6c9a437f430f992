"""A language model as callers on any thread use it: whole replies and streams that can be closed."""

import asyncio
import queue
import threading
import time
from collections.abc import Callable, Coroutine, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from types import TracebackType
from typing import Any, Self, TypeVar

from prompts.load import Message
from service.errors import ModelDownError, ModelTimeoutError
from service.llm.breaker import Breaker
from service.llm.door import Door
from service.llm.tries import Tries
from service.llm.values import Call, Completion, Limits, Schema
from service.settings import Settings

T = TypeVar("T")
MOST_TOKENS = 4096
# After its deadline a call has this long to end by itself; then it is left behind, whatever it hangs on.
_GRACE_S = 1.0


class Model:
    """Safe to share between threads; cheap to make. LiteLLM and a thread of its own are started at the first call.

    Every call ends within its seconds: the work is done on an event loop where each wait is cancelled at its limit,
    which closes the connection, and the caller waits on a queue with a limit too, should that loop itself hang.
    """

    def __init__(
        self,
        name: str,
        base: str | None = None,
        key: str | None = None,
        limits: Limits | None = None,
        context: int | None = None,
    ) -> None:
        """`name` as LiteLLM has it (openai/NAME for a server at `base`); a `base` without a key is sent none.

        `context`: tokens that the model reads at once, where LiteLLM does not know it or is wrong.
        """
        self.name = name
        self._limits = given = limits or Limits()
        self._context = context
        self._tries = Tries(name, lambda: Door(name, base, key, given), Breaker())
        self._loop = _Loop()

    @property
    def total_s(self) -> float:
        """The most seconds that a call may take, over all its tries."""
        return self._limits.total_s

    def complete(
        self,
        messages: Sequence[Message],
        schema: Schema | None = None,
        within_s: float | None = None,
        most_tokens: int = MOST_TOKENS,
    ) -> Completion:
        """A whole reply, JSON where a schema is given and the model heeds it; ModelError."""
        with self._start(Call(messages, schema, most_tokens, streamed=False), within_s) as stream:
            return stream.finish()

    def stream(
        self,
        messages: Sequence[Message],
        schema: Schema | None = None,
        within_s: float | None = None,
        most_tokens: int = MOST_TOKENS,
    ) -> "ModelStream":
        """The same word by word; close it (or leave its `with` block) to end the call at once."""
        return self._start(Call(messages, schema, most_tokens, streamed=True), within_s)

    def context_tokens(self) -> int | None:
        """How many tokens the model reads at once, where that was given or LiteLLM knows it; loads LiteLLM."""
        return self._context or self._tries.open().context_tokens()

    def load(self) -> None:
        """Load LiteLLM now, which takes seconds, and not at the first call; starts no thread, so a fork may follow."""
        self._tries.open()

    def close(self) -> None:
        """End every call, close the connections, and end the thread."""
        self._loop.close(self._tries.close)

    def _start(self, call: Call, within_s: float | None) -> "ModelStream":
        allowed = min(within_s or self._limits.total_s, self._limits.total_s)
        words: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        future = self._loop.submit(self._tries.run(call, words.put, allowed))
        return ModelStream(self.name, words, future, allowed, self._abandon)

    def _abandon(self) -> None:
        """Leave a loop that hangs, and the connections that are bound to it; the next call begins anew."""
        self._loop.abandon()
        self._tries.forget()


class ModelStream(Iterator[str]):
    """The words of a reply as they come; ModelError where it fails, also after some words."""

    def __init__(
        self,
        name: str,
        words: "queue.SimpleQueue[str | None]",
        future: "Future[Completion]",
        within_s: float,
        abandon: Callable[[], None],
    ) -> None:
        self._name, self._words, self._future, self._abandon = name, words, future, abandon
        self._end = time.monotonic() + within_s + _GRACE_S
        future.add_done_callback(lambda _: words.put(None))

    def __next__(self) -> str:
        try:
            word = self._words.get(timeout=max(0.0, self._end - time.monotonic()))
        except queue.Empty:
            self.close()
            self._abandon()
            raise ModelTimeoutError(f"{self._name} hangs and was left behind") from None
        if word is None:
            self._words.put(None)
            self.completion()
            raise StopIteration
        return word

    def completion(self) -> Completion:
        """The whole reply, once its words have come to an end; ModelError where it never became whole."""
        try:
            return self._future.result(timeout=0)
        except (CancelledError, TimeoutError):
            raise ModelDownError(f"the reply of {self._name} was closed before it was whole") from None

    def finish(self) -> Completion:
        """Wait for the whole reply."""
        for _ in self:
            pass
        return self.completion()

    def close(self) -> None:
        """End the call, from any thread; whoever waits for its next word gets a ModelError."""
        self._future.cancel()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Loop:
    """An event loop in a thread of its own, begun when first needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None

    def submit(self, work: Coroutine[Any, Any, T]) -> "Future[T]":
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                threading.Thread(target=_run, args=(self._loop,), name="model", daemon=True).start()
            return asyncio.run_coroutine_threadsafe(work, self._loop)

    def abandon(self) -> None:
        with self._lock:
            self._loop = None

    def close(self, last: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Cancel what is under way, do one last thing, and end the thread, if there is one."""
        with self._lock:
            loop, self._loop = self._loop, None
        if loop is None:
            return

        async def end() -> None:
            under_way = asyncio.all_tasks() - {asyncio.current_task()}
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)
            await last()

        try:
            asyncio.run_coroutine_threadsafe(end(), loop).result(_GRACE_S)
        except TimeoutError:  # it hangs; its thread is a daemon and ends with the process
            return
        loop.call_soon_threadsafe(loop.stop)


def _run(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    loop.run_forever()
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()


def name_model(settings: Settings) -> Model | None:
    """The model that the settings ask for, not yet reached; None where they ask for none."""
    if not settings.model:
        return None
    limits = Limits(settings.model_timeout_s, settings.model_first_s, settings.model_idle_s)
    key = settings.model_api_key.get_secret_value() if settings.model_api_key else None
    return Model(settings.model, settings.model_api_base, key, limits, settings.model_context)
