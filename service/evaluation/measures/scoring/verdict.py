"""The mark of a model that judges as a score, and beside what is measured without one."""

from collections import Counter
from collections.abc import Iterator, Sequence

from service.evaluation.measures.catalogue import JUDGED, RIGHT
from service.evaluation.measures.scoring.judged import Judged
from service.evaluation.values import Judging, Mark, Row, Score

_WORTH: dict[Mark, float] = {"right": 1.0, "partly": 0.5, "wrong": 0.0, "declined": 0.0}


def score_verdict(judged: Judged) -> Iterator[Score]:
    """What the mark is worth; where there is none, no worth and no zero: that it lacks is the judge's fault."""
    verdict = judged.result.verdict
    if verdict is None or verdict.mark is None:
        yield Score(measure=JUDGED, value=None)
    else:
        yield Score(measure=JUDGED, value=_WORTH[verdict.mark], why=f"{verdict.mark}: {verdict.why}")


def sum_up_verdicts(rows: Sequence[Row]) -> Judging | None:
    """The verdicts of a run; None where nothing was judged."""
    verdicts = [row.result.verdict for row in rows if row.result.verdict]
    if not verdicts:
        return None
    marked = [
        (row.result.verdict.mark == "right", row.value(RIGHT) == 1)
        for row in rows
        if row.result.verdict and row.result.verdict.mark and row.value(RIGHT) is not None
    ]
    costs = [one.cost for one in verdicts if one.cost is not None]
    return Judging(
        marks=dict(Counter(one.mark for one in verdicts if one.mark)),
        unmarked=sum(one.mark is None for one in verdicts),
        agree=sum(judge is measured for judge, measured in marked),
        of=len(marked),
        tokens_in=sum(one.tokens_in or 0 for one in verdicts),
        tokens_out=sum(one.tokens_out or 0 for one in verdicts),
        cost=sum(costs) if costs else None,
    )
