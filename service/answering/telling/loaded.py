"""Words that take a side, which Byline itself never uses: where an article does, it is shown in quotation marks."""

import re
from functools import lru_cache

from service.answering.data import load_data


def holds_loaded(text: str) -> bool:
    """Whether a word of the list stands in the text."""
    return bool(_pattern().search(text))


def mark_loaded(text: str) -> str:
    """The text, in quotation marks where it holds a loaded word."""
    return f"“{text}”" if holds_loaded(text) else text


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = str(load_data("loaded")["loaded"]).split()
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})(?!\w)", re.I)
