"""The answer and its parts, field for field as they go over the wire; nothing here computes."""

import datetime
from typing import Literal

from pydantic import Field

from index.records import Level
from service.answering.changes import Compared
from service.answering.read_by import Dropped, ReadBy, Usage
from service.answering.understood import Understood
from service.answering.wire import Wire as Wire

Status = Literal["answered", "partial", "abstained"]
DirectKind = Literal["figures", "yes_no", "who", "when", "where", "what", "said", "difference", "confirmed", "none"]
Agreement = Literal["single", "same_origin", "corroborated", "disputed", "denied"]
MissingKind = Literal[
    "no_article", "no_such_name", "source_not_on_topic", "not_stated", "false_premise", "undated_left_out"
]


class SpanOut(Wire):
    """`[start, end)` in code points of the article's text."""

    start: int
    end: int


class OutletOut(Wire):
    """Who published; `label` is what to print, also where no name is known."""

    name: str | None
    label: str
    level: Level


class Link(Wire):
    """One link of a source chain, outermost first; `carried_from` is where the name stands, if not here."""

    name: str
    named: bool
    start: int
    end: int
    carried_from: SpanOut | None = None


class Cue(Wire):
    """The words that attribute."""

    text: str
    class_: str = Field(alias="class")
    start: int | None = None
    end: int | None = None


class Hedge(Wire):
    """A hedge and what it covers."""

    text: str
    start: int
    end: int
    over: SpanOut


class Figure(Wire):
    """A number as the article bounds it; `value` is never rounded, added or averaged.

    `text` stands at `[start, end)`; `event`, `whom`, `where` and `when` frame the number: what happened, to whom.
    """

    value: float
    bound: Literal["exact", "at least", "more than", "about", "at most", "less than"]
    unit: str | None
    scope: tuple[str, ...] = ()
    text: str | None = None
    start: int | None = None
    end: int | None = None
    measure: str | None = None
    event: str | None = None
    whom: str | None = None
    where: str | None = None
    when: str | None = None


class When(Wire):
    """Words of time; `date` only where a known publication date resolves them."""

    text: str
    date: datetime.date | None = None
    start: int | None = None
    end: int | None = None


class Context(Wire):
    """The earlier sentence that a report leans on."""

    quote: str
    start: int
    end: int


class Report(Wire):
    """What one article holds towards a claim: an exact quote and the record of who speaks.

    `chain` null means not analysed; an empty chain means the outlet's own voice.
    """

    id: str
    statement_id: str
    citation: int
    article_id: str
    passage_id: str
    quote: str
    start: int
    end: int
    content: SpanOut
    context: Context | None
    outlet: OutletOut
    published: str | None
    voice: Literal["outlet", "attributed"] | None
    chain: tuple[Link, ...] | None
    joint: tuple[str, ...] = ()
    cue: Cue | None = None
    stance: Literal["asserts", "denies", "admits", "confirms", "accuses", "declines", "uncertain"] | None = None
    form: Literal["quotation", "paraphrase", "mixed"] | None = None
    hedges: tuple[Hedge, ...] = ()
    figure: Figure | None = None
    when: tuple[When, ...] = ()
    origin: str
    copy_: str | None = Field(default=None, alias="copy")


class Counts(Wire):
    """How many stand behind a claim; `origins` is at most `texts`."""

    articles: int
    outlets: int
    unnamed: int
    texts: int
    origins: int
    confirmations_claimed: int = 0


class Silent(Wire):
    """A cited article that does not carry a claim."""

    article_id: str
    why: Literal["omitted_from_copy", "not_reported"]


class Claim(Wire):
    """A neutral proposition, the sentence that says who holds it, and the reports it rests on."""

    id: str
    about: str
    text: str
    agreement: Agreement
    counts: Counts
    reports: tuple[Report, ...]
    silent: tuple[Silent, ...] = ()


class Words(Wire):
    """A cited span: the deciding words of a relation."""

    citation: int
    start: int
    end: int
    quote: str


class Relation(Wire):
    """How two claims stand to each other."""

    kind: Literal["differs", "conflicts", "disputed"]
    from_: str = Field(alias="from")
    to: str
    differs_in: tuple[str, ...] = ()
    words: Words | None = None


class CopyFrom(Wire):
    """Whose text a copy is, where one says so; it need not be in the corpus."""

    name: str
    held: bool
    evidence: tuple[Words, ...] = ()


class CopyOut(Wire):
    """Cited articles whose text is one text."""

    id: str
    citations: tuple[int, ...]
    from_: CopyFrom | None = Field(default=None, alias="from")


class Citation(Wire):
    """Article `n` of the answer, numbered from 1 in order of first appearance."""

    n: int
    article_id: str
    outlet: str
    level: Level
    title: str | None
    url: str | None
    published: str | None


class Missing(Wire):
    """Something the question asked for that the corpus does not hold."""

    kind: MissingKind
    name: str | None = None
    count: int | None = None
    text: str


class Nearest(Wire):
    """A sentence that is near the question and is not an answer to it."""

    article_id: str
    passage_id: str
    quote: str
    start: int
    end: int
    outlet: OutletOut


class Searched(Wire):
    """What silence and abstention rest on: the articles that were searched."""

    articles: int
    outlets: int
    unnamed: int
    undated: int


class Direct(Wire):
    """The direct line; for `yes_no` the value is asserted, denied, disputed or not_stated."""

    kind: DirectKind
    value: tuple[str, ...] | str | None
    text: str


class Retraction(Wire):
    """A claim that was told while an answer came about, and that has no place in it."""

    id: str
    why: str


class Answer(Wire):
    """The reply to a question.

    `support`, in 0 to 1, is how well the best of what was read bears it out; where it abstained, too little. Of what a
    model chose it is only how near the best is to the question.
    """

    id: str
    question: str
    status: Status
    direct: Direct
    answer: str
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...] = ()
    comparisons: tuple[Compared, ...] = ()
    copies: tuple[CopyOut, ...] = ()
    citations: tuple[Citation, ...]
    missing: tuple[Missing, ...] = ()
    understood: Understood | None = None
    nearest: tuple[Nearest, ...] = ()
    searched: Searched
    support: float = 0.0
    dropped: Dropped = Dropped()
    reader: ReadBy
    usage: Usage | None = None
    snapshot: str
    timings_ms: dict[str, float]
