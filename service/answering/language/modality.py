"""Words that make what a sentence tells only possible: would, may, whether, plans to."""

import re

_POSSIBLE = re.compile(
    r"\b(?:would|could|may|might|should|if|whether|plans? to|planned to|expected to|hopes? to|aims? to|seeks? to|"
    r"trying to|pave the way|threaten(?:s|ed)? to|will|set to|calls? (?:on|for)|wants? to)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?:will|would|could|may|might|should|plan|want|expect|hope|threaten)", re.IGNORECASE)


def is_only_possible(words: str) -> bool:
    """Whether the words say that what they lead up to may be so, or will be."""
    return bool(_POSSIBLE.search(words))


def asks_what_may_be(question: str) -> bool:
    """Whether a question asks itself for what may or will be."""
    return bool(_MODAL.search(question))
