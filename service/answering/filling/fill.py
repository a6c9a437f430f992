"""What a sentence gives in answer, as a figure and as a time; and what an answer to any question is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.records import Article, Figure, Span, Statement
from service.answering.filling.counting import counts_alike
from service.answering.judging.marks import figures_of, times_of
from service.answering.judging.support import Support
from service.answering.language.clauses import clause_of
from service.answering.language.modality import is_only_possible
from service.question import Query


@dataclass(frozen=True, slots=True)
class Filling:
    """`value` is in the words of the article, None where the kind asks for no single value.

    `span` are the words that decide, in the article's text; None where no few words do. `denied`: the thing asked
    is said not to be so.
    """

    value: str | None
    figure: Figure | None = None
    denied: bool = False
    span: Span | None = None


def fill_figure(query: Query, support: Support, statements: Sequence[Statement], article: Article) -> Filling | None:
    """The figure that counts what is asked for, nearest to the word that says what happened."""
    asked = {number.replace(",", "") for number in query.numbers}
    fit = [
        figure
        for figure in figures_of(statements, article)
        if counts_alike(query.counted, figure) and f"{figure.value:.0f}" not in asked
    ]
    if support.predicate is not None:
        clause = support.absolute(clause_of(support.text, support.predicate.start))
        at = support.absolute(support.predicate).start
        fit = [one for one in fit if clause.start <= one.start < clause.end] or fit
        # One with the noun asked for goes before one that only could be it; then the nearest.
        fit.sort(key=lambda one: (not one.unit and not one.whom and not one.measure, abs(one.start - at)))
    if not fit:
        return None
    return Filling(" ".join(fit[0].text.split()), fit[0], span=Span(fit[0].start, fit[0].end))


def fill_time(query: Query, support: Support, statements: Sequence[Statement], article: Article) -> Filling | None:
    """The words of time nearest to the word that says what happened; those of the telling are not those of the deed."""
    asked = query.search.casefold()
    times = [one for one in times_of(statements, article) if one.text.casefold() not in asked]
    event = support.predicate
    if event:
        if is_only_possible(support.text[max(0, event.start - 30) : event.start]):
            return None
        at = support.absolute(event)
        contents = [one.content for one in statements if one.content.start <= at.start < one.content.end]
        if contents:
            times = [one for one in times if any(low <= one.start < high for low, high in contents)]
        clause = support.absolute(clause_of(support.text, event.start))
        times = [one for one in times if clause.start <= one.start < clause.end] or times
        times.sort(key=lambda one: distance(Span(one.start, one.end), at))
    if not times:
        return None
    return Filling(" ".join(times[0].text.split()), span=Span(times[0].start, times[0].end))


def distance(one: Span, other: Span) -> int:
    """Characters between two spans; 0 where they touch or overlap."""
    return max(other.start - one.end, one.start - other.end, 0)
