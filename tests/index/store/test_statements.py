"""Statements in the store: they come back as they were put, are found by what is asked, and go with their article."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import MismatchError, UnknownIdError
from index.records import (
    Cue,
    Figure,
    Filters,
    Hedge,
    Link,
    Span,
    Stance,
    Statement,
    Voice,
    When,
    statement_id,
)
from index.store.check import check_store
from index.store.reader import StoreReader, View
from index.store.rows import dump_statement, fold_words, load_statement, statement_prefix
from index.store.sources import SourceCount, SourceForm
from index.store.statements import Wanted
from index.store.values import Counts
from index.store.writer import Prepared, Writer
from tests.index.store.test_store import MODEL, D, article, prepare

MIGRATIONS = Path(__file__).parents[3] / "index" / "store" / "migrations"
TEXT = "SANA said the army entered. Airwars denied this. It rained. "
FILED = {"SANA": "Syrian Arab News Agency", "the agency SANA": "Syrian Arab News Agency", "a source": "source"}

spans = st.tuples(st.integers(0, 2**31), st.integers(0, 2**31)).map(lambda pair: Span(*sorted(pair)))
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
links = st.builds(Link, words, st.booleans(), st.integers(0, 99), st.integers(0, 99), st.none() | spans)
figures = st.builds(
    Figure,
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(["exact", "at least", "more than"]),
    words,
    st.integers(0, 99),
    st.integers(0, 99),
    *[st.none() | words] * 6,
    st.lists(words, max_size=3).map(tuple),
)
statements = st.builds(
    Statement,
    st.just(statement_id("a", "v" * 64, 3, 2)),
    st.just("a"),
    st.integers(-1, 10**6),
    spans,
    spans,
    st.sampled_from([None, "outlet", "attributed"]),
    st.none() | st.lists(links, max_size=3).map(tuple),
    st.lists(st.integers(1, 9).map(lambda n: statement_id("a", "v" * 64, 3, n)), max_size=2).map(tuple),
    st.none() | st.builds(Cue, words, st.sampled_from(["neutral", "doubting"]), st.integers(0, 9), st.integers(0, 9)),
    st.sampled_from([None, "asserts", "denies"]),
    st.sampled_from([None, "quotation"]),
    st.lists(st.builds(Hedge, words, st.integers(0, 9), st.integers(0, 9), spans), max_size=2).map(tuple),
    st.lists(figures, max_size=2).map(tuple),
    st.lists(st.builds(When, words, st.integers(0, 9), st.integers(0, 9), st.none() | st.dates()), max_size=2).map(
        tuple
    ),
    st.sampled_from([None, "possible"]),
    words,
)


@given(statements)
def test_a_statement_survives_its_column_whatever_is_in_it(one: Statement) -> None:
    prefix = statement_prefix("a", "v" * 64)
    assert load_statement(dump_statement(one, prefix), "a", prefix) == one


def test_a_column_holds_values_alone_and_no_defaults_at_its_end() -> None:
    prefix = statement_prefix("a", "12345678f")
    bare = Statement(statement_id("a", "12345678f", 0, 1), "a", 0, Span(0, 9), Span(0, 9))
    assert dump_statement(bare, prefix) == '["s0.1",0,[0,9],[0,9]]'
    full = Statement(
        statement_id("a", "12345678f", 0, 1),
        "a",
        0,
        Span(0, 60),
        Span(10, 60),
        "attributed",
        (Link("SANA", True, 0, 4), Link("the source", False, 5, 9, Span(1, 3))),
        (statement_id("a", "12345678f", 0, 2),),
        Cue("said", "neutral", 5, 9),
        "asserts",
        "mixed",
        (Hedge("allegedly", 10, 19, Span(20, 26)),),
        (Figure(624, "exact", "624", 30, 33, "people", scope=("in 2016",)),),
        (When("on Friday", 40, 49, date(2016, 3, 11)),),
        None,
        "tag",
    )
    assert dump_statement(full, prefix) == (
        '["s0.1",0,[0,60],[10,60],"attributed",[["SANA",true,0,4],["the source",false,5,9,[1,3]]],["s0.2"],'
        '["said","neutral",5,9],"asserts","mixed",[["allegedly",10,19,[20,26]]],'
        '[[624,"exact","624",30,33,"people",null,null,null,null,null,["in 2016"]]],'
        '[["on Friday",40,49,"2016-03-11"]],null,"tag"]'
    )


def test_a_statement_of_another_version_is_not_stored() -> None:
    one = Statement(statement_id("a", "1" * 64, 0, 1), "a", 0, Span(0, 9), Span(0, 9))
    with pytest.raises(ValueError, match="is not of the version"):
        dump_statement(one, statement_prefix("a", "2" * 64))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“Unintentionally  KILLED”,", " unintentionally killed "),
        ("Café\u0301—624 l’armée\x00", " cafe 624 l armee "),
        ("军队进入", " 军 队 进 入 "),
        ("… — !", ""),
    ],
)
def test_words_are_folded_to_whole_words(text: str, folded: str) -> None:
    assert fold_words(text) == folded


def said(
    of: str, version: str, n: int, content: Span, chain: tuple[Link, ...] = (), stance: Stance = "asserts"
) -> Statement:
    sentence = [Span(0, 28), Span(28, 49), Span(49, 60)][n]
    voice: Voice = "attributed" if chain else "outlet"
    return Statement(statement_id(of, version, n, 1), of, n, sentence, content, voice, chain, stance=stance)


def spoken(of: str, outlet: str | None = None, first: str = "SANA") -> Prepared:
    """An article of three sentences: a source said one, Airwars denied one, one is the outlet's own."""
    one = prepare(article(of, TEXT, outlet))
    version = one.article.version
    read = (
        said(of, version, 0, Span(10, 27), (Link(first, True, 0, 4), Link("a source", False, 0, 4))),
        said(of, version, 1, Span(28, 48), (Link("Airwars", True, 28, 35),), "denies"),
        said(of, version, 2, Span(49, 59)),
    )
    sentences = (Span(0, 28), Span(28, 49), Span(49, 60))
    passages = tuple(
        type(one.passages[0])(f"{of}~{version[:8]}~p{n}", of, n, s.start, s.end, n, n) for n, s in enumerate(sentences)
    )
    made = prepare(one.article, sentences=3)
    return Prepared(
        one.article, "r", sentences, passages, made.vectors, made.sentence_vectors, frozenset(), read, FILED
    )


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    with Writer(tmp_path, MODEL) as opened:
        yield opened


def ids(view: View, **wanted: str) -> list[str]:
    found = view.statements(Wanted(**wanted), 0, 100)  # type: ignore[arg-type]
    assert [pk for pk, _ in found] == sorted(pk for pk, _ in found)
    return [f"{one.article_id}{one.n}" for _, one in found]


def test_statements_come_back_in_order_and_by_id(writer: Writer, tmp_path: Path) -> None:
    put = spoken("a")
    writer.put([put])
    with StoreReader(tmp_path).view() as view:
        assert view.statements_of(["a"]) == {"a": put.statements}
        assert view.statement(put.statements[1].id) == put.statements[1]
        assert view.unread() == []
        assert list(check_store(view, D)) == []
        for wrong in ("", "a", "a~x~s1.1", put.statements[1].id + "1"):
            with pytest.raises(UnknownIdError, match="no statement has the id"):
                view.statement(wrong)
        with pytest.raises(UnknownIdError):
            view.statements_of(["a", "none"])


def test_an_article_that_was_never_read_has_a_bare_statement_for_each_sentence(writer: Writer, tmp_path: Path) -> None:
    put = prepare(article("a", "one two "), sentences=2)
    writer.put([put])
    version = put.article.version
    with StoreReader(tmp_path).view() as view:
        assert view.statements_of(["a"])["a"] == (
            Statement(statement_id("a", version, 0, 1), "a", 0, Span(0, 4), Span(0, 4)),
            Statement(statement_id("a", version, 1, 1), "a", 1, Span(4, 8), Span(4, 8)),
        )
        assert view.unread() == ["a"]
        assert ids(view) == []
        assert list(check_store(view, D)) == []


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ["a0", "a1", "a2", "b0", "b1", "b2"]),
        ({"source": "Syrian Arab News Agency"}, ["a0", "b0"]),
        ({"source": "syrian arab  news AGENCY"}, ["a0", "b0"]),
        ({"source": "Airwars"}, ["a1", "b1"]),
        ({"source": "source"}, ["a0", "b0"]),
        ({"source": "agency"}, ["a0", "b0"]),
        ({"source": "Nobody"}, []),
        ({"outlet": "DAILY"}, ["a0", "a1", "a2"]),
        ({"outlet": "Nobody"}, []),
        ({"stance": "denies"}, ["a1", "b1"]),
        ({"article": "b"}, ["b0", "b1", "b2"]),
        ({"article": "none"}, []),
        ({"contains": "ARMY entered"}, ["a0", "b0"]),
        ({"contains": "army enter"}, []),
        ({"contains": "army enter*"}, ["a0", "b0"]),
        ({"contains": "rmy"}, []),
        ({"contains": "entered army"}, []),
        ({"contains": "army OR rained"}, []),
        ({"contains": "army zzz"}, []),
        ({"contains": "denied", "stance": "denies"}, ["a1", "b1"]),
        ({"contains": "SANA"}, []),
        ({"contains": "rained", "article": "b"}, ["b2"]),
        ({"contains": "this", "stance": "denies", "source": "Airwars", "outlet": "daily"}, ["a1"]),
        ({"stance": "asserts", "source": "Airwars"}, []),
    ],
)
def test_statements_are_found_by_all_that_is_asked(
    writer: Writer, tmp_path: Path, wanted: dict[str, str], expected: list[str]
) -> None:
    writer.put([spoken("a", "Daily"), spoken("b", None, "the agency SANA")])
    with StoreReader(tmp_path).view() as view:
        assert ids(view, **wanted) == expected


def test_a_page_begins_where_the_last_one_ended(writer: Writer, tmp_path: Path) -> None:
    writer.put([spoken("b"), spoken("a")])
    with StoreReader(tmp_path).view() as view:
        first = view.statements(Wanted(), 0, 4)
        assert [one.id.split("~")[2] for _, one in first] == ["s0.1", "s1.1", "s2.1", "s0.1"]
        assert [one.article_id for _, one in view.statements(Wanted(), first[-1][0], 4)] == ["a", "a"]
        pages = view.statements(Wanted(source="Airwars"), 0, 1)
        assert [one.article_id for _, one in view.statements(Wanted(source="Airwars"), pages[0][0], 9)] == ["a"]


@pytest.mark.parametrize(
    ("name", "asked", "found"),
    [
        ("Foreign Minister Sergei Lavrov", "Lavrov", True),
        ("Foreign Minister Sergei Lavrov", "sergei lavrov", True),
        ("Foreign Minister Sergei Lavrov", "Sergei", False),
        ("Bank of England", "England", False),
        ("spokesman for the Pentagon", "Pentagon", False),
        ("US-led coalition", "US", False),
        ("Lavrov", "Sergei Lavrov", False),
    ],
)
def test_a_name_is_found_at_the_end_of_a_longer_one(
    writer: Writer, tmp_path: Path, name: str, asked: str, found: bool
) -> None:
    writer.put([spoken("a", first=name)])
    with StoreReader(tmp_path).view() as view:
        assert ids(view, source=asked) == (["a0"] if found else [])
        assert view.unknown_sources(["Airwars", asked]) == (() if found else (asked,))
        assert view.unknown_outlets(["Daily"]) == ("Daily",)


def test_sources_are_counted_by_name_with_the_ways_they_are_written(writer: Writer, tmp_path: Path) -> None:
    writer.put([spoken("a", "Daily"), spoken("b", None, "the agency SANA"), spoken("c", "DAILY")])
    with StoreReader(tmp_path).view() as view:
        sana = SourceCount(
            "syrian arab news agency",
            "Syrian Arab News Agency",
            (SourceForm("SANA", 2), SourceForm("the agency SANA", 1)),
            statements=3,
            articles=3,
            outlets=1,
            unnamed=1,
        )
        airwars = SourceCount("airwars", "Airwars", (SourceForm("Airwars", 3),), 3, 3, 1, 1)
        assert view.sources(None, 9) == [airwars, sana]
        assert view.sources(None, 1) == [airwars]
        assert view.sources((3, "airwars"), 9) == [sana]
        assert view.sources((4, "zzz"), 9) == [airwars, sana]
        assert view.sources((3, "syrian arab news agency"), 9) == []


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(sources=("Airwars",)), [2, 5]),
        (Filters(sources=("Airwars", "Syrian Arab News Agency")), [1, 2, 4, 5]),
        (Filters(sources=("Airwars",), outlets=("Daily",)), [2]),
        (Filters(sources=("Daily",)), []),
        (Filters(sources=("Nobody",)), []),
    ],
)
def test_a_source_confines_passages_to_those_that_cite_it(
    writer: Writer, tmp_path: Path, filters: Filters, expected: list[int]
) -> None:
    writer.put([spoken("a", "Daily"), spoken("b"), prepare(article("c", "Airwars said so."))])
    with StoreReader(tmp_path).view() as view:
        assert view.allowed(filters).tolist() == expected
        articles = len({key <= 3 for key in expected})
        assert view.counts(filters) == Counts(
            articles, int(1 in expected or 2 in expected), int(5 in expected), articles, len(expected)
        )


def test_one_surname_may_be_filed_under_another_person_in_each_article(writer: Writer, tmp_path: Path) -> None:
    one = replace(spoken("a"), filed={**FILED, "SANA": "Bill Clinton"})
    writer.put([one])
    writer.put([replace(spoken("b"), filed={**FILED, "SANA": "Hillary Clinton"})])
    with StoreReader(tmp_path).view() as view:
        assert ids(view, source="Bill Clinton") == ["a0"]
        assert ids(view, source="Hillary Clinton") == ["b0"]


def test_an_article_takes_its_statements_and_whom_only_it_cites_with_it(writer: Writer, tmp_path: Path) -> None:
    writer.put([spoken("a", first="Only Here"), spoken("b")])
    writer.put([spoken("a", first="the agency SANA")])
    with StoreReader(tmp_path).view() as view:
        assert [one.name for one in view.sources(None, 9)] == ["Airwars", "Syrian Arab News Agency"]
        assert ids(view) == ["b0", "b1", "b2", "a0", "a1", "a2"]
        assert list(check_store(view, D)) == []
    writer.delete(["b"])
    writer.delete(["a"])
    left = "SELECT 1 FROM statements UNION ALL SELECT 1 FROM statement_words"
    left += " UNION ALL SELECT 1 FROM statement_sources UNION ALL SELECT 1 FROM sources"
    left += " UNION ALL SELECT 1 FROM statement_terms WHERE statement_terms MATCH 'army OR rained'"
    assert writer._connection.execute(left).fetchall() == []


def test_an_article_that_is_only_read_anew_leaves_no_version_behind(writer: Writer, tmp_path: Path) -> None:
    put = spoken("a")
    writer.put([prepare(put.article)])
    assert writer.put([put]) == ["updated"]
    assert writer._connection.execute("SELECT count(*) FROM versions").fetchone() == (0,)
    with StoreReader(tmp_path).view() as view:
        assert (view.unread(), ids(view)) == ([], ["a0", "a1", "a2"])


def test_statements_may_be_read_anew_of_the_version_that_is_stored(writer: Writer, tmp_path: Path) -> None:
    put = spoken("a")
    writer.put([prepare(put.article)])
    writer.put_statements([(put.article, put.statements[:1], FILED)])
    with StoreReader(tmp_path).view() as view:
        assert view.statements_of(["a"])["a"] == put.statements[:1]
        assert view.unread() == []
        assert view.sequence() == 2
    with pytest.raises(UnknownIdError, match="in the version"):
        writer.put_statements([(article("a", "other text"), (), {})])


def test_a_statement_that_cannot_be_is_told(writer: Writer, tmp_path: Path) -> None:
    put = spoken("a")
    writer.put([put])
    prefix = statement_prefix("a", put.article.version)

    def spoil(n: int, **fields: object) -> None:
        old = put.statements[n]
        new = Statement(**{name: getattr(old, name) for name in Statement.__slots__} | fields)
        values = (dump_statement(new, prefix), n)
        writer._connection.execute("UPDATE statements SET body = ? WHERE n = ?", values)

    spoil(0, content=Span(20, 29))
    spoil(1, sentence=Span(28, 48))
    spoil(2, cue=Cue("said", "neutral", 59, 61))
    with StoreReader(tmp_path).view() as view:
        assert list(check_store(view, D)) == [
            f"statement {prefix}s0.1: its content lies outside its sentence",
            f"statement {prefix}s1.1: its sentence is not sentence 1 of its article",
            f"statement {prefix}s2.1: it points outside its article",
        ]
    spoil(2, chain=None)
    spoil(1)
    spoil(0, chain=())
    with StoreReader(tmp_path).view() as view:
        assert list(check_store(view, D)) == [
            "article a: whom its statements cite is not what is filed",
            f"statement {prefix}s2.1: its voice is outlet, which its chain does not bear out",
        ]


def test_a_store_of_the_first_schema_is_migrated_and_its_articles_stay_unread(tmp_path: Path) -> None:
    one = article("a", "It rained.")
    with Writer(tmp_path / "new", MODEL) as writer:
        writer.put([prepare(one)])
    (tmp_path / "old").mkdir()
    connection = sqlite3.connect(tmp_path / "old" / "byline.sqlite", isolation_level=None)
    connection.executescript((MIGRATIONS / "0001.sql").read_text() + "PRAGMA user_version = 1;")
    connection.execute("ATTACH ? AS new", (str(tmp_path / "new" / "byline.sqlite"),))
    connection.execute("INSERT INTO articles SELECT * FROM new.articles")
    connection.close()
    with pytest.raises(MismatchError, match="run byline rebuild"), StoreReader(tmp_path / "old").view():
        pass
    Writer(tmp_path / "old", MODEL).close()
    with StoreReader(tmp_path / "old").view() as view:
        assert view.article("a") == one
        assert view.unread() == ["a"]
        assert [(one.voice, one.chain) for one in view.statements_of(["a"])["a"]] == [(None, None)]
