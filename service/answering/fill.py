"""What a supported sentence answers to the kind of question: a figure, a time, a place, a name, yes or no."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from index.attribution.aliases import Aliases, load_aliases
from index.records import Span
from service.answering.clauses import clause_of, is_source
from service.answering.described import describe
from service.answering.doers import find_doer, is_passive
from service.answering.figures import FigureFound, find_figures
from service.answering.names import Name, find_names, word_lists
from service.answering.places import find_place, find_situation
from service.answering.predicates import is_denied
from service.answering.support import Support
from service.question import Query

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_WHEN = re.compile(
    rf"\b(?:(?P<lead>on|in|by|since|until|before|after|from|during|late|early|earlier)\s+)?(?:the\s+)?"
    rf"(?:(?:late|early|mid|last|this|next|earlier|past)[\s-]+){{0,2}}"
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+(?:morning|night|evening|afternoon))?(?:,?\s+(?:{_MONTHS})\s+\d{{1,2}}(?:,?\s+\d{{4}})?)?"
    rf"|(?:{_MONTHS})(?:\s+\d{{1,2}}(?!\d))?(?:,?\s+(?:of\s+)?(?:19|20)\d\d)?|\d{{1,2}}\s+(?:{_MONTHS})(?:,?\s+(?:19|20)\d\d)?"
    rf"|(?:18|19|20)\d\d(?![\d,])|yesterday|today|tomorrow|tonight|(?<=last\s)(?:week|month|year|night|summer|spring|fall|winter)"
    rf"|(?<=this\s)(?:week|month|year|morning|summer|spring|fall|winter)|(?<=next\s)(?:week|month|year|summer|spring|fall|winter)"
    rf"|(?:\w+\s+)?(?:days|weeks|months|years|hours)\s+(?:ago|earlier|later))\b",
    re.IGNORECASE,
)
_BARE_MONTH = re.compile(r"(?:may|march)", re.IGNORECASE)
_INTO = re.compile(
    r"\b(?:in|at|near|into|to|toward|towards|from|across|outside|inside)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}$"
)
_NEXT_VERB = re.compile(r"[,;]|\b(?:and|but)\b")  # "has resigned and will leave": what follows is another event
_POSSIBLE = re.compile(
    r"\b(?:would|could|may|might|should|if|whether|plans? to|planned to|expected to|hopes? to|aims? to|seeks? to|"
    r"trying to|pave the way|threaten(?:s|ed)? to|will|set to|calls? (?:on|for)|wants? to)\b",
    re.IGNORECASE,
)
# "capturing it", "seized the town": the name is meant and stands before.
_STANDS_FOR = re.compile(r"\s+(?:(?:the|this|that|control of the)\s+\w+|it|them|him|her)\b")
_MODAL = re.compile(r"\b(?:will|would|could|may|might|should|plan|want|expect|hope|threaten)", re.IGNORECASE)
_NEXT_TO = 30  # characters
_GROUP = re.compile(
    r"\s+(?:regime |government |security |armed |air )?(?:forces|army|troops|officials|coalition|police|government|"
    r"military|group|alliance|militants|rebels)\b"
)
_REPORTING = re.compile(
    r"\b(?:" + "|".join(sorted(word_lists()["reporting"], key=len, reverse=True)) + r")\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Filling:
    """`value` is in the words of the sentence, None where the kind asks for no single value."""

    value: str | None
    figure: FigureFound | None = None
    scope: tuple[str, ...] = ()
    denied: bool = False


def fill_answer(query: Query, support: Support, aliases: Aliases | None = None) -> Filling | None:
    """What the sentence gives; None where it holds nothing of the kind asked for."""
    fillers: dict[str, Callable[[Query, Support], Filling | None]] = {
        "figures": _fill_figure,
        "yes_no": _fill_yes_no,
        "when": _fill_time,
        "where": lambda q, s: _fill_place(q, s, aliases or load_aliases()),
        "who": lambda q, s: _fill_person(q, s, aliases or load_aliases()),
        "who_said": lambda q, s: _fill_source(q, s, aliases or load_aliases()),
    }
    filler = fillers.get(query.kind)
    if filler is not None:
        return filler(query, support)
    if query.expected == "name" and not _fresh(query, support.text, aliases or load_aliases()):
        return None
    return Filling(None)


def find_times(text: str) -> list[Span]:
    """Words of time in a sentence, with the preposition that leads them."""
    found = (match for match in _WHEN.finditer(text) if not _is_verb(match))
    return [Span(*match.span()) for match in found]


def counts_alike(asked: tuple[str, ...], figure: FigureFound) -> bool:
    """Whether a figure counts what is asked for: the same noun, or people of no other sort."""
    if not asked:
        return True
    if asked[0] in ("km", "height", "duration", "age"):
        return figure.measure == asked[0] or (asked[0], figure.measure) in {("age", "duration"), ("km", "height")}
    if asked[0] in ("money", "dollars", "euros", "pounds") or asked == ("much",):
        return figure.measure in ("money", "percent")
    if asked[0] in ("percent", "percentage"):
        of = {_singular(word) for word in figure.counted}
        return figure.measure == "percent" and not (
            asked[1:] and of and not of & {_singular(word) for word in asked[1:]}
        )
    noun = _singular(asked[-1])
    if any(_singular(word) == noun for word in figure.counted):
        return True
    if figure.measure == "duration":
        return noun in {"day", "week", "month", "year", "hour", "minute"} and noun in (figure.unit or "")
    lists = word_lists()
    if figure.measure or asked[-1] not in lists["humans"]:
        return False
    people = [word for word in figure.counted if word in lists["humans"]]
    if not figure.counted:
        return True
    # "19 Takfiri militants" are people; they are no civilians.
    return any(
        one == asked[-1] or one in lists["generic_humans"] or asked[-1] in lists["generic_humans"] for one in people
    )


def _fill_figure(query: Query, support: Support) -> Filling | None:
    at = support.predicate.start if support.predicate else None
    asked = {number.replace(",", "") for number in query.numbers}
    fit = [
        figure
        for figure in find_figures(support.text)
        if counts_alike(query.counted, figure) and f"{figure.value:.0f}" not in asked
    ]
    if at is not None:
        clause = clause_of(support.text, at)
        fit = [figure for figure in fit if clause.start <= figure.start < clause.end] or fit
        # One with the noun asked for goes before one that only could be it; then the nearest.
        fit.sort(key=lambda one: (not one.counted and not one.measure, abs(one.start - at)))
    if not fit:
        return None
    return Filling(" ".join(fit[0].text.split()), fit[0], _scope(support.text, fit[0]))


def _fill_yes_no(query: Query, support: Support) -> Filling | None:
    if support.predicate is None:
        return None
    clause = clause_of(support.text, support.predicate.start)
    before = support.text[max(clause.start, support.predicate.start - 60) : support.predicate.end]
    after = _NEXT_VERB.split(support.text[support.predicate.end : support.predicate.end + 40])[0]
    if _POSSIBLE.search(before) or _POSSIBLE.search(after):
        return None
    return Filling(None, denied=is_denied(support.text, support.predicate) != query.negated)


def _fill_time(query: Query, support: Support) -> Filling | None:
    asked = query.search.casefold()
    times = [one for one in find_times(support.text) if support.text[one.start : one.end].casefold() not in asked]
    if not times:
        return None
    if support.predicate:
        if _POSSIBLE.search(support.text[max(0, support.predicate.start - 30) : support.predicate.start]):
            return None
        clause = clause_of(support.text, support.predicate.start)
        times = [one for one in times if clause.start <= one.start < clause.end] or times
        at = support.predicate
        times.sort(key=lambda one: _distance(one, at))
    return Filling(support.text[times[0].start : times[0].end])


def _fill_place(query: Query, support: Support, aliases: Aliases) -> Filling | None:
    text, fresh = support.text, _fresh(query, support.text, aliases)
    if support.predicate is not None and "located" not in query.classes:
        place = find_place(text, fresh, clause_of(text, support.predicate.start), support.predicate)
        return Filling(place) if place else None
    asked = [aliases.pattern(name) for name in query.names]
    found = (find_situation(text, one, fresh) for one in asked)
    place = next((one for one in found if one), None)
    if place is None and (support.predicate is not None or not query.situated):
        at = support.predicate or Span(0, 0)
        place = find_place(text, fresh, clause_of(text, at.start) if support.predicate else Span(0, len(text)), at)
    return Filling(place) if place else None


def _fill_person(query: Query, support: Support, aliases: Aliases) -> Filling | None:
    if query.role == "described":
        words = describe(support.text, aliases.pattern(query.names[0]), _nouns())
        return Filling(words) if words else None
    if query.role == "doer" and support.predicate is not None:
        return _fill_doer(query, support, aliases)
    return _fill_name(query, support, aliases)


def _fill_doer(query: Query, support: Support, aliases: Aliases) -> Filling | None:
    """The doer of what is asked; a sentence that tells of the event and not who did it gives nothing."""
    text = support.text
    asked = [aliases.pattern(name) for name in query.names]
    for event in support.events:
        doer = find_doer(text, event)
        if doer is None or not _done_to(query, text, event, aliases):
            continue
        if not _MODAL.search(query.search) and _POSSIBLE.search(text[doer.end : event.start]):
            continue
        words = text[doer.start : doer.end]
        if not doer.named:
            return Filling(None)
        if any(pattern.fullmatch(words) for pattern in asked):
            continue
        return Filling(words)
    return None


def _done_to(query: Query, text: str, event: Span, aliases: Aliases) -> bool:
    """Whether those whom it is done to, where the sentence names them, stand on that side of the event."""
    passive = is_passive(text, event)
    for name in query.patients:
        found = list(aliases.pattern(name).finditer(text))
        after = any(one.start() >= event.end for one in found)
        before = any(one.end() <= event.start for one in found)
        if found and not (before if passive else after or _STANDS_FOR.match(text, event.end)):
            return False
        if found and not passive and _done_to_another(text, event, aliases.pattern(name)):
            return False
    return True


def _done_to_another(text: str, event: Span, asked: re.Pattern[str]) -> bool:
    """Whether the first name right after the event is another than the one asked for ("crossed into Iraq")."""
    first = next((one for one in find_names(text) if one.start >= event.end), None)
    if first is None or first.start - event.end > _NEXT_TO or text[first.end : first.end + 1] in ("’", "'"):
        return False
    return not asked.search(text, event.end, first.end + 60)


def _fill_name(query: Query, support: Support, aliases: Aliases) -> Filling | None:
    text = support.text
    names = [one for one in _fresh(query, text, aliases) if not _INTO.search(text[max(0, one.start - 60) : one.start])]
    if "said" not in query.classes:
        names = [one for one in names if not is_source(text, one)]
    if not names:
        return None
    at = support.predicate or Span(0, 0)

    def rank(name: Name) -> tuple[bool, int]:
        lone = " " not in name.text and "-" not in name.text
        return (lone, _distance(Span(name.start, name.end), at))

    best = min(names, key=rank)
    group = _GROUP.match(text[best.end :])
    return Filling(text[best.start : best.end + (group.end() if group else 0)])


def _nouns() -> frozenset[str]:
    lists = word_lists()
    return lists["persons"] | lists["titles"] | lists["roles"]


def _fill_source(query: Query, support: Support, aliases: Aliases) -> Filling | None:
    names = _fresh(query, support.text, aliases)
    verbs = [Span(*match.span()) for match in _REPORTING.finditer(support.text)]
    if not names or not verbs:
        return None
    sources = [name for name in names if is_source(support.text, name)] or names
    best = min(sources, key=lambda one: min(_distance(Span(one.start, one.end), verb) for verb in verbs))
    return Filling(best.text)


def _fresh(query: Query, text: str, aliases: Aliases) -> list[Name]:
    """Names in the sentence that the question does not itself give."""
    asked = [aliases.pattern(name) for name in query.names]
    words = set(re.findall(r"[^\W_]+", query.search.casefold()))
    return [
        name
        for name in find_names(text)
        if not any(pattern.fullmatch(name.text) for pattern in asked)
        and not set(re.findall(r"[^\W_]+", name.text.casefold())) <= words
    ]


def _scope(text: str, figure: FigureFound) -> tuple[str, ...]:
    """Words of time and place in the clause of the figure: what it is a figure of."""
    clause = clause_of(text, figure.start)
    spans = [one for one in find_times(text) if clause.start <= one.start < clause.end]
    for name in find_names(text):
        if clause.start <= name.start < clause.end and (
            before := re.search(
                r"\b(?:in|at|near|across|from)\s+(?:the\s+)?$", text[max(0, name.start - 20) : name.start]
            )
        ):
            spans.append(Span(name.start - len(before.group()), name.end))
    outside = (one for one in sorted(set(spans)) if not one.start < figure.end <= one.end)
    return tuple(text[one.start : one.end] for one in outside)


def _distance(one: Iterable[int], other: Iterable[int]) -> int:
    low, high = one
    start, end = other
    return max(start - high, low - end, 0)


def _is_verb(match: re.Match[str]) -> bool:
    """May and March are months only with a day, a year or a preposition."""
    bare = _BARE_MONTH.fullmatch(match.group().strip())
    return bool(bare) or bool(match["lead"] and match.group()[-3:] == "may")


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
