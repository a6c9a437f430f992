"""Words of a text with their places, folded so that spelling, case and punctuation tell nothing; knows no article."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

# In scripts that set no spaces between words, each letter is taken for one.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_LETTER = rf"[^\W\d_{_UNSPACED}]"
# Initials with full stops are one word; figures part from letters ("50km"); an apostrophe inside a word is nothing.
_WORD = re.compile(
    rf"[{_UNSPACED}]"
    r"|[%&]"
    rf"|(?:{_LETTER}\.){{2,}}"
    r"|\d+(?:[.,]\d+)*"
    rf"|{_LETTER}[\u0300-\u036f]*(?:['’ʼ`]?{_LETTER}[\u0300-\u036f]*)*"
)
_SIGNS = {"%": "percent", "&": "and"}
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
_LONGEST_CACHED = 40


class Word(NamedTuple):
    """A word at `[start, end)` of the text; words of equal `key` are the same word."""

    start: int
    end: int
    key: str


def read_words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of `text[start:end]` in order, offsets into `text`; linear in the length."""
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Word(found.start(), found.end(), fold_word(found.group()))


def fold_word(word: str) -> str:
    """The key of a word as `read_words` cuts it."""
    return _fold(word) if len(word) <= _LONGEST_CACHED else _fold_new(word)


def _fold_new(word: str) -> str:
    if word in _SIGNS:
        return _SIGNS[word]
    if word[0].isdigit():
        return _THOUSANDS.sub("", word)
    parted = unicodedata.normalize("NFKD", word).casefold()
    letters = "".join(char for char in parted if char.isalpha())
    return load_spellings().get(letters, letters) or word


_fold = lru_cache(maxsize=50_000)(_fold_new)


@lru_cache(maxsize=1)
def load_spellings() -> dict[str, str]:
    """The table beside this file: a word as one country spells it, to the word as the other does."""
    rows = Path(__file__).with_name("spellings.tsv").read_text("utf-8").splitlines()
    pairs = (row.partition("\t") for row in rows if row and not row.startswith("#"))
    return {word: other for word, _, other in pairs}
