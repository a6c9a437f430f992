"""Sentences to passages: runs of whole sentences within the embedder's token budget; knows no embedder."""

from collections.abc import Callable, Sequence

from index.reading.sentences import leans, split_runs
from index.records import Line, Passage, Span, passage_id

TARGET_PIECES = 180
# How far back a passage reaches so that what its first sentence leans on stands in it too.
MAX_OVERLAP = 3

CountPieces = Callable[[Sequence[str]], Sequence[int]]


def fit_sentences(text: str, sentences: Sequence[Span], count: CountPieces, limit: int) -> tuple[Span, ...]:
    """The sentences, any that alone exceeds `limit` word pieces broken at the clause or space before the limit.

    Only what no writer meant as one sentence is so long: a table, a list, a transcript without full stops.
    """
    fitted: list[Span] = []
    for span, pieces in zip(sentences, _count(text, sentences, count), strict=True):
        fitted.extend([span] if pieces <= limit else _break_sentence(text, span, count, limit))
    return tuple(fitted)


def split_passages(
    article: tuple[str, str],
    text: str,
    sentences: tuple[Span, ...],
    lines: tuple[Line, ...],
    count: CountPieces,
    limit: int,
) -> tuple[Passage, ...]:
    """Passages over `sentences`, in order, each at most `limit` pieces and about `TARGET_PIECES`.

    `article` is (id, version). A passage never reaches over a line that is not body. Neighbours in one run
    share a sentence, and more where that one leans on the sentence before it.
    """
    pieces = _count(text, sentences, count)
    leaning = [leans(text[span.start : span.end]) for span in sentences]
    target = min(TARGET_PIECES, limit)
    passages: list[Passage] = []
    for run in split_runs(sentences, lines):
        for first, last in _pack(run, pieces, leaning, target, limit):
            n = len(passages)
            span = (sentences[first].start, sentences[last].end)
            passages.append(Passage(passage_id(*article, n), article[0], n, *span, first, last))
    return tuple(passages)


def _pack(run: range, pieces: Sequence[int], leaning: Sequence[bool], target: int, limit: int) -> list[tuple[int, int]]:
    packed: list[tuple[int, int]] = []
    first, total = run.start, 0
    for n in run:
        if n > first and total + pieces[n] > (target if not leaning[n] else limit):
            packed.append((first, n - 1))
            first = _overlap(packed[-1], n, pieces, leaning, limit)
            total = sum(pieces[first:n])
        total += pieces[n]
    packed.append((first, run.stop - 1))
    return packed


def _overlap(before: tuple[int, int], n: int, pieces: Sequence[int], leaning: Sequence[bool], limit: int) -> int:
    """Where a passage that must hold sentence `n` starts, reaching back into the one before."""
    first, total = n, pieces[n]
    for back in range(n - 1, max(before[0], n - 1 - MAX_OVERLAP), -1):
        if total + pieces[back] > limit or (back < n - 1 and not leaning[back + 1]):
            break
        first, total = back, total + pieces[back]
    return first


def _count(text: str, spans: Sequence[Span], count: CountPieces) -> Sequence[int]:
    return count([text[span.start : span.end] for span in spans])


def _break_sentence(text: str, span: Span, count: CountPieces, limit: int) -> list[Span]:
    parts: list[Span] = []
    words = _words(text, span)
    sizes = count([text[word.start : word.end] for word in words])
    first, total, clause = 0, 0, -1
    n = 0
    while n < len(words):
        if n > first and total + sizes[n] > limit:
            cut = clause + 1 if clause >= first else n
            parts.append(Span(words[first].start, words[cut - 1].end))
            first, total, clause, n = cut, 0, -1, cut
            continue
        total += sizes[n]
        if text[words[n].end - 1] in ";:,—" and total > limit // 2:
            clause = n
        n += 1
    parts.append(Span(words[first].start, words[-1].end))
    return parts


def _words(text: str, span: Span) -> list[Span]:
    """Words of a sentence; a word longer than any writer's is cut, so that no part can exceed a budget."""
    words: list[Span] = []
    at = span.start
    for word in text[span.start : span.end].split():
        at = text.index(word, at, span.end)
        words.extend(Span(low, min(low + 50, at + len(word))) for low in range(at, at + len(word), 50))
        at += len(word)
    return words
