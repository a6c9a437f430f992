"""Plain text as scraped to labelled lines; what the words of a line mean is read elsewhere."""

import re
from collections.abc import Sequence

from index.reading.lines.features import describe_lines, fold_line
from index.reading.lines.model import LineModel, guess_body, load_model
from index.reading.lines.roles import Role, assign_roles
from index.reading.lines.vetoes import find_repeats, find_vetoes
from index.records import Line, Span

__all__ = ["fold_line", "label_lines", "split_lines"]

# U+2028 and U+2029 are nothing but line breaks; the other breaks of Unicode stand inside lines of old files.
_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_MOST_LINES = 20_000
_WRAP = (40, 120)  # widths at which text is wrapped by hand or by a mail program
_WRAPPED = 0.6  # share of the inner line breaks that must look like wrapping


def label_lines(text: str, *, title: str | None = None) -> tuple[Line, ...]:
    """Label every line that is not white space, ascending, each with a reason in words.

    `title` is the declared headline.
    Linear in the length of the text; a text of more than 20,000 lines is no article and all furniture.
    """
    spans, blanks = split_lines(text)
    if len(spans) > _MOST_LINES:
        return tuple(Line(*span, "furniture", "more lines than any article has") for span in spans)
    lines = [text[start:end] for start, end in spans]
    groups = _join_wrapped(lines, blanks)
    blocks = [" ".join(line.strip() for line in lines[a:b]) for a, b in groups]
    between = [*(blanks[a] for a, _ in groups), blanks[-1]]
    roles = label_blocks(blocks, between, title, load_model())
    return tuple(
        Line(*spans[i], role.label, role.reason)
        for (a, b), role in zip(groups, roles, strict=True)
        for i in range(a, b)
    )


def label_blocks(
    blocks: Sequence[str],
    blanks: Sequence[int],
    title: str | None,
    model: LineModel,
) -> list[Role]:
    """Label non-empty blocks of one page; `blanks` as in `describe_lines`."""
    page = describe_lines(blocks, blanks, title)
    vetoes = find_vetoes(blocks, page)
    guess = guess_body(page, model, vetoes)
    vetoes |= find_repeats(blocks, page, guess, vetoes)
    return assign_roles(blocks, page, guess, vetoes, title)


def split_lines(text: str) -> tuple[list[Span], list[int]]:
    """Split into the spans of lines that are not all white space, and the counts of empty lines around them."""
    spans: list[Span] = []
    blanks = [0]
    end = 0
    for match in _LINE.finditer(text):
        # The break that ends the last line is not an empty line; further breaks are one each.
        blanks[-1] += len(_BREAK.findall(text, end, match.start())) - (end > 0)
        if match.group().isspace():
            blanks[-1] += 1
        else:
            spans.append(Span(match.start(), match.end()))
            blanks.append(0)
        end = match.end()
    return spans, blanks


def _join_wrapped(lines: Sequence[str], blanks: Sequence[int]) -> list[tuple[int, int]]:
    """Group lines that a fixed width broke apart, as `[first, last)`; else each line is a group of its own.

    A break is the width's doing where the next line's first word would not have fitted, or where a long line
    stops in mid-sentence and the next goes on in lower case; a page is taken as wrapped when most of its breaks
    between unblank lines are of that kind.
    """
    alone = [(i, i + 1) for i in range(len(lines))]
    width = max(map(len, lines), default=0)
    inner = [i for i in range(1, len(lines)) if blanks[i] == 0]
    if not _WRAP[0] <= width <= _WRAP[1] or len(inner) < 3:
        return alone
    wrapped = {i for i in inner if _is_wrapped(lines[i - 1].rstrip(), lines[i], width)}
    if len(wrapped) < _WRAPPED * len(inner):
        return alone
    starts = [i for i in range(len(lines)) if i not in wrapped]
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def _is_wrapped(before: str, line: str, width: int) -> bool:
    if len(before) + 1 + len(line.split()[0]) > width:
        return True
    return len(before) > width / 2 and line[0].islower() and not before.endswith((".", "!", "?", ":", ";"))
