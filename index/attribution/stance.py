"""How a source stands to what it says, and in what form it is given, by cue, negation and marks."""

from index.attribution.scan.closed import word_set
from index.attribution.scan.contents import Range
from index.attribution.scan.finds import Find
from index.attribution.scan.phrases import is_word
from index.attribution.scan.tokens import Tokens
from index.records import Form, Stance

# What a source leaves open, as runs of words within what it says.
_OPEN = (
    ("being", "investigated"),
    ("under", "investigation"),
    ("is", "unclear"),
    ("it's", "unclear"),
    ("was", "unclear"),
    ("is", "not", "clear"),
    ("was", "not", "clear"),
    ("it's", "not", "clear"),
    ("isn't", "clear"),
    ("wasn't", "clear"),
    ("remains", "unclear"),
    ("not", "known"),
    ("cannot", "be", "verified"),
    ("could", "not", "be", "verified"),
    ("looking", "into"),
)
_OPEN_FIRST = frozenset(words[0] for words in _OPEN)
_SILENT = word_set("say comment confirm respond answer discuss reply elaborate disclose reveal address")
_FULL = 0.9  # share of words inside marks that makes a quotation


def read_stance(t: Tokens, find: Find, piece: Range | None) -> Stance:
    """The stance of the source to one piece of what it says."""
    if find.verb.lemma == "doubt":
        return "uncertain" if not find.negated else "asserts"
    if find.negated:
        return _negate(find)
    if piece is not None and find.verb.stance == "asserts" and find.verb.use == "speech":
        if t.low[piece[0]] == "whether" and find.verb.lemma not in ("ask", "wonder"):
            return "uncertain"
        if open_question(t, piece) is not None:
            return "uncertain"
    return find.verb.stance


def _negate(find: Find) -> Stance:
    if find.verb.stance == "denies":
        return "uncertain"
    if find.verb.lemma in _SILENT or find.verb.stance == "confirms":
        return "declines"
    return "denies" if find.verb.use == "attitude" or find.verb.stance == "asserts" else "uncertain"


def open_question(t: Tokens, piece: Range) -> int | None:
    """Where in a piece its source leaves something open ("are being investigated"); None where nowhere."""
    low = t.low
    for i in range(piece[0], piece[1] + 1):
        if low[i] in _OPEN_FIRST and any(tuple(low[i : i + len(words)]) == words for words in _OPEN):
            return i
    return None


def read_form(t: Tokens, piece: Range) -> Form:
    """Whether a piece stands inside quotation marks, outside, or partly."""
    inside = [t.quote[i] >= 0 for i in range(piece[0], piece[1] + 1) if is_word(t.low[i])]
    if not any(inside):
        return "paraphrase"
    return "quotation" if sum(inside) >= _FULL * len(inside) else "mixed"
