"""Hits, articles and outlets as text to be read in a terminal."""

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from service.render.clean import clean_line
from service.render.terminal import capture, hang, indent, open_console
from service.showing.labels import plain_name
from service.showing.shapes import ArticleList, HitList, OutletList


def render_hits(found: HitList, *, width: int, colour: bool) -> str:
    """Each hit with its place and who published it, then its words."""
    console = open_console(width, colour)

    def show() -> None:
        for hit in found.hits:
            passage = hit.passage
            where = f"{clean_line(passage.outlet.label)}, {clean_line(passage.published or 'undated')}"
            title = clean_line(passage.title or "untitled")
            console.print(hang(Text.assemble((f"{hit.rank}. ", "bold"), title, " — ", (where, "green")), 4))
            console.print(indent(Text(f"{passage.id} [{passage.start}, {passage.end})", "dim"), 4))
            console.print(Padding(Text(clean_line(passage.text)), (0, 0, 1, 4)))
        if not found.hits:
            console.print("Nothing found.")
        for missing in found.missing:
            console.print(Text(clean_line(missing.text), "yellow"))

    return capture(console, show)


def render_articles(page: ArticleList, *, width: int, colour: bool) -> str:
    """A line for each article."""
    console = open_console(width, colour)

    def show() -> None:
        table = new_table("id", "outlet", "published", "title")
        for one in page.data:
            cells = (one.id, one.outlet.label, one.published or "undated", one.title or "untitled")
            table.add_row(*(Text(clean_line(cell), overflow="fold") for cell in cells))
        console.print(table if page.data else "No articles.")
        if page.next_cursor:
            console.print(Text(f"More with: --cursor {page.next_cursor}", "dim"))

    return capture(console, show)


def render_outlets(found: OutletList, *, width: int, colour: bool) -> str:
    """A line for each outlet, and how many articles have none that is known."""
    console = open_console(width, colour)

    def show() -> None:
        table = new_table("outlet", "articles", "known as")
        for one in found.data:
            cells = (plain_name(one.name), f"{one.articles:,}", ", ".join(one.levels))
            table.add_row(*(Text(clean_line(cell), overflow="fold") for cell in cells))
        if found.data:
            console.print(table)
        _print_unnamed(found.unnamed, console)

    return capture(console, show)


def _print_unnamed(unnamed: int, console: Console) -> None:
    articles = "1 article is" if unnamed == 1 else f"{unnamed:,} articles are"
    console.print(Text(f"{articles} of outlets that are not named.", "dim"))


def new_table(*names: str) -> Table:
    """A table without lines, with a heading over each column."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for name in names:
        table.add_column(name)
    return table
