"""Which cited articles carry one text, and whose it is where one of them says so."""

from collections.abc import Mapping, Sequence

from index.copies.comparing.credits import Credit, find_credit
from index.records import CopyGroup
from service.answering.answer import CopyFrom, CopyOut, Words
from service.answering.reading import Candidates
from service.answering.relating.sources import voice_of


def group_of(copies: Sequence[CopyGroup]) -> dict[str, str]:
    """The id of the copy group of each article that is in one with others."""
    return {key: group.id for group in copies if group.size > 1 for key in group.articles}


def find_credits(candidates: Candidates, cited: Mapping[str, int]) -> dict[str, Credit]:
    """Whose text each article carries that is cited, or of one text with a cited one; only where that is said."""
    credited: dict[str, Credit] = {}
    grouped = [group.articles for group in candidates.copies if group.size > 1]
    alone = [(key,) for key in cited if all(key not in own for own in grouped)]
    for own in (*grouped, *alone):
        held = [key for key in own if key in candidates.articles]
        if any(key in cited for key in held):
            credit = find_credit([(candidates.articles[key], candidates.statements.get(key, ())) for key in held])
            credited.update({key: credit for key in held if credit})
    return credited


def name_carried(candidates: Candidates, owed: Mapping[str, Credit]) -> dict[str, str]:
    """For each article that carries somebody else's text, whose."""
    named: dict[str, str] = {}
    for key, credit in owed.items():
        outlet = candidates.articles[key].masthead.outlet.name
        if not (outlet and voice_of(outlet) == voice_of(credit.name)):
            named[key] = credit.name
    return named


def show_copies(candidates: Candidates, owed: Mapping[str, Credit], numbers: Mapping[str, int]) -> tuple[CopyOut, ...]:
    """Groups of two cited articles or more, and cited articles whose text is said to be somebody else's."""
    groups = group_of(candidates.copies)
    cited: dict[str, list[str]] = {}
    for key in numbers:
        cited.setdefault(groups.get(key, key), []).append(key)
    shown: list[CopyOut] = []
    for keys in cited.values():
        credit = owed.get(keys[0])
        if len(keys) > 1 or credit:
            whose = _show_credit(credit, candidates, numbers) if credit else None
            places = tuple(sorted(numbers[key] for key in keys))
            shown.append(CopyOut.model_validate({"id": f"k{len(shown) + 1}", "citations": places, "from": whose}))
    return tuple(shown)


def key_copies(shown: Sequence[CopyOut], numbers: Mapping[str, int]) -> dict[str, str]:
    """The id that a shown copy has in the answer, for each cited article of it."""
    articles = {n: key for key, n in numbers.items()}
    return {articles[n]: one.id for one in shown for n in one.citations}


def _show_credit(credit: Credit, candidates: Candidates, numbers: Mapping[str, int]) -> CopyFrom:
    outlets = (one.masthead.outlet.name for one in candidates.articles.values())
    return CopyFrom(
        name=credit.name,
        held=any(outlet is not None and voice_of(outlet) == voice_of(credit.name) for outlet in outlets),
        evidence=tuple(
            Words(
                citation=numbers[key],
                start=one.start,
                end=one.end,
                quote=candidates.articles[key].text[one.start : one.end],
            )
            for key, one in credit.evidence
            if key in numbers and one.start is not None and one.end is not None
        ),
    )
