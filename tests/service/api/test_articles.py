"""Articles in and out over HTTP: idempotent, findable once answered, whole, each refusal with its reason."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from index.reading.raw.fields import MAX_ARTICLE_BYTES
from index.records import Declared, RawArticle
from index.search.check import check_index
from index.search.embedding import Embedder
from index.search.search import Search
from index.store.connect import lock_store
from service.library import Library

ROOT = Path(__file__).parents[3]
TEXT = (
    "Harbour of Quorn reopens\n\n"
    "The harbour of Quorn was reopened on Monday after {n} weeks, the harbour master said.\n\n"
    "“The cranes work again, and the quays have been cleared of sand,” he told the Quorn Courier. Ferries to the"
    " islands sail from Tuesday, the company that runs them added in a statement to its passengers.\n"
)
LINES = {"content-type": "application/x-ndjson"}


def text(n: int = 3) -> str:
    return TEXT.format(n=n)


def fault(reply: httpx.Response) -> tuple[int, str, str | None]:
    error = reply.json()["error"]
    assert set(error) == {"message", "type", "param", "code"}
    return reply.status_code, error["code"], error["param"]


def test_an_article_put_twice_is_created_then_unchanged_then_updated(client: httpx.Client) -> None:
    replies = [client.put("/v1/articles/put-1", json={"text": text(n)}) for n in (1, 1, 2)]
    assert [(one.status_code, one.json()) for one in replies] == [
        (201, {"id": "put-1", "status": "created"}),
        (200, {"id": "put-1", "status": "unchanged"}),
        (200, {"id": "put-1", "status": "updated"}),
    ]
    assert replies[0].headers["location"] == "/v1/articles/put-1"


def test_an_article_is_findable_by_words_and_meaning_once_it_is_answered(client: httpx.Client) -> None:
    client.put("/v1/articles/find-1", json={"text": text().replace("Quorn", "Zelbrook"), "outlet": "Zelbrook Post"})
    found = client.post("/v1/search", json={"query": "Zelbrook ferries", "k": 1}).json()["hits"]
    assert [(hit["rank"], hit["passage"]["article_id"]) for hit in found] == [(1, "find-1")]
    assert found[0]["passage"]["outlet"] == {"name": "Zelbrook Post", "label": "Zelbrook Post", "level": "declared"}
    assert client.delete("/v1/articles/find-1").status_code == 204
    assert client.post("/v1/search", json={"query": "Zelbrook"}).json()["hits"][:1] != found
    assert fault(client.get("/v1/articles/find-1")) == (404, "no_such_article", None)
    assert fault(client.delete("/v1/articles/find-1")) == (404, "no_such_article", None)


def test_an_article_comes_back_whole(client: httpx.Client) -> None:
    words = "\ufeffCafé \U0001f600 opens\r\n\r\nThe café opened on Monday, the owner said.\u2028 It is full.\r\n"
    declared = {"outlet": "Le Soir", "title": "Café", "published": "2020-02-29T10:00:00+01:00", "url": "https://s.be/1"}
    assert client.put("/v1/articles/whole", json={"text": words, "language": "EN", **declared}).status_code == 201
    got = client.get("/v1/articles/whole").json()
    evidence = [{"reason": "declared", "start": None, "end": None}]

    def declared_as(name: str) -> list[dict[str, Any]]:
        return [{**evidence[0], "text": declared[name]}]

    assert got["text"] == words
    assert (got["url"], got["language"], got["copies"]) == ("https://s.be/1", "en", [])
    assert got["masthead"]["outlet"] == {
        "name": "Le Soir",
        "label": "Le Soir",
        "level": "declared",
        "evidence": declared_as("outlet"),
    }
    assert got["masthead"]["title"] == {"text": "Café", "level": "declared", "evidence": declared_as("title")}
    assert got["masthead"]["published"]["date"] == "2020-02-29T10:00:00+01:00"
    assert got["masthead"]["owner"] == {"name": None, "level": "unknown", "evidence": []}
    assert [words[one["start"] : one["end"]] for one in got["lines"] if one["label"] == "body"]
    first = got["statements"][-2]
    assert words[first["sentence"]["start"] : first["sentence"]["end"]] == "The café opened on Monday, the owner said."
    assert {**first, "id": "", "sentence": None} == {
        "id": "",
        "sentence": None,
        "content": {"start": 17, "end": 42},
        "voice": "attributed",
        "chain": [{"name": "the owner", "named": False, "start": 44, "end": 53, "carried_from": None}],
        "joint": [],
        "cue": {"text": "said", "class": "neutral", "start": 54, "end": 58},
        "stance": "asserts",
        "form": "paraphrase",
        "hedges": [],
        "figure": None,
        "figures": [],
        "when": [{"text": "on Monday", "date": "2020-02-24", "start": 33, "end": 42}],
        "continuation": None,
        "rule": "tag",
    }
    assert got["attribution"] == {"read": True, "reason": None, "text": None}


def test_every_sample_comes_back_as_its_file(client: httpx.Client) -> None:
    for path in sorted((ROOT / "corpus").glob("*.txt")):
        got = client.get(f"/v1/articles/{path.stem}").json()
        assert got["text"] == path.read_bytes().decode("utf-8")
        for passage in got["passages"]:
            shown = client.get(f"/v1/passages/{passage['id']}").json()
            assert shown["text"] == got["text"][passage["start"] : passage["end"]]
            assert shown["article_id"] == path.stem


def test_an_article_without_an_id_gets_one_from_its_content(client: httpx.Client) -> None:
    first, again, other = (client.post("/v1/articles", json={"text": text(n)}) for n in (7, 7, 8))
    assert (first.status_code, again.status_code, other.status_code) == (201, 200, 201)
    assert first.json()["id"] == again.json()["id"] != other.json()["id"]


def test_lines_are_stored_each_by_itself_in_their_order(client: httpx.Client) -> None:
    lines = [
        json.dumps({"id": "bulk-1", "text": text(11)}),
        '{"id": "bulk-2", "text": ',
        "",
        json.dumps({"id": ".hidden", "text": text(12)}),
        json.dumps({"id": "bulk-3", "text": "   "}),
        "[]",
        '{"id": "bulk-4", "text": "\\ud800"}',
        json.dumps({"id": "bulk-1", "text": text(13)}),
    ]
    reply = client.post("/v1/articles", content="\r\n".join(lines), headers=LINES)
    results = reply.json()["results"]
    assert reply.status_code == 200
    assert [(one["id"], one["status"], one.get("error", {}).get("code")) for one in results] == [
        ("bulk-1", "created", None),
        (None, "error", "bad_json"),
        (None, "error", "unreadable_article"),
        (None, "error", "unreadable_article"),
        (None, "error", "invalid_value"),
        (None, "error", "invalid_value"),
        ("bulk-1", "updated", None),
    ]
    assert all(
        set(one) == ({"id", "status", "error"} if one["status"] == "error" else {"id", "status"}) for one in results
    )
    assert results[1]["error"]["message"].startswith("line 2: the body is not sound JSON")
    assert results[3]["error"]["message"] == "line 5: text holds only white space"


def test_more_articles_than_a_batch_keep_their_order(client: httpx.Client) -> None:
    names = [f"many-{n}" for n in range(40)]
    body = "\n".join(json.dumps({"id": name, "text": text(n)}) for n, name in enumerate(names))
    results = client.post("/v1/articles", content=body, headers=LINES).json()["results"]
    assert results == [{"id": name, "status": "created"} for name in names]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, (422, "unreadable_article", None)),
        ({"text": ""}, (422, "unreadable_article", "text")),
        ({"text": text(), "html": "<p>x</p>"}, (422, "unreadable_article", None)),
        ({"text": 5}, (422, "unreadable_article", "text")),
        ({"text": "A" * (MAX_ARTICLE_BYTES + 1)}, (422, "unreadable_article", "text")),
        ({"text": text(), "published": "yesterday"}, (422, "unreadable_article", "published")),
        ({"text": text(), "url": "javascript:alert(1)"}, (422, "unreadable_article", "url")),
        ({"text": text(), "outlet": "x" * 501}, (422, "unreadable_article", "outlet")),
        ({"text": text(), "language": "english"}, (422, "unreadable_article", "language")),
        ({"text": text(), "lines": 5}, (422, "unreadable_article", "lines")),
        ({"text": text(), "id": "another"}, (422, "invalid_value", "id")),
        ([], (422, "invalid_value", "body")),
        ("text", (422, "invalid_value", "body")),
    ],
)
def test_what_is_no_article_is_refused(
    client: httpx.Client, body: object, expected: tuple[int, str, str | None]
) -> None:
    assert fault(client.put("/v1/articles/refused", json=body)) == expected
    assert client.get("/v1/articles/refused").status_code == 404


@pytest.mark.parametrize("name", [".hidden", "a" * 201, "a b", "ä", "a%00", "%2e%2e"])
def test_an_id_that_breaks_the_rule_is_refused(client: httpx.Client, name: str) -> None:
    for method in ("GET", "PUT", "DELETE"):
        assert fault(client.request(method, f"/v1/articles/{name}", json={"text": text()})) == (
            422,
            "invalid_value",
            "id",
        )


@pytest.mark.parametrize("name", ["-", "_", "a:b.c-d_e", "a" * 200, "1"])
def test_an_id_that_keeps_the_rule_is_taken(client: httpx.Client, name: str) -> None:
    assert client.put(f"/v1/articles/{name}", json={"text": text()}).json()["id"] == name
    assert client.get(f"/v1/articles/{name}").json()["id"] == name


def test_pages_follow_each_other_to_the_end_without_gap_or_repeat(client: httpx.Client) -> None:
    seen: list[str] = []
    cursor: str | None = None
    while cursor is not None or not seen:
        page = client.get("/v1/articles", params={"limit": 3} | ({"cursor": cursor} if cursor else {})).json()
        assert set(page) == {"data", "next_cursor"}
        seen += [one["id"] for one in page["data"]]
        cursor = page["next_cursor"]
    whole = client.get("/v1/articles", params={"limit": 500}).json()
    assert seen == [one["id"] for one in whole["data"]] == sorted(seen)
    assert whole["next_cursor"] is None


@pytest.mark.parametrize(("limit", "status"), [("0", 422), ("501", 422), ("x", 422), ("1", 200), ("500", 200)])
def test_a_page_has_a_size_between_1_and_500(client: httpx.Client, limit: str, status: int) -> None:
    assert client.get("/v1/articles", params={"limit": limit}).status_code == status


def test_outlets_are_named_and_the_unnamed_are_counted_apart(client: httpx.Client) -> None:
    client.put("/v1/articles/outlet-1", json={"text": text(), "outlet": "Unheard Gazette"})
    listed = client.get("/v1/outlets").json()
    assert {"name": "Unheard Gazette", "articles": 1, "levels": ["declared"]} in listed["data"]
    assert {"name": "Emirates Voice", "articles": 1, "levels": ["stated"]} in listed["data"]
    assert listed["unnamed"] > 0


def test_what_another_process_holds_is_said_to_be_locked(client: httpx.Client, data: Path) -> None:
    with lock_store(data):
        reply = client.put("/v1/articles/locked", json={"text": text()})
    assert (fault(reply), reply.headers["retry-after"]) == ((423, "locked", None), "5")
    assert client.put("/v1/articles/locked", json={"text": text()}).status_code == 201


def test_what_another_process_holds_for_a_moment_is_waited_for(tmp_path: Path, embedder: Embedder) -> None:
    library = Library(tmp_path, embedder)
    library.open()
    with ThreadPoolExecutor(1) as pool:
        with lock_store(tmp_path):
            put = pool.submit(library.put, [RawArticle("a", "a", Declared(), text=text())])
            with pytest.raises(TimeoutError):
                put.result(0.2)
        assert [one.status for one in put.result()] == ["created"]


def test_writers_side_by_side_and_questions_between_them_all_succeed(client: httpx.Client) -> None:
    statuses: list[int] = []

    def put(n: int) -> None:
        statuses.append(client.put(f"/v1/articles/side-{n}", json={"text": text(100 + n)}).status_code)

    def ask() -> None:
        statuses.append(client.post("/v1/search", json={"query": "harbour"}).status_code)

    threads = [threading.Thread(target=put, args=(n,)) for n in range(6)] + [
        threading.Thread(target=ask) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200] * 6 + [201] * 6


def test_another_process_that_writes_leaves_the_server_ready_and_answering(client: httpx.Client, data: Path) -> None:
    with lock_store(data):
        assert client.get("/readyz").status_code == 200
        assert client.post("/v1/search", json={"query": "army"}).json()["hits"]


def test_store_and_caches_agree_after_all_that(client: httpx.Client, data: Path, embedder: Embedder) -> None:
    assert client.get("/readyz").status_code == 200
    assert [(name, faults) for name, faults in check_index(Search(data, embedder)) if faults] == []
