"""By which words articles name a thing: each way of writing it, and in each article the first statement that has it."""

import re
from collections.abc import Sequence

from index.attribution.aliases import load_aliases
from index.records import Article, Statement
from service.answering.filling.meant import find_meant, read_description
from service.answering.language.names import find_names
from service.answering.reading import Candidates
from service.question import Query

_PLAIN = re.compile(r"(?:\s+[a-z][a-z-]*){1,3}")
_LAST = re.compile(r"[a-z-]+$")
_LIGHT = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def find_form(query: Query, statement: Statement, article: Article) -> str | None:
    """The first of the asked thing's names in what the statement says, as it is written there.

    Of those whom a clause describes ("the fighters who were forced to retreat"), the words that stand for them.
    """
    content, (low, high) = statement.content, statement.sentence
    if description := read_description(query.term):
        meant = find_meant(description, article.text[low:high])
        told = meant is not None and content.start <= low + meant.start and low + meant.end <= content.end
        return article.text[low + meant.start : low + meant.end] if meant and told else None
    name, rest = _named_thing(query.term)
    for found in load_aliases().pattern(name).finditer(article.text, *content):
        behind = rest.match(article.text, found.end(), content.end)
        if behind:
            return article.text[found.start() : behind.end()]
    return None


def group_forms(query: Query, candidates: Candidates, ranked: Sequence[str]) -> list[tuple[Statement, ...]]:
    """A group for each form, the most widely used first; an article is in it once, in its own voice where it can be.

    Forms that differ only in case are one. Articles that lack a name of the question beside the thing are left out.
    """
    groups: dict[str, dict[str, Statement]] = {}
    beside = [load_aliases().pattern(name) for name in query.names if name not in query.term]
    for article_id in ranked:
        article = candidates.articles[article_id]
        if not all(pattern.search(article.text) for pattern in beside):
            continue
        for form, statement in _find_forms(query, article, candidates.statements[article_id]).items():
            groups.setdefault(form, {})[article_id] = statement
    order = sorted(groups, key=lambda form: -len(groups[form]))
    return [tuple(groups[form].values()) for form in order]


def _named_thing(term: str) -> tuple[str, re.Pattern[str]]:
    """The name in the term, else the term itself; and what finds the words that belong to it behind the name.

    "The Iran deal" is no name for Iran: "Iran’s nuclear deal" is one for it.
    """
    names = find_names(term)
    if not names:
        return _LIGHT.sub("", term), re.compile("")
    last = _LAST.search(term, names[0].end)
    head = re.escape(last.group()) if last and _PLAIN.fullmatch(term, names[0].end) else ""
    behind = rf"(?:[’']s)?\s+(?:[\w-]+\s+){{0,2}}?{head}(?!\w)" if head else ""
    return names[0].text, re.compile(behind, re.IGNORECASE)


def _find_forms(query: Query, article: Article, statements: Sequence[Statement]) -> dict[str, Statement]:
    found: dict[str, Statement] = {}
    for one in statements:
        form = find_form(query, one, article) if one.n >= 0 else None
        if form is None:
            continue
        key = " ".join(form.casefold().split())
        if key not in found or (found[key].chain and not one.chain):
            found[key] = one
    return found
