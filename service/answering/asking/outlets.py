"""Which outlets a question names, and which of them it has tell something; knows no source and no article."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from service.answering.asking.outlet_names import Named, find_named
from service.answering.language.names import find_names

_WORK = r"(?:articles?|reports?|stor(?:y|ies)|reviews?|coverage|pieces?|reporting|posts?|columns?|accounts?)"
_TELL = (
    r"(?:(?:say|report|claim|write|mention|describe|publish|cover|discusse?|suggest|state|tell|argue|note|highlight|"
    r"portray|indicate|attribute|refer|describe|accuse|credit|characterize|present|depict|confirm|assert|identify)(?:e?s)?|said|told|wrote|"
    r"(?:report|claim|mention|cover|discuss|suggest|highlight|portray|present|depict)ed|"
    r"(?:describ|publish|stat|argu|not|indicat|attribut|accus|characteriz)e?d|implie[sd]|imply|referred|credited)"
)
_TOLD = (
    r"(?:reported|described|covered|portrayed|highlighted|noted|mentioned|stated|claimed|discussed|featured|detailed|"
    r"suggested|depicted|presented|quoted|cited|reviewed|listed|recognized|credited|accused|scrutinized|provided)"
)
_LEAD = (
    r"(?:\s+(?:both|an?|the|articles?|reports?|(?:news\s+)?sources?|claims?|such\s+as|like|including|from|as|\w+ed|"
    r"(?:articles?|reports?)\s+(?:by|from|in|on)))*\s*$"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# What before a name has it tell something: "according to", "as reported by", "an article in", "as per".
_BEFORE = re.compile(
    rf"(?:\baccording\s+to|(?<!first\s)\b{_TOLD}(?:\s+as\s+\w+)?\s+(?:by|in|on)|\b{_WORK}(?:\s+(?:published|written))?\s+"
    rf"(?:by|from|in|on)|\b(?:excerpts|headlines)\s+(?:from|in)|\bas\s+per|\bper|\bsources?(?:\s+(?:such\s+as|like|including))?){_LEAD}"
    # "The reporting on the performance of ... from": far off, but nothing else is told by or from anybody.
    r"|\b(?:reporting|coverage|portrayal|narrative|description|explanation|depiction)\b[^;?]{0,150}\s(?:by|from)\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_MANNER = (
    r"(?:(?:has|have|had|also|then|later|first|recently|did|does|not|didn['’]t|doesn['’]t|never|only|previously)"
    r"\s+){0,3}"
)
_LINKS = r"(?:over|for|about|against|after|with|to|by|its|their|his|from|on|in|at|because|who|that|which|and|or|as)\b"
_AFTER_WORK = re.compile(
    rf"(?:['’]s?)?\s+(?:(?!{_LINKS})(?:[a-z][\w,'’]*|\d[\w,]*|{_MONTH})\s+){{0,4}}?"
    rf"(?:{_WORK}|guides?)(?!\w|\s+[A-Z])|['’]s?\s+(?:portrayal|depiction|stance|description|analysis|analyses|claims?|assertions?)\b"
)
_AFTER_TELL = re.compile(rf"\s+{_MANNER}{_TELL}\b", re.IGNORECASE)
# "Did A change its advice between the articles": of an outlet only where there is talk of what it published.
_AFTER_KEPT = re.compile(r"\s+(?:fail\w*\s+to\s+)?(?:maintain|change|alter)\w*\s+(?:its|their|consistency)\b")
_PUBLISHED = re.compile(r"\b(?:report\w*|publish\w*|articles?)\b")
# What is done to a name, or said of it, is not told by it.
_OF = re.compile(r"\b(?:against|about|with|of|for|at|on|to|between|regarding)\s+(?:the\s+)?$", re.IGNORECASE)
# Between names of which one tells, another does too: by its place, whatever the verb; not by what is done to it.
_CARRIED = re.compile(
    r"\b(?:by|from|in|than|than\s+that|in\s+contrast\s+to|compared\s+(?:to|with)|unlike|while|whereas)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\b(?:bought|acquired|owned|sued|fired|hired|paid|employed|run|founded|dismissed|dropped|banned|sold|moved|gone|went|"
    r"belongs?|hosted|resign\w*|defect\w*)\s+(?:by|from|in|to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"['\"’”]?,?\s*(?:['\"‘“]?\s*(?:and|or|,|&|nor|as\s+well\s+as|versus|vs\.?)\s*)+"
    r"(?:(?:both|the|an?|again|by|from|in|another|articles?)\s+)*['\"‘“]?",
    re.IGNORECASE,
)
# An article is an outlet's; a report may be anybody's, unless there is talk of articles beside it.
_ARTICLE = re.compile(r"\barticles?\b")
_OWN_ARTICLE = re.compile(r"['’\"]?(?:s\b)?\s+articles?\b")
_OWN_PIECE = re.compile(r"['’\"]?(?:s\b)?\s+(?:articles?|reports?|reviews?|stor(?:y|ies)|piece|coverage)\b")
_ARTICLE_BY = re.compile(
    r"\b(?:articles?\s+(?:published\s+)?by|article\s+from|articles?\s+in(?=\s+[Tt]he))\s+(?:[Tt]he\s+)?$"
)
_PIECE_BY = re.compile(
    r"\b(?:another\s+(?:by|from|in)|(?:report|piece|review|story)\s+(?:by|from)|(?:reported|discussed|provided)\s+by)\s+(?:[Tt]he\s+)?$"
)
# Beside an outlet that tells something, whoever else it is told by is one.
_TOLD_BY = re.compile(r"\b(?:reported|discussed|mentioned|described)\s+by\s+(?:[Tt]he\s+)?$")
_THE = re.compile(r"\bthe\s*$", re.IGNORECASE)


class Mention(NamedTuple):
    """An outlet's name in a question at `[start, end)`, and the known outlets that it may mean: none, one or several.

    `tells` where the question has it report, say or carry something; else it is only named.
    """

    words: str
    start: int
    end: int
    outlets: tuple[str, ...]
    tells: bool


def list_outlets(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The known outlets that the names may mean, each once, in order."""
    return tuple(dict.fromkeys(label for one in mentions for label in one.outlets))


def find_outlets(asked: str, known: Sequence[str], *, cased: bool = True) -> tuple[Mention, ...]:
    """The outlets that a question names, in order.

    In a question without capitals a name of one word tells something only in so many words. Names of which the question
    says that they published an article come with no known outlet where there is none.
    """
    named = find_named(asked, known, cased=cased)
    telling = {one for one in named if _tells(asked, one, cased)}
    if cased and telling:
        telling |= {one for one in named if one.quoted or _is_carried(asked, one)}
    if cased:
        telling |= {one for one in named if one.quoted and _is_teller(asked, one)}
    telling = _join_tellers(asked, named, telling)
    found = [Mention(one.words, one.start, one.end, one.outlets, one in telling) for one in named]
    if not cased:
        return tuple(found)
    taken = {n for one in found for n in range(one.start, one.end)}
    strangers = [one for one in _find_strangers(asked, bool(telling)) if not taken & set(range(one.start, one.end))]
    return tuple(sorted([*found, *strangers], key=lambda one: one.start))


def _around(asked: str, one: Named) -> tuple[str, str]:
    """What stands before and behind a name, without its quotation marks."""
    if one.quoted:
        return asked[: one.start - 1], asked[one.end + 1 :]
    return asked[: one.start], asked[one.end :]


def _tells(asked: str, one: Named, cased: bool) -> bool:
    before, after = _around(asked, one)
    if _BEFORE.search(_THE.sub("", before)):
        return True
    if not cased and " " not in one.words:
        return bool(_OWN_ARTICLE.match(after))
    if _AFTER_KEPT.match(after) and _PUBLISHED.search(asked):
        return True
    return bool(_AFTER_WORK.match(after) or (_AFTER_TELL.match(after) and not _OF.search(before)))


def _is_teller(asked: str, one: Named) -> bool:
    """Whether a name in quotation marks stands where whoever tells something stands."""
    before, _ = _around(asked, one)
    return bool(re.search(r"\b(?:by|from|in|of\s+the|does|did)\s+$", before, re.IGNORECASE))


def _is_carried(asked: str, one: Named) -> bool:
    before, _ = _around(asked, one)
    return bool(_CARRIED.search(before)) and not _DEED.search(before)


def _join_tellers(asked: str, named: Sequence[Named], telling: set[Named]) -> set[Named]:
    """With one of a row of names telling something, all of the row do: "reported by A, B and C"."""
    rows: list[list[Named]] = []
    for one in named:
        if rows and _BETWEEN.fullmatch(asked, rows[-1][-1].end, one.start):
            rows[-1].append(one)
        else:
            rows.append([one])
    return {one for row in rows if any(other in telling for other in row) for one in row}


def _find_strangers(asked: str, told: bool) -> Iterator[Mention]:
    """Names that are said to have published an article, a report beside an article, or to tell beside an outlet."""
    beside = bool(_ARTICLE.search(asked))
    for name in find_names(asked):
        before, after = asked[: name.start].rstrip("'\"‘“"), asked[name.end :]
        own = _OWN_ARTICLE.match(after) or _ARTICLE_BY.search(before) or (told and _TOLD_BY.search(before))
        if own or (beside and (_OWN_PIECE.match(after) or _PIECE_BY.search(before))):
            yield Mention(name.text, name.start, name.end, (), True)
