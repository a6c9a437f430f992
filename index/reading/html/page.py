"""An HTML page as plain text with labelled lines, and what its head declares; the one file for trafilatura."""

import re
from dataclasses import dataclass
from typing import Any

from index.errors import ReadError
from index.reading.html.hints import read_hints
from index.reading.html.visible import Block, read_blocks
from index.reading.lines.features import fold_line
from index.reading.lines.label import label_lines
from index.records import Hint, Label, Line, PageHints

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_KEPT = 0.7  # share of a line's words that the extractor must have kept
_MOST_ELEMENTS = 30_000  # a news page has 1,000 to 8,000; extractors' time grows faster than the page
_ASIDE = frozenset({"nav", "footer", "form", "aside", "button", "menu"})


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A page's visible words, one block a line, each line labelled, and what the page declares of itself."""

    text: str
    lines: tuple[Line, ...]
    hints: PageHints


def read_html(html: str, path: str) -> HtmlPage:
    """Read a page so that the text is all that a reader sees, and body is what the extractor keeps of it.

    Where the extractor finds nothing, or the page is too large for it, the lines are labelled as plain text.
    Raises ReadError with `path` for a page without an article: no words, or none that read as body.
    """
    root = parse_html(html)
    blocks = read_blocks(root) if root is not None else []
    if root is None or not blocks:
        raise ReadError(path, "HTML without an article: the page shows no words")
    is_sane = sum(1 for _ in root.iter()) <= _MOST_ELEMENTS
    hints = read_hints(root, html, look_for_day=is_sane)
    text = "\n".join(block.text for block in blocks)
    kept = extract_body(html) if is_sane else ""
    titles = {fold_line(hint.value) for hint in hints.title}
    lines = _label_blocks(blocks, kept, titles) if kept else label_lines(text, title=_first(hints.title))
    if not any(line.label == "body" for line in lines):
        raise ReadError(path, "HTML without an article: no line reads as the body of one")
    return HtmlPage(text, lines, hints)


def _first(found: tuple[Hint, ...]) -> str | None:
    return found[0].value if found else None


def parse_html(html: str) -> Any:
    """Parse leniently; None for what holds no element at all. libxml2 itself stops at 256 levels."""
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    try:
        # A surrogate half is no character; lxml takes bytes so that a declared encoding is not believed again.
        data = html.replace("\x00", "").encode("utf-8", "replace")
        return document_fromstring(data, parser=HTMLParser(encoding="utf-8", remove_comments=True))
    except (LxmlError, ValueError):
        return None


def extract_body(html: str) -> str:
    """Return the extractor's article text, or an empty string where it finds none."""
    import trafilatura

    return trafilatura.extract(html, fast=True, include_comments=False) or ""


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))}


def _share_kept(blocks: list[Block], kept: str) -> list[float]:
    """Share of each block's words that lie in a run of four words, across blocks too, which the extractor kept."""
    known = _shingles(_WORD.findall(kept))
    whole = {fold_line(line) for line in kept.split("\n")}
    words: list[str] = []
    owner: list[int] = []
    for i, block in enumerate(blocks):
        for word in _WORD.findall(block.text):
            words.append(word)
            owner.append(i)
    covered = [False] * len(words)
    for i in range(len(words) - _SHINGLE + 1):
        if tuple(words[i : i + _SHINGLE]) in known:
            covered[i : i + _SHINGLE] = [True] * _SHINGLE
    total, hit = [0] * len(blocks), [0] * len(blocks)
    for block_index, is_covered in zip(owner, covered, strict=True):
        total[block_index] += 1
        hit[block_index] += is_covered
    return [
        hit[i] / total[i] if total[i] >= _SHINGLE else float(hit[i] > 0 or fold_line(block.text) in whole)
        for i, block in enumerate(blocks)
    ]


def _label_blocks(blocks: list[Block], kept: str, titles: set[str]) -> tuple[Line, ...]:
    lines: list[Line] = []
    start = 0
    for block, share in zip(blocks, _share_kept(blocks, kept), strict=True):
        label, reason = _judge(block, share, titles)
        lines.append(Line(start, start + len(block.text), label, reason))
        start += len(block.text) + 1
    return tuple(lines)


def _judge(block: Block, share: float, titles: set[str]) -> tuple[Label, str]:
    if fold_line(block.text) in titles:
        return "title", "the headline that the page declares"
    if "figcaption" in block.tags or "caption" in block.tags:
        return "caption", "a caption by the page's own markup"
    if share >= _KEPT:
        return "body", "kept by the extractor"
    if _ASIDE & set(block.tags):
        return "furniture", "outside the article by the page's own markup"
    return "furniture", "not kept by the extractor"
