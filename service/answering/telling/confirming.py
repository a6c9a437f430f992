"""The line that opens an answer to whether something is confirmed: how many origins tell of it, and which."""

from collections.abc import Sequence

from service.answering.answer import Direct
from service.answering.phrases import phrase, spell_count
from service.answering.relating.held import Held, innermost
from service.answering.relating.origins import is_own_confirmation
from service.answering.telling.loaded import mark_loaded
from service.answering.telling.state import Told
from service.answering.telling.texts import name_link
from service.answering.telling.values import distinct_values
from service.answering.telling.words import count_word, join_names


def tell_confirmed(told: Told) -> Direct:
    """How many origins that do not rest on one another tell of it; a claim to have confirmed it is none."""
    if not told.claims:
        return Direct(kind="none", value=None, text=phrase("direct.none"))
    first = _find_best_told(told)
    standing = told.standings[first]
    denied = any(one.denies for one in told.reports)
    stated = any(not one.denies for one in told.reports)
    agreement = standing.agreement if not denied else "disputed" if stated else "denied"
    disputed = [end for start, end, related in told.relations if related.kind == "disputed" and start == first]
    at = first if any(not one.denies for one in told.claims[first]) else min(disputed, default=0)
    pairs = zip(told.claims[at], told.standings[at].origins, strict=True)
    tellers = [(one, n) for one, n in pairs if not one.denies and not is_own_confirmation(one.statement)]
    shown = agreement != "same_origin" or len(set(standing.origins)) == 1
    text = phrase(
        f"direct.confirmed.{agreement if shown else 'unshown'}",
        count=spell_count(standing.counts.origins if agreement == "corroborated" else standing.counts.articles),
        origins=_say_origins(tellers),
    )
    claimed = max(one.counts.confirmations_claimed for one in told.standings)
    if claimed:
        text += phrase(f"direct.confirmed.claimed{'' if claimed == 1 else '_several'}", Count=count_word(claimed))
    return Direct(kind="confirmed", value=agreement, text=text)


def _find_best_told(told: Told) -> int:
    """The first claim; or the one that tells what is asked and that more origins stand behind, where there is one."""
    best = max((one.counts.origins for one in told.standings), default=1)
    for n, standing in enumerate(told.standings):
        if standing.agreement == "corroborated" and standing.counts.origins == best:
            return n
    return 0


def _say_origins(tellers: Sequence[tuple[Held, int]]) -> str:
    """By name where the sources or outlets are named; two outlets of one origin are one text that they share."""
    named: dict[int, list[str]] = {}
    for one, n in tellers:
        link = innermost(one.statement)
        outlet = one.article.masthead.outlet.name
        name = (
            name_link(link, one.article)
            if link
            else mark_loaded(outlet)
            if outlet and not one.statement.chain
            else None
        )
        named.setdefault(n, []).extend([name] if name else [])
    names = [distinct_values(own) for own in named.values()]
    values = distinct_values([own[0] for own in names if len(own) == 1])
    if values and len(names) == len([own for own in names if len(own) < 2]):
        return phrase("origin.name" if len(values) == 1 else "origin.names", name=values[0], names=join_names(values))
    return phrase("origin.copy" if len({one.article.id for one, _ in tellers}) > 1 else "origin.unknown")
