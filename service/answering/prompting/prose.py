"""A finished answer in a model's words: each sentence is held to its one claim, or is the template's."""

import logging
import re
from collections.abc import Mapping
from typing import Any

from prompts.load import load_prompt
from service.answering.answer import Answer, Claim, Report
from service.answering.prompting.calls import Calls, sum_known
from service.answering.read_by import Usage

_MOST_TOKENS = 1_500
_LONGEST = 600  # characters of a sentence
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
# Nothing of this is plain words; it could be markup, a link or a citation.
_MARKUP = re.compile(r"[\[\]<>*_#|`\\{}\n]|https?:|www\.", re.IGNORECASE)
_QUOTES = re.compile(r"[“”\"„«»]|(?<!\w)['’‘]|['’‘](?!\w)")
# Of the words that say who reports it: what could turn them into a question, a sum or another sentence.
_STRANGE = re.compile(r"[^\w\s,:.()'’‘–&-]")
_ARTICLE = "(?:the |an? )?"
_CITES = "(?:citing|cites|reports|reporting|says|said) (?:that )?"
_SAYS = "says |said |reports |reported |that |it |they "
_LOG = logging.getLogger("byline")


def word_answer(answer: Answer, calls: Calls) -> Answer:
    """The answer with the direct line and the claims' sentences that the model words well; its claims are unchanged."""
    named = {one.id: one for one in answer.claims}
    claims = "\n".join(f"[{one.id}] {' '.join(one.text.split())}" for one in answer.claims)
    reply = calls.ask(load_prompt("prose"), _MOST_TOKENS, question=answer.question, claims=claims)
    text, direct = answer.answer, answer.direct
    # Of several claims the direct line says how they stand to each other, which no sentence on one of them does.
    if len(named) == 1 and (said := _read(reply.get("direct"), named)):
        text = text.replace(direct.text, said[1], 1)
        direct = direct.model_copy(update={"text": said[1]})
    listed = reply.get("sentences")
    for one in listed if isinstance(listed, list) else ():
        if (said := _read(one, named)) and (claim := named.pop(said[0].id, None)):
            text = text.replace(claim.text, said[1], 1)
    return answer.model_copy(update={"direct": direct, "answer": text, "usage": _add(answer.usage, calls.usage())})


def find_fault(sentence: str, claim: Claim) -> str:
    """Why a sentence may not stand for a claim; "" where it may.

    It says first who reports it, then in the record's order whom that outlet cites, then every hedge and denial that
    stands outside of what is said, and last what is said, whole and unchanged: nothing can change places.
    """
    first = claim.reports[0]
    if len(sentence) > _LONGEST or _MARKUP.search(sentence):
        return "it is no plain sentence"
    if len({(one.outlet.label, _chain(one)) for one in claim.reports}) > 1:
        return "the claim has several outlets or sources, which one sentence could exchange"
    if first.chain is None or first.context:
        return "the claim needs more than a sentence"
    said, content = _bare(sentence), _bare(_content(first))
    head, own = said[: -len(content)], said[-len(content) :]
    if not content or own[:1].lower() + own[1:] != content or not head.endswith(" "):
        return "it does not end with the claim's own words, whole"
    if strange := _STRANGE.search(head):
        return f"it has {strange.group()!r} where it says who reports it"
    found = _frame(first).fullmatch("".join(f"{one} " for one in _words(head)))
    if found is None:
        return "it does not say who reports it, and then from whom, and no more"
    gone = [one for one in _needed(first, content) if f" {one}" not in f" {found['told']}"]
    return f"“{gone[0].strip()}” is lost" if gone else ""


def _frame(report: Report) -> re.Pattern[str]:
    """Who reports it, and each whom it cites in their order, with the few words that may stand between and after."""
    outlet, *links = [_row(report.outlet.name or "unnamed outlet"), *(_row(one.name) for one in report.chain or ())]
    cited = "".join(f"(?:which )?{_CITES}{_ARTICLE}{re.escape(one)}" for one in links)
    held = "".join(f"|{re.escape(one)}" for one in map(_row, _marks(report)) if one)
    return re.compile(f"{_ARTICLE}{re.escape(outlet)}{cited}(?P<told>(?:{_SAYS}{held})*)")


def _marks(report: Report) -> list[str]:
    return [*([report.cue.text] if report.cue else ()), *(one.text for one in report.hedges)]


def _needed(report: Report, content: str) -> list[str]:
    """Hedges that what is said does not hold, and the words of a stance that is not plainly said."""
    cue = [report.cue.text] if report.cue and report.stance not in (None, "asserts") else []
    within = f" {_row(content)}"
    needed = [_row(one) for one in (*cue, *(hedge.text for hedge in report.hedges))]
    return [one for one in needed if f" {one}" not in within]


def _read(value: Any, named: Mapping[str, Claim]) -> tuple[Claim, str] | None:
    """A sentence of the reply with its claim and citations; None where it may not be shown."""
    fields = value if isinstance(value, dict) else {}
    sentence, claim = fields.get("text"), named.get(str(fields.get("claim")).strip(" []"))
    if not isinstance(sentence, str) or claim is None:
        return None
    words = " ".join(sentence.split())
    if fault := find_fault(words, claim):
        _LOG.info("a sentence of the model is not shown: %s", fault)
        return None
    marks = "".join(f"[{n}]" for n in dict.fromkeys(one.citation for one in claim.reports))
    return claim, f"{words.rstrip(' .')} {marks}."


def _words(text: str) -> list[str]:
    return [found.group().casefold() for found in _WORD.finditer(text.replace("’", "").replace("'", ""))]


def _row(text: str) -> str:
    """Its words, each with a space behind it."""
    return "".join(f"{one} " for one in _words(text))


def _bare(text: str) -> str:
    """On one line, without quotation marks, which sentences set in their own way, and what ends it."""
    bare = _QUOTES.sub("", " ".join(text.split())).replace("’", "'").strip(" .,;:")
    return bare[:1].lower() + bare[1:]


def _content(report: Report) -> str:
    at = report.start
    return report.quote[report.content.start - at : report.content.end - at]


def _chain(report: Report) -> tuple[str, ...] | None:
    return None if report.chain is None else tuple(link.name for link in report.chain)


def _add(one: Usage | None, other: Usage | None) -> Usage | None:
    """Both together; null where either is."""
    if one is None or other is None:
        return one or other
    fields = {name: sum_known([getattr(one, name), getattr(other, name)]) for name in Usage.model_fields}
    return Usage.model_validate(fields)
