"""Which of a question's stems stand in a text: each word of its kind is analysed once, each text read once."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from service.answering.data import load_data
from service.answering.language.verbs import irregular_groups
from service.answering.reading import Lexicon

_BEYOND_ASCII = r"[^\W_]?[^\x00-\x7f]"


class HeldStems:
    """Finds some stems in texts, for one question; words that name the same, by `kin.yaml`, hold each other's stems.

    So do the forms of an irregular verb.

    Only words that begin as one of the stems does are handed to the analyzer: stemming changes how a word ends, at
    most turns its second letter between i and y, and takes accents off, so words with a letter beyond ASCII at their
    beginning are always handed over.
    """

    def __init__(self, stems: Iterable[str], lexicon: Lexicon) -> None:
        self._means = _read_kin(frozenset(stems), lexicon)
        self._lexicon = lexicon
        heads = sorted({re.sub("(?<=.)[iy]", "[iy]", re.escape(stem[:2])) for stem in self._means})
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
            own = self._means.keys() & _stem(self._lexicon.stems, word)
            held = self._of_word[word] = frozenset().union(*map(self._means.__getitem__, own))
        return held


@lru_cache(maxsize=20_000)
def _stem(stems: Callable[[str], list[str]], word: str) -> frozenset[str]:
    return frozenset(stems(word))


@lru_cache(maxsize=2_000)
def _stem_group(stems: Callable[[str], list[str]], group: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem for word in group for stem in stems(word))


def _read_kin(stems: frozenset[str], lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """Each stem that is looked for, with those of `stems` that it stands for."""
    means: dict[str, set[str]] = defaultdict(set)
    for stem in stems:
        means[stem].add(stem)
    heads = tuple({stem[:2] for stem in stems})
    for group in (*load_kin(), *irregular_groups()):
        if not any(word.startswith(heads) for word in group):
            continue
        own = _stem_group(lexicon.stems, group)
        for stem in own if own & stems else ():
            means[stem] |= own & stems
    return {stem: frozenset(held) for stem, held in means.items()}


@lru_cache(maxsize=1)
def load_kin() -> tuple[tuple[str, ...], ...]:
    """The groups of `kin.yaml`."""
    return tuple(tuple(str(line).split()) for line in load_data("kin"))
