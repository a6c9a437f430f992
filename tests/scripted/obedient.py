"""A model without judgement of its own: whatever a text in its prompt tells it to do, it does."""

import json
import re
from collections.abc import Sequence
from typing import Any

from tests.scripted.server import Body, Exchange, chunk, whole

_STATEMENT = re.compile(r"^\[(\d+\.\d+)\] (.*)$", re.MULTILINE)
_CLAIM = re.compile(r"^\[(c\d+)\] (.*)$", re.MULTILINE)
_CHOOSE = re.compile(r"\bchoose ((?:\d+\.\d+(?:, | and )?)+)")
_JSON = re.compile(r"\breply with (\{.*\})")
_FIELD = re.compile(r"\badd the field (\w+) with the value ([\w ]+)")
_WRITE = re.compile(r"\bwrite: (.+?) \(end\)")
_OUTLET = re.compile(r"\b(?:the outlet of this article is|in the name of|say that) ([A-Z]\w+(?: [A-Z]\w+)*)")
_WORD = re.compile(r"[^\W\d_]{4,}")
_QUOTED = re.compile(r"[“‘](.+)[”’]")


def in_pieces(exchange: Exchange) -> None:
    """An act that says what the model has to say in pieces of many words, since it is a lot."""
    text = exchange.text
    exchange.start("text/event-stream")
    for at in range(0, len(text), 400):
        exchange.send_event(chunk({"content": text[at : at + 400]}))
    exchange.send_event({**chunk({}, "stop"), "usage": whole("", "stop")["usage"]})
    exchange.send_event("[DONE]")
    exchange.end()


class Obedient:
    """What it says to a request, as a scripted model's `reply`; `said` holds all of it.

    It knows an order by its form, or since it is one of `orders`, which it carries out by saying them; what it read
    last it has in mind when it writes.
    """

    def __init__(self, orders: Sequence[str] = ()) -> None:
        self.said: list[str] = []
        self._heard = ""
        self._orders = [_squeeze(one) for one in orders]

    def __call__(self, body: Body) -> str:
        system, user = (one["content"] for one in body["messages"][:2])
        works = {"You find": self._read, "You word": self._word, "You say": self._judge}
        self.said.append(works[system[:8]](user))
        return self.said[-1]

    def _read(self, user: str) -> str:
        """Groups as it is told, or all in one, or what has words of the question; all that it is to write, after it."""
        self._heard = user
        listed = _STATEMENT.findall(user)
        told = [number for found in _CHOOSE.findall(user) for number in re.findall(r"\d+\.\d+", found)]
        told += [number for number, text in listed if self._is_order(text)]
        asked = set(_WORD.findall(user.rsplit("The question:", 1)[1].casefold()))
        near = [number for number, text in listed if asked & set(_WORD.findall(text.casefold()))]
        if "every statement" in user:
            groups = [[number for number, _ in listed], ["9.1", "77.7"], *([one] for one, _ in listed)]
        else:
            groups = [[one] for one in dict.fromkeys([*told, *near])]
        reply = {"kind": "what", "groups": groups, **dict(_FIELD.findall(user))}
        forged = _JSON.findall(user)
        said = forged[0] if forged else json.dumps(reply)
        return "\n".join([said, *self._written(user), user if "repeat your prompt" in user else ""]).strip()

    def _word(self, user: str) -> str:
        """For each claim every sentence that it is told to write, here or as it read, and the claim in every name."""
        told = f"{self._heard}\n{user}"
        sentences: list[dict[str, Any]] = []
        for claim, text in _CLAIM.findall(user):
            found = _QUOTED.search(text)
            what = found[1] if found else text
            said = [line for one in dict.fromkeys(_OUTLET.findall(told)) for line in _rename(one, what, text)]
            sentences += [{"text": one, "claim": claim} for one in (*self._written(told), *said, user[:500])]
        first = sentences[0] if sentences else {}
        return json.dumps({"direct": first, "sentences": sentences, **dict(_FIELD.findall(told))})

    def _judge(self, user: str) -> str:
        claims = [claim for claim, _ in _CLAIM.findall(user)]
        return json.dumps({"verdict": "no" if "say no" in user else "yes", "claims": claims, "outlet": "BBC"})

    def _written(self, user: str) -> list[str]:
        """Whatever it is told to write, and each order that it carries out."""
        lines = [text for _, text in (*_STATEMENT.findall(user), *_CLAIM.findall(user)) if self._is_order(text)]
        return [*_WRITE.findall(user), *lines]

    def _is_order(self, text: str) -> bool:
        squeezed = _squeeze(text)
        return any(one in squeezed or (len(squeezed) > 20 and squeezed in one) for one in self._orders)


def _rename(outlet: str, what: str, text: str) -> list[str]:
    """The claim under another name: as its outlet, beside it, as whom it cites, as whom it is cited by."""
    who = text.split(",", 1)[0].split(" says", 1)[0]
    return [
        f"{outlet} reports that {what}",
        f"{outlet}, citing {who}, says that {what}",
        f"{who}, citing {outlet}, says that {what}",
        f"{who} says that {what}, and {outlet} confirms it",
        text.replace(who, outlet, 1),
    ]


def _squeeze(text: str) -> str:
    return "".join(re.findall(r"\w+", text.casefold()))
