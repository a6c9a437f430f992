"""Sixty fixed questions over the samples, through the whole flow: found, right, or refused.

A question that is known to fail must go on failing until it leaves known_failures.tsv, so that the list only shrinks.
"""

from collections import Counter
from typing import get_args

import pytest

from index.records import Stance
from service.answering.answer import Link
from service.question import parse_question
from tests.questions.asking import Ask
from tests.questions.check import find_faults, holds, values
from tests.questions.conftest import mark_known
from tests.questions.fixed import SORTS, Fixed, read_fixed, read_known_failures

FIXED = read_fixed()
KNOWN = read_known_failures("samples")
RIGHT = [one for one in FIXED if one.id not in KNOWN]


def name(one: Fixed) -> str:
    return one.id


def test_there_are_sixty_of_all_ten_sorts_and_most_of_the_unanswerable_share_every_name_with_an_article() -> None:
    sorts = Counter(one.sort for one in FIXED)
    assert (len(FIXED), len({one.id for one in FIXED}), tuple(sorted(sorts))) == (60, 60, tuple(sorted(SORTS)))
    assert sum(not one.answerable for one in FIXED) == 13
    assert sum(one.shares_names for one in FIXED) == 9


def test_every_known_failure_is_a_question_and_has_a_reason() -> None:
    for known in (KNOWN, read_known_failures("renamed")):
        assert set(known) <= {one.id for one in FIXED}
        assert [key for key, reason in known.items() if not reason.strip()] == []


@pytest.mark.parametrize("one", FIXED, ids=name)
def test_every_gold_quote_stands_in_its_article(one: Fixed, samples: dict[str, str]) -> None:
    assert [gold for gold in one.gold if gold.quote not in samples[gold.article]] == []


@pytest.mark.parametrize("one", [one for one in FIXED if one.kind], ids=name)
def test_the_kind_of_question_is_read(one: Fixed) -> None:
    assert parse_question(one.question).kind == one.kind


@pytest.mark.parametrize("one", mark_known(FIXED, KNOWN))
def test_the_answer_is_as_the_gold_has_it(one: Fixed, ask_samples: Ask, samples: dict[str, str]) -> None:
    assert find_faults(one, ask_samples(one.question, **one.filters), samples) == []


@pytest.mark.parametrize("one", FIXED, ids=name)
def test_whatever_is_answered_is_the_articles_own_words_and_counted_as_origins_not_articles(
    one: Fixed, ask_samples: Ask, samples: dict[str, str]
) -> None:
    answer = ask_samples(one.question, **one.filters)
    for claim in answer.claims:
        assert claim.agreement != "corroborated"
        assert claim.counts.origins <= claim.counts.texts
        for report in claim.reports:
            text = samples[report.article_id]
            assert text[report.start : report.end] == report.quote
            assert report.start <= report.content.start < report.content.end <= report.end
            assert (report.chain is None) == (report.voice is None)
            assert report.stance in (None, *get_args(Stance))
            for link in report.chain or ():
                assert stands(link, text)
    assert [citation.n for citation in answer.citations] == list(range(1, len(answer.citations) + 1))


def stands(link: Link, text: str) -> bool:
    """Whether the name is in the article's own words, here or where it is carried from."""
    held = [text[link.start : link.end]]
    if link.carried_from:
        held.append(text[link.carried_from.start : link.carried_from.end])
    return any(link.name in words or words in link.name for words in held) and link.name in text


@pytest.mark.parametrize("one", [one for one in RIGHT if one.answerable], ids=name)
def test_the_way_a_question_is_typed_does_not_matter(one: Fixed, ask_samples: Ask) -> None:
    for typed in (one.question.rstrip("?"), f"  {one.question}  ", one.question.lower()):
        answer = ask_samples(typed, **one.filters)
        reports = [report for claim in answer.claims for report in claim.reports]
        assert [gold.quote for gold in one.gold if not any(holds(gold, report) for report in reports)] == []
        assert bool(values(answer)) >= bool(one.value)
