"""A result laid out for the measures: its reports, and for each claim wanted the report that carries it best."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from service.evaluation.measures.scoring.matching import carries, holds, is_chain, is_outlet, quoted_words, read_words
from service.evaluation.values import Json, ReferenceClaim, Result

Check = Callable[[ReferenceClaim, Json], bool]


@dataclass(frozen=True)
class Wanted:
    """A claim that an answer must report, with the report that carries it and the claim it stands under, if any."""

    claim: ReferenceClaim
    report: Json | None
    under: Json | None


class Judged:
    """A result, read once for all measures; a failed one is an answer without anything."""

    def __init__(self, result: Result) -> None:
        self.result = result
        self.question = result.question
        self.articles: Mapping[str, Json] = result.articles
        self.failed = result.error is not None
        # A saved response of another program is text alone: what rests on reports cannot be told of it.
        self.is_text = result.answer is None and not self.failed
        self.answer: Json = {} if self.failed else result.answer or {}
        self.text: str = "" if self.failed else self.answer.get("answer") or result.response or ""
        self.claims: list[Json] = list(self.answer.get("claims") or ())
        self.reports: list[Json] = [report for claim in self.claims for report in claim["reports"]]

    @property
    def status(self) -> str | None:
        """That of the answer; None where there is none."""
        return self.answer.get("status")

    @cached_property
    def evidence(self) -> tuple[ReferenceClaim, ...]:
        """What must be quoted: the claims wanted, or else the contexts that the answer rests on."""
        contexts = self.question.reference_contexts or ()
        return self.question.reference_claims or tuple(ReferenceClaim(quote=one) for one in contexts if one.strip())

    @cached_property
    def wanted(self) -> tuple[Wanted, ...]:
        """Each piece of evidence with its best report: of those that carry it, the first with most of it right."""
        return tuple(self._find(claim) for claim in self.evidence)

    def carries_any(self, report: Json) -> bool:
        """Whether a report quotes some of the evidence."""
        return any(carries(report, claim, self.text_of(report["article_id"])) for claim in self.evidence)

    def text_of(self, article_id: str) -> str | None:
        """The text of an article, where it is held."""
        article = self.articles.get(article_id)
        return article["text"] if article else None

    def recorded_outlet(self, article_id: str) -> str | None:
        """The outlet's name as the record of the article has it."""
        name: str | None = self.articles[article_id]["masthead"]["outlet"]["name"]
        return name

    def outlet_fits(self, claim: ReferenceClaim, report: Json) -> bool:
        """Whether the report is under the outlet wanted, and under the one on record."""
        given, article = report["outlet"]["name"], report["article_id"]
        return (claim.outlet is None or is_outlet(claim.outlet, given)) and (
            article not in self.articles or is_outlet(self.recorded_outlet(article), given)
        )

    def _find(self, claim: ReferenceClaim) -> Wanted:
        held = [
            (report, under)
            for under in self.claims
            for report in under["reports"]
            if carries(report, claim, self.text_of(report["article_id"]))
        ]
        if not held:
            return Wanted(claim, None, None)
        checks: tuple[Check, ...] = (self.outlet_fits, chain_fits, stance_fits, hedges_fit)
        best = max(held, key=lambda pair: sum(check(claim, pair[0]) for check in checks))
        return Wanted(claim, *best)


def chain_fits(claim: ReferenceClaim, report: Json) -> bool:
    """Whether the report's chain is the one wanted, aliases being one."""
    return claim.chain is None or is_chain(claim.chain, report["chain"])


def stance_fits(claim: ReferenceClaim, report: Json) -> bool:
    """Whether the report's stance is the one wanted."""
    return claim.stance in (None, report["stance"])


def hedges_fit(claim: ReferenceClaim, report: Json) -> bool:
    """Whether every hedge wanted is on record and within the words quoted; of () whether there is none."""
    if claim.hedges is None:
        return True
    if not claim.hedges:
        return not report["hedges"]
    recorded = [word for hedge in report["hedges"] for word in read_words(hedge["text"])]
    quoted = read_words(quoted_words(report))
    return all(word in recorded and word in quoted for hedge in claim.hedges for word in read_words(hedge))


def find_claims(judged: Judged, words: str) -> Iterator[Json]:
    """The claims of an answer one of whose reports says these words."""
    for claim in judged.claims:
        if any(holds(_content(judged, report), words) for report in claim["reports"]):
            yield claim


def _content(judged: Judged, report: Json) -> str:
    text = judged.text_of(report["article_id"])
    content = report.get("content")
    return text[content["start"] : content["end"]] if text is not None and content else str(report["quote"])
