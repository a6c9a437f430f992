"""Whether a sentence bears a question out: its names, numbers and times, and in the sentence itself what happened."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from index.attribution.aliases import Aliases, load_aliases
from index.reading.sentences import leans
from index.records import Article, Sentence, Span
from service.answering.names import Name, find_names, word_lists
from service.answering.predicates import find_predicate
from service.answering.reading import Candidates, Lexicon
from service.answering.score import weigh_words
from service.question import Query

# Of the weight of the question's other words, the share that must stand in the sentence and around it.
REST_AROUND = 0.5
# The same in the sentence alone, where the question has no word of the table of predicates.
REST_WITHIN = 0.5
LEAD = 2  # sentences
_PLACING = re.compile(r"\b(?:in|at|near|across|inside|outside|from)\s+(?:the\s+)?(?:[a-z-]+\s+){0,4}$")
_BY = re.compile(r"(?:^|\s)(?:[a-z-]+\s+){0,2}?by\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}$")
_BEHIND = re.compile(
    r"\b(?:of|with|against|for|to|from|in|at|near|on|than|about|over)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}$"
)
_NEXT_TO = 30  # characters after a predicate in which what it is done to stands
_CLAUSE = re.compile(r"[;:—]|,\s+(?:and|but|while|which|who|as|after|before)\b|\b(?:while|whereas|although|but)\b")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_REPORTING = re.compile(
    r"\b(?:" + "|".join(sorted(word_lists()["reporting"], key=len, reverse=True)) + r"|according to)\b", re.IGNORECASE
)
_SOURCE_REACH = 40


@dataclass(frozen=True)
class Page:
    """An article as its sentences are judged: title, lead and the sentences around."""

    article: Article
    sentences: tuple[Sentence, ...]

    @cached_property
    def head(self) -> str:
        """Title and lead, which say what the whole article is about."""
        title = self.article.masthead.title.text or ""
        return "\n".join([title, *(self.text(n) for n in range(min(LEAD, len(self.sentences))))])

    @cached_property
    def whole(self) -> str:
        """Title and all sentences; no furniture."""
        return "\n".join([self.article.masthead.title.text or "", *map(self.text, range(len(self.sentences)))])

    def text(self, n: int) -> str:
        """The words of sentence `n`; none where there is no such sentence."""
        if not 0 <= n < len(self.sentences):
            return ""
        return self.article.text[self.sentences[n].start : self.sentences[n].end]

    def near(self, n: int) -> str:
        """Sentence `n` and its neighbours."""
        return "\n".join([self.text(n - 1), self.text(n), self.text(n + 1)])


@dataclass(frozen=True, slots=True)
class Support:
    """Why a sentence bears the question out; `predicate` is a span of `text`, None where only words agree."""

    text: str
    predicate: Span | None


class Judge:
    """Judges sentences for one question. What does not change between sentences is worked out once."""

    def __init__(self, query: Query, candidates: Candidates, aliases: Aliases | None = None) -> None:
        self._query = query
        self._lexicon = candidates.lexicon
        self._aliases = aliases or load_aliases()
        self._names = {name: self._aliases.pattern(name) for name in query.names}
        self._sources = [self._aliases.pattern(name) for name in query.sources]
        self._rest = rest_weights(query, candidates.lexicon)
        self._pages = {key: Page(article, candidates.neighbours[key]) for key, article in candidates.articles.items()}
        self._held: dict[tuple[str, str, bool], bool] = {}

    def page(self, article_id: str) -> Page:
        """The article's page."""
        return self._pages[article_id]

    def weigh(self, sentence: Sentence) -> Support | None:
        """How the sentence bears the question out; None where it does not."""
        page = self._pages[sentence.article_id]
        near = page.near(sentence.n)
        if not self._bears_names(near, page):
            return None
        text, around = page.text(sentence.n), f"{near}\n{page.head}"
        if not self._bears_numbers(text, around):
            return None
        if not self._bears_speaker(text, sentence.n, page) or not all(one.search(text) for one in self._sources):
            return None
        predicates = list(find_predicate(text, self._query.classes))
        if self._query.classes and not predicates:
            return None
        if not self._bears_rest(text, around, bool(predicates)):
            return None
        if not predicates:
            return Support(text, None) if not self._strays(text, None) else None
        fit = next((one for one in predicates if not self._strays(text, one)), None)
        return Support(text, fit) if fit else None

    def _bears_names(self, near: str, page: Page) -> bool:
        return all(self._bears_name(name, near, page) for name in self._names) and all(
            self._holds(page, name, whole=True) for name in self._query.premised
        )

    def _bears_name(self, name: str, near: str, page: Page) -> bool:
        if self._holds(page, name, whole=False) or self._names[name].search(near):
            return True
        return bool(_short_form(name, near)) and self._holds(page, name, whole=True)

    def _holds(self, page: Page, name: str, *, whole: bool) -> bool:
        """Whether the head of an article, or the whole of it, has the name; asked once for each."""
        key = (page.article.id, name, whole)
        if key not in self._held:
            pattern = self._aliases.pattern(name)
            self._held[key] = bool(pattern.search(page.whole if whole else page.head))
        return self._held[key]

    def _bears_numbers(self, text: str, around: str) -> bool:
        plain = around.replace(",", "")
        for number in self._query.numbers:
            if not re.search(rf"(?<![\d.]){re.escape(number.replace(',', ''))}(?!\d|\.\d)", plain):
                return False
        for time in self._query.times:
            if not re.search(rf"(?<!\w){re.escape(time)}(?!\w)", around, re.IGNORECASE):
                return False
            if any(_other(kind, time, text) for kind in (_WEEKDAY, _YEAR)):
                return False
        return True

    def _bears_speaker(self, text: str, n: int, page: Page) -> bool:
        """Who is asked for must stand in the sentence with a word of saying, or be carried into a leaning one."""
        if not self._query.speakers:
            return True
        if not _REPORTING.search(text):
            return False
        carried = text if not leans(text) else f"{page.text(n - 1)}\n{text}"
        return all(self._names[name].search(carried) or _short_form(name, carried) for name in self._query.speakers)

    def _bears_rest(self, text: str, around: str, predicate: bool) -> bool:
        total = sum(self._rest.values())
        if not total:
            return predicate or bool(self._query.names)
        held = self._rest.keys() & set(self._lexicon.stems(around))
        if sum(self._rest[stem] for stem in held) < REST_AROUND * total:
            return False
        if predicate and (self._query.names or self._query.premised):
            return True
        # Nothing but words ties the sentence to the question: they must stand in the sentence itself.
        own = self._rest.keys() & set(self._lexicon.stems(text))
        return sum(self._rest[stem] for stem in own) >= REST_WITHIN * total

    def _strays(self, text: str, predicate: Span | None) -> bool:
        """Whether the sentence puts another in the place of one whom the question names.

        A place that is only carried into the sentence gives way to one the sentence itself names, and a doer
        who does not stand before the predicate, or after "by", to another one who does.
        """
        strangers = [name for name in find_names(text) if not self._is_asked(name)]
        carried = [name for name in self._query.placed if not self._names[name].search(text)]
        if carried and any(_PLACING.search(text[: one.start][-60:]) for one in strangers):
            return True
        if predicate is None:
            return False
        if any(not self._names[name].search(text) for name in self._query.patients) and any(
            predicate.end <= one.start < predicate.end + _NEXT_TO for one in strangers
        ):
            return True
        return any(self._acts_for(name, text, predicate, strangers) for name in self._query.agents)

    def _acts_for(self, agent: str, text: str, predicate: Span, strangers: Sequence[Name]) -> bool:
        """Whether somebody else does in this sentence what the question makes `agent` do."""
        found = self._names[agent].finditer(text)
        if any(one.start() < predicate.start or _BY.search(text[: one.start()][-40:]) for one in found):
            return False
        low = clause_of(text, predicate.start).start
        others = [one for one in strangers if _may_act(text, one) and not self._aliases.is_actor(one.text, agent)]
        before = any(low <= one.start < predicate.start for one in others)
        return before or any(_BY.match(text[predicate.end : one.start]) for one in others)

    def _is_asked(self, name: Name) -> bool:
        return any(pattern.search(name.text) or name.text in asked for asked, pattern in self._names.items())


def _short_form(name: str, text: str) -> bool:
    """Whether the last word of a longer name stands in the text, as is usual after first mention."""
    *first, last = name.split()
    return bool(first) and len(last) > 3 and bool(re.search(rf"(?<!\w){re.escape(last)}(?!\w)", text))


def rest_weights(query: Query, lexicon: Lexicon) -> dict[str, float]:
    """The stems of a question that are no name, number, time, predicate, or kind of thing asked, with their weights."""
    lists = word_lists()
    text = query.topic
    for part in sorted((*query.names, *query.times, *query.numbers, *query.counted), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", " ", text, flags=re.IGNORECASE)
    for span in sorted(find_predicate(text, query.classes), reverse=True):
        text = f"{text[: span.start]} {text[span.end :]}"
    generic = lists["places"] | lists["persons"] | lists["outlets"] | lists["times"] | lists["reporting"]
    kept = [
        word for word in re.findall(r"[^\W_]+(?:['-][^\W_]+)*", text) if word.lower() not in generic | lists["stop"]
    ]
    return weigh_words(" ".join(kept), lexicon)


def _may_act(text: str, name: Name) -> bool:
    """Whether a name could be the doer: no source, no owner ("Syria’s president"), nothing behind a preposition."""
    owner = text[name.end : name.end + 1] in ("’", "'")
    return not (owner or is_source(text, name) or _BEHIND.search(text[max(0, name.start - 30) : name.start]))


def is_source(text: str, name: Name) -> bool:
    """Whether a name stands where a source does: next to a word of saying ("SANA reported", "told the AFP")."""
    before = text[max(0, name.start - _SOURCE_REACH) : name.start]
    after = text[name.end : name.end + _SOURCE_REACH]
    told = re.search(
        r"\b(?:told|tells|according to|said|citing|to the|added)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$", before
    )
    says = re.match(
        r"(?:[’']s)?,?\s+(?:[a-z-]+\s+){0,4}?(?:said|says|reported|reports|claimed|added|stated|told)\b", after
    )
    agency = re.match(r"\s+(?:news agency|agency|newspaper|television|news)\b", after)
    return bool(told or says or agency)


def clauses(text: str) -> Iterator[Span]:
    """The clauses of a sentence, roughly: parted at semicolons, dashes, and joining words after a comma."""
    low = 0
    for found in _CLAUSE.finditer(text):
        if found.start() > low:
            yield Span(low, found.start())
        low = found.start() if found.group()[0].isalpha() else found.start() + 1
    yield Span(low, len(text))


def clause_of(text: str, at: int) -> Span:
    """The clause that the character at `at` stands in."""
    return next((one for one in clauses(text) if one.start <= at < one.end), Span(0, len(text)))


def _other(kind: re.Pattern[str], time: str, text: str) -> bool:
    """Whether the sentence itself names another weekday or year than the one asked, and not that one."""
    asked = {one.casefold() for one in kind.findall(time)}
    own = {one.casefold() for one in kind.findall(text)}
    return bool(asked and own and not asked & own)


def order_by_score(scores: Sequence[float]) -> list[int]:
    """Row numbers, best score first, ties by row."""
    return sorted(range(len(scores)), key=lambda n: (-float(scores[n]), n))
