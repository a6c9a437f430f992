"""GET /v1/models: the two names under which Byline answers."""

from fastapi import APIRouter
from pydantic import BaseModel

from service.api.faults import list_faults
from service.api.gate import Rule
from service.errors import RequestError

# Answers questions; and does what frontends want beside that: titles, tags, suggestions.
MODEL, CHORES = "byline", "byline-chores"
RULES = {("GET", "/v1/models"): Rule("ask"), ("GET", "/v1/models/{id}"): Rule("ask")}
_KEYS = ("missing_key", "wrong_key", "missing_scope", "foreign_host", "bad_request")
# A model has an age in OpenAI's API; these have none that would say anything.
_CREATED = 0


class ModelOut(BaseModel):
    """A name that a request may give as its model."""

    id: str
    object: str = "model"
    created: int = _CREATED
    owned_by: str = "byline"


class ModelList(BaseModel):
    """All of them."""

    object: str = "list"
    data: tuple[ModelOut, ...] = (ModelOut(id=MODEL), ModelOut(id=CHORES))


def add_models(router: APIRouter) -> None:
    """Add the two routes."""

    @router.get("/v1/models", responses=list_faults(*_KEYS), summary="List models", tags=["openai"])
    def list_models() -> ModelList:
        """The one that answers questions first; frontends may be told to use the other for titles and tags."""
        return ModelList()

    @router.get(
        "/v1/models/{id}", responses=list_faults(*_KEYS, "no_such_model"), summary="Get a model", tags=["openai"]
    )
    def get_model(id: str) -> ModelOut:
        """One of them."""
        if id not in (MODEL, CHORES):
            raise RequestError("no_such_model", f"{id[:100]!a} is no model; there are {MODEL} and {CHORES}", "id")
        return ModelOut(id=id)
