"""The README's examples, run as they stand."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
CONSOLE = re.findall(r"^```console\n\$ byline ([^\n]+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
PYTHON = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
CURL = re.findall(r"^(curl .*?[^\\])$", README, re.MULTILINE | re.DOTALL)


def run(command: str, **options: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, cwd=ROOT, **options)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize(("arguments", "shown"), CONSOLE)
def test_what_the_command_line_prints_is_what_the_readme_shows(arguments: str, shown: str, sample_index: Path) -> None:
    done = run(f"COLUMNS=100 {sys.executable} -m service {arguments} --data {sample_index}")
    assert done.stdout == shown


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
@pytest.mark.parametrize("command", CURL, ids=lambda command: command.split()[2])
def test_what_the_readme_sends_is_taken(command: str, client: httpx.Client) -> None:
    address = str(client.base_url).removeprefix("http://").rstrip("/")
    reply = run(command.replace("localhost:8000", address).replace("curl -s", "curl -s --fail-with-body")).stdout
    assert re.match(r'(event: claim\ndata: )?\{"id":"(ans_|my-article"|c1")', reply)


@pytest.mark.parametrize("code", PYTHON)
def test_what_the_readme_calls_prints_an_answer_and_its_sources(code: str, client: httpx.Client) -> None:
    code = code.replace("http://localhost:8000", str(client.base_url).rstrip("/"))
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert re.search(r"^\[1\]: (http\S+)$[\s\S]+^1 .+ - .+ \1$", printed, re.MULTILINE)


def test_the_readme_has_examples_and_every_command_it_names_exists() -> None:
    assert (len(CONSOLE), len(CURL), len(PYTHON)) == (2, 3, 1)
    helped = run(f"{sys.executable} -m service --help").stdout
    named = set(re.findall(r"^byline (\w+)|; byline (\w+)", README, re.MULTILINE))
    assert [one or other for one, other in named if f" {one or other} " not in helped] == []
