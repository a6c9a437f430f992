"""The clients for Python, as their users call them, against a server on loopback."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from openai import AuthenticationError, BadRequestError, OpenAI
from openai.types.responses import ResponseOutputMessage, ResponseOutputText

from tests.service.api.openai.events import ABSTAINED, CHAT, QUESTION, ask_chat

ASKED: Any = [{"role": "user", "content": QUESTION}]


@pytest.fixture(scope="module")
def openai(client: httpx.Client) -> Iterator[OpenAI]:
    with OpenAI(base_url=f"{client.base_url}/v1", api_key="none", max_retries=0) as opened:
        yield opened


@pytest.fixture(scope="module")
def whole(client: httpx.Client) -> dict[str, Any]:
    """The completion as it goes over the wire."""
    return dict(client.post(CHAT, json=ask_chat()).json())


def text_of(whole: dict[str, Any]) -> str:
    return str(whole["choices"][0]["message"]["content"])


def test_openai_lists_the_models(openai: OpenAI) -> None:
    assert [one.id for one in openai.models.list()] == ["byline", "byline-chores"]
    assert openai.models.retrieve("byline").owned_by == "byline"


def test_openai_shows_text_annotations_and_the_sources_beside_them(openai: OpenAI, whole: dict[str, Any]) -> None:
    reply = openai.chat.completions.create(model="byline", messages=ASKED)
    message = reply.choices[0].message
    assert message.content == text_of(whole)
    assert [one.model_dump() for one in message.annotations or ()] == whole["choices"][0]["message"]["annotations"]
    assert reply.model_extra is not None
    assert reply.model_extra["citations"] == whole["citations"]
    assert reply.usage is not None
    assert reply.usage.total_tokens == 0


def test_openai_streams_the_same(openai: OpenAI, whole: dict[str, Any]) -> None:
    chunks = list(
        openai.chat.completions.create(
            model="byline", messages=ASKED, stream=True, stream_options={"include_usage": True}
        )
    )
    assert "".join(one.choices[0].delta.content or "" for one in chunks[:-1]) == text_of(whole)
    assert [one.choices[0].finish_reason for one in chunks[:-1]] == [None] * (len(chunks) - 2) + ["stop"]
    assert (chunks[-1].choices, chunks[-1].usage is not None) == ([], True)


def test_the_stream_helper_of_openai_puts_it_together_again(openai: OpenAI, whole: dict[str, Any]) -> None:
    with openai.chat.completions.stream(model="byline", messages=ASKED) as stream:
        kinds = {event.type for event in stream}
        message = stream.get_final_completion().choices[0].message
    assert kinds == {"chunk", "content.delta", "content.done"}
    assert message.content == text_of(whole)
    assert [one.model_dump() for one in message.annotations or ()] == whole["choices"][0]["message"]["annotations"]


def test_openai_reads_responses_plain_and_streamed(openai: OpenAI, whole: dict[str, Any]) -> None:
    plain = openai.responses.create(model="byline", input=QUESTION)
    with openai.responses.stream(model="byline", input=QUESTION) as stream:
        events = list(stream)
        final = stream.get_final_response()
    flat = [{"type": "url_citation", **one["url_citation"]} for one in whole["choices"][0]["message"]["annotations"]]
    for reply in (plain, final):
        assert reply.output_text == text_of(whole)
        (item,) = reply.output
        assert isinstance(item, ResponseOutputMessage)
        (part,) = item.content
        assert isinstance(part, ResponseOutputText)
        assert [one.model_dump() for one in part.annotations] == flat
    assert [one.sequence_number for one in events] == list(range(len(events)))


def test_openai_tells_a_refusal_and_a_missing_key_by_their_classes(
    openai: OpenAI, serve: Any, data: Any, embedder: Any
) -> None:
    with pytest.raises(BadRequestError, match="nothing is kept between calls"):
        openai.responses.create(model="byline", input=QUESTION, previous_response_id="resp_1")
    with pytest.raises(BadRequestError, match="n is 2"):
        openai.chat.completions.create(model="byline", messages=ASKED, n=2)
    with serve(data, embedder, api_keys="ask:ask-key-0123456789") as keyed:
        wrong = OpenAI(base_url=f"{keyed.base_url}/v1", api_key="another-key-0123456789", max_retries=0)
        with wrong, pytest.raises(AuthenticationError) as raised:
            wrong.chat.completions.create(model="byline", messages=ASKED)
        assert raised.value.response.headers["www-authenticate"] == "Bearer"
        with OpenAI(base_url=f"{keyed.base_url}/v1", api_key="ask-key-0123456789") as right:
            assert right.chat.completions.create(model="byline", messages=ASKED).choices[0].message.content


@pytest.fixture(scope="module")
def litellm() -> Any:
    """LiteLLM, which looks for prices on the network unless it is told not to, when it is imported."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("LITELLM_LOCAL_MODEL_COST_MAP", "True")
        import litellm
    return litellm


def test_litellm_shows_text_and_annotations(litellm: Any, client: httpx.Client, whole: dict[str, Any]) -> None:
    call = {"model": "openai/byline", "api_base": f"{client.base_url}/v1", "api_key": "none", "messages": ASKED}
    message = litellm.completion(**call).choices[0].message
    assert message.content == text_of(whole)
    assert message.annotations == whole["choices"][0]["message"]["annotations"]


def test_litellm_streams_and_puts_together_the_same(litellm: Any, client: httpx.Client, whole: dict[str, Any]) -> None:
    call = {"model": "openai/byline", "api_base": f"{client.base_url}/v1", "api_key": "none", "messages": ASKED}
    chunks = list(litellm.completion(**call, stream=True))
    assert "".join(one.choices[0].delta.content or "" for one in chunks) == text_of(whole)
    message = litellm.stream_chunk_builder(chunks).choices[0].message
    assert message.content == text_of(whole)
    assert message.annotations == whole["choices"][0]["message"]["annotations"]


def test_litellm_reads_responses(litellm: Any, client: httpx.Client) -> None:
    call = {"model": "openai/byline", "api_base": f"{client.base_url}/v1", "api_key": "none", "input": ABSTAINED}
    (item,) = litellm.responses(**call).output
    assert item.content[0].text.startswith("No answer was found.")
