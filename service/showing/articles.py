"""The store's values to what goes over the wire; the command line and HTTP both show through it."""

from collections.abc import Iterable, Sequence

from index.records import Article, Evidence, Outlet, Passage, Statement
from index.search.search import Found
from index.store.reader import View
from index.store.rows import published_text
from index.store.values import OutletCount, Summary
from service.answering.answer import Missing, OutletOut
from service.showing.labels import outlet_label
from service.showing.shapes import (
    ArticleList,
    ArticleOut,
    ArticleSummary,
    AttributionOut,
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
    QuotedStatement,
    StatementOut,
)
from service.showing.statements import statement_fields

# Ids of other articles that are shown with an article whose text they carry.
MOST_COPIES = 100


def show_outlet(article_id: str, outlet: Outlet) -> OutletOut:
    """Who published, with the label to print."""
    return OutletOut(name=outlet.name, label=outlet_label(article_id, outlet), level=outlet.level)


def show_whole(view: View, article_id: str) -> ArticleOut:
    """All that the index holds of an article; UnknownIdError where it holds none of that id."""
    article = view.article(article_id)
    statements = view.statements_of([article_id])[article_id]
    copies = view.carriers(article_id, MOST_COPIES)
    return show_article(article, statements, view.passages_of(article_id), copies)


def show_article(
    article: Article, statements: Sequence[Statement], passages: Iterable[Passage], copies: Iterable[str]
) -> ArticleOut:
    """The whole article; `copies` are the ids of the others that carry its text."""
    return ArticleOut(
        id=article.id,
        version=article.version,
        url=article.url,
        language=article.language,
        masthead=_show_masthead(article),
        text=article.text,
        lines=tuple(LineOut(start=x.start, end=x.end, label=x.label, reason=x.reason) for x in article.lines),
        passages=tuple(PassageSpan(id=x.id, start=x.start, end=x.end) for x in passages),
        attribution=_show_attribution(article, statements),
        statements=tuple(StatementOut.model_validate(statement_fields(one)) for one in statements),
        copies=tuple(copies),
    )


def show_statement(article: Article, one: Statement) -> QuotedStatement:
    """A statement with its sentence and who published it."""
    beside = {
        "article_id": article.id,
        "outlet": show_outlet(article.id, article.masthead.outlet),
        "title": article.masthead.title.text,
        "published": published_text(article.masthead.published),
        "quote": article.text[one.sentence.start : one.sentence.end],
    }
    return QuotedStatement.model_validate({**statement_fields(one), **beside})


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


def show_hits(view: View, found: Found, missing: Iterable[Missing] = ()) -> HitList:
    """Hits with their passages, best first, from the view they were found in."""
    articles = {name: view.article(name) for name in dict.fromkeys(hit.passage.article_id for hit in found.hits)}
    return HitList(
        hits=tuple(
            HitOut(rank=hit.rank, score=hit.score, passage=show_passage(articles[hit.passage.article_id], hit.passage))
            for hit in found.hits
        ),
        missing=tuple(missing),
    )


def show_unknown(view: View, outlets: Sequence[str], sources: Sequence[str], filed: Sequence[str]) -> list[Missing]:
    """What to say of names that the index does not hold; `filed` has for each source the name it is filed under."""
    unknown_outlets, unknown_sources = view.unknown_outlets(outlets), view.unknown_sources(filed)
    said = [(name, f"No article here is of an outlet named {name}.") for name in unknown_outlets]
    cited = [name for name, key in zip(sources, filed, strict=True) if key in unknown_sources]
    said += [(name, f"No article here cites a source named {name}.") for name in cited]
    return [Missing(kind="no_such_name", name=name, text=text) for name, text in said]


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


def _show_attribution(article: Article, statements: Iterable[Statement]) -> AttributionOut:
    if any(one.chain is not None for one in statements):
        return AttributionOut(read=True, reason=None, text=None)
    if article.language == "en":
        text = "An earlier Byline stored this article; byline rebuild, or putting it again, reads who says what."
        return AttributionOut(read=False, reason="earlier_version", text=text)
    language = f"is in {article.language!r}" if article.language else "is in no language that is known here"
    text = f"Who says what is read in English only; this article {language}."
    return AttributionOut(read=False, reason="language", text=text)


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
