"""GET /metrics: calls, how long they took, and questions, for Prometheus; the one file that knows prometheus_client."""

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from index.errors import BylineError
from service.answering.answer import Answer
from service.api.faults import list_faults
from service.api.gate import Rule
from service.library import Library

if TYPE_CHECKING:
    from prometheus_client import Metric

# Everyone can read a browser key in its page, and these numbers are not for everyone.
RULES = {("GET", "/metrics"): Rule("ask", for_pages=False)}
# The library counts in files of this folder where several processes are to be one, and in memory where it is not set.
_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
_OPEN = "application/openmetrics-text"
# What else is called is counted together: names of routes and methods are ours, never a caller's.
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"})
_OTHER = "other"


@contextmanager
def share_counts(processes: int) -> Iterator[None]:
    """Have the processes that are forked meanwhile count as one; before the application is built."""
    if processes == 1:
        os.environ.pop(_FOLDER, None)
        yield
        return
    with TemporaryDirectory(prefix="byline-metrics-") as folder:
        os.environ[_FOLDER] = folder
        yield


class Metrics:
    """What is counted of an application: its calls, by a layer around it, and the answers it is told of."""

    def __init__(self, library: Library) -> None:
        from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics

        disable_created_metrics()  # type: ignore[no-untyped-call]  # which several processes would not have either
        self._library = library
        self._own = own = CollectorRegistry()
        self._calls = Counter(
            "byline_calls", "Calls answered, by route, method and status.", ["route", "method", "status"], registry=own
        )
        self._seconds = Histogram(
            "byline_call_seconds", "Seconds until the last byte of an answer.", ["route", "method"], registry=own
        )
        self._questions = Counter(
            "byline_questions", "Questions, by what came of them and who read.", ["status", "reader"], registry=own
        )
        self._degraded = Counter(
            "byline_degraded_answers", "Answers for which the quote reader stood in for a failed model.", registry=own
        )
        own.register(self)

    def count(self, answer: Answer) -> None:
        """Count an answer to a question."""
        self._questions.labels(answer.status, answer.reader.kind).inc()
        if answer.reader.degraded:
            self._degraded.inc()

    def layer(self, app: ASGIApp) -> ASGIApp:
        """The application, each of whose calls is counted once it is over."""

        async def call(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            status = "none"  # whoever called has left before an answer

            async def note(message: Message) -> None:
                nonlocal status
                if message["type"] == "http.response.start":
                    status = str(message["status"])
                await send(message)

            start = time.perf_counter()
            try:
                await app(scope, receive, note)
            finally:
                route = getattr(scope.get("route"), "path", _OTHER)
                method = scope["method"] if scope["method"] in _METHODS else _OTHER
                self._calls.labels(route, method, status).inc()
                self._seconds.labels(route, method).observe(time.perf_counter() - start)

        return call

    def collect(self) -> "Iterable[Metric]":
        """What the store holds, read when it is asked for; nothing where it cannot be read."""
        from prometheus_client.core import GaugeMetricFamily

        try:
            with self._library.reader.view() as view:
                held = view.counts()
        except BylineError:  # /readyz says why; the other numbers are worth the more for it
            return
        yield GaugeMetricFamily("byline_articles", "Articles that are stored.", held.articles)
        yield GaugeMetricFamily("byline_passages", "Passages that are stored.", held.passages)

    def write(self, accept: str) -> tuple[bytes, str]:
        """All numbers, of all processes, in the form that is accepted, with its media type."""
        from prometheus_client import CollectorRegistry
        from prometheus_client.exposition import choose_encoder
        from prometheus_client.multiprocess import MultiProcessCollector

        found = self._own
        if _FOLDER in os.environ:
            found = CollectorRegistry()
            MultiProcessCollector(found)  # type: ignore[no-untyped-call]
            found.register(self)
        # What else is said of the form is not read: the library fails on versions that are no numbers.
        encode, media = choose_encoder(_OPEN if _OPEN in accept.lower() else "")
        return encode(found), media


def add_metrics(router: APIRouter, metrics: Metrics) -> None:
    """Add the route."""

    @router.get(
        "/metrics",
        response_class=Response,
        responses={
            200: {"content": {"text/plain": {"schema": {"type": "string"}}}},
            **list_faults("missing_key", "wrong_key", "missing_scope", "foreign_host", "internal"),
        },
        summary="Numbers for Prometheus",
        tags=["health"],
    )
    def get_metrics(request: Request) -> Response:
        """Calls by route, method and status, seconds, questions by what came of them, and what is stored."""
        body, media = metrics.write(request.headers.get("accept", ""))
        return Response(body, headers={"Content-Type": media})
