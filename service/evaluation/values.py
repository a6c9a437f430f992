"""The values of an evaluation, as files hold them: what was asked and wanted, what came, and what it is worth."""

from collections.abc import Mapping
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from index.records import Stance
from service.answering.answer import Agreement, MissingKind
from service.answering.asking.kinds import Kind
from service.answering.relate import RelationKind
from service.answering.wire import Wire

# An answer, or an article, as the HTTP call returns it; a server of another version may say more than we know.
Json = dict[str, Any]
Mark = Literal["right", "partly", "wrong", "declined"]


class ReferenceClaim(Wire):
    """What an answer must report; None where nothing is fixed.

    `text` says it for a reader, `quote` is in the words of `article` (its id), published by `outlet`. `chain` holds
    names outermost first, each of which must stand within the name of its link; () is the outlet's own voice.
    `hedges` must all be kept, () that there is none. The rest is fixed of the claim under which it is reported:
    `confirmations` are those claimed, `silent` the ids of the articles that are.
    """

    text: str | None = None
    outlet: str | None = None
    article: str | None = None
    quote: str | None = None
    chain: tuple[str, ...] | None = None
    stance: Stance | None = None
    hedges: tuple[str, ...] | None = None
    agreement: Agreement | None = None
    origins: int | None = None
    confirmations: int | None = None
    silent: tuple[str, ...] | None = None

    @model_validator(mode="after")
    def _say_something(self) -> Self:
        if not (self.text or self.quote):
            raise ValueError("a reference claim has a quote, or at least a text")
        return self


class ReferenceRelation(Wire):
    """A relation that must stand between the claims whose words hold these two runs of words, either way round."""

    kind: RelationKind
    between: tuple[str, str]


class ReferencePublished(Wire):
    """The day that a cited article must bear."""

    article: str
    day: str


class Question(Wire):
    """A question with what its answer must and must not be; None, or nothing, where nothing is fixed.

    `reference` to `retrieved_context_ids` are as ragas has them; a context id is that of a passage or of an article.
    `response` and what was retrieved are there where the file brings answers of its own, to be scored as they are.
    `kind` is what kind of question it is to be read as, `group` a label by which scores are summed up too;
    `shares_names` says of an unanswerable question that every name in it stands in some article. `reference_values`
    must be among the direct values. `must` and `must_not` are words of the answer's text, `not_sources` names that no
    chain may hold, `not_related` kinds of relation that none may be of. `reference_missing` is a kind of what is
    missing, `reference_comparison` two articles that must be laid side by side. `filters` are those of the request,
    in its words. `extra` holds what the file has beside.
    """

    id: str
    question: str
    reference: str | None = None
    reference_contexts: tuple[str, ...] | None = None
    reference_context_ids: tuple[str, ...] | None = None
    response: str | None = None
    retrieved_contexts: tuple[str, ...] | None = None
    retrieved_context_ids: tuple[str, ...] | None = None
    answerable: bool | None = None
    reference_claims: tuple[ReferenceClaim, ...] = ()
    reference_outlets: tuple[str, ...] | None = None
    reference_values: tuple[str, ...] | None = None
    reference_relations: tuple[ReferenceRelation, ...] = ()
    reference_missing: MissingKind | None = None
    reference_comparison: tuple[str, str] | None = None
    reference_published: ReferencePublished | None = None
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    not_sources: tuple[str, ...] = ()
    not_related: tuple[RelationKind, ...] = ()
    kind: Kind | None = None
    group: str | None = None
    shares_names: bool = False
    filters: Json = Field(default_factory=dict)
    history: tuple[Json, ...] = ()
    extra: Json = Field(default_factory=dict)


class RunHit(Wire):
    """A passage found for a question, best first; `outlet` is its name, None where none is known.

    Of a saved response without ids, `passage_id` and `article_id` are None; `score` falls with the rank where none
    was given.
    """

    passage_id: str | None
    article_id: str | None
    score: float
    text: str | None = None
    outlet: str | None = None


class Swapped(Wire):
    """The same question over a copy of the index whose outlets' names were shuffled.

    `outlets` are the names in that copy of the articles cited, None where it has none; `error` says why there is no
    answer.
    """

    answer: Json | None
    outlets: dict[str, str | None]
    error: str | None = None


class Verdict(Wire):
    """What a model that judges said of an answer.

    `prompt` is what it was sent, message by message, `reply` its words as they came. `mark` is None where it gave none,
    and `error` says why; `cost` is in US dollars, None where no price is known.
    """

    mark: Mark | None = None
    why: str = ""
    error: str | None = None
    prompt: tuple[Json, ...] = ()
    reply: str | None = None
    tokens_in: int | None = None
    tokens_out: int | None = None
    cost: float | None = None


class Result(Wire):
    """What came of a question.

    `answer` is None where the question failed (`error` says why) and where a saved response is text alone; an answer
    with an `error` cites an article that could not be had, and counts as failed too.
    `response` is the text of the answer in either case; `hits` are None where none were asked for or saved. `articles`
    are those that the answer cites, by id, as GET /v1/articles/{id} has them (text, lines, masthead); none where the
    response is a saved one; they are not written with the result, nor is the `verdict` of the model that judges,
    if any does. `seconds` is the time of the answer alone.
    """

    question: Question
    answer: Json | None = None
    response: str | None = None
    hits: tuple[RunHit, ...] | None = None
    error: str | None = None
    seconds: float | None = None
    from_saved: bool = False
    swapped: Swapped | None = None
    articles: Mapping[str, Json] = Field(default_factory=dict, exclude=True, repr=False)
    verdict: Verdict | None = Field(default=None, exclude=True, repr=False)


class Score(Wire):
    """A measure of one question; `value` is None where the measure does not apply to it, `why` what was amiss.

    A failed question has 0 (or what is worst) in each measure that would have applied.
    """

    measure: str
    value: float | None
    why: str = ""


class Measure(Wire):
    """What can be measured: its name, what it says in a sentence, and which way is better."""

    name: str
    says: str
    better: Literal["higher", "lower"] = "higher"


class Row(Wire):
    """A result with its scores, one for each measure."""

    result: Result
    scores: tuple[Score, ...]

    def value(self, measure: str) -> float | None:
        """The value of a measure; None where it does not apply."""
        return next((score.value for score in self.scores if score.measure == measure), None)


class RunOf(Wire):
    """What a run was made of: runs of equal ones may be resumed and compared question by question.

    `target` is "in process", an address, or the file of the responses; `questions` the sha256 of the set's file,
    `snapshot` the state of the corpus where it is known. `judge` is the model that judges the answers, if one does.
    """

    target: str
    questions: str
    file: str
    snapshot: str | None = None
    version: str
    started: str
    settings: Json = Field(default_factory=dict)
    judge: str | None = None


class Mean(Wire):
    """The mean of a measure over the `n` questions to which it applies, with its bootstrap interval."""

    measure: str
    value: float | None
    low: float | None
    high: float | None
    n: int


class RiskCoverage(Wire):
    """Of the most certain part of the questions (`coverage`), the share answered wrongly (`risk`)."""

    coverage: float
    risk: float


class Judging(Wire):
    """What a model that judges made of a run: answers by their mark, and how many it gave none.

    `agree`: of the `of` questions that it marked and that have a right or wrong without it, those it marks alike.
    """

    marks: dict[Mark, int]
    unmarked: int
    agree: int
    of: int
    tokens_in: int
    tokens_out: int
    cost: float | None


class Summary(Wire):
    """A run in figures; `groups` hold the same means for the questions of each group.

    `risk_coverage_shared` is over the answerable and those of the unanswerable that share every name with an article.
    """

    questions: int
    failed: int
    means: tuple[Mean, ...]
    groups: dict[str, tuple[Mean, ...]] = Field(default_factory=dict)
    risk_coverage: tuple[RiskCoverage, ...] = ()
    risk_coverage_shared: tuple[RiskCoverage, ...] = ()
    latency_ms: dict[str, float] = Field(default_factory=dict)
    judging: Judging | None = None

    def value(self, measure: str) -> float | None:
        """The mean of a measure; None where it applied to no question."""
        return next((mean.value for mean in self.means if mean.measure == measure), None)


class ComparedMeasure(Wire):
    """One measure over the questions that two runs share: `difference` is after less before, `p` of a paired test.

    `wins` and `losses` are ids of questions, better and worse than before.
    """

    measure: str
    before: float
    after: float
    difference: float
    low: float
    high: float
    p: float
    n: int
    wins: tuple[str, ...]
    losses: tuple[str, ...]


class ComparedRuns(Wire):
    """A run beside an earlier one; `added` and `gone` are ids of questions that only one of them has."""

    measures: tuple[ComparedMeasure, ...]
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


class Run(Wire):
    """A whole run, as the report shows it; `compared` where there is an earlier one to lay it beside."""

    of: RunOf
    rows: tuple[Row, ...]
    summary: Summary
    compared: ComparedRuns | None = None
