"""The guard against fitting to five files: with everything renamed and turned round, every answer changes in step."""

import pytest

from index.search.embedding import Embedder
from tests.questions.asking import Ask, open_answers
from tests.questions.check import find_faults
from tests.questions.conftest import mark_known
from tests.questions.fixed import Fixed, read_fixed, read_known_failures
from tests.questions.renamed import FIGURES, NAMES, WEEKDAYS, rename, rename_fixed, renamed_samples, reorder

FIXED = read_fixed()
KNOWN = read_known_failures("renamed")


@pytest.fixture(scope="session")
def ask_renamed(samples: dict[str, str], tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Ask:
    return open_answers(renamed_samples(samples), tmp_path_factory.mktemp("renamed"), embedder)


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


@pytest.mark.parametrize("one", mark_known(FIXED, KNOWN))
def test_the_answer_changes_in_step(one: Fixed, ask_renamed: Ask, samples: dict[str, str]) -> None:
    renamed = rename_fixed(one)
    assert find_faults(renamed, ask_renamed(renamed.question, **renamed.filters), renamed_samples(samples)) == []
