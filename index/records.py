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


@dataclass(frozen=True, slots=True)
class Statement:
    """One attributed piece of a sentence. Until attribution has been read, `voice` and `chain` are None: unknown.

    An empty chain would say that the outlet speaks in its own voice, which nothing has established.
    """

    id: str
    article_id: str
    sentence: Span
    content: Span
    voice: Literal["outlet", "attributed"] | None = None
    chain: tuple[()] | None = None
    rule: str = "sentence"


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
    day_from: date | None = None
    day_to: date | None = None

    def __bool__(self) -> bool:
        return bool(self.outlets or self.articles or self.languages or self.day_from or self.day_to)


def passage_id(article_id: str, version: str, n: int) -> str:
    """An id that names one version of the article, so that an old citation never points at new words."""
    return f"{article_id}~{version[:8]}~p{n}"


def sentence_id(article_id: str, version: str, n: int) -> str:
    """As `passage_id`, for the article's sentence `n`."""
    return f"{article_id}~{version[:8]}~s{n}"
