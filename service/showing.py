"""The store's values to what goes over the wire; the command line and HTTP both show through it."""

from collections.abc import Iterable

from index.records import Article, Evidence, Outlet, Passage, Sentence
from index.search.search import Found
from index.store.reader import OutletCount, Summary, View
from index.store.rows import published_text
from service.answering.answer import OutletOut, SpanOut
from service.labels import outlet_label
from service.shapes import (
    ArticleList,
    ArticleOut,
    ArticleSummary,
    CopiedFrom,
    EvidenceOut,
    HitList,
    HitOut,
    LineOut,
    MastheadOut,
    MastheadOutlet,
    MastheadOwner,
    MastheadPublished,
    MastheadTitle,
    OutletList,
    OutletSummary,
    PassageOut,
    PassageSpan,
    StatementOut,
)


def show_outlet(article_id: str, outlet: Outlet) -> OutletOut:
    """Who published, with the label to print."""
    return OutletOut(name=outlet.name, label=outlet_label(article_id, outlet), level=outlet.level)


def show_article(article: Article, sentences: Iterable[Sentence], passages: Iterable[Passage]) -> ArticleOut:
    """The whole article; until attribution is read, each sentence of its body is one statement."""
    spans = [(one.id, SpanOut(start=one.start, end=one.end)) for one in sentences]
    return ArticleOut(
        id=article.id,
        version=article.version,
        url=article.url,
        language=article.language,
        masthead=_show_masthead(article),
        text=article.text,
        lines=tuple(LineOut(start=x.start, end=x.end, label=x.label, reason=x.reason) for x in article.lines),
        passages=tuple(PassageSpan(id=x.id, start=x.start, end=x.end) for x in passages),
        statements=tuple(StatementOut(id=name, sentence=span, content=span) for name, span in spans),
    )


def show_articles(view: View, after: str | None, limit: int) -> ArticleList:
    """Up to `limit` articles after the id `after`, as one page of the list."""
    found = view.articles(after, limit + 1)
    page = found[:limit]
    last = page[-1].id if len(found) > limit else None
    return ArticleList(data=tuple(_show_summary(view, one) for one in page), next_cursor=last)


def show_outlets(outlets: Iterable[OutletCount], unnamed: int) -> OutletList:
    """The list of outlets."""
    data = tuple(OutletSummary(name=one.name, articles=one.articles, levels=one.levels) for one in outlets)
    return OutletList(data=data, unnamed=unnamed)


def show_passage(article: Article, passage: Passage) -> PassageOut:
    """A passage with its text and masthead."""
    return PassageOut(
        id=passage.id,
        article_id=article.id,
        start=passage.start,
        end=passage.end,
        text=article.text[passage.start : passage.end],
        outlet=show_outlet(article.id, article.masthead.outlet),
        title=article.masthead.title.text,
        published=published_text(article.masthead.published),
        url=article.url,
    )


def show_hits(view: View, found: Found) -> HitList:
    """Hits with their passages, best first, from the view they were found in."""
    articles = {name: view.article(name) for name in dict.fromkeys(hit.passage.article_id for hit in found.hits)}
    return HitList(
        hits=tuple(
            HitOut(rank=hit.rank, score=hit.score, passage=show_passage(articles[hit.passage.article_id], hit.passage))
            for hit in found.hits
        )
    )


def _show_summary(view: View, one: Summary) -> ArticleSummary:
    # Only an inferred outlet's label needs its evidence, which a summary lacks.
    inferred = one.level == "inferred"
    outlet = view.article(one.id).masthead.outlet if inferred else Outlet(one.outlet, one.level)
    return ArticleSummary(
        id=one.id,
        version=one.version,
        outlet=show_outlet(one.id, outlet),
        title=one.title,
        published=one.published,
        url=one.url,
        language=one.language,
        passages=one.passages,
    )


def _show_masthead(article: Article) -> MastheadOut:
    head = article.masthead
    copied = head.copied_from
    outlet = show_outlet(article.id, head.outlet)
    return MastheadOut(
        outlet=MastheadOutlet(**outlet.model_dump(), evidence=_show_evidence(head.outlet.evidence)),
        title=MastheadTitle(text=head.title.text, level=head.title.level, evidence=_show_evidence(head.title.evidence)),
        published=MastheadPublished(
            date=published_text(head.published),
            level=head.published.level,
            evidence=_show_evidence(head.published.evidence),
        ),
        owner=MastheadOwner(name=head.owner.name, level=head.owner.level, evidence=_show_evidence(head.owner.evidence)),
        copied_from=CopiedFrom(name=copied.name, evidence=_show_evidence(copied.evidence)) if copied else None,
    )


def _show_evidence(evidence: Iterable[Evidence]) -> tuple[EvidenceOut, ...]:
    return tuple(EvidenceOut(reason=x.reason, start=x.start, end=x.end, text=x.text) for x in evidence)
