"""Whether a sentence bears a question out: its names, numbers and times, and in the sentence itself what happened."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.attribution.aliases import load_aliases
from index.reading.sentences import leans
from index.records import Sentence, Span
from service.answering.asked import verb_pattern
from service.answering.clauses import clause_of, is_source
from service.answering.doers import find_doer, find_owner
from service.answering.names import Name, find_names, word_lists
from service.answering.page import Page
from service.answering.predicates import find_predicate
from service.answering.reading import Candidates, Lexicon
from service.answering.score import weigh_words
from service.answering.stems import HeldStems
from service.question import Query

# Of the weight of the question's other words, the share that must stand in the sentence and around it.
REST_AROUND = 0.5
# The same in the sentence alone, where the question has no word of the table of predicates.
REST_WITHIN = 0.5
# Of the weight of the plain words of what is done to something, the share that a sentence must hold to affirm or deny.
OBJECT_WITHIN = 0.5
# Of the weight of all words of the question, the share of a sentence that tells it without the word for the event.
RETOLD_WITHIN = 0.5
_PLACING = re.compile(r"\b(?:in|at|near|across|inside|outside|from)\s+(?:the\s+)?(?:[a-z-]+\s+){0,4}$")
_BY = re.compile(r"(?:^|\s)(?:[a-z-]+\s+){0,2}?by\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}$")
_BEHIND = re.compile(
    r"\b(?:of|with|against|for|to|from|in|at|near|on|than|about|over)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}$"
)
_NEXT_TO = 30  # characters after a predicate in which what it is done to stands
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_REPORTING = re.compile(
    r"\b(?:" + "|".join(sorted(word_lists()["reporting"], key=len, reverse=True)) + r"|according to)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Support:
    """Why a sentence bears the question out; `predicate` is a span of `text`, None where only words agree.

    `events` are all the words that may say what happened, `predicate` first.
    """

    text: str
    predicate: Span | None
    events: tuple[Span, ...] = ()


class Judge:
    """Judges sentences for one question. What does not change between sentences is worked out once."""

    def __init__(self, query: Query, candidates: Candidates, stems: HeldStems | None = None) -> None:
        self._query = query
        self._stems = stems or question_stems(query, candidates.lexicon)
        self._aliases = load_aliases()
        self._names = {name: self._aliases.pattern(name) for name in query.names}
        self._sources = [self._aliases.pattern(name) for name in query.sources]
        self._rest = rest_weights(query, candidates.lexicon)
        self._whole = weigh_words(query.topic, candidates.lexicon)
        self._objects = weigh_words(query.objects, candidates.lexicon)
        self._verb = verb_pattern(query.verb)
        self._pages = {key: Page(article, candidates.neighbours[key]) for key, article in candidates.articles.items()}
        self._held: dict[tuple[str, str, bool], bool] = {}
        self._standing: dict[tuple[str, int, str], bool] = {}

    def page(self, article_id: str) -> Page:
        """The article's page."""
        return self._pages[article_id]

    def weigh(self, sentence: Sentence) -> Support | None:
        """How the sentence bears the question out; None where it does not."""
        page, n = self._pages[sentence.article_id], sentence.n
        text = page.text(n)
        # What is cheap and turns most away comes first.
        predicates = self._find_events(text, page.text(n - 1) if leans(text) else "")
        if self._query.classes and not predicates and not self._retells(text):
            return None
        if not self._bears_rest(page, n, bool(predicates)) or not self._bears_names(page, n):
            return None
        if not self._bears_numbers(text, f"{page.near(n)}\n{page.head}", page):
            return None
        if not self._bears_speaker(text, n, page) or not all(one.search(text) for one in self._sources):
            return None
        if not predicates:
            return Support(text, None) if not self._strays(text, None) else None
        fit = [one for one in predicates if not self._strays(text, one)]
        return Support(text, fit[0], tuple(fit)) if fit else None

    def _find_events(self, text: str, before: str) -> list[Span]:
        """Words that tell of the event asked for, those first whose clause holds what it is done to."""
        query = self._query
        if not query.classes and query.verb:
            return [Span(*one.span()) for one in self._verb.finditer(text)]
        found = list(find_predicate(text, query.classes))
        if query.kind != "yes_no" or not found or not (self._objects or query.patients):
            return found
        if not self._holds_object(f"{before}\n{text}"):
            return []
        return sorted(found, key=lambda one: not self._holds_object(text[slice(*clause_of(text, one.start))]))

    def _holds_object(self, text: str) -> bool:
        """Whether the plain words of what it is done to stand in the text, most of their weight, and its names."""
        if not all(self._names[name].search(text) or _short_form(name, text) for name in self._query.patients):
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

    def _bears_names(self, page: Page, n: int) -> bool:
        return all(self._bears_name(name, page, n) for name in self._names) and all(
            self._holds(page, name, whole=True) for name in self._query.premised
        )

    def _bears_name(self, name: str, page: Page, n: int) -> bool:
        if self._holds(page, name, whole=False) or any(self._stands(name, page, one) for one in (n, n - 1, n + 1)):
            return True
        return bool(_short_form(name, page.near(n))) and self._holds(page, name, whole=True)

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

    def _bears_numbers(self, text: str, around: str, page: Page) -> bool:
        """Numbers stand around the sentence; years and days anywhere in the article, if the sentence has no other."""
        plain = around.replace(",", "")
        for number in self._query.numbers:
            pattern = rf"(?<![\d.]){re.escape(number.replace(',', ''))}(?!\d|\.\d)"
            if _YEAR.fullmatch(number):
                if _other(_YEAR, number, text) or (_other(_YEAR, number, page.head) and number not in text):
                    return False
            elif not re.search(pattern, plain):
                return False
        for time in self._query.times:
            if any(_other(kind, time, text) for kind in (_WEEKDAY, _YEAR)):
                return False
            pattern = rf"(?<!\w){re.escape(time)}(?!\w)"
            if not re.search(pattern, around, re.IGNORECASE) and not re.search(pattern, page.whole, re.IGNORECASE):
                return False
        return True

    def _bears_speaker(self, text: str, n: int, page: Page) -> bool:
        """Who speaks, and of whom, stands in the sentence with a word of saying, or is carried into a leaning one."""
        if not self._query.speakers:
            return True
        if not _REPORTING.search(text):
            return False
        carried = text if not leans(text) else f"{page.text(n - 1)}\n{text}"
        return all(self._names[name].search(carried) or _short_form(name, carried) for name in self._query.names)

    def _bears_rest(self, page: Page, n: int, predicate: bool) -> bool:
        total = sum(self._rest.values())
        if not total:
            return predicate or bool(self._query.names)
        around = (page.text(n), page.text(n - 1), page.text(n + 1), page.head)
        held = self._rest.keys() & frozenset().union(*map(self._stems.find, around))
        if sum(self._rest[stem] for stem in held) < REST_AROUND * total:
            return False
        if predicate and (self._query.names or self._query.premised):
            return True
        # Nothing but words ties the sentence to the question: they must stand in the sentence itself.
        own = self._rest.keys() & self._stems.find(page.text(n))
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

    def _is_anothers(self, agent: str, text: str, predicate: Span, strangers: Sequence[Name]) -> bool:
        """Whether the event is said to be another's: "her resignation" beside another name, "Haley has resigned"."""
        owner = find_owner(text, predicate)
        if owner is not None:
            return bool(strangers) if owner.islower() else not self._is_one(owner, agent)
        doer = find_doer(text, predicate)
        if doer is None or not doer.named:
            return False
        # "US Ambassador to the United Nations Nikki Haley has resigned": all up to the verb is who did it.
        inside = [one for one in strangers if doer.start <= one.start < doer.end]
        return bool(inside) and not self._is_one(text[doer.start : predicate.start], agent)

    def _is_one(self, phrase: str, agent: str) -> bool:
        """Whether a phrase names the agent, in full, in short, or as one who acts for it."""
        return bool(
            self._names[agent].search(phrase) or _short_form(agent, phrase) or self._aliases.is_actor(phrase, agent)
        )

    def _acts_for(self, agent: str, text: str, predicate: Span, strangers: Sequence[Name]) -> bool:
        """Whether somebody else does in this sentence what the question makes `agent` do."""
        if self._query.kind == "yes_no" and self._is_anothers(agent, text, predicate, strangers):
            return True
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


def question_stems(query: Query, lexicon: Lexicon) -> HeldStems:
    """Finds any stem of the question's words in texts."""
    return HeldStems(lexicon.stems(f"{query.search} {query.topic} {query.objects}"), lexicon)


def rest_weights(query: Query, lexicon: Lexicon) -> dict[str, float]:
    """The stems of a question that are no name, number, time, predicate, or kind of thing asked, with their weights."""
    lists = word_lists()
    text = query.topic
    given = (*query.names, *query.premised, *query.times, *query.numbers, *query.counted, *query.asked)
    for part in sorted(given, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", " ", text, flags=re.IGNORECASE)
    for span in sorted(find_predicate(text, query.classes), reverse=True):
        text = f"{text[: span.start]} {text[span.end :]}"
    generic = (
        lists["places"] | lists["persons"] | lists["outlets"] | lists["times"] | lists["reporting"] | lists["fillers"]
    )
    kept = [
        word for word in re.findall(r"[^\W_]+(?:['-][^\W_]+)*", text) if word.lower() not in generic | lists["stop"]
    ]
    return weigh_words(" ".join(kept), lexicon)


def _may_act(text: str, name: Name) -> bool:
    """Whether a name could be the doer: no source, no owner ("Syria’s president"), nothing behind a preposition."""
    owner = text[name.end : name.end + 1] in ("’", "'")
    return not (owner or is_source(text, name) or _BEHIND.search(text[max(0, name.start - 30) : name.start]))


def _other(kind: re.Pattern[str], time: str, text: str) -> bool:
    """Whether the sentence itself names another weekday or year than the one asked, and not that one."""
    asked = {one.casefold() for one in kind.findall(time)}
    own = {one.casefold() for one in kind.findall(text)}
    return bool(asked and own and not asked & own)


def order_by_score(scores: Sequence[float]) -> list[int]:
    """Row numbers, best score first, ties by row."""
    return sorted(range(len(scores)), key=lambda n: (-float(scores[n]), n))
