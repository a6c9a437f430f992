"""Ranked lists to one; knows neither words nor vectors."""

from collections.abc import Mapping


def fuse_scores(depth: int, *rankings: Mapping[int, float]) -> dict[int, float]:
    """The mean of each key's scores in rankings that go `depth` deep, best first, ties by key.

    A ranking's scores are first put between 0, where it was cut off, and 1, its best (Bruch, Gai and Ingber 2023,
    section 4: convex combination, min-max); in one that found fewer than `depth`, what it did not find has nothing.
    """
    fused: dict[int, float] = {}
    for ranking in rankings:
        scores = list(ranking.values())
        least = scores[-1] if len(scores) == depth else 0.0
        span = scores[0] - least if scores else 0.0
        for key, score in ranking.items():
            share = (score - least) / span if span > 0 else 1.0
            fused[key] = fused.get(key, 0.0) + share / len(rankings)
    return order_scores(fused)


def order_scores(scores: Mapping[int, float]) -> dict[int, float]:
    """Best first, ties by key."""
    return dict(sorted(scores.items(), key=lambda item: (-item[1], item[0])))
