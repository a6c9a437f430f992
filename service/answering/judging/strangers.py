"""Whether a sentence puts another in the place of one whom the question names: by a place, a doer, an owner."""

import re
from collections.abc import Mapping, Sequence

from index.attribution.aliases import load_aliases
from index.records import Span
from service.answering.judging.named import is_worldwide, may_act, overlaps, short_form
from service.answering.judging.parts import misplaces
from service.answering.language.clauses import clause_of
from service.answering.language.doers import find_doer, find_owner
from service.answering.language.names import Name, find_names
from service.question import Query

_PLACING = re.compile(r"\b(?:in|at|near|across|inside|outside|from)\s+(?:the\s+)?(?:[a-z-]+\s+){0,4}$")
_BY = re.compile(r"(?:^|\s)(?:[a-z-]+\s+){0,2}?by\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}$")
_NEXT_TO = 30  # characters after a predicate in which what it is done to stands


class Strangers:
    """Those whom a sentence names and the question does not; `names` finds each name of the question."""

    def __init__(self, query: Query, names: Mapping[str, re.Pattern[str]]) -> None:
        self._query = query
        self._names = names
        self._aliases = load_aliases()

    def strays(self, text: str, predicate: Span | None, cited: Sequence[Span]) -> bool:
        """Whether the sentence puts another in the place of one whom the question names.

        A place that is only carried into the sentence gives way to one the sentence itself names, and a doer
        who does not stand before the predicate, or after "by", to another one who does.
        """
        strangers = [name for name in find_names(text) if not self._is_asked(name)]
        # "Globally, over 350,000 deaths" counts none of one country, though it be named there.
        own = self._query.kind == "figures" and self._query.names and not is_worldwide(self._query.text)
        if own and is_worldwide(text[slice(*clause_of(text, predicate.start))] if predicate else text):
            return True
        carried = [name for name in self._query.placed if not self._names[name].search(text)]
        if carried and any(_PLACING.search(text[: one.start][-60:]) for one in strangers):
            return True
        if predicate is None:
            return False
        if any(not self._names[name].search(text) for name in self._query.patients) and any(
            predicate.end <= one.start < predicate.end + _NEXT_TO for one in strangers
        ):
            return True
        if self._query.kind in ("yes_no", "confirmed") and misplaces(self._query, text, predicate, self._names):
            return True
        acting = [one for one in strangers if not overlaps(one, cited)]
        return any(self._acts_for(name, text, predicate, strangers, acting) for name in self._query.agents)

    def _is_anothers(self, agent: str, text: str, predicate: Span, strangers: Sequence[Name]) -> bool:
        """Whether the event is said to be another's: "her resignation" beside another name, "Haley has resigned"."""
        owner = find_owner(text, predicate)
        if owner is not None:
            return bool(strangers) if owner.islower() else not self._is_one(owner, agent)
        doer = find_doer(text, predicate)
        if doer is None or not doer.named:
            return False
        # "US Ambassador to the United Nations Nikki Haley has resigned": all up to the verb is who did it.
        inside = [one for one in strangers if doer.start <= one.start < doer.end]
        return bool(inside) and not self._is_one(text[doer.start : predicate.start], agent)

    def _is_one(self, phrase: str, agent: str) -> bool:
        """Whether a phrase names the agent, in full, in short, or as one who acts for it."""
        return bool(
            self._names[agent].search(phrase) or short_form(agent, phrase) or self._aliases.is_actor(phrase, agent)
        )

    def _acts_for(
        self, agent: str, text: str, predicate: Span, strangers: Sequence[Name], acting: Sequence[Name]
    ) -> bool:
        """Whether somebody else, who is not only cited, does in this sentence what the question makes `agent` do."""
        if self._query.kind in ("yes_no", "confirmed") and self._is_anothers(agent, text, predicate, strangers):
            return True
        found = list(self._names[agent].finditer(text))
        if any(one.start() < predicate.start or _BY.search(text[: one.start()][-40:]) for one in found):
            return False
        # One who stands behind the verb is what it is done to, if any other stands before it, however far.
        behind = self._query.kind == "what" and bool(found) and not re.match(r"\s+of\b", text[predicate.end :])
        low = 0 if behind else clause_of(text, predicate.start).start
        others = [one for one in acting if may_act(text, one) and not self._aliases.is_actor(one.text, agent)]
        before = any(low <= one.start < predicate.start for one in others)
        return before or any(_BY.match(text[predicate.end : one.start]) for one in others)

    def _is_asked(self, name: Name) -> bool:
        return any(pattern.search(name.text) or name.text in asked for asked, pattern in self._names.items())
