"""Whatever the model's server does, a call ends, says what happened without a secret, and the next call works."""

import json
import logging

import pytest

from service.errors import (
    ModelBusyError,
    ModelDownError,
    ModelError,
    ModelKeyError,
    ModelLengthError,
    ModelRefusedError,
    ModelReplyError,
    ModelTimeoutError,
)
from service.llm.model import Model
from service.llm.values import Completion, Limits
from tests.scripted.acts import FAULTS, TEN_THOUSAND
from tests.scripted.server import ScriptedModel, answer
from tests.service.llm.conftest import ASKED, KEY

# What each fault gives, plain and streamed: an error, or the words that came, which are the reader's to judge.
GIVES: dict[str, tuple[type[ModelError] | str, type[ModelError] | str]] = {
    "slow": ("Word by word by word.", "Word by word by word."),
    "silent": (ModelTimeoutError, ModelTimeoutError),
    "stalled": (ModelTimeoutError, ModelTimeoutError),
    "chattering": (ModelTimeoutError, ModelTimeoutError),
    "endless": (ModelReplyError, ModelReplyError),
    "repeats": ("again " * 5_000, ModelReplyError),
    "cut in mid-stream": (ModelDownError, ModelDownError),
    "ends early": (ModelDownError, ModelDownError),
    "401": (ModelKeyError, ModelKeyError),
    "429": (ModelBusyError, ModelBusyError),
    "429 with Retry-After": (ModelBusyError, ModelBusyError),
    "429 for an hour": (ModelBusyError, ModelBusyError),
    "500": (ModelDownError, ModelDownError),
    "too long": (ModelLengthError, ModelLengthError),
    "unknown model": (ModelRefusedError, ModelRefusedError),
    "empty": (ModelReplyError, ModelReplyError),
    "not JSON": (ModelReplyError, ModelReplyError),
    "web page": (ModelReplyError, ModelReplyError),
    "no choices": (ModelReplyError, ModelReplyError),
    "prose": ("I would say that the army did it.", "I would say that the army did it."),
    "wrong schema": ('{"verdict": ["maybe", 7]}', '{"verdict": ["maybe", 7]}'),
    "JSON in prose": (
        'Here you are:\n```json\n{"kind": "what", "groups": [["1.1"]]}\n```\nAnything else?',
        'Here you are:\n```json\n{"kind": "what", "groups": [["1.1"]]}\n```\nAnything else?',
    ),
    "refusal": ("I'm sorry, but I can't help with that.", "I'm sorry, but I can't help with that."),
}
# The faults that would go on for ever if the connection were not closed.
LEAVES = {"silent", "stalled", "chattering", "endless"}
CASES = [
    (fault, way, gives) for fault, both in GIVES.items() for way, gives in zip(("plain", "streamed"), both, strict=True)
]


def call(model: Model, way: str) -> Completion:
    if way == "plain":
        return model.complete(ASKED)
    with model.stream(ASKED) as stream:
        words = list(stream)
        completion = stream.completion()
    assert completion.text == "".join(words)
    return completion


def test_every_fault_of_the_scripted_model_is_tried() -> None:
    assert sorted(GIVES) == sorted(FAULTS.keys() - {"ten thousand"})


@pytest.mark.parametrize(("fault", "way", "gives"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_a_call_ends_with_what_came_or_with_an_error_that_keeps_secrets(
    fault: str,
    way: str,
    gives: type[ModelError] | str,
    server: ScriptedModel,
    model: Model,
    hasty: Model,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    server.script(FAULTS[fault])
    model = hasty if fault in ("silent", "stalled", "chattering") else model
    if isinstance(gives, str):
        assert call(model, way).text == gives
    else:
        with pytest.raises(ModelError) as caught:
            call(model, way)
        assert type(caught.value) is gives
        told = [repr(one) for one in _chain(caught.value)]
        assert [one for one in told if KEY in one or "secret-bridge" in one] == []
    if fault in LEAVES:
        assert server.left.wait(10), "the connection was left open"
    assert KEY not in caplog.text
    assert "secret-bridge" not in caplog.text
    server.script(answer)
    assert call(model, way).text == "Yes."


def _chain(error: BaseException | None) -> list[BaseException]:
    return [] if error is None else [error, *_chain(error.__cause__ or error.__context__)]


@pytest.mark.parametrize("way", ["plain", "streamed"])
def test_ten_thousand_items_arrive_whole(way: str, server: ScriptedModel) -> None:
    model = Model("openai/scripted", server.base, KEY, Limits(reply_bytes=4 << 20))
    server.script(FAULTS["ten thousand"])
    assert json.loads(call(model, way).text) == json.loads(TEN_THOUSAND)
    model.close()


@pytest.mark.parametrize(
    ("fault", "way", "told"),
    [
        ("silent", "plain", "openai/scripted was not done within 4 s"),
        ("silent", "streamed", "openai/scripted said nothing for 2 s"),
        ("stalled", "streamed", "openai/scripted fell silent for 2 s"),
        ("endless", "plain", "the model sent more than 1,048,576 bytes"),
    ],
)
def test_the_message_says_which_limit_was_passed(
    fault: str, way: str, told: str, server: ScriptedModel, hasty: Model
) -> None:
    server.script(FAULTS[fault])
    with pytest.raises(ModelError) as caught:
        call(hasty, way)
    assert str(caught.value) == told


def test_a_server_that_is_not_there_is_told_so() -> None:
    with ScriptedModel() as gone:
        base = gone.base
    model = Model("openai/scripted", base, KEY)
    with pytest.raises(ModelDownError, match=r"^openai/scripted cannot be reached$"):
        model.complete(ASKED)
    model.close()


def test_a_name_without_a_provider_is_refused_with_what_would_be_right() -> None:
    model = Model("scripted", "http://127.0.0.1:9/v1")
    with pytest.raises(ModelRefusedError, match="written openai/NAME"):
        model.complete(ASKED)
    model.close()
