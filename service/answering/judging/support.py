"""Whether a sentence bears a question out: its names, numbers and times, and in the sentence itself what happened."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.attribution.aliases import load_aliases
from index.reading.sentences import leans
from index.records import Article, Sentence, Span, Statement
from service.answering.asking.days import find_periods
from service.answering.judging.named import find_cited, find_ranked, names_other, overlaps, ranks_other, short_form
from service.answering.judging.page import Page
from service.answering.judging.rest import question_stems, rest_weights
from service.answering.judging.score import weigh_words
from service.answering.judging.strangers import Strangers
from service.answering.language.clauses import clause_of
from service.answering.language.names import Name
from service.answering.language.predicates import find_predicate
from service.answering.language.sources import speaks
from service.answering.language.stems import HeldStems
from service.answering.language.verbs import verb_pattern
from service.answering.reading import Candidates
from service.question import Query

# Of the weight of the question's other words, the share that must stand in the sentence and around it.
REST_AROUND = 0.5
# The least of it where how well the sentence supports an answer is estimated from all that speaks for it.
REST_LEAST = 0.15
# The same in the sentence alone, where the question has no word of the table of predicates.
REST_WITHIN = 0.5
# Of the weight of the plain words of what is done to something, the share that a sentence must hold to affirm or deny.
OBJECT_WITHIN = 0.5
# Of the weight of all words of the question, the share of a sentence that tells it without the word for the event.
RETOLD_WITHIN = 0.5
# "In the south of the country" is a place, though no name.
_BEARING = re.compile(r"north|south|east|west")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Support:
    """Why a sentence bears the question out; `predicate` is a span of `text`, None where only words agree.

    `events` are all the words that may say what happened, `predicate` first. `start` is where the sentence begins in
    its article; `cited` are spans of `text` that stand for sources. `around` is the share of the weight of the
    question's other words that stands in and around the sentence; where `full` is not set, that is too little to show.
    """

    text: str
    predicate: Span | None
    events: tuple[Span, ...] = ()
    start: int = 0
    cited: tuple[Span, ...] = ()
    around: float = 1.0
    full: bool = True

    def absolute(self, span: Span) -> Span:
        """The same words in the text of the article."""
        return Span(span.start + self.start, span.end + self.start)

    def is_cited(self, name: Name) -> bool:
        """Whether a name of the sentence stands for one who is only cited in it."""
        return overlaps(name, self.cited)


class Supports:
    """Weighs sentences for one question. What does not change between sentences is worked out once."""

    def __init__(self, query: Query, candidates: Candidates, stems: HeldStems | None = None) -> None:
        self._query = query
        self._stems = stems or question_stems(query, candidates.lexicon)
        self._aliases = load_aliases()
        self._names = {name: self._aliases.pattern(name) for name in query.names}
        self._strangers = Strangers(query, self._names)
        self._rest = rest_weights(query, candidates.lexicon)
        self._bearings = {found[0] for stem in self._rest if (found := _BEARING.match(stem))}
        self._whole = weigh_words(query.topic, candidates.lexicon)
        self._objects = weigh_words(query.objects, candidates.lexicon)
        self._verb = verb_pattern(query.verb)
        self._ranked = find_ranked(query.text)
        self._pages = {key: Page(article, candidates.neighbours[key]) for key, article in candidates.articles.items()}
        self._held: dict[tuple[str, str, bool], bool] = {}
        self._standing: dict[tuple[str, int, str], bool] = {}
        self._dates = {
            time: [(one.first, one.last) for one in find_periods(f"in {time}", None) if one.first and one.last]
            for time in query.times
        }

    def weigh(self, sentence: Sentence, statements: Sequence[Statement]) -> Support | None:
        """How the sentence bears the question out, `statements` being those of it that count; None if it does not."""
        page, n = self._pages[sentence.article_id], sentence.n
        text = page.text(n)
        # What is cheap and turns most away comes first.
        told = self._find_told(sentence, statements)
        if (self._query.speakers and not told) or len(text.split()) < 2 or ranks_other(self._ranked, text):
            return None
        predicates = self._find_events(text, page.text(n - 1) if leans(text) else "")
        if self._query.classes and not predicates and not self._retells(text):
            return None
        tied = bool(predicates) or bool(told)
        around = self._share_rest(page, n)
        full = around >= REST_AROUND and self._bears_rest(page, n, tied)
        if not (full or (is_estimated(self._query) and around >= REST_LEAST)) or not self._bears_names(page, n, told):
            return None
        days = [when.day for one in statements for when in one.when if when.day]
        if not self._bears_numbers(text, f"{page.near(n)}\n{page.head}", page, days):
            return None
        cited = find_cited(sentence, statements)
        fit = [one for one in predicates if not self._strangers.strays(text, one, cited)]
        if (predicates and not fit) or (not predicates and self._strangers.strays(text, None, cited)):
            return None
        return Support(text, fit[0] if fit else None, tuple(fit), sentence.start, cited, around, full)

    def _find_told(self, sentence: Sentence, statements: Sequence[Statement]) -> list[Statement]:
        """The statements by those whose words are asked for."""
        if not self._query.speakers:
            return []
        article = self._pages[sentence.article_id].article
        return [one for one in statements if self._is_told(one, article)]

    def _is_told(self, statement: Statement, article: Article) -> bool:
        passed_on = self._query.passed_on
        return speaks(statement, article, self._query.speakers, self._aliases, passed_on=passed_on)

    def _find_events(self, text: str, before: str) -> list[Span]:
        """Words that tell of the event asked for, those first whose clause holds what it is done to."""
        query = self._query
        if not query.classes and query.verb:
            found = [Span(*one.span()) for one in self._verb.finditer(text)]
        else:
            found = list(find_predicate(text, query.classes))
        if query.kind not in ("yes_no", "confirmed") or not found or not (self._objects or query.patients):
            return found
        if not self._holds_object(f"{before}\n{text}"):
            return []
        return sorted(found, key=lambda one: not self._holds_object(text[slice(*clause_of(text, one.start))]))

    def _holds_object(self, text: str) -> bool:
        """Whether the plain words of what it is done to stand in the text, most of their weight, and its names."""
        if not all(self._names[name].search(text) or short_form(name, text) for name in self._query.patients):
            return False
        held = self._objects.keys() & self._stems.find(text)
        return sum(self._objects[stem] for stem in held) >= OBJECT_WITHIN * sum(self._objects.values())

    def _retells(self, text: str) -> bool:
        """Whether a sentence tells by other words what is asked: most of all that the question says stands in it.

        Not for who did it, whether, when or how many: there the word that says what happened decides.
        """
        if self._query.kind not in ("what", "where") and self._query.role:
            return False
        if self._query.kind not in ("what", "where", "who"):
            return False
        held = self._whole.keys() & self._stems.find(text)
        return sum(self._whole[stem] for stem in held) >= RETOLD_WITHIN * sum(self._whole.values())

    def bears_topic(self, words: str) -> float:
        """How much of what the question is about stands in some words: each name as one, and the weight of the rest."""
        names = sum(1 for pattern in self._names.values() if pattern.search(words))
        return names + sum(self._rest[stem] for stem in self._rest.keys() & self._stems.find(words))

    def _bears_names(self, page: Page, n: int, told: Sequence[Statement]) -> bool:
        return all(
            self._bears_name(name, page, n) and not self._only_cites(name, page, n, told) for name in self._names
        ) and all(self._holds(page, name, whole=True) for name in self._query.premised)

    def _only_cites(self, name: str, page: Page, n: int, told: Sequence[Statement]) -> bool:
        """Whether the name stands in the sentence, but in nothing of what those asked for say there."""
        if not told or not self._stands(name, page, n):
            return False
        text = page.article.text
        return not any(self._names[name].search(text, *one.content) for one in told)

    def _bears_name(self, name: str, page: Page, n: int) -> bool:
        if self._holds(page, name, whole=False) or any(self._stands(name, page, one) for one in (n, n - 1, n + 1)):
            return True
        return bool(short_form(name, page.near(n))) and self._holds(page, name, whole=True)

    def _stands(self, name: str, page: Page, n: int) -> bool:
        """Whether sentence `n` has the name; asked once for each."""
        key = (page.article.id, n, name)
        if key not in self._standing:
            self._standing[key] = bool(self._names[name].search(page.text(n)))
        return self._standing[key]

    def _holds(self, page: Page, name: str, *, whole: bool) -> bool:
        """Whether the head of an article, or the whole of it, has the name; asked once for each."""
        key = (page.article.id, name, whole)
        if key not in self._held:
            pattern = self._aliases.pattern(name)
            self._held[key] = bool(pattern.search(page.whole if whole else page.head))
        return self._held[key]

    def _bears_numbers(self, text: str, around: str, page: Page, days: Sequence[date]) -> bool:
        """Numbers stand around the sentence; years and days anywhere in the article, if the sentence has no other.

        A day of the sentence ("on Saturday", where it is known which) bears out the date that it is.
        """
        plain = around.replace(",", "")
        for number in self._query.numbers:
            pattern = rf"(?<![\d.]){re.escape(number.replace(',', ''))}(?!\d|\.\d)"
            if _YEAR.fullmatch(number):
                if names_other(_YEAR, number, text) or (names_other(_YEAR, number, page.head) and number not in text):
                    return False
            elif not re.search(pattern, plain):
                return False
        for time in self._query.times:
            if any(low <= day <= high for low, high in self._dates.get(time, ()) for day in days):
                continue
            if any(names_other(kind, time, text) for kind in (_WEEKDAY, _YEAR)):
                return False
            pattern = rf"(?<!\w){re.escape(time)}(?!\w)"
            if not re.search(pattern, around, re.IGNORECASE) and not re.search(pattern, page.whole, re.IGNORECASE):
                return False
        return True

    def _share_rest(self, page: Page, n: int) -> float:
        """The share of the weight of the other words around a sentence; 0 where a point of the compass lacks."""
        around = (page.text(n), page.text(n - 1), page.text(n + 1), page.head)
        if not all(re.search(rf"\b{one}", " ".join(around), re.IGNORECASE) for one in self._bearings):
            return 0.0
        held = self._rest.keys() & frozenset().union(*map(self._stems.find, around))
        total = sum(self._rest.values())
        return sum(self._rest[stem] for stem in held) / total if total else 1.0

    def _bears_rest(self, page: Page, n: int, tied: bool) -> bool:
        """Whether a sentence that has most of the other words around it holds enough of them, or is tied otherwise."""
        total = sum(self._rest.values())
        if not total:
            return tied or bool(self._query.names)
        if tied and (self._query.names or self._query.premised or self._query.speakers):
            return True
        # Nothing but words ties the sentence to the question: they must stand in the sentence itself.
        own = self._rest.keys() & self._stems.find(page.text(n))
        return sum(self._rest[stem] for stem in own) >= REST_WITHIN * total


def is_estimated(query: Query) -> bool:
    """Whether how well an answer is supported was measured for this kind of question: it asks for a fact by its words.

    Whether something is so, who said it and what they said turn on the record, and are borne out in full or not.
    """
    return (
        query.kind in ("who", "what", "where", "when", "figures") and not query.speakers and query.role != "described"
    )


def order_by_score(scores: Sequence[float]) -> list[int]:
    """Row numbers, best score first, ties by row."""
    return sorted(range(len(scores)), key=lambda n: (-float(scores[n]), n))
