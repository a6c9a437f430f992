"""An answer as CSV, one row a report, which a spreadsheet can open without running anything."""

import csv
import io

from service.answering.answer import Answer, Link
from service.render.clean import clean_text

COLUMNS = ("claim", "outlet", "level", "chain", "quote", "article_id", "start", "end", "published", "url")
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
        for one in claim.reports:
            cells = (claim.text, one.outlet.label, one.outlet.level, _say_chain(one.chain), one.quote, one.article_id)
            tail = (one.published or "", urls.get(one.citation) or "")
            rows.writerow([*map(_defuse, cells), one.start, one.end, *map(_defuse, tail)])
    return written.getvalue()


def _say_chain(chain: tuple[Link, ...] | None) -> str:
    if chain is None:
        return ""
    return " < ".join(link.name for link in chain) or "own voice"


def _defuse(cell: str) -> str:
    safe = clean_text(cell)
    return f"'{safe}" if safe.lstrip(" ").startswith(_FORMULA) else safe
