"""Articles' passages to vectors: those the store holds are taken from it, the others are encoded in threads."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from index.records import Passage, Span
from index.search.embedding import Embedder
from index.store.encoded import Vectors, place_sentences
from index.store.writer import Prepared

# The vectors that are held, by the hashes of passages.
FindVectors = Callable[[Iterable[bytes]], Mapping[bytes, Vectors]]


def encode_passages(
    prepared: Sequence[Prepared], embedder: Embedder, find: FindVectors | None = None
) -> list[Prepared]:
    """The same articles with the vectors of their passages and sentences; what `find` knows is not encoded again."""
    return Encoding(prepared, embedder, find or (lambda _: {})).finish()


def cut_passage(text: str, sentences: Sequence[Span], passage: Passage) -> tuple[str, tuple[Span, ...]]:
    """A passage's text and its sentences within it."""
    inside = sentences[passage.first : passage.last + 1]
    return text[passage.start : passage.end], place_sentences(inside, passage.start)


class Encoding:
    """Articles whose passages are being encoded, each text once, while whoever began it does other work."""

    def __init__(
        self, prepared: Sequence[Prepared], embedder: Embedder, find: FindVectors, ahead: Collection[bytes] = ()
    ) -> None:
        """`ahead` are passages under way already, which `find` will know before this is to `finish`."""
        self._prepared = prepared
        self._find = find
        cut = {
            key: cut_passage(one.article.text, one.sentences, passage)
            for one in prepared
            for key, passage in zip(one.hashes, one.passages, strict=True)
        }
        self._held = find(cut.keys())
        self.begun = [key for key in cut if key not in self._held and key not in ahead]
        self._later = [key for key in cut if key not in self._held and key in ahead]
        texts, sentences = [cut[key][0] for key in self.begun], [cut[key][1] for key in self.begun]
        self._encoding = embedder.begin_passages(texts, sentences)

    def finish(self) -> list[Prepared]:
        """The articles with their vectors; waits for them, and raises what kept any from being encoded."""
        encoded = ((one.vector, one.sentences) for one in self._encoding.result())
        vectors = {**self._held, **self._find(self._later), **dict(zip(self.begun, encoded, strict=True))}
        done = []
        for one in self._prepared:
            own = [vectors[key] for key in one.hashes]
            done.append(
                replace(one, vectors=np.stack([vector for vector, _ in own]), sentence_vectors=tuple(s for _, s in own))
            )
        return done

    def cancel(self) -> None:
        """Leave undone what no thread has begun."""
        self._encoding.cancel()
