"""What a question or a query may say, checked: the same words over HTTP and on the command line."""

import re
from datetime import date
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from index.attribution.aliases import load_aliases
from index.attribution.sources import file_source
from index.records import Filters, Stance

MAX_QUESTION = 4_000
MAX_TURN = 10_000
MAX_TURNS = 20
# The header of calls that evaluate: they are answered as all others, and not counted as questions.
EVALUATES = "Byline-Evaluation"

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def _read_day(value: object) -> object:
    """Only a day as it is documented: no number is taken for seconds since 1970."""
    if value is None or (isinstance(value, str) and _DAY.fullmatch(value)):
        return value
    raise ValueError('a day is written as "2016-03-13"')


Day = Annotated[date, BeforeValidator(_read_day)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Names = Annotated[tuple[Name, ...], Field(max_length=100)]
Cursor = Annotated[str, StringConstraints(max_length=1000)]
Limit = Annotated[int, Field(ge=1, le=500)]
STANCES: tuple[str, ...] = get_args(Stance)


class Confined(BaseModel):
    """What asking and searching are confined to; `from` and `to` filter publication dates, both days inclusive.

    `outlets` are who published, `sources` whom they cite.
    """

    model_config = ConfigDict(frozen=True, populate_by_name=True, extra="forbid")

    outlets: Names = ()
    sources: Names = ()
    articles: Names = ()
    languages: Names = ()
    day_from: Day | None = Field(default=None, alias="from")
    day_to: Day | None = Field(default=None, alias="to")

    @model_validator(mode="after")
    def _order_days(self) -> Self:
        if self.day_from and self.day_to and self.day_from > self.day_to:
            raise ValueError(f"from ({self.day_from}) is after to ({self.day_to})")
        return self

    def filters(self) -> Filters:
        """The same for the search, each source by the name under which it is filed."""
        sources = tuple(file_source(name, load_aliases()) for name in self.sources)
        return Filters(self.outlets, self.articles, self.languages, sources, self.day_from, self.day_to)


class Turn(BaseModel):
    """One turn of the talk before a question; only what the user asked is read."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    role: Literal["user", "assistant", "system", "developer", "tool"]
    content: Annotated[str, StringConstraints(max_length=MAX_TURN)]


class AskRequest(Confined):
    """A question; of the `k` best passages an answer is made.

    `history` are the turns before it, oldest first: what it leaves to be understood is taken from the user's. `today`
    is the day to which "last week" is relative; without it, the day it is in UTC.
    """

    question: Annotated[str, StringConstraints(min_length=1, max_length=MAX_QUESTION, pattern=r"\S")]
    history: Annotated[tuple[Turn, ...], Field(max_length=MAX_TURNS)] = ()
    today: Day | None = None
    k: Annotated[int, Field(ge=1, le=200, strict=True)] = 50
    reader: Literal["quotes"] | None = None


class SearchRequest(Confined):
    """A query for the `k` best passages."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"query": "al-Sukhnah", "k": 3}]})

    query: Annotated[str, StringConstraints(min_length=1, max_length=MAX_QUESTION, pattern=r"\S")]
    k: Annotated[int, Field(ge=1, le=50, strict=True)] = 10


class StatementsRequest(BaseModel):
    """Which statements are listed; what is left out confines nothing. `cursor` is a list's own `next_cursor`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: Name | None = Field(default=None, description="whoever is cited, in any link of the chain; aliases are one")
    outlet: Name | None = Field(default=None, description="who published the article")
    stance: str | None = Field(default=None, json_schema_extra={"enum": [*STANCES]})
    contains: Name | None = Field(
        default=None, description="words in a row of what is said, whole and in any case; * at the end opens the last"
    )
    article: Name | None = Field(default=None, description="the id of an article")
    cursor: Cursor | None = None
    limit: Limit = 100


class SourcesRequest(BaseModel):
    """Which part of the list of sources is given."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    cursor: Cursor | None = None
    limit: Limit = 100
