"""A reader's choice to the answer, by code, from the record alone: every quote is the article's own words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from index.reading.sentences import leans
from index.records import Article, Sentence
from index.store.rows import fold_name, published_text
from service.answering.answer import (
    Agreement,
    Answer,
    Citation,
    Claim,
    Context,
    Counts,
    Direct,
    DirectKind,
    Figure,
    Nearest,
    OutletOut,
    ReaderOut,
    Report,
    Searched,
    SpanOut,
    When,
)
from service.answering.fill import Filling, fill_answer, find_times
from service.answering.missing import find_missing
from service.answering.phrases import phrase, spell_count
from service.answering.quote_reader import recognise_names
from service.answering.reading import Candidates, Draft
from service.answering.support import Judge
from service.answering.values import distinct_values
from service.labels import outlet_label
from service.question import Query

_DIRECT: dict[str, DirectKind] = {"who_said": "who"}


@dataclass(frozen=True, slots=True)
class _Held:
    """A sentence chosen by the reader, with what the record gives for it."""

    sentence: Sentence
    article: Article
    filling: Filling | None

    @property
    def quote(self) -> str:
        return self.article.text[self.sentence.start : self.sentence.end]

    @property
    def label(self) -> str:
        return outlet_label(self.article.id, self.article.masthead.outlet)


def compose_answer(
    query: Query,
    draft: Draft,
    candidates: Candidates,
    *,
    answer_id: str,
    snapshot: str,
    searched: Searched,
    timings_ms: Mapping[str, float],
    undated_left_out: int = 0,
    reader: ReaderOut | None = None,
) -> Answer:
    """The answer to `query` from the groups of `draft`; every field of it comes from the candidates' record.

    Until statements are read, no report names a speaker and no two texts confirm one another: chain, voice, cue
    and stance are null, and copies are one text with one origin.
    """
    query = recognise_names(query, candidates)
    groups = _look_up(query, draft, candidates)
    numbers = _number_articles(groups)
    claims = tuple(_compose_claim(n, query, group, numbers, candidates) for n, group in enumerate(groups, 1))
    missing = find_missing(query, bool(claims), candidates, searched, undated_left_out)
    direct = _compose_direct(query, groups)
    lines = [direct.text, *(claim.text for claim in claims), *(one.text for one in missing)]
    if query.sources:
        lines.append(phrase("sources", names=_list(query.sources)))
    if not claims:
        lines.append(phrase(f"rested.{_plural(searched.articles)}", count=searched.articles))
    asked_for = [one for one in missing if one.kind in ("no_such_name", "source_not_on_topic")]
    return Answer(
        id=answer_id,
        question=query.text,
        status="abstained" if not claims else "partial" if asked_for else "answered",
        direct=direct,
        answer=" ".join(lines),
        claims=claims,
        citations=tuple(_cite(n, candidates.articles[key]) for key, n in numbers.items()),
        missing=missing,
        nearest=tuple(_compose_nearest(one, candidates) for one in draft.nearest),
        searched=searched,
        reader=reader or ReaderOut(kind="quotes"),
        snapshot=snapshot,
        timings_ms=dict(timings_ms),
    )


def _look_up(query: Query, draft: Draft, candidates: Candidates) -> list[list[_Held]]:
    by_id = {sentence.id: sentence for sentence in candidates.sentences}
    judge = Judge(query, candidates)
    groups: list[list[_Held]] = []
    for group in draft.groups:
        held: list[_Held] = []
        for one in group:
            support = judge.weigh(by_id[one])
            filling = fill_answer(query, support) if support else None
            held.append(_Held(by_id[one], candidates.articles[by_id[one].article_id], filling))
        groups.append(held)
    return groups


def _number_articles(groups: Sequence[Sequence[_Held]]) -> dict[str, int]:
    """Articles from 1 in order of first appearance."""
    seen = dict.fromkeys(held.article.id for group in groups for held in group)
    return {key: n for n, key in enumerate(seen, 1)}


def _compose_claim(
    n: int, query: Query, group: Sequence[_Held], numbers: Mapping[str, int], candidates: Candidates
) -> Claim:
    articles = list(dict.fromkeys(held.article.id for held in group))
    named = {fold_name(held.article.masthead.outlet.name or "") for held in group} - {""}
    unnamed = {held.article.id for held in group if held.article.masthead.outlet.name is None}
    # Grouped sentences of several articles are near copies: one text, one origin, nothing confirmed.
    agreement: Agreement = "same_origin" if len(articles) > 1 else "single"
    reports = tuple(_compose_report(f"r{n}.{i}", f"o{n}", held, numbers, candidates) for i, held in enumerate(group, 1))
    return Claim(
        id=f"c{n}",
        about=query.topic,
        text=_claim_text(group, reports),
        agreement=agreement,
        counts=Counts(articles=len(articles), outlets=len(named), unnamed=len(unnamed), texts=1, origins=1),
        reports=reports,
    )


def _compose_report(
    report_id: str, origin: str, held: _Held, numbers: Mapping[str, int], candidates: Candidates
) -> Report:
    sentence, quote = held.sentence, held.quote
    span = SpanOut(start=sentence.start, end=sentence.end)
    figure = held.filling.figure if held.filling else None
    return Report(
        id=report_id,
        statement_id=sentence.id,
        citation=numbers[held.article.id],
        article_id=held.article.id,
        passage_id=sentence.passage_id,
        quote=quote,
        start=sentence.start,
        end=sentence.end,
        content=span,
        context=_find_context(held, candidates),
        outlet=_outlet(held.article),
        published=published_text(held.article.masthead.published),
        voice=None,
        chain=None,
        figure=Figure(value=figure.value, bound=figure.bound, unit=figure.unit, scope=held.filling.scope)
        if figure and held.filling
        else None,
        when=tuple(When(text=quote[one.start : one.end]) for one in find_times(quote)),
        origin=origin,
    )


def _find_context(held: _Held, candidates: Candidates) -> Context | None:
    if held.sentence.n == 0 or not leans(held.quote):
        return None
    before = candidates.neighbours[held.article.id][held.sentence.n - 1]
    return Context(quote=held.article.text[before.start : before.end], start=before.start, end=before.end)


def _claim_text(group: Sequence[_Held], reports: Sequence[Report]) -> str:
    first = group[0]
    if len(group) > 1:
        labels = _list([_in_article(held) for held in group])
        marks = "".join(f"[{n}]" for n in dict.fromkeys(report.citation for report in reports))
        text = phrase("claim.copies", labels=labels, quote=first.quote, ns=marks)
    else:
        key = "claim.unnamed" if first.article.masthead.outlet.name is None else "claim.one"
        names = {"label": first.label, "article": first.article.id, "quote": first.quote, "n": reports[0].citation}
        text = phrase(key, **names)
    context = reports[0].context
    return phrase("claim.after", before=text, context=context.quote) if context else text


def _in_article(held: _Held) -> str:
    return held.label if held.article.masthead.outlet.name is None else f"{held.label} (article {held.article.id})"


def _compose_direct(query: Query, groups: Sequence[Sequence[_Held]]) -> Direct:
    kind = _DIRECT.get(query.kind, cast(DirectKind, query.kind))
    fillings = [group[0].filling for group in groups if group[0].filling]
    if kind == "yes_no":
        denied, asserted = any(one.denied for one in fillings), any(not one.denied for one in fillings)
        value = "disputed" if denied and asserted else "denied" if denied else "asserted" if asserted else "not_stated"
        return Direct(kind=kind, value=value, text=phrase(f"direct.yes_no.{value}"))
    if not groups:
        return Direct(kind="none", value=None, text=phrase("direct.none"))
    values = distinct_values([one.value for one in fillings if one.value])
    if kind not in ("what", "said") and not values:
        # Sentences that bear the question out, and none of which a value can be taken from for sure.
        kind = "what"
    if kind in ("what", "said"):
        count, shown = len(groups), ""
        value_out = None
    else:
        count, shown, value_out = len(values), phrase("joined").join(values), tuple(values)
    word = spell_count(count)
    text = phrase(
        f"direct.{kind}.{_plural(count)}",
        values=shown,
        Count=word[:1].upper() + word[1:],
        speaker=_list(query.speakers) or query.topic,
    )
    return Direct(kind=kind, value=value_out, text=text)


def _compose_nearest(sentence_id: str, candidates: Candidates) -> Nearest:
    sentence = next(one for one in candidates.sentences if one.id == sentence_id)
    article = candidates.articles[sentence.article_id]
    return Nearest(
        article_id=article.id,
        passage_id=sentence.passage_id,
        quote=article.text[sentence.start : sentence.end],
        start=sentence.start,
        end=sentence.end,
        outlet=_outlet(article),
    )


def _cite(n: int, article: Article) -> Citation:
    head = article.masthead
    return Citation(
        n=n,
        article_id=article.id,
        outlet=outlet_label(article.id, head.outlet),
        level=head.outlet.level,
        title=head.title.text,
        url=article.url,
        published=published_text(article.masthead.published),
    )


def _outlet(article: Article) -> OutletOut:
    outlet = article.masthead.outlet
    return OutletOut(name=outlet.name, label=outlet_label(article.id, outlet), level=outlet.level)


def _list(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + phrase("and") + names[-1]


def _plural(count: int) -> str:
    return "one" if count == 1 else "several"
