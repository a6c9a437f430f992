"""The measures and the BM25 that events are judged by, on numbers small enough to work out by hand."""

from pathlib import Path

import pytest

from benchmarks.events import MEASURES, measure, rank_whole
from benchmarks.events_corpus import Event, Without, copy_without
from index.build import index_articles
from index.records import Declared, RawArticle
from index.search.embedding import Embedder
from index.search.search import describe_model
from index.store.reader import StoreReader
from index.store.writer import Writer


def test_what_is_found_counts_by_its_place_and_what_is_not_counts_as_nothing() -> None:
    events = [Event(key, "", "", frozenset(articles)) for key, articles in (("e1", "ab"), ("e2", "cd"), ("e3", "ef"))]
    values = measure(events, {"e1": ["x", "b", "y", "z", "w", "a"], "e2": ["1", "2", "3", "4", "d"], "e3": []})
    assert {name: values[name].tolist() for name in MEASURES} == {
        "Hits@4": [1, 0, 0],
        "Hits@10": [1, 1, 0],
        "Recall@10": [1, 1 / 2, 0],
        "MRR@10": [1 / 2, pytest.approx(1 / 5), 0],
        "all outlets": [1, 0, 0],
    }


def test_whole_articles_are_ranked_by_rarity_of_words_by_length_and_by_how_often_the_query_says_them() -> None:
    rows = [
        {"id": "long", "title": "Quake", "text": "port of many ships and of many more ships that sail"},
        {"id": "short", "title": "Quake", "text": "port"},
        {"id": "other", "title": "Harvest", "text": "port of wheat"},
    ]
    asked = {"asked": {"quake": "the quake", "harvest": "harvest quake", "twice": "harvest port quake quake quake"}}
    assert rank_whole(rows, asked)["asked"] == {
        "quake": ["short", "long", "other"],
        "harvest": ["other", "short", "long"],
        "twice": ["short", "other", "long"],
    }


@pytest.mark.parametrize(("what", "title"), [("titles", None), ("title-vectors", "Bridge reopens")])
def test_a_copy_lacks_what_it_is_made_without(
    what: Without, title: str | None, tmp_path: Path, embedder: Embedder
) -> None:
    held, copy = tmp_path / "held", tmp_path / "copy"
    copy.mkdir()
    text = (
        "The mayor of the town said on Monday that the work on the bridge would be finished by the end of the year.\n"
    )
    raw = RawArticle("a", "a.txt", Declared(title="Bridge reopens"), text=text)
    with Writer(held, describe_model(embedder)) as writer:
        assert [one.status for one in index_articles([raw], writer, embedder)] == ["created"]
    copy_without(what, held, copy)
    with StoreReader(copy).view() as view:
        assert [(row.title, row.title_vector) for batch in view.added_since(-1) for row in batch] == [(title, None)]
