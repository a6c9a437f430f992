"""What goes over the wire beside the answer, field for field: articles, passages, hits, outlets, errors."""

from typing import Literal

from pydantic import Field

from index.records import Label, Level
from service.answering.answer import Cue, Figure, Hedge, Link, Missing, OutletOut, SpanOut, When, Wire


class EvidenceOut(Wire):
    """Why the masthead says what it says: words of the article, or null offsets where it was declared or in HTML."""

    reason: str
    start: int | None
    end: int | None
    text: str | None


class MastheadOutlet(OutletOut):
    """Who published, and how that is known."""

    evidence: tuple[EvidenceOut, ...]


class MastheadTitle(Wire):
    """The headline."""

    text: str | None
    level: Level
    evidence: tuple[EvidenceOut, ...]


class MastheadPublished(Wire):
    """When: `date` is ISO 8601 as far as it is known, with a time and a zone only where they were given."""

    date: str | None
    level: Level
    evidence: tuple[EvidenceOut, ...]


class MastheadOwner(Wire):
    """A copyright or company line; never the outlet."""

    name: str | None
    level: Level
    evidence: tuple[EvidenceOut, ...]


class CopiedFrom(Wire):
    """The page says that its text is somebody else's."""

    name: str | None
    evidence: tuple[EvidenceOut, ...]


class MastheadOut(Wire):
    """What is known of an article beside its words."""

    outlet: MastheadOutlet
    title: MastheadTitle
    published: MastheadPublished
    owner: MastheadOwner
    copied_from: CopiedFrom | None


class LineOut(Wire):
    """A line of the text and what it is taken for, with the reason."""

    start: int
    end: int
    label: Label
    reason: str


class PassageSpan(Wire):
    """A passage of the article it stands under."""

    id: str
    start: int
    end: int


class StatementOut(Wire):
    """One attributed piece of a sentence; `figure` is the first of `figures`.

    `voice` and `chain` null mean that attribution has not been read; an empty chain is the outlet's own voice.
    """

    id: str
    sentence: SpanOut
    content: SpanOut
    voice: Literal["outlet", "attributed"] | None = None
    chain: tuple[Link, ...] | None = None
    joint: tuple[str, ...] = ()
    cue: Cue | None = None
    stance: Literal["asserts", "denies", "admits", "confirms", "accuses", "declines", "uncertain"] | None = None
    form: Literal["quotation", "paraphrase", "mixed"] | None = None
    hedges: tuple[Hedge, ...] = ()
    figure: Figure | None = None
    figures: tuple[Figure, ...] = ()
    when: tuple[When, ...] = ()
    continuation: Literal["possible"] | None = None
    rule: str = "sentence"


class QuotedStatement(StatementOut):
    """A statement away from its article: `quote` is its sentence, who published it stands beside it."""

    article_id: str
    outlet: OutletOut
    title: str | None
    published: str | None
    quote: str


class StatementList(Wire):
    """Statements in the order they were stored; `next_cursor` null on the last page.

    `unread` counts the articles of the index in which an earlier Byline has not read who says what.
    """

    data: tuple[QuotedStatement, ...]
    next_cursor: str | None
    unread: int
    missing: tuple[Missing, ...] = Field(default=(), exclude_if=lambda value: not value)


class SourceForm(Wire):
    """One way in which articles write a source's name."""

    name: str
    statements: int


class SourceSummary(Wire):
    """A named source: how many statements of how many articles cite it, by how many named outlets.

    `unnamed` counts those of the articles whose outlet is not known.
    """

    name: str
    forms: tuple[SourceForm, ...]
    statements: int
    articles: int
    outlets: int
    unnamed: int


class SourceList(Wire):
    """Named sources, most statements first; `next_cursor` null on the last page."""

    data: tuple[SourceSummary, ...]
    next_cursor: str | None


class AttributionOut(Wire):
    """Whether it has been read who says what; `text` says why not."""

    read: bool
    reason: Literal["language", "earlier_version"] | None
    text: str | None


class ArticleOut(Wire):
    """An article, whole. All offsets are code points of `text`.

    `copies` are other articles of the same text, a hundred at most, of which those stored first.
    """

    id: str
    version: str
    url: str | None
    language: str | None
    masthead: MastheadOut
    text: str
    lines: tuple[LineOut, ...]
    passages: tuple[PassageSpan, ...]
    attribution: AttributionOut
    statements: tuple[StatementOut, ...]
    copies: tuple[str, ...] = ()


class ArticleSummary(Wire):
    """An article in a list; `passages` counts them."""

    id: str
    version: str
    outlet: OutletOut
    title: str | None
    published: str | None
    url: str | None
    language: str | None
    passages: int


class ArticleList(Wire):
    """A page of articles by ascending id; `next_cursor` null on the last."""

    data: tuple[ArticleSummary, ...]
    next_cursor: str | None


class OutletSummary(Wire):
    """A named outlet, how many articles carry its name, and at which levels it is known."""

    name: str
    articles: int
    levels: tuple[Level, ...]


class OutletList(Wire):
    """Named outlets, most articles first; `unnamed` counts the articles whose outlet is not known."""

    data: tuple[OutletSummary, ...]
    unnamed: int


class PassageOut(Wire):
    """A run of whole sentences, `text` exactly as in the article at `[start, end)`, and who published it."""

    id: str
    article_id: str
    start: int
    end: int
    text: str
    outlet: OutletOut
    title: str | None
    published: str | None
    url: str | None


class HitOut(Wire):
    """A passage found; `score` is the fused one, comparable within one search only."""

    rank: int
    score: float
    passage: PassageOut


class HitList(Wire):
    """What a search found, best first; `missing` the names it was confined to that are not in the index."""

    hits: tuple[HitOut, ...]
    missing: tuple[Missing, ...] = Field(default=(), exclude_if=lambda value: not value)


class Stored(Wire):
    """What became of an article that was put."""

    id: str
    status: Literal["created", "updated", "unchanged"]


class Fault(Wire):
    """What was wrong, in words; `type` and `code` for programs, `param` the field, parameter or header at fault."""

    message: str
    type: str
    param: str | None
    code: str


class FaultOut(Wire):
    """Every error of every call."""

    error: Fault


class LineResult(Wire):
    """What became of one line of a bulk call; `id` is null where the line has none that can be read."""

    id: str | None
    status: Literal["created", "updated", "unchanged", "error"]
    error: Fault | None = Field(default=None, exclude_if=lambda value: value is None)


class BulkResults(Wire):
    """One result for each line that is not blank, in their order."""

    results: tuple[LineResult, ...]
