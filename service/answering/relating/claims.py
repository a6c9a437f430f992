"""A reader's groups of statement ids to claims: looked up in the record, parted where they are not one claim."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from index.records import Statement
from service.answering.filling.chosen import fill_chosen
from service.answering.filling.fill import Filling
from service.answering.judging.judge import Judge
from service.answering.reading import Candidates, Draft
from service.answering.relate import is_same_claim
from service.answering.relating.asked import Asked, hold_to_asked, read_asked
from service.answering.relating.disputes import denies_same_event
from service.answering.relating.held import Held
from service.answering.relating.origins import find_confirmations
from service.question import Query


def look_up(query: Query, draft: Draft, candidates: Candidates) -> list[list[Held]]:
    """The statements of each group with their articles and what each gives, by the judge that readers use.

    Ids that are no statement of the candidates, those of headings, and denials of something else are left out.
    """
    judge = Judge(query, candidates)
    asked = read_asked(query, candidates.lexicon)
    by_model = draft.read_by.kind == "model"
    found = ([_find_statement(one, candidates) for one in group] for group in draft.groups)
    held = [[_hold(one, candidates, judge, chosen=by_model) for one in group if one] for group in found]
    kept = ([hold_to_asked(asked, one) for one in group] for group in held)
    return [[one for one in group if one] for group in kept]


def part_claims(
    groups: Iterable[Sequence[Held]], carriers: Mapping[str, str] | None = None, asked: Asked | None = None
) -> list[list[Held]]:
    """Claims in the order of the groups: a group that is not one claim is parted, two that are one are joined.

    `carriers` gives the copy group of each article that is in one; reports that tell the very thing `asked`, of one
    time, are one claim.

    An assertion and a denial stay together only where the reader put them so. A claim has one report for each
    article, chain and stance.
    """
    claims: list[list[Held]] = []
    for group in groups:
        own: list[list[Held]] = []
        for held in group:
            same = next((claim for claim in own if is_same_claim(claim[0], held, carriers)), None)
            if same is None:
                own.append([held])
            else:
                same.append(held)
        for part in own:
            same = next((one for one in claims if _is_one(one[0], part[0], carriers, asked)), None)
            if same is None:
                claims.append(part)
            else:
                same.extend(part)
    return [_leave_out_repeats(claim) for claim in claims]


def add_disputed(query: Query, claims: Sequence[Sequence[Held]], candidates: Candidates) -> list[list[Held]]:
    """What a denial among the claims denies, where a cited article has somebody assert it and no claim yet does.

    A denial is not understood without it; a denial of what nobody asserts stands alone.
    """
    added: list[list[Held]] = []
    cited = dict.fromkeys(held.article.id for claim in claims for held in claim)
    filling = Filling(None) if query.kind in ("yes_no", "confirmed") and not query.act else None
    for claim in claims:
        denial = claim[0]
        others = [one for other in claims for one in other]
        if not denial.denies or any(denies_same_event(denial, one) for one in (*others, *(a[0] for a in added))):
            continue
        found = [
            Held(candidates.articles[key], one, _passage(one, candidates), filling)
            for key in cited
            for one in candidates.statements.get(key, ())
            if one.n >= 0 and denies_same_event(denial, Held(candidates.articles[key], one))
        ]
        added += [part for part in part_claims([found]) if part][:1]
    return added


def add_confirmations(query: Query, claim: Sequence[Held], candidates: Candidates) -> list[Held]:
    """The claim; where it is asked whether it is confirmed, with outlets' own claims to have confirmed it."""
    if query.kind != "confirmed":
        return list(claim)
    own = find_confirmations(claim, candidates.statements)
    return [*claim, *(replace(one, passage_id=_passage(one.statement, candidates)) for one in own)]


def _find_statement(wanted: str, candidates: Candidates) -> Statement | None:
    own = candidates.statements.get(wanted.partition("~")[0])
    return own.find(wanted) if own else None


def _hold(statement: Statement, candidates: Candidates, judge: Judge, *, chosen: bool) -> Held:
    """With `chosen` a reader vouches that it answers, where its words do not."""
    article = candidates.articles[statement.article_id]
    filling = judge.fill(statement)
    if filling is None and chosen:
        filling = fill_chosen(judge.query, statement, article)
    return Held(article, statement, _passage(statement, candidates), filling)


def _passage(statement: Statement, candidates: Candidates) -> str:
    return candidates.neighbours[statement.article_id][statement.n].passage_id


def _is_one(one: Held, other: Held, carriers: Mapping[str, str] | None, asked: Asked | None) -> bool:
    if one.denies != other.denies:
        return False
    return is_same_claim(one, other, carriers) or (asked is not None and asked.is_one_claim(one, other))


def _leave_out_repeats(claim: Sequence[Held]) -> list[Held]:
    kept: dict[tuple[object, ...], Held] = {}
    for held in claim:
        chain = held.statement.chain
        links = None if chain is None else tuple(link.name for link in chain)
        kept.setdefault((held.article.id, links, held.statement.stance), held)
    return list(kept.values())
