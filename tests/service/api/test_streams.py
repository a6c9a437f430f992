"""Answers told as they come about: each claim once it is checked, the answer last, an error where it fails."""

import json
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import httpx
import pytest

from index.errors import StoreError
from index.search.embedding import Embedder
from index.search.search import Search
from service.answering.answer import Answer, Claim
from service.answering.quote_reader import QuoteReader
from service.answering.reading import Candidates, Draft, Leave
from service.ask import Event, ask_aloud
from service.kept import Answers, ask_again
from service.question import Query
from service.requests import AskRequest, Turn

QUESTION = "How many people did the US-led coalition kill?"
Told = tuple[str, Any]


def listen(reply: httpx.Response) -> Iterator[Told]:
    """The events of a stream, comments left out."""
    event = ""
    for line in reply.iter_lines():
        if line.startswith("event: "):
            event = line.removeprefix("event: ")
        if line.startswith("data: "):
            yield event, json.loads(line.removeprefix("data: "))


def stream(client: httpx.Client, **body: object) -> list[Told]:
    with client.stream("POST", "/v1/ask", json={"question": QUESTION, "stream": True, **body}) as reply:
        assert (reply.status_code, reply.headers["content-type"]) == (200, "text/event-stream; charset=utf-8")
        assert (reply.headers["cache-control"], reply.headers["x-accel-buffering"]) == ("no-cache", "no")
        return list(listen(reply))


def still(answer: dict[str, Any]) -> dict[str, Any]:
    return {**answer, "id": "", "timings_ms": {}}


class Worded(QuoteReader):
    """Chooses as quotes do, and tells it group by group; waits for `go` before each group but the first."""

    def __init__(self, go: threading.Event | None = None, fault: Exception | None = None) -> None:
        self._go, self._fault = go, fault

    def read(self, query: Query, candidates: Candidates, leave: Leave) -> Iterator[Draft]:
        whole = self.choose(query, candidates)
        for n in range(1, len(whole.groups) + 1):
            yield Draft(whole.groups[:n], support=whole.support)
            if self._fault:
                raise self._fault
            if self._go:
                self._go.wait(20)


class TakingBack(QuoteReader):
    """Tells every group, and then only the first."""

    def read(self, query: Query, candidates: Candidates, leave: Leave) -> Iterator[Draft]:
        whole = self.choose(query, candidates)
        yield whole
        yield Draft(whole.groups[:1], support=whole.support)


def collect(events: Iterator[Event]) -> tuple[Sequence[Event], Answer]:
    *before, last = events
    assert isinstance(last, Answer)
    return before, last


def test_a_stream_tells_each_claim_and_ends_with_the_plain_reply(client: httpx.Client) -> None:
    told = stream(client)
    plain = client.post("/v1/ask", json={"question": QUESTION}).json()
    assert [event for event, _ in told] == ["claim"] * len(plain["claims"]) + ["answer"]
    assert [value for event, value in told if event == "claim"] == plain["claims"]
    assert len(plain["claims"]) > 1
    assert still(told[-1][1]) == still(plain)


def test_an_abstention_is_a_stream_of_the_answer_alone(client: httpx.Client) -> None:
    told = stream(client, question="Who won the chess olympiad in Chennai?")
    assert [(event, value["status"]) for event, value in told] == [("answer", "abstained")]


def test_a_claim_is_told_while_the_reader_is_still_at_the_next(sample_search: Search) -> None:
    go = threading.Event()
    events = ask_aloud(AskRequest(question=QUESTION), sample_search, Worded(go))
    first = next(events)
    assert isinstance(first, Claim)
    go.set()
    before, answer = collect(events)
    told = {one.id: one for one in (first, *before) if isinstance(one, Claim)}
    assert list(told.values()) == list(answer.claims)


def test_what_is_taken_back_is_retracted_before_the_answer(sample_search: Search) -> None:
    before, answer = collect(ask_aloud(AskRequest(question=QUESTION), sample_search, TakingBack()))
    claims = [one.id for one in before if isinstance(one, Claim)]
    gone = [one.id for one in before if not isinstance(one, Claim)]
    assert gone
    assert sorted({*claims} - {*gone}) == [one.id for one in answer.claims]


def test_a_fault_after_the_first_event_is_the_last_event(serve: Any, data: Path, embedder: Embedder) -> None:
    with serve(data, embedder, reader=Worded(fault=StoreError("the disc is gone"))) as client:
        told = stream(client)
        assert [event for event, _ in told] == ["claim", "error"]
        assert told[-1][1]["error"]["code"] == "store_unavailable"
        assert client.post("/v1/search", json={"query": "Raqqa"}).status_code == 200


def test_what_nobody_foresaw_is_told_in_the_stream_without_its_words(
    serve: Any, data: Path, embedder: Embedder, caplog: pytest.LogCaptureFixture
) -> None:
    with serve(data, embedder, reader=Worded(fault=ZeroDivisionError("secret"))) as client:
        told = stream(client)
    assert [event for event, _ in told] == ["claim", "error"]
    assert (told[-1][1]["error"]["code"], "secret" in str(told)) == ("internal", False)
    assert "unexpected ZeroDivisionError" in caplog.text


def test_what_fails_at_once_has_a_status(serve: Any, tmp_path: Path, embedder: Embedder) -> None:
    (tmp_path / "byline.sqlite").write_bytes(b"no store" * 500)
    with serve(tmp_path, embedder) as client:
        reply = client.post("/v1/ask", json={"question": QUESTION, "stream": True})
        assert reply.status_code >= 500
        assert reply.json()["error"]["code"] in ("damaged", "store_unavailable")


class Waiting(QuoteReader):
    """Tells the first group, and then nothing until whoever asked has left."""

    def __init__(self) -> None:
        self.ended = threading.Event()

    def read(self, query: Query, candidates: Candidates, leave: Leave) -> Iterator[Draft]:
        if query.text != QUESTION:
            yield self.choose(query, candidates)
            return
        gone = threading.Event()
        with leave.ending(gone.set):
            yield Draft(self.choose(query, candidates).groups[:1])
            if gone.wait(20):
                self.ended.set()


@pytest.mark.parametrize("streamed", [True, False])
def test_a_listener_who_leaves_ends_what_is_under_way(
    streamed: bool, serve: Any, data: Path, embedder: Embedder
) -> None:
    reader = Waiting()
    with serve(data, embedder, reader=reader, answer_cache=0) as client:
        if streamed:
            with client.stream("POST", "/v1/ask", json={"question": QUESTION, "stream": True}) as reply:
                assert next(listen(reply))[0] == "claim"
        else:
            with pytest.raises(httpx.ReadTimeout):
                client.post("/v1/ask", json={"question": QUESTION}, timeout=2)
        assert reader.ended.wait(10)
        assert client.post("/v1/ask", json={"question": "Who liberated al-Sukhnah?"}).status_code == 200


def test_whoever_is_gone_before_it_began_ends_it_at_once() -> None:
    leave = Leave()
    leave.go()
    ended: list[bool] = []
    with leave.ending(lambda: ended.append(True)):
        assert ended == [True]


class Counting(QuoteReader):
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def restate(self, question: str, history: Sequence[Turn], leave: Leave) -> None:
        return None

    def read(self, query: Query, candidates: Candidates, leave: Leave) -> Iterator[Draft]:
        self.asked += 1
        yield self.choose(query, candidates)


def test_the_same_question_of_the_same_corpus_is_read_once(sample_search: Search) -> None:
    reader, kept = Counting(), Answers(2)

    def ask(question: str, **fields: object) -> Answer:
        request = AskRequest.model_validate({"question": question, **fields})
        return collect(ask_again(request, sample_search, reader, kept))[1]

    first, again = ask(QUESTION), ask(QUESTION)
    assert (reader.asked, first.id == again.id) == (1, False)
    assert still(first.model_dump()) == still(again.model_dump())
    ask(QUESTION, outlets=["Emirates Voice"])
    ask("Who liberated al-Sukhnah?")
    assert reader.asked == 3
    ask(QUESTION)  # of two that are kept it was the one asked for least lately
    assert reader.asked == 4


def test_a_changed_corpus_and_a_cache_of_none_read_anew(serve: Any, data: Path, embedder: Embedder) -> None:
    reader = Counting()
    with serve(data, embedder, reader=reader) as client:
        for _ in range(2):
            client.post("/v1/ask", json={"question": QUESTION})
        assert reader.asked == 1
        client.put("/v1/articles/new", json={"text": "The council approved the budget on Monday, the mayor said."})
        client.post("/v1/ask", json={"question": QUESTION})
        assert reader.asked == 2
    with serve(data, embedder, reader=reader, answer_cache=0) as client:
        for _ in range(2):
            client.post("/v1/ask", json={"question": QUESTION})
        assert reader.asked == 4


def test_timings_of_an_answer_that_was_kept_are_its_own(sample_search: Search) -> None:
    kept, request = Answers(1), AskRequest(question=QUESTION)
    first = collect(ask_again(request, sample_search, QuoteReader(), kept))[1]
    began = time.perf_counter()
    again = collect(ask_again(request, sample_search, QuoteReader(), kept))[1]
    assert set(first.timings_ms) == {"search", "read", "total"}
    assert set(again.timings_ms) == {"total"}
    assert again.timings_ms["total"] <= (time.perf_counter() - began) * 1000 + 1
