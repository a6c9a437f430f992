"""The whole path through Byline on a real model: whatever it says, the laws hold, and who answered is told."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from prompts.excerpts import Excerpt, write_excerpts
from prompts.load import load_prompt
from service.answering.prompting.replies import read_groups, read_object
from service.llm.model import Model
from tests.service.api.served import process
from tests.service.api.test_streams import listen
from tests.service.laws import break_laws

pytestmark = pytest.mark.model
ASKED = ("How many people did the US-led coalition kill?", "Did the US-led coalition bomb the hospital in Raqqa?")


@pytest.fixture(scope="module")
def folder(sample_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(sample_index, tmp_path_factory.mktemp("real") / "data"))


def settings(name: str, address: str, **more: str) -> dict[str, str]:
    own = {"MODEL": f"openai/{name}", "MODEL_API_BASE": f"{address}/v1", "MODEL_CONTEXT": "4096", "ANSWER_CACHE": "0"}
    patient = {"MODEL_TIMEOUT_S": "600", "MODEL_FIRST_S": "300", "MODEL_IDLE_S": "120", "WORKERS": "1"}
    return {f"BYLINE_{key}": value for key, value in {**own, **patient, **more}.items()}


@pytest.fixture(params=["false", "true"], ids=["chooses", "words too"])
def client(request: pytest.FixtureRequest, name: str, address: str, folder: Path) -> Iterator[httpx.Client]:
    """Of `byline serve` in a process of its own."""
    with process(folder, **settings(name, address, MODEL_PROSE=request.param)) as (_, opened):
        opened.timeout = httpx.Timeout(700)
        yield opened


def check(answer: Any, name: str, client: httpx.Client) -> None:
    """Every law, over HTTP; and it is told which reader answered, and what that took."""
    assert list(break_laws(answer, lambda key: client.get(f"/v1/articles/{key}").json())) == []
    reader = answer["reader"]
    assert (reader["kind"], reader["model"]) == ("quotes" if reader["degraded"] else "model", f"openai/{name}")
    assert answer["usage"]["calls"] >= 1


@pytest.mark.parametrize("question", ASKED)
def test_a_plain_answer_keeps_the_laws(question: str, name: str, client: httpx.Client) -> None:
    check(client.post("/v1/ask", json={"question": question}).json(), name, client)


def test_a_streamed_answer_keeps_the_laws_and_quotes_are_there_if_asked_for(name: str, client: httpx.Client) -> None:
    with client.stream("POST", "/v1/ask", json={"question": ASKED[0], "stream": True}) as reply:
        *before, (event, answer) = list(listen(reply))
    assert (event, {kind for kind, _ in before} <= {"claim", "retraction"}) == ("answer", True)
    check(answer, name, client)
    quoted = client.post("/v1/ask", json={"question": ASKED[0], "reader": "quotes"}).json()
    assert quoted["reader"] == {"kind": "quotes", "model": None, "degraded": False, "unread": 0}


def test_the_command_line_asks_it_too(name: str, address: str, folder: Path) -> None:
    command = [sys.executable, "-m", "service", "ask", ASKED[0], "--json", "--data", str(folder)]
    environment = {**os.environ, **settings(name, address)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    assert answer["reader"]["model"] == f"openai/{name}"
    assert len(answer["claims"]) >= 1 or answer["status"] == "abstained"


def test_its_reading_has_the_form_of_its_schema(model: Model) -> None:
    """The server holds the model to the schema; a reply that is cut short is mended by no one."""
    prompt = load_prompt("read")
    passages = write_excerpts([Excerpt("", ["The coalition says 624 people were killed."])])
    reply = model.complete(prompt.fill(question="How many were killed?", passages=passages), prompt.schema, None, 400)
    assert reply.form == "schema"
    if not reply.cut:
        assert list(json.loads(reply.text)) == ["kind", "groups"]
        assert isinstance(read_groups(read_object(reply.text, model.name), model.name), list)
