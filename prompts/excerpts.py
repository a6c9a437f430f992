"""Passages as a prompt shows them: each statement on a line of its own, under a number that it cannot forge."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from prompts.load import drop_unseen

_NUMBER = re.compile(r"\[(\s*\d+(?:\s*\.\s*\d+)?\s*)\]")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage: a line that says where it is from, and its statements."""

    heading: str
    statements: Sequence[str]


def write_excerpts(excerpts: Sequence[Excerpt]) -> str:
    """The passages; statement m of passage n, both from 1, stands at the beginning of a line as `[n.m]`.

    No other line begins so: a statement is one line, and a number in brackets in its own words is put in round ones.
    """
    return "\n\n".join(
        "\n".join(
            [f"Passage {n}: {_put_on_line(excerpt.heading)}".rstrip(": ")]
            + [f"[{n}.{m}] {_put_on_line(one)}" for m, one in enumerate(excerpt.statements, 1)]
        )
        for n, excerpt in enumerate(excerpts, 1)
    )


def _put_on_line(text: str) -> str:
    # What the prompt would drop when it is filled could stand within a number until then.
    return _NUMBER.sub(r"(\1)", drop_unseen(" ".join(text.split())))
