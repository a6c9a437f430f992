"""What frontends do with a stream, as their sources had it in 2026, done to ours: each `[n]` finds its article.

Open WebUI: middleware.py, Citations.svelte. LobeChat: streams/openai.ts. deep-chat: openAI's chat handler.
"""

from typing import Any

import httpx
import pytest

from tests.service.api.openai.events import CHAT, QUESTION, ask_chat, read_events

Chunk = dict[str, Any]


@pytest.fixture(scope="module")
def chunks(client: httpx.Client) -> list[Chunk]:
    return [one.data for one in read_events(client, CHAT, ask_chat())][:-1]


@pytest.fixture(scope="module")
def cited(client: httpx.Client) -> list[Chunk]:
    return list(client.post("/v1/ask", json={"question": QUESTION}).json()["citations"])


def collect_open_webui(chunks: list[Chunk]) -> list[Chunk]:
    """The sources it lists: those of events, and one made of each annotation, put together by `metadata.source`."""
    given: list[Chunk] = []
    for chunk in chunks:
        if chunk.get("event", {}).get("type") == "source":
            given.append(chunk["event"]["data"])
        for one in chunk["choices"][0]["delta"].get("annotations", []):
            url, title = one["url_citation"]["url"], one["url_citation"]["title"]
            made = {"source": {"name": title, "url": url}, "document": [title]}
            given.append({**made, "metadata": [{"source": url, "name": title}]})
    listed: dict[str, Chunk] = {}
    for source in given:
        assert "type" not in source
        for document, about in zip(source["document"], source["metadata"], strict=True):
            key = about.get("source") or source["source"]["id"]
            name = about["name"] if about.get("source_url") else key
            listed.setdefault(key, {"name": name, "documents": []})["documents"].append(document)
    return list(listed.values())


def test_open_webui_lists_each_article_once_at_its_number_by_outlet_and_headline(
    chunks: list[Chunk], cited: list[Chunk]
) -> None:
    listed = collect_open_webui(chunks)
    assert [one["name"] for one in listed] == [f"{one['outlet']} - {one['title']}" for one in cited]
    assert [one["documents"][0][:22] for one in listed] == ["In its latest assessme"] * 2 + ["According to the agenc"]


def test_lobechat_takes_the_text_from_content_and_the_sources_from_the_last_chunk(
    chunks: list[Chunk], cited: list[Chunk]
) -> None:
    text, grounded = "", []
    for chunk in chunks:
        choice = chunk["choices"][0]
        if choice["finish_reason"] and choice["delta"].get("content"):
            text += choice["delta"]["content"]  # and the sources beside it would be lost
        elif choice["finish_reason"]:
            grounded += [one["url_citation"] for one in choice["delta"]["annotations"]]
        else:
            text += choice["delta"].get("content") or ""
    assert [grounded[n - 1]["title"] for n in (1, 2, 3)] == [f"{one['outlet']} - {one['title']}" for one in cited]
    assert [text[one["start_index"] : one["end_index"]] for one in grounded] == ["[1]", "[2]", "[3]"]


def test_deep_chat_finds_a_delta_in_every_chunk(chunks: list[Chunk]) -> None:
    assert [type(chunk["choices"][0]["delta"]) for chunk in chunks] == [dict] * len(chunks)
    assert [chunk for chunk in chunks if "error" in chunk] == []
