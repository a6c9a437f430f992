"""Statements written by hand: found in their article by their words, so that every offset is the article's own."""

from collections.abc import Sequence
from datetime import date

from index.attribution.marks.frames import read_figures
from index.attribution.marks.times import find_times
from index.reading.sentences import split_sentences
from index.records import (
    Article,
    Cue,
    CueClass,
    Hedge,
    Line,
    Link,
    Masthead,
    Outlet,
    Published,
    Span,
    Stance,
    Statement,
    Title,
    statement_id,
)


def write_article(
    identity: str, text: str, *, outlet: str | None = None, title: str | None = None, day: date | None = None
) -> Article:
    """An article whose every line is body."""
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Line(at, at + len(line), "body", "given"))
        at += len(line) + 1
    head = Masthead(
        Outlet(outlet, "declared") if outlet else Outlet(),
        Title(title, "declared") if title else Title(),
        Published(day, level="declared") if day else Published(),
    )
    return Article(identity, "0123456789abcdef", text, tuple(lines), head)


def state(
    article: Article,
    content: str,
    *,
    chain: Sequence[str] | None = (),
    cue: tuple[str, CueClass] | None = None,
    stance: Stance = "asserts",
    hedges: Sequence[str] = (),
    i: int = 1,
) -> Statement:
    """The statement of `content` in the sentence that holds it; a source that begins with a small letter is unnamed."""
    start = article.text.index(content)
    sentences = split_sentences(article.text, article.lines)
    n, sentence = next((n, one) for n, one in enumerate(sentences) if one.start <= start < one.end)
    span = Span(sentence.start, sentence.end)

    def find(words: str) -> Span:
        at = article.text.index(words, span.start, span.end)
        return Span(at, at + len(words))

    own = Span(start, start + len(content))
    links = None if chain is None else tuple(Link(name, name[0].isupper(), *find(name)) for name in chain)
    return Statement(
        id=statement_id(article.id, article.version, n, i),
        article_id=article.id,
        n=n,
        sentence=span,
        content=own,
        voice=None if links is None else "attributed" if links else "outlet",
        chain=links,
        cue=Cue(cue[0], cue[1], *find(cue[0])) if cue else None,
        stance=None if links is None else stance,
        form=None if links is None else "paraphrase",
        hedges=tuple(Hedge(one, *find(one), over=own) for one in hedges),
        figures=tuple(one for one in read_figures(article.text, span) if own.start <= one.start < own.end),
        when=tuple(
            one
            for one in find_times(article.text, span, article.masthead.published.day)
            if own.start <= one.start < own.end
        ),
    )
