"""What goes to a model and what comes back. Knows nothing of how it is reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from prompts.load import Message

Schema = Mapping[str, Any]
# How JSON is asked for, strictest first: by its schema, as some JSON object, or by the words of the prompt alone.
Form = Literal["schema", "object", "words"]
FORMS: tuple[Form, ...] = ("schema", "object", "words")


@dataclass(frozen=True, slots=True)
class Limits:
    """The most a call may take, in seconds and bytes of the reply.

    `total_s` runs over all tries, `first_s` from a try's start to its first word and `idle_s` between two words;
    these two hold for streams, since a plain reply comes whole.
    """

    total_s: float = 60.0
    first_s: float = 30.0
    idle_s: float = 15.0
    connect_s: float = 5.0
    reply_bytes: int = 4 << 20


@dataclass(frozen=True, slots=True)
class Call:
    """What is asked of a model; `schema` where the reply is to be JSON of that form."""

    messages: Sequence[Message]
    schema: Schema | None
    most_tokens: int
    streamed: bool


@dataclass(frozen=True, slots=True)
class Completion:
    """A whole reply; never empty.

    Tokens are as the server counts them, or LiteLLM's estimate; `cost` is in US dollars, None where no price is known.
    `cut` tells that the reply was ended by its length; `form` how JSON was asked for, None where it was not.
    """

    text: str
    tokens_in: int | None
    tokens_out: int | None
    cost: float | None
    cut: bool
    form: Form | None
