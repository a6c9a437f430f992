"""Which statements answer a question, and what each gives: what the record says of them is kept, nothing is added."""

from collections.abc import Sequence

from index.attribution.aliases import load_aliases
from index.records import Article, Sentence, Statement
from index.store.rows import published_text
from service.answering.filling.fill import Filling
from service.answering.filling.fill_attributed import ATTRIBUTED, fill_statements
from service.answering.filling.fillers import fill_sentence
from service.answering.filling.forms import find_form
from service.answering.judging.choose import choose_statements
from service.answering.judging.rest import question_stems
from service.answering.judging.support import Support, Supports
from service.answering.language.sources import holds_source, is_outlet
from service.answering.language.stems import HeldStems
from service.answering.reading import Candidates
from service.question import Query

Found = tuple[Statement, Filling]


class Judge:
    """Judges the statements of candidates for one question; a sentence is read once."""

    def __init__(self, query: Query, candidates: Candidates, stems: HeldStems | None = None) -> None:
        self.query = query
        self._candidates = candidates
        self._aliases = load_aliases()
        self._stems = stems or question_stems(query, candidates.lexicon)
        self._supports = Supports(query, candidates, self._stems)
        self._found: dict[str, tuple[Found, ...]] = {}
        self._borne: dict[str, Support] = {}

    def read(self, sentence: Sentence) -> tuple[Found, ...]:
        """The statements of the sentence that answer the question, each with what it gives; often none."""
        if sentence.id not in self._found:
            self._found[sentence.id] = tuple(self._read(sentence))
        return self._found[sentence.id]

    def borne(self, sentence: Sentence) -> Support | None:
        """Why a sentence that was read answers; None where something else than its words decided."""
        return self._borne.get(sentence.id)

    def fill(self, statement: Statement) -> Filling | None:
        """What the statement gives in answer: a value, a figure, a denial.

        None where its sentence does not bear the question out in full, or other words of it do, and for headings.
        """
        if statement.n < 0:
            return None
        sentence = self._candidates.neighbours[statement.article_id][statement.n]
        filling = next((filling for one, filling in self.read(sentence) if one.id == statement.id), None)
        borne = self.borne(sentence)
        return filling if borne is None or borne.full else None

    def told(self, sentence: Sentence) -> list[Statement]:
        """Statements of the sentence by one of the sources that the question is confined to, if it is."""
        own = self._candidates.statements[sentence.article_id].of_sentence(sentence.n)
        sources = self.query.sources
        if self.query.cited and not self._is_heard(sentence):
            sources = self.query.cited
        return [one for one in own if holds_source(one, sources, self._aliases)] if sources else own

    def _is_heard(self, sentence: Sentence) -> bool:
        """Whether the sentence is one of an outlet that the question is confined to."""
        outlet = self._candidates.articles[sentence.article_id].masthead.outlet.name
        return outlet is not None and any(is_outlet(outlet, one) for one in self.query.filters.outlets)

    def _name(self, told: Sequence[Statement], article: Article) -> list[Found]:
        """The statements that name the thing asked about, each with the first form in it."""
        forms = ((one, find_form(self.query, one, article)) for one in told)
        return [(one, Filling(form)) for one, form in forms if form]

    def _read(self, sentence: Sentence) -> list[Found]:
        told = self.told(sentence)
        article = self._candidates.articles[sentence.article_id]
        if self.query.published:
            day = published_text(article.masthead.published)
            return [(one, Filling(day)) for one in told[:1] if day]
        if self.query.kind == "words" and (named := self._name(told, article)):
            return named
        support = self._supports.weigh(sentence, told) if told else None
        if support is None:
            return []
        self._borne[sentence.id] = support
        if self.query.kind in ATTRIBUTED or self.query.speakers:
            return fill_statements(self.query, support, told, article, self._aliases, self._supports.bears_topic)
        filling = fill_sentence(self.query, support, told, article, self._aliases)
        if filling is None:
            return []
        return [(one, filling) for one in choose_statements(told, filling, article.text, self._stems)]
