"""Rankings to one: by scores between where a ranking was cut off and its best, then by the days of the first."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.days import FIRST, WEIGHT, agree_days
from index.search.fuse import fuse_scores

RANKING = st.dictionaries(st.integers(0, 30), st.floats(0, 9, width=16), max_size=8).map(
    lambda scores: dict(sorted(scores.items(), key=lambda item: (-item[1], item[0])))
)


@pytest.mark.parametrize(
    ("depth", "rankings", "expected"),
    [
        # What a full ranking has last is worth no more to it than what it does not have.
        (2, ({4: 9.0, 2: 6.0, 7: 3.0}, {2: 0.9, 9: 0.8}), {2: 1 / 2, 4: 1 / 2, 9: 0.0}),
        (3, ({4: 9.0, 2: 6.0, 7: 3.0}, {2: 0.9, 9: 0.8, 4: 0.7}), {2: 3 / 4, 4: 1 / 2, 9: 1 / 4, 7: 0.0}),
        # One that is not full holds all that there is: its last is worth what it scores.
        (4, ({4: 8.0, 2: 6.0, 7: 2.0},), {4: 1.0, 2: 3 / 4, 7: 1 / 4}),
        (2, ({5: 1.0, 3: 1.0}, {}), {3: 1 / 2, 5: 1 / 2}),
        (1, ({5: 1.0},), {5: 1.0}),
        (2, ({}, {}), {}),
    ],
)
def test_fusion_is_the_mean_of_scores_between_the_cut_and_the_best(
    depth: int, rankings: tuple[Mapping[int, float], ...], expected: dict[int, float]
) -> None:
    fused = fuse_scores(depth, *rankings)
    assert list(fused) == list(expected)
    assert fused == pytest.approx(expected)


@given(RANKING, RANKING)
def test_fusion_holds_every_key_once_best_first_and_of_two_the_order_is_nothing(
    one: dict[int, float], other: dict[int, float]
) -> None:
    fused = fuse_scores(8, one, other)
    assert sorted(fused) == sorted({*one, *other})
    assert list(fused.values()) == sorted(fused.values(), reverse=True)
    assert fused == fuse_scores(8, other, one)


def agree(scores: dict[int, float], articles: str, days: dict[str, int | None]) -> dict[int, float]:
    """Passage `n` is of the article that letter `n` names."""
    return agree_days(scores, {n: (one, days[one]) for n, one in enumerate(articles)})


def test_an_article_of_the_day_of_the_others_passes_one_of_another_day() -> None:
    scores = {0: 1.0, 1: 0.5, 2: 0.45}
    days: dict[str, int | None] = {"a": 100, "b": 300, "c": 101}
    raised = agree(scores, "abc", days)
    assert list(raised) == [0, 2, 1]
    assert raised == pytest.approx({0: 1 + WEIGHT * 0.45 / 0.95, 2: 0.45 + WEIGHT / 1.5, 1: 0.5})


@pytest.mark.parametrize(
    ("articles", "days"),
    [
        ("aaa", {"a": 100}),  # an article is no evidence for itself, however many of its passages are found
        ("abc", {"a": 100, "b": 102, "c": 104}),  # two days apart is another day
        ("abc", {"a": None, "b": None, "c": None}),
        ("abc", {"a": 100, "b": None, "c": None}),
    ],
)
def test_where_no_day_agrees_scores_stay_as_they_are(articles: str, days: dict[str, int | None]) -> None:
    scores = {0: 1.0, 1: 0.5, 2: 0.0}
    assert agree(scores, articles, days) == scores


def test_an_article_found_deep_comes_forward_by_its_day() -> None:
    scores = {0: 1.0, 1: 0.5, 2: 0.2}
    raised = agree(scores, "abcdef", {"a": 100, "b": 300, "c": None, "d": 100, "e": 301, "f": 200})
    assert list(raised) == [0, 1, 3, 2, 4]
    assert raised == pytest.approx({0: 1.0, 1: 0.5, 3: WEIGHT / 1.5, 2: 0.2, 4: 0.5 * WEIGHT / 1.5})


def test_only_the_first_articles_say_what_the_days_are() -> None:
    scores = {n: 1.0 - n / 100 for n in range(FIRST + 2)}
    articles = "abcdefghijklmnopqrstuvwxyz"[: len(scores)]
    days: dict[str, int | None] = {one: 10 * n for n, one in enumerate(articles)}
    days[articles[FIRST + 1]] = days[articles[FIRST]]
    assert agree(scores, articles, days) == scores
