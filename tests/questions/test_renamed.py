"""The guard against fitting to five files: with everything renamed and turned round, every answer changes in step."""

import pytest

from index.search.embedding import Embedder
from service.answering.answer import Answer
from tests.questions.conftest import Ask, open_answers
from tests.questions.fixed import Fixed, read_fixed
from tests.questions.renamed import FIGURES, NAMES, WEEKDAYS, rename, rename_question, renamed_samples, reorder

FIXED = read_fixed()


def name(one: Fixed) -> str:
    return one.id


@pytest.fixture(scope="session")
def ask_renamed(samples: dict[str, str], tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Ask:
    return open_answers(renamed_samples(samples), tmp_path_factory.mktemp("renamed"), embedder)


def gold_quotes(one: Fixed, answer: Answer) -> set[str]:
    held = {report.quote for claim in answer.claims for report in claim.reports}
    return {gold.quote for gold in one.gold if any(gold.quote in quote for quote in held)}


def values(answer: Answer) -> set[str]:
    given = answer.direct.value
    return {"".join(one.split()).casefold() for one in ((given,) if isinstance(given, str) else given or ())}


def test_every_name_of_the_tables_is_gone_and_no_two_became_one(samples: dict[str, str]) -> None:
    for text in renamed_samples(samples).values():
        assert rename(text) == text or not any(f" {old} " in f" {text} " for old in NAMES if old not in NAMES.values())
    for table in (NAMES, WEEKDAYS, FIGURES):
        assert len(set(table.values())) == len(table)


def test_reordering_moves_paragraphs_and_loses_none(samples: dict[str, str]) -> None:
    for text in samples.values():
        turned = reorder(text)
        assert turned != text
        assert sorted(turned.split("\n")) == sorted(text.split("\n"))


@pytest.mark.parametrize("one", FIXED, ids=name)
def test_answered_or_refused_alike(one: Fixed, ask_samples: Ask, ask_renamed: Ask) -> None:
    assert ask_renamed(rename_question(one.question)).status == ask_samples(one.question).status


@pytest.mark.parametrize("one", [one for one in FIXED if one.answerable], ids=name)
def test_the_gold_quotes_change_in_step(one: Fixed, ask_samples: Ask, ask_renamed: Ask) -> None:
    plain = gold_quotes(one, ask_samples(one.question))
    held = {report.quote for claim in ask_renamed(rename_question(one.question)).claims for report in claim.reports}
    assert [quote for quote in plain if not any(rename(quote) in other for other in held)] == []


@pytest.mark.parametrize("one", [one for one in FIXED if one.value], ids=name)
def test_the_direct_value_changes_in_step(one: Fixed, ask_renamed: Ask) -> None:
    expected = {"".join(rename(value).split()).casefold() for value in one.value or ()}
    assert expected <= values(ask_renamed(rename_question(one.question)))
