"""Addresses of our own page, for whoever is shown a passage whose article has none of its own."""

from urllib.parse import quote, urlencode


def link_article(base: str, article_id: str, start: int | None = None, end: int | None = None) -> str:
    """Where the page opens an article, at `[start, end)` of its text where that is given; `base` ends in no slash."""
    place = {} if start is None or end is None else {"start": start, "end": end}
    return f"{base}/?{urlencode({'article': article_id, **place}, quote_via=quote)}"
