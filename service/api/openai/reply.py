"""A question or a chore to what is replied, before it takes the form of one call or the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar
from uuid import uuid4

from service.answering.answer import Answer
from service.answering.read_by import Usage
from service.answering.reading import Leave, Reader
from service.api.aloud import Aloud, Hearing
from service.api.openai.chores import Chore, do_chore
from service.api.openai.sources import Source, find_sources
from service.kept import Answers, ask_again
from service.library import Library
from service.llm.model import Model
from service.render.chat import render_chat
from service.requests import AskRequest

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Makers:
    """What answers questions and what does chores; `public_url` is where readers reach this server, if that is set."""

    library: Library
    reader: Reader
    kept: Answers
    aloud: Aloud
    model: Model | None
    public_url: str | None


@dataclass(frozen=True, slots=True)
class Reply:
    """A text and the sources its marks stand for; `tokens` are what a language model read and wrote, if one did."""

    text: str
    sources: tuple[Source, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    tokens: tuple[int, int] = (0, 0)


def hear_reply(wanted: AskRequest | Chore, makers: Makers, base: str, form: Callable[[Reply], T]) -> Hearing[T]:
    """The reply in a form, made on a thread, whole and checked; `base` is the address of the call."""

    def tell(leave: Leave) -> Iterator[T]:
        if isinstance(wanted, Chore):
            done = do_chore(wanted, makers.model)
            yield form(Reply(done.text, tokens=(done.tokens_in, done.tokens_out)))
            return
        for event in ask_again(wanted, makers.library.search(), makers.reader, makers.kept, leave):
            if isinstance(event, Answer):
                yield form(show_answer(event, makers.public_url or base))

    return makers.aloud.hear(tell)


def show_answer(answer: Answer, base: str) -> Reply:
    """An answer as the text of a chat, with its sources."""
    sources = find_sources(answer, base)
    told = render_chat(answer, [one.url for one in sources])
    return Reply(told.text, sources, told.spans, _count_tokens(answer.usage))


def name_reply(prefix: str) -> str:
    """An id of its own for a reply or a part of one."""
    return f"{prefix}{uuid4().hex}"


def _count_tokens(usage: Usage | None) -> tuple[int, int]:
    """Zeros where no language model was asked, or its server does not count: clients take no null."""
    return (usage.tokens_in or 0, usage.tokens_out or 0) if usage else (0, 0)
