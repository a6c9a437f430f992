"""By which words articles name a thing: each way of writing it, and in each article the first statement that has it."""

import re
from collections.abc import Mapping, Sequence

from index.attribution.aliases import load_aliases
from index.records import Article, Statement
from service.answering.language.names import find_names
from service.answering.reading import Candidates
from service.question import Query

_LIGHT = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def named_thing(query: Query) -> str:
    """The thing whose names are asked for: the name in the term, else the term itself, which may be a description."""
    names = find_names(query.term)
    return names[0].text if names else _LIGHT.sub("", query.term)


def find_form(statement: Statement, article: Article, thing: str) -> str | None:
    """The first of the thing's names in what the statement says, as it is written there."""
    found = load_aliases().pattern(thing).search(article.text, statement.content.start, statement.content.end)
    return found.group() if found else None


def group_forms(query: Query, candidates: Candidates, ranked: Sequence[str]) -> list[tuple[Statement, ...]]:
    """A group for each form, the most widely used first; an article is in it once, in its own voice where it can be.

    Forms that differ only in case are one.
    """
    thing = named_thing(query)
    groups: dict[str, dict[str, Statement]] = {}
    for article_id in ranked:
        for form, statement in _find_forms(thing, candidates.articles[article_id], candidates.statements).items():
            groups.setdefault(form, {})[article_id] = statement
    order = sorted(groups, key=lambda form: -len(groups[form]))
    return [tuple(groups[form].values()) for form in order]


def _find_forms(thing: str, article: Article, statements: Mapping[str, tuple[Statement, ...]]) -> dict[str, Statement]:
    found: dict[str, Statement] = {}
    for one in statements[article.id]:
        form = find_form(one, article, thing) if one.n >= 0 else None
        if form is None:
            continue
        key = " ".join(form.casefold().split())
        if key not in found or (found[key].chain and not one.chain):
            found[key] = one
    return found
