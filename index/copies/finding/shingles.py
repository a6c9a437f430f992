"""Word 5-grams of a text as stable 64-bit hashes, and the fingerprints by which like texts are looked up."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.copies.finding.quoted import Quoted
from index.copies.finding.words import read_words
from index.records import Line, Span

# Raised when words are folded, hashed or compared otherwise than before, so that stores are filled anew.
RULES = 1
SHINGLE = 5  # words
WINDOW = 12  # shingles, of which at least one is a fingerprint
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, so that no word is lost by multiplying

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Shingles:
    """A text's word 5-grams in order; `quoted[i]` where most words of `hashes[i]` stand in quotation marks."""

    hashes: Hashes
    quoted: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.hashes)

    @property
    def prose(self) -> Hashes:
        """Those outside quotation marks, which are the outlet's own writing."""
        return self.hashes[~self.quoted]


def shingle_body(text: str, lines: Iterable[Line]) -> Shingles:
    """The shingles of an article's body lines, running on from line to line; see `shingle_words`."""
    return _shingle(text, [Span(line.start, line.end) for line in lines if line.label == "body"])


def shingle_text(text: str) -> Shingles:
    """The shingles of a text that is all body, such as one sentence."""
    return _shingle(text, [Span(0, len(text))])


def shingle_words(keys: Sequence[str]) -> Hashes:
    """One hash for each run of five words, in order; a shorter text is one run, and an empty one has none.

    A hash depends on nothing but the five folded words: it is the same on every machine and in every run.
    """
    if not keys:
        return np.zeros(0, np.uint64)
    words = np.fromiter((_hash_word(key) for key in keys), np.uint64, len(keys))
    size = min(SHINGLE, len(words))
    runs = np.zeros(len(words) - size + 1, np.uint64)
    for n in range(size):
        runs = runs * _FACTOR + words[n : n + len(runs)]
    return _mix(runs)


def pick_fingerprints(hashes: Hashes) -> Hashes:
    """The few shingles by which a text is looked up, ascending, each once.

    The least of each window is kept (winnowing; Schleimer, Wilkerson and Aiken 2003, section 3), so that two texts
    which share WINDOW + SHINGLE - 1 = 16 words in a row always share a fingerprint; about 2 / (WINDOW + 1) are kept.
    """
    if len(hashes) <= WINDOW:
        return np.unique(hashes)  # a text this short is kept whole
    return np.unique(np.lib.stride_tricks.sliding_window_view(hashes, WINDOW).min(axis=1))


def digest_shingles(shingles: Shingles) -> int:
    """One signed 64-bit number for a whole text; equal for texts whose folded words are equal."""
    digest = hashlib.blake2b(shingles.hashes.astype("<u8").tobytes(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _shingle(text: str, paragraphs: Sequence[Span]) -> Shingles:
    words = [word for start, end in paragraphs for word in read_words(text, start, end)]
    hashes = shingle_words([word.key for word in words])
    spans = Quoted(text, paragraphs).spans
    if not spans:
        return Shingles(hashes, np.zeros(len(hashes), np.bool_))
    starts = np.fromiter((word.start for word in words), np.int64, len(words))
    bounds = np.array(spans, np.int64).ravel()  # ascending; between an odd and an even one is a quotation
    inside = np.concatenate(([0], np.cumsum(np.searchsorted(bounds, starts, "right") % 2)))
    size = min(SHINGLE, len(words))
    return Shingles(hashes, 2 * (inside[size:] - inside[:-size]) > size)


@lru_cache(maxsize=100_000)
def _hash_word(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _mix(values: Hashes) -> Hashes:
    """Spread each value over all 64 bits (the finaliser of SplitMix64; Steele, Lea and Flood 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
