"""The command line: reads options, builds what a command needs, shows what comes of it. Heavy imports at first use."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from index.errors import BylineError
from service.commands.evaluating import add_evaluate
from service.commands.lists import add_lists
from service.commands.options import (
    Articles,
    AsJson,
    Data,
    Form,
    From,
    Outlets,
    Sources,
    To,
    Today,
    check,
    load_settings,
    measure_terminal,
    show,
)

if TYPE_CHECKING:
    from index.attribution.found import Parser
    from index.search.embedding import Embedder
    from index.search.search import Search
    from service.answering.answer import Answer
    from service.settings import Settings

# Calls of the one program that `byline mcp` serves, answered side by side.
_AT_ONCE = 4

app = typer.Typer(
    name="byline",
    help="Answers questions over news articles and says which outlet made each claim.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run a command. Exit code 0: done; 1: the work failed; 2: wrong use."""
    from service.errors import RequestError, SettingsError

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        app(prog_name="byline")
    except (SettingsError, RequestError) as error:
        _fail(str(error), 2)
    except (BylineError, OSError) as error:
        _fail(str(error), 1)
    except KeyboardInterrupt:
        _fail("stopped", 1)
    except Exception as error:
        if os.environ.get("BYLINE_LOG_LEVEL", "").lower() == "debug":
            raise
        why = f"unexpected {type(error).__name__}: {error}"
        _fail(f"{why} (a fault of Byline; BYLINE_LOG_LEVEL=debug shows where it arose)", 1)


@app.command("index")
def index_command(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders to read.")],
    outlet: Annotated[str | None, typer.Option(help="Who published them, where they do not say.")] = None,
    published: Annotated[str | None, typer.Option(help="When, as an ISO 8601 day or time.")] = None,
    manifest: Annotated[
        Path | None, typer.Option(help="CSV or JSON Lines: path, outlet, title, published, url.")
    ] = None,
    data: Data = None,
) -> None:
    """Read articles into the index: text, HTML, JSON and JSON Lines, each also as .gz. May be stopped and run again."""
    from index.errors import ReadError
    from index.reading.raw.fields import parse_declared
    from index.reading.raw.manifest import read_manifest
    from service.commands.indexing import index_paths
    from service.errors import RequestError

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whichever way it is stopped, it sums up what is stored
    settings = load_settings(data=data)
    try:
        declared = parse_declared({"outlet": outlet, "published": published}, path="option")
        rows = read_manifest(manifest) if manifest else None
    except ReadError as error:
        raise RequestError("invalid_value", str(error)) from error
    if not index_paths(paths, settings.data, _name_embedder(settings), declared, rows, _load_parser(settings)):
        raise typer.Exit(1)


@app.command("ask")
def ask_command(
    question: Annotated[str, typer.Argument(help="The question, in quotation marks.")],
    outlet: Outlets = [],  # noqa: B006 - typer copies it
    source: Sources = [],  # noqa: B006
    article: Articles = [],  # noqa: B006
    from_: From = None,
    to: To = None,
    today: Today = None,
    format_: Annotated[Form, typer.Option("--format", help="How the answer is printed.")] = "text",
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Ask a question; every quote in the answer stands in an article."""
    from service.answering.readers import open_reader
    from service.ask import ask
    from service.requests import AskRequest

    fields = {"question": question, "outlets": outlet, "sources": source, "articles": article, "from": from_, "to": to}
    fields["today"] = today
    request = check(AskRequest, fields)
    settings = load_settings(data=data)
    with open_reader(settings) as reader:
        answer = ask(request, _open_search(settings), reader)
    _print_answer(answer, "json" if as_json else format_)


@app.command("search")
def search_command(
    query: Annotated[str, typer.Argument(help="What to look for.")],
    k: Annotated[int, typer.Option("--k", help="How many passages, at most.")] = 10,
    outlet: Outlets = [],  # noqa: B006
    source: Sources = [],  # noqa: B006
    article: Articles = [],  # noqa: B006
    from_: From = None,
    to: To = None,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Find the passages nearest to a query."""
    from service.render.lists import render_hits
    from service.requests import SearchRequest
    from service.showing.hits import find_passages

    confined = {"outlets": outlet, "sources": source, "articles": article, "from": from_, "to": to}
    request = check(SearchRequest, {"query": query, "k": k, **confined})
    found = find_passages(request, _open_search(load_settings(data=data)))
    show(found, as_json, render_hits)


@app.command("serve")
def serve_command(
    host: Annotated[str | None, typer.Option(help="Address to listen on (BYLINE_HOST, 127.0.0.1).")] = None,
    port: Annotated[int | None, typer.Option(help="Port; 0 takes a free one (BYLINE_PORT, 8000).")] = None,
    workers: Annotated[
        int | None, typer.Option(help="Processes that answer (BYLINE_WORKERS; one a core, at most 4).")
    ] = None,
    data: Data = None,
) -> None:
    """Serve the index over HTTP until stopped."""
    from service.settings import require_key

    settings = load_settings(data=data, host=host, port=port, workers=workers)
    require_key(settings)
    from service.api.app import build_app
    from service.api.metrics import share_counts
    from service.api.serve import count_workers, serve
    from service.library import Library

    with share_counts(count_workers(settings)):
        serve(build_app(settings, Library(settings.data, _name_embedder(settings), _load_parser(settings))), settings)


@app.command("mcp")
def mcp_command(data: Data = None) -> None:
    """Serve the index to the program that starts this, over standard input and output (Model Context Protocol)."""
    from service.answering.readers import open_reader
    from service.api.mcp.serve import serve_stdio
    from service.api.mcp.tools import Desk
    from service.ask import ask

    settings = load_settings(data=data)
    search, base = _open_search(settings), settings.public_url or f"http://127.0.0.1:{settings.port}"
    with open_reader(settings) as reader:
        serve_stdio(Desk(lambda: search, lambda request: ask(request, search, reader), _AT_ONCE), base)


add_lists(app)
add_evaluate(app)


@app.command("check")
def check_command(data: Data = None) -> None:
    """Prove that the store is whole and its caches agree with it; exit code 1 where they do not."""
    from index.search.check import check_index
    from service.render.clean import clean_line

    unsound: set[str] = set()
    for name, faults in check_index(_open_search(load_settings(data=data))):
        typer.echo(f"{name}: {'ok' if not faults else f'{len(faults)} faults'}")
        for fault in faults[:20]:
            unsound.add(name)
            typer.echo(f"  {clean_line(fault)}")
    if unsound:
        of_store = "the store itself is damaged, which no rebuild mends: restore it from a copy"
        of_caches = "store and caches do not agree; byline rebuild makes the caches anew from the store"
        _fail(of_store if unsound & {"store", "stored vectors"} else of_caches, 1)


@app.command("rebuild")
def rebuild_command(data: Data = None) -> None:
    """Make the caches anew from the store; with another embedder than the index has, every vector too."""
    from service.commands.rebuilding import rebuild

    settings = load_settings(data=data)
    held = rebuild(
        settings.data, _name_embedder(settings), lambda line: typer.echo(line, err=True), _load_parser(settings)
    )
    typer.echo(f"rebuilt: {held:,} passages in both caches")


@app.command("doctor")
def doctor_command(data: Data = None) -> None:
    """Look at everything Byline stands on, and say what to do where something is amiss."""
    from service.commands.doctor import examine
    from service.render.clean import clean_line

    failed = False
    for one in examine(load_settings(data=data)):
        failed |= one.level == "fail"
        typer.echo(f"{one.level:<5}{one.what}: {clean_line(one.found)}")
        if one.advice:
            typer.echo(f"     {clean_line(one.advice)}")
    if failed:
        raise typer.Exit(1)


@app.command("version")
def version_command() -> None:
    """Print the version."""
    from service.version import read_version

    typer.echo(read_version())


def _load_parser(settings: Settings) -> Parser | None:
    if settings.attribution == "rules":
        return None
    from index.attribution.parsed import load_parser

    return load_parser()


def _name_embedder(settings: Settings) -> Embedder:
    from service.settings import name_embedder

    return name_embedder(settings)


def _open_search(settings: Settings) -> Search:
    from index.search.search import Search

    return Search(settings.data, _name_embedder(settings))


def _print_answer(answer: Answer, form: Form) -> None:
    if form == "json":
        show(answer, True, None)
    elif form == "csv":
        from service.render.table import render_csv

        typer.echo(render_csv(answer), nl=False)
    elif form == "md":
        from service.render.markdown import render_markdown

        typer.echo(render_markdown(answer), nl=False)
    else:
        from service.render.terminal import render_terminal

        typer.echo(render_terminal(answer, **measure_terminal()), nl=False, color=True)


def _fail(message: str, code: int) -> None:
    from service.render.clean import clean_line

    typer.echo(f"byline: {clean_line(message)}", err=True)
    sys.exit(code)
