"""What a question or a query may say, checked: the same words over HTTP and on the command line."""

import re
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from index.records import Filters

MAX_QUESTION = 4_000

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def _read_day(value: object) -> object:
    """Only a day as it is documented: no number is taken for seconds since 1970."""
    if value is None or (isinstance(value, str) and _DAY.fullmatch(value)):
        return value
    raise ValueError('a day is written as "2016-03-13"')


Day = Annotated[date, BeforeValidator(_read_day)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Names = Annotated[tuple[Name, ...], Field(max_length=100)]


class Confined(BaseModel):
    """What asking and searching are confined to; `from` and `to` filter publication dates, both days inclusive."""

    model_config = ConfigDict(frozen=True, populate_by_name=True, extra="forbid")

    outlets: Names = ()
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
        """The same for the search."""
        return Filters(self.outlets, self.articles, self.languages, self.day_from, self.day_to)


class AskRequest(Confined):
    """A question; of the `k` best passages an answer is made. `sources` takes only sentences that name them."""

    question: Annotated[str, StringConstraints(min_length=1, max_length=MAX_QUESTION, pattern=r"\S")]
    sources: Names = ()
    k: Annotated[int, Field(ge=1, le=200, strict=True)] = 50
    reader: Literal["quotes"] | None = None


class SearchRequest(Confined):
    """A query for the `k` best passages."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"query": "al-Sukhnah", "k": 3}]})

    query: Annotated[str, StringConstraints(min_length=1, max_length=MAX_QUESTION, pattern=r"\S")]
    k: Annotated[int, Field(ge=1, le=50, strict=True)] = 10
    sources: Names = Field(default=(), description="not yet: refused unless empty", json_schema_extra={"maxItems": 0})
