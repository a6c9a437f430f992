"""The export is true to the model it was made from, is made once, and is thrown away when it is not whole."""

import json
import logging
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.errors import EmbedderError
from index.records import Span
from index.search.embedding import DEFAULT, Embedder
from index.search.export import LEAST, OriginalEngine, export_model
from index.search.onnx import MANIFEST, OnnxEngine, open_export

TEXTS = ["The army entered the town. Prices of wheat rose sharply in March.", "Short.", "Ça va — “non”, " * 90]


@pytest.fixture(scope="module")
def original() -> OriginalEngine:
    return OriginalEngine(DEFAULT)


def test_the_export_gives_what_the_model_gives(embedder: Embedder, original: OriginalEngine) -> None:
    exported = embedder._engine
    assert isinstance(exported, OnnxEngine)
    for one, other in zip(exported.run_texts(TEXTS), original.run_texts(TEXTS), strict=True):
        assert float(one.vector @ other.vector) > LEAST["fp32"]
        rows = len(one.states)
        assert np.array_equal(one.offsets, other.offsets[:rows])
        assert np.allclose(one.states, other.states[:rows], atol=1e-4)
    assert exported.count(TEXTS) == original.count(TEXTS)
    assert exported.makeup == original.makeup


def test_neither_the_first_use_of_a_model_nor_a_later_one_holds_torch(embedder: Embedder, tmp_path: Path) -> None:
    vector = embedder.encode_query("Who took the town?")
    code = (
        "import sys; from pathlib import Path; from index.search.embedding import Embedder; "
        f"v = Embedder(Path({str(tmp_path)!r})).encode_query('Who took the town?'); "
        "print(v[0].item(), {'torch', 'transformers', 'sentence_transformers'} & set(sys.modules))"
    )
    made = []
    for _ in range(2):
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        first, loaded = ran.stdout.split(" ", 1)
        assert float(first) == pytest.approx(float(vector[0]), abs=1e-6)
        assert loaded.strip() == "set()"
        made.append([(one.name, one.stat().st_mtime_ns) for one in tmp_path.iterdir()])
    assert made[0] == made[1]
    assert len(made[0]) == 1


def test_an_export_that_is_not_whole_is_not_opened(models: Path, embedder: Embedder, tmp_path: Path) -> None:
    embedder.encode_query("x")
    shutil.copytree(models, tmp_path / "models")
    found = next((tmp_path / "models").glob(f"*-fp32/{MANIFEST}"))
    weights = json.loads(found.read_text("utf-8"))["weights"]
    assert open_export(tmp_path / "models", DEFAULT, weights, "fp32") is not None
    with (found.parent / "tokenizer.json").open("ab") as file:
        file.write(b" ")
    assert open_export(tmp_path / "models", DEFAULT, weights, "fp32") is None


def test_a_folder_that_cannot_be_written_leaves_the_model_as_it_came(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "models").write_text("a file where the folder would be")
    with caplog.at_level(logging.WARNING, "byline"):
        engine = export_model(tmp_path / "models", DEFAULT, None, "fp32")
    assert isinstance(engine, OriginalEngine)
    assert "runs as it came, by torch" in caplog.text
    with pytest.raises(EmbedderError, match=r"cannot be run in int8: .* set BYLINE_PRECISION=fp32"):
        export_model(tmp_path / "models", DEFAULT, None, "int8")


def test_int8_is_another_index_and_near_the_same_vectors(models: Path, embedder: Embedder) -> None:
    small = Embedder(models, precision="int8")
    spans = [[Span(0, len(text))] for text in TEXTS]
    pairs = zip(small.encode_passages(TEXTS, spans), embedder.encode_passages(TEXTS, spans), strict=True)
    cosines = [float(a.vector @ b.vector) for a, b in pairs]
    assert all(LEAST["int8"] < one < 0.99999 for one in cosines)
    assert isinstance(small._engine, OnnxEngine)
    assert small.fingerprint == embedder.fingerprint
