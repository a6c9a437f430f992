"""One index of the samples for all the fixed questions."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from index.search.embedding import Embedder
from tests.questions.asking import Ask, open_answers, read_samples
from tests.questions.fixed import Fixed


def mark_known(fixed: Sequence[Fixed], known: Mapping[str, str]) -> list[Any]:
    """The questions as parameters; those that are known to fail must fail."""
    marks = {key: [pytest.mark.xfail(strict=True, reason=reason)] for key, reason in known.items()}
    return [pytest.param(one, id=one.id, marks=marks.get(one.id, [])) for one in fixed]


@pytest.fixture(scope="session")
def samples() -> dict[str, str]:
    """The texts of the sample corpus, by article id."""
    return read_samples()


@pytest.fixture(scope="session")
def ask_samples(samples: dict[str, str], tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Ask:
    """Answers over the samples."""
    return open_answers(samples, tmp_path_factory.mktemp("samples"), embedder)
