"""Articles as questions read them: what is kept is what is stored, whoever writes, and never more than its bound."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.store import held
from index.store.held import Kept, hold_statements
from index.store.reader import StoreReader, View
from index.store.values import Counts
from index.store.writer import Writer
from tests.index.store.test_statements import spoken
from tests.index.store.test_store import MODEL, article, prepare


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    with Writer(tmp_path, MODEL) as opened:
        yield opened


def test_an_article_is_fetched_once_until_the_store_changes(writer: Writer, tmp_path: Path) -> None:
    writer.put([prepare(article("a", "one two "), sentences=2)])
    reader = StoreReader(tmp_path)
    with reader.view() as first, reader.view() as second:
        assert first.held("a") is second.held("a")
        assert first.counts().articles == 1
        writer.put([prepare(article("a", "new new "), sentences=2), prepare(article("b", "other "))])
        with reader.view() as later:
            assert later.held("a").article.text == "new new "
            assert later.counts().articles == 2
        assert second.held("a").article.text == "one two "  # its own state still
        assert second.counts().articles == 1


def test_statements_put_anew_are_seen(writer: Writer, tmp_path: Path) -> None:
    put = spoken("a")
    writer.put([put])
    reader = StoreReader(tmp_path)
    with reader.view() as view:
        assert tuple(view.held("a").statements) == put.statements
    writer.put_statements([(put.article, put.statements[:1], {})])
    with reader.view() as view:
        assert tuple(view.held("a").statements) == put.statements[:1]


def test_counts_and_outlets_are_the_stores_after_a_deletion(writer: Writer, tmp_path: Path) -> None:
    writer.put([prepare(article("a", "one two "), sentences=2)])
    reader = StoreReader(tmp_path)
    with reader.view() as view:
        assert view.counts().articles == 1
        view.outlets()
    writer.delete(["a"])
    with reader.view() as view:
        assert view.counts() == Counts(0, 0, 0, 0, 0)
        assert view.outlets() == []


def test_statements_are_found_by_sentence_and_by_id() -> None:
    own = spoken("a").statements
    found = hold_statements(own)
    assert list(found) == list(own)
    for one in own:
        assert found.of_sentence(one.n) == [other for other in own if other.n == one.n]
        assert found.find(one.id) == (one if one.n >= 0 else None)
    assert found.of_sentence(10**6) == []
    for wrong in ("", "a~x~s1.1", f"{own[0].id}1", "a~x~s²"):
        assert found.find(wrong) is None


def test_those_asked_for_least_lately_give_way(writer: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer.put([prepare(article(one, "one two ")) for one in ("a", "b", "c")])
    fetched: list[str] = []
    size = len("one two ")
    monkeypatch.setattr(held, "MOST", 2 * size)
    kept = Kept(None)
    with StoreReader(tmp_path).view() as view:
        for one in ("a", "b", "a", "c", "a", "b"):
            kept.article(one, lambda key, view=view: note(view, key, fetched))  # type: ignore[misc]
    assert fetched == ["a", "b", "c", "b"]


def note(view: View, key: str, fetched: list[str]) -> held.HeldArticle:
    fetched.append(key)
    return view.held(key)
