"""A copy of an index whose outlets' names are shuffled: who answers from it must name the outlets on its record."""

import random
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from index.attribution.sources import file_sources
from index.build import BATCH
from index.records import Article, Outlet, Span
from index.search.embedding import Embedder
from index.search.search import Search, describe_model
from index.store.encoded import TitleVector, hash_passage
from index.store.reader import StoreReader, View
from index.store.rows import fold_name
from index.store.writer import Prepared, Writer
from service.answering.reading import Reader
from service.errors import RequestError
from service.evaluation.running.run import ask_question, list_cited
from service.evaluation.running.targets import InProcess
from service.evaluation.values import Question, Swapped

Vector = np.ndarray[tuple[int], np.dtype[np.float32]]


class SwappedIndex:
    """Asked beside the index it is a copy of; no name in it is where it was."""

    def __init__(self, search: Search, reader: Reader) -> None:
        self._target = InProcess(search, reader)
        self._reader = search.reader

    def ask(self, question: Question, k: int) -> Swapped:
        """The answer from the copy, with the names of the outlets that are on its record."""
        result = ask_question(question, self._target, k)
        with self._reader.view() as view:
            cited = {key: view.article(key).masthead.outlet.name for key in list_cited(result.answer)}
        return Swapped(answer=result.answer, outlets=cited, error=result.error)


@contextmanager
def open_swapped(folder: Path, embedder: Embedder, reader: Reader, seed: int) -> Iterator[SwappedIndex]:
    """The copy of the index in `folder`, which is gone afterwards; vectors and statements are taken over as they are.

    RequestError where fewer than two outlets are named.
    """
    with TemporaryDirectory(prefix="byline-swap-") as copy, StoreReader(folder).view() as view:
        names = shuffle_names([one.name for one in view.outlets()], seed)
        _copy_store(view, Path(copy), embedder, names)
        yield SwappedIndex(Search(Path(copy), embedder), reader)


def shuffle_names(names: Iterable[str], seed: int) -> dict[str, str]:
    """Each name to another, all of them in one round; the same for the same seed and names in any order."""
    order = sorted(names)
    if len(order) < 2:
        held = f"only {order[0]}" if order else "none"
        raise RequestError("invalid_value", f"--swap-outlets needs two named outlets, and the index has {held}")
    random.Random(seed).shuffle(order)  # noqa: S311 - which names change places is no secret
    return dict(zip(order, [*order[1:], order[0]], strict=True))


def _copy_store(view: View, copy: Path, embedder: Embedder, names: Mapping[str, str]) -> None:
    vectors: dict[str, list[Vector]] = {}
    titles: dict[str, TitleVector] = {}
    for added in view.added_since(0):
        for row in added:
            vectors.setdefault(row.article_id, []).append(np.frombuffer(row.vector, "<f4"))
            if row.title and row.title_vector:
                digest = hash_passage(describe_model(embedder), row.title, ())
                titles[row.article_id] = digest, np.frombuffer(row.title_vector, "<f4")
    folded = {fold_name(name): other for name, other in names.items()}  # an outlet may be written in several ways
    with Writer(copy, describe_model(embedder)) as writer:
        ids = view.article_ids()
        while batch := list(islice(ids, BATCH)):
            writer.put([_prepare(view, one, vectors.get(one, []), titles.get(one), folded) for one in batch])
        Search(copy, embedder).catch_up()


def _prepare(
    view: View,
    article_id: str,
    vectors: list[Vector],
    title: TitleVector | None,
    names: Mapping[str, str],
) -> Prepared:
    article = view.article(article_id)
    passages = view.passages_of(article_id)
    statements = view.statements_of([article_id])[article_id]
    return Prepared(
        article=_rename(article, names),
        received="",
        sentences=tuple(Span(one.start, one.end) for one in view.sentences(article_id)),
        passages=passages,
        vectors=np.array(vectors, np.float32),
        sentence_vectors=tuple(view.sentence_vectors(passages)),
        statements=statements,
        filed=file_sources(statements),
        title_vector=title,
    )


def _rename(article: Article, names: Mapping[str, str]) -> Article:
    name = article.masthead.outlet.name
    if name is None:
        return article
    return replace(article, masthead=replace(article.masthead, outlet=Outlet(names[fold_name(name)], "declared")))
