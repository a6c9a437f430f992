"""Who does what a sentence tells, and to whom, against the parts that the question gives them."""

import re
from collections.abc import Mapping, Sequence

from index.attribution.aliases import Aliases
from index.records import Span
from service.answering.judging.named import short_form
from service.answering.language.doers import find_doer, find_patient, is_passive
from service.answering.language.names import find_names
from service.question import Query

# "capturing it", "seized the town": the name is meant and stands before.
_STANDS_FOR = re.compile(r"\s+(?:(?:the|this|that|control of the)\s+\w+|it|them|him|her)\b")
_NEXT_TO = 30  # characters
_SHARED = 5  # letters at the beginning by which two words of a subject are one


def misplaces(query: Query, text: str, event: Span, names: Mapping[str, re.Pattern[str]]) -> bool:
    """Whether the sentence gives another the part of the one who does it, or of the one it is done to.

    `names` finds each name of the question. What the words do not tell is not held against the sentence, except where
    it tells in the passive, and not by whom, what the question makes somebody do.
    """
    if query.undergone:
        return _befell_another(query, text, event, names)
    if any(_is_done_to_another(_as_written(name, names[name], text), text, event) for name in query.patients):
        return True
    doer = find_doer(text, event)
    if doer is None:
        return bool(query.agents) and is_passive(text, event)
    words = text[doer.start : doer.end]
    if not doer.named or query.agents or not query.subject:
        return False
    return bool(find_names(words)) and not _shares_word(query.subject, words)


def is_done_to(patients: Sequence[str], text: str, event: Span, aliases: Aliases) -> bool:
    """Whether those whom it is done to, where the sentence names them, stand on that side of the event."""
    return not any(_is_done_to_another(aliases.pattern(name), text, event) for name in patients)


def _as_written(name: str, pattern: re.Pattern[str], text: str) -> re.Pattern[str]:
    """What finds the name in a sentence that may have only its last word, as is usual after first mention."""
    short = not pattern.search(text) and short_form(name, text)
    return re.compile(rf"(?<!\w){re.escape(name.split()[-1])}(?!\w)") if short else pattern


def _is_done_to_another(asked: re.Pattern[str], text: str, event: Span) -> bool:
    passive = is_passive(text, event)
    found = list(asked.finditer(text))
    after = any(one.start() >= event.end for one in found)
    before = any(one.end() <= event.start for one in found)
    if found and not (before if passive else after or _STANDS_FOR.match(text, event.end)):
        return True
    return bool(found) and not passive and _names_another(asked, text, event)


def _names_another(asked: re.Pattern[str], text: str, event: Span) -> bool:
    """Whether the first name right after the event is another than the one asked for ("crossed into Iraq")."""
    first = next((one for one in find_names(text) if one.start >= event.end), None)
    if first is None or first.start - event.end > _NEXT_TO or text[first.end : first.end + 1] in ("’", "'"):
        return False
    return not asked.search(text, event.end, first.end + 60)


def _befell_another(query: Query, text: str, event: Span, names: Mapping[str, re.Pattern[str]]) -> bool:
    """Whether a sentence in the passive tells it of somebody else by name."""
    if not is_passive(text, event) or not query.agents:
        return False
    patient = find_patient(text, event)
    words = text[patient.start : patient.end] if patient and patient.named else ""
    own = any(names[name].search(words) or short_form(name, words) for name in query.agents)
    return bool(find_names(words)) and not own


def _shares_word(one: str, other: str) -> bool:
    return bool({word[:_SHARED] for word in one.casefold().split()} & {w[:_SHARED] for w in other.casefold().split()})
