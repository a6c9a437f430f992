"""Figures and times of a sentence: as the record has them; read here only where an article was never analysed."""

from collections.abc import Sequence

from index.attribution.marks.frames import read_figures
from index.attribution.marks.times import find_times
from index.records import Article, Figure, Statement, When


def is_bare(statement: Statement) -> bool:
    """Whether it only stands for its sentence, in an article that was never analysed."""
    return statement.rule == "sentence"


def figures_of(statements: Sequence[Statement], article: Article) -> list[Figure]:
    """The figures of statements of one sentence, each once, in order."""
    found: dict[int, Figure] = {}
    for one in statements:
        for figure in read_figures(article.text, one.sentence) if is_bare(one) else one.figures:
            found.setdefault(figure.start, figure)
    return [found[start] for start in sorted(found)]


def times_of(statements: Sequence[Statement], article: Article) -> list[When]:
    """The words of time of statements of one sentence, each once, in order."""
    found: dict[int, When] = {}
    for one in statements:
        known = article.masthead.published.day
        for when in find_times(article.text, one.sentence, known) if is_bare(one) else one.when:
            found.setdefault(when.start, when)
    return [found[start] for start in sorted(found)]
