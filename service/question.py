"""What is asked and of whom: a question to a query, by its words alone; no model, no article."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from index.records import Filters
from service.answering.asked import Role, find_asked, find_objects, find_role, find_verb
from service.answering.kinds import (
    AUXILIARY,
    SAID,
    WHO_SAID,
    Expected,
    Kind,
    find_counted,
    find_expected,
    find_kind,
)
from service.answering.names import Name, find_names, is_capital, word_lists
from service.answering.predicates import find_classes, find_predicate, is_denied, predicate_classes

# "Which state", "what kind of deal": the noun right after is no verb.
_ASKED_WORD = re.compile(
    rf"\b(?:which|what)\s+(?!(?:{AUXILIARY})\b)(?:(?:kind|type|sort)\s+of\s+)?[\w'-]+|\bhow\s+(?:many|much)\s+(?!(?:{AUXILIARY})\b)[\w'-]+"
)
_SITUATED = re.compile(r"^where(?:\s+(?:is|are|was|were)|[’']s|\s+(?:does|do|did)\b[^?]*\b(?:lie|sit|stand)\s*\??$)")
# "Which former NFL star": the name tells what sort is asked for.
_SORT = re.compile(r"\b(?:which|what)\s+(?:(?:former|new|other|major|current|prominent|top|female|male)\s+){0,2}$")
_NUMBER = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w-])")
_TIME = re.compile(
    r"\b(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?:\s+\d{1,2})?(?:,?\s+\d{4})|(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rf"^(?:how\s+(?:many|much|far|long|old|high|tall|big|large|fast|deep|heavy)|who|whom|whose|when|where|what|which|"
    rf"why|how|{AUXILIARY})\b\s*(?:(?:{AUXILIARY})\b\s*)?",
    re.IGNORECASE,
)
_PLACING = re.compile(
    r"\b(?:in|at|near|from|inside|across|outside|around)\s+(?:the\s+)?(?:(?!of\b|and\b)[a-z-]+\s+){0,3}$"
)
# What a place is called beside its name is not always said.
_GENERIC = re.compile(r"(?<=\w)\s(?:Province|Governorate|Prefecture)$")
# These only carry the word that says what happened ("agreed to buy", "is expected to win").
_LIGHT = re.compile(
    r"\b(?:agree|plan|vote|begin|began|decide|announce|want|expect|try|tried|manage|continue|move|vow|refuse)\w*\s+(?=to\b)"
)
# A word that opens a sentence and is a name only by its capital: "Approximately", "Believed to be".
_OPENER = re.compile(r"\w{3,}ly$|\w+ed$|(?:m|b|tr)illions$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Query:
    """A question as read. Names are as the question writes them, without titles and possessives.

    `agents` are the names that the question makes do something, `placed` those it puts something in, `patients`
    those it has something done to; all are among `names`. `times` and `numbers` must be borne out as names must.
    `counted` are the words of what is counted, `asked` the noun after "which". `role` is what the one asked for does
    in the event, `verb` the word after "who", `objects` the plain words of what it is done to; `negated` where the
    question itself denies it ("did X not sign"), `situated` where it asks where something is or lies. `classes` are
    the predicate classes, empty where no word of the question is in the table. `premised` are names of sentences
    before the one that asks, or of the sort asked for ("which NFL star"): the article must hold them, the sentence
    need not.
    """

    text: str
    search: str
    kind: Kind
    expected: Expected
    topic: str
    names: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    placed: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    role: Role = ""
    verb: str = ""
    objects: str = ""
    negated: bool = False
    situated: bool = False
    classes: tuple[str, ...] = ()
    premised: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)
    cased: bool = True


def parse_question(
    text: str, *, filters: Filters | None = None, sources: Sequence[str] = (), outlets: Sequence[str] = ()
) -> Query:
    """The query of a question in any case, with or without a question mark.

    `outlets` are the outlets that the corpus knows: they are no names that a sentence must bear, and "according
    to" one of them confines the search to it.
    """
    asked = " ".join(text.replace("“", '"').replace("”", '"').replace("‘", "'").replace("’", "'").split())
    cased = _is_cased(asked)
    if not cased and asked.isupper():
        asked = asked.lower()
    asked, named_outlets = _take_outlets(asked, outlets)
    whole, (premise, asked) = asked, _part_premise(asked)
    lower = asked.casefold() if len(asked.casefold()) == len(asked) else asked.lower()
    kind = find_kind(lower)
    names, spans = _find_names(asked if cased else "", outlets)
    sort = [name for name, (low, _) in zip(names, spans, strict=True) if _SORT.search(lower[:low])]
    body = _predicate_part(lower, kind, spans)
    classes = find_classes(body) if kind != "said" else ("said",)
    classes = _first_classes(body, classes) if kind != "said" else classes
    at = _predicate_start(body, classes)
    event = next((one for one in find_predicate(body, classes) if one.start == at), None)
    roles = _find_roles(lower, names, spans, at) if kind != "said" else {}
    said = SAID.match(lower)
    speakers = tuple(n for n, (low, high) in zip(names, spans, strict=True) if said and high <= said.end("speaker"))
    times = tuple(dict.fromkeys(found.group() for found in _TIME.finditer(asked)))
    covered = " ".join([*times, *names])
    given = filters or Filters()
    return Query(
        text=text,
        search=" ".join(whole.split()) or text,
        kind=kind,
        expected=find_expected(lower, kind),
        topic=_find_topic(asked),
        names=tuple(name for name in names if name not in sort),
        asked=find_asked(lower),
        agents=tuple(name for name in roles if name not in sort and roles[name] == "agent"),
        placed=tuple(name for name in roles if name not in sort and roles[name] == "placed"),
        patients=tuple(name for name in roles if name not in sort and roles[name] == "patient"),
        speakers=speakers if kind == "said" else (),
        numbers=tuple(n for n in dict.fromkeys(_NUMBER.findall(asked)) if n not in covered),
        times=times,
        counted=find_counted(lower),
        role=find_role(lower, kind, spans, at),
        verb=find_verb(lower) if kind == "who" else "",
        objects=find_objects(lower, spans, event.end if event else None),
        situated=bool(_SITUATED.match(lower)),
        negated=bool(event and kind == "yes_no" and is_denied(lower, event)),
        classes=classes,
        premised=(
            *(tuple(one.text for one in find_names(premise) if not _only_opens(premise, one)) if cased else ()),
            *sort,
        ),
        sources=tuple(sources),
        filters=replace(given, outlets=tuple(dict.fromkeys((*given.outlets, *named_outlets)))),
        cased=cased,
    )


def restore_capitals(query: Query, forms: Mapping[str, str]) -> Query:
    """The query read anew with the names it holds in lower case written as `forms` (lower case to written) has them.

    A query that came with its capitals is given back as it is.
    """
    if query.cased:
        return query
    lists = word_lists()
    skip = lists["stop"] | lists["openers"] | lists["months"] | lists["titles"]
    words = list(re.finditer(r"[^\W_]+(?:[-'.][^\W_]+)*", query.search.lower()))
    text, out, at, n = query.search.lower(), [], 0, 0
    while n < len(words):
        for size in range(min(6, len(words) - n), 0, -1):
            low, high = words[n].start(), words[n + size - 1].end()
            run = re.sub(r"'s$", "", text[low:high])
            form = forms.get(run)
            if form and any(is_capital(part) for part in form.split()) and not (size == 1 and run in skip):
                out += [text[at:low], form]
                at, n = low + len(run), n + size
                break
        else:
            n += 1
    restored = parse_question(("".join(out) + text[at:]) or query.text, filters=query.filters, sources=query.sources)
    return replace(restored, text=query.text, search=query.search, cased=True) if out else replace(query, cased=True)


def _part_premise(asked: str) -> tuple[str, str]:
    """Sentences that only lead up to the one that asks, and that one; a lone sentence leads up to nothing."""
    parts = re.split(r"(?<=[a-z0-9)\"][.?!])\s+(?=[A-Z\"])", asked)
    if len(parts) == 1:
        return "", asked
    asking = [n for n, part in enumerate(parts) if part.endswith("?")] or [len(parts) - 1]
    return " ".join(part for n, part in enumerate(parts) if n != asking[-1]), parts[asking[-1]]


def _is_cased(asked: str) -> bool:
    """Whether capitals mean anything: not where none is capital, or all are, or every word's first letter."""
    words = re.findall(r"[^\W\d_]{2,}", asked)
    if asked.isupper() and len(words) > 2:
        return False
    if not any(any(char.isupper() for char in word) for word in words[1:]) and not re.search(r"[a-z]-[A-Z]", asked):
        return False
    small = [word for word in words[1:] if word.lower() in word_lists()["stop"]]
    return not (len(small) > 1 and sum(word[0].isupper() for word in small) > len(small) * 0.7)


def _find_topic(asked: str) -> str:
    """The question without question words and auxiliaries: "people killed in Albu Kamal"."""
    words = _OPENING.sub("", asked, count=1).rstrip(" ?.!").split()
    return " ".join(word for word in words if not re.fullmatch(AUXILIARY, word.lower())) or asked


def _find_names(asked: str, outlets: Sequence[str]) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    known = {label.casefold() for label in outlets}
    found = [name for name in find_names(asked) if name.text.casefold() not in known and not _only_opens(asked, name)]
    first: dict[str, tuple[int, int]] = {}
    for name in found:
        first.setdefault(_GENERIC.sub("", name.text), (name.start, name.end))
    return tuple(first), list(first.values())


def _only_opens(asked: str, name: Name) -> bool:
    """Whether a lone word has its capital from opening the question."""
    after = re.match(r"\s+(?:how|to|by|in|as|of|many|much)\b", asked[name.end :])
    return name.start == 0 and bool(after and _OPENER.match(name.text))


def _take_outlets(asked: str, outlets: Sequence[str]) -> tuple[str, list[str]]:
    """The question without "according to X" or "did the X article say" where X is a known outlet, and those outlets."""
    taken: list[str] = []
    for label in outlets:
        spelt = re.escape(label)
        pattern = re.compile(
            rf",?\s*\baccording to (?:the )?{spelt}(?:'s)?(?: article| report| story)?(?!\w),?\s*", re.IGNORECASE
        )
        left = pattern.sub(" ", asked).strip()
        article = re.compile(rf"\b(?:the )?{spelt}(?:'s)? (?:article|report|story)(?!\w)", re.IGNORECASE)
        if (left != asked and left) or article.search(asked):
            taken.append(label)
            asked = article.sub("the article", left or asked)
    return asked, taken


def _predicate_part(lower: str, kind: Kind, spans: Sequence[tuple[int, int]]) -> str:
    """The question with its names and opening words blanked, so that only what could say what happened is left."""
    blank = list(lower)
    if kind == "who_said" and (found := WHO_SAID.match(lower)):
        blank[: found.end()] = " " * found.end()
    opening = re.match(r"^(?:according to \w+|what|which|who)\s*", lower)
    if opening and kind != "who_said":
        blank[: opening.end()] = " " * opening.end()
    for noun in _ASKED_WORD.finditer(lower):
        blank[noun.start() : noun.end()] = " " * (noun.end() - noun.start())
    for low, high in spans:
        blank[low:high] = " " * (high - low)
    for light in _LIGHT.finditer("".join(blank)):
        blank[light.start() : light.end()] = " " * (light.end() - light.start())
    return "".join(blank)


def _first_classes(body: str, classes: Sequence[str]) -> tuple[str, ...]:
    """The classes of the first word that is in the table: the others tell of circumstances."""
    if not classes:
        return ()
    first = {name: found.start() for name in classes if (found := predicate_classes()[name].search(body))}
    low = min(first.values())
    return tuple(name for name in classes if first[name] == low)


def _find_roles(
    lower: str, names: Sequence[str], spans: Sequence[tuple[int, int]], at: int | None
) -> dict[str, Literal["agent", "placed", "patient"]]:
    """What the question has each name do: a name before the predicate does it, one after it has it done to it."""
    roles: dict[str, Literal["agent", "placed", "patient"]] = {}
    for name, (low, _) in zip(names, spans, strict=True):
        if _PLACING.search(lower[:low]):
            roles[name] = "placed"
        elif at is not None:
            roles[name] = "agent" if low < at else "patient"
    return roles


def _predicate_start(body: str, classes: Sequence[str]) -> int | None:
    found = [match.start() for name in classes if (match := predicate_classes()[name].search(body))]
    return min(found, default=None)
