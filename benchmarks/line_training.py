"""Trains the two regressions over lines on outside pages; never reads the sample corpus."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from index.reading.lines.features import FEATURES, PageLines, describe_lines
from index.reading.lines.label import split_lines
from index.reading.lines.model import LineModel, chance_of
from index.reading.lines.region import SECOND, describe_again

Matrix = NDArray[np.float64]
WORD = re.compile(r"\w+")
# How the likeliest run of lines is cut. These three, the penalties and the two weights of trust were chosen
# among some thirty settings by the cross-validated score itself (means .896 to .902), which flatters it a little.
RUN = {"level": 0.4, "power": 0.3, "inner": 0.35}
PENALTY = (10.0, 300.0)  # of the first and the second regression, on standardised features
TRUST = {"clean": 0.5, "extractor": 0.8}  # weight of pages whose labels are not an annotator's, or are trivial
FOLDS, INNER_FOLDS, SEED = 6, 3, 7


@dataclass(frozen=True)
class TrainingPage:
    """One page as plain text in one rendering, with its lines, gold text, and who says what is gold."""

    site: str
    page: str
    rendering: str
    lines: tuple[str, ...]
    blanks: tuple[int, ...]
    gold: str
    is_body: NDArray[np.bool_]


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Read gzipped JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Count runs of four words; a text of fewer words is one run."""
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


def score_texts(pairs: Iterable[tuple[str, str]]) -> tuple[float, float, float]:
    """Return F1, precision and recall over runs of four words, as the article extraction benchmark has them.

    Pairs are (gold, found). Precision and recall are means over pages, F1 is of the means; a page for which nothing is
    found counts in recall alone.
    """
    precisions, recalls = [], []
    for gold, found in pairs:
        wanted, given = shingles(gold), shingles(found)
        both = (wanted & given).total()
        if given:
            precisions.append(both / given.total())
        if wanted:
            recalls.append(both / wanted.total())
    precision, recall = mean(precisions), mean(recalls)
    return 2 * precision * recall / (precision + recall), precision, recall


def mark_lines(lines: Sequence[str], gold: str) -> NDArray[np.bool_]:
    """Mark lines of which at least half the words lie in a run of four words of the gold text."""
    known = set(shingles(gold))
    paragraphs = {" ".join(WORD.findall(p)) for p in gold.split("\n")}
    words = [WORD.findall(line) for line in lines]
    flat = [word for line in words for word in line]
    covered = np.zeros(len(flat), dtype=bool)
    for i in range(len(flat) - 3):
        if tuple(flat[i : i + 4]) in known:
            covered[i : i + 4] = True
    marks, at = [], 0
    for line in words:
        share = covered[at : at + len(line)].mean() if line else 0.0
        marks.append(share >= 0.5 or (len(line) > 2 and " ".join(line) in paragraphs))
        at += len(line)
    return np.array(marks, dtype=bool)


def make_page(url: str, rendering: str, text: str, gold: str) -> TrainingPage:
    """Make a training page of one rendering of a page."""
    spans, blanks = split_lines(text)
    lines = tuple(text[a:b] for a, b in spans)
    site = ".".join(urlsplit(url).netloc.split(".")[-2:])
    return TrainingPage(site, url, rendering, lines, tuple(blanks), gold, mark_lines(lines, gold))


def read_pages(data: Path) -> Iterator[TrainingPage]:
    """Read the annotated pages in four renderings, and pages whose gold is an extractor's, corrected by segments."""
    from index.reading.html.page import extract_body, parse_html
    from index.reading.html.visible import read_blocks

    def render(html: str) -> str:
        return "\n".join(block.text for block in read_blocks(parse_html(html)))

    for row in read_rows(data / "zyte_articles/dev.jsonl.gz"):
        texts = {name: row[f"raw_text_{name}"] for name in ("htmltext", "inscriptis")}
        for name, text in {**texts, "blocks": render(row["html"]), "clean": row["articleBody"]}.items():
            yield make_page(row["url"], name, text, row["articleBody"])
    seen = set()
    for name in ("dev", "dates_dev"):
        for row in read_rows(data / f"web_extraction/{name}.jsonl.gz"):
            gold = extract_body(row["html"]) if row.get("html") and row["url"] not in seen else ""
            seen.add(row["url"])
            if len(WORD.findall(gold)) < 100:
                continue
            page = make_page(row["url"], "extractor", render(row["html"]), gold)
            for i, line in enumerate(page.lines):
                page.is_body[i] |= any(segment in line for segment in row.get("with", ()))
                page.is_body[i] &= not any(segment in line for segment in row.get("without", ()))
            yield page


def weigh_lines(page: TrainingPage, size: Matrix) -> Matrix:
    """Weigh a line by its words, each page the same in all, so that the fit serves what is measured."""
    words = np.minimum(size, 60) + 1
    weights: Matrix = (words / words.sum() * 200 + 0.2) * TRUST.get(page.rendering, 1.0)
    return weights


def fit_weights(features: Matrix, is_body: Matrix, weights: Matrix, penalty: float) -> Matrix:
    """Fit a logistic regression by Newton's method; returns weights for the raw features, intercept last."""
    centre, scale = features.mean(axis=0), features.std(axis=0)
    scale[scale < 1e-9] = 1.0
    x = np.hstack([(features - centre) / scale, np.ones((len(features), 1))]).astype(np.float32)
    ridge = np.append(np.full(len(centre), penalty), 1e-6)
    weights = weights / weights.mean()
    found = np.zeros(len(ridge))
    for _ in range(8):
        chance = 1 / (1 + np.exp(-np.clip(x @ found.astype(np.float32), -30, 30)))
        slope = x.T @ (weights * (is_body - chance)).astype(np.float32) - ridge * found
        bend = np.maximum(weights * chance * (1 - chance), 1e-6).astype(np.float32)
        step = np.linalg.solve(((x * bend[:, None]).T @ x).astype(float) + np.diag(ridge), slope.astype(float))
        found += step
        if np.abs(step).max() < 1e-4:
            break
    raw = found[:-1] / scale
    return np.append(raw, found[-1] - raw @ centre)


class Trainer:
    """Holds every page described once, and fits the two regressions on any subset of them."""

    def __init__(self, pages: Sequence[TrainingPage]) -> None:
        self.pages = pages
        self.described: list[PageLines] = [describe_lines(p.lines, p.blanks) for p in pages]
        self.weights = [weigh_lines(p, d.size) for p, d in zip(pages, self.described, strict=True)]
        sites = sorted({p.site for p in pages})
        np.random.default_rng(SEED).shuffle(sites)
        self.fold = [sites.index(p.site) % FOLDS for p in pages]

    def _fit(self, chosen: Sequence[int], features: Sequence[Matrix], penalty: float) -> Matrix:
        return fit_weights(
            np.vstack([features[i] for i in chosen]),
            np.concatenate([self.pages[i].is_body for i in chosen]).astype(float),
            np.concatenate([self.weights[i] for i in chosen]),
            penalty,
        )

    def fit(self, chosen: Sequence[int]) -> LineModel:
        """Fit both on the chosen pages; the second learns from first guesses made by models that had not seen the page.

        Stacked sequential learning: Cohen and de Carvalho (2005), section 3, with features of the whole page's
        guesses where theirs are of a window.
        """
        first_features = [d.features for d in self.described]
        first = self._fit(chosen, first_features, PENALTY[0])
        both: list[Matrix] = list(first_features)
        for inner in range(INNER_FOLDS):
            weights = self._fit([i for i in chosen if self.fold[i] % INNER_FOLDS != inner], first_features, PENALTY[0])
            for i in chosen:
                if self.fold[i] % INNER_FOLDS == inner:
                    guess = chance_of(first_features[i], weights)
                    both[i] = np.hstack([first_features[i], describe_again(self.described[i], guess)])
        return LineModel(first, self._fit(chosen, both, PENALTY[1]), **RUN)

    def cross_validate(self) -> Iterator[tuple[int, LineModel]]:
        """Yield each page's number with a model that has seen no page of its site."""
        for fold in range(FOLDS):
            model = self.fit([i for i in range(len(self.pages)) if self.fold[i] != fold])
            yield from ((i, model) for i in range(len(self.pages)) if self.fold[i] == fold)


def dump_model(model: LineModel) -> str:
    """Write a model in the form of the file that ships."""
    names = (*FEATURES, *SECOND, "intercept")
    first = dict(zip((*FEATURES, "intercept"), (round(float(w), 5) for w in model.first), strict=True))
    second = dict(zip(names, (round(float(w), 5) for w in model.second), strict=True))
    run = {"level": model.level, "power": model.power, "inner": model.inner}
    return json.dumps({"first": first, "second": second, "run": run}, indent=1) + "\n"
