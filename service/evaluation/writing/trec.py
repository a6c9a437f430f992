"""run.trec: the hits of every question as trec_eval and ir_measures read them."""

import re

from service.evaluation.values import Run


def write_trec(run: Run) -> str:
    """A line a hit: question, Q0, passage (or article where no passage is known), rank from 1, score, tag.

    Scores fall with the rank, as readers of the format sort by them; white space within an id becomes "_".
    """
    lines = []
    for row in run.rows:
        question = row.result.question.id
        named = [(hit.passage_id or hit.article_id, hit.score) for hit in row.result.hits or ()]
        known = [(re.sub(r"\s", "_", name), score) for name, score in named if name]
        lines += [f"{question} Q0 {name} {rank} {score:.9g} byline\n" for rank, (name, score) in enumerate(known, 1)]
    return "".join(lines)
