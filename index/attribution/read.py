"""An article and its sentences to statements: who says what, as far as the article's words show it."""

from collections.abc import Sequence
from dataclasses import replace

from index.attribution.draft import Draft, Reader
from index.attribution.found import Parser
from index.attribution.marks.frames import read_figures
from index.attribution.marks.hedges import find_hedges
from index.attribution.marks.times import find_times
from index.records import Article, Figure, Span, Statement, statement_id

_ENGLISH = (None, "en")


def read_statements(article: Article, sentences: Sequence[Span], parser: Parser | None = None) -> tuple[Statement, ...]:
    """The statements of an article, headings first, then by sentence and place; every sentence has at least one.

    What a sentence says without attribution is the outlet's own, chain (). A quotation that no words attribute is
    somebody's, not the outlet's: voice "attributed", chain None. Where a sentence of a quotation holds no words for
    its source, the link's span is that of the source's words in the tag, and so lies outside the sentence;
    `carried_from` always lies before the link's own span. A content may run over an aside or a nested attribution
    that has a statement of its own: whose words they are is told by the shortest content that holds them. Articles in
    another language than English are not analysed: voice and chain None.
    """
    text = article.text
    english = article.language in _ENGLISH
    lines = [_trim(text, Span(line.start, line.end)) for line in article.lines if line.label in ("title", "deck")]
    heading = Draft(Span(0, 0), (), "outlet", "asserts", "heading")
    unread = Draft(Span(0, 0), None, rule="language")
    made: list[Statement] = []
    for i, span in enumerate((one for one in lines if one.start < one.end), 1):
        made.append(_state(article, -1, i, span, replace(heading if english else unread, content=span)))
    reader = Reader(article, sentences, parser) if english else None
    for n, span in enumerate(sentences):
        drafts = reader.read_sentence(n) if reader else [replace(unread, content=span)]
        figures = read_figures(text, span) if reader else ()
        for i, draft in enumerate(drafts, 1):
            others = [k for k, other in enumerate(drafts, 1) if k != i and draft.group and other.group == draft.group]
            made.append(_state(article, n, i, span, draft, others, figures))
    return tuple(made)


def _state(
    article: Article,
    n: int,
    i: int,
    sentence: Span,
    draft: Draft,
    others: Sequence[int] = (),
    figures: Sequence[Figure] = (),
) -> Statement:
    """The statement of a draft with its marks; `others` are the numbers of those that are joint with it."""
    text, content = article.text, draft.content
    read = draft.chain is not None or draft.voice is not None
    return Statement(
        id=statement_id(article.id, article.version, n, i),
        article_id=article.id,
        n=n,
        sentence=sentence,
        content=content,
        voice=draft.voice,
        chain=draft.chain,
        joint=tuple(statement_id(article.id, article.version, n, other) for other in others),
        cue=draft.cue,
        stance=draft.stance,
        form=draft.form,
        hedges=find_hedges(text, content) if read else (),
        figures=tuple(one for one in figures if content.start <= one.start and one.end <= content.end),
        when=find_times(text, content, article.masthead.published.day) if read else (),
        continuation=draft.continuation,
        rule=draft.rule,
    )


def _trim(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    return Span(span.start + len(piece) - len(piece.lstrip()), span.start + len(piece.rstrip()))
