"""Two articles side by side as text to be read in a terminal; one under the other where it is narrow."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from index.records import ChangeKind
from service.answering.changes import ChangeOut, SideOut
from service.answering.telling.words import quote
from service.render.clean import clean_line
from service.render.terminal import capture, indent, open_console
from service.showing.comparisons import ComparedArticle, ComparisonOut, ParagraphsOut

# From so many columns on there is room for two articles beside each other.
WIDE = 90
_KINDS: dict[ChangeKind, str] = {
    "quotation_altered": "quotation altered",
    "hedge_removed": "hedge removed",
    "hedge_added": "hedge added",
    "cue_firmer": "attributed more firmly",
    "cue_softer": "attributed more softly",
    "source_dropped": "source dropped",
    "source_added": "source added",
    "attribution_dropped": "attribution dropped",
    "attribution_added": "attribution added",
    "figure_changed": "figure changed",
    "paragraph_omitted": "paragraph omitted",
    "paragraph_added": "paragraph added",
    "label_changed": "called otherwise",
    "label_added": "label added",
    "label_dropped": "label dropped",
    "wording": "wording",
}
_DIRECTIONS = {"a_from_b": "A is from B", "b_from_a": "B is from A"}


def render_comparison(found: ComparisonOut, *, width: int, colour: bool) -> str:
    """Who is compared, how much they share, the changes gravest first, then the paragraphs."""
    console = open_console(width, colour)

    def show() -> None:
        _print_article("A", found.a, console)
        _print_article("B", found.b, console)
        kin = "one text" if found.is_copy else "two texts"
        direction = _DIRECTIONS.get(found.direction or "", "who had it from whom is not known")
        console.print(f"\n{found.containment:.0%} of the shorter stands in the other: {kin}; {direction}.")
        console.print(Text(clean_line(found.reason), "dim"))
        console.print(Text("\nChanges" if found.changes else "\nNo changes.", "bold"))
        for n, change in enumerate(found.changes, 1):
            _print_change(n, change, console)
        if found.paragraphs:
            console.print(Text("\nParagraphs", "bold"))
        for pair in found.paragraphs:
            _print_pair(pair, console, width)

    return capture(console, show)


def _print_article(name: str, one: ComparedArticle, console: Console) -> None:
    where = f"{clean_line(one.outlet.label)}, {clean_line(one.published or 'undated')}"
    console.print(Text.assemble((f"{name}  ", "bold"), clean_line(one.title or "untitled"), " — ", (where, "green")))
    console.print(indent(Text(one.id, "dim"), 3))


def _print_change(n: int, one: ChangeOut, console: Console) -> None:
    console.print(Text.assemble((f"{n}. ", "bold"), (_KINDS.get(one.kind, one.kind), "yellow")))
    for name, side in (("A", one.a), ("B", one.b)):
        console.print(indent(Text(f"{name}  {_say(side)}"), 3))
    for what, held in (("figures", one.figures), ("sources", one.sources)):
        if held:
            console.print(indent(Text(f"only here, {what}: {clean_line('; '.join(held))}", "dim"), 3))


def _print_pair(pair: ParagraphsOut, console: Console, width: int) -> None:
    """Both paragraphs; what is the same in both is dim."""
    style = "dim" if pair.equal else ""
    sides = [Text(clean_line(side.text) if side else "—", style) for side in (pair.a, pair.b)]
    if width >= WIDE:
        table = Table.grid(padding=(0, 3, 0, 0), expand=True)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(ratio=1, overflow="fold")
        table.add_row(*sides)
        console.print(table)
    elif pair.equal:
        console.print(Text.assemble(("=  ", "bold"), sides[0]))
    else:
        for name, side in zip("AB", sides, strict=True):
            console.print(Text.assemble((f"{name}  ", "bold"), side))
    console.print()


def _say(side: SideOut | None) -> str:
    return quote(clean_line(side.text)) if side else "—"
