"""The two logistic regressions over lines, applied with plain numpy; their coefficients are in model.json."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from index.reading.lines.features import FEATURES, Matrix, PageLines
from index.reading.lines.region import SECOND, describe_again, find_run, gain_of


@dataclass(frozen=True)
class LineModel:
    """Weights over FEATURES for the first guess, over FEATURES and SECOND for the second, and how to cut the run."""

    first: Matrix
    second: Matrix
    level: float
    power: float
    inner: float


def make_model(data: Mapping[str, Mapping[str, float]]) -> LineModel:
    """Build the model from its file's form: names of features to weights, "intercept" among them."""
    first = [data["first"][name] for name in (*FEATURES, "intercept")]
    second = [data["second"][name] for name in (*FEATURES, *SECOND, "intercept")]
    cut = data["run"]
    return LineModel(np.array(first), np.array(second), cut["level"], cut["power"], cut["inner"])


@lru_cache(maxsize=1)
def load_model() -> LineModel:
    """Read the coefficients that ship, once."""
    return make_model(json.loads((Path(__file__).parent / "model.json").read_text(encoding="utf-8")))


def chance_of(features: Matrix, weights: Matrix) -> Matrix:
    """Chance of each line to be body; the last weight is the intercept."""
    chance: Matrix = 1 / (1 + np.exp(-np.clip(features @ weights[:-1] + weights[-1], -30, 30)))
    return chance


@dataclass(frozen=True)
class Guess:
    """What the model says of one page: the chance of each line, and the run of lines that is the article."""

    chance: Matrix
    start: int
    end: int
    is_body: np.ndarray
    second: Matrix


def guess_body(page: PageLines, model: LineModel, barred: Collection[int] = ()) -> Guess:
    """Guess which lines of a page are body: likely ones within the likeliest run, none of the barred ones."""
    n = len(page.size)
    if n == 0:
        return Guess(np.zeros(0), 0, 0, np.zeros(0, dtype=bool), np.zeros((0, len(SECOND))))
    second = describe_again(page, chance_of(page.features, model.first))
    chance = chance_of(np.hstack([page.features, second]), model.second)
    chance[list(barred)] = 0.0
    gains = gain_of(chance, page.size, model.level, model.power)
    # A barred line inside an article ("Read more" and its headline) must not part one half from the other.
    gains[list(barred)] = 0.0
    start, end = find_run(gains)
    place = np.arange(n)
    return Guess(chance, start, end, (place >= start) & (place < end) & (chance > model.inner), second)
