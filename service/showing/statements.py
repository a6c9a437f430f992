"""The record of a statement as it goes over the wire, part for part; nothing is worded or left out."""

from collections.abc import Iterable

from index import records
from index.records import Span, Statement
from service.answering.answer import Cue, Figure, Hedge, Link, SpanOut, When


def show_span(span: Span) -> SpanOut:
    """`[start, end)`."""
    return SpanOut(start=span.start, end=span.end)


def show_chain(chain: Iterable[records.Link] | None) -> tuple[Link, ...] | None:
    """A chain from the one the outlet cites to the one who spoke; None where it has not been read."""
    return None if chain is None else tuple(_show_link(link) for link in chain)


def show_cue(cue: records.Cue | None) -> Cue | None:
    """The words that attribute."""
    if cue is None:
        return None
    return Cue.model_validate({"text": cue.text, "class": cue.kind, "start": cue.start, "end": cue.end})


def show_hedges(hedges: Iterable[records.Hedge]) -> tuple[Hedge, ...]:
    """Hedges with what they cover."""
    return tuple(Hedge(text=x.text, start=x.start, end=x.end, over=show_span(x.over)) for x in hedges)


def show_figures(figures: Iterable[records.Figure]) -> tuple[Figure, ...]:
    """Numbers with their frames."""
    return tuple(Figure(**{name: getattr(one, name) for name in records.Figure.__slots__}) for one in figures)


def show_when(when: Iterable[records.When]) -> tuple[When, ...]:
    """Words of time, with a day where one is known."""
    return tuple(When(text=one.text, date=one.day, start=one.start, end=one.end) for one in when)


def statement_fields(one: Statement) -> dict[str, object]:
    """All that `StatementOut` holds of a statement, by the names it has there."""
    figures = show_figures(one.figures)
    return {
        "id": one.id,
        "sentence": show_span(one.sentence),
        "content": show_span(one.content),
        "voice": one.voice,
        "chain": show_chain(one.chain),
        "joint": one.joint,
        "cue": show_cue(one.cue),
        "stance": one.stance,
        "form": one.form,
        "hedges": show_hedges(one.hedges),
        "figure": figures[0] if figures else None,
        "figures": figures,
        "when": show_when(one.when),
        "continuation": one.continuation,
        "rule": one.rule,
    }


def _show_link(link: records.Link) -> Link:
    carried = link.carried_from and show_span(link.carried_from)
    return Link(name=link.name, named=link.named, start=link.start, end=link.end, carried_from=carried)
