"""A model server on loopback that speaks as OpenAI's does, and fails as it is told; real HTTP, nothing patched."""

import json
import select
import socket
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

Body = Mapping[str, Any]
Reply = str | Callable[[Body], str]
Act = Callable[["Exchange"], None]

_ID = {"id": "chatcmpl-1", "created": 1_700_000_000, "model": "scripted"}
_USAGE = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came."""

    path: str
    headers: Mapping[str, str]
    body: Body


class ScriptedModel:
    """Serves until the block ends. The n-th request meets the n-th act, later ones the last.

    `asked` holds every request; `left` is set once a client hangs up before its reply was whole.
    """

    def __init__(self, *acts: Act, reply: Reply = "Yes.") -> None:
        self.acts = acts or (answer,)
        self.reply = reply
        self.asked: list[Asked] = []
        self.left = threading.Event()
        self.ending = threading.Event()
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.model = self
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def base(self) -> str:
        """What MODEL_API_BASE is set to."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def script(self, *acts: Act) -> None:
        """Begin anew with other acts."""
        self.acts = acts
        self.asked.clear()
        self.left.clear()

    def take(self, asked: Asked) -> Act:
        """The act that this request meets."""
        with self._lock:
            self.asked.append(asked)
            return self.acts[min(len(self.asked), len(self.acts)) - 1]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.ending.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    model: ScriptedModel

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that hang up are what is tested."""


class Exchange(BaseHTTPRequestHandler):
    """One request and the pieces that an act makes its reply of."""

    protocol_version = "HTTP/1.1"
    server: _Server
    body: Body

    @property
    def streamed(self) -> bool:
        """Whether a stream was asked for."""
        return bool(self.body.get("stream"))

    @property
    def text(self) -> str:
        """What the model has to say to this request."""
        reply = self.server.model.reply
        return reply if isinstance(reply, str) else reply(self.body)

    def say(self, text: str, finish: str | None = "stop", pace_s: float = 0.0) -> None:
        """A text as a good server sends it, whole or word by word, so many seconds a word."""
        words = split_words(text)
        if not self.streamed:
            self.wait(pace_s * len(words))
            self.send_json(200, whole(text, finish))
            return
        self.start("text/event-stream")
        for word in words:
            self.send_event(chunk({"content": word}))
            self.wait(pace_s)
        self.send_event(chunk({}, finish))
        self.send_event({**_ID, "object": "chat.completion.chunk", "choices": [], "usage": _USAGE})
        self.send_event("[DONE]")
        self.end()

    def send_whole(self, status: int, payload: bytes, kind: str = "application/json", **headers: str) -> None:
        """A reply with its length; `Retry_After` is sent as Retry-After."""
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(payload)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.write(payload)

    def send_json(self, status: int, value: object, **headers: str) -> None:
        """A reply of JSON."""
        self.send_whole(status, json.dumps(value).encode(), **headers)

    def start(self, kind: str) -> None:
        """The head of a reply whose length is not known."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def send_part(self, payload: bytes) -> None:
        """A part of such a reply; nothing ends it."""
        self.write(b"%x\r\n%s\r\n" % (len(payload), payload))

    def send_event(self, value: object) -> None:
        """A server-sent event of JSON, or of a word as it is."""
        said = value if isinstance(value, str) else json.dumps(value)
        self.send_part(f"data: {said}\n\n".encode())

    def end(self) -> None:
        """The end of such a reply."""
        self.write(b"0\r\n\r\n")

    def write(self, payload: bytes) -> None:
        """Bytes on the wire; a client that is gone is remembered."""
        try:
            self.wfile.write(payload)
            self.wfile.flush()
        except OSError:
            self.server.model.left.set()
            raise

    def break_off(self) -> None:
        """Close the connection as it stands."""
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def wait(self, seconds: float) -> None:
        """Let time pass; ConnectionError once the client is gone or the server ends."""
        model = self.server.model
        for _ in range(round(seconds / 0.02)):
            gone, _, _ = select.select([self.connection], [], [], 0.02)
            if gone and self._is_left():
                model.left.set()
            if model.left.is_set() or model.ending.is_set():
                raise ConnectionError("nobody waits any more")

    def _is_left(self) -> bool:
        try:
            return not self.connection.recv(1, socket.MSG_PEEK)
        except ConnectionResetError:
            return True


class _Handler(Exchange):
    def do_POST(self) -> None:
        """Meet a request with the act whose turn it is."""
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        self.body = json.loads(raw)
        act = self.server.model.take(Asked(self.path, dict(self.headers), self.body))
        try:
            act(self)
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is written to the terminal."""


def answer(exchange: Exchange) -> None:
    """What it has to say."""
    exchange.say(exchange.text)


def split_words(text: str) -> list[str]:
    """The pieces in which a text is streamed; together they are the text."""
    words = text.split(" ")
    return [*(f"{word} " for word in words[:-1]), words[-1]]


def chunk(delta: Mapping[str, str], finish: str | None = None) -> dict[str, object]:
    """An event of a stream."""
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {**_ID, "object": "chat.completion.chunk", "choices": [choice]}


def whole(text: str, finish: str | None) -> dict[str, object]:
    """A plain reply."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}
    return {**_ID, "object": "chat.completion", "choices": [choice], "usage": _USAGE}
