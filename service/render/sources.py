"""Who says it, in a few words for a table or a line below a quote; wording only, nothing is judged."""

from collections.abc import Sequence

from service.answering.answer import Citation, Claim, CopyOut, Link, Relation, Report
from service.answering.changes import ChangeOut, Compared
from service.render.clean import clean_line

_STANCES = {
    "asserts": "",
    "denies": "denies",
    "admits": "admits",
    "confirms": "confirms",
    "accuses": "accuses",
    "declines": "leaves open",
    "uncertain": "leaves open",
}
_AGREEMENTS = {
    "single": "",
    "same_origin": "one origin",
    "corroborated": "from separate origins",
    "disputed": "asserted and denied",
    "denied": "only denied",
}
_SILENT = {"omitted_from_copy": "left out of its copy", "not_reported": "not reported"}


def say_chain(chain: Sequence[Link] | None) -> str:
    """From the one whom the outlet cites to the one who spoke; "" where it was not analysed."""
    if chain is None:
        return ""
    return " < ".join(link.name for link in chain) or "own voice"


def say_stance(report: Report) -> str:
    """How it is said; "" where it is plainly said, or not analysed."""
    return _STANCES.get(report.stance or "asserts", report.stance or "")


def say_report(report: Report) -> str:
    """The chain, the stance and the hedges of a report, parted by semicolons."""
    chain = say_chain(report.chain)
    parts = [f"citing {chain}" if report.chain else chain, say_stance(report)]
    parts += [f"hedged “{hedge.text}”" for hedge in report.hedges]
    return "; ".join(part for part in parts if part)


def say_strength(claim: Claim) -> str:
    """How many articles and origins stand behind a claim, and who is silent on it; "" where there is one article."""
    counts = claim.counts
    parts = []
    words = _AGREEMENTS.get(claim.agreement, claim.agreement)
    if claim.agreement == "same_origin" and len({one.origin for one in claim.reports}) > 1:
        words = "independence not shown"
    if words:
        origins = f" ({counts.origins} origins)" if claim.agreement == "corroborated" else ""
        parts.append(f"{_count(counts.articles, 'article')}, {words}{origins}")
    if counts.confirmations_claimed:
        parts.append(f"{_count(counts.confirmations_claimed, 'confirmation')} claimed, which is no origin")
    parts += [f"{one.article_id}: {_SILENT.get(one.why, one.why)}" for one in claim.silent]
    return "; ".join(parts)


def say_relation(relation: Relation, names: dict[str, str]) -> str:
    """Which claim stands how to which, in what they differ, and the words that decide; `names` calls the claims."""
    verbs = {"disputed": "disputes", "conflicts": "cannot hold together with", "differs": "is not of the same as"}
    one, other = names.get(relation.from_, relation.from_), names.get(relation.to, relation.to)
    text = f"{one} {verbs.get(relation.kind, relation.kind)} {other}"
    if relation.differs_in:
        text += f" ({'; '.join(relation.differs_in)})"
    if relation.words:
        text += f": “{relation.words.quote}” [{relation.words.citation}]"
    return text


def say_copy(copy: CopyOut) -> str:
    """Which cited articles are one text, and whose where one says so."""
    marks = "".join(f"[{n}]" for n in copy.citations)
    several = len(copy.citations) > 1
    whose = f"{copy.from_.name}’s text" if copy.from_ else ""
    if copy.from_ and not copy.from_.held:
        whose += ", which is not in the corpus"
    return f"{marks} {'are one text' if several else 'carries a copy'}{f': {whose}' if whose else ''}"


def say_change(change: ChangeOut) -> str:
    """A change of a comparison: its kind and the words of either side."""
    sides = [f"“{side.text}”" if side else "nothing" for side in (change.a, change.b)]
    held = ", ".join((*change.figures, *change.sources))
    return f"{change.kind.replace('_', ' ')}: {sides[0]} → {sides[1]}{f' (with {held})' if held else ''}"


def group_reports(claim: Claim, shown: str) -> list[list[Report]]:
    """The reports whose sentence is not yet `shown` whole, those of one wording together, in their order."""
    groups: dict[str, list[Report]] = {}
    for one in claim.reports:
        words = clean_line(one.quote)
        if words not in shown:
            groups.setdefault(words, []).append(one)
    return list(groups.values())


def say_comparison(comparison: Compared, citations: Sequence[Citation]) -> str:
    """Which two articles are laid side by side, whether they are one text, and who copied or why that is unknown."""
    marks = {one.article_id: f"[{one.n}]" for one in citations}
    share = f"{comparison.containment:.0%} of the shorter one’s word runs"
    kind = "one text" if comparison.is_copy else "two texts"
    a, b = (marks.get(key, key) for key in (comparison.a, comparison.b))
    return f"{a} and {b} are {kind} ({share}); {comparison.reason}"


def _count(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"
