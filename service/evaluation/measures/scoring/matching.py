"""What of an answer carries what was wanted: quotes and names compared, whatever their spaces, case and quotes."""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from index.attribution.aliases import load_aliases
from service.evaluation.values import Json, ReferenceClaim

# The share of the wanted words, or characters, that a quote must hold to carry them.
ENOUGH = 0.5

_MARKS = str.maketrans(dict.fromkeys("“”„«»\"‘’‚'`", ""))
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


@lru_cache(maxsize=20_000)
def read_words(text: str) -> tuple[str, ...]:
    """The words of a text without case, quotation marks and punctuation, in order."""
    return tuple(_WORD.findall(text.translate(_MARKS).casefold()))


def fold(text: str) -> str:
    """A text for comparison: its words, a space between them and at both ends."""
    return f" {' '.join(read_words(text))} "


def holds(text: str, wanted: str) -> bool:
    """Whether the words of `wanted` stand in a row in `text`."""
    return bool(read_words(wanted)) and fold(wanted) in fold(text)


def share_held(text: str, wanted: str) -> float:
    """The share of the words of `wanted` that `text` holds, each as often as it does."""
    words = Counter(read_words(wanted))
    return sum((words & Counter(read_words(text))).values()) / max(1, words.total())


def strip_article(name: str) -> str:
    """A name without "the" or "a" before it."""
    return re.sub(r"^(?:the|an?)\s+", "", " ".join(name.split()), flags=re.IGNORECASE)


def is_name(wanted: str, given: str | None) -> bool:
    """Whether `wanted`, or another name for the same, stands within `given` as whole words; but for its article."""
    if not given:
        return False
    name, found, aliases = strip_article(wanted), " ".join(given.split()), load_aliases()
    return aliases.canonical(name) == aliases.canonical(found) or bool(aliases.pattern(name).search(found))


def is_outlet(wanted: str | None, given: str | None) -> bool:
    """Whether both are names of one outlet, or both none."""
    if wanted is None or given is None:
        return wanted is given
    aliases = load_aliases()
    return aliases.canonical(wanted).casefold() == aliases.canonical(given).casefold()


def is_chain(wanted: Sequence[str], given: Sequence[Json] | None) -> bool:
    """Whether each name wanted stands within the name of its link, none left over; never of a chain not analysed."""
    return (
        given is not None
        and len(wanted) == len(given)
        and all(is_name(name, link["name"]) for name, link in zip(wanted, given, strict=True))
    )


def carries(report: Json, claim: ReferenceClaim, text: str | None) -> bool:
    """Whether a report quotes what a claim wants: by offsets where `text`, that of its article, holds the quote."""
    if claim.article not in (None, report["article_id"]):
        return False
    wanted = claim.quote or claim.text or ""
    if claim.quote and text and claim.quote in text:
        places = [(found.start(), found.end()) for found in re.finditer(re.escape(claim.quote), text)]
        return any(
            min(end, span["end"]) - max(start, span["start"]) >= ENOUGH * (end - start)
            for start, end in places
            for span in quoted_spans(report)
        )
    if claim.quote:
        return any(_share_in_a_row(span["quote"], wanted) >= ENOUGH for span in quoted_spans(report))
    return any(share_held(span["quote"], wanted) > ENOUGH for span in quoted_spans(report))


def quoted_words(report: Json) -> str:
    """All that a report quotes: its context and its quote."""
    return " ".join(span["quote"] for span in quoted_spans(report))


def quoted_spans(report: Json) -> list[Json]:
    """The spans that a report quotes: of its context, where it has one, and its own."""
    return [span for span in (report.get("context"), report) if span]


def _share_in_a_row(text: str, wanted: str) -> float:
    """The share of the words of `wanted` in the longest run of them that stands in `text`."""
    words, other = read_words(wanted), read_words(text)
    return SequenceMatcher(None, words, other, autojunk=False).find_longest_match().size / max(1, len(words))
