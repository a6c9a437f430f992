"""One result to its scores, one for each measure that a question can have."""

from collections.abc import Sequence

from service.evaluation.measures.catalogue import AREA, DECIDING, MEASURES, RIGHT, is_lower_better
from service.evaluation.measures.scoring.abstention import score_abstention
from service.evaluation.measures.scoring.attribution import score_attribution
from service.evaluation.measures.scoring.evidence import score_evidence
from service.evaluation.measures.scoring.judged import Judged
from service.evaluation.measures.scoring.labels import score_labels
from service.evaluation.measures.scoring.retrieval import score_retrieval
from service.evaluation.measures.scoring.verdict import score_verdict
from service.evaluation.values import Result, Score


def score_result(result: Result) -> tuple[Score, ...]:
    """A score for each measure of a question, in the order of the catalogue; None where one does not apply.

    A failed question has what is worst in each that would have applied.
    """
    judged = Judged(result)
    parts = (score_retrieval, score_evidence, score_attribution, score_labels, score_abstention, score_verdict)
    scores = {score.measure: score for part in parts for score in part(judged)}
    scores[RIGHT] = _decide(judged, list(scores.values()))
    return tuple(scores[measure.name] for measure in MEASURES if measure.name != AREA)


def _decide(judged: Judged, scores: Sequence[Score]) -> Score:
    fixed = judged.question
    deciding = [score for score in scores if score.measure in DECIDING and score.value is not None]
    if fixed.answerable is None and not judged.evidence and not {one.measure for one in deciding} - {"exact", "record"}:
        return Score(measure=RIGHT, value=None)
    wrong = [one.measure for one in deciding if one.value != (0 if is_lower_better(one.measure) else 1)]
    if judged.failed:
        return Score(measure=RIGHT, value=0, why=f"failed: {judged.result.error}")
    return Score(measure=RIGHT, value=float(not wrong), why=", ".join(wrong))
