"""An answer as the text of a chat: Markdown whose `[n]` are links by the definitions at its end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.answering.answer import Answer
from service.render.clean import clean_line
from service.render.markdown import escape

_MARK = re.compile(r"\[(\d+)\]")
_ESCAPED_MARK = re.compile(r"\\\[(\d+)\\\]")
# Markdown takes "[1][2]", and some readers of it "[1] [2]", for one link with two names, and "[1](…" for another form.
_JOINED = re.compile(r"((?<!\\)\[\d+\])\s*(?=\[)")
_CALLED = re.compile(r"((?<!\\)\[\d+\])(?=\()")
_ENTITY = re.compile(r"&(?=#?\w+;)")
# So many characters on one side of a mark tell whether it is an article's own.
_BESIDE = 8


@dataclass(frozen=True, slots=True)
class ChatText:
    """`spans[n - 1]` is where `[n]` first stands in `text`, in code points."""

    text: str
    spans: tuple[tuple[int, int], ...]


def render_chat(answer: Answer, urls: Sequence[str]) -> ChatText:
    """The answer's own text in paragraphs, each `[n]` of it linked to `urls[n - 1]`; articles' words are only words."""
    words = _find_words(answer)
    body = "\n\n".join(_mark_line(line, words, len(urls)) for line in _part_lines(answer))
    unmarked = [n for n in range(1, len(urls) + 1) if not _find_mark(body, n)]
    if unmarked:
        body += "\n\n" + ", ".join(f"[{n}]" for n in unmarked)
    spans = [found.span() for n in range(1, len(urls) + 1) if (found := _find_mark(body, n))]
    links = "\n".join(f"[{n}]: {_write_target(url)}" for n, url in enumerate(urls, 1))
    return ChatText(f"{body}\n\n{links}" if links else body, tuple(spans))


def _part_lines(answer: Answer) -> Iterator[str]:
    """The text of the answer, whole and in order, parted where the direct line, a claim or what is missing stands."""
    rest = answer.answer
    parts = [answer.direct.text, *(one.text for one in answer.claims), *(one.text for one in answer.missing)]
    for part in parts:
        before, found, after = rest.partition(part)
        if part and found:
            yield from (one for one in (before.strip(), part) if one)
            rest = after
    if rest.strip():
        yield rest.strip()


def _mark_line(line: str, words: Sequence[str], count: int) -> str:
    """The line as plain words, its own marks as marks; what looks like one in the words of others stays words."""
    cleaned = clean_line(line)
    ours = iter([int(one[1]) <= count and not _is_quoted(cleaned, one, words) for one in _MARK.finditer(cleaned)])
    marked = _ESCAPED_MARK.sub(lambda one: f"[{one[1]}]" if next(ours) else one[0], escape(cleaned))
    return _CALLED.sub(r"\1 ", _JOINED.sub(r"\1, ", marked))


def _is_quoted(line: str, mark: "re.Match[str]", words: Sequence[str]) -> bool:
    """Whether the mark stands, with the characters before it or after it, in somebody else's words."""
    before = line[max(mark.start() - _BESIDE, 0) : mark.end()]
    after = line[mark.start() : mark.end() + _BESIDE]
    return any(before in one or after in one for one in words)


def _find_words(answer: Answer) -> list[str]:
    """All words in the answer that are an article's, or the asker's, and hold what looks like a mark."""
    reports = [one for claim in answer.claims for one in claim.reports]
    sides = [side for one in answer.comparisons for change in one.changes for side in (change.a, change.b) if side]
    words = [answer.question, *(one.quote for one in reports), *(one.text for one in sides)]
    words += [one.context.quote for one in reports if one.context]
    words += [link.name for one in reports for link in one.chain or ()]
    words += [text for one in answer.citations for text in (one.outlet, one.title) if text]
    words += [one.words.quote for one in answer.relations if one.words]
    words += [one.name for one in answer.missing if one.name]
    return [line for line in map(clean_line, words) if _MARK.search(line)]


def _find_mark(body: str, n: int) -> "re.Match[str] | None":
    return re.search(rf"(?<!\\)\[{n}\]", body)


def _write_target(url: str) -> str:
    """The address as the target of a link, so that Markdown changes no character of it."""
    kept = _ENTITY.sub(r"\\&", url)
    return f"<{kept}>" if re.search(r"[()]", kept) else kept
