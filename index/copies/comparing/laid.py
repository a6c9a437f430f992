"""One side of two sentences laid against one another: its words, and all that is known of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from index.copies.comparing.align import Region
from index.copies.finding.quoted import Quoted
from index.copies.finding.words import Word
from index.records import Side, Span, Statement


class Laid:
    """The words of a sentence, or of several in order, with the statements made in them.

    `holds` tells whether the whole article has some words.
    """

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        quoted: Quoted | None = None,
        statements: Sequence[Statement] = (),
        holds: Callable[[str], bool] = lambda words: False,
    ) -> None:
        self.text = text
        self.words = words
        self.statements = statements
        self.holds = holds
        self._quoted = quoted
        self._starts = [word.start for word in words]
        self._ends = [word.end for word in words]

    def keys(self, part: range) -> list[str]:
        """The folded words of a run."""
        return [self.words[n].key for n in part]

    def cite(self, part: range) -> str:
        """The text of a run of words, with the bracket that closes one opened in it; "" where it is empty."""
        if not part:
            return ""
        start, end = self.words[part[0]].start, self.words[part[-1]].end
        words = self.text[start:end]
        is_open = words.count("(") > words.count(")") and self.text[end : end + 1] == ")"
        return self.text[start : end + is_open]

    def side(self, part: range) -> Side | None:
        """The run as a change shows it; None where it is empty."""
        if not part:
            return None
        words, start = self.cite(part), self.words[part[0]].start
        return Side(start, start + len(words), words)

    def find(self, start: int, end: int) -> range:
        """The run of words that `[start, end)` of the text touches."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def quotation(self, part: range, place: int) -> Span | None:
        """The quotation that the run stands in, whole; for an empty run the one that goes on across word `place`."""
        if self._quoted is None or not self.words:
            return None
        ends = (part[0], part[-1]) if part else (max(0, place - 1), min(place, len(self.words) - 1))
        first, last = (self._quoted.find(self.words[n].start) for n in ends)
        return first if first == last else None


def map_words(regions: Sequence[Region], size: int, other: int) -> dict[int, int]:
    """Which word of one side is which of the other, outside the regions."""
    same: dict[int, int] = {}
    low = b_low = 0
    for region in [*regions, Region(size, size, other, other)]:
        same.update(zip(range(low, region.a), range(b_low, region.b), strict=True))
        low, b_low = region.a_end, region.b_end
    return same
