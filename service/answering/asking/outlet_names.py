"""Where a question has names of known outlets, whole, by alias or in part; not what it has them do."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from index.attribution.aliases import load_aliases
from service.answering.language.names import word_lists

# "FOX News - Health", "Cnbc | World Business News Leader", "CNN (Web News)": the outlet, and what stands beside it.
_BESIDE = re.compile(r"\s+[-–—|:·]\s+|\s*[|:]\s+|\s+\(")
_DOMAIN = re.compile(r"(?<=\w)\.(?:com|org|net|info|news|tv|co\.\w\w|com\.\w\w|\w\w)$", re.IGNORECASE)
_THE = re.compile(r"^the\s+", re.IGNORECASE)
_QUOTES = ("'\"‘“", "'\"’”")
_LONGER = re.compile(r"(?:\s+|/)(?!(?:Article|Report|Story|Review)s?\b)[A-Z]|/|\s+\d+\b")
_PIECE = re.compile(r"\s+(?:articles?|reports?|stor(?:y|ies)|reviews?|coverage|pieces?)\b")
_LED = re.compile(r"([A-Z][\w'-]*)\s+$")


class Named(NamedTuple):
    """An outlet's name at `[start, end)` of a question, and the known outlets that it may mean, one or several."""

    words: str
    start: int
    end: int
    outlets: tuple[str, ...]
    quoted: bool


def find_named(asked: str, known: Sequence[str], *, cased: bool = True) -> list[Named]:
    """The names of known outlets in order, none within another; in a question without capitals in any case.

    What only is part of a longer name ("Time Warner", "Bloomberg" of "Mike Bloomberg") is none.
    """
    forms, pattern = _compile(tuple(known))
    found = []
    for match in pattern.finditer(asked):
        start, end = match.span()
        outlets = forms[_fold(match.group())]
        if (article := _THE.match(match.group())) and not any(_THE.match(label) for label in outlets):
            start += article.end()
        quoted = asked[max(0, start - 1) : start] in tuple(_QUOTES[0]) and asked[end : end + 1] in tuple(_QUOTES[1])
        one = Named(asked[start:end], start, end, outlets, quoted)
        if _lacks_article(asked, one):
            continue
        written = one.words in outlets or _is_written(one.words)
        if not cased or (written and (quoted or _is_whole(asked, start, end))):
            found.append(one)
    return found


def name_forms(label: str) -> Iterator[str]:
    """The ways to write an outlet's name: whole, without what stands beside it or its domain, by alias."""
    head = _BESIDE.split(label.strip(), maxsplit=1)[0]
    for whole in dict.fromkeys([label.strip(), head, _DOMAIN.sub("", head)]):
        yield whole
        yield from (variant.text for variant in load_aliases().variants(_THE.sub("", whole)))


@lru_cache(maxsize=8)
def _compile(known: tuple[str, ...]) -> tuple[dict[str, tuple[str, ...]], re.Pattern[str]]:
    """The outlets by each form of their names, and the pattern of all forms, longest first.

    A name that one outlet has whole is not another's in part.
    """
    meant: dict[str, dict[str, None]] = defaultdict(dict)
    whole = {_fold(label): label for label in known}
    for label in known:
        for form in name_forms(label):
            if len(form) > 1 and whole.get(_fold(form), label) == label:
                meant[_fold(form)][label] = None
    spelt = sorted(meant, key=len, reverse=True)
    pattern = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in spelt) or r"(?!)"
    forms = {form: tuple(labels) for form, labels in meant.items()}
    return forms, re.compile(rf"(?<![\w-])(?:the\s+)?(?:{pattern})(?![\w-]|\.\w)", re.IGNORECASE)


def _fold(form: str) -> str:
    return " ".join(_THE.sub("", form).casefold().split())


def _lacks_article(asked: str, one: Named) -> bool:
    """Whether a lone word is without the "The" of what it may mean: "Hill", but not "a Guardian piece"."""
    if " " in one.words or not all(_THE.match(label) for label in one.outlets):
        return False
    return not (one.quoted or _PIECE.match(asked, one.end))


def _is_written(words: str) -> bool:
    """Whether the words have the capitals of a name: "the Hill", not "the hill"; "Science News for Students"."""
    bare = _THE.sub("", words).split()
    return bare[0][0].isupper() and all(
        not word[0].islower() or word.casefold() in word_lists()["stop"] for word in bare
    )


def _is_whole(asked: str, start: int, end: int) -> bool:
    """Whether no longer name goes on behind, nor has begun before."""
    before = _LED.search(asked[:start])
    led = before and before[1].casefold() not in word_lists()["stop"] and asked[: before.start()].strip()
    return not led and not _LONGER.match(asked, end)
