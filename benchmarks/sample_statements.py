"""The statements read from the five samples beside those that a reader wrote down by hand, one row each.

python -m benchmarks.sample_statements [--wrong] [--parser]
"""

import argparse
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from index.attribution.parsed import load_parser
from index.attribution.read import read_statements
from index.build import read_article
from index.reading.sentences import split_sentences
from index.records import Article, Declared, Link, RawArticle, Span, Statement

Read = Callable[[Article, Sequence[Span]], Sequence[Statement]]

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests/index/attribution/sample_statements.jsonl"
MATCHED = 0.5  # token F1 of contents from which they are one statement
DEFINITION = """\
Gold: every statement of every body sentence, title and deck of the samples, written down by reading the articles.
Contents are one from a token F1 of {matched}; each is matched once. A link is right when its name holds the core of
the gold's name and nothing beyond the gold's whole name, is named or generic as the gold has it, and is carried where
the gold is. "Open" rows, on which readers may differ, count neither as missed nor as extra."""


@dataclass(frozen=True, slots=True)
class GoldLink:
    """A source as read: `core` must be in the name, which must be in `full`; `named` None where that is open."""

    core: str
    full: str
    named: bool | None
    carried: bool = False


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """What one sentence says by one source; `chains` are the chains that are right, the first one preferred."""

    article: str
    n: int
    content: str
    chains: tuple[tuple[GoldLink, ...], ...]
    stance: str
    hedges: tuple[str, ...]
    hedges_open: bool
    joint: bool
    form: str | None
    continuation: str | None
    is_open: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A gold statement, what it was matched with, and what of that is right."""

    gold: GoldStatement
    found: Statement | None
    f1: float
    chain: bool
    stance: bool
    hedges: bool
    joint: bool
    continuation: bool

    @property
    def right(self) -> bool:
        """Whether all of it is right."""
        return self.found is not None and self.chain and self.stance and self.hedges and self.joint


@dataclass(frozen=True, slots=True)
class Scores:
    """Rows in the order of the gold, statements that no gold has, and the articles by id."""

    rows: tuple[Row, ...]
    extra: tuple[Statement, ...]
    articles: dict[str, Article]

    def counts(self) -> dict[str, int]:
        """How many rows are right in each respect, of all that are not open; and how many statements are extra."""
        own = [row for row in self.rows if not row.gold.is_open]
        sourced = [row for row in own if row.gold.chains[0]]
        return {
            "gold": len(own),
            "matched": sum(row.found is not None for row in own),
            "chain": sum(row.chain for row in own),
            "sourced": len(sourced),
            "sourced chain": sum(row.chain for row in sourced),
            "stance": sum(row.stance for row in own),
            "hedges": sum(row.hedges for row in own),
            "joint": sum(row.joint for row in own),
            "continuation": sum(row.continuation for row in own),
            "all right": sum(row.right for row in own),
            "extra": len(self.extra),
        }

    def content_f1(self) -> float:
        """The mean token F1 of contents, a missed one as zero."""
        own = [row.f1 for row in self.rows if not row.gold.is_open]
        return sum(own) / len(own)


def main() -> None:
    """Print the rows and the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="only the rows that are not right in all")
    parser.add_argument("--parser", action="store_true", help="with the optional parser beside the rules")
    options = parser.parse_args()
    print(DEFINITION.format(matched=MATCHED))
    scores = score_samples(partial(read_statements, parser=load_parser()) if options.parser else read_statements)
    for row in scores.rows:
        if not (options.wrong and (row.right or row.gold.is_open)):
            print(show_row(row))
    for one in scores.extra:
        text = scores.articles[one.article_id].text
        print(f"{one.article_id[:3]} {one.n:>2} extra  {show_chain(one)} {one.stance}: {_cut(text, one.content)}")
    print("\n" + "  ".join(f"{name} {count}" for name, count in scores.counts().items()))
    print(f"content token F1 {scores.content_f1():.3f}")


def read_gold(path: Path = GOLD) -> list[GoldStatement]:
    """All of them, in the order of the file."""
    return [_read(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def score_samples(read: Read = read_statements) -> Scores:
    """The statements of the five samples, as `read` reads them, against the gold."""
    gold, rows, extra = read_gold(), [], []
    articles = read_samples()
    for key, article in articles.items():
        sentences = split_sentences(article.text, article.lines)
        found = read(article, sentences)
        own = [one for one in gold if one.article == key]
        held = match_statements(article, sentences, own, found)
        taken = {id(statement) for _, statement, _ in held if statement}
        rows += [judge(one, statement, f1) for one, statement, f1 in held]
        extra += [one for one in found if id(one) not in taken]
    order = {id(one): n for n, one in enumerate(gold)}
    rows.sort(key=lambda row: order[id(row.gold)])
    return Scores(tuple(rows), tuple(extra), articles)


def read_samples() -> dict[str, Article]:
    """The five articles by id, read as the product reads them."""
    raw = {path.stem: path.read_bytes().decode("utf-8") for path in sorted((ROOT / "corpus").glob("*.txt"))}
    return {key: read_article(RawArticle(key, f"{key}.txt", Declared(), text=text)) for key, text in raw.items()}


def match_statements(
    article: Article, sentences: Sequence[Span], gold: Sequence[GoldStatement], found: Sequence[Statement]
) -> list[tuple[GoldStatement, Statement | None, float]]:
    """Each gold with the statement of the same sentence whose content is nearest, each used once."""
    pairs = []
    for i, one in enumerate(gold):
        span = locate(article, sentences, one)
        for j, other in enumerate(found):
            f1 = token_f1(article.text, span, other.content) if other.n == one.n else 0.0
            if f1 >= MATCHED:
                pairs.append((round(f1, 1), is_chain_right(one, other.chain), f1, -i, -j))
    best: dict[int, tuple[Statement, float]] = {}
    used: set[int] = set()
    for _, _, f1, i, j in sorted(pairs, reverse=True):
        if -i not in best and -j not in used:
            best[-i] = (found[-j], f1)
            used.add(-j)
    return [(one, *best.get(i, (None, 0.0))) for i, one in enumerate(gold)]


def judge(gold: GoldStatement, found: Statement | None, f1: float) -> Row:
    """What of the statement found is right."""
    if found is None:
        return Row(gold, None, 0.0, *(False,) * 5)
    hedged = [_fold(hedge.text) for hedge in found.hedges]
    wanted = [_fold(word) for word in gold.hedges]
    bounded = [_fold(figure.text) for figure in found.figures]  # "an estimated 120,000" is the figure's bound
    all_held = all(any(word in text for text in (*hedged, *bounded)) for word in wanted)
    none_else = all(any(word in text for word in wanted) for text in hedged)
    return Row(
        gold,
        found,
        f1,
        is_chain_right(gold, found.chain),
        (found.stance or "asserts") == gold.stance,
        (all_held and none_else) or gold.hedges_open,
        bool(found.joint) == gold.joint,
        found.continuation == gold.continuation,
    )


def is_chain_right(gold: GoldStatement, chain: tuple[Link, ...] | None) -> bool:
    """Whether the chain is one of the gold's, link for link from the outermost."""
    return any(
        chain is not None
        and len(chain) == len(wanted)
        and all(_is_link_right(one, link) for one, link in zip(wanted, chain, strict=True))
        for wanted in gold.chains
    )


def locate(article: Article, sentences: Sequence[Span], gold: GoldStatement) -> Span:
    """Where the gold's content stands; an error where it does not stand in its sentence."""
    low, high = (0, len(article.text)) if gold.n < 0 else sentences[gold.n]
    at = article.text.index(gold.content, low, high)
    return Span(at, at + len(gold.content))


def token_f1(text: str, one: Span, other: Span) -> float:
    """F1 of the words of two spans, by where they stand."""
    a, b = _words(text, one), _words(text, other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def show_row(row: Row) -> str:
    """One line: where, what is right of content, chain, stance, hedges, joint; wanted, and found where it differs."""
    gold, found = row.gold, row.found
    marks = "".join(
        letter if right else "-"
        for letter, right in (("c", row.chain), ("s", row.stance), ("h", row.hedges), ("j", row.joint))
    )
    wanted = " > ".join(link.core for link in gold.chains[0]) or "outlet"
    line = (
        f"{gold.article[:3]} {gold.n:>2} {row.f1:.2f} {marks}{' open' if gold.is_open else ''} {wanted} {gold.stance}: "
    )
    line += _shorten(gold.content)
    return (
        line
        if row.right
        else f"{line}\n            found {show_chain(found)}"
        + (f" {found.stance} {[hedge.text for hedge in found.hedges]} rule {found.rule}" if found else "")
    )


def show_chain(found: Statement | None) -> str:
    """The names of a chain, outermost first; generic ones in lower brackets, carried ones with a tilde."""
    if found is None:
        return "nothing"
    if found.chain is None:
        return "not analysed"
    names = (link.name if link.named else f"({link.name})" for link in found.chain)
    carried = ("~" if link.carried_from else "" for link in found.chain)
    return " > ".join(mark + name for mark, name in zip(carried, names, strict=True)) or "outlet"


def _is_link_right(gold: GoldLink, link: Link) -> bool:
    name = _fold(link.name)
    return (
        _fold(gold.core) in name
        and name in _fold(gold.full)
        and gold.named in (None, link.named)
        and (not gold.carried or link.carried_from is not None)
    )


def _read(row: dict[str, Any]) -> GoldStatement:
    chains = [row["chain"], *row.get("chain_or", [])]
    return GoldStatement(
        article=row["article"],
        n=row["n"],
        content=row["content"],
        chains=tuple(tuple(GoldLink(**link) for link in chain) for chain in chains),
        stance=row["stance"],
        hedges=tuple(row.get("hedges", ())),
        hedges_open=row.get("hedges_open", False),
        joint=row.get("joint", False),
        form=row.get("form"),
        continuation=row.get("continuation"),
        is_open=row.get("open", False),
    )


def _words(text: str, span: Span) -> set[int]:
    return {span.start + found.start() for found in re.finditer(r"\w+", text[span.start : span.end])}


def _fold(name: str) -> str:
    straight = name.replace("’", "'").casefold()
    return re.sub(r"^(?:the|an?)\s+", "", " ".join(straight.split()))


def _cut(text: str, span: Span) -> str:
    return _shorten(text[span.start : span.end])


def _shorten(words: str, size: int = 70) -> str:
    return words if len(words) <= size else f"{words[: size // 2]} … {words[-size // 2 :]}"


if __name__ == "__main__":
    main()
