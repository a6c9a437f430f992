"""The statements of the five samples beside those written down by reading them: no fewer are right than were."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import pytest

from benchmarks.sample_statements import GoldStatement, Scores, locate, read_gold, read_samples, score_samples
from index.reading.sentences import split_sentences
from index.records import Article, Hedge, Link, Span, Stance, Statement

GOLD = read_gold()
# How many are right at least, and how many statements there are at most that no gold has.
FLOOR = {
    "matched": 106, "chain": 106, "sourced chain": 57, "stance": 106, "hedges": 106, "joint": 106, "all right": 106
}  # fmt: skip
MOST_EXTRA = 0


@pytest.fixture(scope="module")
def scores() -> Scores:
    return score_samples()


def test_every_body_sentence_of_the_samples_has_a_statement_and_each_stands_in_its_sentence() -> None:
    for key, article in read_samples().items():
        sentences = split_sentences(article.text, article.lines)
        own = [one for one in GOLD if one.article == key]
        assert {one.n for one in own if one.n >= 0} == set(range(len(sentences)))
        for one in own:
            span = locate(article, sentences, one)
            assert article.text[span.start : span.end] == one.content


def test_sources_stand_in_their_article_and_joint_ones_come_in_pairs() -> None:
    texts = {key: article.text for key, article in read_samples().items()}
    links = [(one.article, link) for one in GOLD for chain in one.chains for link in chain]
    assert [link for key, link in links if link.full not in texts[key] or link.core not in link.full] == []
    joint = Counter((one.article, one.n, one.content) for one in GOLD if one.joint)
    assert (len(joint), set(joint.values())) == (3, {2})


@pytest.mark.parametrize("respect", FLOOR)
def test_no_fewer_statements_are_right_than_were(respect: str, scores: Scores) -> None:
    assert scores.counts()[respect] >= FLOOR[respect]


def test_no_more_statements_are_made_up_than_were(scores: Scores) -> None:
    assert scores.counts()["extra"] <= MOST_EXTRA


def as_the_gold_has_it(article: Article, sentences: Sequence[Span]) -> list[Statement]:
    """The gold itself as statements."""
    return [write_statement(article, sentences, one) for one in GOLD if one.article == article.id]


def write_statement(article: Article, sentences: Sequence[Span], one: GoldStatement) -> Statement:
    chain = tuple(
        Link(link.core, bool(link.named), 0, 1, Span(0, 1) if link.carried else None) for link in one.chains[0]
    )
    return Statement(
        id="",
        article_id=article.id,
        n=one.n,
        sentence=Span(0, 1),
        content=locate(article, sentences, one),
        chain=chain,
        joint=("other",) if one.joint else (),
        stance=cast(Stance, one.stance),
        hedges=tuple(Hedge(word, 0, 1, Span(0, 1)) for word in one.hedges),
        continuation="possible" if one.continuation else None,
    )


def test_whoever_reads_as_the_gold_does_is_right_in_all() -> None:
    scores = score_samples(as_the_gold_has_it)
    counts = scores.counts()
    assert {counts[name] for name in counts if name not in ("sourced", "sourced chain", "extra")} == {counts["gold"]}
    assert (counts["sourced chain"], counts["extra"], scores.content_f1()) == (counts["sourced"], 0, 1.0)


def test_whoever_takes_all_for_the_outlets_own_voice_has_no_source_right() -> None:
    def read_nobody(article: Article, sentences: Sequence[Span]) -> list[Statement]:
        return [replace(one, chain=()) for one in as_the_gold_has_it(article, sentences)]

    counts = score_samples(read_nobody).counts()
    assert (counts["sourced chain"], counts["chain"]) == (0, counts["gold"] - counts["sourced"])


def test_whoever_makes_statements_up_is_told_how_many() -> None:
    def read_twice(article: Article, sentences: Sequence[Span]) -> list[Statement]:
        return [*as_the_gold_has_it(article, sentences), *as_the_gold_has_it(article, sentences)]

    scores = score_samples(read_twice)
    assert scores.counts()["extra"] == len(GOLD)
