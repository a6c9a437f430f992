"""The strings of an answer, from a data file; says nothing that is not in it."""

from functools import lru_cache
from string import Template
from typing import Any

from service.answering.data import load_data


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    table: dict[str, Any] = load_data("phrases")
    return table


def phrase(key: str, **names: object) -> str:
    """The string at `key` (dotted), with every `$name` filled in; a name that is missing is an error."""
    found: Any = _table()
    for part in key.split("."):
        found = found[part]
    return Template(str(found)).substitute({name: str(value) for name, value in names.items()})


def spell_count(count: int) -> str:
    """A small number as a word, a larger one in digits."""
    numbers = _table()["numbers"]
    return str(numbers[count]) if count < len(numbers) else str(count)
