"""The reader that a language model is: it gives numbers of statements, and everything else is read from the record."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace

from prompts.excerpts import write_excerpts
from prompts.load import load_prompt
from service.answering.answer import Answer
from service.answering.prompting.calls import Calls
from service.answering.prompting.offer import Offer, offer_statements
from service.answering.prompting.prose import word_answer
from service.answering.prompting.replies import read_groups, read_object, read_whole_groups
from service.answering.prompting.restating import restate_question
from service.answering.prompting.verdicts import find_verdict, needs_verdict
from service.answering.quote_reader import QuoteReader, abstain, compare_articles
from service.answering.read_by import ReadBy
from service.answering.reading import MOST_CLAIMS, Candidates, Draft, Leave
from service.errors import ModelError, ModelLengthError, ModelReplyError
from service.llm.model import Model
from service.question import Query
from service.requests import Turn

# Tokens of a reply that chooses; what is left of what the model reads at once is for the passages.
_REPLY_TOKENS = 1_024
# The prompt without its passages, in tokens, and how many tokens a model reads at once where nobody knows.
_PROMPT_TOKENS = 700
_CONTEXT_TOKENS = 8_192
# Characters to a token at least, in English; so that what is fitted fits.
_CHARACTERS = 3
_SMALLEST = 1_000
# What the record alone answers: no reader is needed for it.
_OF_RECORD = frozenset({"words", "left_out"})

_LOG = logging.getLogger("byline")


class ModelReader:
    """Reads by a model, and by quotes where that fails; safe to share between threads."""

    def __init__(self, model: Model, quotes: QuoteReader, *, prose: bool = False) -> None:
        """With `prose` the model also words what it chose, in a call of its own."""
        self._model, self._quotes, self._prose = model, quotes, prose
        self.name = f"model {model.name}{' prose' if prose else ''}"

    def restate(self, question: str, history: Sequence[Turn], leave: Leave) -> str | None:
        """The question by itself, if it leans on the turns; None where the model fails, too."""
        try:
            return restate_question(question, history, Calls(self._model, leave))
        except ModelError as error:
            _LOG.warning("a follow-up is taken as it stands: %s", error)
            return None

    def read(self, query: Query, candidates: Candidates, leave: Leave) -> Iterator[Draft]:
        """A draft for each group that the model has finished; where it fails at last, what quotes alone give."""
        if query.published or query.kind in _OF_RECORD or not candidates.sentences:
            yield from self._quotes.read(query, candidates, leave)
            return
        calls = Calls(self._model, leave)
        draft: Draft | None = None
        try:
            for draft in self._read(query, candidates, calls):
                yield draft
            if draft and needs_verdict(query, draft, candidates):
                yield self._judge(query, draft, candidates, calls)
        except ModelError as error:
            if leave.is_gone:
                return
            _LOG.warning("the model fails, and quotes answer: %s", error)
            by = ReadBy(kind="quotes", model=self._model.name, degraded=True)
            yield replace(self._quotes.choose(query, candidates), read_by=by, usage=calls.usage())

    def word(self, answer: Answer, leave: Leave) -> Answer:
        """The answer in the model's words where they hold no more than its claims; else as it is."""
        if not self._prose or answer.reader.kind != "model" or not answer.claims:
            return answer
        calls = Calls(self._model, leave)
        try:
            return word_answer(answer, calls)
        except ModelError as error:
            _LOG.warning("the answer is worded without the model: %s", error)
            return answer

    def _read(self, query: Query, candidates: Candidates, calls: Calls) -> Iterator[Draft]:
        most = self._fit()
        while True:
            offer = offer_statements(candidates, most)
            try:
                yield from self._choose(query, candidates, offer, calls)
            except ModelLengthError:
                if most // 2 < _SMALLEST:
                    raise
                most //= 2
                _LOG.info("the model takes less than that; it is shown passages of %d characters", most)
            else:
                return

    def _fit(self) -> int:
        """How many characters of passages the model reads at once, beside the rest of a prompt and a reply."""
        tokens = (self._model.context_tokens() or _CONTEXT_TOKENS) - _PROMPT_TOKENS
        return max(_SMALLEST, (tokens - min(_REPLY_TOKENS, tokens // 4)) * _CHARACTERS)

    def _choose(self, query: Query, candidates: Candidates, offer: Offer, calls: Calls) -> Iterator[Draft]:
        prompt = load_prompt("read")
        messages = prompt.fill(question=query.text, passages=write_excerpts(offer.excerpts))
        text, told = "", 0
        for word in calls.stream(messages, prompt, _REPLY_TOKENS):
            text += word
            if "]" in word and told < MOST_CLAIMS and len(whole := read_whole_groups(text)) > told:
                told = len(whole)
                yield self._draft(whole, offer)
        try:
            groups = read_groups(read_object(text, calls.name), calls.name)
        except ModelReplyError as error:
            groups = read_whole_groups(text) if told else []
            if not groups:
                again = calls.repair(messages, prompt, text, error, _REPLY_TOKENS)
                groups = read_groups(read_object(again, calls.name), calls.name)
        compared, lacks = compare_articles(query, candidates)
        draft = self._draft(groups, offer) if groups or compared else abstain(query, candidates)
        by, usage = self._draft([], offer).read_by, calls.usage()
        yield replace(draft, compared=compared, lacks=lacks, read_by=by, usage=usage)

    def _judge(self, query: Query, draft: Draft, candidates: Candidates, calls: Calls) -> Draft:
        """The draft with a verdict; without one where the model gives none that can be used."""
        try:
            verdict = find_verdict(query, draft, candidates, calls)
        except ModelError as error:
            _LOG.warning("no verdict: %s", error)
            verdict = None
        return replace(draft, verdict=verdict, usage=calls.usage())

    def _draft(self, groups: Sequence[Sequence[str]], offer: Offer) -> Draft:
        """Groups of numbers as groups of ids; a number that was not offered stays one, which the checks leave out."""
        by = ReadBy(kind="model", model=self._model.name, unread=offer.unread)
        return Draft(tuple(tuple(offer.ids.get(one, one) for one in group) for group in groups), read_by=by)
