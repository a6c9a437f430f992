"""An answer in print: complete, exact, and deaf to whatever an article's words try to be."""

import csv
import io
import re
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.records import Evidence, Level, Outlet
from index.search.search import Search
from service.answering.answer import Answer
from service.answering.quote_reader import QuoteReader
from service.ask import ask
from service.errors import KINDS, SettingsError, code_of
from service.render.clean import clean_line, clean_text, escape_json, safe_url
from service.render.markdown import escape, render_markdown
from service.render.table import COLUMNS, render_csv
from service.render.terminal import render_terminal
from service.requests import AskRequest
from service.showing.labels import outlet_label, plain_name

HOSTILE = (
    "\x1b[31mred\x1b]0;title\x07 \u202egnp.exe\u2066 <script>alert(1)</script> ![x](http://evil.example/x.png) "
    "[bold]no[/bold] :smile: https://evil.example www.evil.example a@evil.example `code` | "
    "=cmd()\r\n# Head\u2028- item\x9b1m"
)


def answer(quote: str = "It rose.", **more: Any) -> Answer:
    """An answer of one claim with one report, as a reader and compose would make it."""
    outlet = {"name": None, "label": "unnamed outlet (a1)", "level": "unknown"}
    report = {
        "id": "r1",
        "statement_id": "s1",
        "citation": 1,
        "article_id": "a1",
        "passage_id": "p1",
        "quote": quote,
        "start": 10,
        "end": 10 + len(quote),
        "content": {"start": 10, "end": 10 + len(quote)},
        "context": None,
        "outlet": outlet,
        "published": None,
        "voice": None,
        "chain": None,
        "origin": "o1",
        **more,
    }
    counts = {"articles": 1, "outlets": 0, "unnamed": 1, "texts": 1, "origins": 1}
    claim = {"id": "c1", "about": "rise", "text": "Article a1 contains it.", "agreement": "single", "counts": counts}
    return Answer.model_validate(
        {
            "id": "ans_1",
            "question": "Did it rise?",
            "status": "answered",
            "direct": {"kind": "yes_no", "value": "asserted", "text": "It is asserted."},
            "answer": "",
            "claims": [{**claim, "reports": [report]}],
            "citations": [
                {"n": 1, "article_id": "a1", "outlet": outlet["label"], "level": "unknown", "title": quote, "url": None}
                | {"published": None}
            ],
            "searched": {"articles": 1, "outlets": 0, "unnamed": 1, "undated": 1},
            "reader": {"kind": "quotes"},
            "snapshot": "x-1",
            "timings_ms": {},
        }
    )


def test_the_terminal_shows_direct_line_claim_outlet_quote_and_citation() -> None:
    assert render_terminal(answer(), width=80, colour=False) == (
        "It is asserted.\n"
        "\n"
        "1. Article a1 contains it. [1]\n"
        "   [1] unnamed outlet (a1), undated\n"
        "       “It rose.”\n"
        "\n"
        "Cited\n"
        "[1] It rose. — unnamed outlet (a1), undated\n"
        "\n"
        "Searched 1 article: 0 named outlets, 1 unnamed, 1 undated.\n"
    )


def test_a_sentence_that_two_articles_share_is_printed_once_with_both_above_it() -> None:
    whole = answer()
    claim = whole.claims[0]
    other = claim.reports[0].model_copy(update={"id": "r2", "citation": 2, "article_id": "a2"})
    both = whole.model_copy(update={"claims": (claim.model_copy(update={"reports": (*claim.reports, other)}),)})
    shown = render_terminal(both, width=80, colour=False)
    assert "   [1] unnamed outlet (a1), undated\n   [2] unnamed outlet (a1), undated\n       “It rose.”\n" in shown
    assert shown.count("“It rose.”") == 1
    assert render_markdown(both).count("> It rose.") == 1


def test_the_content_of_a_quote_is_emphasised_where_there_is_colour() -> None:
    quote = "He said it rose."
    shown = render_terminal(answer(quote, content={"start": 18, "end": 25}), width=80, colour=True)
    assert "\x1b[1mit rose\x1b[0m" in shown
    assert "\x1b" not in render_terminal(answer(quote), width=80, colour=False)


def test_an_abstention_says_what_is_missing_and_what_is_near(sample_search: Search) -> None:
    abstained = ask(AskRequest(question="Who won the chess olympiad in Chennai?"), sample_search, QuoteReader())
    shown = render_terminal(abstained, width=80, colour=False)
    assert all(clean_line(one.text) in " ".join(shown.split()) for one in abstained.missing)
    assert shown.endswith("Searched 5 articles: 3 named outlets, 2 unnamed, 4 undated.\n")


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(sample_search: Search, width: int) -> None:
    found = ask(AskRequest(question="How many civilians were killed?"), sample_search, QuoteReader())
    lines = render_terminal(found, width=width, colour=False).splitlines()
    assert max(map(len, lines)) <= max(width, 30)


@pytest.mark.parametrize("form", ["text", "md", "csv"])
def test_every_quote_is_shown_with_every_word(sample_search: Search, form: str) -> None:
    found = ask(AskRequest(question="How many civilians were killed?"), sample_search, QuoteReader())
    shown = {
        "text": render_terminal(found, width=80, colour=False),
        "md": render_markdown(found).replace("\\", ""),
        "csv": render_csv(found),
    }[form]
    words = " ".join(shown.split()).replace("> ", "").replace('""', '"')
    quotes = [report.quote for claim in found.claims for report in claim.reports]
    assert quotes
    assert [quote for quote in quotes if clean_line(quote) not in words] == []


def test_what_an_article_says_never_reaches_the_terminal_raw() -> None:
    for colour in (False, True):
        shown = render_terminal(answer(HOSTILE), width=80, colour=colour)
        shown = re.sub(r"\x1b\[[0-9;]*m", "", shown) if colour else shown
        assert {char for char in shown if unicodedata.category(char) in {"Cc", "Cf"}} == {"\n"}
    assert "[bold]no[/bold] :smile:" in " ".join(shown.split())


def test_markdown_holds_no_markup_link_or_image_of_an_article() -> None:
    shown = render_markdown(answer(HOSTILE))
    plain = re.sub(r"\\.", "", shown)
    assert "<" not in plain.replace("> ", "")
    assert not re.search(r"!\[|\]\(|https?://|www\.|`|\w@\w|^#|^- ", plain, re.M)


@given(st.text(max_size=60))
def test_escaped_text_has_every_character_and_no_line_break(text: str) -> None:
    escaped = escape(text)
    assert "\n" not in escaped
    assert (
        re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", escaped) == re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", clean_line(text))
        or "\\" in text
    )


@pytest.mark.parametrize("text", ["- a", "+ a", "1. a", "12) a", "# a", "> a", "=== a", "* a", "~~~", "    a"])
def test_no_text_opens_a_block(text: str) -> None:
    assert re.match(r"\\|a|\d+\\", escape(text))


def test_csv_has_a_row_for_each_report() -> None:
    rows = list(csv.reader(io.StringIO(render_csv(answer("It rose,\n“by 3”.")))))
    expected = [
        "Article a1 contains it.",
        "unnamed outlet (a1)",
        "unknown",
        "",
        "It rose,\n“by 3”.",
        "a1",
        "10",
        "26",
        *["", "", "", "", "", "single", "o1", "", ""],
    ]
    assert rows == [list(COLUMNS), expected]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "\r=1", "＝1"])
def test_no_cell_is_a_formula(text: str) -> None:
    (_, row) = csv.reader(io.StringIO(render_csv(answer(text))))
    assert row[4].startswith("'")


@pytest.mark.parametrize(
    ("value", "written"), [(1_234_567, "1234567"), (4.25, "4.25"), (3e9, "3000000000"), (0.1, "0.1")]
)
def test_csv_has_every_digit_of_a_figure(value: float, written: str) -> None:
    figure = {"value": value, "bound": "more than", "unit": "people"}
    (_, row) = csv.reader(io.StringIO(render_csv(answer(figure=figure))))
    assert row[COLUMNS.index("figure")] == f"more than {written} people"


@pytest.mark.parametrize(("chain", "shown"), [(None, ""), ((), "own voice")])
def test_csv_tells_what_was_not_read_from_the_outlets_own_voice(chain: object, shown: str) -> None:
    (_, row) = csv.reader(io.StringIO(render_csv(answer(chain=chain))))
    assert row[3] == shown


@given(st.text())
def test_cleaning_leaves_words_and_takes_out_every_control(text: str) -> None:
    cleaned = clean_text(text)
    assert {char for char in cleaned if unicodedata.category(char) in {"Cc", "Cs"}} <= {"\n"}
    assert [char for char in text if char.isalnum()] == [char for char in cleaned if char.isalnum()]


@given(st.text())
def test_escaped_json_is_the_same_json(text: str) -> None:
    import json

    written = escape_json(json.dumps({"x": text}, ensure_ascii=False, indent=1))
    assert json.loads(written) == {"x": text}
    assert {char for char in written if unicodedata.category(char) == "Cc"} <= {"\n"}


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
        ("https://a.example/<b> \x1b", "https://a.example/%3Cb%3E%20%1B"),
        ("javascript:alert(1)", None),
        (None, None),
    ],
)
def test_only_a_web_address_is_an_address(url: str | None, shown: str | None) -> None:
    assert safe_url(url) == shown


@pytest.mark.parametrize(
    ("name", "level", "reasons", "label"),
    [
        (None, "unknown", [], "unnamed outlet (a1)"),
        ("FRN", "self_reference", ["speaks of itself: we"], "FRN"),
        ("BBC", "declared", ["declared"], "BBC"),
        ("alalam", "inferred", ["image files", "recordings"], "probably alalam, from its media files"),
        ("X", "inferred", ["page title", "follow line"], "probably X, from its page title and its follow line"),
        ("X", "inferred", ["never seen"], "probably X, from traces on its page"),
        ("X", "inferred", [], "probably X"),
    ],
)
def test_an_outlet_is_called_what_is_known_of_it(
    name: str | None, level: Level, reasons: list[str], label: str
) -> None:
    assert outlet_label("a1", Outlet(name, level, tuple(Evidence(one) for one in reasons))) == label


def test_every_error_has_its_kind() -> None:
    assert KINDS[code_of(SettingsError("x"))].status == 500
    assert {kind.status for kind in KINDS.values()} == {400, 401, 403, 404, 405, 413, 415, 422, 423, 429, 500, 502, 503}
    assert {code for code, kind in KINDS.items() if kind.retry_s} == {
        "locked",
        "store_unavailable",
        "embedder_unavailable",
        "model_unavailable",
        "not_ready",
        "too_many_calls",
    }


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("The Times", "The Times"),
        ("Тhe Times", "Тhe Times (with Cyrillic letters)"),
        ("The\u200b Times", "The[U+200B] Times"),
        ("Ｔhe Times", "Ｔhe Times (with Fullwidth letters)"),
        ("Известия", "Известия"),
        ("BBC 中文", "BBC 中文"),
        ("Süddeutsche Zeitung", "Süddeutsche Zeitung"),
    ],
)
def test_an_outlet_that_only_looks_like_another_is_marked(name: str, shown: str) -> None:
    assert plain_name(name) == shown
