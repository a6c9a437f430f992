"""Rows to a summary: means with intervals, over all and by group, risk and coverage, times."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from service.evaluation.measures.catalogue import AREA, MEASURES
from service.evaluation.measures.resample import bootstrap_mean
from service.evaluation.measures.scoring.abstention import keep_sharing, measure_area, trace_risk
from service.evaluation.measures.scoring.verdict import sum_up_verdicts
from service.evaluation.values import Mean, Row, Summary

PERCENTILES = (50, 90, 95, 99)


def summarise(rows: Sequence[Row]) -> Summary:
    """A run in figures, every question counted to which a measure applies, failed ones as the worst."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.result.question.group:
            groups[row.result.question.group].append(row)
    return Summary(
        questions=len(rows),
        failed=sum(row.result.error is not None for row in rows),
        means=_average(rows),
        groups={name: _average(own) for name, own in sorted(groups.items())},
        risk_coverage=trace_risk(rows),
        risk_coverage_shared=trace_risk(keep_sharing(rows)),
        latency_ms=_measure_times(rows),
        judging=sum_up_verdicts(rows),
    )


def _average(rows: Sequence[Row]) -> tuple[Mean, ...]:
    """The means in the order of the catalogue, those that apply to no question left out."""
    values: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        for score in row.scores:
            if score.value is not None:
                values[score.measure].append(score.value)
    means = {name: _mean(name, own) for name, own in values.items()}
    curve = trace_risk(rows)
    if (area := measure_area(curve)) is not None:
        n = sum(row.value("right") is not None for row in rows)
        means[AREA] = Mean(measure=AREA, value=area, low=None, high=None, n=n)
    return tuple(means[measure.name] for measure in MEASURES if measure.name in means)


def _mean(measure: str, values: Sequence[float]) -> Mean:
    low, high = bootstrap_mean(values)
    return Mean(measure=measure, value=float(np.mean(values)), low=low, high=high, n=len(values))


def _measure_times(rows: Sequence[Row]) -> dict[str, float]:
    """Milliseconds to an answer, of the questions that got one."""
    times = [1000 * row.result.seconds for row in rows if row.result.seconds is not None and row.result.error is None]
    if not times:
        return {}
    found = {f"p{share}": float(np.percentile(times, share)) for share in PERCENTILES}
    return {name: round(time, 1) for name, time in {**found, "mean": float(np.mean(times)), "most": max(times)}.items()}
