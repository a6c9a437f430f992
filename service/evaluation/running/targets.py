"""What is asked: an index in this process, behind the same three calls as a server has."""

from typing import Protocol

from index.search.search import Search
from service.answering.reading import Reader
from service.ask import ask
from service.evaluation.values import Json
from service.requests import AskRequest, SearchRequest
from service.showing.articles import show_whole
from service.showing.hits import find_passages


class Target(Protocol):
    """Answers questions; each call takes and returns what the HTTP call of its name does, or raises BylineError."""

    @property
    def name(self) -> str:
        """What it is, for the reader of a report."""
        ...

    def ask(self, request: Json) -> Json:
        """POST /v1/ask."""
        ...

    def search(self, request: Json) -> Json:
        """POST /v1/search."""
        ...

    def article(self, article_id: str) -> Json:
        """GET /v1/articles/{id}."""
        ...


class InProcess:
    """An index on disk. Safe to share between threads."""

    name = "in process"

    def __init__(self, search: Search, reader: Reader) -> None:
        self._search = search
        self._reader = reader

    def ask(self, request: Json) -> Json:
        """The answer."""
        return ask(AskRequest.model_validate(request), self._search, self._reader).model_dump(mode="json")

    def search(self, request: Json) -> Json:
        """The passages nearest to the query."""
        return find_passages(SearchRequest.model_validate(request), self._search).model_dump(mode="json")

    def article(self, article_id: str) -> Json:
        """The whole article."""
        with self._search.reader.view() as view:
            return show_whole(view, article_id).model_dump(mode="json")
