"""Floors that a run must hold: what --fail-under asks for."""

import difflib
import math
from collections.abc import Sequence
from dataclasses import dataclass

from service.errors import RequestError
from service.evaluation.values import Json, Measure, Summary


@dataclass(frozen=True, slots=True)
class Floor:
    """The worst that the mean of a measure may be: the least, or the most where lower is better."""

    measure: Measure
    bound: float

    def holds(self, summary: Summary) -> bool:
        """Whether the run holds it; a measure that applied to no question does not."""
        value = summary.value(self.measure.name)
        if value is None:
            return False
        return value <= self.bound if self.measure.better == "lower" else value >= self.bound

    def say(self, summary: Summary) -> str:
        """What came and what was asked for, in a line."""
        value = summary.value(self.measure.name)
        worst = "most" if self.measure.better == "lower" else "least"
        came = "applies to no question" if value is None else f"is {value:.4f}"
        return f"{self.measure.name} {came}; at {worst} {self.bound:g} is asked for"

    def show(self, summary: Summary) -> Json:
        """As summary.json has it."""
        return {"measure": self.measure.name, "bound": self.bound, "holds": self.holds(summary)}


def read_floors(given: Sequence[str], measures: Sequence[Measure]) -> list[Floor]:
    """The floors of `measure=value`; RequestError names what is wrong, and the measures there are."""
    known = {measure.name: measure for measure in measures}
    floors = []
    for one in given:
        name, sign, words = one.partition("=")
        name = name.strip()
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"the nearest is {near[0]}; " if near else ""
            raise _refuse(f"{name!r} is no measure; {hint}all: {', '.join(known)}")
        try:
            bound = float(words)
        except ValueError:
            bound = math.nan
        if not sign or not math.isfinite(bound):
            raise _refuse(f"{one!r} has no number; one looks like {name}=0.9")
        floors.append(Floor(known[name], bound))
    return floors


def _refuse(why: str) -> RequestError:
    return RequestError("invalid_value", f"--fail-under: {why}", "fail_under")
