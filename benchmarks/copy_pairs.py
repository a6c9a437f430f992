"""Pairs of articles of two outlets that share text, all there are: which count as copies, and the changes of some.

python -m benchmarks.copy_pairs --articles 24000 --least .4 --pairs 20 --seed 2
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from benchmarks.copies import read_lines, read_whole
from benchmarks.indexing import DATA, read_articles
from index.copies.comparing.compare import compare_articles
from index.copies.finding.find import Likeness, compare_shingles
from index.copies.finding.shingles import Hashes, Shingles, shingle_body
from index.records import Comparison, RawArticle

# A shingle that more articles have than this is no ground to compare two of them.
_STOCK = 24
_LEAST = 20  # shingles that two articles share and few others have
_SHARED = 0.75  # of the least containment, in such shingles


@dataclass(frozen=True, slots=True)
class Near:
    """Two articles by their ids, and what they share."""

    one: str
    other: str
    likeness: Likeness


def find_across(raws: Mapping[str, RawArticle], least: float) -> list[Near]:
    """Every pair of articles of different outlets with at least this containment; most alike first."""
    lines = (read_lines(raw) for raw in raws.values())
    texts = {one.id: shingle_body(one.text, one.lines) for one in lines}
    return [one for one in find_near(texts, least) if raws[one.one].declared.outlet != raws[one.other].declared.outlet]


def find_near(texts: Mapping[str, Shingles], least: float) -> list[Near]:
    """Every pair with at least this containment, compared each with each; most alike first."""
    ids = list(texts)
    own = [np.unique(text.hashes) for text in texts.values()]
    found = []
    for one, other, count in _count_shared(own):
        if count >= _SHARED * least * min(len(own[one]), len(own[other])):
            likeness = compare_shingles(texts[ids[one]], texts[ids[other]])
            if likeness.containment >= least:
                found.append(Near(ids[one], ids[other], likeness))
    return sorted(found, key=lambda near: (-near.likeness.containment, near.one, near.other))


def _count_shared(texts: Sequence[Hashes]) -> list[tuple[int, int, int]]:
    """Numbers of two texts and how many shingles they share, of those that few texts have."""
    hashes = np.concatenate(texts)
    holders = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    order = np.argsort(hashes, kind="stable")
    hashes, holders = hashes[order], holders[order]
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    lengths = np.diff(np.append(starts, len(hashes)))
    keys = []
    for length in range(2, _STOCK + 1):
        rows = holders[starts[lengths == length][:, None] + np.arange(length)]
        keys += [rows[:, one] * len(texts) + rows[:, other] for one, other in combinations(range(length), 2)]
    pairs, counts = np.unique(np.concatenate(keys), return_counts=True)
    kept = counts >= _LEAST
    return [(*divmod(pair, len(texts)), n) for pair, n in zip(pairs[kept].tolist(), counts[kept].tolist(), strict=True)]


def draw_pairs(near: Sequence[Near], n: int, seed: int) -> list[Near]:
    """`n` of the pairs, the same for the same seed."""
    placed = sorted(near, key=lambda one: (one.one, one.other))
    return [placed[i] for i in np.random.default_rng(seed).permutation(len(placed))[:n]]


def print_comparison(found: Comparison, names: tuple[str, str]) -> None:
    """The typed changes of one pair."""
    print(f"\n{found.a} ({names[0]}) -> {found.b} ({names[1]}): containment {found.containment:.2f}")
    print(f"  copy: {found.is_copy}; direction: {found.direction}: {found.reason}")
    for change in found.changes:
        sides = [" ".join(side.text.split())[:160] if side else "-" for side in (change.a, change.b)]
        only = "; ".join((*change.figures, *change.sources))
        print(f"  {change.kind:20} {sides[0]} => {sides[1]}{f'  [only: {only}]' if only else ''}")


def main() -> int:
    """Print every pair, then the drawn ones with their changes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--least", type=float, default=0.4)
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=2)
    chosen = parser.parse_args()
    raws = {raw.id: raw for raw in read_articles(chosen.data, chosen.articles)}
    near = find_across(raws, chosen.least)
    copies = sum(one.likeness.is_copy for one in near)
    print(f"{len(near)} pairs across outlets of containment {chosen.least} and more, {copies} of them copies")
    for one in near:
        shares = f"{one.likeness.containment:.2f} prose {one.likeness.prose:.2f} of the longer {one.likeness.share:.2f}"
        who = f"{raws[one.one].declared.outlet} {one.one} | {raws[one.other].declared.outlet} {one.other}"
        print(f"  {shares} {'copy' if one.likeness.is_copy else '-':4} {who}")
    for one in draw_pairs(near, chosen.pairs, chosen.seed):
        (a, told_a), (b, told_b) = read_whole(raws[one.one]), read_whole(raws[one.other])
        names = (raws[one.one].declared.outlet or "", raws[one.other].declared.outlet or "")
        print_comparison(compare_articles(a, b, told_a, told_b), names)
    return 0


if __name__ == "__main__":
    sys.exit(main())
