"""How near each candidate is to the question: meaning, words, and the type of answer it could hold."""

import math
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.records import Article, Sentence, Statement
from service.answering.filling.counting import may_count
from service.answering.judging.marks import figures_of, times_of
from service.answering.language.names import find_names, word_lists
from service.answering.language.stems import HeldStems
from service.answering.reading import Candidates, Lexicon
from service.question import Query

WORDS = 0.5
TYPE = 0.2
REACH = 0.5
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_PLACE = re.compile(r"\b(?:in|at|near|outside|inside|from|across|off|to|of)\s+(?:[a-z-]+\s+){0,4}(?:al-|el-)?[A-Z]")


def score_sentences(query: Query, candidates: Candidates, held: HeldStems | None = None) -> NDArray[np.float32]:
    """Float32 `(n,)`: cosine + .5 coverage of the question's words + .2 agreement with the expected type.

    The last only for what without it lies within .5 of the best.
    `held` spares reading the texts again where they are read for more than the score.
    """
    texts = sentence_texts(candidates)
    cosine = candidates.vectors.astype(np.float32) @ candidates.question / np.float32(127)
    words = cover_words(query.search, texts, candidates.lexicon, held)
    scores: NDArray[np.float32] = (cosine + np.float32(WORDS) * words).astype(np.float32)
    # Names are looked for only where they could lift a sentence among the best.
    near = np.flatnonzero(scores >= scores.max(initial=0) - np.float32(REACH))
    agreed = (agrees(query, texts[n], candidates.sentences[n], candidates) for n in near)
    scores[near] += np.float32(TYPE) * np.fromiter(agreed, np.float32, len(near))
    return scores


def sentence_texts(candidates: Candidates) -> list[str]:
    """The words of each candidate, in order."""
    return [candidates.articles[one.article_id].text[one.start : one.end] for one in candidates.sentences]


def weigh_words(text: str, lexicon: Lexicon) -> dict[str, float]:
    """The stems of a question, stop words dropped, each with how much it says: the fewer passages hold it, the more."""
    n = lexicon.passages
    stop = word_lists()["stop"]
    text = " ".join(word for word in _WORD.findall(text) if word.casefold() not in stop or _is_acronym(word))
    return {
        stem: math.log(1 + (n - df + 0.5) / (df + 0.5))
        for stem in lexicon.stems(text)
        for df in (min(n, lexicon.frequency(stem)),)
    }


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def cover_words(
    question: str, texts: Sequence[str], lexicon: Lexicon, held: HeldStems | None = None
) -> NDArray[np.float32]:
    """Float32 `(n,)` in 0 to 1: the share of the question's word weight that each text holds."""
    weights = weigh_words(question, lexicon)
    total = sum(weights.values())
    if not total:
        return np.zeros(len(texts), np.float32)
    finder = held or HeldStems(weights, lexicon)
    found = (sum(weights[stem] for stem in weights.keys() & finder.find(text)) for text in texts)
    return np.fromiter((one / total for one in found), np.float32, len(texts))


def agrees(query: Query, text: str, sentence: Sentence, candidates: Candidates) -> float:
    """1 where a sentence holds something of the expected type that the question does not itself name, else 0."""
    if query.expected in ("figure", "time", "source"):
        own = candidates.statements[sentence.article_id].of_sentence(sentence.n)
        return float(_states(query, own, candidates.articles[sentence.article_id]))
    if query.expected in ("any", "event"):
        return float(query.expected == "event")  # every sentence tells of something that happened
    asked = query.search.casefold()
    fresh = [name for name in find_names(text) if name.text.casefold() not in asked]
    if query.expected == "place":
        return float(any(_PLACE.search(text[max(0, name.start - 40) : name.start + 1]) for name in fresh))
    if query.expected == "person":
        return 1.0 if any(" " in name.text for name in fresh) else 0.5 * bool(fresh)
    return float(bool(fresh))


def _states(query: Query, statements: Sequence[Statement], article: Article) -> bool:
    """Whether the record of a sentence has a figure, a time or a source, whichever is expected."""
    if query.expected == "figure":
        return any(may_count(query.counted, figure) for figure in figures_of(statements, article))
    return bool(times_of(statements, article)) if query.expected == "time" else any(one.chain for one in statements)
