"""A question that leans on the talk before it, as a model has it stand alone; with no name that the talk has not."""

import re
from collections.abc import Sequence

from prompts.load import load_prompt
from service.answering.asking.history.followup import leans
from service.answering.language.names import find_names
from service.answering.prompting.calls import Calls
from service.answering.prompting.replies import read_words
from service.errors import ModelReplyError
from service.requests import MAX_QUESTION, Turn

_MOST_TOKENS = 300
_MOST_TURNS = 8
_MOST_CHARACTERS = 1_500  # of a turn
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d[\d.,]*")


def restate_question(question: str, history: Sequence[Turn], calls: Calls) -> str | None:
    """The question as it stands alone; None where it leans on nothing. ModelError, also where it names anything new."""
    if not leans(question):
        return None
    talk = [turn for turn in history if turn.role in ("user", "assistant")][-_MOST_TURNS:]
    lines = [f"{_WHO[turn.role]}: {' '.join(turn.content[:_MOST_CHARACTERS].split())}" for turn in talk]
    reply = calls.ask(load_prompt("standalone"), _MOST_TOKENS, history="\n".join(lines), question=question)
    text = " ".join(read_words(reply, "question", calls.name).split())
    known = " ".join([question, *lines])
    if len(text) > MAX_QUESTION or not _holds(known, text):
        raise ModelReplyError(f"{calls.name} put names or numbers into the question that were not in the talk")
    return text if text != question else None


_WHO = {"user": "Reader", "assistant": "Byline"}


def _holds(known: str, text: str) -> bool:
    """Whether the words of every name, and every number, stand in what is known."""
    words = {found.group().casefold() for found in _WORD.finditer(known)}
    opening = text.split(" ", 1)[0]
    named = (word.group() for name in find_names(text) if name.text != opening for word in _WORD.finditer(name.text))
    numbers = {found.group().rstrip(".,") for found in _NUMBER.finditer(known)}
    return all(word.casefold() in words for word in named) and all(
        found.group().rstrip(".,") in numbers for found in _NUMBER.finditer(text)
    )
