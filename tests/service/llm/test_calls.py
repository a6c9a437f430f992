"""What is sent and what comes back: tries, forms of reply, tokens, streams that are closed, callers side by side."""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from service.errors import ModelBusyError, ModelDownError, ModelError, ModelRefusedError, ModelTimeoutError
from service.llm.faults import read_retry_after
from service.llm.model import Model
from service.llm.values import Completion
from tests.scripted import acts
from tests.scripted.server import Act, Body, ScriptedModel, answer
from tests.service.llm.conftest import ASKED, KEY

SCHEMA = {
    "type": "object",
    "properties": {"question": {"type": "string"}},
    "required": ["question"],
    "additionalProperties": False,
}
REPLY = '{"question": "Who?"}'


def forms(server: ScriptedModel) -> list[str | None]:
    return [asked.body.get("response_format", {}).get("type") for asked in server.asked]


def test_a_plain_call_sends_the_messages_alone_and_gives_the_reply_with_its_tokens(
    server: ScriptedModel, model: Model
) -> None:
    server.script(answer)
    assert model.complete(ASKED, most_tokens=50) == Completion("Yes.", 11, 7, None, cut=False, form=None)
    (asked,) = server.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["Authorization"] == f"Bearer {KEY}"
    assert asked.body == {"model": "scripted", "messages": ASKED, "temperature": 0, "max_tokens": 50}


def test_a_streamed_call_gives_the_words_as_they_come(server: ScriptedModel, model: Model) -> None:
    server.script(acts.says("One two three."))
    with model.stream(ASKED) as stream:
        assert list(stream) == ["One ", "two ", "three."]
        assert stream.completion() == Completion("One two three.", 11, 7, None, cut=False, form=None)
    assert server.asked[0].body["stream"] is True


def test_a_reply_that_was_ended_by_its_length_says_so(server: ScriptedModel, model: Model) -> None:
    server.script(acts.says("One two", finish="length"))
    assert model.complete(ASKED).cut
    with model.stream(ASKED) as stream:
        assert stream.finish().cut


def test_a_server_without_a_key_is_never_sent_one_from_the_environment(
    server: ScriptedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-meant-for-another")
    server.script(answer)
    model = Model("openai/scripted", server.base)
    model.complete(ASKED)
    model.close()
    assert server.asked[0].headers["Authorization"] == "Bearer none"


def test_json_is_asked_for_by_its_schema_first(server: ScriptedModel, model: Model) -> None:
    server.reply = REPLY
    server.script(answer)
    assert model.complete(ASKED, SCHEMA).form == "schema"
    sent = {"name": "reply", "schema": SCHEMA, "strict": True}
    assert server.asked[0].body["response_format"] == {"type": "json_schema", "json_schema": sent}


@pytest.mark.parametrize(
    ("act", "first", "then"),
    [
        (acts.takes_no_schema, ["json_schema", "json_object"], "json_object"),
        (acts.takes_no_json_mode, ["json_schema", "json_object", None], None),
    ],
)
def test_a_form_that_is_refused_is_not_asked_for_again(
    act: Act, first: list[str | None], then: str | None, server: ScriptedModel, model: Model
) -> None:
    server.reply = REPLY
    server.script(act)
    assert model.complete(ASKED, SCHEMA).text == REPLY
    assert forms(server) == first
    with model.stream(ASKED, SCHEMA) as stream:
        assert stream.finish().text == REPLY
    assert forms(server) == [*first, then]


def test_a_call_that_is_refused_in_every_form_leaves_the_first_in_force(server: ScriptedModel, model: Model) -> None:
    server.script(acts.refuses(400), acts.refuses(400), acts.refuses(400), answer)
    with pytest.raises(ModelRefusedError):
        model.complete(ASKED, SCHEMA)
    assert model.complete(ASKED, SCHEMA).form == "schema"


@pytest.mark.parametrize("act", [acts.refuses(500), acts.refuses(503), acts.refuses(429), acts.cut])
def test_what_may_pass_is_tried_three_times(act: Act, server: ScriptedModel, model: Model) -> None:
    server.reply = "Yes."
    server.script(act, act, answer)
    assert model.complete(ASKED).text == "Yes."
    server.script(act)
    with pytest.raises(ModelError):
        model.complete(ASKED)
    assert len(server.asked) == 3


@pytest.mark.parametrize("fault", ["401", "too long", "unknown model", "empty", "not JSON", "429 for an hour"])
def test_what_a_retry_does_not_help_in_time_is_tried_once(fault: str, server: ScriptedModel, model: Model) -> None:
    server.script(acts.FAULTS[fault])
    with pytest.raises(ModelError):
        model.complete(ASKED)
    assert len(server.asked) == 1


def test_a_model_that_keeps_silent_is_not_asked_again(server: ScriptedModel, hasty: Model) -> None:
    server.script(acts.silent)
    with pytest.raises(ModelTimeoutError), hasty.stream(ASKED) as stream:
        stream.finish()
    assert len(server.asked) == 1


def test_a_server_that_says_when_to_come_back_is_not_asked_before(server: ScriptedModel, model: Model) -> None:
    server.script(acts.refuses(429, Retry_After="1"), answer)
    begun = time.monotonic()
    assert model.complete(ASKED).text == "Yes."
    assert time.monotonic() - begun >= 1
    server.script(acts.FAULTS["429 for an hour"])
    with pytest.raises(ModelBusyError) as caught:
        model.complete(ASKED)
    assert (caught.value.retry_helps, caught.value.retry_s) == (True, 3600)


def test_a_stream_that_has_begun_is_not_begun_again(server: ScriptedModel, model: Model) -> None:
    server.reply = "One two three."
    server.script(acts.cut)
    words: list[str] = []
    with pytest.raises(ModelDownError), model.stream(ASKED) as stream:
        words.extend(stream)
    assert words in ([], ["One "], ["One ", "two "])
    assert len(server.asked) == (1 if words else 3)
    server.reply = "Yes."


def test_closing_a_stream_ends_the_call_at_once(server: ScriptedModel, model: Model) -> None:
    server.script(acts.says("word " * 2_000, pace_s=0.05))
    with model.stream(ASKED, within_s=600) as stream:
        next(stream)
    assert server.left.wait(10)
    with pytest.raises(ModelDownError, match="closed before it was whole"):
        stream.completion()


def test_a_stream_may_be_closed_by_another_thread_while_its_reader_waits(server: ScriptedModel, model: Model) -> None:
    server.script(acts.silent)
    stream = model.stream(ASKED)
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(lambda: list(stream))
        while not server.asked:
            time.sleep(0.01)
        stream.close()
        with pytest.raises(ModelDownError):
            reading.result(10)
    assert server.left.wait(10)


def test_a_caller_may_give_less_time_than_the_settings(server: ScriptedModel, model: Model) -> None:
    server.script(acts.silent)
    with pytest.raises(ModelTimeoutError, match=r"not done within 0\.2 s"):
        model.complete(ASKED, within_s=0.2)


def test_many_threads_share_a_model_and_each_gets_its_own_reply(server: ScriptedModel, model: Model) -> None:
    def echo(body: Body) -> str:
        return f"You said {body['messages'][0]['content']}"

    server.reply = echo
    server.script(answer)
    with ThreadPoolExecutor(16) as pool:
        said = list(pool.map(lambda n: model.complete([{"role": "user", "content": str(n)}]).text, range(64)))
    server.reply = "Yes."
    assert said == [f"You said {n}" for n in range(64)]


def test_a_loop_that_hangs_is_left_behind_and_the_next_call_begins_another(server: ScriptedModel, model: Model) -> None:
    server.script(answer)
    free = threading.Event()

    async def hang() -> Completion:
        free.wait()
        raise asyncio.CancelledError

    model._loop.submit(hang())
    with pytest.raises(ModelTimeoutError, match="left behind"):
        model.complete(ASKED, within_s=0.1)
    assert model.complete(ASKED).text == "Yes."
    free.set()


def test_a_model_that_is_down_is_spared(server: ScriptedModel, model: Model) -> None:
    server.script(acts.refuses(500))
    for _ in range(2):
        with pytest.raises(ModelDownError, match="failed"):
            model.complete(ASKED)
    asked = len(server.asked)
    with pytest.raises(ModelDownError, match=r"does not answer; it is tried again in \d s") as caught:
        model.complete(ASKED)
    assert len(server.asked) == asked
    assert caught.value.retry_s is not None


@pytest.mark.parametrize(
    ("value", "wait_s"),
    [
        ("7", 7.0),
        ("0.5", 0.5),
        ("-3", 0.0),
        ("Tue, 14 Nov 2023 22:13:30 GMT", 10.0),
        ("Tue, 14 Nov 2023 22:13:10 GMT", 0.0),
        ("soon", None),
        ("nan", None),
        ("inf", None),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_a_date(value: str, wait_s: float | None) -> None:
    assert read_retry_after(value, 1_700_000_000.0) == wait_s


def test_closing_a_model_ends_what_is_under_way(server: ScriptedModel) -> None:
    server.script(acts.silent)
    model = Model("openai/scripted", server.base, KEY)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(model.complete, ASKED)
        while not server.asked:
            time.sleep(0.01)
        model.close()
        with pytest.raises(ModelError):
            waiting.result(10)
    assert server.left.wait(10)
