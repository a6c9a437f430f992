"""Statements and sources as text to be read in a terminal: who says it, by whom, how, in which words."""

from rich.console import Console
from rich.text import Text

from index.records import Voice
from service.answering.answer import Link
from service.answering.telling.words import quote
from service.render.clean import clean_line
from service.render.lists import new_table
from service.render.terminal import capture, indent, open_console
from service.showing.shapes import QuotedStatement, SourceList, StatementList


def render_statements(page: StatementList, *, width: int, colour: bool) -> str:
    """A block for each statement: who published it, whom that outlet cites, what is said, and in which sentence."""
    console = open_console(width, colour)

    def show() -> None:
        for one in page.data:
            _print_statement(one, console)
        if not page.data:
            console.print("No statements.")
        for missing in page.missing:
            console.print(Text(clean_line(missing.text), "yellow"))
        if page.unread:
            console.print(Text(f"{_count(page.unread)} not been read for who says what: byline rebuild.", "dim"))
        if page.next_cursor:
            console.print(Text(f"More with: --cursor {page.next_cursor}", "dim"))

    return capture(console, show)


def render_sources(page: SourceList, *, width: int, colour: bool) -> str:
    """A line for each source, with the forms of its name."""
    console = open_console(width, colour)

    def show() -> None:
        table = new_table("source", "statements", "articles", "outlets", "written")
        for one in page.data:
            forms = "; ".join(form.name for form in one.forms[:6] if form.name != one.name)
            outlets = f"{one.outlets:,}" + (f" and {one.unnamed:,} unnamed" if one.unnamed else "")
            cells = (one.name, f"{one.statements:,}", f"{one.articles:,}", outlets, forms)
            table.add_row(*(Text(clean_line(cell), overflow="fold") for cell in cells))
        console.print(table if page.data else "No sources.")
        if page.next_cursor:
            console.print(Text(f"More with: --cursor {page.next_cursor}", "dim"))

    return capture(console, show)


def say_chain(chain: tuple[Link, ...] | None, voice: Voice | None = None) -> str:
    """A chain as it is read out, from the one the outlet cites to the one who spoke."""
    if chain is None:
        return "somebody’s words, and nothing says whose" if voice else "who says it has not been read"
    return ", citing ".join(clean_line(link.name) for link in chain) or "in its own voice"


def _print_statement(one: QuotedStatement, console: Console) -> None:
    where = f"{clean_line(one.outlet.label)}, {clean_line(one.published or 'undated')}: "
    how = [one.stance, one.form, f"“{clean_line(one.cue.text)}”" if one.cue else None]
    doubt = "perhaps the same source goes on" if one.continuation else None
    manner = ", ".join(part for part in (*how, doubt) if part)
    aside = (f" ({manner})" if manner else "", "dim")
    console.print(Text.assemble((where, "green"), say_chain(one.chain, one.voice), aside))
    content, sentence = clean_line(_content(one)), clean_line(one.quote)
    console.print(indent(Text(quote(content)), 4))
    if content != sentence:
        console.print(indent(Text(f"in: {sentence}", "dim"), 4))
    console.print(indent(Text(f"{one.id} [{one.sentence.start}, {one.sentence.end})", "dim"), 4))
    console.print()


def _content(one: QuotedStatement) -> str:
    return one.quote[one.content.start - one.sentence.start : one.content.end - one.sentence.start]


def _count(articles: int) -> str:
    return "1 article has" if articles == 1 else f"{articles:,} articles have"
