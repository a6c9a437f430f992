"""A file of saved responses to what each question was answered: Byline's own answers, or any tool's words."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from service.answering.answer import Answer
from service.errors import Mistake, QuestionsError
from service.evaluation.sets.questions import name_fields, tell_fault
from service.evaluation.sets.rows import RawRow, read_rows
from service.evaluation.values import Json, Question, Result, RunHit

# What an answer of Byline has, and a row of another tool has not.
_ANSWER = {"question", "status", "claims", "direct", "answer"}


class Responses(NamedTuple):
    """What each question was answered, by its id, and how many rows are of no question of the set."""

    results: dict[str, Result]
    unasked: int


class _Saved(NamedTuple):
    key: str
    result: dict[str, Any]


def read_responses(path: Path, questions: Iterable[Question]) -> Responses:
    """The responses of a file, each given to the question with its id or, without one, with its words.

    QuestionsError lists every mistake by its line.
    """
    by_key = _file_questions(list(questions))
    mistakes: list[Mistake] = []
    results: dict[str, Result] = {}
    unasked = 0
    for raw in read_rows(path, path.read_bytes()):
        try:
            saved = _read_saved(path, raw)
            question = by_key.get(saved.key)
            if question is None:
                unasked += 1
            elif question.id in results:
                mistakes.append(Mistake(raw.line, f"this is the second response to the question {question.id!r}"))
            else:
                results[question.id] = Result(question=question, from_saved=True, **saved.result)
        except QuestionsError as error:
            mistakes += error.mistakes
        except ValidationError as error:
            mistakes.append(Mistake(raw.line, tell_fault(error.errors()[0], {})))
    if mistakes:
        raise QuestionsError(str(path), mistakes)
    return Responses(results, unasked)


def _file_questions(questions: list[Question]) -> dict[str, Question]:
    """Each question by its id, and by its words where no other has them."""
    words = Counter(_fold(one.question) for one in questions)
    by_words = {_fold(one.question): one for one in questions if words[_fold(one.question)] == 1}
    return {**by_words, **{one.id: one for one in questions}}


def _read_saved(path: Path, raw: RawRow) -> _Saved:
    """A row in one of three forms: of results.jsonl, an answer as the HTTP call returns it, fields as in a set."""
    fields = raw.fields
    if isinstance(fields.get("question"), dict):
        given = {name: fields.get(name) for name in ("answer", "response", "hits", "error", "seconds")}
        return _check_saved(str(fields["question"].get("id")), given)
    if fields.keys() >= _ANSWER:
        seconds = Answer.model_validate(fields, extra="ignore").timings_ms.get("total", 0) / 1000
        given = {"answer": fields, "response": fields["answer"], "seconds": seconds}
        return _check_saved(_fold(str(fields["question"])), given)
    named = name_fields(path, raw).fields
    if "response" not in named and "retrieved_contexts" not in named and "retrieved_context_ids" not in named:
        why = "there is neither a response (answer, actual_output) nor anything retrieved"
        raise QuestionsError(str(path), [Mistake(raw.line, why)])
    result = {"response": named.get("response"), "hits": _read_hits(path, raw.line, named)}
    return _Saved(_key(path, raw, named), result)


def _check_saved(key: str, given: Json) -> _Saved:
    if given["answer"] is not None:
        Answer.model_validate(given["answer"], extra="ignore")
    return _Saved(key, given)


def _key(path: Path, raw: RawRow, fields: Json) -> str:
    if isinstance(fields.get("id"), str):
        return str(fields["id"])
    if isinstance(fields.get("question"), str):
        return _fold(fields["question"])
    why = "a response needs the id, or the words, of its question (id, question)"
    raise QuestionsError(str(path), [Mistake(raw.line, why)])


def _read_hits(path: Path, line: int, fields: Json) -> tuple[RunHit, ...] | None:
    """What was retrieved, best first, as far as it was saved; an id is that of a passage or of an article."""
    ids, texts = fields.get("retrieved_context_ids"), fields.get("retrieved_contexts")
    if ids is None and texts is None:
        return None
    n = len(ids if ids is not None else texts or ())
    if ids is not None and texts is not None and len(texts) != n:
        why = f"there are {n} retrieved_context_ids and {len(texts)} retrieved_contexts; they go together one by one"
        raise QuestionsError(str(path), [Mistake(line, why)])
    pairs = zip(ids or [None] * n, texts or [None] * n, strict=True)
    return tuple(
        RunHit(passage_id=one, article_id=one, score=1 / rank, text=text) for rank, (one, text) in enumerate(pairs, 1)
    )


def _fold(question: str) -> str:
    return " ".join(question.casefold().split())
