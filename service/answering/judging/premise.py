"""What an article says instead of what a question takes for granted: that another did it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.aliases import load_aliases
from service.answering.filling.fill_person import GROUP
from service.answering.judging.named import short_form
from service.answering.judging.parts import is_done_to
from service.answering.judging.support import Support, Supports, order_by_score
from service.answering.language.doers import find_doer
from service.answering.language.modality import is_only_possible
from service.answering.language.names import Name, find_names
from service.answering.language.predicates import is_denied
from service.answering.language.stems import HeldStems
from service.answering.reading import Candidates, Contrary
from service.question import Query

# How many sentences are read, and how near they must be: every name, and the event, must stand in them anyway.
READ = 20
NEAR = 0.6


def find_contrary(query: Query, candidates: Candidates, scores: Sequence[float], stems: HeldStems) -> Contrary | None:
    """A sentence that tells of another doer, by name, what the question makes somebody do; None where there is none.

    All else that the question names must stand in the sentence itself, and what it tells must be neither denied
    nor only possible.
    """
    if not query.classes or query.speakers:
        return None
    near = [candidates.sentences[n] for n in order_by_score(scores)[:READ] if scores[n] >= NEAR]
    for agent in query.agents:
        freed = _leave_out(query, agent)
        if not (freed.names and near):
            continue
        supports = Supports(freed, candidates, stems)
        for sentence in near:
            told = candidates.statements[sentence.article_id].of_sentence(sentence.n)
            support = supports.weigh(sentence, told)
            other = _find_other(freed, agent, support) if support and support.full else None
            if other:
                return Contrary(agent, other, sentence.id)
    return None


def _leave_out(query: Query, agent: str) -> Query:
    """The question without one who does it, and those it does it with: "US troops"."""
    found = re.search(rf"(?<!\w){re.escape(agent)}(?!\w)", query.topic)
    group = GROUP.match(query.topic, found.end()) if found else None
    end = group.end() if group else found.end() if found else 0
    return replace(
        query,
        names=tuple(name for name in query.names if name != agent),
        agents=tuple(name for name in query.agents if name != agent),
        topic=f"{query.topic[: found.start()]} {query.topic[end:]}" if found else query.topic,
    )


def _find_other(query: Query, agent: str, support: Support) -> str | None:
    """The one who does it, by name, where the sentence tells of all whom the query names and not of the agent."""
    aliases, text, event = load_aliases(), support.text, support.predicate
    if event is None or is_denied(text, event) or not all(aliases.pattern(one).search(text) for one in query.names):
        return None
    doer = find_doer(text, event)
    if doer is None or not doer.named or not is_done_to(query.patients, text, event, aliases):
        return None
    words = text[doer.start : doer.end]
    own = aliases.pattern(agent).search(text) or short_form(agent, text) or aliases.is_actor(words, agent)
    unsure = is_only_possible(text[doer.end : event.start]) or support.is_cited(Name(words, doer.start, doer.end))
    return None if own or unsure or not find_names(words) else words
