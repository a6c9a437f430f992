"""What of an answer is not as the gold has it: a list of faults in words, empty where all is right."""

import re
from collections.abc import Iterator, Mapping

from service.answering.answer import Answer, Claim, Report
from tests.questions.fixed import Fixed, Gold, Related


def find_faults(one: Fixed, answer: Answer, texts: Mapping[str, str]) -> list[str]:
    """Every fault, gravest first; `texts` are the articles by id."""
    return [
        *_check_status(one, answer),
        *_check_gold(one, answer),
        *_check_value(one, answer),
        *_check_words(one, answer),
        *_check_relations(one, answer, texts),
        *_check_first_claim(one, answer),
        *_check_rest(one, answer),
    ]


def holds(gold: Gold, report: Report) -> bool:
    """Whether the report quotes the gold's words from its article."""
    return report.article_id == gold.article and gold.quote in report.quote


def is_right(gold: Gold, report: Report) -> bool:
    """As `holds`, and whether chain, stance and hedges are the gold's, as far as it fixes them."""
    return (
        holds(gold, report)
        and (gold.chain is None or _is_chain(gold.chain, report))
        and gold.stance in (None, report.stance)
        and (gold.hedges is None or _hedges_fit(gold.hedges, report))
    )


def fold(value: str) -> str:
    """Without case and white space."""
    return "".join(value.split()).casefold()


def values(answer: Answer) -> tuple[str, ...]:
    """The direct values, one or several."""
    given = answer.direct.value
    return (given,) if isinstance(given, str) else given or ()


def _check_status(one: Fixed, answer: Answer) -> Iterator[str]:
    allowed = ("answered", "partial") if one.answerable else ("abstained",)
    if answer.status not in allowed:
        yield f"status is {answer.status}, not {allowed[0]}"
    if one.answerable:
        return
    if not answer.missing:
        yield "nothing is said to be missing"
    if answer.claims or answer.citations or len(answer.nearest) > 3:
        yield f"refused with {len(answer.claims)} claims and {len(answer.nearest)} sentences beside"
    if not re.search(rf"\b{answer.searched.articles} articles?\b", answer.answer):
        yield "the text does not say what silence rests on"


def _check_gold(one: Fixed, answer: Answer) -> Iterator[str]:
    reports = [report for claim in answer.claims for report in claim.reports]
    for gold in one.gold:
        held = [report for report in reports if holds(gold, report)]
        if not held:
            yield f"not quoted from {gold.article[:3]}: {gold.quote[:60]}"
        elif not any(is_right(gold, report) for report in held):
            wanted = f"{gold.chain} {gold.stance or ''} {gold.hedges or ''}"
            got = " | ".join(_show(report) for report in held)
            yield f"{gold.article[:3]} “{gold.quote[:40]}”: expected {wanted}; got {got}"


def _check_value(one: Fixed, answer: Answer) -> Iterator[str]:
    given = values(answer)
    for value in one.value or ():
        if not any(_is_value(value, other, exact=one.sort in ("how_many", "denied")) for other in given):
            yield f"direct value {value!r} is not among {given}"


def _check_words(one: Fixed, answer: Answer) -> Iterator[str]:
    yield from (f"the text lacks {words!r}" for words in one.must if words not in answer.answer)
    yield from (f"the text holds {words!r}" for words in one.must_not if words in answer.answer)
    names = {_name(link.name) for claim in answer.claims for report in claim.reports for link in report.chain or ()}
    yield from (f"{name} is made a source" for name in one.not_sources if _name(name) in names)


def _check_relations(one: Fixed, answer: Answer, texts: Mapping[str, str]) -> Iterator[str]:
    by_id = {claim.id: claim for claim in answer.claims}
    given = [(relation.kind, by_id[relation.from_], by_id[relation.to]) for relation in answer.relations]
    for wanted in one.relations:
        if not any(_is_relation(wanted, kind, a, b, texts) for kind, a, b in given):
            yield f"no relation {wanted.kind} between {wanted.between}; there are {[kind for kind, _, _ in given]}"
    yield from (f"related as {kind}: {a.about} / {b.about}" for kind, a, b in given if kind in one.not_related)


def _check_first_claim(one: Fixed, answer: Answer) -> Iterator[str]:
    if not one.gold:
        return
    held = [claim for claim in answer.claims if any(is_right(one.gold[0], report) for report in claim.reports)]
    if not held:
        return
    claim = held[0]
    found = {
        "agreement": (one.agreement, claim.agreement),
        "origins": (one.origins, claim.counts.origins),
        "confirmations claimed": (one.confirmations, claim.counts.confirmations_claimed),
    }
    yield from (f"{name} {got}, not {want}" for name, (want, got) in found.items() if want not in (None, got))
    silent = {quiet.article_id for quiet in claim.silent}
    if one.silent is not None and silent != set(one.silent):
        yield f"silent {sorted(silent)}, not {sorted(one.silent)}"


def _check_rest(one: Fixed, answer: Answer) -> Iterator[str]:
    if one.comparison and not any(all(key in str(side) for key in one.comparison) for side in answer.comparisons):
        yield f"{one.comparison} are not compared"
    if one.missing and one.missing not in {lack.kind for lack in answer.missing}:
        yield f"missing is {[lack.kind for lack in answer.missing]}, not {one.missing}"
    if one.published:
        key, day = one.published
        if not any(cited.article_id == key and (cited.published or "").startswith(day) for cited in answer.citations):
            yield f"{key} is not cited as of {day}"


def _is_relation(wanted: Related, kind: str, a: Claim, b: Claim, texts: Mapping[str, str]) -> bool:
    one, other = wanted.between
    return kind == wanted.kind and (
        (_says(a, one, texts) and _says(b, other, texts)) or (_says(a, other, texts) and _says(b, one, texts))
    )


def _says(claim: Claim, words: str, texts: Mapping[str, str]) -> bool:
    contents = (texts[one.article_id][one.content.start : one.content.end] for one in claim.reports)
    return any(words in content for content in contents)


def _is_chain(wanted: tuple[str, ...], report: Report) -> bool:
    names = None if report.chain is None else [_name(link.name) for link in report.chain]
    return (
        names is not None
        and len(names) == len(wanted)
        and all(_name(name) in found for name, found in zip(wanted, names, strict=True))
    )


def _hedges_fit(wanted: tuple[str, ...], report: Report) -> bool:
    found = " ".join(hedge.text.casefold() for hedge in report.hedges)
    return all(word in found for word in wanted) if wanted else not found


def _is_value(wanted: str, given: str, exact: bool) -> bool:
    if exact:
        return fold(wanted) == fold(given)
    return bool(re.search(rf"(?<!\w){re.escape(_name(wanted))}(?!\w)", _name(given)))


def _name(name: str) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", " ".join(name.replace("’", "'").casefold().split()))


def _show(report: Report) -> str:
    chain = None if report.chain is None else tuple(link.name for link in report.chain)
    return f"{chain} {report.stance} {[hedge.text for hedge in report.hedges] or ''}".strip()
