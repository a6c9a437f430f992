"""A run beside an earlier one, question by question."""

from collections.abc import Sequence

import numpy as np

from service.evaluation.measures.catalogue import AREA, MEASURES, is_lower_better
from service.evaluation.measures.resample import bootstrap_mean, compare_paired
from service.evaluation.values import ComparedMeasure, ComparedRuns, Row


def compare_runs(rows: Sequence[Row], baseline_rows: Sequence[Row]) -> ComparedRuns:
    """Every measure over the questions, by id, that both runs have a value for; wins and losses in the order of `rows`.

    A measure that no question has in both runs is left out.
    """
    before = {row.result.question.id: row for row in baseline_rows}
    after = {row.result.question.id: row for row in rows}
    shared = [(before[key], row) for key, row in after.items() if key in before]
    compared = (_compare(measure.name, shared) for measure in MEASURES if measure.name != AREA)
    return ComparedRuns(
        measures=tuple(one for one in compared if one is not None),
        added=tuple(key for key in after if key not in before),
        gone=tuple(key for key in before if key not in after),
    )


def _compare(measure: str, shared: Sequence[tuple[Row, Row]]) -> ComparedMeasure | None:
    pairs = [(old.value(measure), new.value(measure), new.result.question.id) for old, new in shared]
    both = [(old, new, key) for old, new, key in pairs if old is not None and new is not None]
    if not both:
        return None
    differences = [new - old for old, new, _ in both]
    low, high = bootstrap_mean(differences)
    rose = tuple(key for old, new, key in both if new > old)
    fell = tuple(key for old, new, key in both if new < old)
    wins, losses = (fell, rose) if is_lower_better(measure) else (rose, fell)
    return ComparedMeasure(
        measure=measure,
        before=float(np.mean([old for old, _, _ in both])),
        after=float(np.mean([new for _, new, _ in both])),
        difference=float(np.mean(differences)),
        low=low,
        high=high,
        p=compare_paired(differences),
        n=len(both),
        wins=wins,
        losses=losses,
    )
