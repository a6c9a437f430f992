"""Names in a sentence that the question does not itself give."""

import re

from index.attribution.aliases import Aliases
from service.answering.language.names import Name, find_names
from service.question import Query

_WORD = re.compile(r"[^\W_]+")


def fresh_names(query: Query, text: str, aliases: Aliases) -> list[Name]:
    """Names in the text that are neither names nor words of the question, in order."""
    asked = [aliases.pattern(name) for name in query.names]
    words = set(_WORD.findall(query.search.casefold()))
    return [
        name
        for name in find_names(text)
        if not any(pattern.fullmatch(name.text) for pattern in asked)
        and not set(_WORD.findall(name.text.casefold())) <= words
    ]
