"""Sentences to tokens with exact offsets, and the quotations among them; knows no grammar."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.records import Span

OPEN, CLOSE, DASH = "“", "”", "—"
# One token; each alternative is linear, and none begins where another ends.
_TOKEN = re.compile(
    r"""(?:[^\W\d_]\.){2,}(?:['’]s\b)?
      | (?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Col|Lt|Sgt|Maj|Prof|St|Jr|Sr|Rev|Adm|Capt|Inc|Corp|Co|[A-Z])\.
      | \d[\d.,]*\d(?:[-\w%]*) | \w+(?:[-'’]\w+)*(?:['’](?=\s))? | '' | `` | -- | \.\.+ | \S""",
    re.VERBOSE,
)
_DASHES = frozenset(("--", "—", "–", "―", "-"))
_OPENING = frozenset(("“", "``", "«", "„"))
_CLOSING = frozenset(("”", "»"))
_EITHER = frozenset(('"', "''", "＂"))
# Initials that would be pronouns in lower case.
_INITIALS = {"US": "u.s.", "WHO": "w.h.o."}
_SPACE = frozenset(" \t\r\n\xa0([{—–-")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of an article's sentences, one list an attribute, so that a scan is an index going up or down.

    `low` is a token in lower case with straight apostrophes, a quotation mark as “ or ”, a dash as —. `quote[i]` is
    the number of the quotation that token i stands in, its marks included, or -1; `quotes` are their first and last
    tokens. `bounds[n]` is the range of sentence n; `paragraph[n]` the number of its paragraph. `open_ended` are the
    quotations that no mark closes before their paragraph ends.
    """

    text: str
    low: list[str]
    start: list[int]
    end: list[int]
    cap: list[bool]
    quote: list[int]
    bounds: list[tuple[int, int]]
    paragraph: list[int]
    quotes: list[tuple[int, int]]
    open_ended: frozenset[int]

    def span(self, first: int, last: int) -> Span:
        """The span of tokens `first` to `last`, inclusive."""
        return Span(self.start[first], self.end[last])

    def sentence_of(self, token: int) -> int:
        """The number of the sentence that holds a token."""
        low, high = 0, len(self.bounds)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.bounds[middle][0] <= token else (low, middle)
        return low


def read_tokens(text: str, sentences: Sequence[Span]) -> Tokens:
    """Tokens of the sentences, in order; what stands between sentences has none."""
    low: list[str] = []
    start: list[int] = []
    end: list[int] = []
    cap: list[bool] = []
    bounds: list[tuple[int, int]] = []
    single = _quotes_singly(text)
    for sentence in sentences:
        first = len(low)
        for found in _TOKEN.finditer(text, sentence.start, sentence.end):
            token, (begin, stop) = found.group(), found.span()
            # A plural's apostrophe ("the officials’ word") is not told from a mark, and stays.
            closes = single and token[-1] == "’" and stop - begin > 1 and token[-2] not in "sS"
            for word, at in ((token[:-1], begin), ("’", stop - 1)) if closes else ((token, begin),):
                low.append(_fold_single(word, text, at) if single else _fold(word, text, at))
                start.append(at)
                end.append(at + len(word))
                cap.append(word[0].isupper())
        bounds.append((first, len(low)))
    paragraph = _number_paragraphs(text, sentences)
    quote, quotes, open_ended = _pair_quotes(low, bounds, paragraph)
    return Tokens(text, low, start, end, cap, quote, bounds, paragraph, quotes, open_ended)


@lru_cache(maxsize=1)  # of an article, which is asked about sentence by sentence
def lower_text(text: str) -> str:
    """The text in lower case, letter for letter, so that offsets hold in both."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


@lru_cache(maxsize=1)  # likewise
def _quotes_singly(text: str) -> bool:
    """Whether a text quotes by ‘ and ’: twice as often as by the double marks, and before any of them."""
    single = text.count("‘")
    double = sum(text.count(mark) for mark in ("“", '"', "``", "«"))
    return single > 1 and single >= 2 * double and (not double or text.find("‘") < _first(text))


def _first(text: str) -> int:
    return min(place for mark in ("“", '"', "``", "«") if (place := text.find(mark)) >= 0)


def _fold_single(word: str, text: str, start: int) -> str:
    """As `_fold` where a text quotes by single marks, so that double ones stand within a quotation."""
    if word == "‘":
        return OPEN
    if word == "’" and start > 0 and not text[start - 1].isspace():
        return CLOSE
    folded = _fold(word, text, start)
    return '"' if folded in (OPEN, CLOSE) else folded


def _fold(token: str, text: str, start: int) -> str:
    if token[0].isalnum():
        return _INITIALS.get(token) or token.lower().replace("’", "'")
    if token in _OPENING:
        return OPEN
    if token in _CLOSING:
        return CLOSE
    if token in _EITHER:
        opens, end = start == 0 or text[start - 1] in _SPACE, start + len(token)
        return OPEN if opens and end < len(text) and not text[end].isspace() else CLOSE
    if token in _DASHES:
        return DASH
    return token


def _number_paragraphs(text: str, sentences: Sequence[Span]) -> list[int]:
    """A line break between two sentences ends a paragraph."""
    numbers: list[int] = []
    for n, sentence in enumerate(sentences):
        gap = text[sentences[n - 1].end : sentence.start] if n else ""
        broken = "\n" in gap or "\r" in gap or "\u2029" in gap or "\u2028" in gap
        numbers.append((numbers[-1] if numbers else 0) + broken)
    return numbers


def _pair_quotes(
    low: list[str], bounds: list[tuple[int, int]], paragraph: list[int]
) -> tuple[list[int], list[tuple[int, int]], frozenset[int]]:
    """Quotations by their marks; one that no mark closes ends with its paragraph."""
    quote = [-1] * len(low)
    quotes: list[tuple[int, int]] = []
    open_ended: set[int] = set()
    opened = -1

    def finish(last: int) -> None:
        number = len(quotes)
        quotes.append((opened, last))
        quote[opened : last + 1] = [number] * (last + 1 - opened)

    for n, (first, last) in enumerate(bounds):
        if opened >= 0 and paragraph[n] != paragraph[n - 1]:
            open_ended.add(len(quotes))
            finish(first - 1)
            opened = -1
        for i in range(first, last):
            if low[i] == OPEN and opened < 0:
                opened = i
            elif low[i] == CLOSE and opened >= 0:
                finish(i)
                opened = -1
    if opened >= 0:
        open_ended.add(len(quotes))
        finish(len(low) - 1)
    return quote, quotes, frozenset(open_ended)
