"""How many of the articles on an event are found by an editor's words for it, beside BM25 over whole articles.

python -m benchmarks.events --size 2000|6000|24000 [--query title title+summary] [--precision fp32 int8]
    [--half tuned|reported] [--without titles title-vectors days] [--pieces 90 180] [--rows]
"""

import argparse
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from benchmarks.events_corpus import Event, Half, Row, Without, copy_without, draw_corpus, half_of, open_library
from index.records import Filters
from index.search.choose import choose_passages
from index.search.embedding import Embedder, Precision
from index.search.fuse import fuse_scores
from index.search.search import DEPTH, Found, Search
from index.store.reader import View

Ranking = list[str]
Run = dict[str, Ranking]  # by event
Values = dict[str, NDArray[np.float64]]  # by measure, row `i` for event `i`

DEEP = 10  # articles
READ = 50  # passages that an answer is made of
RESAMPLED = 5000
MEASURES = ("Hits@4", "Hits@10", "Recall@10", "MRR@10", "all outlets")
LAST = MEASURES[-1]
QUERIES = ("title", "title+summary")
WAYS = ("words", "vectors", "fused", "days", "selected")
WHOLE = "BM25, whole articles"
# Words that BM25 passes over, as Lucene does.
_STOPPED = (
    "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this "
    "to was will with"
)
_K1, _B = 1.5, 0.75
DEFINITION = f"""\
An event is an editor's title (and summary) and at least two outlets' articles on it. An article's place is that of
its best passage. all outlets: every article of the event is among the first {DEEP}; whoever else covered it counts as
a miss. {WHOLE}: title and text, words of two letters and more as they stand, k1 {_K1}, b {_B}. words, vectors:
passages {DEPTH} deep. fused: both. days: raised where the days of publication agree. selected: what an answer is made
of, {READ} passages. -titles: of an index that does not know the articles' titles; -title-vectors: that knows only
their words; -days: that does not know when they were published. In brackets, 95 in a hundred of {RESAMPLED} draws of
as many events; differences are by event."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=2000, help="articles")
    parser.add_argument("--query", nargs="+", choices=QUERIES, default=list(QUERIES))
    parser.add_argument("--precision", nargs="+", choices=get_args(Precision), default=["fp32"])
    parser.add_argument("--pieces", type=int, nargs="+", help="word pieces to a passage, where not the product's")
    parser.add_argument(
        "--without", nargs="+", choices=get_args(Without), default=[], help="what is left out of the index, too"
    )
    parser.add_argument("--half", choices=get_args(Half), help="of the events, by hash")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--cache", type=Path, default=Path(".cache"))
    parser.add_argument("--rows", action="store_true", help="print a row for each event first")
    options = parser.parse_args()
    events, rows = draw_corpus(options.data, options.size)
    events = [event for event in events if options.half in (None, half_of(event))]
    print(DEFINITION)
    asked = {query: {event.id: _word(event, query) for event in events} for query in options.query}
    runs: dict[str, dict[str, Run]] = {query: {} for query in asked}
    for query, found in rank_whole(rows, asked).items():
        runs[query][WHOLE] = found
    for precision in options.precision:
        embedder = Embedder(options.cache / "models", precision=precision)
        for pieces in options.pieces or [None]:
            label = precision if pieces is None else f"{precision}/{pieces}"
            folder = options.cache / f"events-{options.size}-{label.replace('/', '-')}"
            with closing(open_library(rows, folder, embedder, pieces)) as library:
                add_runs(runs, asked, library.search(), label)
            for what in options.without:
                with TemporaryDirectory(dir=options.cache) as copy:
                    copy_without(what, folder, Path(copy))
                    add_runs(runs, asked, Search(Path(copy), embedder), f"{label} -{what}", ("selected",))
    print(f"{len(rows)} articles, {len(events)} events of {sum(len(one.articles) for one in events)} articles")
    for query, by_name in runs.items():
        report(query, events, {name: measure(events, run) for name, run in by_name.items()}, options.rows)


def add_runs(
    runs: dict[str, dict[str, Run]],
    asked: Mapping[str, Mapping[str, str]],
    search: Search,
    of: str,
    ways: Collection[str] = WAYS,
) -> None:
    """Rank by each of the ways of searching, under its name and what it is a search `of`."""
    for query, texts in asked.items():
        for name, found in rank_articles(search, texts, ways).items():
            runs[query][f"{name} {of}"] = found


def rank_whole(rows: Sequence[Row], asked: Mapping[str, Mapping[str, str]]) -> dict[str, Run]:
    """The ten best articles of each query by BM25 over their titles and texts.

    A word counts as often as it stands in the query.
    """
    from scipy.sparse import csr_array
    from sklearn.feature_extraction.text import CountVectorizer

    counter = CountVectorizer(stop_words=_STOPPED.split(), dtype=np.float32)
    counts = csr_array(counter.fit_transform(f"{row['title']}\n{row['text']}" for row in rows))
    length = np.asarray(counts.sum(axis=1)).ravel()
    holding = np.bincount(counts.indices, minlength=counts.shape[1])
    weight = np.log1p((len(rows) - holding + 0.5) / (holding + 0.5))
    damp = np.repeat(_K1 * (1 - _B + _B * length / length.mean()), np.diff(counts.indptr))
    counts.data = counts.data / (counts.data + damp) * weight[counts.indices]
    scored = counts.T.tocsr()
    ranked: dict[str, Run] = {}
    for query, texts in asked.items():
        scores = (csr_array(counter.transform(texts.values())) @ scored).toarray()
        best = np.argsort(-scores, axis=1, kind="stable")[:, :DEEP]
        ranked[query] = {key: [rows[n]["id"] for n in own] for key, own in zip(texts, best, strict=True)}
    return ranked


def rank_articles(search: Search, texts: Mapping[str, str], ways: Collection[str]) -> dict[str, Run]:
    """The ten best articles of each query, by each of the ways."""
    encode, none = search.embedder.encode_query, Filters()
    known: dict[str, Callable[[View, str], Iterable[str]]] = {
        "words": lambda view, text: _name(view, search.words.search(text, DEPTH, none, ())),
        "vectors": lambda view, text: _name(view, search.vectors.search(encode(text), DEPTH)),
        "fused": lambda view, text: _name(
            view,
            fuse_scores(DEPTH, search.words.search(text, DEPTH, none, ()), search.vectors.search(encode(text), DEPTH)),
        ),
        "days": lambda view, text: _list(search.search_passages(view, text, none, 2 * DEPTH)),
        "selected": lambda view, text: _list(choose_passages(view, search, text, none, READ)),
    }
    with search.reader.view() as view:
        search.level(view)
        return {
            name: {key: list(dict.fromkeys(known[name](view, text)))[:DEEP] for key, text in texts.items()}
            for name in ways
        }


def measure(events: Sequence[Event], run: Run) -> Values:
    """Each measure of each event; an event that nothing is found for counts as zero."""
    from ir_measures import RR, R, Success, iter_calc

    known = {Success @ 4: "Hits@4", Success @ 10: "Hits@10", R @ DEEP: "Recall@10", RR @ DEEP: "MRR@10"}
    right = {event.id: dict.fromkeys(event.articles, 1) for event in events}
    found = {key: {one: 1 / rank for rank, one in enumerate(own, 1)} for key, own in run.items() if own}
    row = {event.id: n for n, event in enumerate(events)}
    values = {name: np.zeros(len(events)) for name in MEASURES}
    for one in iter_calc(list(known), right, found):
        values[known[one.measure]][row[one.query_id]] = one.value
    values[LAST] = (values["Recall@10"] == 1).astype(np.float64)
    return values


def report(query: str, events: Sequence[Event], all_values: Mapping[str, Values], rows: bool) -> None:
    """One table: a row for each way of ranking, and how it differs from the first and from its first precision."""
    if rows:
        print("\t".join(["event", *all_values, "title"]))
        for n, event in enumerate(events):
            print(event.id, *(f"{own['Recall@10'][n]:.2f}" for own in all_values.values()), event.title, sep="\t")
    drawn = np.random.default_rng(0).integers(0, len(events), (RESAMPLED, len(events)))
    whole = next(iter(all_values.values()))
    print(f"\n{query:28}" + "".join(f"{name:>11}" for name in MEASURES))
    for name, values in all_values.items():
        cells = "".join(f"{values[one].mean():11.3f}" for one in MEASURES)
        print(f"{name:28}{cells} {_bound(values[LAST], drawn)}")
    print(f"{'less that of BM25':28}" + "".join(f"{name:>24}" for name in MEASURES))
    for name, values in list(all_values.items())[1:]:
        print(f"{name:28}" + "".join(f"{_differ(values, whole, one, drawn):>24}" for one in MEASURES))
    first: dict[str, str] = {}
    others = [name for name in all_values if first.setdefault(name.split()[0], name) != name and name != WHOLE]
    for name in others:
        own = first[name.split()[0]]
        cells = "".join(f"{_differ(all_values[name], all_values[own], one, drawn):>24}" for one in MEASURES)
        print(f"{f'{name} less {own}':28}{cells}")


def _differ(values: Values, others: Values, name: str, drawn: NDArray[np.int64]) -> str:
    difference = values[name] - others[name]
    return f"{difference.mean():+.3f} {_bound(difference, drawn, '+')}"


def _bound(values: NDArray[np.float64], drawn: NDArray[np.int64], sign: str = "") -> str:
    low, high = np.percentile(values[drawn].mean(axis=1), (2.5, 97.5))
    return f"[{low:{sign}.3f}, {high:{sign}.3f}]"


def _name(view: View, keys: Iterable[int]) -> list[str]:
    ranked = list(keys)
    passages = view.passages(ranked)
    return [passages[key].article_id for key in ranked]


def _list(found: Found) -> list[str]:
    return [hit.passage.article_id for hit in found.hits]


def _word(event: Event, query: str) -> str:
    return event.title if query == "title" else f"{event.title} {event.summary}"


if __name__ == "__main__":
    main()
