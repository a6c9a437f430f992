"""Prompt files read, checked and filled. Knows nothing of what they are asked for, or of models."""

import json
import re
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any, Literal, TypedDict

# What each prompt is filled with, beside `fence`, which every one has.
SLOTS: dict[str, frozenset[str]] = {
    "read": frozenset({"question", "passages"}),
    "standalone": frozenset({"history", "question"}),
    "verdict": frozenset({"question", "claims"}),
    "prose": frozenset({"question", "claims"}),
    "judge": frozenset({"question", "expected", "answer"}),
}

_SECTIONS = re.compile(r"# system\n\n(?P<system>.+?)\n\n# user\n\n(?P<user>.+)", re.DOTALL)
_LINES = frozenset("\n\t")
# Not shown, and yet read by a model: what has no place in a line, and the selectors, some of which are marks.
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]")


class PromptError(ValueError):
    """A prompt file that is not there or not well made, or is filled with the wrong slots."""


class Message(TypedDict):
    """One turn of what a model is sent."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt ready to be filled; `schema` is that of the reply."""

    name: str
    system: str
    user: Template
    schema: Mapping[str, Any]

    def fill(self, **slots: str) -> list[Message]:
        """The messages; what fills the slots stands in the user's turn alone, without characters that cannot be seen.

        The fence round it is made afresh, and is in none of it. PromptError where a slot is missing or unknown.
        """
        _compare(slots.keys(), SLOTS[self.name], f"the prompt {self.name} is filled")
        cleaned = {slot: drop_unseen(text) for slot, text in slots.items()}
        fence = secrets.token_hex(8)
        while any(fence in text for text in cleaned.values()):
            fence = secrets.token_hex(8)
        content = self.user.substitute(cleaned, fence=fence)
        return [{"role": "system", "content": self.system}, {"role": "user", "content": content}]


def load_prompt(name: str) -> Prompt:
    """The prompt of that name; PromptError names what is amiss with its file."""
    if name not in SLOTS:
        raise PromptError(f"{name!r} is no prompt; there are {', '.join(sorted(SLOTS))}")
    folder = Path(__file__).parent
    text = (folder / f"{name}.md").read_text("utf-8")
    return read_prompt(name, text, json.loads((folder / f"{name}.json").read_text("utf-8")))


def read_prompt(name: str, text: str, schema: Mapping[str, Any]) -> Prompt:
    """A prompt from the text of its file: `# system`, which has no slots, and `# user`, which has all of them."""
    found = _SECTIONS.fullmatch(text.strip())
    if found is None:
        raise PromptError(f"{name}.md: a prompt is `# system` and its text, then `# user` and its text")
    system, user = Template(found["system"]), Template(found["user"])
    if not (system.is_valid() and user.is_valid()):
        raise PromptError(f"{name}.md: a $ begins no slot; a dollar sign is written $$")
    if system.get_identifiers():
        raise PromptError(f"{name}.md: # system has the slot ${system.get_identifiers()[0]}; slots stand under # user")
    _compare(user.get_identifiers(), SLOTS[name] | {"fence"}, f"{name}.md is written")
    return Prompt(name, system.substitute(), user, schema)


def drop_unseen(text: str) -> str:
    """A text without what a reader does not see and a model does; lines and tabs stay."""
    kept = (one for one in text if one in _LINES or unicodedata.category(one) not in _UNSEEN)
    return _SELECTORS.sub("", "".join(kept))


def _compare(given: Any, wanted: frozenset[str], told: str) -> None:
    unknown, missing = sorted(set(given) - wanted), sorted(wanted - set(given))
    if unknown:
        raise PromptError(f"{told} with the slot ${unknown[0]}, which it has not; it has {', '.join(sorted(wanted))}")
    if missing:
        raise PromptError(f"{told} without the slot ${missing[0]}")
