"""The words a reader of an HTML page sees, one block a line; knows nothing of what is article and what is not."""

from collections.abc import Iterator
from typing import Any, NamedTuple

_BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset "  # noqa: SIM905
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p "
    "pre section summary table tbody td textarea tfoot th thead tr ul".split()
)
_UNSEEN = frozenset(
    "script style noscript template head title svg math object embed audio video iframe canvas select datalist".split()  # noqa: SIM905
)


class Block(NamedTuple):
    """One line of a page: its text, white space made single, and the tags it stands in, innermost last."""

    text: str
    tags: tuple[str, ...]


def read_blocks(root: Any) -> list[Block]:
    """List the visible blocks below an lxml element in reading order; empty ones are left out.

    Each step is an iteration, not a call: depth of nesting cannot exhaust the stack.
    """
    blocks: list[Block] = []
    open_tags: list[str] = []
    words: list[str] = []
    for event, value in _walk(root):
        if event == "text":
            words.append(value)
            continue
        if value in _BLOCKS:
            _close(blocks, words, open_tags)
            words = []
            if event == "open":
                open_tags.append(value)
            elif open_tags:
                open_tags.pop()
    _close(blocks, words, open_tags)
    return blocks


def _close(blocks: list[Block], words: list[str], tags: list[str]) -> None:
    text = " ".join("".join(words).replace("\x00", "").split())
    if text:
        # Eight tags say where a line stands; all of 200 nested ones would make the list quadratic.
        blocks.append(Block(text, tuple(tags[-8:])))


def _walk(root: Any) -> Iterator[tuple[str, str]]:
    """Yield ("open", tag), ("text", words) and ("close", tag) in document order."""
    waiting: list[tuple[Any, bool]] = [(root, False)]
    while waiting:
        element, done = waiting.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if done:
            yield "close", tag
        elif tag and not _is_hidden(element, tag):
            yield "open", tag
            if element.text:
                yield "text", element.text
            waiting.append((element, True))
            waiting.extend((child, False) for child in element.iterchildren(reversed=True))
            continue
        if element.tail and element is not root:
            yield "text", element.tail


def _is_hidden(element: Any, tag: str) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return tag in _UNSEEN or element.get("hidden") is not None or "display:none" in style
