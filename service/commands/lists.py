"""The commands that list and lay side by side what the index holds. Heavy imports at first use."""

from __future__ import annotations

from typing import Annotated

import typer

from service.commands.options import AsJson, Cursor, Data, Limit, check, load_settings, show


def add_lists(app: typer.Typer) -> None:
    """Add the commands."""
    for name, command in (
        ("articles", articles_command),
        ("outlets", outlets_command),
        ("sources", sources_command),
        ("statements", statements_command),
        ("compare", compare_command),
    ):
        app.command(name)(command)


def articles_command(
    cursor: Annotated[str | None, typer.Option(help="List what comes after this id.")] = None,
    limit: Limit = 100,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """List the articles, by id."""
    from index.store.reader import StoreReader
    from service.render.lists import render_articles
    from service.showing.articles import show_articles

    with StoreReader(load_settings(data=data).data).view() as view:
        show(show_articles(view, cursor, limit), as_json, render_articles)


def outlets_command(as_json: AsJson = False, data: Data = None) -> None:
    """List the outlets that are named, and how each is known."""
    from index.store.reader import StoreReader
    from service.render.lists import render_outlets
    from service.showing.articles import show_outlets

    with StoreReader(load_settings(data=data).data).view() as view:
        show(show_outlets(view.outlets(), view.counts().unnamed), as_json, render_outlets)


def statements_command(
    source: Annotated[str | None, typer.Option(help="Only what cites this source, anywhere in its chain.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Only what this outlet published.")] = None,
    stance: Annotated[str | None, typer.Option(help="asserts, denies, admits, confirms, accuses, declines ...")] = None,
    contains: Annotated[str | None, typer.Option(help="Only what holds these words in a row.")] = None,
    article: Annotated[str | None, typer.Option(help="Only this article, by its id.")] = None,
    cursor: Cursor = None,
    limit: Limit = 100,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """List who is quoted as saying what, and by whom."""
    from index.store.reader import StoreReader
    from service.render.said import render_statements
    from service.requests import StatementsRequest
    from service.showing.lists import list_statements

    fields = {"source": source, "outlet": outlet, "stance": stance, "contains": contains, "article": article}
    request = check(StatementsRequest, {**fields, "cursor": cursor, "limit": limit})
    with StoreReader(load_settings(data=data).data).view() as view:
        show(list_statements(view, request), as_json, render_statements)


def sources_command(cursor: Cursor = None, limit: Limit = 100, as_json: AsJson = False, data: Data = None) -> None:
    """List everyone who is cited by name, most statements first."""
    from index.store.reader import StoreReader
    from service.render.said import render_sources
    from service.requests import SourcesRequest
    from service.showing.lists import list_sources

    request = check(SourcesRequest, {"cursor": cursor, "limit": limit})
    with StoreReader(load_settings(data=data).data).view() as view:
        show(list_sources(view, request), as_json, render_sources)


def compare_command(
    article: Annotated[str, typer.Argument(help="The id of an article.")],
    other: Annotated[str, typer.Argument(metavar="ARTICLE", help="The id of another.")],
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Lay two articles side by side, and say what one of them changed."""
    from index.store.reader import StoreReader
    from service.render.comparison import render_comparison
    from service.showing.comparisons import compare

    with StoreReader(load_settings(data=data).data).view() as view:
        show(compare(view, article, other), as_json, render_comparison)
