"""A real model on loopback: llama.cpp's server in a process of its own, as `make test-model` installs it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.small_model import PACKAGES, is_installed
from service.llm.model import Model
from service.llm.values import Limits

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session", params=list(PACKAGES))
def name(request: pytest.FixtureRequest) -> str:
    """Of the model."""
    return str(request.param)


@pytest.fixture(scope="session")
def address(name: str) -> Iterator[str]:
    """Of the server, until the end of the tests."""
    if not is_installed(name):
        pytest.skip(f"{name} is not installed: make test-model")
    command = [sys.executable, "-m", "benchmarks.small_model", name]
    pipe, quiet = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(command, text=True, cwd=ROOT, stdout=pipe, stderr=quiet) as process:
        assert process.stdout is not None
        yield next(line.strip() for line in process.stdout if line.startswith("http"))
        process.terminate()


@pytest.fixture(scope="session")
def model(name: str, address: str) -> Iterator[Model]:
    opened = Model(f"openai/{name}", f"{address}/v1", limits=Limits(total_s=300, first_s=200, idle_s=60))
    yield opened
    opened.close()
