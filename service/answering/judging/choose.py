"""Which statements of a sentence hold the words that decide; where none does, none is chosen."""

from collections.abc import Sequence

from index.records import Span, Statement
from service.answering.filling.fill import Filling
from service.answering.language.stems import HeldStems


def choose_statements(
    statements: Sequence[Statement], filling: Filling, text: str, stems: HeldStems
) -> list[Statement]:
    """The statements whose content holds the deciding words: the narrowest, with those that say the same jointly.

    Where no few words decide it is the one whose content holds most words of the question. Deciding words that only
    attribute ("Damascus accused ...") belong to the statement that they attribute.
    """
    if filling.span is None:
        return _alike(statements, max(statements, key=lambda one: _count(one, text, stems), default=None))
    span = filling.span
    return tell_narrowest(statements, span) or _narrowest([one for one in statements if _attributes(one, span)])


def tell_narrowest(statements: Sequence[Statement], span: Span) -> list[Statement]:
    """Those of the statements whose words the words at a span are: the narrowest that hold them, one or joint ones."""
    return _narrowest([one for one in statements if _holds(one.content, span)])


def told_in(statement: Statement, span: Span) -> bool:
    """Whether the words at a span of the text are part of what the statement says."""
    return _holds(statement.content, span)


def _narrowest(statements: Sequence[Statement]) -> list[Statement]:
    return _alike(statements, min(statements, key=lambda one: one.content.end - one.content.start, default=None))


def _alike(statements: Sequence[Statement], best: Statement | None) -> list[Statement]:
    return [one for one in statements if best is not None and one.content == best.content]


def _holds(content: Span, span: Span) -> bool:
    return content.start <= span.start and span.end <= content.end


def _attributes(statement: Statement, span: Span) -> bool:
    spans = [(link.start, link.end) for link in statement.chain or ()]
    if statement.cue:
        spans.append((statement.cue.start, statement.cue.end))
    return any(low < span.end and span.start < high for low, high in spans)


def _count(statement: Statement, text: str, stems: HeldStems) -> int:
    return len(stems.find(text[statement.content.start : statement.content.end]))
