"""Which words tell of the same kind of event, and where they stand; read from a data file."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.records import Span
from service.answering.data import load_data

_VOWELS = "aeiou"
# Words that turn an event into its denial when they stand shortly before it in the same clause.
_NEGATION = re.compile(
    r"(?<!\w)(?:not|no|never|none|neither|nor|without|n[’']t|\w{2,8}n[’']t|cannot|deny|denie[sd]|denying|denial|"
    r"reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|disput(?:es?|ed|ing)|contradict(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|"
    r"fail(?:s|ed)? to|refus(?:es?|ed|ing) to|false(?:ly)?|untrue)(?!\w)",
    re.IGNORECASE,
)
# "Made no commitment to", "has not said that": what follows is neither so nor not so.
_NO_PLAN = re.compile(
    r"\bno\s+(?:\w+\s+){1,3}?to\b|\b(?:not|cannot|never|\w{1,8}n[’']t)\s+(?:\w+ly\s+|yet\s+)?(?:say|said|know|known|clear|confirm|"
    r"confirmed|specify|mention|mentioned|comment|ask|asked)\b",
    re.IGNORECASE,
)
_NOUN_REACH = 40
_RUN = re.compile(r"\w+")
_OWNED = re.compile(r"(?:[’']s|s[’']|\b(?:her|his|its|their))\s+(?:[a-z-]+\s+){0,2}$")
_CLAUSE_BEFORE = re.compile(r"[;:,]|\b(?:but|and|while|although|why|how|who|which|when|where)\b")
_NEGATION_REACH = 90  # characters of one clause before the word denied


@lru_cache(maxsize=1)
def predicate_classes() -> dict[str, re.Pattern[str]]:
    """Each class by name, with a pattern that finds any of its words as whole words; linear in the text."""
    return {name: _pattern(words) for name, words in _word_table().items()}


def find_classes(text: str) -> tuple[str, ...]:
    """Names of the classes that `text` has a word of, in the order of their first words."""
    # Only a class one of whose words begins with a word of the text can be found in it.
    opening, patterns = _opening_words(), predicate_classes()
    near = {name for word in set(_RUN.findall(text.casefold())) for name in opening.get(word, ())}
    found = [(match.start(), name) for name in near if (match := patterns[name].search(text))]
    return tuple(name for _, name in sorted(found))


@lru_cache(maxsize=1)
def _opening_words() -> dict[str, frozenset[str]]:
    """The first run of letters of every form, lower case, with the classes that have it."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, words in _word_table().items():
        for word in words:
            for form in _inflect(word):
                found[_RUN.findall(form)[0].casefold()].add(name)
    return {word: frozenset(names) for word, names in found.items()}


@lru_cache(maxsize=1)
def _word_table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = load_data("predicates")
    return table


def find_predicate(text: str, classes: Sequence[str]) -> Iterator[Span]:
    """Where words of any of `classes` stand in `text`, class by class."""
    for name in classes:
        for match in predicate_classes()[name].finditer(text):
            yield Span(*match.span())


def is_denied(text: str, predicate: Span) -> bool:
    """Whether the word at `predicate` is said not to be so, by words before it in its clause or right after it.

    What is asked about ("did not say why she resigned") is not denied, and of a noun with an owner only a
    denial next to it is meant ("denied Haley's resignation").
    """
    reach = (
        _NOUN_REACH if _OWNED.search(text[max(0, predicate.start - _NOUN_REACH) : predicate.start]) else _NEGATION_REACH
    )
    before = text[max(0, predicate.start - reach) : predicate.start]
    clause = _CLAUSE_BEFORE.split(before)[-1]
    return bool(_NEGATION.search(clause) or re.match(r"\s+(?:not|never|no(?! longer))\b", text[predicate.end :]))


def is_left_open(text: str, predicate: Span) -> bool:
    """Whether words before it in its clause deny only a plan or a saying of it: "no plan to", "did not say that".

    Such a clause neither tells that it is so nor that it is not.
    """
    before = text[max(0, predicate.start - _NEGATION_REACH) : predicate.start]
    return bool(_NO_PLAN.search(re.split(r"[;:]", before)[-1]))


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    forms = {form for word in words for form in _inflect(word)}
    spelt = sorted((re.escape(form).replace(r"\ ", r"[\s-]+") for form in forms), key=lambda one: (-len(one), one))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spelt)})(?!\w)", re.IGNORECASE)


def _inflect(word: str) -> Iterator[str]:
    if word.startswith("="):
        yield word[1:]
        return
    verb, space, rest = word.partition(" ")
    for form in _forms(verb):
        yield form + space + rest


def _forms(verb: str) -> Iterator[str]:
    """The regular forms; irregular ones stand in the data file."""
    yield verb
    last, before = verb[-1], verb[-2:-1]
    if last == "e":
        yield from (f"{verb}s", f"{verb}d", f"{verb[:-1]}ing")
    elif last == "y" and before not in _VOWELS:
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
    else:
        yield f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh")) else f"{verb}s"
        yield from (f"{verb}ed", f"{verb}ing")
        if last not in "aeiouwxyh" and before in _VOWELS and verb[-3:-2] not in _VOWELS:
            yield from (f"{verb}{last}ed", f"{verb}{last}ing")
