"""Paragraphs that are no part of a report although they stand among its lines: links, captions, calls to sign up."""

import re

# A sentence ends so; a line of a few words that does not is a link, a heading or a credit.
_ENDED = re.compile(r"[.!?:;,…][)\]\"'”’»]*\s*$")
_FEW = 16  # words
_MARKED = re.compile(
    r"©|\ball rights reserved\b|\bcontinues? below\b|\bcontinue reading\b|^\W*(?:photos?|pictures|image|video|watch|"
    r"read (?:more|also)|related|see also|slideshow|file photo|updated at|last updated|click here|sign up|subscribe|"
    r"advertisement|have your say|follow us|tagged under|this article tagged)\b(?!\s+(?:is|are|was|were|said)\b)",
    re.IGNORECASE,
)
_SHORT = 300  # characters; what is longer is prose, whatever it begins with


def is_aside(paragraph: str) -> bool:
    """Whether a whole paragraph reads as something that is set beside a report."""
    if len(paragraph) > _SHORT:
        return False
    is_quoted = paragraph.lstrip()[:1] in ("“", '"', "'", "‘", "«")
    is_broken_off = len(paragraph.split()) < _FEW and not _ENDED.search(paragraph) and not is_quoted
    return is_broken_off or _MARKED.search(paragraph) is not None
