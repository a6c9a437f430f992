"""What a statement tells of: who does what to what, where and when; so that two can be held against each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.attribution.aliases import load_aliases
from index.records import Article, Link, Span, Stance, Statement
from index.store.rows import fold_name
from service.answering.language.clauses import clause_of
from service.answering.language.doers import find_doer, is_passive
from service.answering.language.names import Name, find_names, word_lists
from service.answering.language.predicates import find_classes, find_predicate, is_denied

# Classes whose words say how something is told or tell of too much to tell two events apart.
VAGUE = frozenset(
    [
        "said",
        "denied",
        "accused",
        "announced",
        "warned",
        "urged",
        "supported",
        "opposed",
        "held",
        "made",
        "used",
        "located",
        "named",
        "found",
        "lost",
        "broke",
    ]
)
_PLACING = re.compile(r"\b(?:in|at|near|across|inside|outside|from|of|on)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,4}$")
_NOUN = re.compile(r"[^\W\d_][\w’'-]*")
_PREPOSITION = re.compile(
    r"\b(?:in|on|at|near|during|after|before|since|by|with|for|from|against|because|when|as|over|under|to|across|"
    r"following|amid|where|which|who|and|but|who|despite)\b|[,;:—”\"]"
)
_HEAD = re.compile(r"(?:[\s-]+[a-z]+){1,3}")
_BESIDE = frozenset({"province", "governorate", "prefecture", "district", "county", "city", "town"})
# Parts of a state or movement, by the words for them.
_PARTS = {
    word: part
    for part, words in {
        "army": "army troops forces soldiers military servicemen fighters units",
        "rebels": "rebels rebel opposition militants insurgents separatists",
        "government": "government authorities regime officials administration ministry",
        "police": "police policemen",
        "coalition": "coalition alliance",
    }.items()
    for word in words.split()
}
_REACH = 120  # characters around a word that tells of an event
_LIGHT = frozenset(
    ["bring", "brought", "new", "more", "most", "least", "several", "various", "some", "other", "others", "people"]
)


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a statement. `actors` and `places` are keys of names, `objects` folded nouns and keys of names."""

    kind: str
    actors: frozenset[str]
    objects: frozenset[str]
    places: frozenset[str]
    negated: bool


def read_events(article: Article, statement: Statement) -> tuple[Event, ...]:
    """The events that the statement's content tells of, in the order of their words; vague ones left out."""
    low, high = statement.content
    return _read_events(
        article.text[low:high], article.text[statement.sentence.start : low], statement.chain or (), statement.stance
    )


@lru_cache(maxsize=2000)
def _read_events(text: str, before: str, chain: tuple[Link, ...], stance: Stance | None) -> tuple[Event, ...]:
    kinds = [kind for kind in find_classes(text) if kind not in VAGUE]
    names = find_names(text)
    return tuple(
        Event(
            kind,
            _find_actors(text, at, names, before, chain, stance),
            _find_objects(text, at, names),
            _find_places(text, at, names),
            is_denied(text, at),
        )
        for kind in kinds
        for at in find_predicate(text, [kind])
    )


def is_same_event(one: Event, other: Event) -> bool:
    """Whether two events are one: same kind and actor, and the same object or place, and no other of either."""
    if one.kind != other.kind or not one.actors & other.actors:
        return False
    pairs = ((one.objects, other.objects), (one.places, other.places))
    return all(a & b or not (a and b) for a, b in pairs) and any(a & b for a, b in pairs)


def has_times_apart(one: Statement, other: Statement) -> bool:
    """Whether both say when, and cannot mean the same time: other days, other weekdays or other years."""
    for read in (_days, _weekdays, _years):
        a, b = read(one), read(other)
        if a and b and not a & b:
            return True
    return False


def topic_words(text: str) -> frozenset[str]:
    """Names by their key, and nouns that are no stop words, folded; to see whether two texts share a topic."""
    return frozenset([*(_key(name) for name in find_names(text)), *_nouns(text)])


def name_key(name: str) -> str:
    """The key by which two names in running text are one: by the table of aliases, without "Province" or "City"."""
    words = name.split()
    while len(words) > 1 and words[-1].casefold() in _BESIDE:
        words = words[:-1]
    return fold_name(load_aliases().canonical(" ".join(words)))


def _find_actors(
    text: str, at: Span, names: tuple[Name, ...], before: str, chain: tuple[Link, ...], stance: Stance | None
) -> frozenset[str]:
    """Who does it: names of the subject; for a pronoun who was named before in the sentence; else the speaker.

    "It has denied bombing": who denies or admits a deed without a doer means its own.
    """
    doer = find_doer(text, at)
    if doer and doer.named:
        own = [_actor_key(text, name) for name in names if doer.start <= name.start < doer.end]
        return frozenset(own or [" ".join(_nouns(text[doer.start : doer.end]))])
    if doer:
        speakers = frozenset().union(*map(_name_speaker, chain))
        return frozenset(_actor_key(before, name) for name in find_names(before)) - speakers
    if is_passive(text, at) or stance not in ("denies", "admits") or text[: at.start].strip(" “"):
        return frozenset()
    return frozenset().union(*map(_name_speaker, chain[-1:]))


def _find_objects(text: str, at: Span, names: tuple[Name, ...]) -> frozenset[str]:
    """What it is done to: nouns and names right after the word, or before it in the passive."""
    clause = clause_of(text, at.start)
    if is_passive(text, at):
        low, high = max(clause.start, at.start - _REACH), at.start
    else:
        stop = _PREPOSITION.search(text, at.end, min(clause.end, at.end + _REACH))
        low, high = at.end, stop.start() if stop else min(clause.end, at.end + _REACH)
    within = [_key(name) for name in names if low <= name.start < high]
    return frozenset([*within, *_nouns(text[low:high])])


def _find_places(text: str, at: Span, names: tuple[Name, ...]) -> frozenset[str]:
    clause = clause_of(text, at.start)
    return frozenset(
        _key(name)
        for name in names
        if clause.start <= name.start < clause.end and _PLACING.search(text[max(0, name.start - 50) : name.start])
    )


def _nouns(text: str) -> Iterator[str]:
    skip = word_lists()["stop"] | _LIGHT
    for found in _NOUN.finditer(text):
        word = found.group()
        folded = word.casefold()
        if word[0].islower() and len(word) > 3 and folded not in skip and not folded.endswith("ly"):
            yield _singular(folded)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _key(name: Name) -> str:
    return name_key(name.text)


def _name_speaker(link: Link) -> frozenset[str]:
    return frozenset([name_key(link.name), *(_actor_key(link.name, name) for name in find_names(link.name))])


def _actor_key(text: str, name: Name) -> str:
    """Who it is, with what part of it: the Syrian army is not the Syrian government, nor the Syrian rebels."""
    words = name.text.split()
    last = words[-1].casefold()
    after = _HEAD.match(text, name.end)
    near = [last, *(after[0] if after else "").split()]
    head = next((_PARTS[word] for word in near if word in _PARTS), "")
    bare = " ".join(words[:-1]) if last in _PARTS and len(words) > 1 else name.text
    return f"{name_key(bare)} {head}".rstrip()


def _days(statement: Statement) -> frozenset[object]:
    return frozenset(one.day for one in statement.when if one.day)


def _weekdays(statement: Statement) -> frozenset[object]:
    return _words_of(statement, word_lists()["weekdays"])


def _years(statement: Statement) -> frozenset[object]:
    return frozenset(year for one in statement.when for year in re.findall(r"\b(?:19|20)\d\d\b", one.text))


def _words_of(statement: Statement, words: frozenset[str]) -> frozenset[object]:
    said = (word for one in statement.when for word in re.findall(r"[^\W\d_]+", one.text.casefold()))
    return frozenset(word for word in said if word in words)
