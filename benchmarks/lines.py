"""Measures, and with --write trains, the labelling of lines: plain text, HTML, clean text and the samples."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from benchmarks.line_training import (
    Trainer,
    TrainingPage,
    dump_model,
    read_pages,
    read_rows,
    score_texts,
)
from index.errors import ReadError
from index.reading.lines.label import label_blocks, label_lines
from index.reading.lines.model import LineModel

ROOT = Path(__file__).resolve().parent.parent
MODEL = ROOT / "index/reading/lines/model.json"
RENDERINGS = ("htmltext", "inscriptis", "blocks")
CLEAN = {
    "polnear/dev": 928,
    "realtimeqa/docs_dev": 1_838,
    "allsides_articles/corpus": 2_000,
}


def keep_body(page: TrainingPage, model: LineModel) -> str:
    """Return the text that labelling keeps as body of a page, with the given model in place of the shipped one."""
    roles = label_blocks(page.lines, page.blanks, None, model)
    return "\n".join(line for line, role in zip(page.lines, roles, strict=True) if role.label == "body")


def print_score(name: str, pairs: Sequence[tuple[str, str]]) -> None:
    """Print one row of a table of scores."""
    print(f"{name:<34} F1 {{:.3f}}  precision {{:.3f}}  recall {{:.3f}}".format(*score_texts(pairs)))


def print_plain(trainer: Trainer) -> None:
    """Print cross-validated scores from plain text, each page by a model that has not seen its site."""
    print("# from plain text, cross-validated by site; the 88 annotated pages, HTML thrown away")
    kept = {i: keep_body(trainer.pages[i], model) for i, model in trainer.cross_validate()}
    for name in (*RENDERINGS, "clean", "extractor"):
        chosen = [i for i, page in enumerate(trainer.pages) if page.rendering == name]
        print_score(name, [(trainer.pages[i].gold, kept[i]) for i in chosen])
        if name in RENDERINGS:
            whole = [(trainer.pages[i].gold, "\n".join(trainer.pages[i].lines)) for i in chosen]
            print_score(f"  all visible text of {name}", whole)


def print_html(data: Path) -> None:
    """Print scores from HTML, beside the outputs of other systems on the same pages."""
    from index.reading.html.page import read_html

    print("# from HTML, the same pages")
    rows = read_rows(data / "zyte_articles/dev.jsonl.gz")
    pairs = []
    for row in rows:
        try:
            page = read_html(row["html"], row["id"])
            body = "\n".join(page.text[x.start : x.end] for x in page.lines if x.label == "body")
        except ReadError as error:
            print(f"  {error}")
            body = ""
        pairs.append((row["articleBody"], body))
    print_score("Byline", pairs)
    gold = {row["id"]: row["articleBody"] for row in rows}
    others = read_rows(data / "zyte_articles/rival_outputs_dev.jsonl.gz")
    for system in sorted({row["system"] for row in others}):
        print_score(system, [(gold[r["id"]], r["articleBody"] or "") for r in others if r["system"] == system])


def print_dates(data: Path) -> None:
    """Print how many days htmldate finds and gets right on pages with HTML."""
    from index.reading.html.hints import find_day

    rows = [r for r in read_rows(data / "web_extraction/dates_dev.jsonl.gz") if r.get("html")]
    found = [(find_day(row["html"]), row["date"]) for row in rows]
    right = sum(day == gold for day, gold in found)
    dated = sum(
        isinstance(gold, str) and gold != "nan" for _, gold in found
    )  # the set has NaN for a page without a date
    precision, recall = right / sum(day is not None for day, _ in found), right / dated
    f1 = 2 * precision * recall / (precision + recall)
    print(f"# dates, {len(rows)} pages: F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}")


def print_clean(data: Path) -> None:
    """Print the share of characters kept, as body or title, of texts that hold nothing but the article."""
    print("# clean texts: share of the characters outside white space that stay body (or body and title)")
    for name, limit in CLEAN.items():
        kept = titled = total = touched = 0
        for row in read_rows(data / f"{name}.jsonl.gz")[:limit]:
            text = row["text"] or ""
            lost = 0
            for line in label_lines(text):
                size = len("".join(text[line.start : line.end].split()))
                total += size
                kept += size * (line.label == "body")
                titled += size * (line.label in ("body", "title"))
                lost += line.label not in ("body", "title")
            touched += lost > 0
        print(f"{name:<34} body {kept / total:.4f}  with title {titled / total:.4f}  texts touched {touched}")


def print_samples() -> None:
    """Print every line of the samples with its label; the gold labels are in the tests."""
    for path in sorted((ROOT / "corpus").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        print(f"# {path.name}")
        for line in label_lines(text):
            print(f"{line.label:<10}{text[line.start : line.end].strip()[:70]:<72}{line.reason}")


def main() -> None:
    """Train and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / "../shared/data")
    parser.add_argument("--write", action="store_true", help="train on all pages and write the coefficients")
    parser.add_argument("--only", choices=["plain", "html", "dates", "clean", "samples"], default=None)
    options = parser.parse_args()
    data, only = cast(Path, options.data), options.only
    if options.write or only in (None, "plain"):
        trainer = Trainer(list(read_pages(data)))
        if options.write:
            model = trainer.fit(range(len(trainer.pages)))
            MODEL.write_text(dump_model(model), encoding="utf-8")
            print(f"wrote {MODEL.relative_to(ROOT)}")
            return
        print_plain(trainer)
    if only in (None, "html"):
        print_html(data)
    if only in (None, "dates"):
        print_dates(data)
    if only in (None, "clean"):
        print_clean(data)
    if only in (None, "samples"):
        print_samples()


if __name__ == "__main__":
    main()
