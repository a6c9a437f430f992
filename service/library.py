"""One data folder with its embedder and its search, as everything in a process shares them; one writer at a time."""

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from index.attribution.found import Parser
from index.build import Outcome, Received, index_articles
from index.errors import LockedError
from index.search.embedding import Embedder
from index.search.search import Search, describe_model
from index.store.connect import is_made, lock_store
from index.store.reader import StoreReader
from index.store.writer import Writer

T = TypeVar("T")
WAIT_S = 30.0


class Library:
    """Safe to share between threads. Opening is cheap; the model is loaded at the first need of it, or by `open`."""

    def __init__(self, folder: Path, embedder: Embedder, parser: Parser | None = None, wait: float = WAIT_S) -> None:
        """While another process writes, who has something to write waits its turn for so many seconds."""
        self.folder = folder
        self.embedder = embedder
        self._parser = parser
        self._wait = wait
        self.reader = StoreReader(folder)
        self._is_loaded = False
        self._was_tried = False
        self._search: Search | None = None
        self._opening = threading.Lock()
        self._writing = threading.Lock()

    def open(self) -> None:
        """Load the model, make the store if there is none, and bring both caches level with it."""
        try:
            if not self._is_loaded:
                self.embedder.encode_query("")
                self._is_loaded = True
            search = self.search()
            with search.reader.view() as view:
                search.level(view)
        finally:
            self._was_tried = True

    def search(self) -> Search:
        """The one search of this process; an empty store is made where there is none."""
        with self._opening:
            if self._search is None:
                if not is_made(self.folder):
                    Writer(self.folder, describe_model(self.embedder), self._wait).close()
                self._search = Search(self.folder, self.embedder)
            return self._search

    def is_ready(self) -> bool:
        """Whether a question would be answered now; False while it is first opened; what is amiss is raised."""
        if self._search is None and not self._was_tried:
            return False
        self.open()
        return True

    def put(self, received: Iterable[Received]) -> list[Outcome]:
        """Index articles, in order; when it returns they are on disk and findable.

        LockedError where another process writes for longer than is waited.
        """
        return self.write(lambda writer: list(index_articles(received, writer, self.embedder, self._parser)))

    def delete(self, article_id: str) -> None:
        """Take an article out, with its versions; UnknownIdError where there is none, else LockedError as `put`."""
        self.write(lambda writer: writer.delete([article_id]))

    def write(self, act: Callable[[Writer], T]) -> T:
        """What `act` gives, with the one writer in hand; what it stored is findable when this returns."""
        search = self.search()
        with self._writing, Writer(self.folder, describe_model(self.embedder), self._wait) as writer:
            search.catch_up()  # before anything is numbered as what an older copy of the store had numbered
            try:
                return act(writer)
            finally:
                search.catch_up()

    def close(self) -> None:
        """Save what a restart would otherwise make anew; nothing is lost if another process keeps it from that."""
        if self._search is None:
            return
        try:
            with lock_store(self.folder):
                self._search.catch_up()  # what other processes wrote too, so that an older state is not put over theirs
                self._search.save()
        except LockedError:
            return
