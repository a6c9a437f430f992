"""Pairs of articles of two outlets that share text, all there are: which count as copies, and the changes of some.

python -m benchmarks.copy_pairs --articles 24000 --least .4 --pairs 20 --seed 2
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from benchmarks.copies import draw_pairs, print_comparison, read_lines, read_whole
from benchmarks.indexing import DATA, read_articles
from index.copies.comparing.compare import compare_articles
from index.copies.finding.find import Likeness, compare_shingles
from index.copies.finding.shingles import Shingles, shingle_body
from index.records import RawArticle

# Articles with one shingle, from which on it is no ground to compare two of them.
_STOCK = 24
_SHARED = 0.75  # of the least containment, among the shingles that are not stock


@dataclass(frozen=True, slots=True)
class Near:
    """Two articles by their ids, and what they share."""

    one: str
    other: str
    likeness: Likeness


def find_near(texts: Mapping[str, Shingles], least: float, pairs: Iterable[tuple[str, str]] | None = None) -> list[Near]:
    """Every pair with at least this containment, by exact comparison; most alike first."""
    ids = list(texts)
    sizes = [len(np.unique(text.hashes)) for text in texts.values()]
    shared = _count_shared([np.unique(text.hashes) for text in texts.values()])
    found = []
    for (one, other), count in shared.items():
        if count >= _SHARED * least * min(sizes[one], sizes[other]):
            likeness = compare_shingles(texts[ids[one]], texts[ids[other]])
            if likeness.containment >= least:
                found.append(Near(ids[one], ids[other], likeness))
    return sorted(found, key=lambda near: (-near.likeness.containment, near.one, near.other))


def _count_shared(texts: Sequence[np.ndarray]) -> Counter[tuple[int, int]]:
    """How many shingles each two texts share, of those that few texts have."""
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
    return Counter({divmod(int(pair), len(texts)): int(count) for pair, count in zip(pairs, counts, strict=True) if count > 20})


def main() -> int:
    """Print how many pairs there are, each tenth of containment, then the drawn ones with their changes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--least", type=float, default=0.4)
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=2)
    chosen = parser.parse_args()
    raws = {raw.id: raw for raw in read_articles(chosen.data, chosen.articles)}
    near = [one for one in find_across(raws, chosen.least)]
    print(f"{len(near)} pairs across outlets from containment {chosen.least}: {sum(one.likeness.is_copy for one in near)} are copies")
    for one in near:
        print(f"  {one.likeness.containment:.2f} prose {one.likeness.prose:.2f} share {one.likeness.share:.2f} {'copy' if one.likeness.is_copy else '-':4} {raws[one.one].declared.outlet} {one.one} | {raws[one.other].declared.outlet} {one.other}")
    return 0


def find_across(raws: Mapping[str, RawArticle], least: float) -> list[Near]:
    """The pairs of articles of different outlets."""
    lines = (read_lines(raw) for raw in raws.values())
    texts = {one.id: shingle_body(one.text, one.lines) for one in lines}
    return [one for one in find_near(texts, least) if raws[one.one].declared.outlet != raws[one.other].declared.outlet]


if __name__ == "__main__":
    sys.exit(main())
