"""An environment for each product, made once: its own packages over those of this project, pinned in peers/*.txt."""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

_PINS = Path(__file__).parent / "peers"
# Products ask the network for models and tell it of their use, where they are let.
_QUIET = {
    "HF_HUB_OFFLINE": "1",
    "HAYSTACK_TELEMETRY_ENABLED": "False",
    "LANGSMITH_TRACING": "false",
    "DO_NOT_TRACK": "1",
}


class InstallError(Exception):
    """A product's environment cannot be made; says why."""


def make_environment(module: str, folder: Path) -> Path:
    """The interpreter that runs a product; this one where it needs no more than this project has.

    The product's own packages come first, then this project's, so that torch and what else is shared is there once.
    """
    pins = _PINS / f"{module}.txt"
    if not pins.exists():
        return Path(sys.executable)
    python = folder / "bin" / "python"
    digest = hashlib.sha256(pins.read_bytes() + (_PINS / "shared.txt").read_bytes()).hexdigest()
    ready = folder / "ready"
    if ready.exists() and ready.read_text("utf-8") == digest:
        return python
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, with_pip=True)
    own = next((folder / "lib").glob("python*/site-packages"))
    (own / "project.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", "utf-8")
    command = [str(python), "-m", "pip", "install", "--quiet", "--requirement", str(pins)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        raise InstallError(said[-1] if said else f"pip ended with exit code {done.returncode}")
    ready.write_text(digest, "utf-8")
    return python


def surroundings() -> dict[str, str]:
    """The environment variables that products are run with."""
    return {**os.environ, **_QUIET}
