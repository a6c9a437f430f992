"""How a question was read, where it leaves that open: its names, its days, what the questions before it add."""

from datetime import date
from typing import Literal

from pydantic import Field

from service.answering.asking.outlets import list_outlets
from service.answering.language.sources import is_outlet
from service.answering.phrases import phrase
from service.answering.wire import Wire
from service.question import Query


class NameRead(Wire):
    """A name that the question has tell something, and what it was tried as; `outlets` are those it may mean."""

    name: str
    tried_as: tuple[Literal["outlet", "source"], ...]
    outlets: tuple[str, ...]


class Understood(Wire):
    """`standalone` is a follow-up as it was answered; `from` and `to` are days of publication that the question gives.

    `unread` are dates of which nobody knows whether the day or the month comes first.
    """

    standalone: str | None = None
    names: tuple[NameRead, ...] = ()
    from_: date | None = Field(default=None, alias="from")
    to: date | None = None
    unread: tuple[str, ...] = ()


def show_understood(query: Query) -> Understood | None:
    """What there is to show of it; None where the question was taken as it stands."""
    names = tuple(_show_name(query, name) for name in dict.fromkeys(one.words for one in query.mentions if one.tells))
    shown = Understood.model_validate(
        {
            "standalone": query.text if query.follow_up else None,
            "names": names,
            "from": query.published_from,
            "to": query.published_to,
            "unread": query.unread,
        }
    )
    return shown if shown != Understood() else None


def tell_understood(shown: Understood | None) -> list[str]:
    """What the text of an answer says of that: of names that are both outlet and source, and of dates not read."""
    if shown is None:
        return []
    both = [phrase("understood.both", name=one.name) for one in shown.names if len(one.tried_as) > 1]
    return [*both, *(phrase("understood.unread", words=one) for one in shown.unread)]


def _show_name(query: Query, words: str) -> NameRead:
    outlets = list_outlets(one for one in query.mentions if one.words == words)
    tried: list[Literal["outlet", "source"]] = ["outlet"] if set(outlets) & set(query.filters.outlets) else []
    cited = {*query.cited, *query.sources} - {*query.unknown}
    spoken = any(is_outlet(words, who) for who in query.speakers)
    if spoken:
        tried = ["outlet", "source"] if outlets else ["source"]
    elif any(one in cited for one in (words, *outlets)):
        tried.append("source")
    return NameRead(name=words, tried_as=tuple(tried), outlets=outlets)
