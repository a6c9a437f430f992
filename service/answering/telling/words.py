"""Small turns of phrase that several sentences of an answer share."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from index.records import Article, Published
from service.answering.phrases import phrase, spell_count
from service.answering.telling.loaded import mark_loaded
from service.showing.labels import outlet_label

_SHORTEST = 3  # characters of an id by which an unnamed outlet is called to mind
_LEADING = re.compile(r"(A|An|The) (?=\S)")


def join_names(names: Sequence[str]) -> str:
    """The names as a list in a sentence: A; A and B; A, B and C."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + phrase("and") + names[-1]


def plural(count: int) -> str:
    """The key of the phrase for one or for several."""
    return "one" if count == 1 else "several"


def open_sentence(text: str, names: Iterable[str] = ()) -> str:
    """The text with a capital at its start, unless it starts with one of `names`: those stay as they are written."""
    return text if text.startswith(tuple(names)) else text[:1].upper() + text[1:]


def count_word(count: int) -> str:
    """A count as it opens a sentence."""
    return open_sentence(spell_count(count))


def mark_articles(numbers: Iterable[int]) -> str:
    """The numbers of articles as marks, each once: [1][2]."""
    return "".join(f"[{n}]" for n in dict.fromkeys(numbers))


def quote(words: str) -> str:
    """The words in quotation marks: none beside their own round the whole, single ones round words that hold double."""
    inner = words[1:-1]
    if words[:1] == "“" and words[-1:] == "”" and "“" not in inner and "”" not in inner:
        return words
    return f"‘{words}’" if "“" in words or "”" in words else f"“{words}”"


def quote_name(words: str) -> str:
    """What a source is called that has no name, in quotation marks; an article that opened its sentence before them."""
    led = _LEADING.match(words)
    return f"{led[1].lower()} {quote(words[led.end() :])}" if led else quote(words)


def shorten_ids(ids: Iterable[str]) -> dict[str, str]:
    """For each id the shortest beginning, of at least three characters, that no other of them has, and an ellipsis.

    An id that would lose no more than the ellipsis takes stays whole.
    """
    ordered = sorted(set(ids))
    shared = [0, *(_count_shared(*pair) for pair in pairwise(ordered)), 0]
    short: dict[str, str] = {}
    for n, one in enumerate(ordered):
        size = max(shared[n] + 1, shared[n + 1] + 1, _SHORTEST)
        short[one] = f"{one[:size]}…" if size + 1 < len(one) else one
    return short


def say_published(published: Published) -> str:
    """A day of publication as it is read, with its time as far as it is given, and that no time zone is."""
    if published.day is None:
        return phrase("dated.unknown")
    names = {"day": published.day.day, "month": phrase(f"dated.months.{published.day.month}")}
    day = phrase("dated.day", year=published.day.year, **names)
    if not published.time:
        return day
    return phrase(f"dated.{'zone' if published.zone else 'time'}", day=day, time=published.time, zone=published.zone)


def name_outlet(article: Article, short: Mapping[str, str] | None = None) -> str:
    """Who published, within a sentence: a name, a probable one as such, or that there is none.

    An unnamed one is called by its article's id, or by what `short` has for it.
    """
    outlet = article.masthead.outlet
    if outlet.name is None:
        return phrase("outlet.unnamed", id=(short or {}).get(article.id, article.id))
    label = outlet_label(article.id, outlet)
    return phrase("outlet.inferred", label=label) if outlet.level == "inferred" else mark_loaded(label)


def _count_shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
