"""Whom "he", "the source" or "the monitoring group" stands for: the last fitting source, only where one fits."""

from dataclasses import dataclass, replace

from index.attribution.aliases import load_aliases
from index.attribution.scan.closed import SUBORDINATORS
from index.attribution.scan.contents import Range
from index.attribution.scan.phrases import phrase_right
from index.attribution.scan.tokens import Tokens
from index.attribution.sourcing.genders import Genders
from index.attribution.sourcing.speakers import Sort, Speaker, is_cap, load_speakers, read_speaker
from index.records import Link, Span

_FAR = 3  # sentences back that a pronoun reaches
_SHORT = 6  # words of "the British-based monitoring group"; longer phrases name somebody new
_BEFORE = 80  # tokens before a pronoun that are looked through for another whom it fits
_FARTHER = 8  # and that "the agency" reaches
_FITTING: dict[str, frozenset[str]] = {
    "he": frozenset(("person", "any")),
    "she": frozenset(("person", "any")),
    "it": frozenset(("body", "document", "any")),
    "they": frozenset(("people",)),
}
# Heads that name a kind of speaker only, and the words one of which its antecedent must hold, or () for any body.
_KINDS: dict[str, tuple[str, ...]] = {
    "group": (),
    "organization": (),
    "organisation": (),
    "watchdog": (),
    "monitor": (),
    "agency": ("agency",),
    "outlet": ("news", "newspaper", "channel", "agency", "website"),
    "paper": ("newspaper", "paper", "daily"),
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A source as it was last named: its link, kind, all the words of its phrase, and the sentence."""

    name: str
    span: Span
    named: bool
    sort: Sort
    words: frozenset[str]
    n: int
    through: tuple[Link, ...] = ()  # who passed on what an unnamed source said


class Memory:
    """The sources of an article so far, in order; one reading of an article owns one."""

    def __init__(self, t: Tokens) -> None:
        self._t = t
        self._genders = Genders(t)
        self._mentions: list[Mention] = []
        self._seen = 0
        self._heads: dict[str, dict[str, Span]] = {}

    def links(
        self, source: Range, n: int, outer: tuple[Link, ...] = (), hearer: Range | None = None
    ) -> tuple[tuple[Link, ...], bool]:
        """The links for a source in sentence `n` after `outer`, and whether somebody was meant who cannot be told.

        An unnamed source that is carried ("the source added") still speaks through whom it spoke. In "he asked the
        congressman" the `hearer` may be whom "he" fits, so that "he" stands for nobody.
        """
        link, found, possible = self._find(source, n, hearer)
        if found is not None:
            if not outer and not found.named and link.carried_from is not None:
                outer = tuple(_carry(one, link) for one in found.through)
            self._mentions.append(replace(found, through=() if found.named else outer))
        return (*outer, link), possible

    def _find(self, source: Range, n: int, hearer: Range | None) -> tuple[Link, Mention | None, bool]:
        """The link for a source, the mention to remember, and whether it cannot be told who is meant."""
        t = self._t
        speaker = read_speaker(t, source)
        span = _without_owning(t, speaker.name)
        link = Link(t.text[span.start : span.end], speaker.named, span.start, span.end)
        words = frozenset(t.low[source[0] : source[1] + 1])
        mention = Mention(link.name, span, link.named, speaker.sort, words, n)
        fits: list[Mention] = []
        if speaker.sort == "pronoun" and hearer is not None and _is_somebody(t, hearer):
            fits = []
        elif speaker.sort == "pronoun":
            fits = self._fits_pronoun(speaker.head, source[0], n)
        elif not speaker.named and t.low[source[0]] in ("the", "this", "that") and source[1] - source[0] < _SHORT:
            fits = [one for one in self._fits_head(speaker, source, n) if one.named or not one.words <= words]
        if len(fits) == 1:
            found = replace(fits[0], words=fits[0].words | words, n=n)
            return Link(found.name, found.named, span.start, span.end, found.span), found, False
        if speaker.sort == "pronoun":
            return link, None, True
        return link, mention, len(fits) > 1

    def _fits_pronoun(self, pronoun: str, at: int, n: int) -> list[Mention]:
        """Distinct sources, and names that open a sentence, in the last sentences that hold a fitting one."""
        recent = [one for one in self._mentions[-12:] if n - _FAR <= one.n]
        if pronoun in ("he", "she"):
            recent += self._openers(at, n)
        fits = _nearest([one for one in recent if self._fits(one, pronoun)], n)
        if pronoun in ("he", "she") and len(fits) == 1 and self._is_doubtful(fits[0], pronoun, at, n):
            return []
        return fits

    def _is_doubtful(self, only: Mention, pronoun: str, at: int, n: int) -> bool:
        """Whether nothing shows that the pronoun fits, and somebody whom it is shown to fit is named right before."""
        if self._genders.of(only.name, only.words) is not None:
            return False
        begin = max(self._t.bounds[max(0, n - 1)][0], at - _BEFORE)
        t = self._t
        return any(t.quote[i] < 0 and self._genders.shown_at(t, i) == pronoun for i in range(begin, at))

    def _fits(self, mention: Mention, pronoun: str) -> bool:
        """Whether a pronoun may stand for a mention, by its kind and by what the article shows of the name."""
        if mention.sort not in _FITTING[pronoun] or (mention.sort == "any" and not mention.named):
            return False
        if pronoun in ("he", "she"):
            return self._genders.of(mention.name, mention.words) in (pronoun, None)
        return not (mention.named and mention.sort == "any" and self._genders.is_person(mention.name))

    def _openers(self, at: int, n: int) -> list[Mention]:
        """The named phrases that open this sentence and those before it: they too may be meant."""
        t, found = self._t, []
        for m in range(max(0, n - 2), n + 1):
            first, last = t.bounds[m]
            last = min(last, at)
            if first >= last or t.quote[first] >= 0:
                continue
            first += t.low[first] in SUBORDINATORS
            end = phrase_right(t, first, last - 1)
            if end is None or not any(is_cap(t, i) for i in range(first, end + 1)):
                continue
            owner = next((i for i in range(first, end) if t.low[i].endswith("'s") and is_cap(t, i)), end)
            speaker = read_speaker(t, (first, owner))
            if not speaker.named or not self._is_name(speaker.name):
                continue
            span = _without_owning(t, speaker.name)
            name = t.text[span.start : span.end]
            if owner == end or self._genders.is_person(name):
                found.append(Mention(name, span, True, speaker.sort, frozenset(t.low[first : owner + 1]), m))
        return found

    def _is_name(self, name: Range) -> bool:
        """Whether what opens a sentence has its capital for another reason than that."""
        low = self._t.low[name[0]]
        return name[0] < name[1] or self._genders.is_written_inside(low.removesuffix("'s"))

    def _fits_head(self, speaker: Speaker, source: Range, n: int) -> list[Mention]:
        """Earlier sources of the kind that "the source", "the monitoring group" names."""
        head = speaker.head
        near = [one for one in self._mentions[-24:] if n - _FARTHER <= one.n]
        if head in _KINDS:
            wanted = _KINDS[head]
            kinds = load_speakers()
            fits = [
                one
                for one in near
                if (one.sort == "body" and not wanted and not _passes_on(one))
                or (wanted and (one.words & set(wanted) or (one.named and one.name.lower() in kinds["name"])))
            ]
        elif speaker.sort == "any":
            return []
        else:
            fits = [one for one in near if head in one.words]
        found = _nearest(fits, n)
        if found or speaker.sort != "body":
            return found
        named = self._named_heads(source[0]).get(head, {})
        return [Mention(name, span, True, "body", frozenset((head,)), n) for name, span in named.items()]

    def _named_heads(self, before: int) -> dict[str, dict[str, Span]]:
        """For each kind of body, the names it had before token `before` ("the US-led coalition")."""
        t, bodies = self._t, load_speakers()["body"]
        for i in range(max(1, self._seen), before):
            if t.low[i] in bodies and not t.cap[i] and is_cap(t, i - 1):
                start = i - 1
                while start > 0 and start > i - 4 and is_cap(t, start - 1):
                    start -= 1
                span = t.span(start, i)
                self._heads.setdefault(t.low[i], {}).setdefault(t.text[span.start : span.end], span)
        self._seen = max(self._seen, before)
        return self._heads


def _is_somebody(t: Tokens, phrase: Range) -> bool:
    """Whether a phrase is one person without a name whom the article speaks of: the congressman."""
    speaker = read_speaker(t, phrase)
    bare = phrase[1] == phrase[0] + 1 and t.low[phrase[0]] == "the"
    return bare and speaker.sort == "person" and not speaker.named


def _without_owning(t: Tokens, name: Range) -> Span:
    """The span of a name without the ending by which it owns something: Comey's."""
    span = t.span(*name)
    return Span(span.start, span.end - len("'s")) if t.low[name[1]].endswith("'s") else span


def _carry(outer: Link, link: Link) -> Link:
    """Who passed on a source that is carried: the words that stand for the source stand for both."""
    return replace(
        outer, start=link.start, end=link.end, carried_from=outer.carried_from or Span(outer.start, outer.end)
    )


def _nearest(mentions: list[Mention], n: int) -> list[Mention]:
    """Those of this sentence or the one before it, where any fit there; otherwise all that fit further back."""
    near = [one for one in mentions if one.n >= n - 1]
    return _distinct(near or mentions)


def _passes_on(mention: Mention) -> bool:
    return bool(mention.words & {"agency", "news", "newspaper", "channel", "television", "tv"})


def _distinct(mentions: list[Mention]) -> list[Mention]:
    """One for each name, the first that stands for it; a surname and the full name are one."""
    aliases = load_aliases()
    found: dict[str, Mention] = {}
    for one in mentions:
        key = aliases.canonical(one.name).casefold()
        if one.sort in ("person", "any") and one.named:
            key = key.split()[-1]
        kept = found.get(key)
        if kept is None or len(one.name) > len(kept.name):
            found[key] = one
    return list(found.values())
