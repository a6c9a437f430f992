"""What can be seen of each line of a scraped page: its words, its looks and its neighbours, as numbers."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

ANCHORS = ("more", "promotion", "legal", "comment", "credit", "byline")
LENGTHS = (2, 4, 7, 11, 17, 28, 50)
OWN = (
    *(f"words over {n}" for n in LENGTHS),
    "log words",
    "ends as a sentence",
    "ends cut off",
    "ends with a colon",
    "inner sentence ends",
    "commas",
    "lower-case words",
    "capital words",
    "starts in lower case",
    "function words",
    "no function word",
    "digits",
    "symbols",
    "quotation",
    "bullet",
    "address",
    "clock or year",
    "repeated",
    "begins as another line",
    "like the title",
    *(f"anchor: {kind}" for kind in ANCHORS),
    *(f"starts with: {kind}" for kind in ANCHORS),
    "prose",
)
AROUND = ("ends as a sentence", "function words", "prose", "words over 11", "no function word")
REACHES = (0.5, 0.85)
CONTEXT = (
    *(f"{name} of the line before" for name in AROUND),
    *(f"{name} of the line after" for name in AROUND),
    *(f"prose {side} at {reach}" for side in ("before", "after") for reach in REACHES),
    "lines to prose before",
    "lines to prose after",
    "share of the prose before",
    "no prose before",
    "no prose after",
    "prose share of the page",
    "blank before",
    "blank after",
    "after a comment form",
    "short between prose",
    "short outside prose",
)
FEATURES = (*OWN, *CONTEXT)

_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\w+|[©*@]")
_DIGIT = re.compile(r"\d")
_SYMBOL = re.compile(r"[^\w\s.,'’\"“”]|_")
_PHRASE = 5  # words in the longest anchor
_ANCHORED = 240  # code points of a line in which anchors are looked for; further on they are prose
_CLUMPED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।۔][\"'”’»)\]』」]*(?:\s|$)")
_CLOSING = "\"'”’»)]』」 \t\u00a0"
_BULLET = re.compile(r"\s*(?:[*•·▪►»+>|–—-]|o|\d{1,2}[.)])\s")
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|(?:^|\s)[@#]\w|\.(?:com|org|net)\b")
_ADDRESS_SIGNS = ("http", "www.", "@", "#", ".com", ".org", ".net")  # without any of them there is none
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b(?:19|20)\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b")
# Only the beginning of a line is looked at: what kind of line it is shows there, and cost stays bounded.
_LOOKED_AT = 2_000


class PageLines(NamedTuple):
    """The non-empty lines of one page: `(n, len(FEATURES))` numbers, sizes in words, content words and key of each."""

    features: Matrix
    size: Matrix
    words: tuple[frozenset[str], ...]
    keys: tuple[str, ...]


class LineWords(NamedTuple):
    """The word lists that ship beside the coefficients: function words, and what page furniture says."""

    stop: frozenset[str]
    anchors: dict[str, int]  # a phrase to the place of its kind in ANCHORS
    begun: frozenset[str]  # phrases that are the first words of a longer one


@lru_cache(maxsize=1)
def load_words() -> LineWords:
    """Read the word lists, once."""
    data = json.loads((Path(__file__).parent / "words.json").read_text(encoding="utf-8"))
    anchors = {phrase: place for place, kind in enumerate(ANCHORS) for phrase in data["anchors"][kind]}
    begun = {" ".join(words[:n]) for words in map(str.split, anchors) for n in range(1, len(words))}
    return LineWords(frozenset(data["stop"].split()), anchors, frozenset(begun))


def fold_line(line: str) -> str:
    """Make the key by which lines of one page are compared: the words in lower case, digits as 0.

    Spacing, punctuation and figures do not tell two lines apart. Without any word the key is the line without
    its white space.
    """
    words = _WORD.findall(line.casefold())
    return re.sub(r"\d+", "0", " ".join(words)) if words else "".join(line.split())


def _find_anchors(low: str, known: LineWords) -> list[int | None]:
    """Find, for each kind in ANCHORS, the number of the word at which its first phrase begins, or None."""
    found: list[int | None] = [None] * len(ANCHORS)
    words = _TOKEN.findall(low[:_ANCHORED])
    for i in range(len(words)):
        phrase = ""
        for word in words[i : i + _PHRASE]:
            phrase = f"{phrase} {word}" if phrase else word
            kind = known.anchors.get(phrase)
            if kind is not None and found[kind] is None:
                found[kind] = i
            if phrase not in known.begun:
                break
    return found


def read_anchor(line: str, kind: str) -> tuple[int, int]:
    """Count the words of the longest anchor of this kind at the line's very beginning, and then those of the line.

    Both are 0 where the line begins with none.
    """
    known, place, low = load_words(), ANCHORS.index(kind), line[:_ANCHORED].lower()
    size, phrase = 0, ""
    for n, word in enumerate(islice(_TOKEN.finditer(low), _PHRASE), 1):
        phrase = f"{phrase} {word.group()}" if phrase else word.group()
        if known.anchors.get(phrase) == place:
            size = n
        if phrase not in known.begun:
            break
    return size, len(_TOKEN.findall(low)) if size else 0


def _look(line: str, folded: str, title: frozenset[str]) -> list[float]:
    """Describe one line by itself; the order is that of OWN, without the two that count repeats."""
    known = load_words()
    line = line.strip()[:_LOOKED_AT]
    words = _WORD.findall(line)
    n = max(1, len(words))
    size = len(words) + len(_CLUMPED.findall(line)) / 2
    cased = [w for w in words if w[0].isalpha() and w[0].lower() != w[0].upper()]
    lower = sum(w[0].islower() for w in cased) / len(cased) if cased else 0.8
    stops = sum(w in known.stop for w in line.lower().replace("'", " ").replace("’", " ").split()) / n
    bare = line.rstrip(_CLOSING)
    cut = bare.endswith(("...", "…", "[…", "»»"))
    ends = bool(_SENTENCE_END.match(bare[-1:])) and not cut
    low = line.lower()
    hits = _find_anchors(low, known)
    digits = len(_DIGIT.findall(line))
    mine = set(folded.split())
    visible = max(1, len("".join(line.split())))
    prose = float(ends and size >= 9 and (lower > 0.55))
    return [
        *(float(size > limit) for limit in LENGTHS),
        float(np.log1p(size)),
        float(ends),
        float(cut),
        float(bare.endswith((":", "："))),
        float(np.log1p(max(0, len(_SENTENCE_END.findall(line)) - ends))),
        min(1.0, (line.count(",") + line.count("、") + line.count("،")) / n * 5),
        lower,
        sum(w.isupper() and len(w) > 1 for w in words) / n,
        float(bool(line[:1].islower())),
        min(stops, 0.6),
        float(stops == 0 and size > 2),
        digits / visible,
        len(_SYMBOL.findall(line)) / visible,
        float(any(c in line for c in '“”„«»"「')),
        float(bool(_BULLET.match(line))),
        float(any(sign in low for sign in _ADDRESS_SIGNS) and bool(_ADDRESS.search(low))),
        float(size < 20 and digits > 0 and bool(_CLOCK.search(line))),
        len(mine & title) / len(mine | title) if mine and title else 0.0,
        *(float(hit is not None) / (1 + size / 12) for hit in hits),
        *(float(hit == 0) for hit in hits),
        prose,
    ]


def _fade(values: Matrix, keep: float) -> Matrix:
    """Average of what came before each place, older values fading by `keep` a line; one pass."""
    out = np.empty_like(values)
    carried = 0.0
    for i, value in enumerate(values):
        out[i] = carried
        carried = keep * carried + (1 - keep) * value
    return out


def fade_both(values: Matrix, keep: float) -> tuple[Matrix, Matrix]:
    """Faded average of the values before each place, and of those after it."""
    return _fade(values, keep), _fade(values[::-1], keep)[::-1]


def steps_since(flags: NDArray[np.bool_]) -> Matrix:
    """Lines back to the nearest earlier flag; the length of the page where there is none."""
    places = np.arange(len(flags), dtype=np.float64)
    last = np.maximum.accumulate(np.where(flags, places, -np.inf))
    before = np.concatenate(([-np.inf], last[:-1])) if len(flags) else last
    return np.where(np.isinf(before), float(len(flags)), places - before)


def _place(own: Matrix, blanks: Matrix) -> Matrix:
    """Describe each line by its neighbours; the order is that of CONTEXT."""
    column = {name: own[:, i] for i, name in enumerate(OWN)}
    size = np.expm1(column["log words"])
    prose = column["prose"]
    mass = prose * size
    total = max(1.0, float(mass.sum()))
    seen = np.cumsum(mass)
    around = [column[name] for name in AROUND]
    short = column["words over 7"] == 0
    before, after = steps_since(prose > 0), steps_since(prose[::-1] > 0)[::-1]
    near = [fade_both(mass**0.5, keep) for keep in REACHES]
    comment = column["anchor: comment"] * short
    is_late = np.cumsum(comment > 0) - (comment > 0) > 0
    return np.column_stack(
        [
            *(np.concatenate(([0.0], values[:-1])) for values in around),
            *(np.concatenate((values[1:], [0.0])) for values in around),
            *(np.log1p(pair[0]) for pair in near),
            *(np.log1p(pair[1]) for pair in near),
            np.log1p(before),
            np.log1p(after),
            (seen - mass / 2) / total,
            seen - mass <= 0,
            seen >= total,
            np.full(len(own), total / max(1.0, float(size.sum()))),
            np.minimum(blanks[:-1], 2),
            np.minimum(blanks[1:], 2),
            is_late,
            short & (before <= 2) & (after <= 2),
            short & ((before > 3) | (after > 3)),
        ]
    )


def describe_lines(lines: Sequence[str], blanks: Sequence[int], title: str | None = None) -> PageLines:
    """Describe the non-empty lines of one page.

    `blanks` holds n + 1 counts of empty lines: before the first, between each two, and after the last.
    Linear in the length of the text; equal lines are looked at once.
    """
    keys = tuple(fold_line(line) for line in lines)
    folded = [
        fold_line(line[:_LOOKED_AT]) if len(line) > _LOOKED_AT else key for line, key in zip(lines, keys, strict=True)
    ]
    counts = Counter(folded)
    heads = Counter(key[:24] for key in counts)
    # Undeclared, the title is what the page begins with: scraped text puts it first more often than not.
    head = frozenset(fold_line(title).split()) if title else frozenset(folded[0].split() if folded else ())
    looks: dict[str, list[float]] = {}
    words: dict[str, frozenset[str]] = {}
    at = OWN.index("repeated")
    for line, key in zip(lines, folded, strict=True):
        if line not in looks:
            look = _look(line, key, head)
            look[at:at] = [float(np.log(counts[key])), float(len(key) > 24 and heads[key[:24]] > 1)]
            looks[line] = look
            words[line] = _content_words(key)
    own = np.array([looks[line] for line in lines]).reshape(len(lines), len(OWN))
    features = np.hstack([own, _place(own, np.asarray(blanks, dtype=np.float64))]) if len(own) else own
    return PageLines(features, np.expm1(own[:, OWN.index("log words")]), tuple(words[line] for line in lines), keys)


def _content_words(folded: str) -> frozenset[str]:
    """Words that say what a line is about, cut to twelve letters so that long inflected forms meet."""
    stop = load_words().stop
    return frozenset(
        w[:12] for w in folded.split() if w not in stop and (len(w) > 3 or not w.isascii()) and not w.isdigit()
    )
