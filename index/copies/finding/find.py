"""Whether two texts are one text; knows no store."""

from dataclasses import dataclass

import numpy as np

from index.copies.finding.shingles import Hashes, Shingles, shingle_text

# Tuned on pairs of articles of different outlets, of which wire copies begin at .50 and articles that only quote the
# same words, or carry the same notices, end at .54 (.66 where the quotation is long).
CONTAINED = 0.55
# Of the words outside quotation marks: two outlets that quote one statement have written two texts. A text that
# stands in the other as good as whole needs no second look.
PROSE = 0.5
WHOLE = 0.9
# Of the longer text: a digest that holds an article is not that article.
SHARE = 1 / 6
SENTENCE = 0.5  # of the shorter of two sentences


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two texts share, from 0 to 1.

    `containment` is of the shorter one's shingles, `prose` of those of them that stand outside quotation marks,
    `share` of the longer one's shingles.
    """

    containment: float
    prose: float
    share: float

    @property
    def is_copy(self) -> bool:
        """Whether the two are one text."""
        is_whole = self.containment >= WHOLE or self.prose >= PROSE
        return self.containment >= CONTAINED and self.share >= SHARE and is_whole


def compare_shingles(one: Shingles, other: Shingles) -> Likeness:
    """What two texts share; symmetrical, exact, and 0 where either is empty."""
    short, long = sorted((one, other), key=lambda text: len(np.unique(text.hashes)))
    words = np.unique(long.hashes)
    return Likeness(
        _contain(np.unique(short.hashes), words),
        _contain(np.unique(short.prose), words),
        _contain(words, np.unique(short.hashes)),
    )


def find_spare(one: Shingles, other: Shingles) -> int:
    """By how much `other` may change, as `count_changed` counts, with `one` certainly still a copy of it.

    `one` is a copy of `other` as it is.
    """
    words, others = np.unique(one.hashes), np.unique(other.hashes)
    short, long = sorted((len(words), len(others)))
    shared = len(np.intersect1d(words, others, assume_unique=True))
    # Which of the two is the shorter may change as well, and with it whose prose is looked at.
    prose = min(_spare(one.prose, others, PROSE), _spare(other.prose, words, PROSE))
    is_whole = _slack(shared, short, WHOLE)
    return max(0, int(min(_slack(shared, short, CONTAINED), _slack(shared, long, SHARE), max(is_whole, prose))))


def count_changed(one: Shingles, other: Shingles) -> int:
    """How many shingles only one of two texts has, those that only one of them has as prose counted once more."""
    return len(np.setxor1d(one.hashes, other.hashes)) + len(np.setxor1d(one.prose, other.prose))


def is_near_copy(one: str, other: str) -> bool:
    """Whether two sentences are one: at least half of the shorter one's shingles stand in the other."""
    return is_near(shingle_text(one), shingle_text(other))


def is_near(one: Shingles, other: Shingles) -> bool:
    """As `is_near_copy`, for sentences already shingled."""
    return compare_shingles(one, other).containment >= SENTENCE


def _contain(part: Hashes, whole: Hashes) -> float:
    """The share of `part` that stands in `whole`; each value once in each."""
    return len(np.intersect1d(part, whole, assume_unique=True)) / len(part) if len(part) and len(whole) else 0.0


def _spare(part: Hashes, whole: Hashes, limit: float) -> float:
    part = np.unique(part)
    return _slack(len(np.intersect1d(part, whole, assume_unique=True)), len(part), limit)


def _slack(shared: int, size: int, limit: float) -> float:
    """By how much `shared` may fall and `size` rise at once before the share is below the limit."""
    return (shared - limit * size) / (1 + limit)
