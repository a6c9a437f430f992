"""/openapi.json describes what the server does: schemathesis holds one against the other."""

import subprocess
import sys
from pathlib import Path

import httpx

BIN = Path(sys.executable).parent
# What a schema cannot say: that `from` is not after `to`, and that there is an article in a text.
BEYOND_SCHEMA = "positive_data_acceptance"


def test_what_is_described_is_what_is_done(client: httpx.Client, tmp_path: Path) -> None:
    (tmp_path / "hooks.py").write_text(
        "import schemathesis\n"
        "@schemathesis.serializer('application/x-ndjson')\n"
        "def write(context, value):\n"
        "    return value.encode('utf-8', 'replace') if isinstance(value, str) else b''\n"
    )
    (tmp_path / "schemathesis.toml").write_text('hooks = "hooks.py"\n')
    command = [
        str(BIN / "schemathesis"),
        "run",
        f"{client.base_url}/openapi.json",
        "--max-examples",
        "10",
        "--seed",
        "1",
    ]
    options = ["--exclude-checks", BEYOND_SCHEMA, "--generation-database", "none", "--no-color"]
    done = subprocess.run([*command, *options], cwd=tmp_path, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


def test_every_call_has_an_example_that_is_served(client: httpx.Client) -> None:
    described = client.get("/openapi.json").json()
    article = described["paths"]["/v1/articles"]["post"]["requestBody"]["content"]
    schemas = described["components"]["schemas"]
    assert client.post("/v1/articles", json=article["application/json"]["example"]).status_code in (200, 201)
    lines = article["application/x-ndjson"]["example"]
    reply = client.post("/v1/articles", content=lines, headers={"content-type": "application/x-ndjson"})
    assert [one["status"] for one in reply.json()["results"]] == ["unchanged"]
    assert client.post("/v1/ask", json=schemas["AskBody"]["examples"][0]).status_code == 200
    for path in ("/v1/chat/completions", "/v1/responses"):
        example = described["paths"][path]["post"]["requestBody"]["content"]["application/json"]["example"]
        assert client.post(path, json=example).status_code == 200
    assert client.post("/v1/search", json=schemas["SearchRequest"]["examples"][0]).status_code == 200
