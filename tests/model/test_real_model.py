"""The path to a real model: plain, streamed, by schema, too long, closed early. Its answers are not judged here."""

import json

import pytest

from prompts.excerpts import Excerpt, write_excerpts
from prompts.load import Message, load_prompt
from service.errors import ModelDownError, ModelLengthError
from service.llm.model import Model

pytestmark = pytest.mark.model
ASKED: list[Message] = [{"role": "user", "content": "In one short sentence, what is a newspaper?"}]


def test_a_plain_reply_and_a_streamed_one_are_the_same_words(model: Model) -> None:
    plain = model.complete(ASKED, most_tokens=60)
    with model.stream(ASKED, most_tokens=60) as stream:
        words = list(stream)
    assert len(words) > 5
    assert plain == stream.completion()
    assert "".join(words) == plain.text
    assert (plain.tokens_in or 0) > 10


def test_a_reply_keeps_to_its_schema(model: Model) -> None:
    prompt = load_prompt("verdict")
    messages = prompt.fill(question="Was it taken?", claims="[c1] SANA says that it was taken.")
    reply = model.complete(messages, prompt.schema, most_tokens=200)
    assert reply.form == "schema"
    said = json.loads(reply.text)
    assert list(said) == ["verdict", "claims"]
    assert said["verdict"] in prompt.schema["properties"]["verdict"]["enum"]


def test_a_reading_is_streamed_in_the_form_of_its_schema(model: Model) -> None:
    prompt = load_prompt("read")
    passages = write_excerpts([Excerpt("", ["The coalition says 624 people were killed.", "It rained in Berlin."])])
    messages = prompt.fill(question="How many people were killed?", passages=passages)
    with model.stream(messages, prompt.schema, most_tokens=80) as stream:
        reply = stream.finish()
    assert reply.form == "schema"
    assert reply.text.lstrip().startswith("{")
    assert '"kind"' in reply.text


def test_too_long_a_prompt_is_told_as_such(model: Model) -> None:
    with pytest.raises(ModelLengthError):
        model.complete([{"role": "user", "content": "word " * 10_000}])


def test_a_stream_that_is_closed_frees_the_model_for_the_next_question(model: Model) -> None:
    with model.stream([{"role": "user", "content": "Tell a very long story."}], most_tokens=3000) as stream:
        next(stream)
    with pytest.raises(ModelDownError):
        stream.completion()
    assert model.complete(ASKED, most_tokens=5).cut
