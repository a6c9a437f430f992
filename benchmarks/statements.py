"""What keeping statements costs on disk, and how soon they are found again; vectors are drawn, not encoded.

python -m benchmarks.statements --articles 1000 --times 10
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.indexing import DATA, read_articles
from index.build import read_article, split_article
from index.errors import ReadError
from index.records import Article, Filters, Passage, Statement, passage_id, statement_id
from index.search.embedding import Embedder
from index.store.reader import StoreReader, View
from index.store.writer import Prepared, Writer
from service.requests import SourcesRequest, StatementsRequest
from service.showing.lists import list_sources, list_statements

_MODEL = {"embedder": "drawn", "fingerprint": "none", "dimension": "384", "precision": "fp32"}


def split_articles(data: Path, n: int) -> list[Prepared]:
    """`n` articles as they would be stored, but for their vectors, which are drawn at random."""
    embedder, drawn = Embedder(Path(".cache/models")), np.random.default_rng(1)
    done = []
    for raw in read_articles(data, n):
        try:
            split = split_article(read_article(raw), "", embedder)
        except ReadError:
            continue
        vectors = drawn.normal(size=(len(split.passages), 384)).astype(np.float32)
        inside = tuple(drawn.integers(-127, 128, (p.last - p.first + 1, 384)).astype(np.int8) for p in split.passages)
        done.append(replace(split, vectors=vectors, sentence_vectors=inside))
    return done


def rename(one: Prepared, turn: int) -> Prepared:
    """The same article under another id, of which it is then a copy."""
    if turn == 0:
        return one
    article_id = f"{one.article.id}-{turn}"
    article = replace(one.article, id=article_id)
    return replace(
        one,
        article=article,
        passages=tuple(_rename_passage(passage, article) for passage in one.passages),
        statements=tuple(_rename_statement(one, article) for one in one.statements),
    )


def measure(name: str, act: Callable[[], object], times: int = 9) -> None:
    """Print the median of some calls, in milliseconds of the processor and of the clock."""
    busy, laps = [], []
    for _ in range(times):
        cpu, wall = time.process_time(), time.perf_counter()
        act()
        busy.append((time.process_time() - cpu) * 1000)
        laps.append((time.perf_counter() - wall) * 1000)
    print(f"{name:62} CPU {statistics.median(busy):7.1f} ms, wall {statistics.median(laps):7.1f} ms", flush=True)


def fill(folder: Path, prepared: list[Prepared], times: int) -> float:
    """Store the articles so many times over; seconds of the processor."""
    started = time.process_time()
    with Writer(folder, _MODEL) as writer:
        for turn in range(times):
            for low in range(0, len(prepared), 64):
                writer.put([rename(one, turn) for one in prepared[low : low + 64]])
    return time.process_time() - started


def measure_finding(view: View, name: str) -> None:
    """Print how long the calls of the service take."""

    def ask(**wanted: str) -> Callable[[], object]:
        return lambda: list_statements(view, StatementsRequest.model_validate(wanted))

    for wanted in (
        {"source": name},
        {"source": "Nobody At All"},
        {"stance": "denies"},
        {"contains": "the"},
        {"contains": "climate change"},
        {"contains": "no such words anywhere"},
        {"source": name, "contains": "people"},
        {"outlet": "Fox News", "stance": "denies"},
        {},
    ):
        measure(f"statements {wanted}", ask(**wanted))
    measure("sources", lambda: list_sources(view, SourcesRequest()), 3)
    measure(f"passages that cite {name}", lambda: view.allowed(Filters(sources=(name,))))
    print(f"{len(view.allowed(Filters(sources=(name,)))):,} passages cite {name}")


def _rename_passage(one: Passage, article: Article) -> Passage:
    return replace(one, id=passage_id(article.id, article.version, one.n), article_id=article.id)


def _rename_statement(one: Statement, article: Article) -> Statement:
    def named(old: str) -> str:
        tail = old.rpartition(".")[2]
        return statement_id(article.id, article.version, one.n, int(tail))

    return replace(one, id=named(one.id), article_id=article.id, joint=tuple(map(named, one.joint)))


def _sizes(folders: dict[str, Path]) -> Iterator[tuple[str, int]]:
    for name, folder in folders.items():
        yield name, (folder / "byline.sqlite").stat().st_size


def main() -> None:
    """Print sizes and times."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=DATA)
    options.add_argument("--articles", type=int, default=1000)
    options.add_argument("--times", type=int, default=10, help="how often each is stored for the second part")
    options.add_argument("--source", default="Donald Trump")
    given = options.parse_args()
    prepared = split_articles(given.data, given.articles)
    held, said = len(prepared), sum(len(one.statements) for one in prepared)
    print(f"{held:,} articles, {said:,} statements, {sum(len(one.article.text) for one in prepared):,} characters")
    bare = [replace(one, statements=(), statement_rows=(), filed={}) for one in prepared]
    with tempfile.TemporaryDirectory() as parent:
        folders = {"bare": Path(parent, "bare"), "with": Path(parent, "with"), "many": Path(parent, "many")}
        seconds = [fill(folders["bare"], bare, 1), fill(folders["with"], prepared, 1)]
        without, whole = (size for _, size in _sizes({name: folders[name] for name in ("bare", "with")}))
        print(f"store without statements {without / held:,.0f} bytes an article, {seconds[0] / held * 1000:.1f} ms CPU")
        print(f"store with statements {whole / held:,.0f} bytes an article, {seconds[1] / held * 1000:.1f} ms CPU")
        print(f"statements add {(whole - without) / held:,.0f} bytes an article, {(whole - without) / said:,.0f} each")
        seconds.append(fill(folders["many"], prepared, given.times))
        print(f"{held * given.times:,} articles, {said * given.times:,} statements stored in {seconds[2]:.0f} s CPU")
        with StoreReader(folders["many"]).view() as view:
            measure_finding(view, given.source)


if __name__ == "__main__":
    main()
