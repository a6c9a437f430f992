"""Articles for the tests of attribution: every line body, one paragraph a line."""

from index.attribution.found import Parser
from index.attribution.read import read_statements
from index.reading.sentences import split_sentences
from index.records import Article, Label, Line, Link, Masthead, Outlet, Span, Statement


def write_article(text: str, outlet: str | None = None, language: str | None = "en", first: Label = "body") -> Article:
    """An article of these lines, its first line labelled as told."""
    lines, start = [], 0
    for n, line in enumerate(text.split("\n")):
        lines.append(Line(start, start + len(line), first if n == 0 else "body", "test"))
        start += len(line) + 1
    masthead = Masthead(outlet=Outlet(outlet, "declared") if outlet else Outlet())
    return Article("a", "0123456789abcdef", text, tuple(lines), masthead, language=language)


def read_text(text: str, outlet: str | None = None, parser: Parser | None = None) -> tuple[Statement, ...]:
    """The statements of a text, its sentences split as they are when it is indexed."""
    article = write_article(text, outlet)
    return read_statements(article, split_sentences(text, article.lines), parser)


def write_chain(text: str, chain: tuple[Link, ...] | None) -> str:
    """A chain in one line: "SANA > a source", "it=SANA" where carried, "-" for the outlet, "?" where nobody is told."""
    if chain is None:
        return "?"
    return (
        " > ".join(f"{text[one.start : one.end]}={one.name}" if one.carried_from else one.name for one in chain) or "-"
    )


def tell(text: str, outlet: str | None = None, parser: Parser | None = None) -> list[tuple[str, str, str]]:
    """Chain, stance and content of every statement of a text."""
    return [
        (write_chain(text, one.chain), str(one.stance), text[one.content.start : one.content.end])
        for one in read_text(text, outlet, parser)
    ]


def slice_span(text: str, span: Span) -> str:
    """The words of a span."""
    return text[span.start : span.end]
