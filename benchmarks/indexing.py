"""Time, memory and size of indexing real articles, beside the bare encoding of the same passages.

python -m benchmarks.indexing --articles 1000
"""

import argparse
import gzip
import json
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from index.build import index_articles
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
    """`n` articles of `allsides_articles`, drawn by the hash of their id, text alone with what is declared of them.

    Those that Byline refuses (one is binary) are left out.
    """
    with gzip.open(data / "allsides_articles" / "corpus.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = sorted((json.loads(line) for line in file), key=lambda row: sha256(row["id"].encode()).digest())
    for row in rows[:n]:
        fields = {"id": row["id"], "text": row["text"], "outlet": row["outlet"], "title": row["title"]}
        if re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"] or ""):  # some are written 2/27/18
            fields["published"] = row["date"]
        with suppress(ReadError):
            yield parse_article(fields, path=row["id"], place=None, fallback_id=row["id"])


def measure_index(data: Path, n: int, folder: Path) -> dict[str, float]:
    """Index `n` articles in `folder`; wall and CPU seconds, peak memory in MiB, size on disk in MiB."""
    received = list(read_articles(data, n))
    embedder = Embedder(MODELS)
    embedder.encode_query("warm")
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
    started = time.perf_counter()
    embedder.encode_passages(texts, [[Span(0, len(text))] for text in texts])
    bare = len(texts) / (time.perf_counter() - started)
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
        "bare encoding, passages a second": bare,
        "ratio": passages / wall / bare,
        "search ms, query encoding in it": (time.perf_counter() - started) / 50 * 1000,
        "peak memory MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "size MiB": sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20,
    }


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--articles", type=int, default=1000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name, value in measure_index(chosen.data, chosen.articles, Path(folder)).items():
            print(f"{name:36} {value:10.1f}" if isinstance(value, float) else f"{name:36} {value:10d}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
