"""An answer in a chat: its own text, whole and in order, whose marks are links and whose quotes are only words."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from index.search.search import Search
from service.answering.answer import Answer
from service.answering.quote_reader import QuoteReader
from service.ask import ask
from service.render.chat import render_chat
from service.render.clean import clean_line
from service.requests import AskRequest
from tests.questions.fixed import read_fixed

URLS = [f"https://one.example/{n}" for n in range(1, 10)]


def answer(text: str, quote: str = "It rose.", question: str = "Did it rise?", cited: int = 1) -> Answer:
    """An answer of one claim that says `text`, with one report that quotes `quote`."""
    outlet = {"name": None, "label": "unnamed outlet (a1)", "level": "unknown"}
    span = {"start": 0, "end": len(quote)}
    report: dict[str, Any] = {"id": "r1", "statement_id": "s1", "citation": 1, "article_id": "a1", "passage_id": "p1"}
    report |= {"quote": quote, **span, "content": span, "context": None, "outlet": outlet, "published": None}
    report |= {"voice": None, "chain": None, "origin": "o1"}
    counts = {"articles": 1, "outlets": 0, "unnamed": 1, "texts": 1, "origins": 1}
    claim = {"id": "c1", "about": "rise", "text": text, "agreement": "single", "counts": counts, "reports": [report]}
    one = {"outlet": "unnamed outlet (a1)", "level": "unknown", "title": "Rise", "url": None, "published": None}
    return Answer.model_validate(
        {
            "id": "ans_1",
            "question": question,
            "status": "answered",
            "direct": {"kind": "yes_no", "value": "asserted", "text": "It is asserted."},
            "answer": f"It is asserted. {text} One thing more.",
            "claims": [claim],
            "citations": [{"n": n, "article_id": f"a{n}", **one} for n in range(1, cited + 1)],
            "searched": {"articles": 1, "outlets": 0, "unnamed": 1, "undated": 1},
            "reader": {"kind": "quotes"},
            "snapshot": "x-1",
            "timings_ms": {},
        }
    )


def read(markdown: str) -> tuple[str, list[tuple[str, str]], set[str]]:
    """A text as CommonMark shows it: its words with links in brackets, its links, and what is neither there."""
    words: list[str] = []
    links: list[tuple[str, str]] = []
    others: set[str] = set()
    inline = [token for token in MarkdownIt("commonmark").parse(markdown) if token.type == "inline"]
    for block in inline:
        target = ""
        for token in block.children or []:
            if token.type == "link_open":
                target = str(token.attrs["href"])
            elif token.type == "text":
                words.append(f"[{token.content}]" if target else token.content)
                links += [(token.content, target)] if target else []
            elif token.type == "link_close":
                target = ""
            elif token.type != "softbreak":
                others.add(token.type)
        words.append(" ")
    blocks = {token.type for token in MarkdownIt("commonmark").parse(markdown)}
    return "".join(words), links, others | (blocks - {"paragraph_open", "paragraph_close", "inline"})


def test_the_text_is_the_answers_own_in_paragraphs_with_its_links_below() -> None:
    told = render_chat(answer("An unnamed outlet says: “It rose.” [1]"), URLS[:1])
    assert told.text == (
        "It is asserted.\n\nAn unnamed outlet says: “It rose.” [1]\n\nOne thing more.\n\n[1]: https://one.example/1"
    )
    assert [told.text[start:end] for start, end in told.spans] == ["[1]"]


@pytest.mark.parametrize("question", [one.question for one in read_fixed()])
def test_what_is_shown_is_what_the_answer_says_and_each_mark_is_one_link(question: str, sample_search: Search) -> None:
    said = ask(AskRequest(question=question), sample_search, QuoteReader())
    urls = URLS[: len(said.citations)]
    told = render_chat(said, urls)
    words, links, others = read(told.text)
    assert re.sub(r"\s", "", words.replace("], [", "][")) == re.sub(r"\s", "", clean_line(said.answer))
    marks = re.findall(r"\[(\d+)\]", said.answer)
    assert links == [(n, urls[int(n) - 1]) for n in marks]
    assert others == set()
    assert [told.text[start:end] for start, end in told.spans] == [f"[{one.n}]" for one in said.citations]
    assert list(told.spans) == sorted(told.spans)


def test_marks_side_by_side_are_two_links_and_one_before_a_bracket_is_none_of_another_form() -> None:
    told = render_chat(answer("Both say so [1][2](as do others).", cited=2), URLS[:2])
    assert "Both say so [1], [2] (as do others)." in told.text
    assert read(told.text)[1] == [("1", URLS[0]), ("2", URLS[1])]


HOSTILE = [
    "[1](https://evil.example) is a link",
    "see [1] and [2]: https://evil.example",
    "![x](https://evil.example/x.png)",
    "[1]: https://evil.example",
    "<img src=x onerror=alert(1)> <script>alert(1)</script>",
    "https://evil.example www.evil.example a@evil.example",
    "# Head\n\n- item\n\n> quote\n\n    code\n\n```\ncode\n```",
    "\\[1] \\\\[1\\] **bold** _soft_ `code` $x$ ~~no~~ | a | b |",
    "&lt;b&gt; &#91;1&#93;(https://evil.example)",
    "[1]",
]


@pytest.mark.parametrize("quote", HOSTILE)
def test_the_words_of_an_article_are_nothing_but_words(quote: str) -> None:
    told = render_chat(answer(f"An unnamed outlet says: “{quote} for so long” [1].", f"{quote} for so long"), URLS[:1])
    words, links, others = read(told.text)
    assert links == [("1", URLS[0])]
    assert others == set()
    assert clean_line(quote) in " ".join(words.split())
    assert told.text[: told.spans[0][1]].endswith("so long” [1]")


def test_the_words_of_the_asker_are_nothing_but_words_either() -> None:
    asked = "Is [1](https://evil.example) true?"
    told = render_chat(answer("Nobody says “[1](https://evil.example) true” [1].", question=asked), URLS[:1])
    assert read(told.text)[1] == [("1", URLS[0])]


def test_an_article_that_the_text_does_not_mark_is_marked_below_it() -> None:
    told = render_chat(answer("One says so [1].", cited=3), URLS[:3])
    assert told.text.split("\n\n")[-2:] == ["[2], [3]", "\n".join(f"[{n}]: {URLS[n - 1]}" for n in (1, 2, 3))]
    assert [told.text[start:end] for start, end in told.spans] == ["[1]", "[2]", "[3]"]


@pytest.mark.parametrize(
    "url",
    [
        "https://one.example/a_(b)?x=1&copy=2",
        "https://one.example/?a=1&lt;=2",
        "https://one.example/(open",
        "http://x/*_~",
    ],
)
def test_a_link_leads_where_it_should_whatever_its_address_is_made_of(url: str) -> None:
    told = render_chat(answer("One says so [1]."), [url])
    assert read(told.text)[1] == [("1", url)]


@given(quote=st.text(alphabet=st.sampled_from(list("[]()123\\ :!<>*_`\n”“.a")), max_size=40))
def test_no_words_make_a_link_or_take_one_away(quote: str) -> None:
    told = render_chat(answer(f"An outlet says: “{quote}”, it seems [1] (so).", quote), URLS[:1])
    links = read(told.text)[1]
    assert ("1", URLS[0]) in links
    assert {target for _, target in links} == {URLS[0]}


def test_what_is_parsed_here_is_what_a_reader_sees() -> None:
    assert read("[1](https://evil.example) ![x](y) <b>z</b>")[1:] == (
        [("1", "https://evil.example")],
        {"image", "html_inline"},
    )
