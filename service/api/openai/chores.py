"""What frontends ask of a model beside questions: titles, tags, suggestions. Knows no articles, and cites none."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from prompts.load import Message
from service.errors import ModelError
from service.llm.model import Model
from service.render.clean import clean_line

# How the prompts begin that frontends send unasked, as what a user says (Open WebUI, LibreChat) or beside it as system
# text (LobeChat, Vercel's chatbot, Open WebUI's choice of tools). Only a beginning counts, so that no question and no
# system text that speaks of titles is taken for a chore.
_ASKED = re.compile(
    r"### Task:"
    r"|Create a concise, 3-5 word (?:title|phrase)"
    r"|Provide a concise, 5-word-or-less title"
    r"|Analyze this conversation and provide"
    r"|(?:Please )?generate a (?:short|concise) title",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"You are a professional conversation summarizer"
    r"|You are an assistant skilled in conversation who needs to summarize"
    r"|You're an assistant who's good at extracting key takeaways"
    r"|你是一名擅长会话的助理"
    r"|(?:- )?(?:you will )?generate a (?:short|concise)(?: chat)? title"
    r"|Available Tools:",
    re.IGNORECASE,
)
# A key of the JSON that a prompt asks for, and what stands for it where nobody can be asked; None is the title.
_PLAIN: dict[str, str | list[str] | None] = {
    "title": None,
    "tags": ["News"],
    "follow_ups": [],
    "queries": [],
    "tool_calls": [],
    "text": "",
    "prompt": "",
}
_ASKED_KEY = re.compile(rf'"({"|".join(_PLAIN)})"\s*:')
_TALK = re.compile(r"<chat_history>(.*?)</chat_history>", re.DOTALL)
_USER_SAYS = re.compile(r"^[ \t]*(?:(?:user|human)\s*:[ \t]*|<user>\s*)(\S[^\n]*)", re.IGNORECASE | re.MULTILINE)
_TITLE_CHARACTERS = 60
# A model is lent to a chore for a few words, and reads no more than a chore needs.
MOST_TOKENS = 300
MOST_CHARACTERS = 20_000

Object = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Chore:
    """A prompt, what was told as system beside it, and the properties of the JSON that it wants, if it does."""

    prompt: str
    told: str
    form: Object | None


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a chore; tokens are those of the model, if one was asked."""

    text: str
    tokens_in: int = 0
    tokens_out: int = 0


def find_chore(prompt: str, told: str, form: Object | None, *, is_told: bool) -> Chore | None:
    """The chore that a prompt is, by how it begins or because the call says so; None where it is a question."""
    begins = _ASKED.match(prompt.lstrip()) or _TOLD.match(told.lstrip())
    return Chore(prompt, told, form) if is_told or begins else None


def do_chore(chore: Chore, model: Model | None) -> Done:
    """What the model makes of it; the plain way where there is none, or it fails, or makes no JSON of it."""
    if model is not None and len(chore.prompt) + len(chore.told) <= MOST_CHARACTERS:
        messages: list[Message] = [{"role": "system", "content": chore.told}] if chore.told else []
        messages.append({"role": "user", "content": chore.prompt})
        try:
            made = model.complete(messages, most_tokens=MOST_TOKENS)
        except ModelError:
            return Done(do_plainly(chore))
        if _key_asked(chore) is None or _holds_object(made.text):
            return Done(made.text.strip(), made.tokens_in or 0, made.tokens_out or 0)
    return Done(do_plainly(chore))


def do_plainly(chore: Chore) -> str:
    """A title that is the question shortened, and for all else the least that is well formed."""
    title = _make_title(chore.prompt)
    if chore.form:
        return _write({key: _fill(key, title, value) for key, value in chore.form.items()})
    key = _key_asked(chore)
    return title if key is None else _write({key: _fill(key, title)})


def _key_asked(chore: Chore) -> str | None:
    """The key of the JSON that is asked for, as the prompt shows it last; None where plain words are asked for."""
    if chore.form:
        return next(iter(chore.form))
    found = _ASKED_KEY.findall(_TALK.sub("", chore.prompt)) or _ASKED_KEY.findall(chore.told)
    return found[-1] if found else "title" if chore.form is not None else None


def _fill(key: str, title: str, schema: object = None) -> str | Sequence[str]:
    listed = isinstance(schema, Mapping) and schema.get("type") == "array"
    plain = _PLAIN.get(key, [] if listed else "")
    return title if plain is None else plain


def _make_title(prompt: str) -> str:
    """The first that the user says in the talk that is to be named, shortened at a word."""
    talk = _TALK.search(prompt)
    held = talk[1] if talk else prompt
    said = _USER_SAYS.search(held)
    lines = [said[1]] if said else [line for line in held.splitlines() if line.strip()]
    words = clean_line(lines[-1] if lines else "").removesuffix("</user>").strip(" ?.!\"'*#")
    if len(words) <= _TITLE_CHARACTERS:
        return words or "News"
    cut = words[:_TITLE_CHARACTERS]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:") + "…"


def _holds_object(text: str) -> bool:
    """Whether there is a JSON object in a text: frontends look for it between the braces."""
    try:
        return isinstance(json.loads(text[text.find("{") : text.rfind("}") + 1]), dict)
    except (ValueError, RecursionError):
        return False


def _write(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
