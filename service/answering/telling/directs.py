"""The line that an answer opens with: one table from kind of question to what is said; never that a thing is so."""

import re
from collections.abc import Callable, Sequence
from itertools import chain

from index.attribution.aliases import load_aliases
from index.records import Change
from index.store.rows import published_text
from service.answering.answer import Direct, DirectKind
from service.answering.phrases import phrase, spell_count
from service.answering.relating.held import Held, innermost
from service.answering.telling.comparing import left_out
from service.answering.telling.confirming import tell_confirmed
from service.answering.telling.loaded import mark_loaded
from service.answering.telling.state import Told
from service.answering.telling.texts import name_link
from service.answering.telling.values import distinct_values
from service.answering.telling.verdict import find_deciding, read_verdict
from service.answering.telling.words import (
    count_word,
    join_names,
    mark_articles,
    name_outlet,
    open_sentence,
    plural,
    quote,
    say_published,
)
from service.showing.labels import outlet_label

# Which of two is asked for, not what.
_WHICH = re.compile(r"\s*which\b", re.IGNORECASE)


def compose_direct(told: Told) -> Direct:
    """The direct line of any kind of question; without claims or comparisons it says that no answer was found."""
    kind = told.query.kind
    if kind not in _ALWAYS and not told.claims and not told.comparisons:
        return Direct(kind="none", value=None, text=phrase("direct.none"))
    return _TABLE.get(kind, _tell_statements)(told)


def _tell_values(told: Told) -> Direct:
    """Figures, names, times or places: each value once; where none can be taken for sure, how many statements bear."""
    kind: DirectKind = told.query.kind  # type: ignore[assignment]
    values = distinct_values([one.filling.value for one in told.reports if one.filling and one.filling.value])
    if not values:
        return _tell_statements(told)
    said = [_say_day(told, one) for one in values] if told.query.published else list(map(mark_loaded, values))
    said = _tell_apart(told) or said
    names = {"values": phrase("joined").join(said), "Count": count_word(len(said))}
    text = phrase(f"direct.{kind}.{plural(len(said))}", related=_say_related(told, len(said)), **names)
    if kind == "when":
        text += _say_undated(told)
    return Direct(kind=kind, value=tuple(values), text=text)


def _tell_sources(told: Told) -> Direct:
    """Who said it, from the record: who spoke, and where that is no name the innermost named source; or the outlet."""
    shown: dict[str, str] = {}
    passed: set[str] = set()
    spoken: set[str] = set()
    for one in told.reports:
        spoke = (one.statement.chain or (None,))[-1]
        through = None if spoke and spoke.named else innermost(one.statement)
        for link in (spoke, through):
            if link and link.name not in shown:
                shown[link.name] = name_link(link, one.article)
        if spoke and through:  # one source, told by way of another
            shown[spoke.name] = phrase("through", who=shown[spoke.name], through=shown[through.name])
            passed.add(through.name)
        if spoke:
            spoken.add(spoke.name)
            continue
        if one.filling and one.filling.value:
            shown.setdefault(one.filling.value, mark_loaded(one.filling.value))
    values = distinct_values(list(shown))
    if not values:
        return _tell_statements(told)
    sources = [shown[one] for one in values if one not in passed - spoken]
    names = {"values": phrase("joined").join(sources), "Count": count_word(len(sources))}
    return Direct(kind="who", value=tuple(values), text=phrase(f"direct.who_said.{plural(len(sources))}", **names))


def _tell_statements(told: Told) -> Direct:
    count = len(told.claims)
    return Direct(kind="what", value=None, text=phrase(f"direct.what.{plural(count)}", Count=count_word(count)))


def _tell_said(told: Told) -> Direct:
    count = len(told.claims)
    speaker = mark_loaded(join_names(told.query.speakers) or told.query.topic)
    if speaker[:1].islower() and not speaker.startswith(("the ", "a ", "an ")):
        speaker = phrase("direct.said.described", speaker=speaker)
    text = phrase(f"direct.said.{plural(count)}", Count=count_word(count), speaker=speaker)
    return Direct(kind="said", value=None, text=text)


def _tell_yes_no(told: Told) -> Direct:
    """Asserted and denied as they are told, never whether it is so. An accusation asserts, and is called one."""
    fillings = [(one, one.filling) for one in told.reports if one.filling]
    denied = any(filling.denied for _, filling in fillings)
    asserting = [one for one, filling in fillings if not filling.denied]
    value = "disputed" if denied and asserting else "denied" if denied else "asserted" if asserting else "not_stated"
    if told.query.act and fillings:
        return Direct(kind="yes_no", value=value, text=_say_act(told, [one for one, _ in fillings]))
    if value == "not_stated" and (read := read_verdict(told)):
        ns = mark_articles(sorted({told.numbers[one.article.id] for one in read[1]}))
        return Direct(kind="yes_no", value=read[0], text=phrase(f"direct.yes_no.read.{read[0]}", ns=ns))
    key = value
    if asserting and all(one.statement.stance == "accuses" for one in asserting):
        key = "disputed_accused" if denied else "accused"
    return Direct(kind="yes_no", value=value, text=phrase(f"direct.yes_no.{key}"))


def _say_act(told: Told, reports: Sequence[Held]) -> str:
    """What the one asked about is told to do, in the record's own terms."""
    stances = {one.statement.stance for one in reports}
    link = innermost(reports[0].statement)
    speaker = name_link(link, reports[0].article) if link else mark_loaded(join_names(told.query.speakers))
    key = stances.pop() or "asserts" if len(stances) == 1 else "several"
    return phrase(f"direct.act.{key}", speaker=speaker)


def _tell_words(told: Told) -> Direct:
    """Every way in which the articles write what is asked about, as they write it."""
    values = [one.filling.value for one in told.reports if one.filling and one.filling.value]
    if not values:
        patterns = [load_aliases().pattern(name) for name in told.query.names]
        values = [
            found.group() for one in told.reports for pattern in patterns for found in pattern.finditer(one.quote)
        ]
    values = list(dict.fromkeys(values))
    if not values:
        return _tell_statements(told)
    names = {"values": phrase("joined").join(map(quote, values)), "Count": count_word(len(values))}
    return Direct(kind="what", value=tuple(values), text=phrase(f"direct.words.{plural(len(values))}", **names))


def _tell_difference(told: Told) -> Direct:
    if not told.comparisons:
        count = len(told.claims)
        text = phrase(
            f"direct.difference.claims.{plural(count)}", Count=count_word(count), related=_say_related(told, count)
        )
        if told.verdict and (read := find_deciding(told)):
            ns = mark_articles(sorted({told.numbers[one.article.id] for one in read}))
            text += phrase(f"direct.difference.read.{told.verdict.says}", ns=ns)
        return Direct(kind="difference", value=None, text=text)
    found = told.comparisons[0]
    marks = mark_articles(sorted(told.numbers[key] for key in (found.a, found.b)))
    kinds = tuple(dict.fromkeys(change.kind for change in found.changes))
    if not found.is_copy:
        return Direct(kind="difference", value=kinds or None, text=phrase("direct.difference.apart", ns=marks))
    changes = phrase(f"change.count.{plural(len(found.changes))}", count=spell_count(len(found.changes)))
    return Direct(
        kind="difference", value=kinds or None, text=phrase("direct.difference.copies", count=changes, ns=marks)
    )


def _tell_left_out(told: Told) -> Direct:
    if not told.comparisons:
        return _tell_difference(told)
    found = told.comparisons[0]
    marks = mark_articles(sorted(told.numbers[key] for key in (found.a, found.b)))
    if not found.is_copy:
        return Direct(kind="difference", value=None, text=phrase("direct.left_out.apart", ns=marks))
    gone = left_out(found, told)
    if not gone:
        return Direct(kind="difference", value=None, text=phrase("direct.left_out.none", ns=marks))
    lines = []
    lacking = list(dict.fromkeys(key for _, key in gone))
    outlets = [name for key in lacking if (name := told.articles[key].masthead.outlet.name)]
    for key in lacking:
        own = [change for change, lacks in gone if lacks == key]
        held = _list_held(own)
        lines.append(
            phrase(
                f"direct.left_out.{plural(len(own))}",
                who=f"{name_outlet(told.articles[key])} {mark_articles([told.numbers[key]])}",
                count=spell_count(len(own)),
                held=phrase("direct.left_out.held", values=join_names(list(map(quote, held)))) if held else "",
            )
        )
    held = _list_held([change for change, _ in gone])
    text = phrase("claim.whole", clauses=open_sentence(phrase("joined").join(lines), outlets))
    if _WHICH.match(told.query.text):
        labels = tuple(outlet_label(key, told.articles[key].masthead.outlet) for key in lacking)
        return Direct(kind="difference", value=labels, text=text)
    return Direct(kind="difference", value=tuple(held) or None, text=text)


def _list_held(changes: Sequence[Change]) -> list[str]:
    """The figures and sources that stood only in paragraphs left out."""
    return list(dict.fromkeys(chain.from_iterable((*one.figures, *one.sources) for one in changes)))


def _tell_apart(told: Told) -> list[str]:
    """Each figure with what happened to those it counts, where not all of them tell of one thing; else nothing."""
    figures = [(one.filling.value, one.figure) for one in told.reports if one.filling and one.filling.value]
    if told.query.kind != "figures" or len({figure.event for _, figure in figures if figure and figure.event}) < 2:
        return []
    said = [
        phrase("direct.figures.of", value=mark_loaded(value), event=figure.event) if figure and figure.event else value
        for value, figure in figures
    ]
    return list(dict.fromkeys(said))


def _say_related(told: Told, count: int) -> str:
    """The gravest relation among the claims, as it goes on after what is counted."""
    kinds = {related.kind for _, _, related in told.relations}
    gravest = next((kind for kind in ("disputed", "conflicts", "differs") if kind in kinds), None)
    return phrase(f"direct.related.{gravest}.{'two' if count == 2 else 'more'}") if gravest and count > 1 else ""


def _say_day(told: Told, value: str) -> str:
    """The day of publication that the value gives, as it is read."""
    days = (one.article.masthead.published for one in told.reports)
    return next((say_published(one) for one in days if published_text(one) == value), value)


def _say_undated(told: Told) -> str:
    """That words of time cannot be resolved, of which articles, where that is not so of all; else nothing."""
    undated = [told.numbers[one.article.id] for one in told.reports if _is_undated(one)]
    if not undated:
        return ""
    if len(set(undated)) == len({one.article.id for one in told.reports}):
        return phrase(f"direct.when.undated.{plural(len(set(undated)))}")
    return phrase(f"direct.when.undated_some.{plural(len(set(undated)))}", ns=mark_articles(sorted(undated)))


def _is_undated(held: Held) -> bool:
    """Whether the answer is words of time that name no year, in an article without a date."""
    span = held.filling.span if held.filling else None
    if span is None or held.article.masthead.published.day:
        return False
    inside = [one for one in held.statement.when if one.start < span.end and span.start < one.end]
    return bool(inside) and not any(one.day or any(char.isdigit() for char in one.text) for one in inside)


_ALWAYS = frozenset({"yes_no"})
_TABLE: dict[str, Callable[[Told], Direct]] = {
    "figures": _tell_values,
    "who": _tell_values,
    "when": _tell_values,
    "where": _tell_values,
    "who_said": _tell_sources,
    "said": _tell_said,
    "yes_no": _tell_yes_no,
    "words": _tell_words,
    "difference": _tell_difference,
    "left_out": _tell_left_out,
    "confirmed": tell_confirmed,
    "what": _tell_statements,
}
