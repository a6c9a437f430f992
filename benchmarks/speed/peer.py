"""What is asked of each product, and what it is given; imports nothing that would count as its own start."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Hits asked for, and how deep words and vectors are each searched where a product lets that be said.
K = 10
DEPTH = 50
# Where Byline keeps its exports of the embedding model here.
MODELS = Path(".cache/models")


@dataclass(frozen=True, slots=True)
class Batch:
    """Passages of whole articles; row `i` of `vectors`, float32 `(n, d)`, is passage `i`'s.

    A passage's id is its article's, then "~" and the rest. `sentences[i]` is int8 `(s, d)`; `articles` are the rows
    they came from. Byline alone takes the last two.
    """

    ids: Sequence[str]
    texts: Sequence[str]
    vectors: "NDArray[Any]"
    sentences: Sequence["NDArray[Any]"]
    articles: Sequence[dict[str, Any]]


@runtime_checkable
class Answering(Protocol):
    """A product that answers questions itself."""

    def answer(self, question: str) -> object:
        """The whole answer."""
        ...


class Peer(Protocol):
    """One product with its index in one folder; `build`, `add` and `delete` are on disk when they return."""

    packages: tuple[str, ...]

    def __init__(self, folder: Path, model: Path) -> None:
        """Cheap; `model` is the folder of the embedding model."""
        ...

    def load_model(self) -> None:
        """Import what is needed and load the embedding model."""
        ...

    def build(self, batch: Batch) -> None:
        """Make the index of passages with given vectors, after `load_model`."""
        ...

    def open(self) -> None:
        """Load the model and the index, ready to search."""
        ...

    def search(self, question: str) -> Sequence[str]:
        """Ids of the best passages by words and vectors together."""
        ...

    def encode_query(self, question: str) -> object:
        """The question's vector, as `search` makes it."""
        ...

    def recall_queries(self, vectors: Mapping[str, Any]) -> None:
        """Have `search` take these questions' vectors, as `encode_query` gave them, from here; others it encodes."""
        ...

    def encode_texts(self, texts: Sequence[str]) -> object:
        """Vectors of passages, as the product makes them in bulk."""
        ...

    def prepare(self, batch: Batch) -> Any:
        """What `add` takes: what the product finds out about articles before it stores them, or the batch itself."""
        ...

    def add(self, prepared: Any) -> None:
        """Put passages with given vectors into the open index."""
        ...

    def delete(self, ids: Sequence[str]) -> None:
        """Take the passages of one article out of the open index."""
        ...
