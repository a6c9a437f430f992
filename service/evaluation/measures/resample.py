"""Intervals and paired tests by drawing anew, the same every time: the seed is fixed."""

from collections.abc import Sequence

import numpy as np

DRAWS = 10_000
SEED = 20_160_313
_TOLERANCE = 1e-12


def bootstrap_mean(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % percentile interval of the mean (Efron 1979), questions drawn with replacement.

    Equal values are drawn together, as a multinomial count, which is the same draw.
    """
    distinct, counts = np.unique(np.asarray(values, float), return_counts=True)
    drawn = np.random.default_rng(SEED).multinomial(len(values), counts / len(values), DRAWS)
    low, high = np.percentile(drawn @ distinct / len(values), [2.5, 97.5])
    return float(low), float(high)


def compare_paired(differences: Sequence[float]) -> float:
    """The two-sided p of the paired randomisation test (Fisher 1935): signs drawn by chance, how often as far from 0.

    Differences of one size are drawn together, as a binomial count, which is the same draw. 1 where all are 0.
    """
    found = np.asarray(differences, float)
    sizes, counts = np.unique(np.abs(found[found != 0]), return_counts=True)
    generator = np.random.default_rng(SEED)
    sums = np.zeros(DRAWS)
    for size, count in zip(sizes, counts, strict=True):
        sums += size * (2 * generator.binomial(count, 0.5, DRAWS) - count)
    as_far = int((np.abs(sums) >= abs(found.sum()) - _TOLERANCE).sum())
    return (as_far + 1) / (DRAWS + 1)
