"""Copies in the store: groups stay right as articles come, change and go, and in a store that had none."""

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.copies.finding.find import compare_shingles
from index.copies.finding.shingles import shingle_text
from index.errors import UnknownIdError
from index.records import Article, CopyGroup, Line, Masthead
from index.store.connect import SCHEMA
from index.store.reader import StoreReader
from index.store.rows import dump_lines, dump_masthead, hash_article
from index.store.writer import Prepared, Writer

MODEL = {"embedder": "toy", "fingerprint": "f", "dimension": "1", "precision": "fp32"}
MIGRATIONS = Path(__file__).parents[3] / "index/store/migrations"
WORDS = [a + b + c for a in "bdfgklmnprst" for b in "aeiou" for c in "bdglmnrst"]


def write(seed: int, words: int = 120) -> str:
    """Prose of words that no other seed puts in this order, in paragraphs."""
    drawn = np.random.default_rng(seed).choice(WORDS, words).tolist()
    lines = [" ".join(drawn[n : n + 30]).capitalize() + "." for n in range(0, words, 30)]
    return "\n\n".join(lines)


def article(article_id: str, text: str) -> Article:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(start, start + len(line), "body", "prose"))
        start += len(line) + 1
    made = Article(article_id, "", text, tuple(lines), Masthead())
    return Article(article_id, hash_article(made), text, tuple(lines), Masthead())


def prepare(article_id: str, text: str) -> Prepared:
    return Prepared(article(article_id, text), "r", (), (), np.zeros((0, 1), np.float32), ())


def groups(folder: Path, *ids: str) -> list[tuple[tuple[str, ...], int]]:
    with StoreReader(folder).view() as view:
        return [(group.articles, group.size) for group in view.copies_of(ids)]


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    with Writer(tmp_path, MODEL) as opened:
        yield opened


def test_copies_are_one_group_and_others_are_none(writer: Writer, tmp_path: Path) -> None:
    text = write(1)
    shorter = text.rsplit("\n\n", 1)[0].upper().replace(".", " ;")
    writer.put([prepare("a", text), prepare("b", write(2)), prepare("c", shorter)])
    assert groups(tmp_path, "a", "b", "c") == [(("a", "c"), 2)]
    assert groups(tmp_path, "c") == [(("c",), 2)]
    assert groups(tmp_path, "b") == []
    with StoreReader(tmp_path).view() as view, pytest.raises(UnknownIdError):
        view.copies_of(["a", "nobody"])


def test_a_shared_quotation_and_a_shared_background_paragraph_merge_nothing(writer: Writer, tmp_path: Path) -> None:
    statement = f"“{write(3, 60).replace(chr(10), ' ')}”"
    background = write(4, 30)
    one = f"{write(5, 30)}\n\n{statement}, he said.\n\n{background}"
    two = f"{write(6, 30)}\n\n{statement}, it was said.\n\n{write(7, 30)}"
    three = f"{write(8, 90)}\n\n{background}"
    writer.put([prepare("a", one), prepare("b", two), prepare("c", three)])
    assert groups(tmp_path, "a", "b", "c") == []


def test_two_articles_that_one_digest_holds_are_not_one_text(writer: Writer, tmp_path: Path) -> None:
    stories = [write(seed) for seed in range(10, 20)]
    writer.put([prepare("digest", "\n\n".join(stories)), *(prepare(f"s{n}", text) for n, text in enumerate(stories))])
    assert groups(tmp_path, "digest", *(f"s{n}" for n in range(10))) == []


def test_the_group_stands_when_its_first_article_is_deleted_or_put_again(writer: Writer, tmp_path: Path) -> None:
    text = write(1)
    edited = text.replace(".", " said.", 1)
    writer.put([prepare("a", text), prepare("b", edited), prepare("c", text)])
    with StoreReader(tmp_path).view() as view:
        before = view.copies_of(["b"])
    writer.put([prepare("a", text)])
    with StoreReader(tmp_path).view() as view:
        assert view.copies_of(["b"]) == before == (CopyGroup(before[0].id, ("b",), 3),)
    writer.delete(["a"])
    assert groups(tmp_path, "b", "c") == [(("b", "c"), 2)]
    writer.put([prepare("d", text)])
    assert groups(tmp_path, "d") == [(("d",), 3)]
    writer.delete(["c", "d"])
    assert groups(tmp_path, "b") == []


def test_what_was_a_copy_only_of_a_deleted_article_is_judged_anew(writer: Writer, tmp_path: Path) -> None:
    first, second = write(1, 90), write(2, 90)
    writer.put([prepare("both", f"{first}\n\n{second}"), prepare("one", first), prepare("two", second)])
    assert groups(tmp_path, "one") == [(("one",), 3)]
    writer.put([prepare("one again", first + "\n\nMore.")])
    writer.delete(["both"])
    assert groups(tmp_path, "one", "two", "one again") == [(("one", "one again"), 2)]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=9), st.randoms())
def test_after_deletions_every_article_is_a_copy_of_the_anchor_it_is_filed_under(
    shapes: list[tuple[int, int]], random: Random
) -> None:
    parts = [write(seed, 40) for seed in range(6)]
    with TemporaryDirectory() as held, Writer(Path(held), MODEL) as writer:
        texts = ["\n".join([*parts[low : low + 3], write(90 + n, 5 * more)]) for n, (low, more) in enumerate(shapes)]
        writer.put([prepare(f"a{n}", text) for n, text in enumerate(texts)])
        for n in random.sample(range(len(texts)), len(texts) - 1):
            writer.delete([f"a{n}"])
            with sqlite3.connect(Path(held) / "byline.sqlite") as connection:
                filed = connection.execute(
                    "SELECT own.text, first.text FROM copies AS c JOIN articles AS own ON own.pk = c.article"
                    ' JOIN copy_groups AS g ON g.pk = c."group" JOIN articles AS first ON first.pk = g.anchor'
                ).fetchall()
            connection.close()
            assert all(compare_shingles(shingle_text(own), shingle_text(first)).is_copy for own, first in filed)
            with StoreReader(Path(held)).view() as view:
                assert view.faults() == []


def test_an_article_put_with_another_text_changes_its_group(writer: Writer, tmp_path: Path) -> None:
    writer.put([prepare("a", write(1)), prepare("b", write(1)), prepare("c", write(2))])
    writer.put([prepare("b", write(2))])
    assert groups(tmp_path, "a", "b", "c") == [(("b", "c"), 2)]


def test_deleting_all_leaves_nothing_behind(writer: Writer, tmp_path: Path) -> None:
    texts = [write(seed % 3) + f"\n\n{write(seed, 20)}" for seed in range(12)]
    writer.put([prepare(f"a{n}", text) for n, text in enumerate(texts)])
    for n in np.random.default_rng(7).permutation(12):
        writer.delete([f"a{n}"])
    with sqlite3.connect(tmp_path / "byline.sqlite") as connection:
        left = "SELECT article FROM copies UNION SELECT pk FROM copy_groups UNION SELECT hash FROM fingerprints"
        assert connection.execute(left).fetchall() == []
    connection.close()


def test_a_refused_batch_leaves_groups_as_they_were(writer: Writer, tmp_path: Path) -> None:
    writer.put([prepare("a", write(1)), prepare("b", write(1))])
    with pytest.raises(UnknownIdError):
        writer.delete(["a", "nobody"])
    assert groups(tmp_path, "a") == [(("a",), 2)]


def test_deleting_the_first_of_many_near_copies_compares_none_of_them_again(writer: Writer, tmp_path: Path) -> None:
    text = write(1, 300)
    writer.put([prepare(f"c{n}", f"{text}\n\nEdition {n} of {n}") for n in range(1500)])
    started = time.process_time()
    writer.delete(["c0"])
    assert time.process_time() - started < 0.5
    assert groups(tmp_path, "c1", "c1499") == [(("c1", "c1499"), 1499)]


def test_carriers_are_bounded(writer: Writer, tmp_path: Path) -> None:
    writer.put([prepare(article_id, write(1)) for article_id in "dcba"] + [prepare("e", write(2))])
    with StoreReader(tmp_path).view() as view:
        assert view.carriers("d", 9) == ("a", "b", "c")
        assert view.carriers("b", 2) == ("c", "d")
        assert (view.carriers("e", 9), view.carriers("a", 0), view.carriers("nobody", 9)) == ((), (), ())


@pytest.mark.parametrize(
    ("damage", "faults"),
    [
        (
            "DELETE FROM copies WHERE article = 2",
            ["article b: it is not among the texts that copies are looked for in"],
        ),
        (
            "UPDATE copy_groups SET anchor = 77 WHERE pk = 1",
            [f"article {one}: the text that it is filed under as a copy is not there" for one in "ab"],
        ),
        (
            "DELETE FROM copy_groups WHERE pk = 2",
            ["article c: the text that it is filed under as a copy is not there"],
        ),
        ("INSERT INTO copy_groups VALUES (9, 1, 4)", ["copy group 9: no article carries it"]),
    ],
)
def test_a_check_finds_articles_without_a_text_and_texts_without_an_anchor(
    writer: Writer, tmp_path: Path, damage: str, faults: list[str]
) -> None:
    writer.put([prepare("a", write(1)), prepare("b", write(1)), prepare("c", write(2)), prepare("d", "…")])
    with StoreReader(tmp_path).view() as view:
        assert view.faults() == []
    with sqlite3.connect(tmp_path / "byline.sqlite") as connection:
        connection.execute(damage)
    connection.close()
    with StoreReader(tmp_path).view() as view:
        assert view.faults() == faults


def test_two_thousand_copies_are_one_text_and_stay_quick(writer: Writer, tmp_path: Path) -> None:
    text = write(1)
    writer.put([prepare("first", text)])
    started = time.process_time()
    writer.put([prepare(f"c{n}", f"{text}\n\nEdition {n}") for n in range(2000)])
    assert time.process_time() - started < 30
    started = time.process_time()
    assert groups(tmp_path, "c7", "c1900") == [(("c7", "c1900"), 2001)]
    assert time.process_time() - started < 0.5
    with sqlite3.connect(tmp_path / "byline.sqlite") as connection:
        assert connection.execute("SELECT count(*) FROM fingerprints").fetchone()[0] < 100
    connection.close()


def test_a_store_of_the_first_schema_gets_its_groups_when_it_is_next_written(tmp_path: Path) -> None:
    old = sqlite3.connect(tmp_path / "byline.sqlite")
    old.executescript((MIGRATIONS / "0001.sql").read_text("utf-8") + "PRAGMA user_version = 1;")
    insert = (
        "INSERT INTO articles (id, version, received, seq, level, masthead, lines, sentences, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    for n, text in enumerate([write(1), write(2), write(1)]):
        one = article(f"a{n}", text)
        values = (one.id, one.version, "r", 1, "unknown", dump_masthead(one.masthead), dump_lines(one.lines), b"", text)
        old.execute(insert, values)
    old.commit()
    old.close()
    Writer(tmp_path, MODEL).close()
    assert groups(tmp_path, "a0", "a1", "a2") == [(("a0", "a2"), 2)]
    with sqlite3.connect(tmp_path / "byline.sqlite") as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA
        assert connection.execute("SELECT key FROM meta WHERE key LIKE 'copies%'").fetchall() == [("copies",)]
    connection.close()


def test_a_filling_that_was_stopped_goes_on_and_older_rules_are_replaced(writer: Writer, tmp_path: Path) -> None:
    writer.put([prepare(f"a{n}", write(n % 2)) for n in range(6)])
    writer.close()
    with sqlite3.connect(tmp_path / "byline.sqlite") as connection:
        connection.execute("INSERT INTO meta VALUES ('copies_filled', '3')")
        connection.execute("DELETE FROM copies WHERE article > 3")
    connection.close()
    Writer(tmp_path, MODEL).close()
    assert groups(tmp_path, *(f"a{n}" for n in range(6))) == [(("a0", "a2", "a4"), 3), (("a1", "a3", "a5"), 3)]
    with sqlite3.connect(tmp_path / "byline.sqlite") as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'copies'")
        connection.execute('UPDATE copies SET "group" = 1')
    connection.close()
    Writer(tmp_path, MODEL).close()
    assert groups(tmp_path, *(f"a{n}" for n in range(6))) == [(("a0", "a2", "a4"), 3), (("a1", "a3", "a5"), 3)]


def test_a_long_filling_says_how_far_it_is(writer: Writer, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    writer.put([prepare(f"a{n}", f"Word{n}") for n in range(2101)])
    writer.close()
    with sqlite3.connect(tmp_path / "byline.sqlite") as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'copies'")
    connection.close()
    Writer(tmp_path, MODEL).close()
    told = [f"copies are looked for in what is stored, once: {done} of 2101 articles" for done in (200, 2000)]
    assert [record.message for record in caplog.records] == told


def test_bodies_without_words_are_nobodys_copies(writer: Writer, tmp_path: Path) -> None:
    writer.put([prepare("a", "…"), prepare("b", "…")])
    assert groups(tmp_path, "a", "b") == []
