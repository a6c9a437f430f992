"""The tools as clients of either generation call them: what connectors expect, the record's words, errors that tell."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
from mcp.client import Client
from mcp_types import TextResourceContents, Tool

from index.search.embedding import Embedder
from tests.service.api.mcp.calling import Mode, call, read, refused, text_of, use

Serve = Callable[..., AbstractContextManager[httpx.Client]]
ODD = (
    "Queen opens „Straße“ line\u2028\U0001f682 The queen opened the line on Monday, the ministry said.\x00\x1b[31m\n\n"
    'She said: "</script>{{x}} \\u0041 \\" — \u202eol\u0301\u0085 naïve 漢字" and left, the ministry said.\n'
)


@pytest.fixture(scope="module")
def filled(client: httpx.Client) -> Iterator[httpx.Client]:
    """The samples, and an article with an address of its own and odd characters in it."""
    article: dict[str, Any] = {
        "text": ODD,
        "outlet": "Ligne & Fils",
        "title": "Queen opens line",
        "url": "https://news.example/a?b=1",
    }
    article["lines"] = [{"start": ODD.index("She said"), "label": "body"}]
    assert client.put("/v1/articles/odd:1", json=article).status_code == 201
    yield client
    assert client.delete("/v1/articles/odd:1").status_code == 204


def list_tools(address: object, mode: Mode) -> list[Tool]:
    async def act(client: Client) -> list[Tool]:
        return (await client.list_tools()).tools

    return call(address, act, mode)


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_every_tool_only_reads_and_says_what_it_takes_and_gives(filled: httpx.Client, mode: Mode) -> None:
    tools = list_tools(filled.base_url, mode)
    assert {one.name: sorted(one.input_schema["properties"]) for one in tools} == {
        "search": ["query"],
        "fetch": ["id"],
        "ask": ["from", "outlets", "question", "sources", "to"],
        "list_outlets": [],
        "compare": ["a", "b"],
    }
    hints = [one.annotations and (one.annotations.read_only_hint, one.annotations.open_world_hint) for one in tools]
    assert hints == [(True, False)] * 5
    promised = [cast("dict[str, Any]", one.output_schema)["properties"].keys() for one in tools[:2]]
    assert promised == [{"results"}, {"id", "title", "text", "url", "metadata"}]


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_search_gives_ids_that_fetch_takes(filled: httpx.Client, mode: Mode) -> None:
    found = read(use(filled.base_url, "search", {"query": "Who liberated al-Sukhnah?"}, mode))["results"]
    assert [sorted(one) for one in found] == [["id", "title", "url"]] * len(found)
    assert len({one["id"] for one in found}) == len(found) >= 5
    best = next(one for one in found if one["id"] == "001_5ee169950b61c847")
    name = f"unnamed outlet ({best['id']})"
    assert best["title"] == f"{name} - Syria Liberates Last IS Stronghold in Homs"
    fetched = read(use(filled.base_url, "fetch", {"id": best["id"]}, mode))
    assert {**fetched, "text": ""} == {
        "id": best["id"],
        "title": best["title"],
        "text": "",
        "url": f"{str(filled.base_url).rstrip('/')}/?article={best['id']}",
        "metadata": {"outlet": name, "outlet_known_as": "unknown", "language": "en"},
    }


def test_an_address_of_ours_opens_the_passage_that_was_found(filled: httpx.Client) -> None:
    found = read(use(filled.base_url, "search", {"query": "Who liberated al-Sukhnah?"}))["results"]
    url = httpx.URL(found[0]["url"])
    text = filled.get(f"/v1/articles/{url.params['article']}").json()["text"]
    assert (url.host, url.port, url.path) == (filled.base_url.host, filled.base_url.port, "/")
    assert "al-Sukhnah" in text[int(url.params["start"]) : int(url.params["end"])]


def test_what_is_fetched_stands_in_the_article_and_is_no_furniture(filled: httpx.Client) -> None:
    for one in filled.get("/v1/articles").json()["data"]:
        article = filled.get(f"/v1/articles/{one['id']}").json()
        kept = [x for x in article["lines"] if x["label"] != "furniture"]
        expected = "\n".join(article["text"][x["start"] : x["end"]] for x in kept).strip()
        assert read(use(filled.base_url, "fetch", {"id": one["id"]}))["text"] == expected


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_odd_characters_come_through_whole(filled: httpx.Client, mode: Mode) -> None:
    fetched = read(use(filled.base_url, "fetch", {"id": "odd:1"}, mode))
    assert fetched["title"] == "Ligne & Fils - Queen opens line"
    assert fetched["url"] == "https://news.example/a?b=1"
    assert fetched["metadata"] == {"outlet": "Ligne & Fils", "outlet_known_as": "declared", "language": "en"}
    article = filled.get("/v1/articles/odd:1").json()
    kept = [x for x in article["lines"] if x["label"] != "furniture"]
    assert fetched["text"] == "\n".join(ODD[x["start"] : x["end"]] for x in kept).strip()
    assert "\u202eol\u0301\u0085 naïve 漢字" in fetched["text"]
    found = read(use(filled.base_url, "search", {"query": "the queen opened the line"}, mode))["results"]
    assert found[0] == {"id": "odd:1", "title": fetched["title"], "url": fetched["url"]}


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_ask_gives_the_answer_of_the_http_call_with_an_address_for_every_citation(
    filled: httpx.Client, mode: Mode
) -> None:
    question = "Did the US-led coalition bomb the hospital in Raqqa?"
    result = use(filled.base_url, "ask", {"question": question, "outlets": [], "from": None}, mode)
    plain = filled.post("/v1/ask", json={"question": question}).json()
    still: dict[str, Any] = {"id": "", "timings_ms": {}, "citations": []}
    assert {**result.structured_content, **still} == {**plain, **still}
    cited = result.structured_content["citations"]
    assert [{**one, "url": None} for one in cited] == plain["citations"]
    first = [next(x for c in plain["claims"] for x in c["reports"] if x["citation"] == one["n"]) for one in cited]
    places = [f"article={one['article_id']}&start={one['start']}&end={one['end']}" for one in first]
    assert [one["url"] for one in cited] == [f"{str(filled.base_url).rstrip('/')}/?{place}" for place in places]
    quotes = [report["quote"] for claim in plain["claims"] for report in claim["reports"]]
    assert [quote for quote in quotes if quote in text_of(result)]
    assert [url for url in (one["url"] for one in cited) if url not in text_of(result)] == []


def test_ask_is_confined_as_it_is_told(filled: httpx.Client) -> None:
    question = "Who broke into al-Sukhnah?"
    for given in ({"outlets": ["Emirates Voice"]}, {"sources": ["SANA"]}, {"from": "2017-08-01", "to": "2017-08-31"}):
        answer = use(filled.base_url, "ask", {"question": question, **given}).structured_content
        plain = filled.post("/v1/ask", json={"question": question, **given}).json()
        assert answer["searched"] == plain["searched"] != {"articles": 6, "outlets": 4, "unnamed": 2, "undated": 5}


def test_outlets_and_comparisons_are_those_of_the_http_calls(filled: httpx.Client) -> None:
    assert read(use(filled.base_url, "list_outlets", {})) == filled.get("/v1/outlets").json()
    a, b = "001_5ee169950b61c847", "000_ac1450379629caac"
    assert read(use(filled.base_url, "compare", {"a": a, "b": b})) == filled.get(f"/v1/articles/{a}/compare/{b}").json()


TURNED = {"from": "2017-01-02", "to": "2017-01-01"}
UNKNOWN = "no article has the id {}; search gives the ids of articles, and resources list them"


@pytest.mark.parametrize("mode", ["legacy", "auto"])
@pytest.mark.parametrize(
    ("tool", "given", "says"),
    [
        ("fetch", {"id": "none"}, UNKNOWN.format("'none'")),
        ("fetch", {"id": "../../etc/passwd"}, UNKNOWN.format("'../../etc/passwd'")),
        ("fetch", {"id": "a\x00\u2028b"}, UNKNOWN.format("'a\\x00\\u2028b'")),
        ("fetch", {}, "id: field required"),
        ("fetch", {"id": 1}, "id: input should be a valid string"),
        ("fetch", {"id": ""}, "id: string should have at least 1 character"),
        ("compare", {"a": "odd:1", "b": "none"}, UNKNOWN.format("'none'")),
        ("search", {"query": " "}, "query: string should match pattern '\\S'"),
        ("search", {"query": "x" * 4001}, "query: string should have at most 4000 characters"),
        ("search", {"query": "x", "k": 3}, "k: extra inputs are not permitted"),
        ("ask", {"question": "Who?", "outlets": "RT"}, "outlets: input should be a valid list"),
        ("ask", {"question": "Who?", "sources": [1]}, "sources.0: input should be a valid string"),
        ("ask", {"question": "Who?", "from": "1/2/2016"}, 'from: a day is written as "2016-03-13"'),
        ("ask", {"question": "Who?", **TURNED}, "from (2017-01-02) is after to (2017-01-01)"),
        ("list_outlets", {"outlet": "RT"}, "outlet: extra inputs are not permitted"),
    ],
)  # fmt: skip
def test_wrong_arguments_are_an_error_of_the_tool_that_names_them(
    filled: httpx.Client, tool: str, given: dict[str, Any], says: str, mode: Mode
) -> None:
    result = use(filled.base_url, tool, given, mode)
    assert (result.is_error, result.structured_content, text_of(result)) == (True, None, says)


def test_half_a_surrogate_pair_is_refused_before_it_is_read(filled: httpx.Client) -> None:
    body = b'{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"fetch","arguments":{"id":"\\ud800"}}}'
    reply = filled.post("/mcp", content=body, headers={"Content-Type": "application/json"})
    assert (reply.status_code, reply.json()["error"]["code"]) == (422, "invalid_value")


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_a_tool_that_is_not_there_is_named(filled: httpx.Client, mode: Mode) -> None:
    says = "there is no tool 'drop'; there are search, fetch, ask, list_outlets, compare"
    assert refused(filled.base_url, lambda client: client.call_tool("drop", {}), mode) == says


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_articles_are_resources(filled: httpx.Client, mode: Mode) -> None:
    async def act(client: Client) -> tuple[list[tuple[str, str | None]], str, list[str]]:
        listed = (await client.list_resources()).resources
        (content,) = (await client.read_resource("byline://articles/odd:1")).contents
        assert isinstance(content, TextResourceContents)
        templates = (await client.list_resource_templates()).resource_templates
        return [(one.uri, one.title) for one in listed], content.text, [one.uri_template for one in templates]

    listed, text, templates = call(filled.base_url, act, mode)
    articles = filled.get("/v1/articles").json()["data"]
    expected = [(f"byline://articles/{x['id']}", f"{x['outlet']['label']} - {x['title']}") for x in articles]
    assert listed == expected
    assert json.loads(text) == filled.get("/v1/articles/odd:1").json()
    assert templates == ["byline://articles/{id}"]


@pytest.mark.parametrize("mode", ["legacy", "auto"])
@pytest.mark.parametrize(
    ("uri", "says"),
    [
        ("byline://articles/none", UNKNOWN.format("'none'")),
        ("byline://articles/", UNKNOWN.format("''")),
        ("byline://articles/../odd:1", UNKNOWN.format("'../odd:1'")),
        (
            "file:///etc/passwd",
            "there is no resource 'file:///etc/passwd'; an article is byline://articles/ and its id",
        ),
    ],
)
def test_a_resource_that_is_not_there_is_named(filled: httpx.Client, uri: str, says: str, mode: Mode) -> None:
    assert refused(filled.base_url, lambda client: client.read_resource(uri), mode) == says


def test_resources_are_listed_a_page_at_a_time(serve: Serve, tmp_path: Path, embedder: Embedder) -> None:
    text = "The ferry sank off the coast on Monday, the coast guard said, and all were saved by boats nearby."

    async def act(client: Client) -> list[list[str]]:
        pages, cursor = [], None
        while True:
            page = await client.list_resources(cursor=cursor)
            pages.append([one.name for one in page.resources])
            if not (cursor := page.next_cursor):
                return pages

    with serve(tmp_path / "data", embedder) as client:
        lines = "\n".join(json.dumps({"id": f"a{n:03}", "text": f"{text} Ship {n}."}) for n in range(103))
        posted = client.post("/v1/articles", content=lines, headers={"Content-Type": "application/x-ndjson"})
        assert {one["status"] for one in posted.json()["results"]} == {"created"}
        pages = call(client.base_url, act)
    names = [f"a{n:03}" for n in range(103)]
    assert pages == [names[:100], names[100:]]


def test_an_empty_index_finds_nothing_and_an_index_that_is_gone_says_so(
    serve: Serve, tmp_path: Path, embedder: Embedder
) -> None:
    with serve(tmp_path / "data", embedder) as client:
        assert read(use(client.base_url, "search", {"query": "x"})) == {"results": []}
        for file in (tmp_path / "data").glob("byline.sqlite*"):
            file.unlink()
        result = use(client.base_url, "list_outlets", {})
    assert result.is_error
    assert text_of(result).startswith("there is no index in ")
