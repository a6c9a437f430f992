"""In what two statements differ, and whether their figures cannot both hold; unsure means unrelated."""

import re
from datetime import date
from typing import NamedTuple

from index.attribution.marks.compare_figures import FrameMatch, compare_frames, values_conflict
from index.records import Article, Figure, Span
from service.answering.language.names import find_names
from service.answering.relating.held import Held, innermost
from service.answering.relating.propositions import name_key, read_events, topic_words
from service.answering.relating.sources import voice_of

_BEFORE = 400  # characters of the body before a sentence that belong to what it tells of
_TELLING = 10  # a lower number may be the same by chance
_SAME_NEWS = 2  # days between two articles on one event
# "the last major Islamic State stronghold in Homs province": only one thing of the place can be it.
_ONLY = re.compile(
    r"\b(?P<rank>last|final|only|sole|largest|biggest|worst|deadliest)\s+(?:[\w’'-]+\s+){0,5}?(?P<noun>[a-z]{3,})(?=\s+(?:of|in)\b)",
)
_PLACE = re.compile(
    r"\b(?:in|of)\s+(?:the\s+)?(?:(?:north|south|east|west|cent)\w*\s+of\s+the\s+[a-z]+"
    r"|(?:country|world|region|province|city|state|nation)\b"
    r"|(?:[a-z]{1,3}-)?[A-Z][\w’'-]*(?:\s+(?:[a-z]{1,3}-)?[A-Z][\w’'-]*)*(?:\s+(?:province|city|state|region|governorate|county))?)"
)
_BESIDE = frozenset({"province", "city", "state", "region", "governorate", "county"})
_GROWS = re.compile(r"\b(?:since|so far|toll|ris(?:es?|en|ing) to|rose to)\b")
_PART_OF = re.compile(
    r"\b(?:more|another|others?|additional|earlier|previous|separate|later)\s+"
    r"(?:people|men|women|\w+s)\b"
    r"|\bof (?:them|those|whom)\b|\b(?:since|every|each|per|a) (?:day|week|month|year)\b",
    re.IGNORECASE,
)
_THE_EVENT = re.compile(
    r"\bthe\s+(?:[\w-]+\s+){0,2}(?:attacks?|shooting|massacre|bombings?|blasts?|explosions?|crash|collision|fire|"
    r"earthquake|quake|storm|hurricane|rampage|raid|strike|stampede|collapse)\b"
)
# One holds the other, and is easily read as a second toll of it.
_WIDER = ({"killed", "killed or injured"}, {"died", "killed or injured"}, {"injured", "killed or injured"})
_AFTER = 90  # characters after the noun in which its place stands
_ALIKE = (
    frozenset({"last", "final", "only", "sole"}),
    frozenset({"largest", "biggest"}),
    frozenset({"worst", "deadliest"}),
)
_HOLDS = frozenset({"stronghold", "bastion", "redoubt", "foothold", "holdout", "hub", "enclave", "pocket", "town"})


class Difference(NamedTuple):
    """`kind`, what differs, and the deciding words in the first one's article, where words decide."""

    kind: str
    differs_in: tuple[str, ...]
    words: Span | None


def find_difference(one: Held, other: Held) -> Difference | None:
    """How the figures of two statements, or what each calls the last or only one, stand to each other.

    Conflicts only where the frames are equal, all that one of them leaves unsaid is settled by what stands around it,
    and the values cannot both hold.
    """
    for figure, their in _pair_figures(one, other):
        match = compare_frames(figure, their, _day(one.article), _day(other.article))
        if match and (found := _weigh_figures(one, other, figure, their, match)):
            return found
    return _compare_only(one, other)


def _pair_figures(one: Held, other: Held) -> list[tuple[Figure, Figure]]:
    """The figures that answer; where none was asked for, all of both."""
    ours = [one.figure] if one.filling and one.figure else one.statement.figures
    theirs = [other.figure] if other.filling and other.figure else other.statement.figures
    return [(a, b) for a in ours if a for b in theirs if b]


def list_differences(one: Held, other: Held) -> tuple[str, ...]:
    """What the frames of two figures show to differ; empty where there is nothing to hold against each other."""
    for figure, their in _pair_figures(one, other):
        if match := compare_frames(figure, their, _day(one.article), _day(other.article)):
            return match.differs_in
    return ()


def _weigh_figures(one: Held, other: Held, a: Figure, b: Figure, match: FrameMatch) -> Difference | None:
    open_ = {name for name in match.undecided if not _settles(name, one, other, a, b)}
    if match.differs_in:
        # One thing told in two ways: where all else is equal, or one number of one place is told of two sorts of thing.
        alike = _stated_alike(a, b, match) or _is_one_toll(one, other)
        kinds = {name.partition(":")[0] for name in match.differs_in}
        told_apart = kinds in ({"unit"}, {"time"}) and not open_ and alike and a.value != b.value
        wider = "event" in kinds and {a.event, b.event} in _WIDER and alike
        if (told_apart or wider or _is_one_number(a, b, match)) and _is_one_story(one, other):
            return Difference("differs", match.differs_in, Span(a.start, a.end))
        return None
    if open_ or a.value == b.value or not _is_one_story(one, other):
        return None
    if not _stated_alike(a, b, match) and not _is_one_event(one, other, a, b):
        # Neither says where or when: equal frames of two events, for all that is known.
        return None
    if values_conflict(a, b) and not _is_hedged(one, a) and not _is_hedged(other, b):
        as_of = _as_of(one.article, other.article)
        if as_of and _is_running(one, other):
            return Difference("differs", (as_of,), None)
        return Difference("conflicts", (f"figure: {a.text} / {b.text}",), Span(a.start, a.end))
    as_of = _as_of(one.article, other.article)
    return Difference("differs", (as_of,), None) if as_of else None


def _is_one_toll(one: Held, other: Held) -> bool:
    """Whether one source gives both figures, or both are said to be of a toll that grows."""
    a, b = innermost(one.statement), innermost(other.statement)
    if a and b and voice_of(a.name) == voice_of(b.name):
        return True
    return bool(_GROWS.search(one.quote) and _GROWS.search(other.quote))


def _stated_alike(a: Figure, b: Figure, match: FrameMatch) -> bool:
    """Whether place or time is stated by both and is the same."""
    apart = {one.partition(":")[0] for one in (*match.differs_in, *match.undecided)}
    return bool(a.where and b.where and "place" not in apart) or bool(a.when and b.when and "time" not in apart)


def _is_one_event(one: Held, other: Held, a: Figure, b: Figure) -> bool:
    """Whether two figures without place or time are of the event that both articles, of one day, are about.

    Their titles name one thing, and both sentences tell of "the shooting", or of what one and the same has done.
    """
    if a.where or b.where or a.when or b.when or not _are_same_news(one.article, other.article):
        return False
    if any(_PART_OF.search(held.quote) for held in (one, other)):
        return False
    titles = [{name_key(name.text) for name in find_names(x.article.masthead.title.text or "")} for x in (one, other)]
    if not titles[0] & titles[1]:
        return False
    if all(_THE_EVENT.search(held.quote) for held in (one, other)):
        return True
    ours, theirs = (
        {actor for event in read_events(held.article, held.statement) for actor in event.actors}
        for held in (one, other)
    )
    return bool(ours & theirs)


def _is_one_number(a: Figure, b: Figure, match: FrameMatch) -> bool:
    """Whether two figures give one number, not a small one, of one place, and differ in what happened or to whom."""
    kinds = {one.partition(":")[0] for one in match.differs_in}
    if (a.value, a.bound) != (b.value, b.bound) or a.value < _TELLING or not kinds & {"event", "unit"}:
        return False
    ours, theirs = ({name_key(name.text) for words in x.scope for name in find_names(words)} for x in (a, b))
    return bool(ours & theirs)


def _settles(name: str, one: Held, other: Held, a: Figure, b: Figure) -> bool:
    """Whether what only one of two figures states stands around the other as well."""
    if name == "unit":
        return a.whom is None and b.whom is None
    stated, silent = (a, other) if (a.where if name == "place" else a.when) else (b, one)
    words = stated.where if name == "place" else stated.when
    if not words:
        return False
    around = _around(silent)
    if name == "place":
        keys = {name_key(found.text) for found in find_names(words)}
        return bool(keys) and keys <= {name_key(found.text) for found in find_names(around)}
    years = re.findall(r"\b(?:19|20)\d\d\b", words)
    if years:
        return all(year in around for year in years)
    return _are_same_news(one.article, other.article)


def _is_one_story(one: Held, other: Held) -> bool:
    """Whether two statements belong to one story: one article, or two that share names in title and words around."""
    if one.article.id == other.article.id:
        return True
    ours, theirs = topic_words(_around(one)), topic_words(_around(other))
    return len(ours & theirs) >= 3


def _around(held: Held) -> str:
    """The title, and the body up to and with the sentence, as far as it belongs to what it tells of."""
    text, start = held.article.text, held.statement.sentence.start
    low = max(0, start - _BEFORE)
    body = (
        text[max(line.start, low) : min(line.end, start)]
        for line in held.article.lines
        if line.label == "body" and line.end > low and line.start < start
    )
    return "\n".join([held.article.masthead.title.text or "", *body, held.quote])


def _is_hedged(held: Held, figure: Figure) -> bool:
    return any(hedge.over.start < figure.end and figure.start < hedge.over.end for hedge in held.statement.hedges)


def _is_running(one: Held, other: Held) -> bool:
    """Whether the figures are tolls that grow, so that the later one may be higher."""
    return any(_GROWS.search(held.quote) for held in (one, other))


def _day(article: Article) -> date | None:
    return article.masthead.published.day


def _are_same_news(one: Article, other: Article) -> bool:
    a, b = _day(one), _day(other)
    return one.id == other.id or bool(a and b and abs((a - b).days) <= _SAME_NEWS)


def _as_of(one: Article, other: Article) -> str | None:
    """That two articles are of different days, or not both of a known one."""
    a, b = _day(one), _day(other)
    if one.id == other.id or (a and a == b):
        return None
    if a and b and abs((a - b).days) <= _SAME_NEWS:
        return None
    return f"time: {a or 'undated'} / {b or 'undated'}" if a or b else None


def _compare_only(one: Held, other: Held) -> Difference | None:
    """What two call the last or only one, of two places: both can hold, and they are not the same claim."""
    for ours in _find_only(one):
        for theirs in _find_only(other):
            if ours.noun != theirs.noun and not {ours.noun, theirs.noun} <= _HOLDS:
                continue
            if not any(ours.rank == theirs.rank or {ours.rank, theirs.rank} <= alike for alike in _ALIKE):
                continue
            if ours.key != theirs.key and ours.whose & theirs.whose:
                return Difference("differs", (f"place: {ours.place} / {theirs.place}",), ours.words)
    return None


class _Only(NamedTuple):
    """The last, only or largest `noun` of a place; `whose` are the keys of other names beside it."""

    rank: str
    noun: str
    place: str
    key: str
    whose: frozenset[str]
    words: Span


def _find_only(held: Held) -> list[_Only]:
    text, content = held.article.text, held.statement.content
    found = []
    for match in _ONLY.finditer(text, content.start, content.end):
        places = list(_PLACE.finditer(text, match.end(), min(content.end, match.end() + _AFTER)))
        # "the last bastion of the ISIS group in the south": whose it is stands before where it is.
        place = next((one for one in places if one.group().startswith("in ")), places[0] if places else None)
        if place is None:
            continue
        names = {name_key(name.text) for name in find_names(held.quote)}
        here = {name_key(name.text) for name in find_names(place.group())}
        words = Span(match.start(), place.end())
        found.append(
            _Only(
                match["rank"], match["noun"], place.group(), _place_key(place.group()), frozenset(names - here), words
            )
        )
    return found


def _place_key(place: str) -> str:
    """The place's name by the table of aliases, without what a place is called beside its name."""
    names = sorted(name_key(name.text) for name in find_names(place))
    words = " ".join(names or [place.casefold()]).split()
    bare = [word for word in words if word not in _BESIDE] if names else words
    return " ".join(word for word in bare or words if word not in ("in", "of", "the"))
