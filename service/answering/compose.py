"""A reader's choice to the answer, by code, from the record alone: every quote is the article's own words."""

from collections.abc import Mapping, Sequence

from service.answering.answer import Answer, Claim, Searched
from service.answering.missing import find_missing
from service.answering.phrases import phrase
from service.answering.reading import MOST_CLAIMS, Candidates, Draft
from service.answering.relate import relate_claims
from service.answering.relating.asked import Asked, read_asked
from service.answering.relating.claims import add_confirmations, add_disputed, look_up, part_claims
from service.answering.relating.held import Held
from service.answering.relating.origins import Standing, find_confirmations, weigh_reports
from service.answering.relating.silences import find_silent
from service.answering.telling.comparing import (
    SIDE_BY_SIDE,
    compare_cited,
    order_compared,
    show_comparisons,
    tell_comparisons,
)
from service.answering.telling.copying import find_credits, group_of, key_copies, name_carried, show_copies
from service.answering.telling.directs import compose_direct
from service.answering.telling.relations import say_relation, show_relation
from service.answering.telling.reports import cite, compose_nearest, compose_report
from service.answering.telling.state import Told
from service.answering.telling.texts import order_reports, say_claim, say_dated
from service.answering.telling.words import plural
from service.answering.understood import show_understood, tell_understood
from service.question import Query

# Where only words or omissions are asked for, how claims stand to each other is no part of the answer.
_UNRELATED = frozenset({"words", "left_out"})


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
) -> Answer:
    """The answer to `query` from the groups of `draft`; every field of it comes from the candidates' record."""
    told = relate_draft(query, draft, candidates)
    direct = compose_direct(told)
    owed = find_credits(candidates, told.numbers)
    copies = show_copies(candidates, owed, told.numbers)
    carried = name_carried(candidates, owed)
    claims = _compose_claims(told, candidates, key_copies(copies, told.numbers), carried)
    compared = tell_comparisons(told)
    answered = bool(claims or told.comparisons)
    cited = [name for key in told.numbers if (name := candidates.articles[key].masthead.outlet.name)]
    missing = find_missing(query, draft, answered, cited, candidates, searched, undated_left_out)
    understood = show_understood(query)
    lines = [direct.text, *compared, *(claim.text for claim in claims)]
    lines += [say_relation(one, told) for one in told.relations]
    lines += [one.text for one in missing] + tell_understood(understood)
    if draft.read_by.unread:
        lines.append(phrase(f"unread.{plural(draft.read_by.unread)}", count=draft.read_by.unread))
    if not answered:
        lines.append(phrase(f"rested.{plural(searched.articles)}", count=searched.articles))
    asked_for = [one for one in missing if one.kind in ("no_such_name", "source_not_on_topic")]
    return Answer(
        id=answer_id,
        question=query.follow_up or query.text,
        status="abstained" if not answered else "partial" if asked_for else "answered",
        direct=direct,
        answer=" ".join(line for line in lines if line),
        claims=claims,
        relations=tuple(show_relation(one, told.numbers) for one in told.relations),
        comparisons=show_comparisons(told),
        copies=copies,
        citations=tuple(cite(n, candidates.articles[key]) for key, n in told.numbers.items()),
        missing=missing,
        understood=understood,
        nearest=tuple(compose_nearest(one, candidates) for one in draft.nearest),
        searched=searched,
        support=round(draft.support, 3),
        dropped=draft.dropped,
        reader=draft.read_by,
        usage=draft.usage,
        snapshot=snapshot,
        timings_ms=dict(timings_ms),
    )


def relate_draft(query: Query, draft: Draft, candidates: Candidates) -> Told:
    """The reader's groups as claims, with how their reports and how they themselves stand to each other."""
    groups = group_of(candidates.copies)
    asked = read_asked(query, candidates.lexicon)
    parted = part_claims(look_up(query, draft, candidates), groups, asked)
    parted = parted[:MOST_CLAIMS]
    parted += add_disputed(query, parted, candidates)
    claims = [order_reports(add_confirmations(query, claim, candidates)) for claim in parted]
    comparisons = compare_cited(query, draft, claims, candidates)
    side_by_side = comparisons if query.kind in SIDE_BY_SIDE else []
    first = [key for one in side_by_side for key in order_compared(one, query, draft.lacks)]
    cited = dict.fromkeys([*first, *(held.article.id for claim in claims for held in claim)])
    return Told(
        query=query,
        claims=tuple(tuple(claim) for claim in claims),
        standings=tuple(_weigh(claim, groups, candidates, asked) for claim in claims),
        relations=() if query.kind in _UNRELATED else tuple(relate_claims(claims)),
        comparisons=tuple(comparisons),
        numbers={key: n for n, key in enumerate(cited, 1)},
        articles=candidates.articles,
        lacks=draft.lacks,
        verdict=draft.verdict,
    )


def _weigh(claim: Sequence[Held], groups: Mapping[str, str], candidates: Candidates, asked: Asked | None) -> Standing:
    own = candidates.statements
    cited = [asked.find_cited(one, own[one.article.id]) for one in claim] if asked else ()
    return weigh_reports(claim, groups, len(find_confirmations(claim, own)), cited)


def _compose_claims(
    told: Told, candidates: Candidates, copies: Mapping[str, str], carried: Mapping[str, str]
) -> tuple[Claim, ...]:
    """The claims on the wire; origins are numbered through the whole answer, in order of first appearance."""
    groups = group_of(candidates.copies)
    cited = {groups[key] for key in told.numbers if key in groups}
    listened = [key for key in candidates.articles if key in told.numbers or groups.get(key) in cited]
    origins: dict[tuple[int, int], str] = {}
    claims: list[Claim] = []
    for n, (held, standing) in enumerate(zip(told.claims, told.standings, strict=True), 1):
        reports = tuple(
            compose_report(
                f"r{n}.{i}",
                one,
                told.numbers[one.article.id],
                origins.setdefault((n, origin), f"o{len(origins) + 1}"),
                copies.get(one.article.id),
                candidates,
            )
            for i, (one, origin) in enumerate(zip(held, standing.origins, strict=True), 1)
        )
        claims.append(
            Claim(
                id=f"c{n}",
                about=told.query.topic,
                text=say_dated(held[0], told.numbers)
                if told.query.published
                else say_claim(held, told.numbers, carried, reports[0].context),
                agreement=standing.agreement,
                counts=standing.counts,
                reports=reports,
                silent=()
                if told.query.kind in _UNRELATED
                else find_silent(
                    held,
                    listened,
                    groups,
                    candidates.articles,
                    candidates.statements,
                    [one for other in told.claims if other is not held for one in other],
                ),
            )
        )
    return tuple(claims)
