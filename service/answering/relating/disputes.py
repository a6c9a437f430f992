"""Whether one statement disputes another in so many words: a denial of the same event, or words that point at it."""

import re

from index.attribution.marks.compare_figures import compare_frames
from index.copies.finding.words import read_words
from index.records import Span
from service.answering.language.names import find_names, word_lists
from service.answering.language.predicates import find_classes
from service.answering.relating.held import Held, innermost
from service.answering.relating.propositions import VAGUE, has_times_apart, is_same_event, name_key, read_events
from service.answering.relating.sources import voice_of

_DENYING = (
    r"(?:contradict|disput|den|reject|refut|rebut|challeng|dismiss|debunk)"
    r"(?:s|es|ed|ing|ies|ied|ying|e|y)?"
)
_SAID = (
    r"(?:claim|figure|number|report|account|assertion|allegation|charge|statement|version|estimate|accusation|count|"
    r"toll|story|assessment|suggestion)s?"
)
# "has contradicted this claim", "rejected the accusation", "called the reports false".
_POINTS_BACK = re.compile(
    rf"\b(?:(?:has|have|had|was|were|is|are)\s+)?(?:\w+ly\s+)?{_DENYING}\s+"
    rf"(?:(?:any|all|both|the|this|that|these|those|such|its|his|her|their)\s+(?:[\w’'-]+\s+){{0,2}}?{_SAID}\b"
    rf"|(?:this|that|it)(?=\s*[,.;]))"
    rf"|\bcall(?:s|ed|ing)\s+(?:the|this|that|these|those|such)\s+{_SAID}\s+(?:\w+ly\s+)?(?:false|untrue|fake|baseless|lies)\b",
    re.IGNORECASE,
)
# "disputes the coalition's figure", "dismissed as nonsense a New York Times report", "a report by NBC News".
_POINTS_AT = re.compile(
    rf"\b(?:(?:has|have|had)\s+)?{_DENYING}\s+(?:as\s+[“\"']?[\w-]+[”\"']?\s+)?(?:(?:the|an?)\s+)?"
    rf"(?:(?P<whose>[^,;:.“”]{{2,60}}?)(?:[’']s|(?<=s)[’'])?\s+(?:[a-z]+\s+)?{_SAID}\b"
    rf"|{_SAID}\s+(?:by|in|of|from)\s+(?P<by>[^,;:.“”]{{2,60}}?)(?=\s+that\b|[,;:.]))",
    re.IGNORECASE,
)
# "denies telling her to go back": what was said, to be held against who reports that it was.
_DENIED_SPEECH = re.compile(
    r"\bden(?:y|ies|ied|ying)\s+(?:(?:ever|having)\s+){0,2}"
    r"(?:telling|told|saying|said|calling|called|asking|asked|ordering|ordered|urging|urged)\b(?P<what>[^.;:]{8,240})",
    re.IGNORECASE,
)
# "reports that the mayor resigned are false", "claims of a planned strike were baseless".
_FALSE = re.compile(
    rf"\b{_SAID}\s+(?:of|that|about)\s+(?P<what>[^.;:]{{8,240}}?)[,”\"]*\s+(?:(?:is|are|was|were)\s+)"
    r"(?:\w+ly\s+)?(?:false|untrue|baseless|fake|fabricated|unfounded|nonsense|not\s+true)\b",
    re.IGNORECASE,
)
_RUN = 4  # words in a row that two tellings of one speech share
_SHARED = 2  # names that two statements on one topic share, where one says whose claim it disputes
_NEXT = 1  # sentences after it in which words may point back at a statement


def find_dispute(one: Held, other: Held) -> Span | None:
    """The words by which `one` disputes `other`, in the article of `one`; None where none do.

    Words that deny are never enough: they must deny the same event, or point at the claim right before them, or at
    whose claim it is, and both must share what they tell of.
    """
    if denies_same_event(one, other):
        cue = one.statement.cue
        return Span(cue.start, cue.end) if cue else one.statement.content
    if _has_one_speaker(one, other) or other.denies:
        return None
    finders = (_find_denied_speech, _find_called_false, _find_pointing_back, _find_pointing_at)
    return next((found for find in finders if (found := find(one, other))), None)


def denies_same_event(one: Held, other: Held) -> bool:
    """Whether `one` denies an event that `other` asserts: same kind, actor, and object or place, at no other time."""
    if not one.denies or other.denies or other.statement.stance in ("declines", "uncertain"):
        return False
    if has_times_apart(one.statement, other.statement):
        return False
    theirs = [event for event in read_events(other.article, other.statement) if not event.negated]
    return any(is_same_event(event, their) for event in read_events(one.article, one.statement) for their in theirs)


def _find_denied_speech(one: Held, other: Held) -> Span | None:
    """Where `one` denies that somebody said what `other` reports as said, with some words that stand in a row in both.

    Who denies it must be named before, and in the other article.
    """
    low, high = one.statement.sentence
    spoken = _DENIED_SPEECH.search(one.article.text, low, high)
    if spoken is None or not other.statement.chain or _DENIED_SPEECH.search(other.quote):
        return None
    ours, theirs = ([word.key for word in read_words(text)] for text in (spoken["what"], other.content))
    runs = {tuple(theirs[n : n + _RUN]) for n in range(len(theirs) - _RUN + 1)}
    stop = word_lists()["stop"]
    shared = (tuple(ours[n : n + _RUN]) for n in range(len(ours) - _RUN + 1))
    if not any(run in runs and set(run) - stop for run in shared):
        return None
    named = {name.text.split()[-1] for name in find_names(one.article.text[low : spoken.start()])}
    theirs_named = {name.text.split()[-1] for name in find_names(other.article.text)}
    return Span(*spoken.span()) if named & theirs_named else None


def _find_called_false(one: Held, other: Held) -> Span | None:
    """Where `one` calls reports of something false, and all the names in it, two at least, stand in `other`."""
    theirs = {name_key(name.text) for name in find_names(other.content)}
    for found in _FALSE.finditer(one.article.text, *one.statement.sentence):
        names = {name_key(name.text) for name in find_names(found["what"])}
        if len(names) >= _SHARED and names <= theirs:
            return Span(*found.span())
    return None


def _find_pointing_back(one: Held, other: Held) -> Span | None:
    """Where `one` contradicts "this claim" right after `other`; only who is cited can do it, or be said to claim."""
    if not (one.statement.chain and other.statement.chain and _follows(one, other)):
        return None
    found = _POINTS_BACK.search(one.article.text, *one.statement.sentence)
    if found is None:
        return None
    after = one.statement.n > other.statement.n or found.start() >= other.statement.content.end
    return Span(*found.span()) if after and shares_topic(one, other) else None


def _find_pointing_at(one: Held, other: Held) -> Span | None:
    """Where `one` contradicts somebody's claim, and `other` gives it to them."""
    for found in _POINTS_AT.finditer(one.article.text, *one.statement.sentence):
        if _is_speaker(found["whose"] or found["by"], other) and _shares_names(one, other):
            return Span(*found.span())
    return None


def shares_topic(one: Held, other: Held) -> bool:
    """Whether two statements tell of a common thing: figures of one class of event, or a kind of event and a name."""
    for figure in one.statement.figures:
        if any(compare_frames(figure, their) for their in other.statement.figures):
            return True
    kinds = (set(find_classes(one.quote)) & set(find_classes(other.content))) - VAGUE
    names = {name_key(name.text) for name in find_names(one.quote)} & {
        name_key(name.text) for name in find_names(other.quote)
    }
    return bool(names) and (bool(kinds) or _follows(one, other))


def _follows(one: Held, other: Held) -> bool:
    """Whether `one` stands in the sentence of `other` or in the one after it."""
    if one.article.id != other.article.id or min(one.statement.n, other.statement.n) < 0:
        return False
    return 0 <= one.statement.n - other.statement.n <= _NEXT


def _has_one_speaker(one: Held, other: Held) -> bool:
    a, b = innermost(one.statement), innermost(other.statement)
    return bool(a and b and voice_of(a.name) == voice_of(b.name))


def _shares_names(one: Held, other: Held) -> bool:
    ours, theirs = ({name_key(name.text) for name in find_names(held.quote)} for held in (one, other))
    return len(ours & theirs) >= _SHARED or shares_topic(one, other)


def _is_speaker(whose: str, other: Held) -> bool:
    """Whether a claim that is said to be somebody's is one that `other` gives to them."""
    named = [link.name for link in other.statement.chain or () if link.named]
    if other.statement.chain == () and other.article.masthead.outlet.name:
        named.append(other.article.masthead.outlet.name)
    return any(voice_of(name) == voice_of(whose) for name in named)
