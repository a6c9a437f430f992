"""/healthz and /readyz: whether the process lives, and whether a question would be answered now. Both without a key."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from service.api.faults import list_faults
from service.api.gate import Rule
from service.errors import RequestError
from service.library import Library

RULES = {("GET", "/healthz"): Rule(None), ("GET", "/readyz"): Rule(None)}


class Alive(BaseModel):
    """The process answers."""

    status: Literal["ok"]


class Ready(BaseModel):
    """A question would be answered; `articles` are stored."""

    status: Literal["ready"]
    articles: int


def add_health(router: APIRouter, library: Library) -> None:
    """Add the two routes."""

    @router.get("/healthz", responses=list_faults("foreign_host"), summary="Is it alive?", tags=["health"])
    async def answer_health() -> Alive:
        """At once, whatever else goes on."""
        return Alive(status="ok")

    @router.get(
        "/readyz",
        responses=list_faults(
            "foreign_host",
            "internal",
            "damaged",
            "wrong_model",
            "not_ready",
            "store_unavailable",
            "embedder_unavailable",
        ),
        summary="Is it ready?",
        tags=["health"],
    )
    def answer_ready() -> Ready:
        """Ready when the model is loaded and the index opens; what another process writes is found a little later."""
        if not library.is_ready():
            raise RequestError("not_ready", "not ready: the index is being opened")
        with library.reader.view() as view:
            return Ready(status="ready", articles=view.counts().articles)
