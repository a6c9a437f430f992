"""verdicts.jsonl: every verdict on disk as it comes, with what was sent and said, and found again by a second run."""

import hashlib
import json
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import ValidationError

from prompts.load import load_prompt
from service.evaluation.running.journal import dump_line, end_line, read_lines
from service.evaluation.values import Json, Result, Verdict

VERDICTS = "verdicts.jsonl"


class VerdictBook:
    """The verdicts of one model in a folder; with `fresh`, none of those that are there counts."""

    def __init__(self, folder: Path, model: str, fresh: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / VERDICTS
        prompt = load_prompt("judge")
        self._of = [model, prompt.system, prompt.user.template, json.dumps(prompt.schema, sort_keys=True)]
        self._model = model
        self._found = {str(row.get("key")): row for row in read_lines(self._path) if not fresh}
        end_line(self._path)
        self._file = self._path.open("a", encoding="utf-8")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def held(self, result: Result) -> Verdict | None:
        """The verdict on the same answer to the same question by the same model; None where there is no mark yet."""
        row = self._found.get(self._key(result))
        try:
            verdict = Verdict.model_validate({name: row[name] for name in Verdict.model_fields}) if row else None
        except (KeyError, ValidationError):  # of another Byline: it is judged again
            return None
        return verdict if verdict and verdict.mark else None

    def keep(self, result: Result, verdict: Verdict) -> None:
        """Put a verdict on disk."""
        self._file.write(f"{dump_line(self._lay_out(result, verdict))}\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def write_all(self, results: list[Result]) -> str:
        """What the file holds at the end of a run: a line for each question judged, in their order."""
        lines = [self._lay_out(one, one.verdict) for one in results if one.verdict]
        return "".join(f"{dump_line(line)}\n" for line in lines)

    def _lay_out(self, result: Result, verdict: Verdict) -> Json:
        given = verdict.model_dump(mode="json")
        return {"key": self._key(result), "id": result.question.id, "model": self._model, **given}

    def _key(self, result: Result) -> str:
        """What a verdict is on; equal where asking again would be asking the same, but for the fence."""
        fixed = {"answerable", "reference", "reference_claims", "reference_values", "reference_contexts", "question"}
        question = result.question.model_dump(mode="json", include=fixed)
        words = json.dumps([self._of, question, result.response], sort_keys=True)
        return hashlib.sha256(words.encode()).hexdigest()[:32]
