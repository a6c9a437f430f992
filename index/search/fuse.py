"""Ranked lists to one; knows neither words nor vectors."""

from collections.abc import Sequence

K = 60


def fuse_ranks(*rankings: Sequence[int]) -> list[tuple[int, float]]:
    """Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): each key with its score, best first, ties by key."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, key in enumerate(ranking, 1):
            scores[key] = scores.get(key, 0.0) + 1 / (K + rank)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))
