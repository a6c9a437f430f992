"""Real answers over the samples as results of an evaluation, whole or with one thing of them falsified."""

import copy
from collections.abc import Callable
from typing import Any

from index.search.search import Search
from service.answering.quote_reader import QuoteReader
from service.ask import ask
from service.evaluation.measures import score_result
from service.evaluation.values import Json, Question, Result, Row, RunHit
from service.requests import AskRequest, SearchRequest
from service.showing.articles import show_whole
from service.showing.hits import find_passages

FIRST, SECOND, ALALAM, EMIRATES, HAJIN = (
    "000_ac1450379629caac",
    "001_5ee169950b61c847",
    "002_4a1c10572b5a0fae",
    "003_74a8ce96863eb929",
    "004_475c05423daee2a8",
)


def answer_question(search: Search, **fields: Any) -> Result:
    """What the product answers, with the articles it cites and the passages it finds."""
    question = Question.model_validate({"id": "q", **fields})
    answer = ask(AskRequest(question=question.question), search, QuoteReader())
    found = find_passages(SearchRequest(query=question.question), search)
    with search.reader.view() as view:
        cited = {one.article_id: show_whole(view, one.article_id) for one in answer.citations}
    return Result(
        question=question,
        answer=answer.model_dump(mode="json", by_alias=True),
        response=answer.answer,
        hits=tuple(
            RunHit(
                passage_id=hit.passage.id,
                article_id=hit.passage.article_id,
                score=hit.score,
                text=hit.passage.text,
                outlet=hit.passage.outlet.name,
            )
            for hit in found.hits
        ),
        seconds=answer.timings_ms["total"] / 1000,
        articles={key: article.model_dump(mode="json", by_alias=True) for key, article in cited.items()},
    )


def falsify(result: Result, change: Callable[[Json], None]) -> Result:
    """The same result, its answer changed."""
    answer = copy.deepcopy(result.answer)
    assert answer is not None
    change(answer)
    assert answer != result.answer, "nothing was falsified"
    return result.model_copy(update={"answer": answer})


def fail(result: Result) -> Result:
    """The same question, failed."""
    return Result(question=result.question, error="RequestError: no answer in 30 s")


def row(result: Result, key: str = "q") -> Row:
    """The result with its scores, under an id."""
    question = result.question.model_copy(update={"id": key})
    named = result.model_copy(update={"question": question})
    return Row(result=named, scores=score_result(named))


def values(result: Result) -> dict[str, float | None]:
    """The value of every measure."""
    return {score.measure: score.value for score in score_result(result)}


def reports(answer: Json) -> list[Json]:
    """All reports of an answer."""
    return [report for claim in answer["claims"] for report in claim["reports"]]
