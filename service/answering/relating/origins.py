"""What each report rests on, and how many voices stand behind a claim: origins, never articles."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from index.copies.finding.find import is_near_copy
from index.records import Statement
from index.store.rows import fold_name
from service.answering.answer import Agreement, Counts
from service.answering.relating.held import Held, innermost
from service.answering.relating.sources import voice_of

_POINTS_BACK = re.compile(
    r"\b(?:this|these|that|those|the|such)\s+(?:[\w-]+\s+)?(?:reports?|claims?|news|information|accounts?|figures?|statements?)\b"
    r"|\bconfirmed\s+(?:it|this|that)\b",
    re.IGNORECASE,
)

# "Mr. Haley's lawyer": whoever that is may be named elsewhere.
_SOMEBODYS = re.compile(r"(?:[’']s|s[’'])\s+(?:[\w-]+\s+)*[a-z][\w-]*$")


@dataclass(frozen=True, slots=True)
class Origin:
    """What a report rests on; `known` where it is a name, so that it can be told from another."""

    key: tuple[str, str]
    known: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """For each report, in order, the number of its origin and of its text; and what follows for the claim."""

    origins: tuple[int, ...]
    texts: tuple[int, ...]
    agreement: Agreement
    counts: Counts


def find_origin(held: Held, groups: Mapping[str, str]) -> Origin:
    """The innermost named source; without one the copy, or the outlet, or the article.

    `groups` gives the id of its copy group for each article that has one. Who cites only unnamed sources, or is not
    named, is not known to be another than the next one.
    """
    link = innermost(held.statement)
    if link:
        return Origin(("name", voice_of(link.name)), not _SOMEBODYS.search(link.name))
    outlet = held.article.masthead.outlet.name
    known = outlet is not None and held.statement.chain == ()
    if held.article.id in groups:
        return Origin(("copy", groups[held.article.id]), known)
    if outlet is not None:
        return Origin(("name", voice_of(outlet)), known)
    return Origin(("article", held.article.id), False)


def weigh_reports(
    reports: Sequence[Held],
    groups: Mapping[str, str],
    confirmations: int = 0,
    cited: Sequence[frozenset[str]] = (),
) -> Standing:
    """How many voices stand behind one claim, and whether they agree.

    `cited` are, for each report, the voices that its article cites for it anywhere: two reports share an origin too
    where both articles cite one voice, or one of them the other's outlet.
    Sharing is never carried on from one report to a third: each is held against the first of an origin or text alone.
    """
    origins = [find_origin(one, groups) for one in reports]
    by_text = _number(len(reports), lambda n, m: _is_one_text(reports[n], reports[m], groups))
    by_origin = _number(
        len(reports),
        lambda n, m: (
            origins[n].key == origins[m].key
            or (bool(cited) and _has_common_source(reports[n], reports[m], cited[n], cited[m]))
            or (reports[n].article.id != reports[m].article.id and is_near_copy(reports[n].content, reports[m].content))
        ),
    )
    voices = [n for n, one in enumerate(reports) if not is_own_confirmation(one.statement)]
    known = {(by_origin[n], by_text[n]) for n in voices if origins[n].known}
    asserting = {(by_origin[n], by_text[n]) for n in voices if origins[n].known and _asserts(reports[n])}
    known_voices = [n for n in voices if origins[n].known]
    most = _count_apart(reports, known_voices, origins, cited)
    asserted = _count_apart(reports, [n for n in known_voices if _asserts(reports[n])], origins, cited)
    articles = {one.article.id: one.article.masthead.outlet.name for one in reports}
    named = {fold_name(name) for name in articles.values() if name is not None}
    counts = Counts(
        articles=len(articles),
        outlets=len(named),
        unnamed=sum(name is None for name in articles.values()),
        texts=len(set(by_text)),
        origins=max(1, min(most, _pair_off(known))),
        confirmations_claimed=confirmations + len(reports) - len(voices),
    )
    return Standing(
        tuple(by_origin), tuple(by_text), _agree(reports, counts, min(asserted, _pair_off(asserting))), counts
    )


def is_own_confirmation(statement: Statement) -> bool:
    """Whether an outlet says of itself that it has confirmed something: a claim of the outlet's, and no origin."""
    return statement.stance == "confirms" and statement.chain == ()


def find_confirmations(reports: Sequence[Held], statements: Mapping[str, Sequence[Statement]]) -> list[Held]:
    """By which an outlet, right after a report of its own, claims to have confirmed it ("these reports") itself."""
    chosen = {one.statement.id for one in reports}
    next_to = {(one.article.id, one.statement.n + 1): one.article for one in reports}
    found: dict[str, Held] = {}
    for key in dict.fromkeys(one.article.id for one in reports):
        for one in statements.get(key, ()):
            article = next_to.get((key, one.n))
            if article is None or one.id in chosen or not is_own_confirmation(one):
                continue
            if _POINTS_BACK.search(article.text, one.sentence.start, one.sentence.end):
                found.setdefault(key, Held(article, one))
    return list(found.values())


def _count_apart(
    reports: Sequence[Held], chosen: Sequence[int], origins: Sequence[Origin], cited: Sequence[frozenset[str]]
) -> int:
    """How many of the chosen reports were found of which no two share an article, an origin or a common source.

    Without `cited` no bound but their number.
    """
    most = len(chosen)
    if not cited:
        return most
    for start in range(most):
        apart: list[int] = []
        for n in (*chosen[start:], *chosen[:start]):
            if not any(_rest_on_one(reports, origins, cited, n, m) for m in apart):
                apart.append(n)
        most = len(apart) if start == 0 else max(most, len(apart))
    return most


def _rest_on_one(
    reports: Sequence[Held], origins: Sequence[Origin], cited: Sequence[frozenset[str]], n: int, m: int
) -> bool:
    one, other = reports[n], reports[m]
    if one.article.id == other.article.id or origins[n].key == origins[m].key:
        return True
    return _has_common_source(one, other, cited[n], cited[m])


def _has_common_source(one: Held, other: Held, cited: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether the articles of two reports cite one voice for it, or one of them cites the other's outlet."""
    if one.article.id == other.article.id:
        return False
    names = [held.article.masthead.outlet.name for held in (one, other)]
    ours, others = (frozenset([voice_of(name)]) if name else frozenset() for name in names)
    return bool(cited & theirs or cited & others or theirs & ours)


def _is_one_text(one: Held, other: Held, groups: Mapping[str, str]) -> bool:
    if one.article.id == other.article.id:
        return True
    group = groups.get(one.article.id)
    return (group is not None and group == groups.get(other.article.id)) or is_near_copy(one.content, other.content)


def _number(size: int, shares: Callable[[int, int], bool]) -> list[int]:
    """For each of `size` things the number, from 1, of the first kind whose first member it shares with."""
    firsts: list[int] = []
    numbers: list[int] = []
    for n in range(size):
        found = next((k for k, first in enumerate(firsts, 1) if shares(n, first)), None)
        if found is None:
            firsts.append(n)
            found = len(firsts)
        numbers.append(found)
    return numbers


def _asserts(held: Held) -> bool:
    return not held.denies and held.statement.stance not in ("declines", "uncertain")


def _agree(reports: Sequence[Held], counts: Counts, independent: int) -> Agreement:
    denied = any(one.denies for one in reports)
    asserted = any(_asserts(one) for one in reports)
    if denied:
        return "disputed" if asserted else "denied"
    if counts.articles == 1:
        return "single"
    return "corroborated" if independent > 1 else "same_origin"


def _pair_off(pairs: set[tuple[int, int]]) -> int:
    """The most origins that can each be given a text of their own: a matching, by augmenting paths."""
    texts_of: dict[int, list[int]] = {}
    for origin, text in sorted(pairs):
        texts_of.setdefault(origin, []).append(text)
    taken: dict[int, int] = {}

    def give(origin: int, seen: set[int]) -> bool:
        for text in texts_of[origin]:
            if text not in seen:
                seen.add(text)
                if text not in taken or give(taken[text], seen):
                    taken[text] = origin
                    return True
        return False

    return sum(give(origin, set()) for origin in texts_of)
