"""What the repository promises of itself: its lock, its samples, its names, its words."""

import re
import subprocess
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT.parent / "shared" / "corpus"


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\n") if name and (ROOT / name).is_file()]


def test_the_lock_names_no_host_no_path_and_no_cuda() -> None:
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    pattern = re.compile(r"^(nvidia|cuda|triton|torch=)|://|^-|find-links")
    assert [line for line in lines if pattern.search(line)] == []


def test_every_pin_of_the_project_is_the_one_in_the_lock() -> None:
    lock = set(re.findall(r"^([\w.-]+==[\w.+-]+)", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE))
    lock = {name.lower().replace("_", "-") for name in lock}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pins = project["dependencies"] + project["optional-dependencies"]["dev"]
    assert pins
    assert [pin for pin in pins if pin.lower().replace("_", "-") not in lock and not pin.startswith("torch==")] == []


def test_no_other_distribution_provides_the_names_of_the_house() -> None:
    provided = packages_distributions()
    found = {name: set(provided.get(name, ["byline"])) for name in ("index", "service", "prompts")}
    assert found == {"index": {"byline"}, "service": {"byline"}, "prompts": {"byline"}}


def test_the_samples_are_those_that_were_scraped_byte_for_byte() -> None:
    if not SAMPLES.is_dir():
        pytest.skip("the scraped originals are not beside the checkout")
    ours = {path.name: path.read_bytes() for path in (ROOT / "corpus").glob("*.txt")}
    assert ours == {path.name: path.read_bytes() for path in SAMPLES.glob("*.txt")}


def test_the_project_speaks_of_itself_alone() -> None:
    places = "|".join(("/" + "work/", "/" + "root/", "/" + "opt/", "pypi" + r"\.org", "files" + r"\.pythonhosted"))
    pattern = re.compile(places + "|registry" + r"\.npmjs|deb\." + "debian")
    found = []
    for path in tracked_files():
        if path.is_relative_to(ROOT / "corpus"):
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{path.relative_to(ROOT)}: {hit.group()}" for hit in pattern.finditer(text)]
    assert found == []


def test_only_the_rooms_that_were_agreed_stand_at_the_top() -> None:
    agreed = {
        "pyproject.toml",
        "service",
        "index",
        "prompts",
        "tests",
        "README.md",
        "Dockerfile",
        "Makefile",
        "LICENSE",
    }
    agreed |= {"CHANGELOG.md", "compose.yaml", ".ci", "corpus", "benchmarks", "requirements.lock"}
    top = {path.relative_to(ROOT).parts[0] for path in tracked_files()}
    assert {name for name in top if not name.startswith(".")} <= agreed
