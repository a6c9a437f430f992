"""What a question confines the search to, and the question without the words that only do so."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from index.attribution.aliases import load_aliases
from index.attribution.sources import file_source
from index.records import Filters
from service.answering.asking.outlets import Mention, find_outlets, list_outlets
from service.answering.asking.publication import Published, take_published
from service.answering.language.sources import is_outlet
from service.wording import is_cased, part_premise, take_articles, take_outlets, take_sources, take_titles

_THE = re.compile(r"^the\s+", re.IGNORECASE)
# Whether articles say that something is so asks whether it is; who is to say it is among the confines.
_WHETHER = re.compile(
    r"^(?:(?:is|was)\s+it\s+true|(?:did|does|do|has|have|is|are)\s+(?:any\s+|all\s+|the\s+|these\s+|those\s+)*"
    r"(?:articles?|reports?|stor(?:y|ies)|texts?|outlets?)(?:,?\s+(?:and|or)\s+(?:the\s+)?(?:article|report|story))*"
    r"\s+(?:also\s+)?(?:say|said|saying|report|reported|reporting|state|stated|suggest|suggested|mention|mentioned|"
    r"indicate|indicated|claim|claimed|write|written|tell|told))\s+that\b",
    re.IGNORECASE,
)


class Confines(NamedTuple):
    """The question without what only confines it, the premise before it, and what it is confined to."""

    asked: str
    premise: str
    cased: bool
    mentions: tuple[Mention, ...]
    articles: tuple[str, ...]
    sources: tuple[str, ...]
    titles: tuple[str, ...]
    published: Published

    @property
    def outlets(self) -> tuple[str, ...]:
        """The known outlets that it names, each once."""
        return list_outlets(self.mentions)

    @property
    def known(self) -> frozenset[str]:
        """Its words for outlets, and their names."""
        words = [one.words for one in self.mentions]
        return frozenset((*self.outlets, *words, *(_THE.sub("", one) for one in words)))

    @property
    def strangers(self) -> tuple[str, ...]:
        """Those that it says to have published an article and that no article here has as its outlet."""
        return tuple(dict.fromkeys(one.words for one in self.mentions if one.tells and not one.outlets))

    def heard(self, spoken: Sequence[str]) -> tuple[str, ...]:
        """The known outlets that it has tell something, but for those whose words it asks for: others may cite them."""
        telling = [one for one in self.mentions if one.tells and not any(is_outlet(one.words, who) for who in spoken)]
        return list_outlets(telling)


def read_confines(
    text: str, outlets: Sequence[str], articles: Sequence[str], today: date | None, plain: Sequence[str]
) -> Confines:
    """What the question names of the outlets and ids that the corpus has, and when it says that they published.

    Names that are `plain` are no outlets, even where it speaks of their articles.
    """
    asked = " ".join(text.replace("“", '"').replace("”", '"').replace("‘", "'").replace("’", "'").split())
    cased = is_cased(asked)
    if not cased and asked.isupper():
        asked = asked.lower()
    asked, named = take_articles(asked, articles)
    asked, titles = take_titles(asked)
    mentions = _find_outlets(asked, outlets, cased, plain)
    published = take_published(asked, mentions, today)
    if published.asked != asked:
        asked, mentions = published.asked, _find_outlets(published.asked, outlets, cased, plain)
    asked = take_outlets(asked, mentions)
    asked, sources = take_sources(asked) if cased else (asked, ())
    premise, asked = part_premise(asked)
    asked = _WHETHER.sub("Did it happen that", asked, count=1)
    return Confines(asked, premise, cased, mentions, named, sources, titles, published)


def _find_outlets(asked: str, outlets: Sequence[str], cased: bool, plain: Sequence[str]) -> tuple[Mention, ...]:
    found = find_outlets(asked, outlets, cased=cased)
    return tuple(one for one in found if one.outlets or one.words not in plain)


def confine(given: Filters, told: Confines, heard: Sequence[str]) -> Filters:
    """The filters with what the question itself confines the search to; sources by the names they are filed under.

    Its days of publication never widen those given.
    """
    named = told.sources if heard else (*told.sources, *told.strangers)
    sources = (*given.sources, *(file_source(one, load_aliases()) for one in named))
    firsts = [day for day in (given.day_from, told.published.first) if day]
    lasts = [day for day in (given.day_to, told.published.last) if day]
    return replace(
        given,
        outlets=tuple(dict.fromkeys((*given.outlets, *heard))),
        articles=tuple(dict.fromkeys((*given.articles, *told.articles))),
        sources=tuple(dict.fromkeys(sources)),
        day_from=max(firsts, default=None),
        day_to=min(lasts, default=None),
    )
