"""What a view of the store gives beside the values of records: counts, list entries, rows for the caches."""

from dataclasses import dataclass

from index.records import Level

# A passage's article, and the day that was published, a proleptic ordinal, None where it is not known.
Placed = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Counts:
    """What the store holds; `outlets` are the named ones, `unnamed` and `undated` count articles."""

    articles: int
    outlets: int
    unnamed: int
    undated: int
    passages: int


@dataclass(frozen=True, slots=True)
class Summary:
    """An article in a list."""

    id: str
    version: str
    outlet: str | None
    level: Level
    title: str | None
    published: str | None
    url: str | None
    language: str | None
    passages: int


@dataclass(frozen=True, slots=True)
class OutletCount:
    """A named outlet and how many articles carry its name, at which levels it is known."""

    name: str
    articles: int
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class AddedRow:
    """A passage as the caches take it; vectors are float32 little-endian, `day` a proleptic ordinal or None.

    `title` and `title_vector` are its article's, None where it has none, or it has not been encoded.
    """

    key: int
    text: str
    vector: bytes
    article_id: str
    outlet_key: str | None
    language: str | None
    day: int | None
    title: str | None
    title_vector: bytes | None
