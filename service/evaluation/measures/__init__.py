"""What answers are worth, without a model to judge: measures of a result, of a run, of one run beside another."""

from service.evaluation.measures.catalogue import HEADS as HEADS
from service.evaluation.measures.catalogue import MEASURES as MEASURES
from service.evaluation.measures.compare import compare_runs as compare_runs
from service.evaluation.measures.score import score_result as score_result
from service.evaluation.measures.summary import summarise as summarise
