"""A second look at each line, once a first guess shows where the article lies: near it, and of the same words."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from index.reading.lines.features import FEATURES, Matrix, PageLines, fade_both

REACHES = (0.0, 0.5, 0.8, 0.93)
CROSSED = ("more", "comment", "promotion", "legal", "byline")
SECOND = (
    "log odds",
    "chance",
    *(
        f"{what} {side} at {reach}"
        for what in ("chance", "mass")
        for reach in REACHES
        for side in ("before", "after", "both")
    ),
    "inside the run",
    "lines outside the run",
    "before the run",
    "lines before the run",
    "share of the mass before",
    "first of the mass",
    "share of the page in the mass",
    "share of the mass in the run",
    "same words as the run",
    "same words, short",
    "same words, long",
    "above the headline",
    "the headline",
    "just below the headline",
    "below the headline",
    *(f"{kind} crossed {way}" for kind in CROSSED for way in ("down", "up")),
    *(f"same words {side} at {reach}" for reach in (0.5, 0.85) for side in ("before", "after")),
)
_LONG = 80  # words beyond which a line's length says no more
_AT = {name: i for i, name in enumerate(FEATURES)}


def find_run(gains: Matrix) -> tuple[int, int]:
    """Find the run of lines `[start, end)` with the greatest sum of gains, in one pass; empty if none is positive.

    The maximum subsequence of Pasternack and Roth (2009), "Extracting article text from the web with maximum
    subsequence segmentation", over a line's chance and length where theirs is over tokens.
    """
    best = current = 0.0
    found, start = (0, 0), 0
    for i, gain in enumerate(gains.tolist()):
        if current <= 0:
            current, start = 0.0, i
        current += gain
        if current > best:
            best, found = current, (start, i + 1)
    return found


def gain_of(chance: Matrix, size: Matrix, level: float, power: float) -> Matrix:
    """Weigh each line's chance above `level` by its length in words."""
    return (chance - level) * np.minimum(size, _LONG) ** power


def describe_again(page: PageLines, chance: Matrix) -> Matrix:
    """Describe the lines of one page, given the first guess of each, as `(n, len(SECOND))` numbers."""
    n, size = len(chance), page.size
    if n == 0:
        return np.zeros((0, len(SECOND)))
    gains = gain_of(chance, size, 0.4, 0.7)
    start, end = find_run(gains)
    mass = chance * size
    total = max(1.0, float(mass.sum()))
    seen = np.cumsum(mass)
    place = np.arange(n)
    inside = (place >= start) & (place < end)
    outside = np.where(place < start, start - place, np.where(place >= end, place - end + 1, 0))
    near: list[Matrix] = []
    for values in (chance, mass**0.5):
        for reach in REACHES:
            before, after = fade_both(values, reach)
            if values is not chance:
                before, after = np.log1p(before), np.log1p(after)
            near += [before, after, np.minimum(before, after)]
    odds = np.clip(np.log(chance + 1e-6) - np.log(1 - chance + 1e-6), -8, 8)
    core = inside & (chance > 0.5)
    same = _share_words(page.words, core)
    short = page.features[:, _AT["words over 7"]] == 0
    head = _find_headline(page, same, start, end)
    return np.column_stack(
        [
            odds,
            chance,
            *near,
            inside,
            np.log1p(outside),
            place < start,
            np.log1p(np.maximum(0, start - place)),
            (seen - mass / 2) / total,
            (mass > 0) & ((seen - mass) / total < 0.02),
            np.full(n, total / max(1.0, float(size.sum()))),
            np.full(n, float(mass[start:end].sum()) / total),
            same,
            same * short,
            same * ~short,
            (place < head),
            (place == head),
            np.where((place > head) & (head >= 0), 1 / (1 + np.abs(place - head) / 4), 0),
            (place > head) & (head >= 0),
            *_count_crossed(page, short, _find_peak(gains, start, end)),
            *(side for reach in (0.5, 0.85) for side in fade_both(same * np.log1p(size), reach)),
        ]
    ).astype(np.float64)


def _share_words(words: Sequence[frozenset[str]], core: np.ndarray) -> Matrix:
    """Share of each line's content words that another line of the core has too."""
    counts: Counter[str] = Counter()
    for line, is_core in zip(words, core, strict=True):
        if is_core:
            counts.update(line)
    return np.array(
        [
            sum(counts[word] > own for word in line) / len(line) if line else 0.0
            for line, own in zip(words, core.astype(int).tolist(), strict=True)
        ]
    )


def _find_headline(page: PageLines, same: Matrix, start: int, end: int) -> int:
    """Find the line most like a headline of the run, the last of equals; -1 where no line is like one.

    A headline shares its words with the article below it, is often said twice, and is often the page's first line.
    """
    best = np.zeros(len(same))
    first = page.words[0]
    for i in range(min(len(same), start + max(1, (end - start) // 3) + 1)):
        words = page.words[i]
        if len(words) < 2 or not 3 <= page.size[i] <= 30 or page.features[i, _AT["prose"]]:
            continue
        like = len(words & first) / len(words | first) if i else 0.0
        twice = 0.5 if page.features[i, _AT["repeated"]] > 0 else 0.0
        best[i] = same[i] * np.log1p(len(words)) + 1.5 * like + twice
    top = float(best.max())
    return int(np.flatnonzero(best >= 0.85 * top)[-1]) if top > 0.8 else -1


def _find_peak(gains: Matrix, start: int, end: int) -> int:
    return (
        start + int(np.argmax(np.convolve(gains[start:end], np.ones(5), "same")[: end - start])) if end > start else 0
    )


def _count_crossed(page: PageLines, short: np.ndarray, peak: int) -> list[Matrix]:
    """Count the short lines of furniture's wording between the article's densest place and each line, each way."""
    columns: list[Matrix] = []
    for kind in CROSSED:
        flags = (page.features[:, _AT[f"anchor: {kind}"]] > 0) & short
        passed = np.cumsum(flags)
        here = passed[peak]
        columns.append(np.log1p(np.maximum(0, passed - flags - here)))
        columns.append(np.log1p(np.maximum(0, here - passed)))
    return columns
