"""The version: as installed, or as the checkout says; one number for the command line, HTTP and the log."""

import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def read_version() -> str:
    """The version of Byline that runs."""
    try:
        return version("byline")
    except PackageNotFoundError:
        project = Path(__file__).parent.parent / "pyproject.toml"
        return str(tomllib.loads(project.read_text("utf-8"))["project"]["version"])
