"""A query to hits, as the command line and HTTP both ask for them; nothing is read or concluded."""

from index.search.choose import choose_passages
from index.search.search import Search
from service.requests import SearchRequest
from service.showing.articles import show_hits, show_unknown
from service.showing.shapes import HitList


def find_passages(request: SearchRequest, search: Search) -> HitList:
    """The best passages for a query; a name that it is confined to and that nothing bears is reported."""
    filters = request.filters()
    with search.reader.view() as view:
        missing = show_unknown(view, request.outlets, request.sources, filters.sources)
        return show_hits(view, choose_passages(view, search, request.query, filters, request.k), missing)
