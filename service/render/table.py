"""An answer as CSV, one row a report, which a spreadsheet can open without running anything."""

import csv
import io

from service.answering.answer import Answer, Figure, Relation
from service.render.clean import clean_text
from service.render.sources import say_chain

COLUMNS = (
    "claim", "outlet", "level", "chain", "quote", "article_id", "start", "end", "published", "url",
    "stance", "hedges", "figure", "agreement", "origin", "copy", "relations",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render_csv(answer: Answer) -> str:
    """A header and a row for each report, claims in order; unknown is empty, the outlet's own voice says so.

    `chain` runs from the one the outlet cites to the one who spoke. A cell that a spreadsheet would take for a
    formula begins with an apostrophe.
    """
    urls = {one.n: one.url for one in answer.citations}
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(COLUMNS)
    for claim in answer.claims:
        related = [f"{one.kind} {_other(one, claim.id)}" for one in answer.relations if claim.id in (one.from_, one.to)]
        for one in claim.reports:
            cells = (claim.text, one.outlet.label, one.outlet.level, say_chain(one.chain), one.quote, one.article_id)
            tail = (
                one.published or "",
                urls.get(one.citation) or "",
                one.stance or "",
                "; ".join(hedge.text for hedge in one.hedges),
                _write_figure(one.figure) if one.figure else "",
                claim.agreement,
                one.origin,
                one.copy_ or "",
                "; ".join(related),
            )
            rows.writerow([*map(defuse_cell, cells), one.start, one.end, *map(defuse_cell, tail)])
    return written.getvalue()


def _write_figure(figure: Figure) -> str:
    """The figure as it is held, with every digit: never in powers of ten, never with a fraction that it has not."""
    value = int(figure.value) if figure.value.is_integer() else figure.value
    return f"{figure.bound} {value} {figure.unit or ''}".strip()


def _other(relation: Relation, claim_id: str) -> str:
    return relation.to if relation.from_ == claim_id else relation.from_


def defuse_cell(cell: str) -> str:
    """The words of a cell, safe to print; what a spreadsheet would take for a formula begins with an apostrophe."""
    safe = clean_text(cell)
    return f"'{safe}" if safe.lstrip(" ").startswith(_FORMULA) else safe
