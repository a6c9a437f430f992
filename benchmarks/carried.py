"""Statements drawn at random whose source is carried from an earlier sentence, printed for judging one by one.

python -m benchmarks.carried [--draw 40] [--seed 3] [--leaning] [--data ../shared/data]
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.newsroom import make_article, read_rows
from index.attribution.read import read_statements
from index.reading.sentences import split_sentences
from index.records import Article, Link, Statement

SHOWN = 3  # sentences shown before the one that leans on them, at least


def main() -> None:
    """Print each case: the sentences from the one that holds the name, the carried words, and what they stand for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draw", type=int, default=40)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--leaning", action="store_true", help='only words other than the name ("he", "the agency")')
    options = parser.parse_args()
    rows = read_rows(options.data / "polnear/dev.jsonl.gz")
    cases, statements = [], 0
    for row in rows:
        article = make_article(str(row["id"]), row["title"], row["text"])
        found = read_statements(article, split_sentences(article.text, article.lines))
        statements += len(found)
        carried = ((article, one, link) for one, link in find_carried(found))
        cases += [case for case in carried if not options.leaning or _leans(case[0], case[2])]
    print(f"{len(rows)} articles, {statements} statements, {len(cases)} links carried; {options.draw} drawn\n")
    drawn = random.Random(options.seed).sample(cases, min(options.draw, len(cases)))  # noqa: S311
    for number, (article, one, link) in enumerate(drawn, 1):
        print(f"{number:>2}. {show_case(article, one, link)}\n")


def find_carried(statements: tuple[Statement, ...]) -> Iterator[tuple[Statement, Link]]:
    """Each link that is carried, with its statement."""
    for one in statements:
        for link in one.chain or ():
            if link.carried_from:
                yield one, link


def _leans(article: Article, link: Link) -> bool:
    return article.text[link.start : link.end] not in link.name


def show_case(article: Article, one: Statement, link: Link) -> str:
    """The words carried, the name they are taken for, the rule, and the text from where the name stands."""
    assert link.carried_from is not None
    text = article.text
    words, name = text[link.start : link.end], text[link.carried_from.start : link.carried_from.end]
    sentences = split_sentences(text, article.lines)
    before = [span for span in sentences if span.end <= one.sentence.start]
    low = min([link.carried_from.start, *(span.start for span in before[-SHOWN:])])
    low = next((span.start for span in sentences if span.start <= low < span.end), low)
    said = " ".join(text[low : one.sentence.end].split())
    return f"{article.id} “{words}” = {link.name} (“{name}”), rule {one.rule}, {one.stance}\n    {said}"


if __name__ == "__main__":
    main()
