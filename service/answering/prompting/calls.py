"""The calls of a model that one answer takes: within one deadline, counted, ended when whoever asked has left."""

import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from prompts.load import Message, Prompt
from service.answering.prompting.replies import read_object
from service.answering.read_by import Usage
from service.answering.reading import Leave
from service.errors import ModelReplyError, ModelTimeoutError
from service.llm.model import Model
from service.llm.values import Completion

_LOG = logging.getLogger("byline")
_REPLIED = 4_000  # characters of a reply that is sent back to be put right


class Calls:
    """Used for one answer, on one thread. Every call may raise ModelError."""

    def __init__(self, model: Model, leave: Leave) -> None:
        self.name = model.name
        self._model, self._leave = model, leave
        self._done: list[Completion | None] = []

    def stream(self, messages: Sequence[Message], prompt: Prompt, most_tokens: int) -> Iterator[str]:
        """The words of a reply as they come, all of them in the end; a reply that was cut off by its length is too."""
        self._done.append(None)
        with (
            self._model.stream(messages, prompt.schema, self._left_s(), most_tokens) as stream,
            self._leave.ending(stream.close),
        ):
            yield from stream
            self._done[-1] = stream.completion()

    def ask(self, prompt: Prompt, most_tokens: int, **slots: str) -> Mapping[str, Any]:
        """A reply as the object that it is to be."""
        text = "".join(self.stream(prompt.fill(**slots), prompt, most_tokens))
        return read_object(text, self.name)

    def repair(
        self, messages: Sequence[Message], prompt: Prompt, reply: str, error: ModelReplyError, most_tokens: int
    ) -> str:
        """The reply anew, once the model was told what was wrong with the first."""
        _LOG.info("the model is asked again: %s", error)
        turns: list[Message] = [
            *messages,
            {"role": "assistant", "content": reply[:_REPLIED]},
            {"role": "user", "content": f"That cannot be used: {error}. Reply again, with the JSON object alone."},
        ]
        return "".join(self.stream(turns, prompt, most_tokens))

    def usage(self) -> Usage | None:
        """What they took; None where there were none, null fields where one did not say."""
        if not self._done:
            return None
        whole = [one for one in self._done if one is not None]
        said = whole if len(whole) == len(self._done) else []
        tokens_in, tokens_out = ([getattr(one, name) for one in said] for name in ("tokens_in", "tokens_out"))
        costs = [one.cost for one in said]
        return Usage(
            calls=len(self._done),
            tokens_in=sum_known(tokens_in),
            tokens_out=sum_known(tokens_out),
            cost=sum_known(costs),
        )

    def _left_s(self) -> float:
        left = self._model.total_s - (time.monotonic() - self._leave.since)
        if left <= 0:
            raise ModelTimeoutError(f"{self.name} was not done within {self._model.total_s:g} s")
        return left


def sum_known(values: Sequence[Any]) -> Any:
    """The sum; None where one is not known, or there is none."""
    return None if not values or None in values else sum(values)
