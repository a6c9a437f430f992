"""Twenty fixed questions over the samples, through the whole flow: found, right, or refused."""

import pytest

from service.answering.answer import Answer
from service.question import parse_question
from tests.questions.conftest import Ask
from tests.questions.fixed import Fixed, read_fixed

FIXED = read_fixed()
ANSWERABLE = [one for one in FIXED if one.answerable]
UNANSWERABLE = [one for one in FIXED if not one.answerable]
KINDS = {"figures", "yes_no", "who", "when", "where", "what", "said", "who_said"}


def name(one: Fixed) -> str:
    return one.id


def quotes(answer: Answer) -> list[tuple[str, str]]:
    return [(report.article_id, report.quote) for claim in answer.claims for report in claim.reports]


def fold(value: str) -> str:
    return "".join(value.split()).casefold()


def test_there_are_twenty_of_all_kinds_and_half_the_unanswerable_share_every_name_with_an_article() -> None:
    assert (len(ANSWERABLE), len(UNANSWERABLE)) == (12, 8)
    assert {one.kind for one in ANSWERABLE} == KINDS
    assert sum(one.shares_names for one in UNANSWERABLE) == 4


@pytest.mark.parametrize("one", FIXED, ids=name)
def test_every_gold_quote_stands_in_its_article(one: Fixed, samples: dict[str, str]) -> None:
    assert [gold for gold in one.gold if gold.quote not in samples[gold.article]] == []


@pytest.mark.parametrize("one", FIXED, ids=name)
def test_the_kind_of_question_is_read(one: Fixed) -> None:
    assert parse_question(one.question).kind == one.kind


@pytest.mark.parametrize("one", ANSWERABLE, ids=name)
def test_an_answerable_question_is_answered_with_every_gold_quote(one: Fixed, ask_samples: Ask) -> None:
    answer = ask_samples(one.question)
    assert answer.status == "answered"
    held = quotes(answer)
    assert [g for g in one.gold if not any(a == g.article and g.quote in quote for a, quote in held)] == []


@pytest.mark.parametrize("one", [one for one in ANSWERABLE if one.value], ids=name)
def test_the_direct_value_is_in_the_words_of_the_article(one: Fixed, ask_samples: Ask) -> None:
    given = ask_samples(one.question).direct.value
    values = (given,) if isinstance(given, str) else given or ()
    assert {fold(value) for value in one.value or ()} <= {fold(value) for value in values}


@pytest.mark.parametrize("one", UNANSWERABLE, ids=name)
def test_an_unanswerable_question_is_refused_with_what_is_missing(one: Fixed, ask_samples: Ask) -> None:
    answer = ask_samples(one.question)
    assert (answer.status, answer.claims, answer.citations) == ("abstained", (), ())
    assert answer.missing
    assert len(answer.nearest) <= 3
    assert "5 articles" in answer.answer


@pytest.mark.parametrize("one", FIXED, ids=name)
def test_the_answer_holds_nothing_that_it_must_not(one: Fixed, ask_samples: Ask) -> None:
    text = ask_samples(one.question).answer
    assert [words for words in one.must_not if words in text] == []


@pytest.mark.parametrize("one", FIXED, ids=name)
def test_every_quote_is_the_articles_own_words_and_no_speaker_is_named_unread(
    one: Fixed, ask_samples: Ask, samples: dict[str, str]
) -> None:
    answer = ask_samples(one.question)
    for claim in answer.claims:
        assert claim.agreement != "corroborated"
        assert claim.counts.origins <= claim.counts.texts
        for report in claim.reports:
            assert samples[report.article_id][report.start : report.end] == report.quote
            assert (report.chain, report.voice, report.cue, report.stance) == (None, None, None, None)
            assert report.quote in answer.answer or len(claim.reports) > 1
    assert [citation.n for citation in answer.citations] == list(range(1, len(answer.citations) + 1))


@pytest.mark.parametrize("one", ANSWERABLE, ids=name)
def test_the_way_a_question_is_typed_does_not_matter(one: Fixed, ask_samples: Ask) -> None:
    plain = {quote for _, quote in quotes(ask_samples(one.question))}
    for typed in (one.question.rstrip("?"), f"  {one.question}  ", one.question.lower()):
        assert {quote for _, quote in quotes(ask_samples(typed))} >= _gold_quotes(one, plain)


def _gold_quotes(one: Fixed, held: set[str]) -> set[str]:
    return {quote for quote in held if any(gold.quote in quote for gold in one.gold)}
