"""Two articles laid side by side, as the command line and HTTP both show them: aligned paragraphs, typed changes."""

from typing import Literal

from index.copies.comparing.compare import compare_articles
from index.records import Article, Change, Comparison, Side, Span
from index.store.reader import View
from index.store.rows import published_text
from service.answering.answer import OutletOut, Wire
from service.answering.changes import ChangeOut, SideOut
from service.showing.articles import show_outlet


class ComparedArticle(Wire):
    """One of the two articles."""

    id: str
    outlet: OutletOut
    title: str | None
    published: str | None


class ParagraphsOut(Wire):
    """Paragraphs that stand side by side; one is null where only one article has it. `equal`: but for house style."""

    a: SideOut | None
    b: SideOut | None
    equal: bool
    changes: tuple[ChangeOut, ...]


class ComparisonOut(Wire):
    """Two articles side by side; `changes` are all those of the paragraphs, gravest first.

    `containment` is the share of the shorter one's word 5-grams in the other; `is_copy`: their text is one text.
    `direction` only where dates or a citation say who copied from whom; `reason` says why, or why not.
    """

    a: ComparedArticle
    b: ComparedArticle
    containment: float
    is_copy: bool
    direction: Literal["a_from_b", "b_from_a"] | None
    reason: str
    paragraphs: tuple[ParagraphsOut, ...]
    changes: tuple[ChangeOut, ...]


def compare(view: View, one: str, other: str) -> ComparisonOut:
    """The two articles of these ids side by side; UnknownIdError where there is none of an id."""
    a, b = view.article(one), view.article(other)
    statements = view.statements_of([one, other])
    return show_comparison(a, b, compare_articles(a, b, statements[one], statements[other]))


def show_comparison(a: Article, b: Article, found: Comparison) -> ComparisonOut:
    """A comparison with the words of both articles."""
    return ComparisonOut(
        a=_show_article(a),
        b=_show_article(b),
        containment=found.containment,
        is_copy=found.is_copy,
        direction=found.direction,
        reason=found.reason,
        paragraphs=tuple(
            ParagraphsOut(
                a=_show_span(a, pair.a),
                b=_show_span(b, pair.b),
                equal=pair.equal,
                changes=tuple(show_change(one) for one in pair.changes),
            )
            for pair in found.pairs
        ),
        changes=tuple(show_change(one) for one in found.changes),
    )


def _show_article(article: Article) -> ComparedArticle:
    head = article.masthead
    outlet, published = show_outlet(article.id, head.outlet), published_text(head.published)
    return ComparedArticle(id=article.id, outlet=outlet, title=head.title.text, published=published)


def _show_span(article: Article, span: Span | None) -> SideOut | None:
    return span and SideOut(start=span.start, end=span.end, text=article.text[span.start : span.end])


def show_change(one: Change) -> ChangeOut:
    """A change with the words of both sides."""
    return ChangeOut(kind=one.kind, a=_show_side(one.a), b=_show_side(one.b), figures=one.figures, sources=one.sources)


def _show_side(side: Side | None) -> SideOut | None:
    return None if side is None else SideOut(start=side.start, end=side.end, text=side.text)
