"""Ranked lists to one; knows neither words nor vectors."""

from collections.abc import Mapping
from itertools import islice


def fuse_scores(depth: int, *rankings: Mapping[int, float]) -> dict[int, float]:
    """The mean of each key's scores in the first `depth` of each ranking, best first, ties by key.

    Scores are first put between 0, where a ranking is cut off, and 1, its best (Bruch, Gai and Ingber 2023, section 4:
    convex combination, min-max); in a ranking that found fewer, 0 stays 0, which is what it did not find.
    """
    fused: dict[int, float] = {}
    for ranking in rankings:
        first = list(islice(ranking.items(), depth))
        least = first[-1][1] if len(first) == depth else 0.0
        span = first[0][1] - least if first else 0.0
        for key, score in first:
            share = (score - least) / span if span > 0 else 1.0
            fused[key] = fused.get(key, 0.0) + share / len(rankings)
    return order_scores(fused)


def order_scores(scores: Mapping[int, float]) -> dict[int, float]:
    """Best first, ties by key."""
    return dict(sorted(scores.items(), key=lambda item: (-item[1], item[0])))
