"""Time, memory and size of indexing real articles, beside the bare encoding of the same passages.

python -m benchmarks.indexing --articles 1000
python -m benchmarks.indexing --incremental 1000 10000 100000
"""

import argparse
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.growing import ADDED, SIZES, measure_growing
from benchmarks.newsroom import read_rows
from index.build import index_articles, read_article, split_article
from index.encoding import cut_passage, encode_passages
from index.errors import ReadError
from index.reading.raw.fields import parse_article
from index.records import Filters, RawArticle, Span
from index.search.check import check_index
from index.search.embedding import Embedder
from index.search.search import Search, describe_model
from index.store.writer import Writer

DATA = Path("../shared/data")
MODELS = Path(".cache/models")
PROBE = 256


def read_articles(data: Path, n: int) -> Iterator[RawArticle]:
    """The articles of `draw_rows`, text alone with what is declared of them.

    Those that Byline refuses (one is binary) are left out.
    """
    for row in draw_rows(data, n):
        with suppress(ReadError):
            yield read_row(row)


def draw_rows(data: Path, n: int) -> list[dict[str, Any]]:
    """`n` rows of `allsides_articles`, drawn by the hash of their id."""
    rows = read_rows(data / "allsides_articles" / "corpus.jsonl.gz")
    return sorted(rows, key=lambda row: sha256(row["id"].encode()).digest())[:n]


def read_row(row: dict[str, Any]) -> RawArticle:
    """A row of `allsides_articles` as an article that came in; ReadError where it is none."""
    fields = {"id": row["id"], "text": row["text"], "outlet": row["outlet"], "title": row["title"]}
    if re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"] or ""):  # some are written 2/27/18
        fields["published"] = row["date"]
    return parse_article(fields, path=row["id"], place=None, fallback_id=row["id"])


def measure_index(data: Path, n: int, folder: Path) -> dict[str, float]:
    """Index `n` articles in `folder`; wall and CPU seconds, peak memory in MiB, size on disk in MiB."""
    received = list(read_articles(data, n))
    embedder = Embedder(MODELS)
    probe = _cut_probe(received, embedder)
    before = _measure_bare(probe, embedder)
    wall, cpu = time.perf_counter(), time.process_time()
    with Writer(folder, describe_model(embedder)) as writer:
        failed = sum(outcome.status == "error" for outcome in index_articles(received, writer, embedder))
        search = Search(folder, embedder)
        search.catch_up()
        search.save()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    faults = sum(len(found) for _, found in check_index(search))
    with search.reader.view() as view:
        passages = view.counts().passages
        texts = [row.text for row in next(view.added_since(0, PROBE))]
    bare = (before + _measure_bare(probe, embedder)) / 2
    started = time.perf_counter()
    with search.reader.view() as view:
        for text in texts[:50]:
            search.search_passages(view, text[:100], Filters(), 50)
    return {
        "articles": len(received),
        "refused": failed,
        "passages": passages,
        "faults found by check": faults,
        "wall s": wall,
        "CPU s": cpu,
        "passages a second": passages / wall,
        "bare encoding, passages a second": bare[0],
        "the same a CPU second": bare[1],
        "ratio": passages / wall / bare[0],
        "ratio in CPU seconds": passages / cpu / bare[1],
        "search ms, query encoding in it": (time.perf_counter() - started) / 50 * 1000,
        "peak memory MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "size MiB": sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20,
    }


def _cut_probe(received: Sequence[RawArticle], embedder: Embedder) -> list[tuple[str, tuple[Span, ...]]]:
    """Passages with their sentences, drawn evenly from the articles."""
    cut = []
    for raw in received[:: max(1, len(received) // 32)]:
        with suppress(ReadError):
            one = split_article(read_article(raw), "", embedder)
            cut += [cut_passage(one.article.text, one.sentences, passage) for passage in one.passages]
    return cut[:PROBE]


def _measure_bare(probe: Sequence[tuple[str, tuple[Span, ...]]], embedder: Embedder) -> NDArray[np.float64]:
    """Passages encoded a second, and a CPU second."""
    wall, cpu = time.perf_counter(), time.process_time()
    embedder.encode_passages([text for text, _ in probe], [sentences for _, sentences in probe])
    return len(probe) / np.array([time.perf_counter() - wall, time.process_time() - cpu])


def print_growing(data: Path, sizes: Sequence[int]) -> None:
    """Print what adding and deleting costs at each size."""
    embedder = Embedder(MODELS)
    received = list(read_articles(data, ADDED))
    read = [split_article(read_article(raw), "", embedder) for raw in received]
    prepared = encode_passages(read, embedder)
    with tempfile.TemporaryDirectory() as folder:
        for row in measure_growing(received, prepared, Path(folder), embedder, sizes):
            print(
                ", ".join(f"{name.strip()} {value:,.3f}".removesuffix(".000") for name, value in row.items()),
                flush=True,
            )


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument(
        "--incremental", type=int, nargs="*", metavar="PASSAGES", help="adding to stores of these sizes"
    )
    chosen = parser.parse_args()
    if chosen.incremental is not None:
        print_growing(chosen.data, chosen.incremental or SIZES)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        for name, value in measure_index(chosen.data, chosen.articles, Path(folder)).items():
            print(f"{name:36} {value:10.1f}" if isinstance(value, float) else f"{name:36} {value:10d}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
