"""Statements, sources and comparisons on the command line: the same JSON as over HTTP, and readable without it."""

import json
import shutil
from pathlib import Path
from typing import Any

import httpx
import pytest

from index.search.embedding import Embedder
from index.search.search import describe_model
from index.store.reader import StoreReader
from index.store.writer import Writer
from service.answering.answer import Link, OutletOut
from service.answering.changes import ChangeOut, SideOut
from service.render.comparison import render_comparison
from service.render.said import render_sources, render_statements, say_chain
from service.showing.comparisons import ComparedArticle, ComparisonOut, ParagraphsOut
from service.showing.shapes import QuotedStatement, SourceList, StatementList
from tests.service.test_cli import byline

ONE, OTHER = "000_ac1450379629caac", "001_5ee169950b61c847"
HOSTILE = "\x1b[31mred\u202e [bold]no[/bold] :smile:\r\nnext\u2028line"


def test_json_is_what_the_http_call_returns(client: httpx.Client, data: Path) -> None:
    def shown(*words: str) -> Any:
        return json.loads(byline(*words, "--json", "--data", data).stdout)

    confined = {"source": "SANA", "stance": "asserts", "contains": "army", "article": ONE, "limit": "3"}
    options = [word for name, value in confined.items() for word in (f"--{name}", value)]
    first = client.get("/v1/statements", params=confined).json()
    assert shown("statements", *options) == first
    assert first["data"]
    page = client.get("/v1/statements", params={"limit": 2}).json()
    rest = client.get("/v1/statements", params={"limit": 2, "cursor": page["next_cursor"]}).json()
    assert shown("statements", "--limit", "2", "--cursor", page["next_cursor"]) == rest
    assert shown("sources", "--limit", "4") == client.get("/v1/sources", params={"limit": 4}).json()
    assert shown("compare", ONE, OTHER) == client.get(f"/v1/articles/{ONE}/compare/{OTHER}").json()
    query = {"query": "army", "sources": ["SANA", "Nobody Agency"]}
    assert shown("search", "army", "--source", "SANA", "--source", "Nobody Agency") == (
        client.post("/v1/search", json=query).json()
    )


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["statements", "--stance", "agrees"], 2, "stance is 'agrees'; it must be one of asserts, denies"),
        (["statements", "--contains", "!"], 2, "contains is '!', which holds no word"),
        (["statements", "--cursor", "x"], 2, "cursor is 'x', which no list gave out"),
        (["statements", "--article", "none"], 1, "no article has the id 'none'"),
        (["compare", ONE, "none"], 1, "no article has the id 'none'"),
    ],
)
def test_what_cannot_be_listed_is_told(data: Path, words: list[str], code: int, told: str) -> None:
    done = byline(*words, "--data", data)
    assert (done.returncode, done.stdout) == (code, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_lists_and_comparisons_are_shown_for_people(data: Path) -> None:
    said = byline("statements", "--source", "SANA", "--article", ONE, "--data", data)
    assert (said.returncode, said.stderr) == (0, "")
    assert "SANA, citing a military source" in " ".join(said.stdout.split())
    assert "Syrian Arab News Agency" in byline("sources", "--data", data).stdout
    assert "paragraph omitted" in byline("compare", ONE, OTHER, "--data", data).stdout
    unknown = byline("statements", "--source", "Nobody", "--data", data).stdout
    assert unknown == "No statements.\nNo article here cites a source named Nobody.\n"


def test_rebuild_reads_what_an_earlier_byline_did_not(data: Path, tmp_path: Path, embedder: Embedder) -> None:
    copy = Path(shutil.copytree(data, tmp_path / "data"))
    with StoreReader(copy).view() as view:
        article, before = view.article(ONE), view.statements_of([ONE, OTHER])
    with Writer(copy, describe_model(embedder)) as writer:
        writer.put_statements([(article, (), {})])
    assert "1 article has not been read for who says what: byline rebuild." in (
        byline("statements", "--source", "Nobody", "--data", copy).stdout
    )
    assert byline("rebuild", "--data", copy).stderr == "1 of 1 articles read for who says what\n"
    with StoreReader(copy).view() as view:
        assert view.statements_of([ONE, OTHER]) == before
        assert view.unread() == []
    assert byline("check", "--data", copy).returncode == 0


def link(name: str) -> Link:
    return Link(name=name, named=True, start=0, end=1)


@pytest.mark.parametrize(
    ("chain", "said"),
    [
        (None, "who says it has not been read"),
        ((), "in its own voice"),
        ((link("SANA"),), "SANA"),
        ((link("RT"), link("SANA"), link("a military\nsource")), "RT, citing SANA, citing a military source"),
    ],
)
def test_a_chain_is_read_out_in_its_order(chain: tuple[Link, ...] | None, said: str) -> None:
    assert say_chain(chain) == said


def test_a_quotation_that_nothing_attributes_is_somebodys() -> None:
    assert say_chain(None, "attributed") == "somebody’s words, and nothing says whose"


def statement(**more: Any) -> QuotedStatement:
    span = {"start": 5, "end": 16}
    outlet = {"name": "Daily", "label": "Daily", "level": "declared"}
    fields = {"id": "a~v~s0.1", "sentence": span, "content": {"start": 8, "end": 15}, "article_id": "a"}
    return QuotedStatement.model_validate(
        {**fields, "outlet": outlet, "title": None, "published": "2020-01-02", "quote": "It is done.", **more}
    )


def test_a_statement_is_one_block() -> None:
    cue = {"text": "said", "class": "neutral", "start": 0, "end": 4}
    one = statement(voice="attributed", chain=[link("SANA")], stance="asserts", form="quotation", cue=cue)
    carried = statement(
        voice="outlet", chain=[], stance="asserts", continuation="possible", content={"start": 5, "end": 16}
    )
    page = StatementList(data=(one, carried), next_cursor="abc", unread=2)
    assert render_statements(page, width=80, colour=False) == (
        "Daily, 2020-01-02: SANA (asserts, quotation, “said”)\n"
        "    “is done”\n"
        "    in: It is done.\n"
        "    a~v~s0.1 [5, 16)\n"
        "\n"
        "Daily, 2020-01-02: in its own voice (asserts, perhaps the same source goes on)\n"
        "    “It is done.”\n"
        "    a~v~s0.1 [5, 16)\n"
        "\n"
        "2 articles have not been read for who says what: byline rebuild.\n"
        "More with: --cursor abc\n"
    )


def test_nothing_an_article_writes_reaches_the_terminal_as_a_control() -> None:
    hostile = statement(quote=HOSTILE, chain=[link(HOSTILE)], title=HOSTILE, voice="attributed")
    side = SideOut(start=0, end=1, text=HOSTILE)
    change = ChangeOut(kind="wording", a=side, b=None, figures=(HOSTILE,), sources=(HOSTILE,))
    who = ComparedArticle(
        id="a", outlet=OutletOut(name=HOSTILE, label=HOSTILE, level="declared"), title=HOSTILE, published=None
    )
    pair = ParagraphsOut(a=side, b=None, equal=False, changes=(change,))
    compared = ComparisonOut(
        a=who,
        b=who,
        containment=0.5,
        is_copy=True,
        direction=None,
        reason=HOSTILE,
        paragraphs=(pair,),
        changes=(change,),
    )
    source = {"name": HOSTILE, "forms": [{"name": HOSTILE, "statements": 1}, {"name": f"{HOSTILE}2", "statements": 1}]}
    counted = {"statements": 1, "articles": 1, "outlets": 0, "unnamed": 1}
    sources = SourceList.model_validate({"data": [{**source, **counted}], "next_cursor": None})
    for width in (60, 100):
        for shown in (
            render_statements(StatementList(data=(hostile,), next_cursor=None, unread=0), width=width, colour=False),
            render_sources(sources, width=width, colour=False),
            render_comparison(compared, width=width, colour=False),
        ):
            assert not {"\x1b", "\u202e", "\r", "\u2028"} & set(shown)
            assert ":smile:" in shown
            assert "[/" in shown


def test_paragraphs_stand_beside_each_other_where_there_is_room() -> None:
    def side(text: str) -> SideOut:
        return SideOut(start=0, end=len(text), text=text)

    outlet = OutletOut(name="Daily", label="Daily", level="declared")
    who = ComparedArticle(id="a", outlet=outlet, title="T", published=None)
    pairs = (
        ParagraphsOut(a=side("The same."), b=side("The same."), equal=True, changes=()),
        ParagraphsOut(a=side("Only here."), b=None, equal=False, changes=()),
    )
    change = ChangeOut(kind="paragraph_omitted", a=side("Only here."), b=None, figures=("12",), sources=())
    found = ComparisonOut(
        a=who,
        b=who,
        containment=0.875,
        is_copy=True,
        direction="b_from_a",
        reason="B says so.",
        paragraphs=pairs,
        changes=(change,),
    )
    head = (
        "A  T — Daily, undated\n   a\nB  T — Daily, undated\n   a\n\n"
        "88% of the shorter stands in the other: one text; B is from A.\nB says so.\n\n"
        "Changes\n1. paragraph omitted\n   A  “Only here.”\n   B  —\n   only here, figures: 12\n\nParagraphs\n"
    )
    wide = render_comparison(found, width=100, colour=False)
    assert wide == head + f"{'The same.':50}The same.\n\n{'Only here.':50}—\n"
    narrow = render_comparison(found, width=80, colour=False)
    assert narrow == head + "=  The same.\n\nA  Only here.\nB  —\n"
