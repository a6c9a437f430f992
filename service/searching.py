"""A query to hits, as the command line and HTTP both ask for them; nothing is read or concluded."""

from index.search.search import Search
from service.errors import RequestError
from service.requests import SearchRequest
from service.shapes import HitList
from service.showing import show_hits


def find_passages(request: SearchRequest, search: Search) -> HitList:
    """The best passages for a query; RequestError for a filter that cannot be applied yet."""
    if request.sources:
        raise RequestError("not_yet", "sources: whom an outlet cites is not read yet; leave it out", "sources")
    with search.reader.view() as view:
        return show_hits(view, search.search_passages(view, request.query, request.filters(), request.k))
