"""A set of questions to results: each asked once, several at a time, kept on disk as it comes."""

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

from pydantic import ValidationError

from index.errors import BylineError
from service.answering.answer import Answer
from service.evaluation.running.journal import Journal
from service.evaluation.running.targets import Target
from service.evaluation.sets.questions import ask_fields
from service.evaluation.values import Json, Question, Result, RunHit

# How many hits the run of a question holds: as many as a search gives.
HITS = 50


def read_snapshot(target: Target) -> str:
    """The state of the corpus behind a target; BylineError where it does not answer at all."""
    return str(target.ask({"question": "What is here?", "k": 1})["snapshot"])


def run_questions(
    questions: Sequence[Question],
    ask_one: Callable[[Question], Result],
    journal: Journal,
    concurrency: int,
    advance: Callable[[Result], None],
) -> list[Result]:
    """A result for each question, in their order; those the journal holds are not asked again.

    `advance` is told of each that is asked. Stopped, what is done is in the journal, and nothing new is begun.
    """
    held: Mapping[str, Result] = journal.held(questions)
    done = dict(held)
    pool = ThreadPoolExecutor(concurrency)
    try:
        waiting = [pool.submit(ask_one, one) for one in questions if one.id not in held]
        for future in as_completed(waiting):
            result = future.result()
            journal.keep(result)
            done[result.question.id] = result
            advance(result)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return [done[one.id] for one in questions]


def ask_question(question: Question, target: Target, k: int) -> Result:
    """What comes of a question: its answer and the passages found for it, or why it failed."""
    fields = {**ask_fields(question), "k": k}
    started = time.perf_counter()
    try:
        answer = target.ask(fields)
        seconds = time.perf_counter() - started
        Answer.model_validate(answer, extra="ignore")
        found = target.search({**question.filters, "query": question.question, "k": HITS})
        hits = tuple(_read_hit(hit) for hit in found["hits"])
    except ValidationError as error:
        fault = error.errors()[0]
        why = f"what came is no answer of ours ({'.'.join(map(str, fault['loc']))}: {fault['msg'].lower()})"
        return Result(question=question, error=why, seconds=time.perf_counter() - started)
    except BylineError as error:
        return Result(question=question, error=str(error), seconds=time.perf_counter() - started)
    except Exception as error:  # noqa: BLE001 - one question that breaks us counts as failed; the others are asked
        return Result(question=question, error=f"unexpected {type(error).__name__}: {error}")
    return Result(question=question, answer=answer, response=answer["answer"], hits=hits, seconds=seconds)


def fetch_articles(results: Sequence[Result], target: Target, concurrency: int = 1) -> list[Result]:
    """The results with the articles that their answers cite, each fetched once; failed where one cannot be had."""

    def fetch(key: str) -> Json | BylineError:
        try:
            return target.article(key)
        except BylineError as error:
            return error

    keys = list(dict.fromkeys(key for one in results for key in list_cited(one.answer)))
    with ThreadPoolExecutor(concurrency) as pool:
        fetched = dict(zip(keys, pool.map(fetch, keys), strict=True))
    return [_join_articles(one, {key: fetched[key] for key in list_cited(one.answer)}) for one in results]


def _join_articles(result: Result, cited: Mapping[str, Json | BylineError]) -> Result:
    lacking = [f"it cites {key}, and {one}" for key, one in cited.items() if isinstance(one, BylineError)]
    if lacking:
        return result.model_copy(update={"error": "; ".join(lacking)})
    return result.model_copy(update={"articles": cited})


def list_cited(answer: Json | None) -> list[str]:
    """Ids of the articles that an answer cites."""
    return [one["article_id"] for one in (answer or {}).get("citations", ())]


def _read_hit(hit: Json) -> RunHit:
    passage = hit["passage"]
    return RunHit(
        passage_id=passage["id"],
        article_id=passage["article_id"],
        score=hit["score"],
        text=passage["text"],
        outlet=passage["outlet"]["name"],
    )
