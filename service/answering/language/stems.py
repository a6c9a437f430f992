"""Which of a question's stems stand in a text: each word of its kind is analysed once, each text read once."""

import re
from collections.abc import Iterable

from service.answering.reading import Lexicon

_BEYOND_ASCII = r"[^\W_]?[^\x00-\x7f]"


class HeldStems:
    """Finds some stems in texts, for one question.

    Only words that begin as one of the stems does are handed to the analyzer: stemming changes how a word ends, at
    most turns its second letter between i and y, and takes accents off, so words with a letter beyond ASCII at their
    beginning are always handed over.
    """

    def __init__(self, stems: Iterable[str], lexicon: Lexicon) -> None:
        self._stems = frozenset(stems)
        self._lexicon = lexicon
        heads = sorted({re.sub("(?<=.)[iy]", "[iy]", re.escape(stem[:2])) for stem in self._stems})
        beginning = "|".join([*heads, _BEYOND_ASCII])
        self._word = re.compile(rf"(?<![^\W_])(?:{beginning})[^\W_]*")
        self._of_word: dict[str, frozenset[str]] = {}
        self._of_text: dict[str, frozenset[str]] = {}

    def find(self, text: str) -> frozenset[str]:
        """Those of the stems that the text holds."""
        held = self._of_text.get(text)
        if held is None:
            held = frozenset().union(*map(self._read, set(self._word.findall(text.lower()))))
            self._of_text[text] = held
        return held

    def _read(self, word: str) -> frozenset[str]:
        held = self._of_word.get(word)
        if held is None:
            held = self._stems.intersection(self._lexicon.stems(word))
            self._of_word[word] = held
        return held
