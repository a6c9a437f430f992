"""What the question asked for and the articles do not hold, in so many words."""

import re
from typing import Literal

from index.attribution.aliases import load_aliases
from service.answering.answer import Missing, Searched
from service.answering.phrases import phrase
from service.answering.reading import Candidates
from service.question import Query

_REPORTED = re.compile(
    r"\b(?:say|says|said|report|reports|reported|claim|claims|claimed|state|states|stated)\s+that\s+(?P<content>\S.*)$",
    re.IGNORECASE,
)


def find_missing(
    query: Query, answered: bool, candidates: Candidates, searched: Searched, undated_left_out: int
) -> tuple[Missing, ...]:
    """Names that stand nowhere, sources that are not on the topic, what is not stated, what a filter left out."""
    found = [_name("no_such_name", one) for one in query.unknown]
    if not searched.articles and not found:
        found.append(Missing(kind="no_article", text=phrase("missing.no_article")))
    elif searched.articles and not answered:
        found += _find_unanswered(query, candidates)
    if undated_left_out:
        key = f"missing.undated_left_out.{'one' if undated_left_out == 1 else 'several'}"
        text = phrase(key, count=undated_left_out)
        found.append(Missing(kind="undated_left_out", count=undated_left_out, text=text))
    return tuple(found)


def _find_unanswered(query: Query, candidates: Candidates) -> list[Missing]:
    """Why there is no answer: who or what is named stands nowhere, or says nothing of it; or nobody does."""
    asked = dict.fromkeys((*query.names, *query.speakers, *query.sources))
    nowhere = [one for one in asked if one not in query.unknown and not stands_somewhere(one, candidates)]
    found = [_name("no_such_name", one) for one in nowhere]
    said = [one for one in dict.fromkeys((*query.speakers, *query.sources)) if one not in (*nowhere, *query.unknown)]
    found += [_name("source_not_on_topic", one) for one in said]
    if not nowhere and not query.unknown:
        found.append(Missing(kind="not_stated", text=_say_not_stated(query)))
    return found


def _name(kind: Literal["no_such_name", "source_not_on_topic"], name: str) -> Missing:
    return Missing(kind=kind, name=name, text=phrase(f"missing.{kind}", name=name))


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
