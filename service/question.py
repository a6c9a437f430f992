"""What is asked and of whom: a question to a query, by its words alone; no model, no article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from index.attribution.aliases import load_aliases
from index.records import Filters
from service.answering.asking.asked import (
    Role,
    find_asked,
    find_did,
    find_objects,
    find_role,
    find_subject,
    find_verb,
    is_light,
    is_undergone,
)
from service.answering.asking.confines import Confines, confine, read_confines
from service.answering.asking.days import find_ambiguous
from service.answering.asking.kinds import Act, Expected, Kind, find_counted, find_expected, find_kind
from service.answering.asking.outlets import Mention, list_outlets
from service.answering.asking.speech import Speech, disagrees, find_speech, says_nobody
from service.answering.judging.about_articles import (
    ArticleQuestion,
    Ordinal,
    blank_asking,
    find_article_question,
    find_topic_of,
)
from service.answering.language.names import find_names
from service.answering.language.predicates import find_classes, find_predicate, is_denied
from service.answering.language.sources import is_outlet
from service.wording import (
    blank,
    find_asked_names,
    find_roles,
    find_topic,
    first_classes,
    only_opens,
    predicate_part,
    predicate_start,
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


@dataclass(frozen=True, slots=True)
class Query:
    """A question as read. Names are as the question writes them, without titles and possessives.

    `agents` are the names that the question makes do something, `placed` those it puts something in, `patients`
    those it has something done to; all are among `names`. `speakers` are those whose words are asked for, as the
    question has them, and `act` is what it asks whether they did with them; `passed_on` where it asks what an outlet
    reports, be it in others' words. `times` and `numbers` must be borne out as names must. `counted` are the words
    of what is counted, `asked` the noun after "which". `role` is what the one asked for does in the event, `verb`
    the word after "who", `objects` the plain words of what it is done to; `subject` the plain words of who does it,
    in a yes or no; `undergone` where it asks whether its `agents` had it done to them; `negated` where the question
    itself denies it ("did X not sign"), `situated` where it asks where something is or lies. `classes` are the
    predicate classes, empty where no word of the question is in the table. `premised` are names of sentences before
    the one that asks, or of the sort asked for ("which NFL star"): the article must hold them, the sentence need
    not.

    Of questions about articles: `term` is the thing whose names are asked for, `published` asks for the day of
    publication, `outlets`, `articles` and `titles` are those that the question itself names, `ordinal` the one of two
    of which it is asked what it left out.

    `mentions` are the outlets' names in it, as written; those that tell something confine the search, together, unless
    their words are what is asked for. `sources` confine it to what they are cited for; `cited` are tried as sources
    beside the outlets it is confined to. `unknown` are outlets and sources that the corpus does not have. `unread` are
    dates of which nobody knows whether the day or the month comes first. `published_from` and `published_to` are days
    of publication that the question gives. `follow_up` is the question as it was asked, where `text` is what it means
    by those before it.
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
    act: Act = ""
    passed_on: bool = False
    numbers: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    role: Role = ""
    verb: str = ""
    objects: str = ""
    subject: str = ""
    undergone: bool = False
    negated: bool = False
    situated: bool = False
    classes: tuple[str, ...] = ()
    premised: tuple[str, ...] = ()
    term: str = ""
    published: bool = False
    articles: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    ordinal: Ordinal = ""
    mentions: tuple[Mention, ...] = ()
    sources: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    published_from: date | None = None
    published_to: date | None = None
    follow_up: str = ""
    filters: Filters = field(default_factory=Filters)
    cased: bool = True

    @property
    def outlets(self) -> tuple[str, ...]:
        """The known outlets that it names, each once."""
        return list_outlets(self.mentions)


def parse_question(
    text: str,
    *,
    filters: Filters | None = None,
    sources: Sequence[str] = (),
    outlets: Sequence[str] = (),
    articles: Sequence[str] = (),
    today: date | None = None,
    plain: Sequence[str] = (),
) -> Query:
    """The query of a question in any case, with or without a question mark.

    `outlets` are the outlets that the corpus knows: they are no names that a sentence must bear, and "according
    to" one of them confines the search to it; to anybody else, to what that source is cited for. `articles` are ids
    that the question may name. `today` is what "last week" is relative to; without it, such days are not read. Names
    that are `plain` are no outlets, though the question speaks of their articles.
    """
    told = read_confines(text, outlets, articles, today, plain)
    lower = told.asked.casefold() if len(told.asked.casefold()) == len(told.asked) else told.asked.lower()
    about = find_article_question(lower, len(told.outlets) + len(told.articles) + len(told.titles))
    kind = _find_kind(lower, about)
    speech = None if about.kind else find_speech(lower, kind)
    if speech and speech.act == "denies" and kind == "who":
        kind = "who_said"
    spoken = [told.asked[low:high] for low, high in speech.speakers] if speech else []
    own = _find_own(spoken, outlets)
    if speech and speech.act == "confirms" and own:
        kind = "confirmed"
    topic = _find_topic(told, about, speech)
    heard = told.heard(spoken)
    query = Query(
        text=text,
        search=_find_search(told, about, topic) or text,
        kind=kind,
        expected=find_expected(lower, kind),
        topic=topic,
        speakers=tuple(own.get(one, one) for one in spoken),
        act=speech.act if speech else "",
        passed_on=bool(kind == "said" and own),
        term=told.asked[slice(*about.term)].strip(" ?.!"),
        published=about.kind == "published",
        mentions=told.mentions,
        articles=told.articles,
        titles=told.titles,
        ordinal=about.ordinal,
        times=tuple(dict.fromkeys(found.group() for found in _TIME.finditer(told.asked))),
        counted=find_counted(lower),
        asked=find_asked(lower),
        verb=find_verb(lower) if kind == "who" else "",
        situated=bool(_SITUATED.match(lower)),
        sources=tuple(dict.fromkeys((*sources, *told.sources, *(() if heard else told.strangers)))),
        cited=told.strangers if heard else (),
        unread=find_ambiguous(told.asked),
        published_from=told.published.first,
        published_to=told.published.last,
        filters=confine(filters or Filters(), told, heard),
        cased=told.cased,
    )
    return _read_names(query, told, lower, about, speech)


def _read_names(query: Query, told: Confines, lower: str, about: ArticleQuestion, speech: Speech | None) -> Query:
    """The query with its names, what each does in it, and the word that says what happened."""
    names, spans = find_asked_names(told.asked if told.cased else "", told.known)
    spoken = speech.speakers if speech else ()
    kept = [n for n, (low, high) in enumerate(spans) if not any(s <= low and high <= e for s, e in spoken)]
    names, spans = tuple(names[n] for n in kept), [spans[n] for n in kept]
    sort = [name for name, (low, _) in zip(names, spans, strict=True) if _SORT.search(lower[:low])]
    asking = blank_asking(lower) if about.kind else blank(lower, [(0, speech.end)] if speech else [])
    body = predicate_part(asking, query.kind, spans)
    tells = query.kind not in ("said", "left_out", "words") and not query.published and about.kind != "difference"
    classes = first_classes(body, find_classes(body)) if tells else ()
    at = predicate_start(body, classes)
    event = next((one for one in find_predicate(body, classes) if one.start == at), None)
    did = find_did(lower, spans) if query.kind == "yes_no" and not speech else None
    if did and (event is None or (did.start < event.start and not is_light(lower, did))):
        event, classes, at = did, (), did.start
    roles = find_roles(lower, names, spans, at) if query.kind != "said" else {}
    premised = [one.text for one in find_names(told.premise) if not only_opens(told.premise, one)]
    covered = " ".join([*query.times, *names])
    return replace(
        query,
        names=tuple(name for name in names if name not in sort),
        agents=tuple(name for name in roles if name not in sort and roles[name] == "agent"),
        placed=tuple(name for name in roles if name not in sort and roles[name] == "placed"),
        patients=tuple(name for name in roles if name not in sort and roles[name] == "patient"),
        numbers=tuple(n for n in dict.fromkeys(_NUMBER.findall(told.asked)) if n not in covered),
        role=find_role(lower, query.kind, spans, at),
        verb=lower[slice(*event)] if event and not classes else query.verb,
        objects=find_objects(asking, spans, event.end if event else None),
        subject=find_subject(lower, spans, at) if query.kind == "yes_no" else "",
        undergone=bool(event and query.kind in ("yes_no", "confirmed") and is_undergone(lower, event)),
        negated=bool(
            event and query.kind == "yes_no" and is_denied(blank(lower, [(0, speech.end if speech else 0)]), event)
        ),
        classes=classes,
        premised=(*(premised if told.cased else ()), *sort),
    )


def _find_topic(told: Confines, about: ArticleQuestion, speech: Speech | None) -> str:
    """What the question is about, without what only asks and without whose words are asked for."""
    if about.kind == "words":
        return re.sub(r"^(?:the|an?)\s+", "", told.asked[slice(*about.term)].strip(" ?.!"), flags=re.IGNORECASE)
    if about.kind:
        return find_topic_of(told.asked) or told.asked
    if speech:
        said = re.sub(r"^\W*(?:(?:about|on|of|that)\s+)*", "", told.asked[speech.end :]).strip(" ?.!")
        return said or " ".join(told.asked[low:high] for low, high in speech.speakers)
    return find_topic(told.asked) or told.asked


def _find_search(told: Confines, about: ArticleQuestion, topic: str) -> str:
    """What to search for: of a question about articles only what they are about, of a name all its forms."""
    if about.kind == "words":
        beside = [name.text for name in find_names(told.asked[: about.term[0]])]
        return " ".join([*beside, *(variant.text for variant in load_aliases().variants(topic))])
    if about.kind and told.titles:
        return " ".join(told.titles)
    return topic if about.kind else " ".join(f"{told.premise} {told.asked}".split())


def _find_kind(lower: str, about: ArticleQuestion) -> Kind:
    if about.kind == "published":
        return "when"
    if not about.kind and disagrees(lower):
        return "difference"
    kind = about.kind or find_kind(lower)
    return "what" if kind == "said" and says_nobody(lower) else kind


def _find_own(spoken: Sequence[str], outlets: Sequence[str]) -> dict[str, str]:
    """Those speakers that are outlets, each with its name as one: "The Times", though the question has "Times"."""
    own: dict[str, str] = {}
    for words in spoken:
        outlet = next((one for one in outlets if is_outlet(one, words)), None)
        if outlet is not None:
            own[words] = outlet
    return own
