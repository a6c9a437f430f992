"""Reading HTML pages: the text that is quoted, the labels of its lines, what the page declares, and hostile pages."""

import pytest

from index.errors import ReadError
from index.reading.html.page import read_html

PARAGRAPHS = (
    "The council voted on Monday to close the old bridge, which engineers had called unsafe for years.",
    "“We could not wait any longer,” the mayor said after the vote, adding that a ferry would run from May.",
    "Residents on the eastern bank, who will have to drive 20 kilometres to the next crossing, were not convinced.",
    "A new bridge would cost about 40 million, according to a report that the council received in the autumn.",
)
HEAD = """<title>Council closes unsafe bridge - Valley Courier</title>
<meta property="og:site_name" content="Valley Courier"><meta name="application-name" content="Courier App">
<meta property="og:title" content="Council closes unsafe bridge">
<meta property="article:published_time" content="2019-03-04T10:15:00+01:00">
<link rel="canonical" href="https://courier.example/bridge">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Council closes unsafe bridge",
 "datePublished": "2019-03-04T10:15:00+01:00", "dateModified": "2019-03-05T08:00:00+01:00",
 "publisher": {"@type": "Organization", "name": "Courier Media Ltd"}}]}</script>"""


def make_page(paragraphs: tuple[str, ...] = PARAGRAPHS, head: str = HEAD) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""<!doctype html><html lang="en-GB"><head>{head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport &amp; games</a></li></ul></nav>
<article><h1>Council closes unsafe bridge</h1>
<figure><img src="a.jpg"><figcaption>The bridge on Monday</figcaption></figure>{body}</article>
<script>var a = "{PARAGRAPHS[0]}";</script><style>p {{color: red}}</style><p hidden>never shown</p>
<footer><p>© Courier Media Ltd</p></footer></body></html>"""


def test_the_text_is_all_that_a_reader_sees_one_block_a_line_and_each_line_is_labelled() -> None:
    page = read_html(make_page(), "a.html")
    assert [(line.label, page.text[line.start : line.end]) for line in page.lines] == [
        ("furniture", "Home"),
        ("furniture", "Sport & games"),
        ("title", "Council closes unsafe bridge"),
        ("caption", "The bridge on Monday"),
        *(("body", paragraph) for paragraph in PARAGRAPHS),
        ("furniture", "© Courier Media Ltd"),
    ]
    assert page.text == "\n".join(page.text[line.start : line.end] for line in page.lines)
    assert [line.reason for line in page.lines if line.label == "body"] == ["kept by the extractor"] * 4


def test_what_the_page_declares_is_told_with_the_tag_it_was_found_in() -> None:
    hints = read_html(make_page(), "a.html").hints
    assert hints.site == (
        ("Valley Courier", "meta og:site_name"),
        ("Courier App", "meta application-name"),
        ("Courier Media Ltd", "JSON-LD publisher"),
    )
    assert hints.title == (
        ("Council closes unsafe bridge", "meta og:title"),
        ("Council closes unsafe bridge", "JSON-LD headline"),
        ("Council closes unsafe bridge", "h1"),
        ("Council closes unsafe bridge - Valley Courier", "title"),
    )
    assert hints.published == (
        ("2019-03-04T10:15:00+01:00", "JSON-LD datePublished"),
        ("2019-03-04T10:15:00+01:00", "meta article:published_time"),
        ("2019-03-04", "htmldate: publication date"),
    )
    assert (hints.language, hints.url) == ("en", "https://courier.example/bridge")


def test_a_page_that_declares_nothing_has_no_hints_but_its_headline() -> None:
    hints = read_html(make_page(head=""), "a.html").hints
    assert (hints.site, hints.title, hints.url) == ((), (("Council closes unsafe bridge", "h1"),), None)


def test_words_in_inline_tags_run_on_and_breaks_and_cells_part_them() -> None:
    text = read_html(
        make_page((*PARAGRAPHS, "The <b>min</b>ister&nbsp;said <a href='x'>so</a>,<br>and   left\n the room.")),
        "a.html",
    ).text
    assert "\nThe minister said so,\nand left the room.\n" in text


@pytest.mark.parametrize(
    "html",
    [
        "",
        "\x00" * 9,
        "<script>let a = 1;</script>",
        "<html><body></body></html>",
        "<!-- only a comment -->",
        "<" * 5_000,
    ],
    ids=["empty", "nul", "script", "bare", "comment", "brackets"],
)
def test_html_without_an_article_is_an_error_that_names_the_file(html: str) -> None:
    with pytest.raises(ReadError, match=r"^page\.html: HTML without an article: "):
        read_html(html, "page.html")


HOSTILE = {
    "nested": "<div>" * 100_000,
    "bracket": "<" * 5_000_000,
    "entities": "&#xD800;&#0;&#99999999;&nosuch;&amp;lt;" * 20_000,
    "breaks": "<br>" * 100_000,
    "links": "<a href=x>b</a> " * 60_000,
    "unclosed": "<p>one two three" * 60_000,
    "attributes": "<p " + "a=b " * 100_000 + ">",
    "json": '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    "comment": "<!--" + "-" * 1_000_000,
    "tables": "<table><tr><td>" * 20_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_page_ends_with_a_page_or_a_read_error(kind: str) -> None:
    try:
        page = read_html(HOSTILE[kind] + make_page(), "a.html")
    except ReadError as error:
        assert "HTML without an article" in str(error)  # noqa: PT017 either end is right, a crash is not
    else:
        assert any(line.label == "body" for line in page.lines)


def test_a_lone_surrogate_in_the_page_does_not_reach_the_text() -> None:
    read_html(make_page(("\ud800 " + PARAGRAPHS[0], *PARAGRAPHS[1:])), "a.html").text.encode("utf-8")
