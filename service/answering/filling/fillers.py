"""From the kind of question to what fills it: one table for what a sentence tells, whoever says it."""

from collections.abc import Sequence

from index.attribution.aliases import Aliases
from index.records import Article, Span, Statement
from service.answering.filling.fill import Filling, fill_figure, fill_time
from service.answering.filling.fill_person import fill_person
from service.answering.filling.fresh import fresh_names
from service.answering.filling.places import find_place, find_situation
from service.answering.judging.choose import told_in
from service.answering.judging.support import Support
from service.answering.language.clauses import clause_of
from service.question import Query


def fill_sentence(
    query: Query, support: Support, statements: Sequence[Statement], article: Article, aliases: Aliases
) -> Filling | None:
    """What the statements of a sentence that bears the question out give; None where it is nothing of its kind."""
    if query.kind == "figures":
        return fill_figure(query, support, statements, article)
    if query.kind == "when":
        return fill_time(query, support, statements, article)
    if query.kind == "where":
        return _fill_place(query, support, statements, aliases)
    if query.kind == "who":
        return fill_person(query, support, aliases)
    if query.expected == "name" and not fresh_names(query, support.text, aliases):
        return None
    return Filling(None, span=support.absolute(support.predicate) if support.predicate else None)


def _fill_place(query: Query, support: Support, statements: Sequence[Statement], aliases: Aliases) -> Filling | None:
    text = support.text
    # Where those who are cited have their seat is not where it happened.
    fresh = [
        name
        for name in fresh_names(query, text, aliases)
        if any(told_in(one, support.absolute(Span(name.start, name.end))) for one in statements)
    ]
    if support.predicate is not None and "located" not in query.classes:
        place = find_place(text, fresh, clause_of(text, support.predicate.start), support.predicate)
        return Filling(place, span=support.absolute(support.predicate)) if place else None
    asked = [aliases.pattern(name) for name in query.names]
    found = (find_situation(text, one, fresh) for one in asked)
    place = next((one for one in found if one), None)
    if place is None and (support.predicate is not None or not query.situated):
        at = support.predicate or Span(0, 0)
        place = find_place(text, fresh, clause_of(text, at.start) if support.predicate else Span(0, len(text)), at)
    return Filling(place, span=support.absolute(support.predicate) if support.predicate else None) if place else None
