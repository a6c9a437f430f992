"""A scripted model server, and the door to it with limits that a test can wait for."""

from collections.abc import Iterator

import pytest

from prompts.load import Message
from service.llm.model import Model
from service.llm.values import Limits
from tests.scripted.server import ScriptedModel

KEY = "sk-secret-of-the-operator"
ASKED: list[Message] = [{"role": "user", "content": "Was the secret-bridge crossed?"}]
# Long enough for a machine that has other things to do, and short enough to wait for.
HASTY = Limits(total_s=4.0, first_s=2.0, idle_s=2.0, reply_bytes=1 << 20)


@pytest.fixture(scope="module")
def server() -> Iterator[ScriptedModel]:
    with ScriptedModel() as opened:
        yield opened


@pytest.fixture
def model(server: ScriptedModel) -> Iterator[Model]:
    """One that has not been called yet; LiteLLM is loaded, so that its seconds do not count as the model's."""
    made = Model("openai/scripted", server.base, KEY, Limits(reply_bytes=1 << 20))
    made.load()
    yield made
    made.close()


@pytest.fixture
def hasty(server: ScriptedModel) -> Iterator[Model]:
    """One whose limits are passed within seconds."""
    made = Model("openai/scripted", server.base, KEY, HASTY)
    made.load()
    yield made
    made.close()
