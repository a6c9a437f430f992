"""A finished answer in a model's words: each sentence is held to its one claim, or is the template's."""

import logging
import re
from collections.abc import Mapping
from typing import Any

from index.attribution.marks.hedges import hedge_words
from prompts.load import load_prompt
from service.answering.answer import Answer, Claim, Report
from service.answering.language.names import word_lists
from service.answering.prompting.calls import Calls
from service.answering.read_by import Usage

_MOST_TOKENS = 1_500
_LONGEST = 600  # characters of a sentence
_RUN = 6  # words in a row that are the claim's own, at least
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
# Nothing of this is plain words; it could be markup, a link or a citation.
_MARKUP = re.compile(r"[\[\]<>*_#|`\\{}\n]|https?:|www\.", re.IGNORECASE)
_LOG = logging.getLogger("byline")


def word_answer(answer: Answer, calls: Calls) -> Answer:
    """The answer with the direct line and the claims' sentences that the model words well; its claims are unchanged."""
    named = {one.id: one for one in answer.claims}
    claims = "\n".join(f"[{one.id}] {' '.join(one.text.split())}" for one in answer.claims)
    reply = calls.ask(load_prompt("prose"), _MOST_TOKENS, question=answer.question, claims=claims)
    text, direct = answer.answer, answer.direct
    if said := _read(reply.get("direct"), named):
        text = text.replace(direct.text, said[1], 1)
        direct = direct.model_copy(update={"text": said[1]})
    listed = reply.get("sentences")
    for one in listed if isinstance(listed, list) else ():
        if (said := _read(one, named)) and (claim := named.pop(said[0].id, None)):
            text = text.replace(claim.text, said[1], 1)
    return answer.model_copy(update={"direct": direct, "answer": text, "usage": _add(answer.usage, calls.usage())})


def find_fault(sentence: str, claim: Claim) -> str:
    """Why a sentence may not stand for a claim; "" where it may.

    It must name the outlet and the source, hold a run of the claim's own words, every hedge and every word that turns
    it, and no word that is neither the claim's nor a plain one that links.
    """
    first = claim.reports[0]
    if len(sentence) > _LONGEST or _MARKUP.search(sentence):
        return "it is no plain sentence"
    if len({_chain(one) for one in claim.reports}) > 1:
        return "the claim has several sources, which one sentence could exchange"
    said = _words(sentence)
    own = _words(" ".join([claim.text, *(one.quote for one in claim.reports)]))
    lists = word_lists()
    plain = (lists["stop"] - lists["turning"]) | lists["linking"]
    if strange := [one for one in said if one not in own and one not in plain]:
        return f"“{strange[0]}” is not a word of its claim"
    content = _words(_content(first))
    turning = lists["turning"] | {one for words in hedge_words() for one in words.split()} - plain
    if lost := [one for one in content if one in turning and one not in said]:
        return f"“{lost[0]}” is lost"
    if gone := [one.text for one in first.hedges if not _holds(said, _words(one.text))]:
        return f"“{gone[0]}” is lost"
    if added := [one for one in said if one in turning and said.count(one) > max(content.count(one), own.count(one))]:
        return f"“{added[0]}” is added"
    if not _runs(said, content):
        return "it does not keep the claim's own words"
    named = [_words(first.outlet.name or "unnamed"), *(_words(one.name) for one in (first.chain or ())[-1:])]
    missing = [" ".join(one) for one in named if not _holds(said, one)]
    return f"it does not name “{missing[0]}”" if missing else _miss_denial(said, first)


def _miss_denial(said: list[str], report: Report) -> str:
    """Whether a stance that is not plainly said has lost the word that tells it."""
    cue = report.cue
    if report.stance in (None, "asserts") or cue is None:
        return ""
    stems = {one[:4] for one in _words(cue.text) if len(one) > 3}
    return "" if any(one[:4] in stems for one in said) else f"“{cue.text}” is lost"


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


def _content(report: Report) -> str:
    at = report.start
    return report.quote[report.content.start - at : report.content.end - at]


def _chain(report: Report) -> tuple[str, ...] | None:
    return None if report.chain is None else tuple(link.name for link in report.chain)


def _holds(said: list[str], words: list[str]) -> bool:
    """Whether the words stand there in a row."""
    return any(said[n : n + len(words)] == words for n in range(len(said) - len(words) + 1))


def _runs(said: list[str], content: list[str]) -> bool:
    most = min(_RUN, len(content))
    return any(_holds(said, content[n : n + most]) for n in range(len(content) - most + 1))


def _add(one: Usage | None, other: Usage | None) -> Usage | None:
    """Both together; null where either is."""
    if one is None or other is None:
        return one or other
    fields = {
        name: None if None in (values := (getattr(one, name), getattr(other, name))) else sum(values)
        for name in Usage.model_fields
    }
    return Usage.model_validate(fields)
