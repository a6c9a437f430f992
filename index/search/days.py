"""What was published when the first articles found were: reports of one event come out within a day of one another."""

from collections.abc import Mapping

from index.search.fuse import order_scores

# How many of the first articles are looked at, how many days apart agree, and what full agreement adds to a score.
FIRST = 10
APART = 1
WEIGHT = 0.4


def agree_days(
    scores: Mapping[int, float], articles: Mapping[int, str], days: Mapping[str, int | None]
) -> dict[int, float]:
    """The scores, best first, each raised by the share of the first articles that came out when its own did.

    Temporal feedback (Efron, Lin, He and de Vries 2014) with a kernel of a day to either side and articles weighted
    by score; an article is no evidence for itself, and the density is added. Undated ones gain nothing.
    """
    first: dict[str, float] = {}
    for key, score in scores.items():
        if len(first) == FIRST:
            break
        first.setdefault(articles[key], score)
    dated = [(one, day, score) for one, score in first.items() if (day := days[one]) is not None]
    gains = {one: _find_density(one, day, dated) for one, day in days.items() if day is not None}
    return order_scores({key: score + WEIGHT * gains.get(articles[key], 0.0) for key, score in scores.items()})


def _find_density(article_id: str, day: int, dated: list[tuple[str, int, float]]) -> float:
    others = [(own, score) for one, own, score in dated if one != article_id]
    near = sum(score for own, score in others if abs(own - day) <= APART)
    return near / total if (total := sum(score for _, score in others)) > 0 else 0.0
