"""What a reader chose, held to the record before anything is made of it; the same for every reader."""

import logging
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from index.attribution.aliases import load_aliases
from index.records import Sentence, Statement
from service.answering.judging.judge import Judge
from service.answering.judging.named import short_form
from service.answering.judging.rest import question_stems
from service.answering.language.sources import speaks
from service.answering.read_by import Dropped
from service.answering.reading import Candidates, Draft
from service.question import Query

# Claims of an answer, and statements of a claim, at most.
MOST_CLAIMS = 12
MOST_STATEMENTS = 40
# A sentence with no name and no word of the question must at least be this near to it, as cosine.
NEAR = 0.35
# What the record itself answers may stand in a sentence that says nothing of it.
_OF_RECORD = frozenset({"words", "left_out", "difference"})

_LOG = logging.getLogger("byline")


def check_draft(query: Query, draft: Draft, candidates: Candidates) -> Draft:
    """The draft without what was not offered, was chosen before, or does not bear on the question; that is counted.

    Whether what is left of a group is one claim is decided where claims are made, by the record.
    """
    bearing = Bearing(query, candidates)
    seen: set[str] = set()
    groups: list[tuple[str, ...]] = []
    dropped = emptied = 0
    for group in draft.groups:
        kept: list[str] = []
        for wanted in group:
            why = "chosen twice" if wanted in seen else bearing.refuse(wanted)
            if not why and (len(kept) == MOST_STATEMENTS or len(groups) == MOST_CLAIMS):
                why = "one too many"
            seen.add(wanted)
            if why:
                dropped += 1
                _LOG.info("left out of an answer: %s: %s", wanted[:200], why)
            else:
                kept.append(wanted)
        if kept:
            groups.append(tuple(kept))
        else:
            emptied += 1
    before = draft.dropped
    return replace(
        draft,
        groups=tuple(groups),
        dropped=Dropped(claims=before.claims + emptied, statements=before.statements + dropped),
    )


class Bearing:
    """Which statements of the candidates may be part of an answer to a question."""

    def __init__(self, query: Query, candidates: Candidates) -> None:
        self._query = query
        self._candidates = candidates
        self._aliases = load_aliases()
        self._judge = Judge(query, candidates)
        self._stems = question_stems(query, candidates.lexicon)
        self._patterns = [self._aliases.pattern(name) for name in query.names]
        self._rows = {one.id: n for n, one in enumerate(candidates.sentences)}

    def refuse(self, wanted: str) -> str:
        """Why the statement of that id may not; "" where it may."""
        own = self._candidates.statements.get(wanted.partition("~")[0])
        statement = own.find(wanted) if own else None
        if statement is None:
            return "no such statement"
        sentence = self._candidates.neighbours[statement.article_id][statement.n]
        if sentence.id not in self._rows:
            return "not offered"
        if statement not in self._judge.told(sentence) or not self._is_spoken(statement):
            return "not by whom it is asked of"
        return "" if self._is_near(statement, sentence) else "does not bear on the question"

    def _is_spoken(self, statement: Statement) -> bool:
        query = self._query
        if not query.speakers or query.kind not in ("said", "yes_no"):
            return True
        article = self._candidates.articles[statement.article_id]
        return speaks(statement, article, query.speakers, self._aliases, passed_on=query.passed_on)

    def _is_near(self, statement: Statement, sentence: Sentence) -> bool:
        """Whether a name of the question stands in the sentence, the one before it or the headline, or a word of it."""
        if self._query.published or self._query.kind in _OF_RECORD:
            return True
        if self._query.speakers and not self._query.names:  # that it is theirs is all that is asked for
            return True
        texts = list(self._around(statement))
        if self._query.names and any(self._names(text) for text in texts):
            return True
        if not self._query.names and any(self._stems.find(text) for text in texts[:1]):
            return True
        row = self._candidates.vectors[self._rows[sentence.id]].astype(np.float32)
        return bool(row @ self._candidates.question / 127 >= NEAR)

    def _names(self, text: str) -> bool:
        forms = zip(self._query.names, self._patterns, strict=True)
        return any(pattern.search(text) or short_form(name, text) for name, pattern in forms)

    def _around(self, statement: Statement) -> Iterator[str]:
        article = self._candidates.articles[statement.article_id]
        yield article.text[statement.sentence.start : statement.sentence.end]
        if statement.n:
            before = self._candidates.neighbours[statement.article_id][statement.n - 1]
            yield article.text[before.start : before.end]
        yield article.masthead.title.text or ""
