"""The articles that an answer cites, in each of the forms in which frontends show sources; one order, one title."""

from dataclasses import dataclass
from typing import Any

from service.answering.answer import Answer, Citation
from service.render.clean import clean_line, clean_text, safe_url
from service.showing.labels import title_article
from service.showing.links import link_article


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence shown from an article, at `[start, end)` of its text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """Article `n` of an answer; `url` opens it and is no other source's."""

    n: int
    article_id: str
    title: str
    url: str
    published: str | None
    quotes: tuple[Quoted, ...]


def find_sources(answer: Answer, base: str) -> tuple[Source, ...]:
    """The cited articles in their order; one without an address of its own gets ours, at the first passage shown."""
    sources: list[Source] = []
    for one in answer.citations:
        quotes = _find_quotes(answer, one.n)
        own = safe_url(one.url)
        # Frontends tell sources apart by their addresses: two of one address would be counted as one.
        if own is None or own in [other.url for other in sources]:
            place = (quotes[0].start, quotes[0].end) if quotes else (None, None)
            own = link_article(base, one.article_id, *place)
        sources.append(Source(one.n, one.article_id, _title(one), own, one.published, quotes))
    return tuple(sources)


def show_annotations(sources: tuple[Source, ...], spans: tuple[tuple[int, int], ...]) -> list[dict[str, Any]]:
    """A citation for each source, where its mark first stands in the text."""
    return [
        {"type": "url_citation", "url": one.url, "title": one.title, "start_index": start, "end_index": end}
        for one, (start, end) in zip(sources, spans, strict=True)
    ]


def nest_annotations(annotations: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same as chat completions have them."""
    return [
        {"type": one["type"], "url_citation": {key: value for key, value in one.items() if key != "type"}}
        for one in annotations
    ]


def show_source(source: Source) -> dict[str, Any]:
    """A source as Open WebUI has it; `source_url` keeps the title from giving way to the address."""
    place = {"source": source.url, "source_url": source.url, "name": source.title, "article_id": source.article_id}
    quotes = [{**place, "start": one.start, "end": one.end} for one in source.quotes]
    return {
        "source": {"id": source.url, "name": source.title, "url": source.url},
        "document": [one.text for one in source.quotes] or [source.title],
        "metadata": quotes or [place],
    }


def show_beside(sources: tuple[Source, ...]) -> dict[str, Any]:
    """The sources in the other forms that are in use, to stand beside the choices or the output."""
    results = [
        {"title": one.title, "url": one.url, "date": one.published, "snippet": one.quotes[0].text if one.quotes else ""}
        for one in sources
    ]
    return {
        "citations": [one.url for one in sources],
        "search_results": results,
        "sources": [show_source(one) for one in sources],
    }


def _title(citation: Citation) -> str:
    return title_article(clean_line(citation.outlet), clean_line(citation.title or "untitled"))


def _find_quotes(answer: Answer, n: int) -> tuple[Quoted, ...]:
    """What the answer shows of article `n`, each sentence once, in the order of the answer."""
    reports = (one for claim in answer.claims for one in claim.reports if one.citation == n)
    return tuple(dict.fromkeys(Quoted(clean_text(one.quote), one.start, one.end) for one in reports))
