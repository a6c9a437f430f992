"""What the tools take and give; the lists, answers and comparisons they give are those of the HTTP calls."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from service.answering.wire import Wire
from service.requests import MAX_QUESTION, Day, Name

_Words = Annotated[str, StringConstraints(min_length=1, max_length=MAX_QUESTION, pattern=r"\S")]
_Id = Annotated[str, StringConstraints(min_length=1, max_length=500)]
_Names = Annotated[list[Name], Field(max_length=100)]


class _Taken(BaseModel):
    model_config = ConfigDict(frozen=True, populate_by_name=True, extra="forbid")


class Nothing(_Taken):
    """No arguments."""


class SearchArguments(_Taken):
    """What to search for."""

    query: _Words = Field(description="words, or a question")


class FetchArguments(_Taken):
    """Which article to fetch."""

    id: _Id = Field(description="the id of an article, as search gives it")


class AskArguments(_Taken):
    """A question, and what its answer is confined to."""

    question: _Words = Field(description="a question in plain words; it may name outlets, sources and days")
    outlets: _Names = Field(
        default=[], description="only what these outlets published, by the names list_outlets gives"
    )
    sources: _Names = Field(default=[], description="only what these are cited as saying")
    day_from: Day | None = Field(default=None, alias="from", description="published on this day or later: 2016-03-13")
    day_to: Day | None = Field(default=None, alias="to", description="published on this day or earlier: 2016-03-13")


class CompareArguments(_Taken):
    """Which two articles to compare."""

    a: _Id = Field(description="the id of an article")
    b: _Id = Field(description="the id of the other")


class FoundArticle(Wire):
    """An article that was found; the title reads "Outlet - Headline"."""

    id: str
    title: str
    url: str


class SearchResults(Wire):
    """Articles, best first."""

    results: tuple[FoundArticle, ...]


class FetchedArticle(Wire):
    """An article to be read: its text without the furniture of its page, and what is known of who published it."""

    id: str
    title: str
    text: str
    url: str
    metadata: dict[str, str]
