"""What a reader chose, held to the record before anything is made of it; the same for every reader."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from index.attribution.aliases import load_aliases
from index.records import Statement
from service.answering.judging.judge import Judge
from service.answering.judging.named import short_form
from service.answering.judging.rest import question_stems
from service.answering.language.names import word_lists
from service.answering.language.sources import speaks
from service.answering.quote_reader import abstain
from service.answering.read_by import Dropped
from service.answering.reading import MOST_CLAIMS, Candidates, Draft
from service.question import Query

# Statements of a group, at most.
MOST_STATEMENTS = 40
# How near a sentence must at least be to the question, as cosine, beside a name of it, and where it has no name.
NEAR, ALONE = 0.2, 0.3
# What the record itself answers may stand in a sentence that says nothing of it.
_OF_RECORD = frozenset({"words", "left_out"})

_LOG = logging.getLogger("byline")


class Checks:
    """Checks the drafts of one question; what is left out is told in the log once."""

    def __init__(self, query: Query, candidates: Candidates) -> None:
        self._query = query
        self._candidates = candidates
        self._bearing = Bearing(query, candidates)
        self._refused: dict[str, str] = {}
        self._told: set[tuple[str, str]] = set()

    def check(self, draft: Draft) -> Draft:
        """The draft without what was not offered, was chosen before, or does not bear on the question; that is counted.

        Whether what is left of a group is one claim is decided where claims are made, by the record.
        """
        seen: set[str] = set()
        groups: list[tuple[str, ...]] = []
        claims, statements = draft.dropped.claims, draft.dropped.statements
        for group in draft.groups:
            kept: list[str] = []
            for wanted in group:
                why = "chosen twice" if wanted in seen else self._refuse(wanted)
                if not why and (len(kept) == MOST_STATEMENTS or len(groups) == MOST_CLAIMS):
                    why = "one too many"
                seen.add(wanted)
                if why:
                    statements += 1
                    self._tell(wanted, why)
                else:
                    kept.append(wanted)
            groups += [tuple(kept)] if kept else []
            claims += not kept
        if draft.groups and not groups:
            nothing = abstain(self._query, self._candidates)
            draft = replace(draft, nearest=nothing.nearest, contrary=nothing.contrary)
        if draft.read_by.kind == "model":  # which says nothing of how sure it is
            near = max((self._bearing.measure(one) for group in groups for one in group), default=0.0)
            draft = replace(draft, support=max(0.0, near))
        return replace(draft, groups=tuple(groups), dropped=Dropped(claims=claims, statements=statements))

    def _refuse(self, wanted: str) -> str:
        if wanted not in self._refused:
            self._refused[wanted] = self._bearing.refuse(wanted)
        return self._refused[wanted]

    def _tell(self, wanted: str, why: str) -> None:
        if (wanted, why) not in self._told:
            self._told.add((wanted, why))
            _LOG.info("left out of an answer: %s: %s", wanted[:200], why)


class Bearing:
    """Which statements of the candidates may be part of an answer to a question."""

    def __init__(self, query: Query, candidates: Candidates) -> None:
        self._query = query
        self._candidates = candidates
        self._aliases = load_aliases()
        self._judge = Judge(query, candidates)
        self._patterns = [self._aliases.pattern(name) for name in query.names]
        self._measured: dict[str, float] = {}
        self._stems = question_stems(query, candidates.lexicon)
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
        if self._is_empty(statement):
            return "says nothing by itself"
        row = self._candidates.vectors[self._rows[sentence.id]].astype(np.float32)
        self._measured[wanted] = float(row @ self._candidates.question / 127)
        return "" if self._is_near(statement, self._measured[wanted]) else "does not bear on the question"

    def measure(self, accepted: str) -> float:
        """How near the sentence of a statement that may be part of an answer is to the question, as cosine."""
        return self._measured[accepted]

    def _is_empty(self, statement: Statement) -> bool:
        """Whether what is said is nothing but words that stand for others ("BBC confirmed it")."""
        content = self._candidates.articles[statement.article_id].text[slice(*statement.content)]
        return set(re.findall(r"\w+", content.casefold())) <= word_lists()["pronouns"]

    def _is_spoken(self, statement: Statement) -> bool:
        query = self._query
        if not query.speakers or query.kind not in ("said", "yes_no"):
            return True
        article = self._candidates.articles[statement.article_id]
        return speaks(statement, article, query.speakers, self._aliases, passed_on=query.passed_on)

    def _is_near(self, statement: Statement, nearness: float) -> bool:
        """Whether it is near to the question, with a name of it in its passage or the headline."""
        if self._query.published or self._query.kind in _OF_RECORD:
            return True
        if self._query.kind == "difference" and self._stems.find(next(self._around(statement))):
            return True  # to ask how articles differ on something says little that a sentence could be near to
        if self._query.speakers and not self._query.names:  # that it is theirs is all that is asked for
            return True
        if self._query.kind == "figures" and not self._counts(statement):
            return False
        if self._query.names and not any(self._names(text) for text in self._around(statement)):
            return False
        return nearness >= (NEAR if self._query.names else ALONE)

    def _counts(self, statement: Statement) -> bool:
        """Whether its sentence has a figure: who disputes one may give none."""
        own = self._candidates.statements[statement.article_id].of_sentence(statement.n)
        return any(one.figures for one in own)

    def _names(self, text: str) -> bool:
        forms = zip(self._query.names, self._patterns, strict=True)
        return any(pattern.search(text) or short_form(name, text) for name, pattern in forms)

    def _around(self, statement: Statement) -> Iterator[str]:
        """The words of its passage, and the headline."""
        article = self._candidates.articles[statement.article_id]
        own = self._candidates.neighbours[statement.article_id]
        inside = [one for one in own if one.passage_id == own[statement.n].passage_id]
        yield article.text[inside[0].start : inside[-1].end]
        yield article.masthead.title.text or ""
