"""How often the masthead read from a text alone names the right outlet and day; never how it is read."""

import argparse
import gzip
import hashlib
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from index.reading.html.visible import read_blocks
from index.reading.lines.label import label_lines
from index.reading.masthead.names import fold_name
from index.reading.masthead.read import read_masthead
from index.records import Declared, Masthead

# What the outlets of the gold call themselves, where that is not the gold's own words. Only this benchmark knows it.
ALIASES: Mapping[str, tuple[str, ...]] = {
    "huff-post": ("huffingtonpost", "huffpost"),
    "nyt": ("newyorktimes", "times"),
    "wash-post": ("washingtonpost", "post"),
    "west-journal": ("westernjournalism", "westernjournal"),
    "The Daily Caller": ("thedcnf", "dcnf", "dailycallernewsfoundation"),
    "Christian Science Monitor": ("monitor", "csmonitor"),
    "TheBlaze.com": ("blaze",),
    "Fox Online News": ("foxnews",),
    "NPR Online News": ("npr",),
    "BBC News": ("bbc",),
    "www.jpost.com": ("jerusalempost",),
    "abc7ny.com": ("wabc",),
}
_QUALIFIER = re.compile(r"\(.*\)| - .*| Online News$|\.com$")


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_report_half(key: str) -> bool:
    """Whether a row belongs to the half that figures are reported on; rules were tuned on the other."""
    return hashlib.sha256(key.encode()).digest()[0] % 2 == 1


def matches_gold(name: str, gold: str, domain: str = "") -> bool:
    """Whether a name is the gold's, leniently: an alias, its initials, its domain, or one within the other."""
    found, wanted = fold_name(name), fold_name(_QUALIFIER.sub("", gold))
    labels = [label.replace("-", "") for label in domain.split(".")[:-1] if label not in ("www", "blog", "co", "com")]
    initials = "".join(word[0] for word in gold.casefold().split() if word != "the")
    if any(alias in (found, wanted) for alias in ALIASES.get(gold or domain, ())):
        return True
    if any(found in (label, domain) or (len(found) > 3 and (found in label or label in found)) for label in labels):
        return True
    return bool(wanted) and (found == initials or wanted in found or (len(found) > 2 and found in wanted))


def read_alone(text: str) -> Masthead:
    """The masthead of a text with nothing declared."""
    return read_masthead(text, label_lines(text), Declared())


def score_outlets(
    name: str, rows: Iterable[tuple[str, str, str, str]], verbose: bool
) -> Iterator[tuple[str, Masthead]]:
    """Print right, wrong and unknown over rows of id, text, gold and domain; yields each masthead for its date."""
    counts: Counter[str] = Counter()
    levels: Counter[str] = Counter()
    copies = 0
    for key, text, gold, domain in rows:
        masthead = read_alone(text)
        yield key, masthead
        copies += masthead.copied_from is not None
        outlet = masthead.outlet
        if outlet.name is None:
            counts["unknown"] += 1
            continue
        verdict = "right" if matches_gold(outlet.name, gold, domain) else "wrong"
        counts[verdict] += 1
        levels[f"{outlet.level} {verdict}"] += 1
        if verdict == "wrong" or verbose:
            evidence = [(one.reason, one.text) for one in outlet.evidence[:3]]
            print(f"  {verdict} {key[:40]} gold {gold or domain}: {outlet.name} ({outlet.level}) {evidence}")
    total = max(1, counts.total())
    print(
        f"{name}: {counts.total()} texts, outlet right {counts['right']}, wrong {counts['wrong']}"
        f" ({counts['wrong'] / total:.2%}), unknown {counts['unknown']}; {dict(levels)}; copy marks {copies}"
    )


def score_dates(name: str, mastheads: Iterable[tuple[str, Masthead]], gold: Mapping[str, str]) -> None:
    """Print right, wrong and unknown days against the gold's, a day either side being another day."""
    counts: Counter[str] = Counter()
    for key, masthead in mastheads:
        day = masthead.published.day
        verdict = "unknown" if day is None else "right" if day.isoformat() == gold[key] else "wrong"
        counts[verdict] += 1
        if verdict == "wrong":
            print(f"  wrong day {key[:40]} gold {gold[key]}: {masthead.published}")
    total = max(1, counts.total())
    print(
        f"{name}: day right {counts['right']}, wrong {counts['wrong']} ({counts['wrong'] / total:.2%}),"
        f" unknown {counts['unknown']}"
    )


def score_news(data: Path, report: bool, n: int, verbose: bool) -> None:
    """Texts alone from PolNeAR and AllSides, whose gold names outlet and date."""
    polnear = [row for row in read_rows(data / "polnear/dev.jsonl.gz") if is_report_half(row["id"]) == report]
    allsides = [
        row for row in read_rows(data / "allsides_articles/corpus.jsonl.gz") if is_report_half(row["id"]) == report
    ]
    allsides = random.Random(5).sample(allsides, min(n, len(allsides)))  # noqa: S311
    for name, rows, outlet in (("polnear", polnear, "publisher"), ("allsides_articles", allsides, "outlet")):
        pairs = [(row["id"], row["text"], row[outlet], row.get("domain", "")) for row in rows]
        mastheads = list(score_outlets(name, pairs, verbose))
        score_dates(name, mastheads, {row["id"]: row["date"][:10] for row in rows})


def score_pages(data: Path, report: bool, verbose: bool) -> None:
    """Whole pages as text: Zyte's raw texts for the outlet, web_extraction's HTML as text for outlet and date."""
    from lxml.html import document_fromstring

    zyte = [row for row in read_rows(data / "zyte_articles/dev.jsonl.gz") if is_report_half(row["id"]) == report]
    for field in ("raw_text_htmltext", "raw_text_inscriptis"):
        pairs = [(row["url"], row[field], "", row["url"].split("/")[2]) for row in zyte]
        for _ in score_outlets(f"zyte_articles {field}", pairs, verbose):
            pass
    for file in ("dev", "dates_dev"):
        rows = read_rows(data / f"web_extraction/{file}.jsonl.gz")
        rows = [row for row in rows if row["html"] and row["date"] and is_report_half(row["url"]) == report]
        pairs = [
            (
                row["url"],
                "\n".join(block.text for block in read_blocks(document_fromstring(row["html"].encode()))),
                "",
                row["url"].split("/")[2],
            )
            for row in rows
        ]
        mastheads = list(score_outlets(f"web_extraction {file}", pairs, verbose))
        score_dates(f"web_extraction {file}", mastheads, {row["url"]: row["date"] for row in rows})


def main() -> None:
    """Read the options and print every measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--half", choices=("report", "tune"), default="report")
    parser.add_argument("--n", type=int, default=3000, help="articles drawn from allsides_articles")
    parser.add_argument("--rows", action="store_true", help="print right answers too")
    given = parser.parse_args()
    score_news(given.data, given.half == "report", given.n, given.rows)
    score_pages(given.data, given.half == "report", given.rows)


if __name__ == "__main__":
    main()
