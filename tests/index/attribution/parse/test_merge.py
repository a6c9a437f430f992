"""Attributions by rule and by parse, put together."""

from index.attribution.found import Attribution
from index.attribution.parse.merge import merge_attributions
from index.records import Span

# 0         1         2         3         4
# 0123456789012345678901234567890123456789012345678
# A told SANA that it fell. B has denied it. C left.
RULED = Attribution((Span(0, 1),), Span(2, 6), (Span(12, 19),), "that", "doubting", "admits", (Span(7, 11),))
PARSED = Attribution((Span(0, 4),), Span(2, 6), (Span(12, 24),), "parser:clause")


def test_with_one_cue_the_content_is_the_parses_and_the_chain_the_rules() -> None:
    assert merge_attributions([RULED], [PARSED]) == [
        Attribution((Span(0, 1),), Span(2, 6), (Span(12, 24),), "parser:clause", "doubting", "admits", (Span(7, 11),))
    ]


def test_without_a_chain_the_source_is_the_parses() -> None:
    ruled = Attribution((Span(26, 27),), Span(28, 38), (Span(39, 41),), "object", "denying", "denies")
    parsed = Attribution((Span(26, 31),), Span(32, 38), (Span(39, 41),), "parser:object")
    assert merge_attributions([ruled], [parsed]) == [
        Attribution((Span(26, 31),), Span(28, 38), (Span(39, 41),), "parser:object", "denying", "denies")
    ]


def test_what_overlaps_no_parse_is_kept_in_order() -> None:
    before = Attribution((), Span(43, 44), (Span(45, 49),), "object")
    assert merge_attributions([before, RULED], [PARSED])[1:] == [before]
    assert merge_attributions([before, RULED], []) == [RULED, before]


def test_a_rule_within_what_the_parse_finds_is_dropped() -> None:
    nested = Attribution((), Span(14, 16), (Span(17, 19),), "object")
    assert [one.rule for one in merge_attributions([nested], [PARSED])] == ["parser:clause"]


def test_a_sure_rule_within_what_the_parse_finds_is_kept() -> None:
    nested = Attribution((Span(12, 13),), Span(14, 16), (Span(17, 24),), "that")
    assert merge_attributions([nested], [PARSED]) == [PARSED, nested]


def test_a_rule_that_crosses_what_the_parse_finds_is_dropped() -> None:
    crossing = Attribution((Span(12, 13),), Span(14, 16), (Span(17, 30),), "that")
    assert merge_attributions([crossing], [PARSED]) == [PARSED]


def test_nothing_and_nothing_is_nothing() -> None:
    assert merge_attributions([], []) == []
