"""The record of a chosen statement as it goes over the wire: who published, who speaks, the article's own words."""

import re

from index.reading.sentences import leans
from index.records import Article
from index.records import Figure as ReadFigure
from index.store.rows import published_text
from service.answering.answer import Citation, Context, Figure, Nearest, Report, When
from service.answering.reading import Candidates
from service.answering.relating.held import Held
from service.showing.articles import show_outlet
from service.showing.labels import outlet_label
from service.showing.statements import show_chain, show_cue, show_hedges, show_span

# "has contradicted this claim": which one stands in the sentence before.
_POINTS_BACK = re.compile(
    r"\b(?:this|that|these|those|such)\s+(?:claim|figure|number|report|account|assertion|allegation|charge|statement|"
    r"accusation|estimate)s?\b",
    re.IGNORECASE,
)
# What is left of a page between two sentences is nothing to lean on.
_HOLDS_WORDS = re.compile(r"[^\W\d_]{2,}")


def compose_report(
    report_id: str, held: Held, citation: int, origin: str, copy: str | None, candidates: Candidates
) -> Report:
    """One report; everything in it is read from the record."""
    statement, article = held.statement, held.article
    return Report(
        id=report_id,
        statement_id=statement.id,
        citation=citation,
        article_id=article.id,
        passage_id=held.passage_id,
        quote=held.quote,
        start=statement.sentence.start,
        end=statement.sentence.end,
        content=show_span(statement.content),
        context=find_context(held, candidates),
        outlet=show_outlet(article.id, article.masthead.outlet),
        published=published_text(article.masthead.published),
        voice=statement.voice,
        chain=show_chain(statement.chain),
        joint=statement.joint,
        cue=show_cue(statement.cue),
        stance=statement.stance,
        form=statement.form,
        hedges=show_hedges(statement.hedges),
        figure=_show_figure(held.figure),
        when=tuple(When(text=one.text, date=one.day) for one in statement.when),
        origin=origin,
        copy=copy,
    )


def find_context(held: Held, candidates: Candidates) -> Context | None:
    """The earlier sentence that names who speaks here only by a pronoun, or that the sentence leans on."""
    sentences = candidates.neighbours[held.article.id]
    carried = next((link.carried_from for link in held.statement.chain or () if link.carried_from), None)
    if carried:
        before = next((one for one in sentences if one.start <= carried.start < one.end), None)
    elif held.statement.n > 0 and (leans(held.quote) or _POINTS_BACK.search(held.content)):
        before = sentences[held.statement.n - 1]
    else:
        before = None
    if before is None or before.start >= held.statement.sentence.start:
        return None
    if not _HOLDS_WORDS.search(held.article.text, before.start, before.end):
        return None
    return Context(quote=held.article.text[before.start : before.end], start=before.start, end=before.end)


def cite(n: int, article: Article) -> Citation:
    """Article `n` of the answer."""
    head = article.masthead
    return Citation(
        n=n,
        article_id=article.id,
        outlet=outlet_label(article.id, head.outlet),
        level=head.outlet.level,
        title=head.title.text,
        url=article.url,
        published=published_text(head.published),
    )


def compose_nearest(sentence_id: str, candidates: Candidates) -> Nearest:
    """A sentence that is near the question and no answer to it."""
    sentence = next(one for one in candidates.sentences if one.id == sentence_id)
    article = candidates.articles[sentence.article_id]
    return Nearest(
        article_id=article.id,
        passage_id=sentence.passage_id,
        quote=article.text[sentence.start : sentence.end],
        start=sentence.start,
        end=sentence.end,
        outlet=show_outlet(article.id, article.masthead.outlet),
    )


def _show_figure(figure: ReadFigure | None) -> Figure | None:
    if figure is None:
        return None
    return Figure(value=figure.value, bound=figure.bound, unit=figure.unit, scope=figure.scope)
