"""The clients for Node run against a served copy of the samples; `make test-clients` installs them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.service.api.served import process

HERE = Path(__file__).parent


@pytest.mark.clients
def test_the_clients_for_node_show_what_was_answered(sample_index: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(sample_index, tmp_path / "data"))
    with process(data, "--workers", "1") as (_, client):
        env = {**os.environ, "BYLINE_URL": str(client.base_url).rstrip("/")}
        done = subprocess.run(
            ["node", "--test"], cwd=HERE, env=env, capture_output=True, text=True, timeout=300, check=False
        )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "\n# pass 9\n# fail 0\n" in done.stdout
