"""results.jsonl while a run goes on: each result on disk as it comes, and found again by a second run."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pydantic import ValidationError

from index.errors import StoreError
from service.evaluation.values import Json, Question, Result, Row, RunOf, Score

RESULTS = "results.jsonl"


class Journal:
    """The results in a folder that are of runs like `of`: same settings, target, snapshot and version.

    With `fresh`, none of those that are there counts.
    """

    def __init__(self, folder: Path, of: RunOf, fresh: bool = False) -> None:
        self._path = folder / RESULTS
        self._of = of.model_dump(mode="json", include={"target", "snapshot", "version", "settings"})
        folder.mkdir(parents=True, exist_ok=True)
        self._found = {str(row.get("key")): row for row in read_lines(self._path) if not fresh}
        end_line(self._path)
        self._file = self._path.open("a", encoding="utf-8")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def held(self, questions: Iterable[Question]) -> dict[str, Result]:
        """The results of an earlier run, by question id; what failed then is not among them.

        An answer is, though an article that it cites could not be had: that is to be fetched anew.
        """
        found = ((one, self._found.get(self.key(one))) for one in questions)
        read = (_read_result(self._path, row) for _, row in found if row is not None)
        done = [one for one in read if one.error is None or one.answer is not None]
        return {one.question.id: one.model_copy(update={"error": None}) for one in done}

    def keep(self, result: Result) -> None:
        """Put a result on disk."""
        self._file.write(f"{dump_line(write_result(result, self.key(result.question)))}\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def key(self, question: Question) -> str:
        """What a result is of; equal where asking again would be asking the same."""
        asked = question.model_dump(mode="json", exclude={"extra"})
        words = json.dumps({"of": self._of, "question": asked}, sort_keys=True)
        return hashlib.sha256(words.encode()).hexdigest()[:32]


def write_result(result: Result, key: str, scores: Iterable[Score] | None = None) -> Json:
    """A line of results.jsonl; its scores are null until the run is at its end."""
    given = [one for one in scores or () if one.value is not None]
    return {
        "key": key,
        "id": result.question.id,
        **result.model_dump(mode="json"),
        "scores": None if scores is None else {one.measure: one.value for one in given},
        "why": {one.measure: one.why for one in given if one.why},
    }


def read_rows(folder: Path) -> tuple[Row, ...]:
    """The rows of a run that was finished there; StoreError where there is none."""
    path = folder / RESULTS
    if not path.is_file():
        raise StoreError(f"there is no run in {folder}: it has no {RESULTS}; name the --out of an earlier run")
    rows = []
    for line in read_lines(path):
        if line.get("scores") is None:
            raise StoreError(f"the run in {folder} was not finished; run it again to its end")
        why = line["why"]
        scores = tuple(
            Score(measure=name, value=value, why=why.get(name, "")) for name, value in line["scores"].items()
        )
        rows.append(Row(result=_read_result(path, line), scores=scores))
    return tuple(rows)


def dump_line(value: Any) -> str:
    """JSON on one line."""
    return json.dumps(value, ensure_ascii=False)


def read_lines(path: Path) -> Iterator[Json]:
    """Every whole line; the last one is left out where the writing of it was cut short."""
    if not path.exists():
        return
    lines = path.read_bytes().split(b"\n")
    for n, line in enumerate(lines, 1):
        try:
            value = json.loads(line) if line else None
        except ValueError as error:
            if n == len(lines):
                return
            raise StoreError(f"{path}, line {n}: this is no JSON; give another --out, or remove the file") from error
        if isinstance(value, dict):
            yield value


def end_line(path: Path) -> None:
    """Take away a last line whose writing was cut short."""
    if path.exists():
        held = path.read_bytes()
        if not held.endswith(b"\n"):
            os.truncate(path, held.rfind(b"\n") + 1)


def _read_result(path: Path, row: Json) -> Result:
    try:
        return Result.model_validate({name: row[name] for name in Result.model_fields if name in row})
    except ValidationError as error:
        where = f"{path}, question {row.get('id')!r}"
        raise StoreError(f"{where}: this is no result of this Byline; give another --out, or remove it") from error
