"""A statement that a reader chose, with its article and what of it answers; judges nothing."""

from dataclasses import dataclass

from index.records import Article, Figure, Link, Span, Statement
from service.answering.filling.fill import Filling


@dataclass(frozen=True, slots=True)
class Held:
    """A statement in its article; `filling` is what of it answers the question, None where it only bears on it."""

    article: Article
    statement: Statement
    passage_id: str = ""
    filling: Filling | None = None

    @property
    def quote(self) -> str:
        """The whole sentence."""
        return self.article.text[self.statement.sentence.start : self.statement.sentence.end]

    @property
    def content(self) -> str:
        """What is said, without who says it."""
        return self.article.text[self.statement.content.start : self.statement.content.end]

    @property
    def denies(self) -> bool:
        """Whether the statement denies what it tells of."""
        return self.statement.stance == "denies" or bool(self.filling and self.filling.denied)

    @property
    def figure(self) -> Figure | None:
        """The figure that answers; where none was asked for, the only one there is."""
        if self.filling and self.filling.figure:
            return self.filling.figure
        return self.statement.figures[0] if len(self.statement.figures) == 1 else None

    def words(self, span: Span) -> str:
        """The article's words at a span."""
        return self.article.text[span.start : span.end]


def innermost(statement: Statement) -> Link | None:
    """The named link nearest to the one who spoke; None where no link is named."""
    return next((link for link in reversed(statement.chain or ()) if link.named), None)
