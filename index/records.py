"""The values of index time: what an article is once it has been read. All frozen; offsets are code points.

Every span is half open, `[start, end)`, into `Article.text`, which is the decoded text as it came, with no
newline translated and no normal form applied.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

Label = Literal["body", "title", "deck", "caption", "dateline", "furniture"]
LABELS: tuple[Label, ...] = ("body", "title", "deck", "caption", "dateline", "furniture")

# How something in the masthead is known, surest first.
Level = Literal["declared", "site", "stated", "self_reference", "inferred", "unknown"]
LEVELS: tuple[Level, ...] = ("declared", "site", "stated", "self_reference", "inferred", "unknown")


class Span(NamedTuple):
    """`[start, end)` in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text, without its line break; lines ascend and cover all that is not a line break."""

    start: int
    end: int
    label: Label
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why the masthead says what it says: a span of the text (or None: declared, or HTML metadata) and a word on it."""

    reason: str
    start: int | None = None
    end: int | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published. `name` is None when it is not known; only then is `level` "unknown"."""

    name: str | None = None
    level: Level = "unknown"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """The headline as it stands, or as declared."""

    text: str | None = None
    level: Level = "unknown"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication; `time` and `zone` only as far as they are given, never assumed."""

    day: date | None = None
    time: str | None = None
    zone: str | None = None
    level: Level = "unknown"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Owner:
    """A copyright or company line; an owner is never the outlet."""

    name: str | None = None
    level: Level = "unknown"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyMark:
    """The page says that its text is somebody else's ("View the original article"); `name` as the text has it."""

    name: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Masthead:
    """What is known of an article beside its words."""

    outlet: Outlet = Outlet()
    title: Title = Title()
    published: Published = Published()
    owner: Owner = Owner()
    copied_from: CopyMark | None = None


@dataclass(frozen=True, slots=True)
class Declared:
    """What whoever hands in the article says of it; wins over anything read from the text.

    `lines` restores or removes lines: a label for the line at a start offset. `published` is an ISO 8601 day
    or date and time.
    """

    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    lines: Mapping[int, Label] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as it came in, decoded, not yet read. `html` and `text` exclude each other."""

    id: str
    path: str
    declared: Declared
    text: str | None = None
    html: str | None = None


class Hint(NamedTuple):
    """Something that the HTML of a page says, and the tag that says it."""

    value: str
    tag: str


@dataclass(frozen=True, slots=True)
class PageHints:
    """What the HTML of a page says beside its words, each as found, with the tag it was found in as the reason.

    `site` is the page's own name for its site (og:site_name, application-name, JSON-LD publisher).
    """

    site: tuple[Hint, ...] = ()
    title: tuple[Hint, ...] = ()
    published: tuple[Hint, ...] = ()
    language: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A read article. `version` is the hash of everything that made it what it is; `language` is ISO 639-1 or None."""

    id: str
    version: str
    text: str
    lines: tuple[Line, ...]
    masthead: Masthead
    url: str | None = None
    language: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole body sentences of one article, `sentences[i]` inside `[start, end)`, in order."""

    id: str
    article_id: str
    n: int
    start: int
    end: int
    first: int  # number of its first sentence among the article's sentences
    last: int  # number of its last sentence, inclusive


@dataclass(frozen=True, slots=True)
class Sentence:
    """Sentence `n` of an article's body. `passage_id` is the passage whose forward pass gave its vector."""

    id: str
    article_id: str
    n: int
    start: int
    end: int
    passage_id: str


Voice = Literal["outlet", "attributed"]
Stance = Literal["asserts", "denies", "admits", "confirms", "accuses", "declines", "uncertain"]
Form = Literal["quotation", "paraphrase", "mixed"]
CueClass = Literal["neutral", "doubting", "factive", "denying", "admitting", "accusing"]
Bound = Literal["exact", "at least", "more than", "about", "at most", "less than"]


@dataclass(frozen=True, slots=True)
class Link:
    """One source of a chain; `[start, end)` are the words that stand for it in or beside the statement's sentence.

    `name` is in the article's own words. A pronoun or "the source" is carried: its span is where it stands,
    `carried_from` is where the name stands, earlier in the same article. `named` is False for "a military source".
    """

    name: str
    named: bool
    start: int
    end: int
    carried_from: Span | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that attribute."""

    text: str
    kind: CueClass
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge and the span of the words that it covers, which is no more than the noun or verb it modifies."""

    text: str
    start: int
    end: int
    over: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the text and its frame: what happened, to whom, where, when; each in the sentence's words or None.

    `[start, end)` is the number with its bound and unit of measure. `event` is a class of events ("killed",
    "killed or injured", "displaced"); `whom` is what is counted; `measure` is km, height, duration, percent or
    money where the number measures. `scope` is every word of time and place in its clause.
    """

    value: float
    bound: Bound
    text: str
    start: int
    end: int
    unit: str | None = None
    measure: str | None = None
    event: str | None = None
    whom: str | None = None
    where: str | None = None
    when: str | None = None
    scope: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """Words of time; `day` only where a known day of publication, or the words themselves, give it."""

    text: str
    start: int
    end: int
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attributed piece of a sentence: who says it, how, and what of it is hedged, counted or timed.

    `n` is the number of its sentence among the article's body sentences, -1 for a heading or deck, whose statements
    stand in the outlet's voice. `content` is what is said, within `sentence`. `chain` runs from the one whom the
    outlet cites to the one who spoke; () is the outlet's own voice, None is not analysed. `joint` are the ids of the
    statements by which others say the same content. `continuation` is "possible" where an attribution seems to go on
    and nothing shows that it does: the chain is then still what stands in the sentence.
    """

    id: str
    article_id: str
    n: int
    sentence: Span
    content: Span
    voice: Voice | None = None
    chain: tuple[Link, ...] | None = None
    joint: tuple[str, ...] = ()
    cue: Cue | None = None
    stance: Stance | None = None
    form: Form | None = None
    hedges: tuple[Hedge, ...] = ()
    figures: tuple[Figure, ...] = ()
    when: tuple[When, ...] = ()
    continuation: Literal["possible"] | None = None
    rule: str = "sentence"


ChangeKind = Literal[
    "quotation_altered",
    "hedge_removed",
    "hedge_added",
    "cue_firmer",
    "cue_softer",
    "source_dropped",
    "source_added",
    "attribution_dropped",
    "attribution_added",
    "figure_changed",
    "paragraph_omitted",
    "paragraph_added",
    "label_changed",
    "label_added",
    "label_dropped",
    "wording",
]


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one article that changed; offsets into its text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two carriers of one text. A side is None where that article has nothing there.

    `figures` and `sources` are what only an omitted or added paragraph held.
    """

    kind: ChangeKind
    a: Side | None
    b: Side | None
    figures: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParagraphPair:
    """Paragraphs side by side; one of the spans is None where only one article has it. `equal`: after folding."""

    a: Span | None
    b: Span | None
    equal: bool
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles laid side by side. `containment` is the share of the shorter one's word 5-grams in the other.

    `is_copy`: their text is one text. `direction` only where dates or a citation say who copied; `reason` says why,
    or why not. `changes` are all of the pairs' changes, gravest first.
    """

    a: str
    b: str
    containment: float
    is_copy: bool
    direction: Literal["a_from_b", "b_from_a"] | None
    reason: str
    pairs: tuple[ParagraphPair, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Articles whose text is one text; `articles` may hold only those that were asked for, `size` counts all.

    `id` is stable while the first of them stands.
    """

    id: str
    articles: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found; `rank` from 1. `score` is the fused one; `words` and `vectors` are ranks there, or None."""

    passage: Passage
    score: float
    rank: int
    words: int | None
    vectors: int | None


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is confined to, applied inside both searches. Empty means no filter. Days are inclusive."""

    outlets: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    # Passages that hold a statement whose chain holds one of them; names as attribution/sources.py files them.
    sources: tuple[str, ...] = ()
    day_from: date | None = None
    day_to: date | None = None

    def __bool__(self) -> bool:
        return bool(self.outlets or self.articles or self.languages or self.sources or self.day_from or self.day_to)


def passage_id(article_id: str, version: str, n: int) -> str:
    """An id that names one version of the article, so that an old citation never points at new words."""
    return f"{article_id}~{version[:8]}~p{n}"


def sentence_id(article_id: str, version: str, n: int) -> str:
    """As `passage_id`, for the article's sentence `n`."""
    return f"{article_id}~{version[:8]}~s{n}"


def statement_id(article_id: str, version: str, n: int, i: int) -> str:
    """As `sentence_id`, for statement `i` (from 1) of sentence `n`; headings and decks are numbered as sentence "h"."""
    return f"{article_id}~{version[:8]}~s{n if n >= 0 else 'h'}.{i}"
