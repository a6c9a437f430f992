"""The twenty fixed questions, as read from samples.jsonl."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Gold:
    """Words that an answer must quote, and the article they stand in."""

    article: str
    quote: str


@dataclass(frozen=True)
class Fixed:
    """A question with what its answer must and must not be; `value` None where no value is fixed."""

    id: str
    question: str
    kind: str
    answerable: bool
    gold: tuple[Gold, ...]
    value: tuple[str, ...] | None
    must_not: tuple[str, ...]
    shares_names: bool


def read_fixed() -> list[Fixed]:
    """All of them, in the order of the file."""
    path = Path(__file__).with_name("samples.jsonl")
    return [_read(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _read(row: dict[str, object]) -> Fixed:
    gold, value, must_not = row["gold"], row["value"], row["must_not"]
    assert isinstance(gold, list)
    assert isinstance(must_not, list)
    return Fixed(
        id=str(row["id"]),
        question=str(row["question"]),
        kind=str(row["kind"]),
        answerable=bool(row["answerable"]),
        gold=tuple(Gold(**one) for one in gold),
        value=tuple(value) if isinstance(value, list) else None,
        must_not=tuple(must_not),
        shares_names=bool(row.get("shares_names")),
    )
