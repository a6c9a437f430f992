"""Copies in real news: seconds, bytes and growth of finding them, and what very many copies of one article cost.

python -m benchmarks.copies --articles 24000 --copies 10000
"""

import argparse
import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

import numpy as np

from benchmarks.indexing import DATA, read_articles
from index.attribution.read import read_statements
from index.build import read_article
from index.reading.lines.label import label_lines
from index.reading.sentences import split_sentences
from index.records import Article, Masthead, Outlet, RawArticle, Statement
from index.store.reader import StoreReader
from index.store.rows import hash_article
from index.store.writer import Prepared, Writer

MODEL = {"embedder": "none", "fingerprint": "none", "dimension": "1", "precision": "fp32"}
TABLES = ("copy_groups", "copies", "copies_by_group", "copies_by_digest", "fingerprints")
BATCH = 16


def prepare(article: Article) -> Prepared:
    """An article as it is stored, without sentences, passages and vectors."""
    return Prepared(article, "", (), (), np.zeros((0, 1), np.float32), ())


def read_lines(raw: RawArticle) -> Article:
    """The article with its lines labelled, and of its masthead no more than the declared outlet."""
    text = raw.text or ""
    lines = label_lines(text, title=raw.declared.title)
    masthead = Masthead(outlet=Outlet(raw.declared.outlet, "declared" if raw.declared.outlet else "unknown"))
    article = Article(raw.id, "", text, lines, masthead)
    return Article(raw.id, hash_article(article), text, lines, masthead)


def put_all(writer: Writer, articles: Iterable[Article]) -> Iterator[float]:
    """Store the articles; the seconds of the store alone, in all, after each batch."""
    spent, batch = 0.0, []
    for article in articles:
        batch.append(prepare(article))
        if len(batch) == BATCH:
            started = time.perf_counter()
            writer.put(batch)
            spent += time.perf_counter() - started
            batch = []
            yield spent
    if batch:
        started = time.perf_counter()
        writer.put(batch)
        yield spent + time.perf_counter() - started


def refill(folder: Path) -> float:
    """Seconds to group anew all articles of a store, as after an upgrade."""
    with sqlite3.connect(folder / "byline.sqlite") as connection:
        connection.execute("DELETE FROM meta WHERE key = 'copies'")
    started = time.perf_counter()
    Writer(folder, MODEL).close()
    return time.perf_counter() - started


def measure_bytes(folder: Path) -> tuple[int, int]:
    """Bytes of the tables of copies, and of all of the store."""
    with sqlite3.connect(folder / "byline.sqlite") as connection:
        sizes = dict(connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"))
    return sum(sizes[name] for name in TABLES), sum(sizes.values())


def list_groups(folder: Path) -> list[list[tuple[str, str]]]:
    """Groups of two articles or more: id and outlet of each."""
    select = (
        'SELECT c."group", a.id, a.outlet FROM copies AS c JOIN articles AS a ON a.pk = c.article ORDER BY c.article'
    )
    groups: dict[int, list[tuple[str, str]]] = defaultdict(list)
    with sqlite3.connect(folder / "byline.sqlite") as connection:
        for group, article_id, outlet in connection.execute(select):
            groups[group].append((article_id, outlet or ""))
    return [found for found in groups.values() if len(found) > 1]


def read_whole(raw: RawArticle) -> tuple[Article, tuple[Statement, ...]]:
    """An article and its statements, as they are indexed."""
    article = read_article(raw)
    return article, read_statements(article, split_sentences(article.text, article.lines))


def measure_scale(raws: dict[str, RawArticle], folder: Path) -> None:
    """Print seconds at each doubling, bytes and counts."""
    marks = {len(raws) // part: 0.0 for part in (4, 2, 1)}
    with Writer(folder, MODEL) as writer:
        for n, spent in enumerate(put_all(writer, map(read_lines, raws.values())), 1):
            for mark in marks:
                if not marks[mark] and n * BATCH >= mark:
                    marks[mark] = spent
    for mark, spent in marks.items():
        print(f"{mark:8} articles put: {spent:7.1f} s, {1000 * spent / mark:6.2f} ms an article")
    spent = refill(folder)
    print(f"{len(raws):8} articles grouped anew: {spent:7.1f} s, {1000 * spent / len(raws):6.2f} ms an article")
    own, whole = measure_bytes(folder)
    print(f"tables of copies: {own:,} bytes, {own / len(raws):.0f} an article, {own / whole:.1%} of this store")


def measure_many(article: Article, n: int) -> None:
    """Print what `n` copies of one article cost: the same words, and one other word in each."""
    for name, edit in (("equal", "{}"), ("each a word of its own", "{} Edition{}.")):
        with tempfile.TemporaryDirectory() as held:
            folder = Path(held)
            texts = (edit.format(article.text, chr(97 + i % 26) * (i // 26 + 1)) for i in range(n))
            copies = (Article(f"c{i}", "v", text, label_lines(text), Masthead()) for i, text in enumerate(texts))
            with Writer(folder, MODEL) as writer:
                spent = list(put_all(writer, copies))[-1]
                started = time.perf_counter()
                with StoreReader(folder).view() as view:
                    groups = view.copies_of(["c7", f"c{n - 1}"])
                asked = time.perf_counter() - started
                started = time.perf_counter()
                writer.delete(["c0"])
                deleted = time.perf_counter() - started
            print(
                f"{n} copies, {name}: put {spent:.1f} s, groups {[group.size for group in groups]},"
                f" copies_of {1000 * asked:.1f} ms, deleting the first {1000 * deleted:.1f} ms"
            )


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--copies", type=int, default=1000)
    chosen = parser.parse_args()
    raws = {raw.id: raw for raw in read_articles(chosen.data, chosen.articles)}
    with tempfile.TemporaryDirectory() as held:
        measure_scale(raws, Path(held))
        groups = list_groups(Path(held))
    pairs = [pair for group in groups for pair in combinations(group, 2)]
    across = [pair for pair in pairs if pair[0][1] != pair[1][1]]
    print(
        f"{len(groups)} texts in more than one article, {sum(map(len, groups))} articles, {len(pairs)} pairs of copies,"
    )
    print(f"{len(across)} of them across outlets")
    measure_many(read_lines(next(iter(raws.values()))), chosen.copies)
    return 0


if __name__ == "__main__":
    sys.exit(main())
