"""A model reader over the scripted server, and what a test asks of the samples through it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from index.search.search import Search
from service.answering.answer import Answer
from service.answering.model_reader import ModelReader
from service.answering.quote_reader import QuoteReader
from service.ask import Event, ask_aloud
from service.llm.model import Model
from service.llm.values import Limits
from service.requests import AskRequest
from service.showing.articles import show_whole
from tests.scripted.server import Body, ScriptedModel
from tests.service.laws import break_laws

QUESTION = "How many people did the US-led coalition kill?"
# Long enough for a machine that has other things to do, and short enough to wait for.
HASTY = Limits(total_s=6.0, first_s=1.5, idle_s=1.5, reply_bytes=1 << 20)
_STATEMENT = re.compile(r"^\[(\d+\.\d+)\] (.*)$", re.MULTILINE)


@contextmanager
def reading(server: ScriptedModel, *, prose: bool = False, limits: Limits = HASTY) -> Iterator[ModelReader]:
    """A reader whose model has answered nobody yet; LiteLLM is loaded, so that its seconds are not the model's."""
    model = Model("openai/scripted", server.base, "sk-secret-of-the-operator", limits)
    model.load()
    try:
        yield ModelReader(model, QuoteReader(), prose=prose)
    finally:
        model.close()


def ask(
    search: Search, reader: ModelReader, question: str = QUESTION, /, **fields: object
) -> tuple[list[Event], Answer]:
    """What is told before the answer, and the answer; every law is held to."""
    request = AskRequest.model_validate({"question": question, **fields})
    *before, answer = ask_aloud(request, search, reader)
    assert isinstance(answer, Answer)
    with search.reader.view() as view:
        shown: Callable[[str], Mapping[str, Any]] = lambda key: show_whole(view, key).model_dump(mode="json")  # noqa: E731
        assert list(break_laws(answer.model_dump(mode="json"), shown)) == []
    return before, answer


def shown_statements(body: Body) -> list[tuple[str, str]]:
    """The statements of a request for a reading, each with its number."""
    return _STATEMENT.findall(body["messages"][1]["content"])


def choose(*words: str) -> Callable[[Body], str]:
    """A model that chooses, in a group of its own, the first statement that holds each of the words."""

    def reply(body: Body) -> str:
        numbers = [next(number for number, text in shown_statements(body) if word in text) for word in words]
        return write_groups([[one] for one in numbers])

    return reply


def write_groups(groups: Sequence[Sequence[str]], kind: str = "what") -> str:
    """The reply that has these groups."""
    written = ", ".join("[" + ", ".join(f'"{one}"' for one in group) + "]" for group in groups)
    return f'{{"kind": "{kind}", "groups": [{written}]}}'
