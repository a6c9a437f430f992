"""Which reports tell the very thing that a yes or no question asks, so that they are reports of one claim."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.attribution.aliases import load_aliases
from index.attribution.marks.compare_figures import compare_frames, values_conflict
from index.records import Article, Span, Statement
from service.answering.judging.named import short_form
from service.answering.language.clauses import clause_of
from service.answering.language.doers import Doer, find_doer, find_patient, is_passive
from service.answering.language.names import word_lists
from service.answering.language.predicates import find_predicate
from service.answering.reading import Lexicon
from service.answering.relating.held import Held, innermost
from service.answering.relating.propositions import has_times_apart, read_events
from service.answering.relating.sources import voice_of
from service.question import Query

NEAR = 7  # days between two articles on one event
_ASKED_PASSIVE = re.compile(r"^(?:was|were|is|are)\s+(?!it\b|there\b)", re.IGNORECASE)
_SAYS_SO = frozenset({"asserts", "confirms", "admits"})
_NO = re.compile(r"(?<!\w)(?:no|not|never|without|\w{2,8}n[’']t|cannot)(?!\w)", re.IGNORECASE)
# "No evidence (that) he called it so" denies what follows.
_GOVERNED = re.compile(
    r"\b(?:that|whether|if|to|evidence|proof|indications?|signs?|suggestions?|claims?|hints?|records?|true|clear)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LEADS_UP = re.compile(r"\s+(?:(?:has|have|had|was|were|is|are|been|being|also|just|then|later|\w+ly)\s+)*$")
_DATELINE = re.compile(r"^[A-Z][A-Z .,]+(?:\([^)]*\)\s*)?[—―–-]+\s*")
_OPENING = re.compile(r"\s*(?:on|in|at|by|after|before|when|while|with|for|from|according|as|under|of|to)\b", re.I)
_BEHIND = re.compile(r"\b(?:of|to|for|with|by|from|against|in|at|on|about|like)\s+(?:the\s+)?(?:[A-Z][\w.]*\s+)*$")
_OWNING = re.compile(r"[’']s?(?!\w)")
_ENDS = re.compile(r"\s*(?:$|\(|,|and\b)")
_NOUN_AFTER = re.compile(
    r"\s+(?:administration|campaign|aides?|officials?|supporters?|government|foundation|lawyers?|attorneys?|team|family|"
    r"allies|staff|spokes\w+|voters?|delegates|company|organi[sz]ation|[A-Z])"
)
# Forms that the stemmer does not bring back to their verb.
_IRREGULAR = {
    form: verb
    for verb, forms in {
        "meet": "met",
        "shoot": "shot",
        "sell": "sold",
        "buy": "bought",
        "win": "won",
        "lose": "lost",
        "leave": "left",
        "steal": "stole stolen",
        "take": "took taken",
        "send": "sent",
        "write": "wrote written",
        "swear": "swore sworn",
        "choose": "chose chosen",
        "withdraw": "withdrew withdrawn",
        "sink": "sank sunk",
        "fall": "fell fallen",
        "quit": "quits quitting",
        "die": "died dies dying",
        "lie": "lied lies lying",
        "strike": "struck",
        "beat": "beaten",
    }.items()
    for form in forms.split()
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a yes or no question lays down: doer, deed, to whom; `deeds` and `rest` are stems.

    `passive`: the names before the deed are of those it is done to.
    """

    query: Query
    lexicon: Lexicon
    deeds: frozenset[str]
    rest: frozenset[str]
    passive: bool

    def tells(self, held: Held) -> bool:
        """Whether the report says, unhedged, that the thing asked is so, or is not: by its own words for all of it."""
        span = held.filling.span if held.filling else None
        content = held.statement.content
        if span is None or held.statement.chain is None or not content.start <= span.start < content.end:
            return False
        if any(one.over.start < span.end and span.start < one.over.end for one in held.statement.hedges):
            return False
        if not held.statement.chain and held.content.startswith(("“", '"')):
            return False  # a quotation whose speaker was not found
        if not self.is_deed(held.words(span)) or not self.holds_rest(held.quote):
            return False
        if not all(_names(name, held.quote) for name in self.query.names):
            return False
        return self._has_parts(held.quote, _shift(span, -held.statement.sentence.start))

    def is_deed(self, words: str) -> bool:
        """Whether the words say what the question's own word for the deed says, not only something of its class."""
        return bool(self.deeds & {self._stem(words.split()[0])})

    def holds_rest(self, text: str) -> bool:
        """Whether all other words of the question stand in the text."""
        return self.rest <= self._stems(text)

    def is_one_claim(self, one: Held, other: Held) -> bool:
        """Whether both tell it alike, of one time, and nothing in them stands against it. Unsure means no."""
        if one.denies != other.denies or not _are_alike(one, other) or not self.tells(one) or not self.tells(other):
            return False
        if one.article.id == other.article.id and _cites(one) == _cites(other):
            return False  # one sentence of it must not stand in for the other
        return _is_one_time(one, other) and not _has_other_place(one, other) and not _has_other_figures(one, other)

    def find_cited(self, held: Held, own: Sequence[Statement]) -> frozenset[str]:
        """Whom the report's article cites for the deed anywhere: the voices of named sources."""
        said = [held.statement, *(one for one in own if self._tells_deed(held.article, one))]
        return frozenset(voice_of(link.name) for one in said if (link := innermost(one)))

    def _tells_deed(self, article: Article, statement: Statement) -> bool:
        words = article.text[statement.sentence.start : statement.sentence.end]
        return bool(statement.chain) and bool(self.deeds & self._stems(words))

    def _has_parts(self, text: str, event: Span) -> bool:
        """Whether the names of the question stand where it puts them: who did it, and to whom."""
        done_to = self.query.agents if self.passive else self.query.patients
        if not self.passive and self.query.agents:
            if not done_to and is_passive(text, event):
                return False
            doer = find_doer(text, event)
            if not _stand_as(self.query.agents, text, event, doer if doer and doer.named else None):
                return False
        if not done_to:
            return True
        patient = find_patient(text, event)
        if is_passive(text, event):
            return _stand_as(done_to, text, event, patient)
        return all(_heads(name, text[event.end : clause_of(text, event.start).end], first=True) for name in done_to)

    def _stems(self, text: str) -> frozenset[str]:
        return frozenset(self._stem(word) for word in re.findall(r"[^\W_]+", text.casefold()))

    def _stem(self, word: str) -> str:
        plain = _IRREGULAR.get(word.casefold(), word.casefold())
        return next(iter(self.lexicon.stems(plain)), plain)


def read_asked(query: Query, lexicon: Lexicon) -> Asked | None:
    """What the question lays down; None where it asks for something else, or names no deed, doer or done-to."""
    if query.kind not in ("yes_no", "confirmed") or query.act or query.speakers:
        return None
    if not (query.agents or query.patients):
        return None
    asked = Asked(query, lexicon, frozenset(), frozenset(), passive=False)
    spans = list(find_predicate(query.topic, query.classes))
    words = [query.topic[one.start : one.end] for one in spans] or [query.verb] * bool(query.verb)
    if not words:
        return None
    deeds = frozenset(asked._stem(word.split()[0]) for word in words[:1])
    named = {asked._stem(part) for name in query.names for part in re.findall(r"[^\W_]+", name)}
    plain = (word for word in re.findall(r"[^\W_]+", query.topic.casefold()) if word not in word_lists()["stop"])
    rest = frozenset(asked._stem(word) for word in plain) - named - deeds
    rest -= {asked._stem(part) for word in words[:1] for part in word.casefold().split()}
    return Asked(query, lexicon, deeds, rest, _asks_passive(query.text, words[0]))


def _asks_passive(text: str, deed: str) -> bool:
    """Whether the question makes the one named before the deed the one it is done to."""
    at = re.search(rf"(?<!\w){re.escape(deed)}(?!\w)", text, re.IGNORECASE)
    if at is None or deed.endswith("ing"):
        return False
    return is_passive(text, Span(*at.span())) or bool(_ASKED_PASSIVE.match(text))


def hold_to_asked(asked: Asked | None, held: Held) -> Held | None:
    """The report; None for a denial of another deed, on something else. A denial in another clause denies nothing."""
    span = held.filling.span if held.filling else None
    if asked is None or held.filling is None or not held.filling.denied or span is None or asked.query.negated:
        return held
    if not asked.is_deed(held.words(span)) and not asked.holds_rest(held.quote):
        return None
    event = _shift(span, -held.statement.sentence.start)
    doer = find_doer(held.quote, event)
    if held.statement.stance == "denies" or doer is None or doer.start >= event.start:
        return held
    # "Made no commitment to stick with the deal he called insane": who did it stands after what is denied.
    before = held.quote[: doer.start]
    if _NO.search(held.quote, doer.start, event.start) or not _NO.search(before) or _GOVERNED.search(before):
        return held
    return replace(held, filling=replace(held.filling, denied=False))


def _cites(held: Held) -> tuple[str, ...]:
    return tuple(link.name for link in held.statement.chain or ())


def _are_alike(one: Held, other: Held) -> bool:
    """Whether both say so, both accuse, or both deny."""
    a, b = one.statement.stance, other.statement.stance
    return a == b or {a, b} <= _SAYS_SO


def _is_one_time(one: Held, other: Held) -> bool:
    """Whether both articles are of about one time, or name one day; an undated one is of no known time."""
    if has_times_apart(one.statement, other.statement):
        return False
    if one.article.id == other.article.id:
        return True
    days = [held.article.masthead.published.day for held in (one, other)]
    if days[0] and days[1]:
        return abs((days[0] - days[1]).days) <= NEAR
    told = [{when.day for when in held.statement.when if when.day} for held in (one, other)]
    return bool(told[0] & told[1])


def _has_other_place(one: Held, other: Held) -> bool:
    """Whether both say where, of one kind of event, and not the same place."""
    theirs = read_events(other.article, other.statement)
    pairs = [(a, b) for a in read_events(one.article, one.statement) for b in theirs if a.kind == b.kind]
    return any(a.places and b.places and not a.places & b.places for a, b in pairs)


def _has_other_figures(one: Held, other: Held) -> bool:
    """Whether a figure of one cannot hold beside one of the other that counts or measures the same."""
    return any(
        (compare_frames(a, b) is not None or (a.event is None and b.event is None and _counts_same(a.unit, b.unit)))
        and values_conflict(a, b)
        for a in one.statement.figures
        for b in other.statement.figures
    )


def _counts_same(one: str | None, other: str | None) -> bool:
    return one is not None and one == other


def _stand_as(names: Sequence[str], text: str, event: Span, subject: Doer | None) -> bool:
    """Whether the names are the subject of the word at `event`: of its phrase, or before a long aside."""
    before = _LEADS_UP.sub("", text[: event.start])
    phrases = [text[subject.start : subject.end]] if subject else []
    phrases += [before[subject.start :]] if subject and subject.start < len(before) else []
    if before.rstrip().endswith(","):
        opening = _DATELINE.sub("", before).partition(",")[0]
        phrases += [] if _OPENING.match(opening) else [opening]
    return all(any(_heads(name, phrase) for phrase in phrases) for name in names)


def _heads(name: str, phrase: str, *, first: bool = False) -> bool:
    """Whether the phrase is the one named, with titles or another beside; not somebody of theirs ("Haley's aide").

    `first`: more may follow that is not part of the phrase.
    """
    last = name.split()[-1]
    patterns = [load_aliases().pattern(name)]
    if len(last) > 3 and last != name:
        patterns.append(re.compile(rf"(?<![\w-]){re.escape(last)}(?!\w)"))
    for found in (one for pattern in patterns for one in pattern.finditer(phrase)):
        before, after = phrase[: found.start()], phrase[found.end() :]
        if first:
            led = all(_is_led(word) for word in re.findall(r"[^\W_]+", before)) and not _OWNING.match(after)
            if led and not _NOUN_AFTER.match(after):
                return True
        elif not _BEHIND.search(before) and _ENDS.match(after) and not _is_another(before, found.group()):
            return True
    return False


def _is_led(word: str) -> bool:
    """Whether a word may stand between a verb and the name of whom it is done to: "with Mr."."""
    lists = word_lists()
    return word.casefold() in lists["titles"] or word in ("with", "the", "D", "R") or word[0].isupper()


def _is_another(before: str, form: str) -> bool:
    """Whether a first name before a surname is another's: "Margaret Hunter"."""
    word = re.search(r"([^\W\d_][\w.’'-]*)\s+$", before)
    if word is None or " " in form:
        return False
    own = word[1].rstrip(".").casefold()
    return word[1][0].isupper() and own not in word_lists()["titles"] and own not in word_lists()["persons"]


def _names(name: str, text: str) -> bool:
    """Whether the text has the name or its short form."""
    return bool(load_aliases().pattern(name).search(text)) or short_form(name, text)


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
