"""An answer as text to be read in a terminal, in colour where there is colour."""

import io
from collections.abc import Callable

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from service.answering.answer import Answer, Citation, Claim, Nearest, Report
from service.answering.changes import Compared
from service.answering.telling.words import quote
from service.render.clean import clean_line, safe_url
from service.render.sources import (
    group_reports,
    say_change,
    say_comparison,
    say_copy,
    say_relation,
    say_report,
    say_strength,
)


def render_terminal(answer: Answer, *, width: int, colour: bool) -> str:
    """The answer, wrapped at `width` columns; escape codes only where `colour` is true, and never the article's."""
    console = open_console(width, colour)
    return capture(console, lambda: _print_answer(answer, console))


def open_console(width: int, colour: bool) -> Console:
    """A console that takes every text as it is, and writes escape codes only where `colour` is true."""
    return Console(
        file=io.StringIO(),
        width=max(width, 30),
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def capture(console: Console, show: Callable[[], None]) -> str:
    """What `show` prints on the console, without spaces at the ends of lines."""
    with console.capture() as captured:
        show()
    return "\n".join(line.rstrip() for line in captured.get().split("\n")).rstrip("\n") + "\n"


def _print_answer(answer: Answer, console: Console) -> None:
    console.print(Text(clean_line(answer.direct.text), "bold"))
    for n, claim in enumerate(answer.claims, 1):
        console.print()
        _print_claim(n, claim, console)
    _print_relations(answer, console)
    missing = [clean_line(one.text) for one in answer.missing]
    for text in missing if missing != [clean_line(answer.direct.text)] else ():
        console.print(Padding(Text(f"Missing: {text}", "yellow"), (1, 0, 0, 0)))
    if answer.nearest:
        console.print(Text("\nNear it, but no answer to it:", "dim"))
        for near in answer.nearest:
            _print_nearest(near, console)
    for comparison in answer.comparisons:
        _print_comparison(comparison, answer, console)
    if answer.citations:
        console.print(Text("\nCited", "bold"))
        for citation in answer.citations:
            _print_citation(citation, console)
        for copy in answer.copies:
            console.print(indent(Text(clean_line(say_copy(copy)), "dim"), 4))
    console.print(Text(f"\n{_say_searched(answer)}", "dim"))


def _print_relations(answer: Answer, console: Console) -> None:
    names = {one.id: str(n) for n, one in enumerate(answer.claims, 1)}
    for n, one in enumerate(answer.relations):
        console.print(Text(("" if n else "\n") + clean_line(say_relation(one, names))))


def _print_comparison(comparison: Compared, answer: Answer, console: Console) -> None:
    if not comparison.changes:
        return
    console.print(Text(f"\n{clean_line(say_comparison(comparison, answer.citations))}", "bold"))
    for change in comparison.changes:
        console.print(hang(Text(f"- {clean_line(say_change(change))}"), 2))


def _print_claim(n: int, claim: Claim, console: Console) -> None:
    text = clean_line(claim.text)
    head = Text.assemble((f"{n}. ", "bold"), mark_citations(text, claim))
    head.highlight_regex(r"\[\d+\]", "cyan")
    for report in claim.reports:
        _emphasise(head, report)
    console.print(hang(head, 3))
    for alike in group_reports(claim, text):
        for report in alike:
            label = f"{clean_line(report.outlet.label)}, {clean_line(report.published or 'undated')}"
            how = clean_line(say_report(report))
            parts = [(f"[{report.citation}] ", "cyan"), (label, "green"), (f"; {how}" if how else "", "dim")]
            console.print(indent(Text.assemble(*parts), 3))
        words = Text(quote(clean_line(alike[0].quote)))
        for report in alike:
            _emphasise(words, report)
        console.print(indent(words, 7))
    if strength := say_strength(claim):
        console.print(indent(Text(clean_line(strength), "dim"), 3))


def mark_citations(text: str, claim: Claim) -> str:
    """The text of a claim with the numbers of its citations behind it, where it does not bear them itself."""
    marks = dict.fromkeys(f"[{one.citation}]" for one in claim.reports)
    return " ".join([text, "".join(mark for mark in marks if mark not in text)]).rstrip()


def _emphasise(text: Text, report: Report) -> None:
    """Set in bold what the quote is there for, where that is less than the whole of it."""
    low, high = (report.content.start - report.start, report.content.end - report.start)
    content = clean_line(report.quote[max(low, 0) : max(high, 0)])
    quoted = text.plain.find(clean_line(report.quote))
    if quoted >= 0 and content and content != clean_line(report.quote):
        at = text.plain.find(content, quoted)
        text.stylize("bold", at, at + len(content))


def _print_nearest(near: Nearest, console: Console) -> None:
    console.print(indent(Text.assemble((f"{clean_line(near.outlet.label)}: ", "green"), clean_line(near.quote)), 3))


def _print_citation(one: Citation, console: Console) -> None:
    title = clean_line(one.title) if one.title else "untitled"
    rest = f"{clean_line(one.outlet)}, {clean_line(one.published) if one.published else 'undated'}"
    head = Text.assemble((f"[{one.n}] ", "cyan"), title, " — ", (rest, "green"))
    if one.article_id not in rest:
        head.append(f" ({one.article_id})", "dim")
    console.print(hang(head, 4))
    if one.url:
        console.print(indent(Text(safe_url(one.url) or clean_line(one.url), "blue", overflow="fold"), 4))


def _say_searched(answer: Answer) -> str:
    held = answer.searched
    named = "1 named outlet" if held.outlets == 1 else f"{held.outlets} named outlets"
    articles = "1 article" if held.articles == 1 else f"{held.articles} articles"
    return f"Searched {articles}: {named}, {held.unnamed} unnamed, {held.undated} undated."


def indent(text: RenderableType, columns: int) -> Padding:
    """The text that many columns to the right."""
    return Padding(text, (0, 0, 0, columns))


def hang(text: Text, columns: int) -> RenderableType:
    """The text with its first word, a number, hanging to the left of the rest, which begins at `columns` at least."""
    grid = Table.grid(padding=0)
    grid.add_column(width=max(columns, len(text.plain[: text.plain.find(" ") + 1])))
    grid.add_column(ratio=1, overflow="fold")
    at = text.plain.find(" ") + 1
    grid.add_row(text[:at], text[at:])
    return grid
