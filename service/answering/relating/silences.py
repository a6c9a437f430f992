"""Which cited articles do not carry a claim, and why: left out of a copy, or not reported. Others are not silent."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from index.copies.finding.find import SENTENCE
from index.copies.finding.shingles import SHINGLE
from index.copies.finding.words import read_words
from index.records import Article, Statement
from service.answering.answer import Silent
from service.answering.language.predicates import find_classes
from service.answering.relate import is_same_claim
from service.answering.relating.disputes import shares_topic
from service.answering.relating.held import Held


def find_silent(
    reports: Sequence[Held],
    listened: Collection[str],
    groups: Mapping[str, str],
    articles: Mapping[str, Article],
    statements: Mapping[str, Sequence[Statement]],
    others: Iterable[Held] = (),
) -> tuple[Silent, ...]:
    """The articles of `listened` that carry no report of the claim, nor any statement that is the same claim.

    `listened` are the cited articles, and carriers of a copy that is cited; `groups` are copy groups by article.
    An article is not silent that tells of the same event in `others`, the reports of other claims.
    """
    reporting = {one.article.id for one in reports}
    telling = {one.article.id for one in others if _tells_of_same(reports[0], one)}
    carried = {groups[key] for key in reporting if key in groups}
    silent: list[Silent] = []
    for key in listened:
        if key in reporting or _tells(reports[0], articles[key], statements.get(key, ()), groups):
            continue
        omitted = key in groups and groups[key] in carried
        if not omitted and key in telling:
            continue
        silent.append(Silent(article_id=key, why="omitted_from_copy" if omitted else "not_reported"))
    return tuple(silent)


def _tells_of_same(one: Held, other: Held) -> bool:
    """Whether two reports answer a question by the same deed, or tell of a common thing."""
    spans = [held.filling.span if held.filling else None for held in (one, other)]
    answered = [
        bool(span) and not (held.filling and held.filling.value) for span, held in zip(spans, (one, other), strict=True)
    ]
    return all(answered) or shares_topic(other, one)


def _tells(first: Held, article: Article, statements: Iterable[Statement], groups: Mapping[str, str]) -> bool:
    """Whether the article has a statement that is the claim of `first`, or a near copy of its sentence."""
    kinds, own = set(find_classes(first.content)), _read_runs(first.content)
    for one in statements:
        if one.n < 0:
            continue
        held = Held(article, one)
        if kinds & set(find_classes(held.content)) and is_same_claim(first, held, groups):
            return True
        runs = _read_runs(held.content)
        if runs and own and len(own & runs) >= SENTENCE * min(len(own), len(runs)):
            return True  # as `is_near_copy` judges
    return False


@lru_cache(maxsize=5000)
def _read_runs(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of words that near copies share; a shorter text is one run."""
    keys = [word.key for word in read_words(text)]
    return (
        frozenset(tuple(keys[n : n + SHINGLE]) for n in range(max(1, len(keys) - SHINGLE + 1))) if keys else frozenset()
    )
