"""The one file that imports LiteLLM: one try of one call, and what it says of a model. Knows no retries or threads."""

import asyncio
import logging
import os
import warnings
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from typing import Any, cast

from service.errors import ModelDownError, ModelError, ModelRefusedError, ModelReplyError, ModelTimeoutError
from service.llm.faults import translate_fault
from service.llm.values import Call, Completion, Form, Limits

# A server that asks for no key gets this one, so that none meant for another reaches it from the environment.
_NO_KEY = "none"
# These write requests, or pieces of them, to the log.
_LOGGERS = ("LiteLLM", "openai", "httpx", "httpcore", "asyncio")


class Door:
    """A model as LiteLLM reaches it; its calls are made on one event loop."""

    def __init__(self, name: str, base: str | None, key: str | None, limits: Limits) -> None:
        """ModelRefusedError where LiteLLM knows no provider of that name. The first one takes seconds."""
        self._litellm = _import_litellm()
        self._name, self._base, self._limits = name, base, limits
        self._key = key or (_NO_KEY if base else None)
        try:
            self._bare, self._provider, _, _ = self._litellm.get_llm_provider(name, api_base=base)
        except self._litellm.BadRequestError:
            raise ModelRefusedError(
                f"LiteLLM knows no provider for the model {name!r}; one on a server that speaks as OpenAI's does is "
                "written openai/NAME"
            ) from None
        self._client = _open_client(base, self._key, limits) if self._provider == "openai" and self._key else None

    def best_form(self) -> Form:
        """How JSON may be asked for; a model that LiteLLM does not know is given the chance to take a schema."""
        taken = self._litellm.get_supported_openai_params(self._bare, custom_llm_provider=self._provider) or ()
        if "response_format" not in taken:
            return "words"
        if self._describe() and not self._litellm.supports_response_schema(self._bare, self._provider):
            return "object"
        return "schema"

    def context_tokens(self) -> int | None:
        """How many tokens the model reads at once, where LiteLLM knows it."""
        return self._describe().get("max_input_tokens")

    async def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.close()

    async def send(self, call: Call, form: Form | None, put: Callable[[str], None]) -> Completion:
        """One try; the words of a streamed reply go to `put` as they come. Every failure is a ModelError."""
        try:
            return await (self._send_streamed(call, form, put) if call.streamed else self._send_whole(call, form))
        except ModelError:
            raise
        except Exception as error:  # noqa: BLE001 - LiteLLM lets through what any provider's library raises
            fault = translate_fault(error, self._name)
        # Outside the block, so that the library's error, which repeats the prompt, does not hang on as its context.
        raise fault

    async def _send_whole(self, call: Call, form: Form | None) -> Completion:
        reply = await self._litellm.acompletion(**self._arguments(call, form))
        if not reply.choices:
            raise ModelReplyError(f"{self._name} sent a reply without a choice in it")
        choice = reply.choices[0]
        return self._complete(choice.message.content or "", reply.usage, choice.finish_reason, form)

    async def _send_streamed(self, call: Call, form: Form | None, put: Callable[[str], None]) -> Completion:
        limits, loop = self._limits, asyncio.get_running_loop()
        parts: list[str] = []
        size, usage, spoke = 0, None, False
        try:
            async with asyncio.timeout(limits.first_s) as silence:
                stream = await self._litellm.acompletion(**self._arguments(call, form))
                async with aclosing(stream):
                    async for chunk in stream:
                        await asyncio.sleep(0)  # a server that sends faster than we read would let no limit pass
                        usage = getattr(chunk, "usage", None) or usage
                        word, thought = _read_delta(chunk)
                        if not (word or thought):
                            continue
                        spoke = True
                        silence.reschedule(loop.time() + limits.idle_s)
                        size += len(word.encode())
                        if size > limits.reply_bytes:
                            raise ModelReplyError(f"{self._name} sent more than {limits.reply_bytes:,} bytes")
                        if word:
                            parts.append(word)
                            put(word)
        except TimeoutError:
            told = f"fell silent for {limits.idle_s:g} s" if spoke else f"said nothing for {limits.first_s:g} s"
            raise ModelTimeoutError(f"{self._name} {told}") from None
        # LiteLLM makes up a reason where the server gave none, that is, where the stream broke off.
        finish = stream.received_finish_reason or stream.intermittent_finish_reason
        if parts and not finish:
            raise ModelDownError(f"{self._name} broke off in the middle of its reply")
        return self._complete("".join(parts), usage, finish, form)

    def _arguments(self, call: Call, form: Form | None) -> dict[str, Any]:
        asked: dict[str, Any] = {
            "model": self._name,
            "messages": [dict(message) for message in call.messages],
            "api_base": self._base,
            "api_key": self._key,
            "temperature": 0,
            "max_tokens": call.most_tokens,
            "drop_params": True,
            "max_retries": 0,
            "num_retries": 0,
            "timeout": self._limits.total_s,
            "client": self._client,
        }
        if call.streamed:
            asked |= {"stream": True, "stream_options": {"include_usage": True}}
        if form == "schema":
            schema = {"name": "reply", "schema": call.schema, "strict": True}
            asked["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif form == "object":
            asked["response_format"] = {"type": "json_object"}
        return asked

    def _complete(self, text: str, usage: Any, finish: str | None, form: Form | None) -> Completion:
        if not text.strip():
            raise ModelReplyError(f"{self._name} sent an empty reply")
        tokens_in, tokens_out = (usage.prompt_tokens, usage.completion_tokens) if usage else (None, None)
        cost = None if self._base else self._price(tokens_in, tokens_out)
        return Completion(text, tokens_in, tokens_out, cost, finish == "length", form)

    def _price(self, tokens_in: int | None, tokens_out: int | None) -> float | None:
        """US dollars by LiteLLM's list, which holds no server of one's own."""
        if tokens_in is None or tokens_out is None or not self._describe():
            return None
        paid: tuple[float, float] = self._litellm.cost_per_token(
            self._bare, tokens_in, tokens_out, custom_llm_provider=self._provider
        )
        return sum(paid)

    def _describe(self) -> dict[str, Any]:
        """What LiteLLM's list says of the model; empty where it is not on it."""
        try:
            return dict(self._litellm.get_model_info(self._bare, custom_llm_provider=self._provider))
        except self._litellm.exceptions.ModelNotMappedError:
            return {}


def _import_litellm() -> Any:
    """LiteLLM, made to load no .env file, ask no network, print nothing and log no request."""
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
    os.environ["LITELLM_MODE"] = "PRODUCTION"
    import litellm

    warnings.filterwarnings("ignore", "Item '.*' on TypedDict class", UserWarning)  # of its own classes
    litellm.suppress_debug_info = True
    litellm.telemetry = False
    litellm.redact_messages_in_exceptions = True
    litellm.disable_streaming_logging = True
    litellm.disable_aiohttp_transport = True
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return litellm


def _open_client(base: str | None, key: str, limits: Limits) -> Any:
    """A client whose replies end with an error at `reply_bytes`, whole ones too; it follows no redirect."""
    import httpx
    from openai import AsyncOpenAI

    class Capped(httpx.AsyncByteStream):
        def __init__(self, inner: httpx.AsyncByteStream) -> None:
            self._inner = inner

        async def __aiter__(self) -> AsyncIterator[bytes]:
            size = 0
            async for part in self._inner:
                size += len(part)
                if size > limits.reply_bytes:
                    raise ModelReplyError(f"the model sent more than {limits.reply_bytes:,} bytes")
                yield part

        async def aclose(self) -> None:
            await self._inner.aclose()

    async def cap(response: httpx.Response) -> None:
        response.stream = Capped(cast(httpx.AsyncByteStream, response.stream))

    timeout = httpx.Timeout(limits.total_s, connect=limits.connect_s)
    http = httpx.AsyncClient(timeout=timeout, follow_redirects=False, event_hooks={"response": [cap]})
    client = AsyncOpenAI(api_key=key, base_url=base, max_retries=0, timeout=timeout, http_client=http)
    client.chat.completions  # noqa: B018 - loaded here, since what it loads takes a second that a call does not have
    return client


def _read_delta(chunk: Any) -> tuple[str, str]:
    """The words of a chunk, and those of its thinking, which are not shown."""
    if not chunk.choices:
        return "", ""
    delta = chunk.choices[0].delta
    return delta.content or "", getattr(delta, "reasoning_content", None) or ""
