"""What a command does not need, it does not load: the model's makers never, the rest at first use."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKERS = {"torch", "transformers", "sentence_transformers", "onnx", "sklearn", "scipy"}
ENGINES = {"onnxruntime", "tokenizers", "faiss", "tantivy"}
WRITERS = {"trafilatura", "htmldate", "nupunkt", "py3langid", "spacy"}
DOORS = {"litellm", "openai", "httpx", "aiohttp", "tiktoken"}
SERVERS = {"fastapi", "starlette", "uvicorn", "anyio", "mcp", "mcp_types", "prometheus_client"}
SETTINGS = {"pydantic_settings", "numpy", "yaml", "rich"}
REPORT = """
import json, pathlib, sys
told = sys.argv.pop(1)
from service.cli import main
try:
    main()
finally:
    loaded = sorted({name.partition(".")[0] for name in sys.modules})
    pathlib.Path(told).write_text(json.dumps(loaded))
"""


def loaded_by(words: list[str], data: Path, told: Path) -> set[str]:
    """The packages that a command has loaded when it ends."""
    command = [sys.executable, "-c", REPORT, str(told), *words]
    env = {**os.environ, "BYLINE_DATA": str(data)}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return set(json.loads(told.read_text()))


@pytest.mark.parametrize(
    ("words", "spared"),
    [
        (["--help"], MAKERS | ENGINES | WRITERS | DOORS | SERVERS | SETTINGS | {"pydantic"}),
        (["version"], MAKERS | ENGINES | WRITERS | DOORS | SERVERS | SETTINGS),
        (["ask", "--help"], MAKERS | ENGINES | WRITERS | DOORS | SERVERS | SETTINGS),
        (["serve", "--help"], MAKERS | ENGINES | WRITERS | DOORS | SERVERS | SETTINGS),
        (["mcp", "--help"], MAKERS | ENGINES | WRITERS | DOORS | SERVERS | SETTINGS),
        (["ask", "How many civilians were killed?"], MAKERS | WRITERS | DOORS | SERVERS),
        (["search", "army"], MAKERS | WRITERS | DOORS | SERVERS),
        (["articles"], MAKERS | ENGINES | WRITERS | DOORS | SERVERS),
        (["statements", "--source", "SANA"], MAKERS | ENGINES | WRITERS | DOORS | SERVERS),
        (["check"], MAKERS | WRITERS | DOORS | SERVERS),
        (["doctor"], MAKERS | WRITERS | DOORS | SERVERS),
    ],
)
def test_a_command_loads_only_what_it_needs(
    words: list[str], spared: set[str], sample_index: Path, tmp_path: Path
) -> None:
    assert loaded_by(words, sample_index, tmp_path / "loaded.json") & spared == set()


def test_indexing_loads_no_maker_of_the_model(tmp_path: Path) -> None:
    loaded = loaded_by(["index", "corpus"], tmp_path / "data", tmp_path / "loaded.json")
    assert loaded & (MAKERS - {"sklearn", "scipy"}) == set()
    assert "onnxruntime" in loaded


def test_a_server_loads_what_speaks_to_agents_when_the_first_one_calls(sample_index: Path, tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom starlette.testclient import TestClient\n"
        "from service.api.app import build_app\nfrom service.library import Library\n"
        "from service.settings import name_embedder, read_settings\n"
        "settings = read_settings(data=Path(sys.argv[1]))\n"
        "app = build_app(settings, Library(settings.data, name_embedder(settings)))\n"
        "heavy = {'mcp', 'mcp_types', 'litellm', 'torch'}\n"
        "headers = {'host': 'localhost', 'accept': 'application/json, text/event-stream'}\n"
        "with TestClient(app) as client:\n"
        "    assert client.get('/v1/outlets', headers=headers).status_code == 200\n"
        "    print(sorted(heavy & set(sys.modules)))\n"
        "    call = {'jsonrpc': '2.0', 'id': 1, 'method': 'tools/list'}\n"
        "    assert client.post('/mcp', json=call, headers=headers).status_code == 200\n"
        "    print(sorted(heavy & set(sys.modules)))\n"
    )
    command = [sys.executable, "-c", code, str(sample_index)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (done.stdout, done.stderr) == ("[]\n['mcp', 'mcp_types']\n", "")
