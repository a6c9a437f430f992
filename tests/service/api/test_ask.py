"""Questions and queries over HTTP: the answer's shape, what is refused, and why."""

from typing import Any

import httpx
import pytest

from index.search.search import Search
from service.answering.answer import Answer
from service.answering.quote_reader import QuoteReader
from service.ask import ask
from service.requests import AskRequest

QUESTION = "How many civilians were killed?"
TURN = {"role": "user", "content": "Who?"}


def fault(reply: httpx.Response) -> tuple[int, str, str | None]:
    error = reply.json()["error"]
    assert set(error) == {"message", "type", "param", "code"}
    return reply.status_code, error["code"], error["param"]


def still(answer: dict[str, Any]) -> dict[str, Any]:
    return {**answer, "id": "", "snapshot": "", "timings_ms": {}}


def test_an_answer_over_http_is_the_answer(client: httpx.Client, sample_search: Search) -> None:
    reply = client.post("/v1/ask", json={"question": QUESTION})
    here = ask(AskRequest(question=QUESTION), sample_search, QuoteReader())
    assert (reply.status_code, reply.headers["content-type"]) == (200, "application/json")
    assert still(reply.json()) == still(here.model_dump(mode="json"))
    assert Answer.model_validate(reply.json()).claims


def test_every_quote_of_an_answer_stands_in_its_article(client: httpx.Client) -> None:
    answer = client.post("/v1/ask", json={"question": QUESTION}).json()
    reports = [report for claim in answer["claims"] for report in claim["reports"]]
    assert reports
    for report in reports:
        text = client.get(f"/v1/articles/{report['article_id']}").json()["text"]
        assert text[report["start"] : report["end"]] == report["quote"]
        statements = client.get(f"/v1/articles/{report['article_id']}").json()["statements"]
        assert report["statement_id"] in {one["id"] for one in statements}
        assert client.get(f"/v1/passages/{report['passage_id']}").status_code == 200


def test_what_the_corpus_does_not_hold_is_abstained_from(client: httpx.Client) -> None:
    answer = client.post("/v1/ask", json={"question": "Who won the chess olympiad in Chennai?"}).json()
    assert (answer["status"], answer["claims"], answer["citations"]) == ("abstained", [], [])
    assert answer["missing"]


@pytest.mark.parametrize(
    "confined", [{"outlets": ["No Such Paper"]}, {"articles": ["none"]}, {"languages": ["zz"]}, {"from": "2999-01-01"}]
)
def test_a_question_confined_to_nothing_is_abstained_from(client: httpx.Client, confined: dict[str, object]) -> None:
    reply = client.post("/v1/ask", json={"question": QUESTION, **confined})
    assert (reply.status_code, reply.json()["status"], reply.json()["claims"]) == (200, "abstained", [])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"question": QUESTION, "stream": "yes"}, (422, "invalid_value", "stream")),
        ({"question": QUESTION, "history": [{"question": "Who?"}]}, (422, "invalid_value", "history")),
        ({"question": QUESTION, "history": [{"role": "user"}]}, (422, "invalid_value", "history")),
        ({"question": QUESTION, "history": [{"role": "me", "content": ""}]}, (422, "invalid_value", "history")),
        ({"question": QUESTION, "history": [TURN] * 21}, (422, "invalid_value", "history")),
        ({"question": QUESTION, "today": "now"}, (422, "invalid_value", "today")),
        ({}, (422, "invalid_value", "question")),
        ({"question": ""}, (422, "invalid_value", "question")),
        ({"question": " \t"}, (422, "invalid_value", "question")),
        ({"question": "x" * 4001}, (422, "invalid_value", "question")),
        ({"question": 5}, (422, "invalid_value", "question")),
        ({"question": QUESTION, "k": 0}, (422, "invalid_value", "k")),
        ({"question": QUESTION, "k": 201}, (422, "invalid_value", "k")),
        ({"question": QUESTION, "outlets": "RT"}, (422, "invalid_value", "outlets")),
        ({"question": QUESTION, "outlets": [""]}, (422, "invalid_value", "outlets")),
        ({"question": QUESTION, "outlet": ["RT"]}, (422, "invalid_value", "outlet")),
        ({"question": QUESTION, "from": 0}, (422, "invalid_value", "from")),
        ({"question": QUESTION, "to": "2020-1-1"}, (422, "invalid_value", "to")),
        ({"question": QUESTION, "from": "soon"}, (422, "invalid_value", "from")),
        ({"question": QUESTION, "from": "2020-01-02", "to": "2020-01-01"}, (422, "invalid_value", "body")),
        ({"question": QUESTION, "reader": "model"}, (422, "invalid_value", "reader")),
        ([], (422, "invalid_value", "body")),
    ],
)
def test_a_question_that_cannot_be_served_is_refused(
    client: httpx.Client, body: object, expected: tuple[int, str, str | None]
) -> None:
    assert fault(client.post("/v1/ask", json=body)) == expected


def test_a_refusal_names_the_limit(client: httpx.Client) -> None:
    message = client.post("/v1/ask", json={"question": "x" * 4001}).json()["error"]["message"]
    assert message == "question: string should have at most 4000 characters"


def test_the_longest_question_is_answered(client: httpx.Client) -> None:
    assert client.post("/v1/ask", json={"question": "\U0001f600" * 4000}).status_code == 200


@pytest.mark.parametrize("question", ["\x00", "?", "́" * 4000, "\u202egnp.exe", "(" * 4000, "Who " * 1000])
def test_hostile_questions_neither_fail_nor_take_long(client: httpx.Client, question: str) -> None:
    reply = client.post("/v1/ask", json={"question": question}, timeout=30)
    assert reply.status_code == 200


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"query": " "}, (422, "invalid_value", "query")),
        ({"query": "x", "k": 51}, (422, "invalid_value", "k")),
        ({"query": "x", "sources": [""]}, (422, "invalid_value", "sources")),
        ({"query": "x", "unknown": 1}, (422, "invalid_value", "unknown")),
        ({"query": "x", "from": "2020-01-02", "to": "2020-01-01"}, (422, "invalid_value", "body")),
    ],
)
def test_a_query_that_cannot_be_served_is_refused(
    client: httpx.Client, body: object, expected: tuple[int, str, str | None]
) -> None:
    assert fault(client.post("/v1/search", json=body)) == expected


def test_hits_are_ranked_and_confined_by_the_filters(client: httpx.Client) -> None:
    hits = client.post("/v1/search", json={"query": "army", "outlets": ["emirates  VOICE"], "k": 5}).json()["hits"]
    assert [hit["rank"] for hit in hits] == list(range(1, len(hits) + 1))
    assert {hit["passage"]["outlet"]["name"] for hit in hits} == {"Emirates Voice"}
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)


def test_an_outlet_nobody_knows_has_no_hits(client: httpx.Client) -> None:
    found = client.post("/v1/search", json={"query": "army", "outlets": ["No Such Paper"]}).json()
    assert found["hits"] == []
    assert [(one["kind"], one["name"]) for one in found["missing"]] == [("no_such_name", "No Such Paper")]


def test_an_undated_article_is_in_no_span_of_days(client: httpx.Client) -> None:
    hits = client.post("/v1/search", json={"query": "army", "from": "1900-01-01"}).json()["hits"]
    assert {hit["passage"]["article_id"] for hit in hits} == {"002_4a1c10572b5a0fae"}
