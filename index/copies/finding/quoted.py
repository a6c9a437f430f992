"""Which words stand between quotation marks; says nothing of who speaks."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from index.records import Span

# A double mark left open runs to the end of its paragraph. A single one must close, since it may be an apostrophe.
_QUOTED = re.compile(r"“[^”]+(?:”|$)|\"[^\"]+(?:\"|$)|«[^»]+(?:»|$)|(?<!\w)‘(?:[^’‘]|’(?=\w))*’(?!\w)")


class Quoted:
    """The quotations of some paragraphs of a text; marks and all."""

    def __init__(self, text: str, paragraphs: Iterable[Span]) -> None:
        self.spans: list[Span] = []
        for start, end in paragraphs:
            found = _QUOTED.finditer(text[start:end])
            self.spans.extend(Span(start + one.start(), start + one.end()) for one in found)
        self._starts = [span.start for span in self.spans]

    def find(self, place: int) -> Span | None:
        """The quotation that holds the character at `place`, or None."""
        n = bisect_right(self._starts, place) - 1
        return self.spans[n] if n >= 0 and place < self.spans[n].end else None
