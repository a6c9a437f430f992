"""What the scripted model does with a request: the good reply, and every fault by its name."""

import json
from itertools import count, repeat

from tests.scripted.server import Act, Exchange, answer, chunk, split_words, whole

FOREVER_S = 60.0


def says(text: str, finish: str | None = "stop", pace_s: float = 0.0) -> Act:
    """An act that says this, whatever was asked."""
    return lambda exchange: exchange.say(text, finish, pace_s)


def refuses(status: int, message: str = "no", code: str | None = None, **headers: str) -> Act:
    """An act that answers with an error, and repeats what it was sent, key and prompt, as some servers do."""

    def refuse(exchange: Exchange) -> None:
        echo = f"{message} (key {exchange.headers.get('Authorization')}, asked {json.dumps(exchange.body)})"
        kind = "invalid_request_error" if status < 500 else "server_error"
        exchange.send_json(status, {"error": {"message": echo, "type": kind, "code": code}}, **headers)

    return refuse


def silent(exchange: Exchange) -> None:
    """Takes the request and says nothing."""
    exchange.wait(FOREVER_S)


def stalled(exchange: Exchange) -> None:
    """Begins, and then says nothing more."""
    if exchange.streamed:
        exchange.start("text/event-stream")
        exchange.send_event(chunk({"content": "The "}))
    else:
        exchange.start("application/json")
        exchange.send_part(b'{"id": ')
    exchange.wait(FOREVER_S)


def chattering(exchange: Exchange) -> None:
    """Keeps the connection alive with comments and events without a word in them."""
    if not exchange.streamed:
        exchange.wait(FOREVER_S)
    exchange.start("text/event-stream")
    for _ in repeat(None):
        exchange.send_part(b": still here\n\n")
        exchange.send_event(chunk({"content": ""}))
        exchange.wait(0.02)


def endless(exchange: Exchange) -> None:
    """Never comes to an end."""
    if exchange.streamed:
        exchange.start("text/event-stream")
        for n in count():
            exchange.send_event(chunk({"content": f"and {n} more, " * 100}))
    exchange.start("application/json")
    exchange.send_part(b'{"id": "')
    for _ in repeat(None):
        exchange.send_part(b"x" * 65_536)


def cut(exchange: Exchange) -> None:
    """Breaks the connection off in the middle of its reply."""
    if exchange.streamed:
        exchange.start("text/event-stream")
        for word in split_words(exchange.text)[:2]:
            exchange.send_event(chunk({"content": word}))
    else:
        exchange.start("application/json")
        exchange.send_part(json.dumps(whole(exchange.text, "stop")).encode()[:40])
    exchange.break_off()


def ends_early(exchange: Exchange) -> None:
    """Ends its stream in good order before it has said that it was done."""
    if not exchange.streamed:
        cut(exchange)
        return
    exchange.start("text/event-stream")
    for word in split_words(exchange.text)[:2]:
        exchange.send_event(chunk({"content": word}))
    exchange.end()


def repeats(exchange: Exchange) -> None:
    """Says one word for ever, as small models do."""
    exchange.say("again " * 5_000, pace_s=0.0)


def not_json(exchange: Exchange) -> None:
    """Says that it sends JSON, or events of it, and does not."""
    if exchange.streamed:
        exchange.start("text/event-stream")
        exchange.send_event("{not json")
        exchange.end()
    else:
        exchange.send_whole(200, b"{not json")


def web_page(exchange: Exchange) -> None:
    """A page of a proxy in between, with status 200."""
    exchange.send_whole(200, b"<html><body>Please log in</body></html>", "text/html")


def no_choices(exchange: Exchange) -> None:
    """JSON that is no reply."""
    if exchange.streamed:
        exchange.start("text/event-stream")
        exchange.send_event({"hello": "world"})
        exchange.send_event("[DONE]")
        exchange.end()
    else:
        exchange.send_json(200, {"hello": "world"})


def takes_no_schema(exchange: Exchange) -> None:
    """Refuses to be held to a schema; any JSON object will do."""
    _refuse_forms(exchange, ("json_schema",))


def takes_no_json_mode(exchange: Exchange) -> None:
    """Refuses every form of reply but words."""
    _refuse_forms(exchange, ("json_schema", "json_object"))


def _refuse_forms(exchange: Exchange, refused: tuple[str, ...]) -> None:
    if exchange.body.get("response_format", {}).get("type") in refused:
        refuses(400, "response_format is not supported")(exchange)
    else:
        answer(exchange)


_TENS = (json.dumps([f"{n}.{m}" for m in range(1, 11)], separators=(",", ":")) for n in range(1, 1_001))
TEN_THOUSAND = f'{{"kind": "what", "groups": [{", ".join(_TENS)}]}}'

# Every fault by its name; each does its worst both plain and streamed.
FAULTS: dict[str, Act] = {
    "slow": says("Word by word by word.", pace_s=0.1),
    "silent": silent,
    "stalled": stalled,
    "chattering": chattering,
    "endless": endless,
    "repeats": repeats,
    "cut in mid-stream": cut,
    "ends early": ends_early,
    "401": refuses(401, "Incorrect API key provided"),
    "429": refuses(429, "Rate limit reached"),
    "429 with Retry-After": refuses(429, "Rate limit reached", Retry_After="1"),
    "429 for an hour": refuses(429, "Rate limit reached", Retry_After="3600"),
    "500": refuses(500, "The server had an error"),
    "too long": refuses(400, "This model's maximum context length is 2048 tokens.", "context_length_exceeded"),
    "unknown model": refuses(404, "The model does not exist", "model_not_found"),
    "empty": says(""),
    "not JSON": not_json,
    "web page": web_page,
    "no choices": no_choices,
    "prose": says("I would say that the army did it."),
    "wrong schema": says('{"verdict": ["maybe", 7]}'),
    "JSON in prose": says('Here you are:\n```json\n{"kind": "what", "groups": [["1.1"]]}\n```\nAnything else?'),
    "refusal": says("I'm sorry, but I can't help with that."),
    "ten thousand": says(TEN_THOUSAND),
}
