"""The clients for Node run against a served copy of the samples; `make test-clients` installs them."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.service.api.served import ROOT, process

HERE = Path(__file__).parent
README = re.findall(r"^```js\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
pytestmark = pytest.mark.clients


@pytest.fixture(scope="module")
def url(sample_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    data = Path(shutil.copytree(sample_index, tmp_path_factory.mktemp("clients") / "data"))
    with process(data, "--workers", "1") as (_, client):
        yield str(client.base_url).rstrip("/")


def run_node(url: str, *arguments: str) -> str:
    env = {**os.environ, "BYLINE_URL": url}
    command = ["node", *arguments]
    done = subprocess.run(command, cwd=HERE, env=env, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_clients_for_node_show_what_was_answered(url: str) -> None:
    assert "\n# pass 9\n# fail 0\n" in run_node(url, "--test", "--test-reporter=tap")


def test_what_the_readme_calls_under_node_prints_an_answer_and_its_sources(url: str) -> None:
    (code,) = README
    printed = run_node(url, "--input-type=module", "-e", code.replace("http://localhost:8000", url))
    assert re.search(r"^\[1\]: (http\S+)$[\s\S]+ - .+ \1'", printed, re.MULTILINE), printed
