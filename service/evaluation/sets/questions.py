"""A file of questions, whoever wrote it, to the questions of an evaluation; refused whole where it has mistakes."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from service.errors import Mistake, QuestionsError
from service.evaluation.sets.names import find_field, find_nearest
from service.evaluation.sets.rows import RawRow, read_rows
from service.evaluation.values import Question, ReferenceClaim
from service.requests import AskRequest, Confined

_LISTS = (
    "reference_contexts", "reference_context_ids", "retrieved_contexts", "retrieved_context_ids", "reference_outlets",
    "reference_values", "must", "must_not", "not_sources", "not_related",
)  # fmt: skip
_IDS = ("id", "reference_context_ids", "retrieved_context_ids")
_TOLD = {"extra_forbidden": "there is no such field here", "missing": "this is missing"}


class QuestionSet(NamedTuple):
    """The questions in the order of the file, its sha256, and how often each field came that is not ours."""

    questions: tuple[Question, ...]
    digest: str
    aside: Mapping[str, int]


class NamedRow(NamedTuple):
    """A row under our names, what else it holds, and how the file itself names each field."""

    line: int
    fields: dict[str, Any]
    extra: dict[str, Any]
    written: dict[str, str]


def read_questions(path: Path) -> QuestionSet:
    """The set in a file; QuestionsError lists every mistake by its line, OSError where the file cannot be read."""
    content = path.read_bytes()
    mistakes: list[Mistake] = []
    questions: dict[str, Question] = {}
    aside: Counter[str] = Counter()
    for n, raw in enumerate(read_rows(path, content), 1):
        try:
            row = name_fields(path, raw)
            question = _check_question(path, row, f"q{n}")
            if question.id in questions:
                mistakes.append(Mistake(raw.line, f"id: {question.id!r} is that of an earlier row; ids must differ"))
        except QuestionsError as error:
            mistakes += error.mistakes
        else:
            questions[question.id] = question
            aside.update(list(question.extra))
    if mistakes:
        raise QuestionsError(str(path), mistakes)
    return QuestionSet(tuple(questions.values()), hashlib.sha256(content).hexdigest(), aside)


def name_fields(path: Path, raw: RawRow) -> NamedRow:
    """The row with each field under our one name for it; QuestionsError lists slips and fields that come twice."""
    if raw.fault:
        raise QuestionsError(str(path), [Mistake(raw.line, raw.fault)])
    mistakes: list[Mistake] = []
    named: dict[str, tuple[str, Any]] = {}
    extra: dict[str, Any] = {}
    for written, value in raw.fields.items():
        field = find_field(written)
        if value is None:
            continue
        if field is None:
            extra[written] = value
            if near := find_nearest(written):
                why = f"{written}: there is no such field; the nearest is {near} (or put it into an object named extra)"
                mistakes.append(Mistake(raw.line, why))
        elif field in named and named[field][1] != value:
            why = f"{named[field][0]} and {written} are two names of one field and differ; keep the one that is meant"
            mistakes.append(Mistake(raw.line, why))
        else:
            named[field] = (written, value)
    if mistakes:
        raise QuestionsError(str(path), mistakes)
    fields = {field: _shape(field, value) for field, (_, value) in named.items()}
    kept = fields.pop("extra", {})
    extra |= kept if isinstance(kept, dict) else {"extra": kept}
    return NamedRow(raw.line, fields, extra, {field: written for field, (written, _) in named.items()})


def _shape(field: str, value: Any) -> Any:
    """One where several may stand is a list of one, and an id is its digits."""
    if field in _LISTS and not isinstance(value, list):
        value = [value]
    if field in _IDS:
        return [_id(one) for one in value] if isinstance(value, list) else _id(value)
    return value


def _id(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _check_question(path: Path, row: NamedRow, default: str) -> Question:
    try:
        question = Question.model_validate({"id": default, **row.fields, "extra": row.extra})
    except ValidationError as error:
        told = [Mistake(row.line, tell_fault(fault, row.written)) for fault in error.errors()]
        raise QuestionsError(str(path), told) from error
    if mistakes := [Mistake(row.line, why) for why in _find_faults(question)]:
        raise QuestionsError(str(path), mistakes)
    return question


def _find_faults(question: Question) -> Iterator[str]:
    """What no type can say."""
    if not re.fullmatch(r"\S{1,200}", question.id):
        yield f"id: {question.id[:60]!r} is no id; one is of 1 to 200 characters without spaces"
    if question.answerable is False and question.reference_claims:
        yield "answerable: it is false, and yet there are reference_claims; take away one of the two"
    asked = {name: value for name, value in ask_fields(question).items() if name not in question.filters}
    for checked, fields, place in ((Confined, question.filters, ("filters",)), (AskRequest, asked, ())):
        try:
            checked.model_validate(fields)
        except ValidationError as error:
            yield from (tell_fault({**fault, "loc": (*place, *fault["loc"])}, {}) for fault in error.errors())


def ask_fields(question: Question) -> dict[str, Any]:
    """What asks the question, as POST /v1/ask has it."""
    history = {"history": list(question.history)} if question.history else {}
    return {**question.filters, **history, "question": question.question}


def tell_fault(fault: Any, written: Mapping[str, str]) -> str:
    """One of pydantic's complaints about a row, in whose file fields go by the names in `written`."""
    place = [str(part) for part in fault["loc"]]
    where = ".".join(place) or "the row"
    if place and written.get(place[0], place[0]) != place[0]:
        where = f"{written[place[0]]} (a name for {where})"
    message = _TOLD.get(fault["type"]) or fault["msg"].removeprefix("Value error, ")
    if fault["type"] == "missing":
        return f"{where}: {message}" + (" (user_input, query and input are names for it too)" * (where == "question"))
    if fault["type"] == "extra_forbidden" and place[0] == "reference_claims":
        message = f"{message}; those of a reference claim are {', '.join(ReferenceClaim.model_fields)}"
    return f"{where}: {message[:1].lower()}{message[1:]} (it is {_show(fault['input'])})"


def _show(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else f"{shown[:79]}…"
