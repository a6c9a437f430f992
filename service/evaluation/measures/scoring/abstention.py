"""Whether it answers what it should and declines what it should; and how often it is wrong, the more it answers."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from service.evaluation.measures.scoring.judged import Judged
from service.evaluation.values import RiskCoverage, Row, Score


def score_abstention(judged: Judged) -> Iterator[Score]:
    """Answered or declined as it should be; precision over what was declined, recall over what should have been."""
    answerable, status = judged.question.answerable, judged.status
    known = answerable is not None and not judged.is_text
    declined = status == "abstained"
    right = status is not None and declined is not answerable
    said = f"is {status or 'failed'}, and {'has an answer' if answerable else 'has none'}"
    why = "" if right else said
    refusing, shared = known and not answerable, judged.question.shares_names
    yield Score(measure="decision", value=float(right) if known else None, why=why if known else "")
    yield Score(measure="abstention_precision", value=float(right) if known and declined else None)
    yield Score(measure="abstention_recall", value=float(right) if refusing else None)
    yield Score(measure="abstention_recall_shared", value=float(right) if refusing and shared else None)


def trace_risk(rows: Sequence[Row]) -> tuple[RiskCoverage, ...]:
    """The curve over the questions that have a right or wrong: the surest answered first, ties together.

    What was declined or failed is never covered.
    """
    judged = [(row, row.value("right")) for row in rows if row.value("right") is not None]
    answered = [(find_certainty(row), 1 - (right or 0)) for row, right in judged if _is_answered(row)]
    answered.sort(key=lambda pair: -pair[0])
    points: list[RiskCoverage] = []
    covered = wrong = 0.0
    for _, tied in groupby(answered, key=lambda pair: pair[0]):
        for _, risk in tied:
            covered += 1
            wrong += risk
        points.append(RiskCoverage(coverage=covered / len(judged), risk=wrong / covered))
    return tuple(points)


def keep_sharing(rows: Sequence[Row]) -> list[Row]:
    """The answerable, and of the unanswerable those all of whose names stand in some article; none where none are."""
    asked = [(row, row.result.question) for row in rows]
    shared = [row for row, one in asked if one.answerable or (one.answerable is False and one.shares_names)]
    return shared if any(row.result.question.answerable is False for row in shared) else []


def measure_area(curve: Sequence[RiskCoverage]) -> float | None:
    """The area under the curve as a share of the coverage it reaches: the mean risk on the way; lower is better."""
    if not curve:
        return None
    width, area, last = 0.0, 0.0, 0.0
    for point in curve:
        width = point.coverage - last
        area += width * point.risk
        last = point.coverage
    return area / last


def find_certainty(row: Row) -> float:
    """How sure an answer is: how well what it shows supports it, as it says itself; 0 where it does not say."""
    support = (row.result.answer or {}).get("support")
    return float(support) if isinstance(support, int | float) else 0.0


def _is_answered(row: Row) -> bool:
    result = row.result
    return result.error is None and (result.answer is None or result.answer.get("status") != "abstained")
