"""What every room's tests share: the real embedding model."""

import pytest

from index.search.embedding import Embedder


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The default model, loaded once."""
    return Embedder()
