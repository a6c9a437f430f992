"""A model run from its export: onnxruntime and the model's own tokenizer; knows neither torch nor transformers."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.search.embedding import Floats, Forward, Makeup, Precision

# Raised when the export changes, so that an older one is made anew.
EXPORT = 1
GRAPH, TOKENIZER, MANIFEST = "model.onnx", "tokenizer.json", "export.json"


def open_export(models: Path, name: str, weights: str | None, precision: Precision) -> "OnnxEngine | None":
    """The export of a model that is there, whole and of these weights; None where there is none such.

    A model that is known by its name alone (`weights` None) is taken by its name.
    """
    for path in sorted(models.glob(f"*/{MANIFEST}")):
        try:
            manifest = json.loads(path.read_text("utf-8"))
            fits = (manifest["export"], manifest["precision"]) == (EXPORT, precision)
            same = manifest["weights"] == weights if weights else manifest["name"] == name
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if fits and same and find_fault(path.parent, manifest) is None:
            return OnnxEngine(path.parent, manifest)
    return None


def find_fault(folder: Path, manifest: Mapping[str, Any]) -> str | None:
    """What is wrong with an export's files, by their hashes; None where nothing is."""
    for name, wanted in manifest["sha256"].items():
        try:
            with (folder / name).open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            return f"{name}: {error.strerror}"
        if found != wanted:
            return f"{name} has sha256 {found[:16]}…, not {wanted[:16]}…"
    return None


class OnnxEngine:
    """One session with one thread to a run: a run costs least on one core, and as many go on at once as there are."""

    together = 1  # unpadded

    def __init__(self, folder: Path, manifest: Mapping[str, Any]) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(str(folder / GRAPH), options, providers=["CPUExecutionProvider"])
        self._inputs = [one.name for one in self._session.get_inputs()]
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._counter = Tokenizer.from_file(str(folder / TOKENIZER))
        self._counter.no_padding()
        self._counter.no_truncation()
        self.makeup = Makeup(**manifest["makeup"])
        self._tokenizer.enable_truncation(self.makeup.window)
        self._pad = int(manifest["pad"])

    def count(self, texts: Sequence[str]) -> list[int]:
        """Word pieces of each text, special tokens not counted."""
        return [len(one) for one in self._counter.encode_batch_fast(list(texts), add_special_tokens=False)]

    def run_queries(self, texts: Sequence[str]) -> list[Floats]:
        """Vectors of short texts, padded to the longest and run as one batch."""
        encoded = [self._tokenizer.encode(text) for text in texts]
        longest = max(len(one.ids) for one in encoded)
        ids = np.full((len(texts), longest), self._pad, np.int64)
        mask = np.zeros((len(texts), longest), np.int64)
        for row, one in enumerate(encoded):
            ids[row, : len(one.ids)] = one.ids
            mask[row, : len(one.ids)] = 1
        return list(self._run(ids, mask)[1])

    def run_texts(self, texts: Sequence[str]) -> list[Forward]:
        """Vectors and token states of texts, one unpadded text to a run."""
        return [self._forward(self._tokenizer.encode(text)) for text in texts]

    def _forward(self, encoded: Any) -> Forward:
        ids = np.array([encoded.ids], np.int64)
        states, vectors = self._run(ids, np.ones_like(ids))
        return Forward(vectors[0], states[0], np.array(encoded.offsets, np.int64).reshape(-1, 2))

    def _run(self, ids: NDArray[np.int64], mask: NDArray[np.int64]) -> tuple[Floats, Floats]:
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        states, vectors = self._session.run(["states", "vector"], {name: feed[name] for name in self._inputs})
        return states, vectors
