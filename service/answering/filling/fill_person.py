"""Who does what a question asks, has it done to them, or is described; in the words of the sentence."""

import re

from index.attribution.aliases import Aliases
from index.records import Span
from service.answering.filling.described import describe
from service.answering.filling.fill import Filling, distance
from service.answering.filling.fresh import fresh_names
from service.answering.judging.parts import is_done_to
from service.answering.judging.support import Support
from service.answering.language.doers import find_doer
from service.answering.language.modality import asks_what_may_be, is_only_possible
from service.answering.language.names import Name, word_lists
from service.question import Query

_INTO = re.compile(
    r"\b(?:in|at|near|into|to|toward|towards|from|across|outside|inside)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}$"
)
GROUP = re.compile(
    r"\s+(?:regime |government |security |armed |air )?(?:forces|army|troops|officials|coalition|police|government|"
    r"military|group|alliance|militants|rebels)\b"
)


def fill_person(query: Query, support: Support, aliases: Aliases) -> Filling | None:
    """The person or group asked for; a value of None where the sentence tells of it and names nobody for sure."""
    if query.role == "described":
        lists = word_lists()
        nouns = lists["persons"] | lists["titles"] | lists["roles"]
        words = describe(support.text, aliases.pattern(query.names[0]), nouns)
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
        if doer is None or not is_done_to(query.patients, text, event, aliases):
            continue
        if not asks_what_may_be(query.search) and is_only_possible(text[doer.end : event.start]):
            continue
        words = text[doer.start : doer.end]
        if not doer.named:
            return Filling(None, span=support.absolute(event))
        if any(pattern.fullmatch(words) for pattern in asked):
            continue
        return Filling(words, span=support.absolute(event))
    return None


def _fill_name(query: Query, support: Support, aliases: Aliases) -> Filling | None:
    text = support.text
    names = [
        one
        for one in fresh_names(query, text, aliases)
        if not _INTO.search(text[max(0, one.start - 60) : one.start]) and not support.is_cited(one)
    ]
    if not names:
        return None
    at = support.predicate or Span(0, 0)

    def rank(name: Name) -> tuple[bool, int]:
        lone = " " not in name.text and "-" not in name.text
        return (lone, distance(Span(name.start, name.end), at))

    best = min(names, key=rank)
    group = GROUP.match(text[best.end :])
    end = best.end + (group.end() if group else 0)
    return Filling(text[best.start : end], span=support.absolute(Span(best.start, end)))
