"""Each answer marked by a model of its own; what it was sent and what it said are kept letter for letter."""

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Protocol

from pydantic import BaseModel, ConfigDict, ValidationError

from prompts.load import Message, load_prompt
from service.errors import ModelError
from service.evaluation.judging.verdicts import VerdictBook
from service.evaluation.values import Mark, Question, Result, Verdict
from service.llm.values import Completion, Schema

NO_ANSWER = "No answer is expected: the articles do not say."
_MOST_TOKENS = 400
_FAILED = Verdict(mark="wrong", why="the question failed")


class Judge(Protocol):
    """The door to the model that judges; ModelError where it gives no reply."""

    @property
    def name(self) -> str:
        """What the model is called."""
        ...

    def complete(
        self,
        messages: Sequence[Message],
        schema: Schema | None = None,
        within_s: float | None = None,
        most_tokens: int = _MOST_TOKENS,
    ) -> Completion:
        """A whole reply."""
        ...

    def close(self) -> None:
        """End what is under way."""
        ...


class _Said(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)

    mark: Mark
    why: str


def judge_results(
    results: Sequence[Result],
    judge: Judge,
    book: VerdictBook,
    concurrency: int,
    advance: Callable[[], None],
) -> list[Result]:
    """The results in their order, those of which something is expected with a verdict.

    What the book holds is not asked again; a question that failed is wrong unasked. Where the model fails, the verdict
    says why and has no mark; nothing else of the result is touched.
    """
    wanted = {one.question.id: one for one in results if _is_judged(one)}
    verdicts = {key: _FAILED if one.error is not None else book.held(one) for key, one in wanted.items()}
    waiting = [one for key, one in wanted.items() if verdicts[key] is None]
    for _ in range(len(results) - len(waiting)):
        advance()
    pool = ThreadPoolExecutor(concurrency)
    try:
        asked = {pool.submit(_mark, one, judge): one for one in waiting}
        for future in as_completed(asked):
            result, verdict = asked[future], future.result()
            book.keep(result, verdict)
            verdicts[result.question.id] = verdict
            advance()
    except KeyboardInterrupt:
        pool.shutdown(wait=False, cancel_futures=True)
        judge.close()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return [one.model_copy(update={"verdict": verdicts.get(one.question.id)}) for one in results]


def tell_expected(question: Question) -> str | None:
    """What the judge is told was expected; None where the question fixes nothing that could be told."""
    if question.answerable is False:
        return NO_ANSWER
    if question.reference:
        return question.reference
    claims = [one.text or one.quote or "" for one in question.reference_claims]
    return "\n".join([*(question.reference_values or ()), *claims, *(question.reference_contexts or ())]) or None


def _is_judged(result: Result) -> bool:
    said = result.error is not None or result.response is not None
    return said and tell_expected(result.question) is not None


def _mark(result: Result, judge: Judge) -> Verdict:
    prompt = load_prompt("judge")
    expected = tell_expected(result.question) or ""
    messages = prompt.fill(question=result.question.question, expected=expected, answer=result.response or "")
    sent = tuple({"role": one["role"], "content": one["content"]} for one in messages)
    try:
        reply = judge.complete(messages, prompt.schema, most_tokens=_MOST_TOKENS)
    except ModelError as error:
        return Verdict(prompt=sent, error=str(error))
    said = _read_mark(reply.text)
    return Verdict(
        mark=said.mark if said else None,
        why=said.why if said else "",
        error=None if said else f"{judge.name} gave no mark of the form asked for",
        prompt=sent,
        reply=reply.text,
        tokens_in=reply.tokens_in,
        tokens_out=reply.tokens_out,
        cost=reply.cost,
    )


def _read_mark(reply: str) -> _Said | None:
    """The first JSON object of a reply, whatever stands round it; None where it is no mark."""
    start = reply.find("{")
    try:
        value, _ = json.JSONDecoder().raw_decode(reply, max(0, start))
        return _Said.model_validate(value)
    except (ValueError, RecursionError, ValidationError):
        return None
