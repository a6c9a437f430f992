"""The statements of a sentence before they get their ids and marks: contents, chains, stances, the outlet's own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from index.attribution.find import add_parsed, spread_tokens
from index.attribution.found import Parser
from index.attribution.own import find_asides, find_rest
from index.attribution.scan.bounds import opens_anew
from index.attribution.scan.closed import word_set
from index.attribution.scan.contents import Range, clip
from index.attribution.scan.finds import Find
from index.attribution.scan.phrases import is_word
from index.attribution.scan.spread import Spread
from index.attribution.scan.subjects import is_noun_phrase
from index.attribution.scan.tokens import Tokens, read_tokens
from index.attribution.sourcing.carry import Memory
from index.attribution.sourcing.chains import Chains, build_chains, find_carriers, without_circles
from index.attribution.sourcing.speakers import read_speaker
from index.attribution.stance import open_question, read_form, read_stance
from index.records import Article, Cue, Form, Link, Span, Stance, Voice

_BESIDE = 4  # words that an outer content holds beside the inner attribution, to be a statement of its own
_QUOTED = 0.8  # share of a sentence's words inside marks that makes it somebody's, not the outlet's
_HALF = 0.5  # and of a noun phrase's that makes it words, not a label
_LEFT = 64  # tokens of an outer content's own that are counted
_MOST = 8  # attributions of a sentence; of 34,000 none had more than four
_OPENING = 8  # words that open a sentence
_WRITER = word_set("i we you one i'm i've i'd we've we're")
_CONTRARY = word_set("but however yet still nevertheless")
_ADDING = word_set("furthermore moreover additionally besides")
_WIDEST = 1000  # tokens of a content that are looked through for marks of stance


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement without id and marks; drafts of one `group` above 0 are joint."""

    content: Span
    chain: tuple[Link, ...] | None
    voice: Voice | None = None
    stance: Stance | None = None
    rule: str = "sentence"
    cue: Cue | None = None
    form: Form | None = None
    continuation: Literal["possible"] | None = None
    group: int = 0


class Reader:
    """One reading of one article, in order of sentence, for what is carried depends on what came before."""

    def __init__(self, article: Article, sentences: Sequence[Span], parser: Parser | None) -> None:
        self._article = article
        self._sentences = sentences
        self._outlet = article.masthead.outlet.name
        self._t = read_tokens(article.text, sentences)
        self._spread = spread_tokens(self._t)
        if parser is not None:
            add_parsed(self._t, self._spread, parser(article.text, sentences))
        self._memory = Memory(self._t)
        self._carriers = find_carriers(self._t)
        self._chains: dict[tuple[int, Range], Chains] = {}
        self._announced = -1  # the last sentence that ends "he said:"
        self._reported = -1  # the last sentence that an attribution without quotation closes

    def read_sentence(self, n: int) -> list[Draft]:
        """The drafts of sentence `n`, in order of content; at least one. Sentences are to be read in order."""
        t, (first, end) = self._t, self._t.bounds[n]
        used = list(islice((one for one in self._spread[n] if makes_statement(t, one.find)), _MOST))
        drafts: list[Draft] = []
        outer: dict[int, Chains] = {}
        for k in sorted(range(len(used)), key=lambda k: (used[k].find.shared, -_width(used[k].find), k)):
            chains = self._chains_of(used[k], n, _outer_of(used, k, outer))
            if used[k].find.shared and (before := _shared_with(used, k, outer)) is not None:
                chains = _same_source(chains, before)
            outer[k] = chains
            if not _is_shell(t, used, k):
                drafts.extend(self._draft(used[k], chains, n, len(drafts) + 1))
        if drafts and first < end:
            found = [one.find for one in used if one.tag == n]
            drafts.extend(self._own(piece, "aside") for piece in find_asides(t, found, first, end - 1))
            drafts.extend(self._own(piece, "beside an attribution") for piece in find_rest(t, found, first, end - 1))
        if not drafts:
            drafts = [self._unattributed(n)]
        drafts.sort(key=lambda draft: (draft.content.start, -draft.content.end, draft.group))
        if drafts[-1].chain and drafts[-1].form in ("paraphrase", "mixed") and any(_says(one) for one in used):
            self._reported = n
        return drafts

    def _own(self, piece: Range, rule: str) -> Draft:
        t = self._t
        loose = t.low[piece[0]].endswith("ing") or opens_anew(t, *piece)
        stance: Stance = "uncertain" if open_question(t, piece) is not None else "asserts"
        return Draft(t.span(*piece), (), "outlet", stance, rule, continuation="possible" if loose else None)

    def _unattributed(self, n: int) -> Draft:
        t, (first, end) = self._t, self._t.bounds[n]
        quoted = max(t.quote[first:end], default=-1) >= 0
        inside = [t.quote[i] >= 0 for i in range(first, end) if is_word(t.low[i])] if quoted else ()
        span = self._sentences[n]
        if inside and sum(inside) >= _QUOTED * len(inside):
            return Draft(span, None, "attributed", "asserts", "quotation without tag", None, "quotation", "possible")
        together = n > 0 and t.paragraph[n] == t.paragraph[n - 1]
        contrary = first < end and (t.low[first] in _CONTRARY or t.low[end - 1] == "?")
        possible = n > 0 and self._reported == n - 1 and not contrary and (together or _goes_on(t, n))
        possible |= n > 0 and self._announced == n - 1
        possible |= any(_says(one) and _is_misread(t, one.find) for one in self._spread[n])
        if first < end and t.low[end - 1] == ":" and any(_says(one) for one in self._spread[n]):
            self._announced = n
        if possible and _goes_on(t, n):
            self._reported = n
        unclear = first < end and open_question(t, (first, min(end, first + _WIDEST) - 1)) is not None
        stance: Stance = "uncertain" if unclear else "asserts"
        return Draft(span, (), "outlet", stance, continuation="possible" if possible else None)

    def _chains_of(self, one: Spread, n: int, outer: Chains | None) -> Chains:
        key = (one.tag, one.find.cue)
        if key not in self._chains:
            self._chains[key] = build_chains(
                self._t, one.find, min(n, one.tag), self._memory, self._carriers, self._outlet
            )
        chains = self._chains[key]
        if outer is not None and outer.chains:
            above = outer.chains[0]
            chained = tuple(without_circles((*above, *chain)) for chain in chains.chains)
            chains = Chains(chained, chains.possible or outer.possible)
        return chains

    def _draft(self, one: Spread, chains: Chains, n: int, group: int) -> list[Draft]:
        t, find = self._t, one.find
        span = t.span(*find.cue)
        cue = Cue(t.text[span.start : span.end], find.verb.kind, span.start, span.end)
        drafts: list[Draft] = []
        for piece in (part for whole in find.pieces for part in split_piece(t, whole)):
            stance, form = read_stance(t, find, piece), read_form(t, piece)
            joint = group * 100 + len(drafts) if len(chains.chains) > 1 else 0
            for chain in chains.chains:
                drafts.append(
                    Draft(
                        content=t.span(*piece),
                        chain=chain,
                        voice="attributed" if chain else "outlet",
                        stance=stance,
                        rule=find.rule,
                        cue=cue,
                        form=form,
                        continuation="possible" if chains.possible else None,
                        group=joint,
                    )
                )
        return drafts


def makes_statement(t: Tokens, find: Find) -> bool:
    """Whether an attribution says something: speech with a clause or a quotation, not "declared a caliphate"."""
    if not find.pieces or find.source is None or find.unsaid or find.verb.use == "act":
        return False
    if not _may_speak(t, find, find.source):
        return False
    kind = find.rule.removeprefix("participle, ").removeprefix("shared, ").split(",")[0]
    if find.verb.lemma in ("find", "show") and kind != "that" and read_speaker(t, find.source).sort != "document":
        return False
    if kind != "object":
        return find.verb.use == "speech" or kind in ("clause", "that", "tag", "quotation")
    if find.verb.use != "speech":
        return False
    if find.verb.kind in ("denying", "admitting", "accusing", "factive") or find.verb.particle:
        return True
    return all(t.quote[start] >= 0 or _share(t, (start, end)) >= _HALF for start, end in find.pieces)


def _is_misread(t: Tokens, find: Find) -> bool:
    """Whether somebody says something, and what was taken for him is no name of anybody."""
    told = find.rule.endswith(("that", "quotation")) and not find.unsaid
    return told and find.source is not None and not is_noun_phrase(t, find.source)


def _says(one: Spread) -> bool:
    return one.find.verb.use == "speech" and one.find.verb.stance in ("asserts", "accuses")


def _may_speak(t: Tokens, find: Find, source: Range) -> bool:
    """Whether a source is somebody other than the writer; a noun of no known kind must say it in so many words."""
    if t.low[source[0]] in _WRITER and source[0] == source[1]:
        return False
    speaker = read_speaker(t, source)
    if speaker.sort != "pronoun" and not is_noun_phrase(t, source):
        return False
    if speaker.named or speaker.sort != "any":
        return True
    return find.verb.use == "speech" and not (find.cue[0] > 0 and t.low[find.cue[0] - 1] == "that")


def _goes_on(t: Tokens, n: int) -> bool:
    """Whether a sentence says by its first words that it goes on with what was said ("The troops also ...")."""
    first, end = t.bounds[n]
    low = t.low[first : min(end, first + _OPENING)]
    if low[:2] == ["in", "addition"]:
        return low[2:3] == [","]
    return bool(low) and (low[0] in _ADDING or "also" in low)


def _share(t: Tokens, piece: Range) -> float:
    """The share of a piece's words that stand inside quotation marks."""
    inside = [t.quote[i] >= 0 for i in range(piece[0], piece[1] + 1) if is_word(t.low[i])]
    return sum(inside) / max(1, len(inside))


def split_piece(t: Tokens, piece: Range) -> list[Range]:
    """A content at "and that", and before what its source leaves open after asserting something else."""
    start, end = piece
    cuts = [start]
    for i in range(start + 3, min(end, start + _WIDEST) - 2):
        if t.low[i] in ("and", "but") and t.low[i + 1] == "that" and t.quote[i] < 0:
            cuts.append(i)
    question = open_question(t, (start, min(end, start + _WIDEST)))
    if question is not None:
        for i in range(question, max(start + 3, question - 4), -1):
            if t.low[i] in ("but", "and") and t.low[i - 1] == ",":
                cuts.append(i)
                break
    pieces: list[Range] = []
    cuts = sorted(set(cuts))
    for low, high in zip(cuts, [*(cut - 1 for cut in cuts[1:]), end], strict=True):
        if low > start:
            low += 2 if t.low[low + 1] == "that" else 1
        pieces.extend(clip(t, low, high))
    return pieces


def _width(find: Find) -> int:
    return sum(end - start + 1 for start, end in find.pieces)


def _outer_of(used: list[Spread], k: int, done: dict[int, Chains]) -> Chains | None:
    """The chains of the smallest attribution whose content holds the whole of this one."""
    find = used[k].find
    best: tuple[int, Chains] | None = None
    for j, chains in done.items():
        other = used[j].find
        if used[j].tag != used[k].tag or other.source == find.source:
            continue
        for start, end in other.pieces:
            inside = start <= find.cue[0] <= end and (find.source is None or start <= find.source[0] <= end)
            if inside and (best is None or end - start < best[0]):
                best = (end - start, chains)
    return best[1] if best else None


def _shared_with(used: list[Spread], k: int, done: dict[int, Chains]) -> Chains | None:
    """The chains of the last attribution before this one that has the same source."""
    same = [j for j in done if j < k and used[j].find.source == used[k].find.source and used[j].tag == used[k].tag]
    return done[max(same)] if same else None


def _same_source(own: Chains, before: Chains) -> Chains:
    """Who goes on speaking speaks through whom he spoke, unless the words name another ("admitted to RT")."""
    passed_on = any(len(chain) > 1 for chain in own.chains)
    return own if passed_on else before


def _is_shell(t: Tokens, used: list[Spread], k: int) -> bool:
    """Whether an attribution says little more than that the one within it was made."""
    find = used[k].find
    if not find.pieces:
        return False
    first = min(start for start, _ in find.pieces)
    left = bytearray(max(end for _, end in find.pieces) + 1 - first)  # 1 for a token of its own
    for start, end in find.pieces:
        left[start - first : end + 1 - first] = b"\1" * (end + 1 - start)
    held = False
    for j, one in enumerate(used):
        other = one.find
        low, high = other.cue
        if not first <= low <= high < first + len(left) or j == k or one.tag != used[k].tag:
            continue
        # One whose cue another holds lies within that other.
        if not left[low - first] or other.source == find.source:
            continue
        if any(start <= low and high <= end for start, end in find.pieces):
            held = True
            for start, end in (*other.pieces, other.cue, *([other.source] if other.source else [])):
                begin, stop = max(start - first, 0), min(end + 1 - first, len(left))
                if begin < stop:
                    left[begin:stop] = bytes(stop - begin)
            if left.count(1) < _BESIDE:
                return True
    return held and sum(is_word(t.low[first + i]) for i in islice(_ones(left), _LEFT)) < _BESIDE


def _ones(left: bytearray) -> Iterator[int]:
    """Where a mask holds 1, ascending."""
    i = left.find(1)
    while i >= 0:
        yield i
        i = left.find(1, i + 1)
