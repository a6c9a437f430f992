"""How well the attributions that the rules find agree with PolNeAR's, and how fast; never how they are found."""

import argparse
import re
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.masthead import is_report_half, read_rows
from index.attribution.find import find_attributions
from index.attribution.found import Attribution, Parser
from index.attribution.parse.merge import merge_attributions
from index.reading.sentences import split_sentences
from index.records import Line, Span

_WORD = re.compile(r"\w+")
_LEAST = 0.5  # token F1 of two contents that match; share of the shorter source's tokens that must agree


@dataclass(frozen=True, slots=True)
class Said:
    """Who and what as sets of token numbers, the cue as words."""

    source: frozenset[int]
    content: frozenset[int]
    cue: str
    rule: str


def split_body(text: str) -> tuple[Span, ...]:
    """Sentences of a text all of whose lines are body, as the texts of the set are."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(start, start + len(line), "body", "benchmark"))
        start += len(line) + 1
    return split_sentences(text, lines)


def read_gold(row: dict[str, Any], starts: Sequence[int]) -> list[Said]:
    """The annotations of the article's first annotator by name; those without content are left out."""
    text = row["text"]
    chosen = row["annotations"][min(row["annotations"])]
    said = []
    for one in chosen:
        cue = " ".join(text[start:end] for start, end in one["cue"])
        said.append(Said(number_tokens(one["source"], starts), number_tokens(one["content"], starts), cue, "gold"))
    return [one for one in said if one.content]


def number_tokens(spans: Iterable[Sequence[int]], starts: Sequence[int]) -> frozenset[int]:
    """The numbers of the tokens that begin in the spans."""
    return frozenset(n for start, end in spans for n in range(bisect_left(starts, start), bisect_left(starts, end)))


def join_parts(text: str, found: Iterable[Attribution], starts: Sequence[int]) -> list[Said]:
    """Attributions of one cue and source over several sentences are one in the gold."""
    joined: dict[tuple[object, ...], list[Attribution]] = {}
    for one in found:
        joined.setdefault((one.cue, one.source), []).append(one)
    said = []
    for parts in joined.values():
        first = parts[0]
        source = number_tokens((*first.source, *first.via), starts)
        content = number_tokens([span for part in parts for span in part.content], starts)
        said.append(Said(source, content, text[first.cue.start : first.cue.end], first.rule))
    return [one for one in said if one.content]


def pair_contents(found: Sequence[Said], gold: Sequence[Said]) -> list[tuple[Said, Said]]:
    """Pairs one to one, best token F1 first, none below the least."""
    scored = []
    for i, one in enumerate(found):
        for j, other in enumerate(gold):
            shared = len(one.content & other.content)
            f1 = 2 * shared / (len(one.content) + len(other.content))
            if f1 >= _LEAST:
                scored.append((-f1, i, j))
    pairs, used_found, used_gold = [], set(), set()
    for _, i, j in sorted(scored):
        if i not in used_found and j not in used_gold:
            used_found.add(i)
            used_gold.add(j)
            pairs.append((found[i], gold[j]))
    return pairs


def is_right_source(found: Said, gold: Said) -> bool:
    """At least half of the shorter source's tokens are the other's; where the gold has none, none is right."""
    if not gold.source or not found.source:
        return not gold.source and not found.source
    return len(found.source & gold.source) >= _LEAST * min(len(found.source), len(gold.source))


def score_rows(rows: Iterable[dict[str, Any]], parser: Parser | None, show: int) -> None:
    """Print precision, recall and F1 by rule and over all, the right sources, and the speed."""
    by_rule: dict[str, Counter[str]] = {}
    by_cue: dict[str, Counter[str]] = {}
    total: Counter[str] = Counter()
    seconds = 0.0
    for row in rows:
        text = row["text"]
        sentences = split_body(text)
        began = time.process_time()
        attributions = find_attributions(text, sentences)
        seconds += time.process_time() - began
        if parser is not None:
            attributions = merge_attributions(attributions, parser(text, sentences))
        starts = [found.start() for found in _WORD.finditer(text)]
        gold, found = read_gold(row, starts), join_parts(text, attributions, starts)
        pairs = pair_contents(found, gold)
        total.update(found=len(found), gold=len(gold), pairs=len(pairs), characters=len(text))
        matched = {id(one): other for one, other in pairs}
        for one in found:
            counts = by_rule.setdefault(one.rule, Counter())
            cues = by_cue.setdefault(one.cue.lower().split()[-1], Counter())
            other = matched.get(id(one))
            right = other is not None and is_right_source(one, other)
            for each in (counts, cues, total):
                each.update(n=1, matched=other is not None, right=right)
    report(by_rule, total, seconds)
    if show:
        report_cues(by_cue, show)


def report(by_rule: dict[str, Counter[str]], total: Counter[str], seconds: float) -> None:
    """Print one line a rule, then the whole."""
    print(f"{'rule':32} {'found':>6} {'match':>6} {'prec':>5} {'share':>6} {'source':>6}")
    for rule, counts in sorted(by_rule.items(), key=lambda item: -item[1]["n"]):
        precision, share = counts["matched"] / counts["n"], counts["matched"] / total["gold"]
        source = counts["right"] / max(1, counts["matched"])
        print(f"{rule:32} {counts['n']:6} {counts['matched']:6} {precision:5.3f} {share:6.3f} {source:6.3f}")
    precision, recall = total["pairs"] / max(1, total["found"]), total["pairs"] / max(1, total["gold"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"all: gold {total['gold']}, found {total['found']}, ", end="")
    print(f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    print(f"right source in {total['right'] / max(1, total['pairs']):.3f} of {total['pairs']} matches")
    print(f"{total['characters'] / 1000 / max(1e-9, seconds):.0f} KB/s on one core, rules alone")


def report_cues(by_cue: dict[str, Counter[str]], show: int) -> None:
    """Print the commonest cues with their precision."""
    for cue, counts in sorted(by_cue.items(), key=lambda item: -item[1]["n"])[:show]:
        print(f"{cue}:{counts['n']}:{counts['matched'] / counts['n']:.2f}", end="  ")
    print()


def main() -> None:
    """Read the options and print every measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--part", choices=("report", "tune"), default="report")
    parser.add_argument("--parser", action="store_true", help="add what the optional parser finds")
    parser.add_argument("--cues", type=int, default=0, help="print this many cues, commonest first")
    given = parser.parse_args()
    extra: Parser | None = None
    if given.parser:
        from index.attribution.parsed import load_parser

        extra = load_parser()
    rows = read_rows(given.data / "polnear/dev.jsonl.gz")
    score_rows([row for row in rows if is_report_half(row["id"]) == (given.part == "report")], extra, given.cues)


if __name__ == "__main__":
    main()
