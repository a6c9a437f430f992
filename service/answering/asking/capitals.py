"""A question that came without capitals, its names written as the articles write them."""

import re
from collections.abc import Mapping
from dataclasses import replace

from service.answering.language.names import is_capital, word_lists
from service.question import Query, parse_question


def restore_capitals(query: Query, forms: Mapping[str, str]) -> Query:
    """The query read anew with the names it holds in lower case written as `forms` (lower case to written) has them.

    A query that came with its capitals is given back as it is.
    """
    if query.cased:
        return query
    lists = word_lists()
    skip = lists["stop"] | lists["openers"] | lists["months"] | lists["titles"]
    # "Outlets" of a headline does not make a name of the outlets that are asked for.
    skip |= (
        lists["outlets"] | lists["persons"] | lists["humans"] | lists["places"] | lists["times"] | lists["reporting"]
    )
    of_articles = query.published or query.kind in ("difference", "left_out", "confirmed", "words")
    text, out, at, n = (query.text if of_articles else query.search).lower(), [], 0, 0
    words = list(re.finditer(r"[^\W_]+(?:[-'.][^\W_]+)*", text))
    while n < len(words):
        for size in range(min(6, len(words) - n), 0, -1):
            low, high = words[n].start(), words[n + size - 1].end()
            run = re.sub(r"'s$", "", text[low:high])
            form = forms.get(run)
            if form and any(is_capital(part) for part in form.split()) and not (size == 1 and run in skip):
                out += [text[at:low], form]
                at, n = low + len(run), n + size
                break
        else:
            n += 1
    if not out:
        return replace(query, cased=True)
    restored = parse_question("".join(out) + text[at:], filters=query.filters, sources=query.sources)
    return replace(
        restored,
        text=query.text,
        search=restored.search if of_articles else query.search,
        articles=query.articles,
        mentions=query.mentions,
        cited=query.cited,
        unknown=query.unknown,
        unread=query.unread,
        published_from=query.published_from,
        published_to=query.published_to,
        follow_up=query.follow_up,
        cased=True,
    )
