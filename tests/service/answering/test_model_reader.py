"""A model that reads: it chooses by number, and all that is said of what it chose is the record's."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from index.search.embedding import Embedder
from index.search.search import Search
from service.answering.answer import Claim
from service.answering.quote_reader import QuoteReader
from service.ask import ask as ask_plainly
from service.llm.values import Limits
from service.requests import AskRequest
from tests.scripted.acts import FAULTS, says
from tests.scripted.server import Body, ScriptedModel, answer
from tests.service.answering.asked_model import QUESTION, ask, choose, reading, shown_statements, write_groups

COALITION, AIRWARS = "“unintentionally killed”", "Airwars"
YES_NO = "Is the city of Albu Kamal in the hands of Daesh?"


@pytest.fixture
def server() -> Iterator[ScriptedModel]:
    with ScriptedModel() as opened:
        yield opened


def quoted(search: Search, question: str = QUESTION) -> tuple[Claim, ...]:
    return ask_plainly(AskRequest(question=question), search, QuoteReader()).claims


def test_what_the_model_chooses_is_told_by_the_record_in_its_order(
    server: ScriptedModel, sample_search: Search
) -> None:
    server.reply = choose(AIRWARS, COALITION)
    with reading(server) as reader:
        told, found = ask(sample_search, reader)
    assert (found.reader.kind, found.reader.model, found.reader.degraded) == ("model", "openai/scripted", False)
    assert [AIRWARS in found.claims[0].text, COALITION in found.claims[1].text] == [True, True]
    assert found.usage
    assert found.usage.model_dump() == {"calls": 1, "tokens_in": 11, "tokens_out": 7, "cost": None}
    assert len(server.asked) == 1
    assert [one.id for one in told if isinstance(one, Claim)][:1] == ["c1"]


def test_the_model_is_asked_for_the_schema_and_never_told_who_published(
    server: ScriptedModel, sample_search: Search
) -> None:
    server.reply = choose("330,000")
    with reading(server) as reader:
        ask(sample_search, reader, "How many people were killed in Syria?")
    (asked,) = server.asked
    assert asked.body["response_format"]["json_schema"]["schema"]["required"] == ["kind", "groups"]
    headings = [line for line in asked.body["messages"][1]["content"].splitlines() if line.startswith("Passage ")]
    assert headings
    assert [one for one in headings if "Emirates Voice" in one] == []
    assert [turn["role"] for turn in asked.body["messages"]] == ["system", "user"]
    laws = asked.body["messages"][0]["content"]
    assert [text for _, text in shown_statements(asked.body) if text in laws] == []


def test_a_model_that_chooses_nothing_abstains_and_what_is_near_is_shown(
    server: ScriptedModel, sample_search: Search
) -> None:
    server.reply = write_groups([], "none")
    with reading(server) as reader:
        told, found = ask(sample_search, reader)
    assert (found.status, found.claims, found.reader.kind, told) == ("abstained", (), "model", [])
    assert len(found.nearest) == 3
    assert [one.kind for one in found.missing] == ["not_stated"]


def test_a_request_may_ask_for_quotes_alone(server: ScriptedModel, sample_search: Search) -> None:
    with reading(server) as reader:
        _, found = ask(sample_search, reader, reader="quotes")
    assert (found.reader.kind, found.reader.model, found.usage, server.asked) == ("quotes", None, None, [])


def test_what_the_record_itself_answers_takes_no_call(server: ScriptedModel, sample_search: Search) -> None:
    question = "When was the Emirates Voice article published?"
    with reading(server) as reader:
        _, found = ask(sample_search, reader, question)
    assert (found.reader.kind, found.reader.degraded, found.claims == quoted(sample_search, question)) == (
        "quotes",
        False,
        True,
    )
    assert server.asked == []


def everything(body: Body) -> str:
    return write_groups([[number for number, _ in shown_statements(body)]])


def of_two_events(body: Body) -> str:
    return write_groups([[choose(COALITION)(body).split('"')[7], choose(AIRWARS)(body).split('"')[7]]])


# What a model may say that is well formed and not to be shown; with how many claims and how many left out.
WORSE: dict[str, Any] = {
    "ids that do not exist": write_groups([["900.1"], ["0.0"], ["1.999"]]),
    "ids of passages": write_groups([["1.0"]]),
    "every statement": everything,
    "two events in one group": of_two_events,
    "one statement over and over": lambda body: write_groups([[choose(COALITION)(body).split('"')[7]] * 50] * 50),
}


@pytest.mark.parametrize("fault", WORSE)
def test_what_should_not_have_been_chosen_is_left_out_counted_and_told_in_the_log(
    fault: str, server: ScriptedModel, sample_search: Search, caplog: pytest.LogCaptureFixture
) -> None:
    server.reply = WORSE[fault]
    with reading(server) as reader, caplog.at_level(logging.INFO, "byline"):
        _, found = ask(sample_search, reader)
    left_out = [one for one in caplog.messages if one.startswith("left out of an answer: ")]
    assert found.reader.kind == "model"
    if fault == "two events in one group":
        assert [COALITION in one.text or AIRWARS in one.text for one in found.claims] == [True] * 2
        assert [one.agreement for one in found.claims if one.agreement in ("corroborated", "disputed")] == []
    elif fault == "every statement":
        assert found.dropped.statements == len(left_out) > 0
        assert len(found.claims) > 1
    elif fault == "one statement over and over":
        assert (len(found.claims), found.dropped.statements, found.dropped.claims) == (1, 2499, 49)
    else:
        assert (found.status, found.claims) == ("abstained", ())
        assert (found.dropped.statements, len(found.nearest)) == (len(left_out), 3)


def test_statements_by_others_are_no_answer_to_what_somebody_said(server: ScriptedModel, sample_search: Search) -> None:
    server.reply = everything
    with reading(server) as reader:
        _, found = ask(sample_search, reader, "What did SANA say about Albu Kamal?")
    assert found.claims
    reports = [report for claim in found.claims for report in claim.reports]
    assert [one.quote for one in reports if "SANA" not in str(one.chain)] == []


# What each fault of the server comes to: what quotes give, marked; or what can still be read in its words.
READ = {"JSON in prose", "ten thousand"}


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_whatever_the_server_does_there_is_an_answer_within_the_deadline_and_the_next_one_is_right(
    fault: str, server: ScriptedModel, sample_search: Search
) -> None:
    server.script(FAULTS[fault])
    with reading(server) as reader:
        told, found = ask(sample_search, reader)
        if fault in READ:
            assert (found.reader.kind, found.reader.degraded) == ("model", False)
        else:
            assert (found.reader.kind, found.reader.model, found.reader.degraded) == ("quotes", "openai/scripted", True)
            assert found.claims == quoted(sample_search)
        assert found.timings_ms["total"] < 1000 * (6 + 4)
        assert {one.id for one in found.claims} <= {one.id for one in told if isinstance(one, Claim)}
    server.script(answer)
    server.reply = choose(AIRWARS)
    with reading(server) as reader:
        assert ask(sample_search, reader)[1].reader.kind == "model"


def test_a_reply_that_cannot_be_used_is_asked_for_once_more_with_what_was_wrong(
    server: ScriptedModel, sample_search: Search
) -> None:
    server.script(says("The answer is 624."), answer)
    server.reply = choose(COALITION)
    with reading(server) as reader:
        _, found = ask(sample_search, reader)
    assert (found.reader.kind, len(server.asked)) == ("model", 2)
    assert found.usage
    assert (found.usage.calls, found.usage.tokens_in) == (2, 22)
    again = server.asked[1].body["messages"]
    assert [turn["role"] for turn in again] == ["system", "user", "assistant", "user"]
    assert "gave no JSON object" in again[-1]["content"]


def test_groups_that_were_whole_when_a_reply_was_cut_off_by_its_length_are_kept(
    server: ScriptedModel, sample_search: Search
) -> None:
    server.reply = lambda body: choose(COALITION, AIRWARS)(body)[:-6]
    with reading(server) as reader:
        _, found = ask(sample_search, reader)
    assert (found.reader.kind, found.reader.degraded, len(server.asked)) == ("model", False, 1)
    assert [COALITION in one.text for one in found.claims] == [True]


def test_claims_told_before_the_model_broke_off_are_taken_back_or_replaced(
    server: ScriptedModel, sample_search: Search
) -> None:
    def cut_after_a_group(exchange: Any) -> None:
        from tests.scripted.server import chunk

        text = choose(AIRWARS)(exchange.body)[:-2]
        exchange.start("text/event-stream")
        exchange.send_event(chunk({"content": text + ', "'}))
        exchange.break_off()

    server.script(cut_after_a_group)
    with reading(server) as reader:
        told, found = ask(sample_search, reader)
    assert isinstance(told[0], Claim)
    assert AIRWARS in told[0].text
    assert (found.reader.degraded, found.claims) == (True, quoted(sample_search))
    assert [one for one in told if isinstance(one, Claim)][-1] in found.claims


def test_a_prompt_that_is_too_long_is_made_shorter_by_origin_and_what_was_not_read_is_said(
    server: ScriptedModel, sample_search: Search
) -> None:
    asked: list[int] = []

    def reply(body: Body) -> str:
        asked.append(len(body["messages"][1]["content"]))
        return choose(AIRWARS)(body)

    def refuse_long(exchange: Any) -> None:
        long = len(exchange.body["messages"][1]["content"]) > 6_000
        (FAULTS["too long"] if long else answer)(exchange)

    server.script(refuse_long)
    server.reply = reply
    with reading(server) as reader:
        _, found = ask(sample_search, reader)
    assert (found.reader.kind, len(asked)) == ("model", 1)
    assert found.reader.unread > 0
    assert "did not fit what the model reads at once" in found.answer


def test_over_http_plain_and_streamed_end_alike_and_a_silent_model_leaves_quotes(
    server: ScriptedModel, serve: Any, data: Path, embedder: Embedder
) -> None:
    server.reply = choose(AIRWARS, COALITION)
    settings = {"model": "openai/scripted", "model_api_base": server.base, "answer_cache": 0, "model_first_s": 1.0}
    with serve(data, embedder, **settings) as client:
        plain = client.post("/v1/ask", json={"question": QUESTION}).json()
        streamed = _stream(client)
        still = {"id": "", "timings_ms": {}}
        assert {**streamed[-1][1], **still} == {**plain, **still}
        assert [kind for kind, _ in streamed] == [*["claim"] * (len(streamed) - 1), "answer"]
        server.script(FAULTS["silent"])
        degraded = _stream(client)[-1][1]
        assert (degraded["reader"]["degraded"], degraded["status"]) == (True, "answered")
        server.script(answer)
        assert client.post("/v1/ask", json={"question": QUESTION}).json()["reader"]["kind"] == "model"


def test_a_listener_who_leaves_hangs_up_on_the_model(
    server: ScriptedModel, serve: Any, data: Path, embedder: Embedder
) -> None:
    server.script(says("{" + " " * 400, pace_s=0.1))
    settings = {"model": "openai/scripted", "model_api_base": server.base, "model_timeout_s": 60.0}
    with serve(data, embedder, **settings) as client:
        client.post("/v1/ask", json={"question": QUESTION, "reader": "quotes"})
        with client.stream("POST", "/v1/ask", json={"question": QUESTION, "stream": True}) as reply:
            assert reply.status_code == 200
        assert server.left.wait(10)


def _stream(client: httpx.Client) -> list[tuple[str, Any]]:
    from tests.service.api.test_streams import stream

    return stream(client)


def test_a_slow_model_is_not_waited_for_beyond_what_is_set(server: ScriptedModel, sample_search: Search) -> None:
    server.script(says("{" + " " * 400, pace_s=0.1))
    with reading(server, limits=Limits(total_s=3.0)) as reader:
        _, found = ask(sample_search, reader)
    assert found.reader.degraded
    assert server.left.wait(10)
