"""A set of questions to a run, on one screen: asked or read, scored, summed up, compared."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from service.evaluation.measures import compare_runs, score_result, summarise
from service.evaluation.running.journal import Journal
from service.evaluation.running.run import ask_question, fetch_articles, run_questions
from service.evaluation.running.swap import SwappedIndex
from service.evaluation.running.targets import Target
from service.evaluation.sets.responses import Responses
from service.evaluation.values import Question, Result, Row, Run, RunOf


class Asking(NamedTuple):
    """How questions are asked: of whom, for an answer from how many passages, how many at a time."""

    target: Target
    k: int
    concurrency: int
    swapped: SwappedIndex | None = None

    def ask(self, question: Question) -> Result:
        """What comes of a question; with `swapped`, over the copy too."""
        result = ask_question(question, self.target, self.k)
        if self.swapped is None:
            return result
        return result.model_copy(update={"swapped": self.swapped.ask(question, self.k)})


def ask_all(
    questions: Sequence[Question], asking: Asking, journal: Journal, advance: Callable[[Result], None]
) -> list[Result]:
    """A result for each question, in their order, with the articles that its answer cites."""
    results = run_questions(questions, asking.ask, journal, asking.concurrency, advance)
    return fetch_articles(results, asking.target, asking.concurrency)


def take_saved(questions: Sequence[Question], responses: Responses) -> list[Result]:
    """A result for each question, in their order; one without a response has failed."""
    absent = "no response to it was saved"
    return [responses.results.get(one.id) or Result(question=one, error=absent, from_saved=True) for one in questions]


def score_run(of: RunOf, results: Sequence[Result], baseline: Sequence[Row] | None) -> Run:
    """The run, scored and summed up, beside an earlier one where there is one."""
    rows = tuple(Row(result=one, scores=score_result(one)) for one in results)
    compared = None if baseline is None else compare_runs(rows, baseline)
    return Run(of=of, rows=rows, summary=summarise(rows), compared=compared)
