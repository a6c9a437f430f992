"""An earlier question taken apart, so that the next one can lean on it: who tells, what of, when and where."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.records import Span
from service.answering.asking.asked import find_did
from service.answering.asking.days import find_periods
from service.answering.asking.kinds import AUXILIARY
from service.answering.asking.speech import find_speech
from service.answering.language.names import find_names, word_lists
from service.answering.language.predicates import find_classes, find_predicate
from service.question import Query, parse_question

_ACCORDING = re.compile(
    r",?\s*\b(?:according\s+to|as\s+reported\s+by|as\s+per)\s+(?:the\s+)?[^,?]+?(?=,|\?|$),?\s*", re.IGNORECASE
)
_OPENING = re.compile(rf"^(?P<wh>when|where|why|how)\s+(?=(?:{AUXILIARY})\b)", re.IGNORECASE)
_AUXILIARY = re.compile(rf"^(?P<aux>{AUXILIARY})\s+(?P<rest>.+)$", re.IGNORECASE)
_COUNTED = re.compile(
    rf"^how\s+(?:many|much)\s+(?P<what>(?:[\w'-]+\s+){{1,4}}?)(?P<aux>{AUXILIARY})\s+(?P<rest>.+)$", re.IGNORECASE
)
_WHO = re.compile(r"^(?:who|(?:which|what)\s+(?P<what>[\w'-]+(?:\s+of\s+[\w'-]+)?))\s+(?P<rest>.+)$", re.IGNORECASE)
_DONE = re.compile(
    r"^(?P<verb>\w+ed)\s+(?P<object>(?:(?!\b(?:in|on|at|near|from|to|by|with|for|during|after|before)\b).)+?)(?P<rest>\s+(?:in|on|at|near|from|during)\s+.+)?$"
)
_HAPPENED = re.compile(r"^what\s+happened\s+(?P<rest>.+)$", re.IGNORECASE)
_BE = frozenset({"is", "are", "was", "were"})
_WEEKDAY = re.compile(r"\s*\bon\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier question that stands alone, without its question mark, and its query."""

    text: str
    query: Query
    spoken: tuple[str, ...]

    @property
    def topic(self) -> str:
        """What it is about; empty where nothing can be said of that."""
        if self.query.speakers:
            return self.query.topic if self.query.topic not in self.spoken else ""
        text, clause = self.untold, self.clause
        opening = _OPENING.match(text)
        if clause and opening:
            return f"{opening['wh'].lower()} {clause}"
        if clause and _AUXILIARY.match(text):
            return f"whether {clause}"
        return self.query.topic if _COUNTED.match(text) else text[0].lower() + text[1:]

    @property
    def untold(self) -> str:
        """It without "according to X"."""
        return _ACCORDING.sub(" ", self.text).strip()

    @property
    def clause(self) -> str:
        """What it asks about as a plain clause, "civilians were killed in Raqqa"; empty where that cannot be told."""
        text = _OPENING.sub("", self.untold)
        if _HAPPENED.match(text):
            return text[0].lower() + text[1:]
        if self.query.speakers:
            return self.query.topic
        if found := _COUNTED.match(text):
            what, aux, rest = found["what"].strip(), found["aux"].lower(), found["rest"]
            return f"{what} {aux} {rest}" if aux in _BE else _join(aux, *_part(rest), what)
        if found := _AUXILIARY.match(text):
            who, does = _part(found["rest"])
            return f"{who} {found['aux'].lower()} {does}" if who else ""
        found = _WHO.match(text)
        if not found:
            return ""
        what = found["what"]
        return f"{_article(what) if what else 'somebody'} {found['rest']}"

    def on(self, topic: str) -> str | None:
        """The same speaker's words on something else."""
        start = self.text.rfind(self.query.topic) if self.spoken and self.topic else -1
        return f"{self.text[:start]}{topic}?" if start > 0 else None

    def told_by(self, who: str) -> str | None:
        """The same asked of another who tells."""
        if self.query.speakers:
            return self.about(who)
        return f"According to {who}, {_lower(self.untold)}?"

    def about(self, what: str) -> str | None:
        """The same asked of another name: of whose words are asked for, where any are, else of the one name in it."""
        if self.spoken:
            return f"{self.text.replace(self.spoken[0], _bare(what), 1)}?"
        if self.untold != self.text:
            return self.told_by(what)
        names = [name for name in find_names(self.text) if name.start]
        wanted = [one for one in (*self.query.placed, *self.query.patients, *self.query.agents) if one]
        chosen = next(
            (name for one in wanted for name in names if name.text == one), names[0] if len(names) == 1 else None
        )
        return f"{self.text[: chosen.start]}{_bare(what)}{self.text[chosen.end :]}?" if chosen else None

    def placed_in(self, words: str) -> str:
        """The same at another time or place; what it had of that gives way."""
        text = self.text
        periods = find_periods(text, None)
        words = (
            words
            if re.match(r"(?:in|on|at|near|from|since|before|after|until|between|during|by)\b", words, re.IGNORECASE)
            else f"in {words}"
        )
        if find_periods(words, None) or _WEEKDAY.match(f" {words}"):
            for one in reversed(periods):
                text = text[: one.start].rstrip() + text[one.end :]
            return f"{_WEEKDAY.sub('', text)} {_lower(words)}?"
        place = next((name for one in self.query.placed for name in find_names(text) if name.text == one), None)
        if place is None:
            return f"{text} {_lower(words)}?"
        start = re.search(r"\b(?:in|at|near|from)\s+(?:the\s+)?(?:[a-z-]+\s+(?:of\s+)?)*$", text[: place.start])
        return f"{text[: start.start() if start else place.start]}{_lower(words)}{text[place.end :]}?"

    def ask(self, wh: str) -> str | None:
        """When, where, why or by whom it happened."""
        text = _OPENING.sub("", self.untold)
        if wh == "when":
            for one in reversed(find_periods(text, None)):
                text = text[: one.start].rstrip() + text[one.end :]
            text = _WEEKDAY.sub("", text)
        if happened := _HAPPENED.match(text):
            return f"{wh} did it happen {happened['rest']}?"
        if found := _COUNTED.match(text):
            what, aux, rest = found["what"].strip(), found["aux"].lower(), found["rest"]
            return f"{wh} {aux} {what} {rest}?" if aux in _BE else f"{wh} {aux} {' '.join(_put(*_part(rest), what))}?"
        if first := _AUXILIARY.match(text):
            return f"{wh} {_lower(text)}?" if wh != "by whom" or first["aux"].lower() in _BE else None
        if (found := _WHO.match(text)) and (first := _AUXILIARY.match(found["rest"])) and first["aux"].lower() in _BE:
            return f"{wh} {first['aux'].lower()} {found['what'] or 'they'} {first['rest']}?"
        done = _DONE.match(found["rest"]) if found else None
        return f"{wh} was {done['object']} {done['verb']}{done['rest'] or ''}?" if done else None

    def count(self, much: str, what: str | None, rest: str | None) -> str | None:
        """How many, of what it counts or of something else, then or elsewhere."""
        if found := _COUNTED.match(self.text):
            text = f"How {much} {what or found['what'].strip()} {found['aux']} {found['rest']}"
        elif (found := _WHO.match(self.text)) and not found["what"] and (first := _AUXILIARY.match(found["rest"])):
            text = f"How {much} {what or 'people'} were {first['rest']}"
        elif (
            (first := _AUXILIARY.match(self.text)) and first["aux"].lower() in _BE and (who := _part(first["rest"])[0])
        ):
            text = f"How {much} {what or who} {first['aux'].lower()} {_part(first['rest'])[1]}"
        else:
            return None
        return Earlier(text, parse_question(text), ()).placed_in(rest) if rest else f"{text}?"

    def meant_by(self, pronoun: str) -> str | None:
        """The name that a pronoun can only mean, None where there is none or more than one."""
        query = self.query
        things = [one for one in query.names if one not in query.agents]
        if pronoun in ("it", "its", "there"):
            return things[0] if things else (query.names[0] if len(query.names) == 1 else None)
        if self.spoken:
            return self._with_article(self.spoken[0])
        # They are whom that question asks for, and it is not known who that is.
        if query.kind in ("who", "who_said") and query.role != "done_to":
            return None
        found = _AUXILIARY.match(_OPENING.sub("", self.untold))
        who = _part(found["rest"])[0] if found else ""
        if who and query.agents:
            return who
        doers = query.agents or [one for one in query.names if one not in query.placed]
        return doers[0] if query.agents or len(doers) == 1 else None

    def _with_article(self, name: str) -> str:
        return f"the {name}" if re.search(rf"\bthe\s+{re.escape(name)}", self.text, re.IGNORECASE) else name


def read_earlier(text: str, outlets: Sequence[str]) -> Earlier:
    """An earlier question, taken apart."""
    bare = " ".join(text.replace("’", "'").split()).rstrip(" ?.!")
    query = parse_question(bare, outlets=outlets)
    speech = find_speech(bare.lower(), query.kind)
    return Earlier(bare, query, tuple(bare[low:high] for low, high in speech.speakers) if speech else ())


def _part(rest: str) -> tuple[str, str]:
    """What stands behind an auxiliary as who and what they do; ("", rest) where the verb is not known."""
    lower = rest.lower()
    events = find_predicate(lower, find_classes(lower))
    names = [(name.start, name.end) for name in find_names(rest)]
    verb = find_did(f"did {lower}", [(low + 4, high + 4) for low, high in names])
    spans = [Span(verb.start - 4, verb.end - 4)] if verb else []
    start = min((one.start for one in (*events, *spans) if one.start), default=0)
    return (rest[:start].strip(), rest[start:]) if start else ("", rest)


def _put(who: str, does: str, what: str) -> list[str]:
    """With what is counted right behind the verb."""
    verb, _, after = does.partition(" ")
    return [one for one in (who, verb, what, after) if one]


def _join(aux: str, who: str, does: str, what: str) -> str:
    return " ".join([who, aux, *_put("", does, what)]) if who else ""


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _bare(words: str) -> str:
    return re.sub(r"^the\s+", "", words.strip(" ?.!"), flags=re.IGNORECASE)


def _lower(text: str) -> str:
    """Without the capital of a word that only opens a sentence."""
    first = re.match(r"\w+", text)
    opens = first and (
        first.group().lower() in word_lists()["stop"]
        or re.fullmatch(rf"{AUXILIARY}|how|who|what|which|when", first.group(), re.IGNORECASE)
    )
    return text[0].lower() + text[1:] if opens else text
