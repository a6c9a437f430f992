"""A SentenceTransformer to its export, once; the one file that knows torch, transformers and sentence-transformers."""

import hashlib
import json
import logging
import shutil
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

import numpy as np

from index.errors import EmbedderError
from index.search.embedding import DEFAULT, Engine, Floats, Forward, Makeup, Precision, find_model, to_unit
from index.search.onnx import EXPORT, GRAPH, MANIFEST, TOKENIZER, OnnxEngine

if TYPE_CHECKING:
    from torch import Tensor

_LOG = logging.getLogger("byline")
# What the export must reach on every one of the sentences it is tried on.
LEAST = {"fp32": 0.9999, "int8": 0.98}
_OPSET = 17
_BATCH = 32
# Of news, in lengths from a few word pieces to past the window, so that padding and cutting are tried too.
_TRIED = (
    "Who said that the town was taken?",
    "The army entered the town on Saturday, a military source told the state news agency.",
    "Prices of wheat rose by 4.5 per cent in March; the ministry denied that stocks were short.",
    "“We have no knowledge of it,” the spokeswoman said — and added that an inquiry was under way in São Paulo.",
    "Officials declined to comment on reports that at least 43 people were killed or injured. " * 8,
    "The central bank left its rate unchanged, citing weak growth, a strong currency and falling exports. " * 40,
)


def export_model(models: Path, name: str, weights: str | None, precision: Precision) -> Engine:
    """The engine of a model that has no export yet: its export, made now, or the model as it came.

    The model as it came is used where the export is not true to it or cannot be written, and the log says so.
    EmbedderError where the model cannot be loaded, or where int8 is asked for and cannot be had.
    """
    original = OriginalEngine(name)
    try:
        models.mkdir(parents=True, exist_ok=True)
        draft = Path(mkdtemp(prefix=".export-", dir=models))
    except OSError as error:
        return _stay(original, name, precision, f"{models} cannot be written ({error.strerror})")
    try:
        manifest = _write(original, draft, name, weights, precision)
        least = _try(OnnxEngine(draft, manifest), original)
        if least < LEAST[precision]:
            return _stay(original, name, precision, f"its export has cosine {least:.5f} to it at the least")
        manifest["cosine"] = round(least, 6)
        (draft / MANIFEST).write_text(json.dumps(manifest, indent=1), "utf-8")
        return OnnxEngine(_settle(draft, models, manifest), manifest)
    except (RuntimeError, ValueError, TypeError, OSError) as error:
        return _stay(original, name, precision, f"it cannot be exported ({type(error).__name__}: {error})")
    finally:
        shutil.rmtree(draft, ignore_errors=True)


class OriginalEngine:
    """The SentenceTransformer itself; one run at a time."""

    together = _BATCH

    def __init__(self, name: str) -> None:
        self._lock = threading.RLock()
        self.model = model = _load(name)
        dimension = model.get_embedding_dimension()
        if not dimension:
            raise EmbedderError(f"the model {name!r} does not say how many dimensions its vectors have")
        special = int(model.tokenizer.num_special_tokens_to_add())
        prompts = {key: text for key, text in (model.prompts or {}).items() if text}
        self.makeup = Makeup(int(dimension), int(model.max_seq_length or 512), special, prompts)

    def count(self, texts: Sequence[str]) -> list[int]:
        """Word pieces of each text, special tokens not counted."""
        with self._lock:
            ids = self.model.tokenizer(list(texts), add_special_tokens=False, verbose=False)["input_ids"]
        return [len(row) for row in ids]

    def run_queries(self, texts: Sequence[str]) -> list[Floats]:
        """Vectors of short texts."""
        return [one.vector for one in self.run_texts(texts)]

    def run_texts(self, texts: Sequence[str]) -> list[Forward]:
        """Vectors and token states of texts, in padded batches."""
        return [one for low in range(0, len(texts), _BATCH) for one in self._forward(list(texts[low : low + _BATCH]))]

    def _forward(self, texts: list[str]) -> list[Forward]:
        import torch

        with self._lock, torch.inference_mode():
            features = self.model.preprocess(texts)
            offsets = self.model.tokenizer(
                texts,
                padding=True,
                truncation=True,
                max_length=self.makeup.window,
                return_offsets_mapping=True,
                return_tensors="np",
            )["offset_mapping"]
            out = self.model(features)
        vectors = to_unit(out["sentence_embedding"].numpy().astype(np.float32))
        states = out["token_embeddings"].numpy()
        return [Forward(vectors[i], states[i], offsets[i]) for i in range(len(texts))]


def _load(name: str) -> Any:
    path = find_model(name)
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # type: ignore[no-untyped-call]
        # The exporter cannot trace every form of attention; the plain one it can.
        model = SentenceTransformer(path, device="cpu", model_kwargs={"attn_implementation": "eager"})
    except (OSError, ValueError, ImportError) as error:
        message = (
            f"the embedding model {name!r} cannot be loaded ({error}); "
            f"BYLINE_EMBEDDER takes {DEFAULT!r}, a folder, or a model that sentence-transformers can find"
        )
        raise EmbedderError(message) from error
    if not getattr(model.tokenizer, "is_fast", False):
        raise EmbedderError(f"the tokenizer of {name!r} gives no offsets; a model with a fast tokenizer is needed")
    return model


def _write(original: OriginalEngine, folder: Path, name: str, weights: str | None, precision: Precision) -> Any:
    """Graph, tokenizer and the account of them, into `folder`."""
    model = original.model
    model.tokenizer.backend_tokenizer.save(str(folder / TOKENIZER))
    _write_graph(model, folder / GRAPH)
    if precision == "int8":
        _halve(folder / GRAPH)
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (GRAPH, TOKENIZER)}
    return {
        "name": name,
        "weights": weights,
        "export": EXPORT,
        "precision": precision,
        "makeup": asdict(original.makeup),
        "pad": model.tokenizer.pad_token_id or 0,
        "sha256": hashes,
        "made_with": {one: version(one) for one in ("torch", "sentence-transformers", "transformers", "onnx")},
    }


def _write_graph(model: Any, path: Path) -> None:
    """The whole model, pooling and normalisation in it, as one graph with token states and finished vectors."""
    import warnings

    import torch

    names = [one for one in ("input_ids", "attention_mask", "token_type_ids") if one in model.preprocess(["x"])]

    class Whole(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, *inputs: "Tensor") -> "tuple[Tensor, Tensor]":
            out = self.model(dict(zip(names, inputs, strict=True)))
            vector = torch.nn.functional.normalize(out["sentence_embedding"], dim=-1)
            return out["token_embeddings"], vector

    example = model.preprocess(["The army entered the town.", "Prices rose."])
    axes = {0: "batch", 1: "pieces"}
    with warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Whole().eval(),
            tuple(example[one] for one in names),
            str(path),
            input_names=names,
            output_names=["states", "vector"],
            dynamic_axes={**dict.fromkeys(names, axes), "states": axes, "vector": {0: "batch"}},
            opset_version=_OPSET,
            dynamo=False,
        )


def _halve(path: Path) -> None:
    """Matrix products to int8 per channel, but for the second of each feed-forward, which loses most by it."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    graph = onnx.load(str(path)).graph
    products = [node.name for node in graph.node if node.op_type == "MatMul"]
    kept = [name for name in products if name.endswith("/output/dense/MatMul") and "/attention/" not in name]
    quantize_dynamic(
        str(path),
        str(path),
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=kept,
        per_channel=True,
        weight_type=QuantType.QInt8,
    )


def _try(export: OnnxEngine, original: OriginalEngine) -> float:
    """The least cosine of a vector, or of a text's mean token state, to the original's; alone and side by side."""
    wanted = original.run_texts(_TRIED)
    found = export.run_texts(_TRIED)
    together = export.run_queries(_TRIED)
    cosines = [float(a.vector @ b) for a, b in zip(wanted, together, strict=True)]
    for a, b in zip(wanted, found, strict=True):
        rows = len(b.states)
        if not np.array_equal(a.offsets[:rows], b.offsets):
            return 0.0
        means = to_unit(np.stack([a.states[:rows].mean(axis=0), b.states.mean(axis=0)]))
        cosines += [float(a.vector @ b.vector), float(means[0] @ means[1])]
    return min(cosines)


def _settle(draft: Path, models: Path, manifest: Any) -> Path:
    """Move the finished export to its place in one step; one that is already there is moved aside and thrown away."""
    key = hashlib.sha256(f"{manifest['name']}\0{manifest['weights']}".encode()).hexdigest()[:12]
    label = "".join(c if c.isalnum() else "-" for c in Path(manifest["name"]).name)[:40]
    place = models / f"{label}-{key}-{EXPORT}-{manifest['precision']}"
    if place.exists():
        aside = Path(mkdtemp(prefix=".export-", dir=models))
        place.rename(aside / "old")
        shutil.rmtree(aside, ignore_errors=True)
    draft.rename(place)
    place.chmod(0o755)
    return place


def _stay(original: OriginalEngine, name: str, precision: Precision, why: str) -> Engine:
    if precision != "fp32":
        raise EmbedderError(f"the model {name!r} cannot be run in {precision}: {why}; set BYLINE_PRECISION=fp32")
    _LOG.warning("the embedding model %s runs as it came, by torch: %s", name, why)
    return original


if __name__ == "__main__":
    _models, _name, _hash, _precision = sys.argv[1:]
    _made = export_model(Path(_models), _name, _hash or None, "int8" if _precision == "int8" else "fp32")
    sys.exit(0 if isinstance(_made, OnnxEngine) else 1)
