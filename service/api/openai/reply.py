"""A question or a chore to what is replied, before it takes the form of one call or the other."""

from dataclasses import dataclass
from uuid import uuid4

from service.answering.reading import Reader
from service.api.openai.chores import Chore, do_chore
from service.api.openai.sources import Source, find_sources
from service.ask import ask
from service.library import Library
from service.llm.model import Model
from service.render.chat import render_chat
from service.requests import AskRequest


@dataclass(frozen=True, slots=True)
class Makers:
    """What answers questions and what does chores; `public_url` is where readers reach this server, if that is set."""

    library: Library
    reader: Reader
    model: Model | None
    public_url: str | None


@dataclass(frozen=True, slots=True)
class Reply:
    """A text and the sources its marks stand for; `tokens` are what a language model read and wrote, if one did."""

    text: str
    sources: tuple[Source, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    tokens: tuple[int, int] = (0, 0)


def make_reply(wanted: AskRequest | Chore, makers: Makers, base: str) -> Reply:
    """The reply, whole and checked; `base` is the address of the call."""
    if isinstance(wanted, Chore):
        done = do_chore(wanted, makers.model)
        return Reply(done.text, tokens=(done.tokens_in, done.tokens_out))
    answer = ask(wanted, makers.library.search(), makers.reader)
    sources = find_sources(answer, makers.public_url or base)
    told = render_chat(answer, [one.url for one in sources])
    return Reply(told.text, sources, told.spans, _count_tokens(answer.usage))


def name_reply(prefix: str) -> str:
    """An id of its own for a reply or a part of one."""
    return f"{prefix}{uuid4().hex}"


def _count_tokens(usage: object) -> tuple[int, int]:
    """Zeros where no language model was asked: nothing was counted, and clients take no null."""
    return getattr(usage, "tokens_in", None) or 0, getattr(usage, "tokens_out", None) or 0
