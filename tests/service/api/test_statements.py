"""Statements, sources and comparisons over HTTP: whole, by whom, and each refusal with what would be right."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from index.attribution.sources import file_sources
from index.build import read_article, split_article
from index.encoding import encode_passages
from index.records import Cue, Declared, Figure, Hedge, Link, RawArticle, Span, Statement, When, statement_id
from index.search.embedding import Embedder
from index.search.search import describe_model
from index.store.reader import StoreReader
from index.store.statements import dump_statements
from index.store.writer import Writer
from tests.service.conftest import Serve

ROOT = Path(__file__).parents[3]
TEXT = (
    "Ferry sinks off Quorn\n\n"
    "At least 12 people allegedly drowned on Monday, a harbour official told the agency Zelnews.\n\n"
    "Captain Orla Brandt denied it. The company that owns the ferry has not said anything yet.\n"
)
FIRST, SECOND = Span(23, 114), Span(116, 146)


@pytest.fixture(scope="module")
def data(sample_index: Path, tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    """The samples, and an article whose statements are written by hand, so that the whole of them can be compared."""
    folder = Path(shutil.copytree(sample_index, tmp_path_factory.mktemp("data") / "data"))
    raw = RawArticle("ferry", "ferry", Declared(outlet="Quorn Post", published="2020-02-03", language="en"), text=TEXT)
    split = split_article(read_article(raw), "r", embedder)
    read = write_statements(split.article.version)
    with Writer(folder, describe_model(embedder)) as writer:
        rows = dump_statements(split.article, read)
        by_hand = replace(split, statements=read, statement_rows=rows, filed=file_sources(read))
        writer.put(encode_passages([by_hand], embedder))
    return folder


def write_statements(version: str) -> tuple[Statement, ...]:
    drowned = Figure(12, "at least", "At least 12", 23, 34, "people", None, "killed", "people", scope=("on Monday",))
    return (
        Statement(
            statement_id("ferry", version, 0, 1),
            "ferry",
            0,
            FIRST,
            Span(23, 69),
            "attributed",
            (Link("the agency Zelnews", True, 95, 113), Link("a harbour official", False, 71, 89)),
            (),
            Cue("told", "neutral", 90, 94),
            "asserts",
            "paraphrase",
            (Hedge("allegedly", 42, 51, Span(52, 59)),),
            (drowned,),
            (When("on Monday", 60, 69, None),),
            rule="tag",
        ),
        Statement(
            statement_id("ferry", version, 1, 1),
            "ferry",
            1,
            SECOND,
            Span(143, 145),
            "attributed",
            (Link("Orla Brandt", True, 124, 135),),
            cue=Cue("denied", "denying", 136, 142),
            stance="denies",
            form="paraphrase",
            rule="denial",
        ),
    )


@pytest.fixture(scope="module")
def ferry(client: httpx.Client) -> list[dict[str, Any]]:
    """The two statements as they are listed."""
    version = client.get("/v1/articles/ferry").json()["version"][:8]
    beside = {
        "article_id": "ferry",
        "outlet": {"name": "Quorn Post", "label": "Quorn Post", "level": "declared"},
        "title": "Ferry sinks off Quorn",
        "published": "2020-02-03",
    }
    figure = {
        "value": 12.0,
        "bound": "at least",
        "unit": "people",
        "scope": ["on Monday"],
        "text": "At least 12",
        "start": 23,
        "end": 34,
        "measure": None,
        "event": "killed",
        "whom": "people",
        "where": None,
        "when": None,
    }
    return [
        {
            "id": f"ferry~{version}~s0.1",
            "sentence": {"start": 23, "end": 114},
            "content": {"start": 23, "end": 69},
            "voice": "attributed",
            "chain": [
                {"name": "the agency Zelnews", "named": True, "start": 95, "end": 113, "carried_from": None},
                {"name": "a harbour official", "named": False, "start": 71, "end": 89, "carried_from": None},
            ],
            "joint": [],
            "cue": {"text": "told", "class": "neutral", "start": 90, "end": 94},
            "stance": "asserts",
            "form": "paraphrase",
            "hedges": [{"text": "allegedly", "start": 42, "end": 51, "over": {"start": 52, "end": 59}}],
            "figure": figure,
            "figures": [figure],
            "when": [{"text": "on Monday", "date": None, "start": 60, "end": 69}],
            "continuation": None,
            "rule": "tag",
            **beside,
            "quote": TEXT[23:114],
        },
        {
            "id": f"ferry~{version}~s1.1",
            "sentence": {"start": 116, "end": 146},
            "content": {"start": 143, "end": 145},
            "voice": "attributed",
            "chain": [{"name": "Orla Brandt", "named": True, "start": 124, "end": 135, "carried_from": None}],
            "joint": [],
            "cue": {"text": "denied", "class": "denying", "start": 136, "end": 142},
            "stance": "denies",
            "form": "paraphrase",
            "hedges": [],
            "figure": None,
            "figures": [],
            "when": [],
            "continuation": None,
            "rule": "denial",
            **beside,
            "quote": "Captain Orla Brandt denied it.",
        },
    ]


def get(client: httpx.Client, **params: Any) -> Any:
    reply = client.get("/v1/statements", params=params)
    assert reply.status_code == 200, reply.text
    return reply.json()


def fault(reply: httpx.Response) -> tuple[int, str, str | None]:
    error = reply.json()["error"]
    assert set(error) == {"message", "type", "param", "code"}
    return reply.status_code, error["code"], error["param"]


def test_all_that_a_source_is_quoted_as_saying_comes_whole_and_by_whom(
    client: httpx.Client, ferry: list[dict[str, Any]]
) -> None:
    for source in ("Zelnews", "the agency Zelnews", "ZELNEWS", "A harbour official"):
        assert get(client, source=source) == {"data": ferry[:1], "next_cursor": None, "unread": 0}
    assert get(client, source="Brandt", stance="denies", outlet="quorn post", contains="IT", article="ferry") == {
        "data": ferry[1:],
        "next_cursor": None,
        "unread": 0,
    }


def test_an_article_holds_the_same_statements(client: httpx.Client, ferry: list[dict[str, Any]]) -> None:
    got = client.get("/v1/articles/ferry").json()
    beside = {"article_id", "outlet", "title", "published", "quote"}
    assert got["statements"] == [{k: v for k, v in one.items() if k not in beside} for one in ferry]
    assert (got["attribution"], got["copies"]) == ({"read": True, "reason": None, "text": None}, [])


def test_a_statement_is_got_by_its_id(client: httpx.Client, ferry: list[dict[str, Any]]) -> None:
    assert [client.get(f"/v1/statements/{one['id']}").json() for one in ferry] == ferry
    assert fault(client.get("/v1/statements/ferry~00000000~s0.1")) == (404, "no_such_statement", None)


def test_every_statement_of_the_samples_lies_in_its_article(client: httpx.Client) -> None:
    texts = {path.stem: path.read_bytes().decode() for path in (ROOT / "corpus").glob("*.txt")}
    listed = get(client, limit=500)["data"]
    assert {one["article_id"] for one in listed} == {*texts, "ferry"}
    assert [one["id"] for one in listed if one["article_id"] != "ferry"] == [
        one["id"] for name in sorted(texts) for one in client.get(f"/v1/articles/{name}").json()["statements"]
    ]
    for one in listed:
        text = {**texts, "ferry": TEXT}[one["article_id"]]
        assert one["quote"] == text[one["sentence"]["start"] : one["sentence"]["end"]]
        assert one["sentence"]["start"] <= one["content"]["start"] <= one["content"]["end"] <= one["sentence"]["end"]


def test_sana_is_found_in_the_samples_by_any_of_its_names(client: httpx.Client) -> None:
    found = get(client, source="SANA", limit=500)["data"]
    assert len({one["article_id"] for one in found}) >= 3
    assert all(any("SANA" in link["name"] for link in one["chain"]) for one in found)
    assert get(client, source="the Syrian Arab News Agency", limit=500)["data"] == found


def test_pages_follow_each_other_without_gap_or_repeat(client: httpx.Client) -> None:
    whole, cursor, pages = get(client, limit=500)["data"], None, []
    for _ in range(99):
        page = get(client, limit=7, **({"cursor": cursor} if cursor else {}))
        pages.append(page["data"])
        if (cursor := page["next_cursor"]) is None:
            break
    assert [one for page in pages for one in page] == whole
    assert {len(page) for page in pages[:-1]} == {7}


def test_sources_are_listed_and_paged(client: httpx.Client) -> None:
    whole = client.get("/v1/sources", params={"limit": 500}).json()
    assert whole["next_cursor"] is None
    one = {"statements": 1, "articles": 1, "outlets": 1, "unnamed": 0}
    assert {"name": "Zelnews", "forms": [{"name": "the agency Zelnews", "statements": 1}], **one} in whole["data"]
    assert "a harbour official" not in {one["name"] for one in whole["data"]}
    counts = [one["statements"] for one in whole["data"]]
    assert counts == sorted(counts, reverse=True)
    first = client.get("/v1/sources", params={"limit": 2}).json()
    rest = client.get("/v1/sources", params={"limit": 500, "cursor": first["next_cursor"]}).json()
    assert first["data"] + rest["data"] == whole["data"]


@pytest.mark.parametrize(
    ("path", "params", "expected"),
    [
        ("statements", {"stance": "agrees"}, (400, "bad_request", "stance")),
        ("statements", {"contains": "…!"}, (400, "bad_request", "contains")),
        ("statements", {"cursor": "nonsense"}, (400, "bad_request", "cursor")),
        ("statements", {"cursor": ""}, (400, "bad_request", "cursor")),
        ("statements", {"cursor": "WzEsICJhIl0"}, (400, "bad_request", "cursor")),
        ("statements", {"cursor": "Wy0xXQ"}, (400, "bad_request", "cursor")),
        ("statements", {"cursor": "é"}, (400, "bad_request", "cursor")),
        ("sources", {"cursor": "WzFd"}, (400, "bad_request", "cursor")),
        ("sources", {"cursor": "WzEsICJcdWQ4MDAiXQ"}, (400, "bad_request", "cursor")),
        ("statements", {"article": "none"}, (404, "no_such_article", None)),
        ("statements", {"limit": 0}, (422, "invalid_value", "limit")),
        ("statements", {"source": ""}, (422, "invalid_value", "source")),
        ("statements", {"sauce": "SANA"}, (422, "invalid_value", "sauce")),
        ("articles/ferry/compare/none", {}, (404, "no_such_article", None)),
        ("articles/ferry/compare/.x", {}, (422, "invalid_value", "other")),
    ],
)
def test_what_cannot_be_listed_is_refused_with_its_reason(
    client: httpx.Client, path: str, params: dict[str, Any], expected: tuple[int, str, str | None]
) -> None:
    assert fault(client.get(f"/v1/{path}", params=params)) == expected


def test_a_wrong_stance_is_told_what_would_be_right(client: httpx.Client) -> None:
    told = client.get("/v1/statements", params={"stance": "agrees"}).json()["error"]["message"]
    assert told == (
        "stance is 'agrees'; it must be one of asserts, denies, admits, confirms, accuses, declines, uncertain"
    )


def test_unknown_names_are_reported_and_not_dropped(client: httpx.Client) -> None:
    no_source = {
        "kind": "no_such_name",
        "name": "The Nobody Agency",
        "count": None,
        "text": "No article here cites a source named The Nobody Agency.",
    }
    no_outlet = {
        "kind": "no_such_name",
        "name": "Nobody Times",
        "count": None,
        "text": "No article here is of an outlet named Nobody Times.",
    }
    asked = {"source": "The Nobody Agency", "outlet": "Nobody Times"}
    assert get(client, **asked) == {"data": [], "next_cursor": None, "unread": 0, "missing": [no_outlet, no_source]}
    confined = {"query": "ferry", "sources": ["The Nobody Agency"], "outlets": ["Nobody Times"]}
    assert client.post("/v1/search", json=confined).json() == {"hits": [], "missing": [no_outlet, no_source]}


def test_a_search_is_confined_to_passages_that_cite_a_source(client: httpx.Client) -> None:
    body = {"query": "the town", "sources": ["Orla Brandt"], "k": 50}
    hits = client.post("/v1/search", json=body).json()["hits"]
    assert [hit["passage"]["article_id"] for hit in hits] == ["ferry"]
    sana = client.post("/v1/search", json={**body, "sources": ["SANA"]}).json()["hits"]
    said = get(client, source="SANA", limit=500)["data"]
    for hit in sana:
        passage = hit["passage"]
        assert any(
            one["article_id"] == passage["article_id"] and passage["start"] <= one["sentence"]["start"] < passage["end"]
            for one in said
        )
    articles = {hit["passage"]["article_id"] for hit in sana}
    assert articles == {one["article_id"] for one in said}


def test_two_articles_are_compared_side_by_side(client: httpx.Client) -> None:
    one, other = "000_ac1450379629caac", "001_5ee169950b61c847"
    texts = {name: (ROOT / "corpus" / f"{name}.txt").read_bytes().decode() for name in (one, other)}
    found = client.get(f"/v1/articles/{one}/compare/{other}").json()
    assert set(found) == {"a", "b", "containment", "is_copy", "direction", "reason", "paragraphs", "changes"}
    assert (found["a"]["id"], found["b"]["id"], found["is_copy"], found["direction"]) == (one, other, True, None)
    assert found["reason"]
    for side, text in (("a", texts[one]), ("b", texts[other])):
        shown = [pair[side] for pair in [*found["paragraphs"], *found["changes"]] if pair[side]]
        assert shown
        assert all(words["text"] == text[words["start"] : words["end"]] for words in shown)
    within = [change for pair in found["paragraphs"] for change in pair["changes"]]
    assert sorted(map(str, within)) == sorted(map(str, found["changes"]))
    assert client.get(f"/v1/articles/{one}").json()["copies"] == [other]


def test_an_article_of_an_earlier_byline_or_another_language_says_that_it_was_not_read(
    client: httpx.Client, data: Path
) -> None:
    french = (
        "La mer monte\n\nLe maire de la ville a déclaré lundi que la mer montait plus vite que prévu, et que les"
        " habitants du port devaient quitter leurs maisons avant la fin de la semaine prochaine.\n"
    )
    client.put("/v1/articles/mer", json={"text": french})
    got = client.get("/v1/articles/mer").json()
    assert {(one["voice"], one["chain"]) for one in got["statements"]} == {(None, None)}
    assert got["attribution"] == {
        "read": False,
        "reason": "language",
        "text": "Who says what is read in English only; this article is in 'fr'.",
    }
    client.put("/v1/articles/old", json={"text": TEXT.replace("Quorn", "Mereford")})
    with StoreReader(data).view() as view:
        model = {name: view.meta()[name] for name in ("embedder", "fingerprint", "dimension", "precision")}
        old = view.article("old")
    with Writer(data, model) as writer:
        writer.put_statements([(old, (), {})])
    got = client.get("/v1/articles/old").json()
    assert [(one["voice"], one["chain"], one["rule"]) for one in got["statements"]] == [(None, None, "sentence")] * 3
    assert (got["attribution"]["read"], got["attribution"]["reason"]) == (False, "earlier_version")
    assert get(client, article="old") == {"data": [], "next_cursor": None, "unread": 1}
    assert client.delete("/v1/articles/old").status_code == 204
    assert client.delete("/v1/articles/mer").status_code == 204


def test_a_key_of_the_scope_ask_is_needed(serve: Serve, data: Path, embedder: Embedder) -> None:
    with serve(data, embedder, api_keys="ask:" + "k" * 20) as opened:
        for path in ("statements", "statements/x", "sources", "articles/ferry/compare/ferry"):
            assert fault(opened.get(f"/v1/{path}")) == (401, "missing_key", "Authorization")
            key = {"authorization": "Bearer " + "k" * 20}
            assert opened.get(f"/v1/{path}", headers=key).status_code in (200, 404)
