"""What one statement gives where the question turns on who says it and how: yes or no, who said it, what they said."""

import re
from collections.abc import Callable, Mapping, Sequence

from index.attribution.aliases import Aliases
from index.records import Article, Span, Stance, Statement
from service.answering.asking.kinds import Act, Kind
from service.answering.filling.fill import Filling
from service.answering.judging.choose import tell_narrowest
from service.answering.judging.marks import is_bare
from service.answering.judging.page import LEAD
from service.answering.judging.support import Support
from service.answering.language.clauses import clause_of
from service.answering.language.modality import is_only_possible
from service.answering.language.predicates import is_denied, is_left_open
from service.answering.language.sources import holds_speaker, speaks
from service.question import Query

# Kinds that are filled by each statement for itself.
ATTRIBUTED: frozenset[Kind] = frozenset({"yes_no", "confirmed", "who_said", "said"})
_NEXT_VERB = re.compile(r"[,;]|\b(?:and|but)\b")  # "has resigned and will leave": what follows is another event
# Whether a stance is what the question asks of the speaker; who denies a thing has not said, admitted or confirmed it.
_ACTS: dict[Act, frozenset[Stance]] = {
    "says": frozenset({"asserts", "admits", "confirms", "accuses"}),
    "denies": frozenset({"denies"}),
    "admits": frozenset({"admits"}),
    "confirms": frozenset({"confirms"}),
    "accuses": frozenset({"accuses"}),
}
# Who declines to say, or says that it is unclear, neither says so nor denies it.
_OPEN: frozenset[Stance] = frozenset({"declines", "uncertain"})


def fill_statements(
    query: Query,
    support: Support,
    statements: Sequence[Statement],
    article: Article,
    aliases: Aliases,
    bears_topic: Callable[[str], float],
) -> list[tuple[Statement, Filling]]:
    """Those of a sentence's statements that answer, by whom the question names if it does, each with what it gives.

    Of what one speaker says in a sentence only that counts which is about the topic, where any of it is.
    """
    asked = [one for one in statements if speaks(one, article, query.speakers, aliases, passed_on=query.passed_on)]
    if not query.speakers:
        asked = list(statements) if support.events else _keep_topical(statements, article, bears_topic)
    elif query.kind == "said":
        # Whoever only passes on what another says is asked for where nothing is his own.
        own = [one for one in asked if not one.chain or holds_speaker(one, query.speakers, aliases)]
        asked = asked if query.passed_on else own or asked
        if query.topic == " ".join(query.speakers):
            # Asked what it says at all: of an outlet's own articles the lead tells that, not every sentence.
            asked = [one for one in asked if (one.chain and not query.passed_on) or one.n < LEAD]
        about = [one for one in asked if bears_topic(article.text[slice(*one.content)])]
        # What it only passes on is asked for where it is about the topic itself.
        asked = about or (own if query.passed_on else asked)
    events = {event: tell_narrowest(statements, support.absolute(event)) for event in support.events}
    filled = ((one, _fill(query, support, one, article, events)) for one in asked)
    return [(one, filling) for one, filling in filled if filling]


def _keep_topical(
    statements: Sequence[Statement], article: Article, bears_topic: Callable[[str], float]
) -> list[Statement]:
    """The statements of a sentence that are about the topic, at least half as much as the one that is so most."""
    borne = [bears_topic(article.text[slice(*one.content)]) for one in statements]
    most = max(borne, default=0.0)
    return [one for one, much in zip(statements, borne, strict=True) if much >= most / 2]


def _fill(
    query: Query, support: Support, statement: Statement, article: Article, events: Mapping[Span, Sequence[Statement]]
) -> Filling | None:
    """What the statement gives; None where it says something else."""
    event = next((one for one, tellers in events.items() if statement in tellers), None)
    if query.classes and event is None and query.kind != "said":
        return _fill_cue(query, support, statement)
    span = support.absolute(event) if event else None
    if query.kind in ("said", "difference"):
        return Filling(None, denied=statement.stance == "denies", span=span)
    if query.kind == "who_said":
        if query.act and statement.stance not in _ACTS[query.act]:
            return None
        return _fill_source(statement, article, span)
    if query.act:
        return _fill_act(query, support, statement, event)
    if event:
        return _fill_yes_no(query, support, statement, event)
    return Filling(None, denied=statement.stance == "denies") if query.kind == "confirmed" else None


def _fill_yes_no(query: Query, support: Support, statement: Statement, event: Span) -> Filling | None:
    """Asserted, by whomever, or denied: by the stance of the statement, by a negation in it, not by both at once."""
    if statement.stance in _OPEN or _may_be(support, statement, event):
        return None
    denied = _is_negated(support, statement, event) != (statement.stance == "denies")
    return Filling(None, denied=denied != query.negated, span=support.absolute(event))


def _fill_act(query: Query, support: Support, statement: Statement, event: Span | None) -> Filling | None:
    """Whether the speaker says, denies, admits or confirms it; `denied` where it is said not to be so."""
    if statement.stance is None or query.act == "":
        return None
    span = support.absolute(event) if event else None
    negated = event is not None and _is_negated(support, statement, event) != query.negated
    denies = (statement.stance == "denies") != negated
    if statement.stance in _OPEN:
        return None
    if query.act == "denies":
        # Who accuses another of it neither denies nor admits it.
        told = denies or (event is not None and statement.stance != "accuses")
        return Filling(None, denied=denies, span=span) if told else None
    if denies:
        return Filling(None, denied=True, span=span)
    return Filling(None, span=span) if statement.stance in _ACTS[query.act] else None


def _fill_cue(query: Query, support: Support, statement: Statement) -> Filling | None:
    """Where the word asked about is the one that attributes ("Did X accuse Y?"): the outlet tells that it did."""
    cue = statement.cue
    if cue is None or query.kind not in ("yes_no", "confirmed") or query.act:
        return None
    for event in support.events:
        span = support.absolute(event)
        if cue.start < span.end and span.start < cue.end:
            before = support.text[clause_of(support.text, event.start).start : event.end]
            if is_only_possible(before):
                return None
            return Filling(None, denied=is_denied(support.text, event) != query.negated, span=span)
    return None


def _fill_source(statement: Statement, article: Article, span: Span | None) -> Filling | None:
    """Whoever says it: the innermost named link, else the one who spoke; the outlet where it speaks itself."""
    if statement.chain is None:
        return Filling(None, span=span)
    if not statement.chain:
        return Filling(article.masthead.outlet.name, span=span)
    named = [link for link in statement.chain if link.named]
    return Filling((named or statement.chain)[-1].name, span=span)


def _may_be(support: Support, statement: Statement, event: Span) -> bool:
    text = support.text
    low = max(_own_start(support, statement), clause_of(text, event.start).start, event.start - 60)
    after = _NEXT_VERB.split(text[event.end : event.end + 40])[0]
    if is_left_open(text[low:], Span(event.start - low, event.end - low)):
        return True
    return is_only_possible(text[low : event.end]) or is_only_possible(after)


def _is_negated(support: Support, statement: Statement, event: Span) -> bool:
    """Whether the event is denied by words of the statement itself; the cue's own denial is its stance."""
    if is_bare(statement):
        return is_denied(support.text, event)
    low = _own_start(support, statement)
    return is_denied(support.text[low:], Span(event.start - low, event.end - low))


def _own_start(support: Support, statement: Statement) -> int:
    """Where what the statement says begins, from the start of its sentence."""
    return 0 if is_bare(statement) else max(0, statement.content.start - support.start)
