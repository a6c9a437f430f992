"""The store: what is put is there, whole and durable; what is refused leaves nothing behind."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from index.errors import DamagedError, LockedError, MismatchError, StoreError, UnknownIdError
from index.records import (
    Article,
    CopyMark,
    Evidence,
    Filters,
    Line,
    Masthead,
    Outlet,
    Owner,
    Passage,
    Published,
    Span,
    Title,
    passage_id,
)
from index.store.check import check_store
from index.store.connect import connect_writer
from index.store.reader import StoreReader
from index.store.rows import fold_name, hash_article, load_masthead, published_text
from index.store.values import Counts, OutletCount
from index.store.writer import Prepared, Writer

D = 4
MODEL = {"embedder": "toy", "fingerprint": "f", "dimension": str(D), "precision": "fp32"}
ROOT = Path(__file__).parents[3]


def article(article_id: str, text: str, outlet: str | None = None, day: date | None = None) -> Article:
    masthead = Masthead(
        outlet=Outlet(outlet, "declared" if outlet else "unknown", (Evidence("declared"),) if outlet else ()),
        title=Title(text[:5], "stated", (Evidence("first line", 0, 5, text[:5]),)),
        published=Published(day, "13:24:06" if day else None, None, "declared" if day else "unknown"),
        owner=Owner("Owner Ltd", "stated", (Evidence("copyright line", 0, 5, text[:5]),)),
        copied_from=CopyMark("RT", (Evidence("repost", 0, 2, text[:2]),)),
    )
    lines = (Line(0, len(text), "body", "prose"),)
    made = Article(article_id, "", text, lines, masthead, "https://example.org/a", "en", f"/{article_id}.txt")
    return Article(**{name: getattr(made, name) for name in made.__slots__} | {"version": hash_article(made)})


def prepare(one: Article, received: str = "r", sentences: int = 1) -> Prepared:
    size = len(one.text) // sentences
    spans = tuple(Span(n * size, (n + 1) * size) for n in range(sentences))
    passages = tuple(
        Passage(passage_id(one.id, one.version, n), one.id, n, span.start, span.end, n, n)
        for n, span in enumerate(spans)
    )
    vectors = np.eye(D, dtype=np.float32)[[n % D for n in range(sentences)]]
    sentence_vectors = tuple(np.full((1, D), n, np.int8) for n in range(sentences))
    return Prepared(one, received, spans, passages, vectors, sentence_vectors, frozenset({7}))


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    with Writer(tmp_path, MODEL) as opened:
        yield opened


def test_an_article_comes_back_as_it_was_put(writer: Writer, tmp_path: Path) -> None:
    one = article("a", "A“ long\x00 \u2028 text 🙂 e\u0301.", "Daily", date(2016, 3, 13))
    assert writer.put([prepare(one)]) == ["created"]
    with StoreReader(tmp_path).view() as view:
        assert view.article("a") == one
        assert view.sequence() == 1
        assert list(check_store(view, D)) == []


def test_putting_again_updates_and_keeps_the_old_text(writer: Writer, tmp_path: Path) -> None:
    writer.put([prepare(article("a", "first text"))])
    assert writer.put([prepare(article("a", "second text"), "r2")]) == ["updated"]
    with StoreReader(tmp_path).view() as view:
        assert view.article("a").text == "second text"
        assert view.removed_since(1) == [1]
        assert [row.key for batch in view.added_since(1) for row in batch] == [2]
    assert writer.received("a") == "r2"
    with sqlite3.connect(tmp_path / "byline.sqlite") as connection:
        assert connection.execute("SELECT text FROM versions").fetchall() == [("first text",)]
    connection.close()


def test_a_batch_is_stored_whole_or_not_at_all(writer: Writer, tmp_path: Path) -> None:
    good, bad = prepare(article("a", "good text")), prepare(article("b", "bad text"))
    with pytest.raises(ValueError, match="zip"):
        writer.put([good, Prepared(bad.article, "r", bad.sentences, bad.passages, bad.vectors, ())])
    with StoreReader(tmp_path).view() as view:
        assert view.counts() == Counts(0, 0, 0, 0, 0)


def test_deleting_an_unknown_article_deletes_none(writer: Writer, tmp_path: Path) -> None:
    writer.put([prepare(article("a", "some text"))])
    with pytest.raises(UnknownIdError, match="no article has the id 'b'"):
        writer.delete(["a", "b"])
    with StoreReader(tmp_path).view() as view:
        assert view.article("a").text == "some text"
    writer.delete(["a"])
    with StoreReader(tmp_path).view() as view:
        assert view.counts().passages == 0
        with pytest.raises(UnknownIdError):
            view.article("a")


def test_a_view_stays_as_it_was_when_it_was_opened(writer: Writer, tmp_path: Path) -> None:
    writer.put([prepare(article("a", "some text"))])
    with StoreReader(tmp_path).view() as view:
        assert view.sequence() == 1
        writer.put([prepare(article("b", "more text"))])
        assert view.sequence() == 1
        assert view.counts().articles == 1


def test_readers_cannot_write(writer: Writer, tmp_path: Path) -> None:
    with StoreReader(tmp_path).view() as view, pytest.raises(sqlite3.OperationalError, match="readonly"):
        view._connection.execute("DELETE FROM articles")


def test_a_second_writer_is_refused_by_name(writer: Writer, tmp_path: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from index.errors import LockedError
from index.store.writer import Writer
try:
    Writer(Path({str(tmp_path)!r}), {MODEL!r})
except LockedError as error:
    sys.exit(str(error))
"""
    other = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "only one may write at a time" in other.stderr
    with pytest.raises(LockedError):
        Writer(tmp_path, MODEL)


def test_the_lock_is_given_back(tmp_path: Path) -> None:
    for _ in range(2):
        Writer(tmp_path, MODEL).close()


def test_another_model_is_refused_with_what_to_do(tmp_path: Path) -> None:
    Writer(tmp_path, MODEL).close()
    with pytest.raises(MismatchError, match=r"made with fingerprint f \(toy\), not g: set BYLINE_EMBEDDER=toy, or"):
        Writer(tmp_path, {**MODEL, "fingerprint": "g"})
    Writer(tmp_path, MODEL).close()


def test_a_store_of_a_newer_schema_is_refused_and_left_alone(tmp_path: Path) -> None:
    Writer(tmp_path, MODEL).close()
    connection = sqlite3.connect(tmp_path / "byline.sqlite")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(MismatchError, match="schema 99"):
        connect_writer(tmp_path)
    with pytest.raises(MismatchError, match="schema 99"), StoreReader(tmp_path).view():
        pass


def test_a_file_that_is_no_database_is_damage_and_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "byline.sqlite").write_bytes(b"rubbish" * 1000)
    with pytest.raises(DamagedError):
        Writer(tmp_path, MODEL)
    assert (tmp_path / "byline.sqlite").read_bytes() == b"rubbish" * 1000


def test_a_folder_that_cannot_be_one_is_an_error_of_the_store(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StoreError, match="cannot be written to"):
        Writer(tmp_path / "data", MODEL)


def test_a_full_disk_stores_nothing_of_a_batch_and_says_so(tmp_path: Path) -> None:
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from index.errors import StoreError; from index.store.reader import StoreReader\n"
        "from tests.index.store.test_store import MODEL, Writer, article, prepare\n"
        "with Writer(Path(sys.argv[1]), MODEL) as writer:\n"
        "    writer.put([prepare(article('a', 'It rained.'))])\n"
        "    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 19, 1 << 19))\n"
        "    try: writer.put([prepare(article('b', 'It rained. ' * 99999))])\n"
        "    except StoreError as error: print(error)\n"
        "    writer.put([prepare(article('c', 'It rained.'))])\n"
        "    with StoreReader(Path(sys.argv[1])).view() as view: print(*view.article_ids())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    said, held = done.stdout.splitlines()
    assert said.startswith(f"{tmp_path}/byline.sqlite cannot be used: ")
    assert held == "a c"


def test_reading_where_there_is_no_index_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="make one with: byline index"), StoreReader(tmp_path).view():
        pass


def test_a_passage_id_names_one_version(writer: Writer, tmp_path: Path) -> None:
    old = article("a", "first text")
    writer.put([prepare(old)])
    with StoreReader(tmp_path).view() as view:
        assert view.passage(passage_id("a", old.version, 0)).end == 10
    writer.put([prepare(article("a", "second text"))])
    with StoreReader(tmp_path).view() as view:
        for wrong in (passage_id("a", old.version, 0), "a", "a~x~p0", "a~x~p", "", "a~~p99999999999999999999"):
            with pytest.raises(UnknownIdError):
                view.passage(wrong)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), [1, 2, 3, 4]),
        (Filters(outlets=("daily  PLANET",)), [1, 2]),
        (Filters(outlets=("Nobody",)), []),
        (Filters(articles=("c", "a")), [1, 2, 4]),
        (Filters(languages=("de",)), []),
        (Filters(day_from=date(2020, 1, 1)), [1, 2]),
        (Filters(day_from=date(2020, 1, 2)), []),
        (Filters(day_to=date(2020, 1, 1)), [1, 2, 3]),
        (Filters(day_from=date(2019, 1, 1), day_to=date(2019, 12, 31), outlets=("Other",)), [3]),
    ],
)
def test_filters_let_through_what_they_say(
    writer: Writer, tmp_path: Path, filters: Filters, expected: list[int]
) -> None:
    writer.put([prepare(article("a", "one two", "Daily Planet", date(2020, 1, 1)), sentences=2)])
    writer.put([prepare(article("b", "more text", "Other", date(2019, 5, 5)))])
    writer.put([prepare(article("c", "undated text"))])
    with StoreReader(tmp_path).view() as view:
        assert view.allowed(filters).tolist() == expected
        assert view.counts(filters).passages == len(expected)


def test_outlets_are_counted_and_unnamed_ones_are_not_among_them(writer: Writer, tmp_path: Path) -> None:
    writer.put([prepare(article("a", "one two", "Daily")), prepare(article("b", "one two", "DAILY"))])
    writer.put([prepare(article("c", "one two")), prepare(article("d", "one two", "Аlpha"))])
    with StoreReader(tmp_path).view() as view:
        assert view.outlets() == [OutletCount("DAILY", 2, ("declared",)), OutletCount("Аlpha", 1, ("declared",))]
        assert view.counts() == Counts(articles=4, outlets=2, unnamed=1, undated=4, passages=4)
        assert [one.id for one in view.articles("a", 2)] == ["b", "c"]


def test_look_alike_names_in_other_scripts_stay_apart() -> None:
    assert fold_name("Daily  News\n") == fold_name("daily news")
    assert fold_name("РТ") != fold_name("PT")


def test_a_line_recurs_once_enough_articles_of_the_outlet_carry_it(writer: Writer) -> None:
    for n in range(3):
        assert writer.recurring("Daily", {7, 8}) == frozenset()
        writer.put([prepare(article(f"a{n}", f"text {n}", "Daily"))])
    assert writer.recurring("daily", {7, 8}) == frozenset({7})
    assert writer.recurring("Daily", {8}) == frozenset()
    assert writer.recurring("Other", {7}) == writer.recurring(None, {7}) == frozenset()
    writer.delete(["a0"])
    assert writer.recurring("Daily", {7}) == frozenset()


def test_articles_that_are_yet_to_be_stored_count_once_among_those_in_which_a_line_recurs(writer: Writer) -> None:
    writer.put([prepare(article(f"a{n}", f"text {n}", "Daily")) for n in range(2)])
    again, new = prepare(article("a1", "new text", "Daily")), prepare(article("a2", "text", "Daily"))
    assert writer.recurring("Daily", {7}, [again, prepare(article("b", "text", "Other"))]) == frozenset()
    assert writer.recurring("Daily", {7}, [again, new]) == frozenset({7})


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (Published(), None),
        (Published(date(2016, 3, 13), level="stated"), "2016-03-13"),
        (Published(date(2016, 3, 13), "13:24:06", None, "stated"), "2016-03-13T13:24:06"),
        (Published(date(2016, 3, 13), "13:24", "+02:00", "stated"), "2016-03-13T13:24+02:00"),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(published: Published, expected: str | None) -> None:
    assert published_text(published) == expected


def test_a_masthead_survives_its_column(writer: Writer, tmp_path: Path) -> None:
    one = article("a", "some text", "Daily", date(2016, 3, 13))
    writer.put([prepare(one)])
    with sqlite3.connect(tmp_path / "byline.sqlite") as connection:
        column = connection.execute("SELECT masthead FROM articles").fetchone()[0]
    connection.close()
    assert load_masthead(column) == one.masthead
