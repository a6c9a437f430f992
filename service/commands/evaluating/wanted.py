"""What `byline evaluate` was asked to do, and what of it cannot be done together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import typer


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of a run, as they were given."""

    questions: Path
    out: Path
    base_url: str | None
    key_file: Path | None
    responses: Path | None
    baseline: Path | None
    fail_under: tuple[str, ...]
    swap_outlets: int | None
    k: int
    concurrency: int
    timeout: float
    fresh: bool
    data: Path | None
    judge_model: str | None
    judge_base: str | None


def check_wanted(wanted: Wanted) -> None:
    """RequestError where two options exclude each other."""
    from service.errors import RequestError

    base_url = wanted.base_url
    for option, address in (("--base-url", base_url), ("--judge-base", wanted.judge_base)):
        if address is not None and not address.startswith(("http://", "https://")):
            raise RequestError("invalid_value", f"{option}: {address!r} is no address; one is http://127.0.0.1:8000")
    pairs = [
        ("--base-url", base_url, "--responses", wanted.responses),
        ("--base-url", base_url, "--data", wanted.data),
        ("--base-url", base_url, "--swap-outlets", wanted.swap_outlets),
        ("--responses", wanted.responses, "--data", wanted.data),
        ("--responses", wanted.responses, "--swap-outlets", wanted.swap_outlets),
    ]
    for one, given, other, also in pairs:
        if given is not None and also is not None:
            raise RequestError("invalid_value", f"{one} and {other} exclude each other; give one of the two")
    if wanted.key_file is not None and base_url is None:
        raise RequestError("invalid_value", "--key-file is for a server; give its --base-url too")
    if wanted.judge_base is not None and not wanted.judge_model:
        raise RequestError("invalid_value", "--judge-base is for a model that judges; give its --judge-model too")
    if wanted.baseline is not None and wanted.baseline.resolve() == wanted.out.resolve():
        raise RequestError("invalid_value", f"--baseline and --out are both {wanted.out}; name another --out")


def say(line: str) -> None:
    """A line beside the results."""
    typer.echo(line, err=True)
