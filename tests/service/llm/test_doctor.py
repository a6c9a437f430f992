"""`byline doctor` says whether a model is set and answers, and shows no key."""

from pathlib import Path

import pytest

from service.commands.doctor import Finding, examine
from service.errors import SettingsError
from service.settings import read_settings
from tests.scripted import acts
from tests.scripted.server import Act, ScriptedModel, answer
from tests.service.llm.conftest import KEY


def examine_model(data: Path, server: ScriptedModel) -> tuple[Finding, list[Finding]]:
    """What is said of the model, and all that is said."""
    settings = read_settings(data=data, model="openai/scripted", model_api_base=server.base, model_api_key=KEY)
    said = list(examine(settings))
    return next(one for one in said if one.what == "language model"), said


@pytest.mark.parametrize(
    ("act", "level", "told"),
    [
        (answer, "ok", "openai/scripted answers (11 tokens in, 7 out)"),
        (acts.refuses(401), "fail", "openai/scripted"),
    ],
)
def test_a_model_is_asked_and_its_key_hidden(
    act: Act, level: str, told: str, server: ScriptedModel, sample_index: Path
) -> None:
    server.script(act)
    found, said = examine_model(sample_index, server)
    assert (found.level, found.found) == (level, told)
    assert [one for one in said if KEY in str(one)] == []
    assert Finding("ok", "BYLINE_MODEL_API_KEY", "1 set, hidden") in said


def test_a_key_in_the_address_is_refused_without_being_shown() -> None:
    with pytest.raises(SettingsError, match="MODEL_API_KEY") as caught:
        read_settings(model="openai/x", model_api_base=f"http://user:{KEY}@127.0.0.1/v1")
    assert KEY not in str(caught.value)


def test_the_key_may_be_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "key").write_text(f"{KEY}\n")
    monkeypatch.setenv("BYLINE_MODEL_API_KEY_FILE", str(tmp_path / "key"))
    held = read_settings().model_api_key
    assert held is not None
    assert held.get_secret_value() == KEY
    assert KEY not in repr(read_settings())
