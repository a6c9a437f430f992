"""What the page shows of a run, laid out for its scripts; what they need and no more."""

from collections import Counter
from collections.abc import Sequence

from service.evaluation.measures import HEADS
from service.evaluation.measures.scoring.judged import Judged
from service.evaluation.report.answer_data import lay_out_row
from service.evaluation.values import Json, RiskCoverage, Run

# Outlets that the confusion has a line of their own for; the rest share one.
_MOST_OUTLETS = 24
_UNNAMED, _NOTHING, _OTHERS = "unnamed outlet", "not quoted", "other outlets"


def lay_out_run(run: Run) -> Json:
    """The whole page's data."""
    judged = [Judged(row.result) for row in run.rows]
    return {
        "of": run.of.model_dump(mode="json"),
        "summary": {
            "questions": run.summary.questions,
            "failed": run.summary.failed,
            "latency_ms": run.summary.latency_ms,
            "groups": {name: [one.model_dump() for one in own] for name, own in run.summary.groups.items()},
        },
        "heads": [
            {
                "head": head,
                "measures": [
                    {**one.model_dump(), **mean.model_dump()}
                    for one in own
                    for mean in run.summary.means
                    if mean.measure == one.name
                ],
            }
            for head, own in HEADS.items()
        ],
        "risk": {
            "all questions": _lay_out_curve(run.summary.risk_coverage),
            "unanswerable ones that share every name": _lay_out_curve(run.summary.risk_coverage_shared),
        },
        "confusion": _count_outlets(judged),
        "compared": run.compared.model_dump() if run.compared else None,
        "rows": [lay_out_row(row, one) for row, one in zip(run.rows, judged, strict=True)],
    }


def _lay_out_curve(curve: Sequence[RiskCoverage]) -> list[tuple[float, float]]:
    return [(round(point.coverage, 4), round(point.risk, 4)) for point in curve]


def _count_outlets(judged: Sequence[Judged]) -> Json:
    """How often a claim wanted of one outlet is given under which."""
    pairs: Counter[tuple[str, str]] = Counter()
    for one in judged:
        pairs.update(_pair_outlets(one))
    often = Counter(name for pair in pairs.elements() for name in pair if name not in (_UNNAMED, _NOTHING))
    kept = {*(name for name, _ in often.most_common(_MOST_OUTLETS)), _UNNAMED, _NOTHING}
    cells: Counter[tuple[str, str]] = Counter()
    for (gold, given), n in pairs.items():
        cells[gold if gold in kept else _OTHERS, given if given in kept else _OTHERS] += n
    order = [*(name for name, _ in often.most_common() if name in kept), _UNNAMED, _OTHERS, _NOTHING]
    wanted, shown = {gold for gold, _ in cells}, {name for pair in cells for name in pair}
    return {
        "gold": [name for name in order if name in wanted],
        "given": [name for name in order if name in shown],
        "cells": [[gold, given, n] for (gold, given), n in sorted(cells.items())],
    }


def _pair_outlets(judged: Judged) -> list[tuple[str, str]]:
    """The outlet wanted and the one given for each claim wanted; by the record where only its article is fixed."""
    pairs: list[tuple[str, str]] = []
    for one in judged.wanted:
        given = _NOTHING if one.report is None else one.report["outlet"]["name"] or _UNNAMED
        if one.claim.outlet:
            pairs.append((one.claim.outlet, given))
        elif one.claim.article in judged.articles and one.claim.article:
            pairs.append((judged.recorded_outlet(one.claim.article) or _UNNAMED, given))
    return pairs
