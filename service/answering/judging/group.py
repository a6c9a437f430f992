"""Which statements found are one claim: only near copies, those said jointly, or one article's same figure twice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.records import Statement
from service.answering.filling.counting import counted_words
from service.answering.filling.fill import Filling
from service.answering.judging.support import Support

_WORD = re.compile(r"[^\W_]+")
SHINGLE = 5  # words
CONTAINED = 0.5


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement that answers the question, how, and the words of its content; `borne` is why, `support` how well.

    `full` where its sentence is near enough, and all that decides is borne out.
    """

    statement: Statement
    score: float
    filling: Filling
    content: str
    borne: Support | None = None
    full: bool = True
    support: float = 1.0


def group_findings(findings: Sequence[Finding]) -> list[tuple[Finding, ...]]:
    """Findings, best first, to groups in the order of their first. Likeness of meaning alone never joins two.

    A finding joins a group when it is a near copy of the group's first (at least half of the word 5-grams of the
    shorter stand in the other), or gives the same figure in the same article. An article is in a group once for
    each chain.
    """
    groups: list[list[Finding]] = []
    shingles: list[frozenset[tuple[str, ...]]] = []
    for finding in findings:
        own = shingle(finding.content)
        for group, first in zip(groups, shingles, strict=True):
            if is_near_copy(own, first) and group[0].filling.denied == finding.filling.denied:
                break
            if _same_figure(group[0], finding):
                break
        else:
            groups.append([finding])
            shingles.append(own)
            continue
        if all(_teller(one) != _teller(finding) for one in group):
            group.append(finding)
    return [tuple(group) for group in groups]


def shingle(text: str) -> frozenset[tuple[str, ...]]:
    """Runs of five words, lower case; a shorter text is one run."""
    words = [found.group() for found in _WORD.finditer(text.casefold())]
    if len(words) <= SHINGLE:
        return frozenset([tuple(words)])
    return frozenset(tuple(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1))


def is_near_copy(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    """Whether at least half of the smaller set stands in the larger."""
    return len(one & other) >= CONTAINED * min(len(one), len(other))


def _teller(one: Finding) -> tuple[str, tuple[str, ...]]:
    return one.statement.article_id, tuple(link.name for link in one.statement.chain or ())


def _same_figure(one: Finding, other: Finding) -> bool:
    a, b = one.filling.figure, other.filling.figure
    if a is None or b is None or one.statement.article_id != other.statement.article_id:
        return False
    # "killed" and "killed or injured" are not one figure, though the number be the same.
    return (a.value, a.bound, a.event, counted_words(a)[-1:]) == (b.value, b.bound, b.event, counted_words(b)[-1:])
