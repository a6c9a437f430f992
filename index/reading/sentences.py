"""Body lines to sentences; says nothing of who speaks in them."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from index.records import Line, Span

# A full stop glued to the next sentence, as scraping leaves it ("liberating the town.Syrian Army entered").
_GLUED = re.compile(r"(?<=[a-z]{3})[.!?][”\"’')]?(?=[A-Z][a-z]+ )")
# A line this long that ends in mid-sentence was wrapped, not finished.
_WRAPPED = 40
_ENDS = tuple(".!?…:;\"”’')]—")
# What a sentence leans on stands in the one before: a speaker carried on, or a pronoun that opens.
_LEANING = re.compile(
    r"""(?:
        (?:he|she|it|they|this|that|these|those|both|his|her|its|their|such)\b
      | the\s+(?:\w+[\s-]){0,3}?
        (?:source|agency|group|official|spokes\w+|statement|report|minister|ministry|monitor)s?\s+(?:also\s+)?(?:said|says|added|adds|stated|noted|told|reported|claimed|denied|warned)\b
      | (?:according\s+to\s+the\s+(?:agency|source|group|report|statement))\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_TAGGED = re.compile(
    r"[”\"]\s+(?:the\s+(?:\w+[\s-]){0,3}\w+|he|she|it|they)\s+(?:said|added|says|told)\b", re.IGNORECASE
)


def split_sentences(text: str, lines: Iterable[Line]) -> tuple[Span, ...]:
    """Sentences of the body lines, in order, without the white space around them.

    A sentence never holds a line of another label; it crosses a line break only where the line was wrapped.
    Boundaries are those of nupunkt (Bommarito et al. 2025, after Kiss and Strunk 2006), repaired where a
    quotation is torn from its tag and where scraping has glued two sentences together.
    """
    return tuple(span for block in _blocks(text, lines) for span in _split_block(text, block))


def leans(sentence: str) -> bool:
    """Whether a sentence needs the one before it to be understood ("the source added", "It said ...")."""
    return bool(_LEANING.match(sentence) or _TAGGED.search(sentence[:600]))


def split_runs(sentences: tuple[Span, ...], lines: tuple[Line, ...]) -> list[range]:
    """Numbers of sentences with nothing but body between them: what one passage may hold."""
    starts = [line.start for line in lines]
    breaks = [0]
    for n in range(1, len(sentences)):
        low = bisect_right(starts, sentences[n - 1].start)
        high = bisect_right(starts, sentences[n].start)
        if any(line.label != "body" for line in lines[low:high]):
            breaks.append(n)
    return [range(low, high) for low, high in zip(breaks, [*breaks[1:], len(sentences)], strict=True) if low < high]


def _blocks(text: str, lines: Iterable[Line]) -> Iterator[Span]:
    """Body lines, those that were wrapped joined to one."""
    start = end = -1
    for line in lines:
        if line.label != "body" or not text[line.start : line.end].strip():
            continue
        if start >= 0 and _is_wrapped(text, start, end, line):
            end = line.end
            continue
        if start >= 0:
            yield Span(start, end)
        start, end = line.start, line.end
    if start >= 0:
        yield Span(start, end)


def _is_wrapped(text: str, start: int, end: int, following: Line) -> bool:
    between = text[end : following.start]
    if between not in ("\n", "\r\n", "\r"):
        return False
    last = text[max(start, end - 200) : end].rstrip()
    last = last[max(last.rfind("\n"), last.rfind("\r")) + 1 :]
    return len(last) >= _WRAPPED and not last.endswith(_ENDS)


def _split_block(text: str, block: Span) -> list[Span]:
    import nupunkt

    words = text[block.start : block.end]
    cuts: list[int] = [0]
    for start, _ in nupunkt.sent_spans(words)[1:]:
        if not _is_torn(words, start):
            cuts.append(start)
    cuts.extend(found.end() for found in _GLUED.finditer(words))
    cuts = [*sorted(set(cuts)), len(words)]
    spans = (_trim(words, low, high) for low, high in itertools.pairwise(cuts))
    return [Span(block.start + low, block.start + high) for low, high in spans if low < high]


def _is_torn(words: str, cut: int) -> bool:
    """A cut before a lower-case word, after a closing quotation mark, tears a tag from its quotation."""
    before = words[max(0, cut - 40) : cut].rstrip()
    return words[cut : cut + 1].islower() and before.endswith(("”", '"', "’", "'", "?", "!", "…"))


def _trim(words: str, low: int, high: int) -> tuple[int, int]:
    piece = words[low:high]
    return low + len(piece) - len(piece.lstrip()), low + len(piece.rstrip())
