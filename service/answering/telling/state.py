"""What an answer is told from: the question, the claims with how they stand, relations, comparisons; tells nothing."""

from collections.abc import Mapping
from dataclasses import dataclass

from index.records import Article, Comparison
from service.answering.reading import Verdict
from service.answering.relate import Related
from service.answering.relating.held import Held
from service.answering.relating.origins import Standing
from service.question import Query


@dataclass(frozen=True, slots=True)
class Told:
    """One answer's matter. `standings[i]` is of `claims[i]`; relations are (from, to, relation) by place in `claims`.

    `numbers` gives the citation of each article; `lacks` is the article of which it is asked what it left out.
    """

    query: Query
    claims: tuple[tuple[Held, ...], ...]
    standings: tuple[Standing, ...]
    relations: tuple[tuple[int, int, Related], ...]
    comparisons: tuple[Comparison, ...]
    numbers: Mapping[str, int]
    articles: Mapping[str, Article]
    lacks: str | None = None
    verdict: Verdict | None = None

    @property
    def firsts(self) -> list[Held]:
        """The first report of each claim."""
        return [reports[0] for reports in self.claims]

    @property
    def reports(self) -> list[Held]:
        """The reports of all claims, in their order."""
        return [one for reports in self.claims for one in reports]
