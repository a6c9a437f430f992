"""Words that make what a sentence tells only possible: would, may, whether, plans to."""

import re

# "May" is a month.
_POSSIBLE = re.compile(
    r"\b(?:would|could|(?-i:may)|might|should|if|whether|plans? to|planned to|expected to|hoped? to|hopes to|"
    r"aim(?:s|ed)? to|seeks? to|sought to|trying to|tried to|attempt(?:s|ed)? to|vow(?:s|ed)? to|"
    r"consider(?:s|ed|ing)? \w+ing|pave the way|threaten(?:s|ed)? to|will|set to|calls? (?:on|for)|want(?:s|ed)? to)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?:will|would|could|may|might|should|plan|want|expect|hope|threaten)", re.IGNORECASE)


def is_only_possible(words: str) -> bool:
    """Whether the words say that what they lead up to may be so, or will be."""
    return bool(_POSSIBLE.search(words))


def asks_what_may_be(question: str) -> bool:
    """Whether a question asks itself for what may or will be."""
    return bool(_MODAL.search(question))
