"""Known edits planted in real articles, one at a time: whether each is found, typed right, and nothing else reported.

python -m benchmarks.copy_edits --part report --wrong
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks.copies import read_whole
from benchmarks.indexing import DATA, read_articles
from index.copies.comparing.compare import compare_articles
from index.copies.finding.quoted import Quoted
from index.errors import ReadError
from index.records import Article, Change, ChangeKind, RawArticle, Side, Span, Statement

Read = tuple[Article, tuple[Statement, ...]]
# What a kind is called when the two articles change places.
_TURNED: dict[ChangeKind, ChangeKind] = {
    "hedge_removed": "hedge_added",
    "cue_firmer": "cue_softer",
    "source_dropped": "source_added",
    "attribution_dropped": "attribution_added",
    "paragraph_omitted": "paragraph_added",
    "label_dropped": "label_added",
}
_TURNED |= {other: one for one, other in _TURNED.items()}
_LABELS = {
    "rebels": "terrorists",
    "protesters": "rioters",
    "demonstrators": "thugs",
    "activists": "extremists",
    "immigrants": "aliens",
    "undocumented": "illegal",
    "conservative": "far-right",
    "liberal": "radical",
    "militants": "fighters",
    "gunman": "terrorist",
    "migrants": "refugees",
    "government": "regime",
}
_SPELLINGS = {
    "percent": "per cent",
    "adviser": "advisor",
    "defense": "defence",
    "favor": "favour",
    "labor": "labour",
    "center": "centre",
    "organization": "organisation",
    "recognize": "recognise",
    "traveled": "travelled",
    "program": "programme",
    "toward": "towards",
    "canceled": "cancelled",
    "U.S.": "US",
    "“": '"',
    "’": "'",
    "—": " – ",
    " - ": " — ",
    "email": "e-mail",
    "health care": "healthcare",
    "%": " percent",
    " p.m.": "pm",
    " a.m.": "am",
}


@dataclass(frozen=True, slots=True)
class Edit:
    """`[start, end)` of the text is replaced by `words`; `kinds` are what it may rightly be called, none for style."""

    start: int
    end: int
    words: str
    kinds: tuple[ChangeKind, ...]


Find = Callable[[str, list[Span], Quoted], Iterator[Edit]]


def find_hedges(text: str, body: list[Span], quoted: Quoted) -> Iterator[Edit]:
    """Hedging adverbs, to be dropped."""
    pattern = r" (?:allegedly|reportedly|apparently|possibly|purportedly|supposedly|perhaps|probably)(?= \w)"
    yield from _outside(pattern, "", ("hedge_removed",), text, body, quoted)


def find_places_for_hedges(text: str, body: list[Span], quoted: Quoted) -> Iterator[Edit]:
    """Places behind an auxiliary verb."""
    yield from _outside(r"(?<= was| had|were)(?= \w+ed )", " allegedly", ("hedge_added",), text, body, quoted)


def find_cues(text: str, body: list[Span], quoted: Quoted) -> Iterator[Edit]:
    """Neutral cues, to be made doubting."""
    yield from _outside(r"(?<=[a-z] )said(?=[ ,.])", "claimed", ("cue_softer",), text, body, quoted)


def find_cues_to_firm(text: str, body: list[Span], quoted: Quoted) -> Iterator[Edit]:
    """Neutral cues, to be made factive."""
    yield from _outside(r"(?<=[a-z] )said(?= [a-z])", "confirmed", ("cue_firmer",), text, body, quoted)


def find_attributions(text: str, body: list[Span], quoted: Quoted) -> Iterator[Edit]:
    """Whole attributions, to be dropped."""
    yield from _outside(r", according to [^,.“\"]+(?=[,.])", "", ("attribution_dropped",), text, body, quoted)


def find_hearers(text: str, body: list[Span], quoted: Quoted) -> Iterator[Edit]:
    """Outlets that were told, to be left out."""
    name = r"(?:Reuters|CNN|Fox News|NBC News|ABC News|CBS News|Politico|AFP|the Associated Press|The New York Times"
    pattern = rf"\btold {name}|The Washington Post|the Washington Post|BuzzFeed News|NPR|The Hill|The Guardian|the BBC)"
    yield from _outside(pattern + r"(?=[ ,.])", "said", ("source_dropped",), text, body, quoted)


def find_figures(text: str, body: list[Span], quoted: Quoted) -> Iterator[Edit]:
    """Whole numbers that are no dates and no times."""
    pattern = r"(?<![\d.,:$/-])(?<!\w)(?!(?:19|20)\d\d\b)\d{2,3}(?= [a-z]{4,})(?! (?:years? old|minutes|hours))"
    for one in _outside(pattern, "", ("figure_changed",), text, body, quoted):
        if not re.search(r"[A-Z][a-z]+\.? $", text[max(0, one.start - 12) : one.start]):
            yield replace(one, words=str(int(text[one.start : one.end]) + 7))


def find_quotations(text: str, body: list[Span], quoted: Quoted) -> Iterator[Edit]:
    """Words within quotations of a sentence, to be left out."""
    for start, end in quoted.spans:
        for word in re.compile(r" [a-z]{6,}(?= )").finditer(text, start + 12, max(start + 12, end - 12)):
            yield Edit(word.start(), word.end(), "", ("quotation_altered",))


def find_paragraphs(text: str, body: list[Span], quoted: Quoted) -> Iterator[Edit]:
    """Paragraphs, to be left out."""
    for one, following in pairwise(body[1:]):
        if one.end - one.start > 80 and text[one.end - 1] in '.”"':
            yield Edit(one.start, following.start, "", ("paragraph_omitted",))


def find_labels(text: str, body: list[Span], quoted: Quoted) -> Iterator[Edit]:
    """Labels, to be exchanged."""
    for one, other in _LABELS.items():
        yield from _outside(rf"\b{one}\b", other, ("label_changed",), text, body, quoted)


def find_labels_to_drop(text: str, body: list[Span], quoted: Quoted) -> Iterator[Edit]:
    """Labels before a noun, to be dropped."""
    pattern = r"(?<=[a-z] )(?:far-right|far-left|controversial|so-called|radical|hard-line|extremist|embattled) "
    yield from _outside(pattern, "", ("label_dropped",), text, body, quoted)


def find_spellings(text: str, body: list[Span], quoted: Quoted) -> Iterator[Edit]:
    """Words and signs that other houses write otherwise."""
    for one, other in _SPELLINGS.items():
        pattern = rf"\b{re.escape(one)}\b" if one.isalpha() else re.escape(one)
        for start, end in body:
            for found in re.compile(pattern).finditer(text, start, end):
                yield Edit(*found.span(), other, ())


def find_moves(text: str, body: list[Span], quoted: Quoted) -> Iterator[Edit]:
    """Paragraphs, to be put behind the one after them."""
    for one, two in pairwise(body[1:]):
        yield Edit(
            one.start,
            two.end,
            text[two.start : two.end] + text[one.end : two.start] + text[one.start : one.end],
            (),
        )


EDITS: dict[str, Find] = {
    "hedge dropped": find_hedges,
    "hedge put in": find_places_for_hedges,
    "said to claimed": find_cues,
    "said to confirmed": find_cues_to_firm,
    "attribution dropped": find_attributions,
    "told X to said": find_hearers,
    "figure changed": find_figures,
    "quotation cut": find_quotations,
    "paragraph dropped": find_paragraphs,
    "label swapped": find_labels,
    "label dropped": find_labels_to_drop,
    "spelling": find_spellings,
    "paragraph moved": find_moves,
}


def _outside(
    pattern: str, words: str, kinds: tuple[ChangeKind, ...], text: str, body: list[Span], quoted: Quoted
) -> Iterator[Edit]:
    for start, end in body:
        for found in re.compile(pattern).finditer(text, start, end):
            if quoted.find(found.start()) is None:
                yield Edit(*found.span(), words, kinds)


def plant(raw: RawArticle, read: Read, find: Find, rng: np.random.Generator) -> tuple[Edit, Read] | None:
    """One edit of a kind, drawn from all that the article allows, and the edited article; None where it allows none."""
    text = read[0].text
    body = [Span(line.start, line.end) for line in read[0].lines if line.label == "body" and line.end > line.start]
    edits = list(find(text, body, Quoted(text, body)))
    if not edits:
        return None
    edit = edits[int(rng.integers(len(edits)))]
    edited = replace(raw, id=f"{raw.id}-edited", text=text[: edit.start] + edit.words + text[edit.end :])
    try:
        return edit, read_whole(edited)
    except ReadError:
        return None


def judge(edit: Edit, changes: tuple[Change, ...], is_turned: bool) -> tuple[str, list[Change]]:
    """right, otherwise or missed; and the changes that the edit did not make."""
    kinds = {_TURNED.get(kind, kind) if is_turned else kind for kind in edit.kinds}
    ours, theirs = Span(edit.start, edit.end), Span(edit.start, edit.start + len(edit.words))
    ours, theirs = (theirs, ours) if is_turned else (ours, theirs)
    made = [one for one in changes if _meets(one.a, ours) or _meets(one.b, theirs)] if edit.kinds else []
    extra = [one for one in changes if one not in made]
    if not edit.kinds:
        return ("right" if not extra else "otherwise"), extra
    found = {one.kind for one in made}
    extra += [one for one in made if one.kind not in kinds and found & kinds]
    return ("right" if found & kinds else "otherwise" if found else "missed"), extra


def _meets(side: Side | None, span: Span) -> bool:
    """Whether a side reaches the span, or touches it where it is empty."""
    return side is not None and side.start <= span.end and span.start <= side.end


def main() -> int:
    """Print the counts for each edit, and on demand each that was not found as it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--articles", type=int, default=40, help="of each part")
    parser.add_argument("--part", choices=("tune", "report"), default="report")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wrong", action="store_true")
    chosen = parser.parse_args()
    raws = list(read_articles(chosen.data, 2 * chosen.articles))[chosen.part == "report" :: 2]
    counts: dict[str, Counter[str]] = {name: Counter() for name in EDITS}
    rng = np.random.default_rng(chosen.seed)
    for raw in raws:
        read = read_whole(raw)
        for name, find in EDITS.items():
            planted = plant(raw, read, find, rng)
            if planted is None:
                continue
            edit, edited = planted
            for is_turned, (one, other) in enumerate([(read, edited), (edited, read)]):
                found = compare_articles(one[0], other[0], one[1], other[1])
                fate, extra = judge(edit, found.changes, bool(is_turned))
                counts[name].update({"n": 1, fate: 1, "extra": len(extra)})
                if chosen.wrong and (fate != "right" or extra):
                    _print_wrong(name, raw.id, fate, read[0], edit, found.changes)
    print(f"\n{'edit':20}{'n':>5}{'right':>7}{'otherwise':>11}{'missed':>8}{'extra changes':>15}")
    for name, count in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
        row = f"{count['n']:5}{count['right']:7}{count['otherwise']:11}{count['missed']:8}{count['extra']:15}"
        print(f"{name:20}{row}")
    return 0


def _print_wrong(name: str, key: str, fate: str, article: Article, edit: Edit, changes: tuple[Change, ...]) -> None:
    around = article.text[max(0, edit.start - 60) : edit.end + 60] if edit.end - edit.start < 200 else ""
    print(f"\n{name} {key} {fate}: {article.text[edit.start : edit.end][:80]!r} -> {edit.words[:80]!r} in {around!r}")
    for one in changes[:6]:
        print(f"  {one.kind}: {one.a and one.a.text[:120]!r} => {one.b and one.b.text[:120]!r}")


if __name__ == "__main__":
    sys.exit(main())
