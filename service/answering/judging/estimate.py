"""How well a sentence supports an answer, in 0 to 1: a logistic regression over what reading it found."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from service.answering.data import load_data
from service.answering.judging.group import Finding
from service.answering.language.names import find_names
from service.answering.reading import Candidates
from service.question import Query

_MOST_TIES, _MOST_AGREEING = 3, 2
_NUMBER = re.compile(r"\d[\d.,]*")


class Evidence(NamedTuple):
    """What speaks for a finding; more of any never lowers its support.

    `likeness` is the score of its sentence. `around` is the share of the question's other words in and around it,
    `told` whether it holds the word that says what happened. `ties` counts the names, numbers and times that it was
    held to, `agreeing` the other articles, copies apart, that give a name or number it gives; both bounded, 0 to 1.
    """

    likeness: float
    around: float
    told: float
    ties: float
    agreeing: float


def estimate(query: Query, candidates: Candidates, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, each with how well it supports an answer."""
    weights = load_weights()
    return [
        replace(finding, support=weigh_evidence(evidence, weights))
        for finding, evidence in zip(findings, gather_evidence(query, candidates, findings), strict=True)
    ]


def gather_evidence(query: Query, candidates: Candidates, findings: Sequence[Finding]) -> list[Evidence]:
    """What speaks for each of the findings."""
    ties = min(_MOST_TIES, len(query.names) + len(query.numbers) + len(query.times)) / _MOST_TIES
    text_of = {key: group.articles[0] for group in candidates.copies for key in group.articles}
    given = [
        (text_of.get(one.statement.article_id, one.statement.article_id), _find_fresh(query, one, candidates))
        for one in findings
    ]
    found: list[Evidence] = []
    for finding, (own, fresh) in zip(findings, given, strict=True):
        others = {text for text, gives in given if text != own and gives & fresh}
        around = finding.borne.around if finding.borne else 1.0
        told = float(bool(finding.borne and finding.borne.predicate))
        found.append(Evidence(finding.score, around, told, ties, min(_MOST_AGREEING, len(others)) / _MOST_AGREEING))
    return found


def weigh_evidence(evidence: Evidence, weights: Mapping[str, float]) -> float:
    """The chance that it answers, by the regression."""
    total = weights["intercept"] + sum(weights[name] * value for name, value in evidence._asdict().items())
    return 1 / (1 + math.exp(-total))


def is_supported(finding: Finding) -> bool:
    """Whether a finding may be shown: it is borne out in full, and enough speaks for it.

    One that is borne out in part, however much speaks for it, only says how near the articles come to an answer.
    """
    return finding.full and finding.support >= load_weights()["point"]


@lru_cache(maxsize=1)
def load_weights() -> dict[str, float]:
    """The coefficients that ship, and the `point` below which nothing is shown; read once."""
    weights: dict[str, float] = load_data("support")
    return weights


def _find_fresh(query: Query, finding: Finding, candidates: Candidates) -> frozenset[str]:
    """The names and numbers of the sentence that the question does not itself give, in lower case."""
    text = candidates.articles[finding.statement.article_id].text[slice(*finding.statement.sentence)]
    asked = query.text.casefold()
    given = (*(one.text for one in find_names(text)), *_NUMBER.findall(text))
    return frozenset(one for one in (word.casefold().strip(".,") for word in given) if one not in asked)
