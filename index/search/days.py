"""What was published when the first articles found were: reports of one event come out within a day of one another."""

from collections import defaultdict
from collections.abc import Mapping

from index.search.fuse import order_scores
from index.store.values import Placed

# How many of the first articles are looked at, how many days apart agree, and what full agreement adds to a score.
FIRST = 5
APART = 1
WEIGHT = 0.4


def agree_days(scores: Mapping[int, float], placed: Mapping[int, Placed]) -> dict[int, float]:
    """The scores, best first, each raised by the share of the first articles that came out when its own did.

    Of the passages in `placed` that have no score, those come in whose article came out with any of the first.
    Temporal feedback (Efron, Lin, He and de Vries 2014) with a kernel of a day to either side and articles weighted
    by score; an article is no evidence for itself, and the density is added. Undated ones gain nothing.
    """
    first: dict[Placed, float] = {}
    for key, score in scores.items():
        if len(first) == FIRST:
            break
        first.setdefault(placed[key], score)
    near: dict[int | None, float] = defaultdict(float)
    for (_, day), score in first.items():
        for one in range(day - APART, day + APART + 1) if day is not None else ():
            near[one] += score
    total = sum(score for (_, day), score in first.items() if day is not None)
    raised = dict(scores)
    for key, own in placed.items():
        itself = first.get(own, 0.0)
        others = near[own[1]] - itself if own[1] in near else 0.0
        if others > 0:
            raised[key] = scores.get(key, 0.0) + WEIGHT * others / (total - itself)
    return order_scores(raised)
