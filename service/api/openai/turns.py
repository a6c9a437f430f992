"""What a frontend sends, read: the question, the turns before it, or a chore; every refusal is a plain 400."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, StrictBool, StrictInt, ValidationError

from service.api.openai.chores import Chore, find_chore
from service.api.openai.models import CHORES, MODEL
from service.errors import RequestError, name_invalid
from service.requests import MAX_QUESTION, MAX_TURN, MAX_TURNS, AskRequest, Turn

B = TypeVar("B", bound=BaseModel)
_TEXTS = frozenset({"text", "input_text", "output_text"})
# Open WebUI puts what a user attached, and how to use it, round the question.
_WRAPPED = re.compile(r"### Task:\s+Respond to the user query using the provided context", re.IGNORECASE)
# What pydantic says of our own classes, which no caller knows.
_OWN_NAMES = re.compile(r"dictionary or instance of \w+")
_QUERY = re.compile(r"<user_query>(.+?)</user_query>", re.DOTALL)


class Message(BaseModel):
    """One turn, of whatever kind; only what a user says is read, and what looks like a chore."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    type: Any = None
    role: str = ""
    content: Any = None


class StreamOptions(BaseModel):
    """Whether a stream tells its tokens."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    include_usage: StrictBool | None = None


class ChatBody(BaseModel):
    """A call of chat completions; what is not named here changes nothing."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    messages: list[Message]
    model: str | None = None
    stream: StrictBool | None = None
    stream_options: StreamOptions | None = None
    n: StrictInt | None = None
    response_format: Any = None


class ResponsesBody(BaseModel):
    """A call of responses; what is not named here changes nothing."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    input: str | list[Message]
    instructions: Any = None
    model: str | None = None
    stream: StrictBool | None = None
    previous_response_id: Any = None
    conversation: Any = None
    text: Any = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted: a question to answer, or a chore to do."""

    wanted: AskRequest | Chore
    streamed: bool
    tells_usage: bool = False

    @property
    def model(self) -> str:
        """The name under which it is replied to, whatever name the call gave."""
        return CHORES if isinstance(self.wanted, Chore) else MODEL


def read_chat(value: object) -> Asked:
    """A call of chat completions; RequestError says what of it cannot be served."""
    body = _read(ChatBody, value)
    if body.n not in (None, 1):
        raise _refuse(f"n is {body.n}; there is one answer to a question, so leave n out or send 1", "n")
    wanted = _read_turns(body.messages, "messages", body.model, _find_format(body.response_format))
    told = body.stream_options is not None and bool(body.stream_options.include_usage)
    return Asked(wanted, bool(body.stream), told)


def read_responses(value: object) -> Asked:
    """A call of responses; RequestError says what of it cannot be served."""
    body = _read(ResponsesBody, value)
    for name in ("previous_response_id", "conversation"):
        if getattr(body, name) is not None:
            raise _refuse(f"{name}: nothing is kept between calls; send the earlier turns in input", name)
    given = (Message(role="user", content=body.input),) if isinstance(body.input, str) else body.input
    before = (Message(role="system", content=body.instructions),) if body.instructions is not None else ()
    form = body.text.get("format") if isinstance(body.text, Mapping) else None
    return Asked(_read_turns((*before, *given), "input", body.model, _find_format(form)), bool(body.stream))


def _read(shape: type[B], value: object) -> B:
    try:
        return shape.model_validate(value)
    except ValidationError as error:
        fault = name_invalid(error.errors())
        raise _refuse(_OWN_NAMES.sub("object", str(fault)), fault.param) from error


def _refuse(message: str, param: str | None) -> RequestError:
    return RequestError("bad_request", message, param)


def _read_turns(
    messages: Sequence[Message], place: str, model: str | None, form: Mapping[str, Any] | None
) -> AskRequest | Chore:
    """The last user turn as a question after those before it, or the chore that it is."""
    asks = [n for n, one in enumerate(messages) if one.role == "user" and one.type in (None, "message")]
    if not asks:
        raise _refuse(f'{place}: there is no turn of the role "user", which would be the question', place)
    last = asks[-1]
    text = _unwrap("\n".join(_read_parts(messages[last].content, place)))
    if not text.strip():
        raise _refuse(f"{place}: the last turn of the user holds no text; it is the question", place)
    told = "\n".join(text for one in messages if one.role in ("system", "developer") for text in _texts(one.content))
    chore = find_chore(text, told, form, is_told=model == CHORES)
    if chore:
        return chore
    if len(text) > MAX_QUESTION:
        message = f"{place}: the question, the last turn of the user, has {len(text):,} characters"
        raise _refuse(f"{message}; at most {MAX_QUESTION:,} are taken", place)
    return AskRequest(question=text.strip(), history=tuple(_keep_turns(messages[:last])))


def _keep_turns(messages: Sequence[Message]) -> list[Turn]:
    """The turns of the talk so far that may be of use, the latest of them."""
    turns = []
    for one in messages:
        text = "\n".join(_texts(one.content))
        if one.role == "user" and text.strip():
            turns.append(Turn(role="user", content=_unwrap(text)[:MAX_TURN]))
        elif one.role == "assistant" and text.strip():
            turns.append(Turn(role="assistant", content=text[:MAX_TURN]))
    return turns[-MAX_TURNS:]


def _read_parts(content: object, place: str) -> Iterator[str]:
    """The texts of the turn that asks; a part that is no text is refused by name."""
    parts = content if isinstance(content, list | tuple) else [content or ""]
    for part in parts:
        kind = part.get("type") if isinstance(part, Mapping) else type(part).__name__
        text = _text_of(part)
        if text is None:
            what = f"the last turn of the user has a part of the type {str(kind)[:50]!a}"
            raise _refuse(f"{place}: {what}; only text is read here, so send a part of the type text", place)
        yield text


def _texts(content: object) -> Iterator[str]:
    parts = content if isinstance(content, list | tuple) else [content]
    yield from (text for part in parts if (text := _text_of(part)) is not None)


def _text_of(part: object) -> str | None:
    if isinstance(part, str):
        return part
    kind, text = (part.get("type"), part.get("text")) if isinstance(part, Mapping) else (None, None)
    return text if isinstance(kind, str) and kind in _TEXTS and isinstance(text, str) else None


def _unwrap(text: str) -> str:
    """The question itself, where a frontend has wrapped it in what the user attached."""
    if not _WRAPPED.match(text.lstrip()):
        return text
    query = _QUERY.search(text)
    after = text.rpartition("</context>")[2].strip()
    return query[1].strip() if query else after or text


def _find_format(form: object) -> Mapping[str, Any] | None:
    """The properties of the JSON that the reply is to be: none where any will do; None where no JSON is asked for."""
    if not isinstance(form, Mapping) or form.get("type") not in ("json_schema", "json_object"):
        return None
    named = form.get("json_schema")
    held = named if isinstance(named, Mapping) else form
    schema = held.get("schema")
    properties = schema.get("properties") if isinstance(schema, Mapping) else None
    return properties if isinstance(properties, Mapping) else {}
