"""What the question asked for and the articles do not hold, in so many words."""

import re
from collections.abc import Collection
from typing import Literal

from index.attribution.aliases import load_aliases
from index.store.rows import fold_name
from service.answering.answer import Missing, Searched
from service.answering.phrases import phrase
from service.answering.reading import Candidates, Draft
from service.question import Query

_REPORTED = re.compile(
    r"\b(?:say|says|said|report|reports|reported|claim|claims|claimed|state|states|stated)\s+that\s+(?P<content>\S.*)$",
    re.IGNORECASE,
)


def find_missing(
    query: Query,
    draft: Draft,
    answered: bool,
    cited: Collection[str],
    candidates: Candidates,
    searched: Searched,
    undated_left_out: int,
) -> tuple[Missing, ...]:
    """Names that stand nowhere, sources that are not on the topic, what is not stated, what a filter left out.

    `cited` are the outlets in the answer: of several that are asked for, those that are not among them are told.
    """
    found = [_name("no_such_name", one) for one in query.unknown]
    if not searched.articles and not found:
        found.append(_say_no_article(query))
    elif searched.articles and not answered:
        found += _find_unanswered(query, draft, candidates)
    elif searched.articles:
        found += [
            _name("source_not_on_topic", one, "missing.outlet_not_on_topic") for one in _find_absent(query, cited)
        ]
    if undated_left_out:
        key = f"missing.undated_left_out.{'one' if undated_left_out == 1 else 'several'}"
        text = phrase(key, count=undated_left_out)
        found.append(Missing(kind="undated_left_out", count=undated_left_out, text=text))
    return tuple(found)


def _find_absent(query: Query, cited: Collection[str]) -> list[str]:
    """The outlets asked for, of a name that may mean several the name, that have no part in the answer."""
    there = {fold_name(one) for one in cited}
    named = {fold_name(label): one.words for one in query.mentions if len(one.outlets) > 1 for label in one.outlets}
    asked: dict[str, list[str]] = {}
    for outlet in query.filters.outlets:
        asked.setdefault(named.get(fold_name(outlet), outlet), []).append(fold_name(outlet))
    return [name for name, labels in asked.items() if len(asked) > 1 and there.isdisjoint(labels)]


def _find_unanswered(query: Query, draft: Draft, candidates: Candidates) -> list[Missing]:
    """Why there is no answer: who or what is named stands nowhere, or says nothing of it; or nobody does.

    Before all that, where an article says of another what the question takes for granted of somebody: that. To ask
    whether somebody did it takes nothing for granted.
    """
    if draft.contrary and query.kind not in ("yes_no", "confirmed"):
        name, other, unstated = draft.contrary.name, draft.contrary.other, _say_not_stated(query)
        said = phrase("missing.false_premise", name=name, other=other, unstated=unstated)
        return [Missing(kind="false_premise", name=name, text=said)]
    asked = dict.fromkeys((*query.names, *query.speakers, *query.sources))
    nowhere = [one for one in asked if one not in query.unknown and not stands_somewhere(one, candidates)]
    found = [_name("no_such_name", one) for one in nowhere]
    silent = dict.fromkeys((*query.speakers, *query.sources))
    found += [_name("source_not_on_topic", one) for one in silent if one not in (*nowhere, *query.unknown)]
    held = {candidates.articles[one].masthead.outlet.name for one in candidates.articles}
    outlets = [one for one in query.filters.outlets if one in held and one not in silent]
    found += [_name("source_not_on_topic", one, "missing.outlet_not_on_topic") for one in outlets]
    if not nowhere and not query.unknown:
        found.append(Missing(kind="not_stated", text=_say_not_stated(query)))
    return found


def _name(kind: Literal["no_such_name", "source_not_on_topic"], name: str, key: str = "") -> Missing:
    return Missing(kind=kind, name=name, text=phrase(key or f"missing.{kind}", name=name))


def _say_no_article(query: Query) -> Missing:
    """Nothing to search: none of that time, none from that outlet, or none at all under the filters."""
    filters = query.filters
    days = [day.isoformat() for day in (filters.day_from, filters.day_to) if day]
    if len(days) > 1 and not filters.outlets:
        text = phrase("missing.no_article.between", first=days[0], last=days[1])
    elif days and not filters.outlets:
        text = phrase(f"missing.no_article.{'since' if filters.day_from else 'until'}", day=days[0])
    else:
        text = phrase("missing.no_article.any")
    return Missing(kind="no_article", text=text)


def _say_not_stated(query: Query) -> str:
    """What no article was found to say: the report asked about, the thing itself, or what the question presupposes."""
    if query.published:
        return phrase("missing.not_stated.undated")
    reported = _REPORTED.search(" ".join(query.text.split()))
    if query.kind in ("who_said", "yes_no") and reported:
        return phrase("missing.not_stated.says", content=reported["content"].rstrip(" ?.!"))
    if query.kind == "yes_no":
        return phrase("missing.not_stated.so")
    presupposes = query.kind in ("who", "when", "where", "figures") and query.classes and query.names
    return phrase("missing.not_stated.taken" if presupposes else "missing.not_stated.answer")


def stands_somewhere(name: str, candidates: Candidates) -> bool:
    """Whether the name may stand in the corpus: written out in a candidate article, or all its words in the index."""
    aliases = load_aliases()
    lexicon = candidates.lexicon
    for variant in aliases.variants(name):
        stems = lexicon.stems(variant.text)
        if stems and all(lexicon.frequency(stem) for stem in stems):
            return True
    pattern = aliases.pattern(name)
    return any(
        pattern.search(candidates.articles[one.article_id].text, one.start, one.end) for one in candidates.sentences
    )
