"""Bytes to stored article: idempotent, told apart one by one, and whole after a kill."""

import gzip
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from index.build import BATCH, Outcome, Received, index_articles, read_article
from index.errors import ReadError, StoreError
from index.reading.raw.fields import parse_article
from index.records import Declared, Evidence, Filters, Hit, RawArticle
from index.search.check import check_index
from index.search.embedding import Embedder
from index.search.search import Search, describe_model
from index.store.reader import StoreReader
from index.store.writer import Writer

ROOT = Path(__file__).parents[2]
BODY = "The council of {place} approved the budget on Monday, the mayor said. It will be spent on {n} new schools."


def raw(n: int, place: str = "Springfield", **declared: str) -> RawArticle:
    text = f"Council of {place} votes\n\n" + "\n\n".join(BODY.format(place=place, n=n + m) for m in range(3))
    return RawArticle(f"a{n}", f"a{n}.txt", Declared(**declared), text=text)  # type: ignore[arg-type]


@pytest.fixture
def writer(tmp_path: Path, embedder: Embedder) -> Iterator[Writer]:
    with Writer(tmp_path, describe_model(embedder)) as opened:
        yield opened


def find(search: Search, query: str, filters: Filters, k: int) -> tuple[Hit, ...]:
    with search.reader.view() as view:
        return search.search_passages(view, query, filters, k).hits


def statuses(outcomes: Iterator[Outcome]) -> list[tuple[str, str]]:
    return [(outcome.id, outcome.status) for outcome in outcomes]


def test_the_same_article_twice_is_unchanged_and_another_text_updates_it(writer: Writer, embedder: Embedder) -> None:
    assert statuses(index_articles([raw(1), raw(2)], writer, embedder)) == [("a1", "created"), ("a2", "created")]
    assert statuses(index_articles([raw(1), raw(1, "Shelbyville")], writer, embedder)) == [
        ("a1", "unchanged"),
        ("a1", "updated"),
    ]
    assert statuses(index_articles([raw(2, outlet="Daily")], writer, embedder)) == [("a2", "updated")]


def test_what_cannot_be_read_is_told_in_its_place_and_the_rest_go_on(writer: Writer, embedder: Embedder) -> None:
    received: list[Received] = [
        raw(1),
        ReadError("b.txt", "is empty"),
        RawArticle("c", "c.txt", Declared(), text='Login\n\nName *\n\n{"id":1}\n'),
        raw(2, published="yesterday"),
        raw(3),
    ]
    outcomes = list(index_articles(received, writer, embedder))
    assert [(one.id, one.status) for one in outcomes] == [
        ("a1", "created"),
        ("", "error"),
        ("c", "error"),
        ("a2", "error"),
        ("a3", "created"),
    ]
    reasons = [one.error.reason for one in outcomes if one.error]
    assert reasons[0] == "is empty"
    assert "`lines` can restore" in reasons[1]
    assert "yesterday" in reasons[2]


def test_a_line_can_be_restored_and_one_that_is_not_there_is_refused(embedder: Embedder) -> None:
    text = raw(1).text or ""
    restored = read_article(RawArticle("a", "a", Declared(lines={0: "body"}), text=text))
    assert (restored.lines[0].label, restored.lines[0].reason) == ("body", "declared")
    with pytest.raises(ReadError, match="no line starts at 3"):
        read_article(RawArticle("a", "a", Declared(lines={3: "body"}), text=text))


def test_a_line_that_recurs_over_an_outlets_pages_becomes_furniture(writer: Writer, embedder: Embedder) -> None:
    call = "Support our journalism today by becoming a member of the paper that you read every morning."
    made = [raw(n, place, outlet="Daily") for n, place in enumerate(["Oslo", "Lima", "Quito", "Accra"])]
    made = [RawArticle(one.id, one.path, one.declared, text=f"{one.text}\n\n{call}") for one in made]
    list(index_articles(made[:3], writer, embedder))
    list(index_articles(made[3:], writer, embedder))
    with StoreReader(Path(writer_folder(writer))).view() as view:
        last = view.article("a3").lines[-1]
    assert (last.label, last.reason) == ("furniture", "recurs over its outlet's pages")


@pytest.mark.parametrize("together", [1, 2, 5])
def test_what_is_stored_does_not_depend_on_how_articles_come_together(
    writer: Writer, embedder: Embedder, together: int
) -> None:
    call = "Support our journalism today by becoming a member of the paper that you read every morning."
    places = ["Oslo", "Lima", "Quito", "Accra", "Oslo"]
    made = [raw(n % 4, place, outlet="Daily") for n, place in enumerate(places)]  # the last replaces the first
    made = [
        RawArticle(one.id, one.path, one.declared, text=f"{one.text}\n\n{call}\n\nNo {n}") for n, one in enumerate(made)
    ]
    told = [
        one for low in range(0, 5, together) for one in index_articles(made[low : low + together], writer, embedder)
    ]
    assert [(one.id, one.status) for one in told] == [*((f"a{n}", "created") for n in range(4)), ("a0", "updated")]
    with StoreReader(Path(writer_folder(writer))).view() as view:
        labels = [view.article(f"a{n}").lines[-2].label for n in range(4)]
    assert labels == ["furniture", "body", "body", "furniture"]


def test_indexing_that_is_left_has_stored_what_it_told_and_nothing_by_halves(
    tmp_path: Path, embedder: Embedder
) -> None:
    with Writer(tmp_path, describe_model(embedder)) as writer:
        told = index_articles([raw(n, f"Town {n}") for n in range(5 * BATCH)], writer, embedder)
        first = next(told)
        assert isinstance(told, Generator)
        told.close()  # as when the command is stopped: what is under way is left undone
    with StoreReader(tmp_path).view() as view:
        assert view.counts().articles == BATCH
        assert view.article(first.id).id == "a0"


def test_copies_of_one_article_by_one_outlet_keep_their_body(writer: Writer, embedder: Embedder) -> None:
    copies = [RawArticle(f"c{n}", f"c{n}", Declared(outlet="Daily"), text=raw(1).text) for n in range(5)]
    list(index_articles(copies, writer, embedder))
    with StoreReader(Path(writer_folder(writer))).view() as view:
        assert {len(view.sentences(f"c{n}")) for n in range(5)} == {6}


def test_passages_are_found_by_words_and_by_meaning_and_filters_hold(tmp_path: Path, embedder: Embedder) -> None:
    with Writer(tmp_path, describe_model(embedder)) as writer:
        received = [raw(n, place, outlet=place) for n, place in enumerate(["Oslo", "Lima", "Quito"])]
        list(index_articles(received, writer, embedder))
    search = Search(tmp_path, embedder)
    by_words = find(search, "Lima", Filters(), 1)
    assert [hit.passage.article_id for hit in by_words] == ["a1"]
    by_meaning = find(search, "money for education", Filters(outlets=("oslo",)), 5)
    assert {hit.passage.article_id for hit in by_meaning} == {"a0"}
    assert [(hit.rank, hit.words) for hit in by_meaning[:1]] == [(1, None)]
    assert find(search, "Lima", Filters(outlets=("Nobody",)), 5) == ()


@pytest.mark.parametrize("cache", ["vectors.faiss", "vectors.json", "words.json", "words/meta.json"])
def test_a_damaged_cache_is_made_anew_at_the_next_question(tmp_path: Path, embedder: Embedder, cache: str) -> None:
    with Writer(tmp_path, describe_model(embedder)) as writer:
        list(index_articles([raw(1)], writer, embedder))
        search = Search(tmp_path, embedder)
        search.catch_up()
        search.save()
    (tmp_path / cache).write_bytes(b"rubbish")
    search = Search(tmp_path, embedder)
    assert [hit.passage.article_id for hit in find(search, "budget", Filters(), 1)] == ["a1"]
    assert dict(check_index(search)) == {"store": [], "stored vectors": [], "vector index": [], "word index": []}


def test_check_finds_what_is_wrong(tmp_path: Path, embedder: Embedder) -> None:
    with Writer(tmp_path, describe_model(embedder)) as writer:
        list(index_articles([raw(1), raw(2)], writer, embedder))
        search = Search(tmp_path, embedder)
        search.catch_up()
        search.vectors.remove([1])
        search.words.write([], [2], search.words.sequence)
        writer._connection.execute("UPDATE articles SET text = text || '!' WHERE id = 'a1'")
    faults = dict(check_index(search))
    assert faults == {
        "store": ["article a1: its text or record is not what was stored"],
        "stored vectors": [],
        "vector index": ["1 passages are missing, the first is row 1"],
        "word index": ["1 passages are missing, the first is row 2"],
    }


def test_a_kill_in_the_middle_loses_nothing_that_was_told_and_repeats_nothing(
    tmp_path: Path, embedder: Embedder
) -> None:
    source, data = tmp_path / "articles.jsonl.gz", tmp_path / "data"
    with gzip.open(source, "wt", encoding="utf-8") as file:
        for n in range(6 * BATCH):
            one = raw(n, f"Town {n}")
            file.write(json.dumps({"id": one.id, "text": one.text}) + "\n")
    program = [sys.executable, "-m", "service", "index", str(source), "--data", str(data)]
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as running:
        stored = wait_for_articles(data, 2 * BATCH, running)
        os.kill(running.pid, signal.SIGKILL)
    search = Search(data, embedder)
    assert [name for name, faults in check_index(search) if faults] == []
    with search.reader.view() as view:
        survived = view.counts().articles
        keys = {row.key for batch in view.added_since(-1) for row in batch}
    assert stored <= survived < 6 * BATCH
    subprocess.run(program, cwd=ROOT, check=True, capture_output=True)
    with search.reader.view() as view:
        assert view.counts().articles == 6 * BATCH
        assert keys <= {row.key for batch in view.added_since(-1) for row in batch}
    assert [name for name, faults in check_index(Search(data, embedder)) if faults] == []


def wait_for_articles(data: Path, enough: int, running: "subprocess.Popen[bytes]") -> int:
    """How many articles are stored once there are enough; the kill comes right after."""
    while running.poll() is None:
        if (data / "byline.sqlite").exists():
            try:
                with StoreReader(data).view() as view:
                    if (stored := view.counts().articles) >= enough:
                        return stored
            except (StoreError, sqlite3.Error):
                time.sleep(0.1)  # the store is being made
        time.sleep(0.01)
    raise AssertionError(f"indexing ended before it was killed: {running.stdout and running.stdout.read()!r}")


def test_what_a_page_declares_in_its_head_reaches_the_masthead() -> None:
    body = "".join(
        f"<p>{BODY.format(place='Springfield', n=n)} It was the {n}th budget in a row to pass.</p>" for n in range(8)
    )
    head = """<title>Budget passes - Valley Courier</title><meta property="og:site_name" content="Valley Courier">
    <meta property="article:published_time" content="2020-05-06T07:08:09+02:00">
    <meta property="og:title" content="Budget passes">
    <link rel="canonical" href="https://courier.example/budget">"""
    page = f"<body><h1>Budget passes</h1><article>{body}</article></body>"
    html = f"<html lang='en-GB'><head>{head}</head>{page}</html>"
    one = read_article(RawArticle("a", "a.html", Declared(), html=html))
    masthead = one.masthead
    assert (masthead.outlet.name, masthead.outlet.level) == ("Valley Courier", "site")
    assert masthead.outlet.evidence == (Evidence("meta og:site_name", text="Valley Courier"),)
    assert (masthead.title.text, masthead.title.level) == ("Budget passes", "site")
    assert (str(masthead.published.day), masthead.published.time, masthead.published.zone) == (
        "2020-05-06",
        "07:08:09",
        "+02:00",
    )
    assert (one.language, one.url) == ("en", "https://courier.example/budget")


def test_fields_of_the_contract_reach_the_article(embedder: Embedder) -> None:
    fields = {"text": raw(1).text, "outlet": "Daily", "title": "T", "published": "2020-05-06", "url": "https://x.org/a"}
    one = read_article(parse_article(fields, path="p", place=None, fallback_id="f"))
    assert (one.id, one.url, one.masthead.outlet.name, one.masthead.outlet.level) == (
        "f",
        "https://x.org/a",
        "Daily",
        "declared",
    )
    assert str(one.masthead.published.day) == "2020-05-06"


def writer_folder(writer: Writer) -> str:
    """Where a writer writes."""
    row = writer._connection.execute("PRAGMA database_list").fetchone()
    return str(Path(row[2]).parent)
