"""What a statement gives that a reader chose and that no words of the question decide: its one figure, its one time."""

from index.records import Article, Span, Statement
from service.answering.filling.counting import counts_alike
from service.answering.filling.fill import Filling
from service.question import Query


def fill_chosen(query: Query, statement: Statement, article: Article) -> Filling | None:
    """A value where the statement has just one of the kind asked for, in the article's words; else None."""
    if query.kind == "figures":
        figures = [one for one in statement.figures if counts_alike(query.counted, one)]
        if len(figures) == 1:
            one = figures[0]
            return Filling(" ".join(one.text.split()), one, span=Span(one.start, one.end))
    if query.kind == "when" and len(statement.when) == 1:
        span = Span(statement.when[0].start, statement.when[0].end)
        return Filling(" ".join(article.text[slice(*span)].split()), span=span)
    return None
