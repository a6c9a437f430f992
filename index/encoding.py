"""Articles' passages and titles to vectors: those in the store are taken from it, the others encoded in threads."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from index.records import Passage, Span
from index.search.embedding import Embedder
from index.search.search import describe_model
from index.store.encoded import TitleVector, Vectors, hash_passage, place_sentences
from index.store.writer import Prepared

# The vectors that are held, by the hashes of passages.
FindVectors = Callable[[Iterable[bytes]], Mapping[bytes, Vectors]]


def encode_passages(
    prepared: Sequence[Prepared], embedder: Embedder, find: FindVectors | None = None
) -> list[Prepared]:
    """The same articles with their vectors: passages', sentences', titles'; what `find` knows is not encoded again."""
    return Encoding(prepared, embedder, find or (lambda _: {})).finish()


def encode_titles(titles: Mapping[str, str], embedder: Embedder, find: FindVectors) -> dict[str, TitleVector]:
    """The vector of each title, under the same keys."""
    model = describe_model(embedder)
    digests = {key: hash_passage(model, title, ()) for key, title in titles.items()}
    held = find(digests.values())
    new = {digests[key]: title for key, title in titles.items() if digests[key] not in held}
    encoded = embedder.encode_passages(list(new.values()), [()] * len(new))
    vectors = {key: held[key][0] for key in held} | dict(zip(new, (one.vector for one in encoded), strict=True))
    return {key: (digest, vectors[digest]) for key, digest in digests.items()}


def cut_passage(text: str, sentences: Sequence[Span], passage: Passage) -> tuple[str, tuple[Span, ...]]:
    """A passage's text and its sentences within it."""
    inside = sentences[passage.first : passage.last + 1]
    return text[passage.start : passage.end], place_sentences(inside, passage.start)


class Encoding:
    """Articles whose passages and titles are being encoded, each text once, while whoever began it does other work."""

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
        model = describe_model(embedder)
        self._titles: list[bytes | None] = []
        for one in prepared:
            title = one.article.masthead.title.text
            key = hash_passage(model, title, ()) if title else None
            self._titles.append(key)
            cut.update({key: (title, ())} if title and key else {})
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
        for one, title in zip(self._prepared, self._titles, strict=True):
            own = [vectors[key] for key in one.hashes]
            done.append(
                replace(
                    one,
                    vectors=np.stack([vector for vector, _ in own]),
                    sentence_vectors=tuple(rows for _, rows in own),
                    title_vector=(title, vectors[title][0]) if title else None,
                )
            )
        return done

    def cancel(self) -> None:
        """Leave undone what no thread has begun."""
        self._encoding.cancel()
