"""What is said: the tokens before or after a cue, up to where the clause ends."""

from index.attribution.scan.closed import (
    ARTICLES,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    VERBS,
)
from index.attribution.scan.cues import CueVerb, load_lexicon
from index.attribution.scan.phrases import ends_clause, is_word, phrase_right, skip_circumstance
from index.attribution.scan.tokens import CLOSE, DASH, OPEN, Tokens

Range = tuple[int, int]
Pieces = tuple[Range, ...]

_REACH = 14  # tokens between a verb and its "that" or quotation
_SAID = frozenset("TQNCA")
_BEFORE_ADJECTIVES = DETERMINERS | PREPOSITIONS | frozenset(("and", "or", ","))
_ASIDE = 30  # tokens of an aside
_STOPS = frozenset((".", "!", "?", ";", ")", "]", CLOSE))
# What may follow a tag and end its sentence: he said in a series of tweets.
_PLACING = frozenset(("in", "on", "at", "during", "via", "through", "from", "after", "before"))
# What ends the noun phrase that a verb takes as its object.
_ADJUNCTS = frozenset(("who", "which"))


def right_content(t: Tokens, verb: CueVerb, i: int, last: int, quoted_only: bool = False) -> tuple[Pieces, str]:
    """What is said after token `i - 1`, with the rule that found it; () where nothing is said there."""
    c = skip_circumstance(t, i, last)
    if c > last:
        return (), "end"
    low, after = t.low[c], t.low[c + 1] if c < last else "."
    if low in (",", ":") and after == OPEN:
        return _quoted(t, c + 1, last), "quotation"
    if low == ":" and is_word(after):
        return clip(t, c + 1, last), "colon"
    if low == "," and after in ("citing", "quoting"):
        return _after_citing(t, verb, c + 2, last)
    if low == "," and after in PREPOSITIONS and "T" in verb.takes and (past := _over_aside(t, c, last)) is not None:
        return right_content(t, verb, past, last)
    if low == "," and c < last and (_runs_on(t, c + 1) if quoted_only else _resumes(t, c + 1, last)):
        return clip(t, c + 1, last), "resumed"
    if low == "that" and "T" in verb.takes:
        relative = c < last and ends_clause(t, c + 1) and after not in SUBORDINATORS and "'" not in after
        return ((), "none") if relative else (clip(t, c + 1, last), "that")
    if low == OPEN:
        named = "C" in verb.takes and c == i  # a booklet called “...”
        return (clip(t, c, last), "quotation") if verb.takes & _SAID and not named else ((), "none")
    if not is_word(low) or quoted_only:
        return (), "end" if not is_word(low) else "none"
    if low == "to" and verb.takes & {"I", "R"} and is_word(after):
        return clip(t, c, object_end(t, c + 1, last)), "infinitive"
    if verb.stance == "accuses" and is_word(low):
        return clip(t, c, object_end(t, c, last)), "object"
    if low in verb.after:
        pieces, rule = _reach(t, verb, c, last)
        return (pieces, rule) if pieces else (clip(t, c + 1, object_end(t, c + 1, last)), "about")
    if "A" in verb.takes:
        return (clip(t, c, object_end(t, c, last, "as")), "as") if "as" in t.low[c : c + _REACH] else ((), "none")
    if low in PREPOSITIONS and low not in ("like",):
        pieces, rule = _reach(t, verb, c, last)
        return pieces, "end" if rule == "none" and low in _PLACING else rule
    if low in ("while", "when", "after", "before") and (found := _reach(t, verb, c, last))[0]:
        return found
    if low in AUXILIARIES and "'" not in low:
        return (), "none"
    if "O" in verb.takes and "T" in verb.takes and not holds_clause(t, (c, last)):
        return (), "end"
    if "T" in verb.takes and ("N" not in verb.takes or _is_clause(t, c, last)):
        return clip(t, c, last), "clause"
    if verb.takes & {"T", "N", "C"}:
        return clip(t, c, object_end(t, c, last)), "object"
    return (), "none"


def _quoted(t: Tokens, opening: int, last: int) -> Pieces:
    """The quotation that opens there, and the clause that goes on after it (“...,” and that ...)."""
    if t.quote[opening] < 0:
        return ()
    end = min(t.quotes[t.quote[opening]][1], last)
    after = end + 1 + (end < last and t.low[end + 1] == ",")
    if after + 2 <= last and t.low[after] in ("and", "but") and t.low[after + 1] == "that":
        return ((opening, end), *clip(t, after + 2, last))
    return ((opening, end),)


def _after_citing(t: Tokens, verb: CueVerb, i: int, last: int) -> tuple[Pieces, str]:
    """X reported, citing Y, that ...; X reported, citing Y, citing Z, that ..."""
    end = phrase_right(t, i, last)
    while end is not None and end + 3 <= last and t.low[end + 1] == "," and t.low[end + 2] in ("citing", "quoting"):
        end = phrase_right(t, end + 3, last)
    if end is None or end + 2 > last or t.low[end + 1] != ",":
        return (), "end"
    return right_content(t, verb, end + 2, last) if t.low[end + 2] in ("that", OPEN) else ((), "end")


def _over_aside(t: Tokens, comma: int, last: int) -> int | None:
    """For "claimed, with no evidence, that" the "that"; None where no such aside stands there."""
    for j in range(comma + 2, min(comma + _REACH, last)):
        if t.low[j] == ",":
            return j + 1 if t.low[j + 1] == "that" else None
    return None


def _is_clause(t: Tokens, c: int, last: int) -> bool:
    """Whether a subject and a finite verb begin at `c`, rather than an object."""
    if t.low[c] in ("whether", "if", "how", "why", "what", "there", "it", "he", "she", "they", "we", "i"):
        return True
    for j in range(c + 1, min(c + _REACH, last) + 1):
        if t.low[j] in (",", ":", ";", "who", "which", "that", "as", "when", "to"):
            return False
        before = t.low[j - 1]
        past = t.low[j].endswith("ed") and before not in _BEFORE_ADJECTIVES
        verb = (t.low[j] in VERBS and before not in ARTICLES) or past
        if t.low[j] in AUXILIARIES or (verb and not t.cap[j]):
            return t.quote[j] < 0 or t.quote[c] >= 0
    return False


def _reach(t: Tokens, verb: CueVerb, c: int, last: int) -> tuple[Pieces, str]:
    """Over a circumstance that is not in the lists, to the "that" or the quotation which it parts from the verb."""
    for j in range(c, min(c + _REACH, last)):
        if "T" in verb.takes and t.low[j] == "that" and t.quote[j] < 0 and t.low[j - 1] not in PREPOSITIONS:
            return clip(t, j + 1, last), "that"
        if "T" in verb.takes and t.low[j] == OPEN and t.low[j - 1] in (",", ":"):
            return clip(t, j, min(t.quotes[t.quote[j]][1], last)), "quotation"
        if t.low[j] == "," and j > c:
            break
    return (), "none"


def _runs_on(t: Tokens, i: int) -> bool:
    return ends_clause(t, i) and t.low[i] not in SUBORDINATORS


def _resumes(t: Tokens, i: int, last: int) -> bool:
    """Whether a quoted or reported clause goes on after the comma that closed its tag."""
    low = t.low[i]
    if not is_word(low) or low in ("who", "which", "where", "adding", "citing"):
        return False
    form = load_lexicon().verbs.get(low)
    if low.endswith("ing") or (form is not None and form.form == "ing"):
        return False
    return i + 3 <= last


def object_end(t: Tokens, i: int, last: int, within: str = "") -> int:
    """The last token of the object that begins at `i`: before a comma, an adjunct, a stop outside quotations."""
    j = i
    while j <= last:
        low = t.low[j]
        if t.quote[j] < 0 and j > i and low != within:
            if (low == DASH or low == ",") and (over := skip_aside(t, j, last)) is not None:
                j = over
                continue
            if low in (";", ":", DASH) or low in _ADJUNCTS:
                return j - 1
            if low == "," and not (j < last and t.low[j + 1] == OPEN):
                return j - 1
            if low == "and" and j < last and _verb_follows(t, j + 1, last):
                return j - 1
        j += 1
    return last


def skip_aside(t: Tokens, i: int, last: int) -> int | None:
    """Over "- which ... -" or ", which ...," where a preposition then goes on with the object; else None."""
    if t.low[i] == "," and not (i < last and t.low[i + 1] in ("which", "who")):
        return None
    for j in range(i + 2, min(i + _ASIDE, last)):
        if t.low[j] == t.low[i]:
            return j + 1 if t.low[j + 1] in ("for", "of", "with", "over", "as", "to") else None
    return None


def _verb_follows(t: Tokens, i: int, last: int) -> bool:
    low = t.low[i]
    form = load_lexicon().verbs.get(low)
    return low in AUXILIARIES or low in VERBS or low in SUBJECTS or (form is not None and form.form in ("past", "s"))


def left_content(t: Tokens, end: int, first: int) -> Pieces:
    """What is said before a tag whose first token is `end + 1`: back to the sentence's start, or its quotation's."""
    if end < first:
        return ()
    if t.low[end] in (",", DASH):
        end -= 1
    return clip(t, first, end) if end >= first else ()


def clip(t: Tokens, first: int, last: int) -> Pieces:
    """The range without the marks and conjunctions at its edges; () where no word is left."""
    while first <= last and not is_word(t.low[first]) and t.low[first] not in (OPEN, "$", "[", "(", "#", "@"):
        if t.low[first] == CLOSE and t.quote[first] >= 0:
            break
        first += 1
    while last >= first and t.low[last] in (".", ",", ";", ":", DASH, "(", OPEN):
        if t.low[last] == "." and t.quote[last] >= 0:
            break
        last -= 1
    return ((first, last),) if any(is_word(t.low[j]) for j in range(first, min(last, first + 3) + 1)) else ()


def close_relative(t: Tokens, pieces: Pieces) -> Pieces:
    """The mayor, who said the bridge was safe, resigned: what is said ends at the comma."""
    start, end = pieces[-1]
    for i in range(start, end):
        if t.low[i] == "," and t.quote[i] < 0:
            return (*pieces[:-1], *clip(t, start, i - 1))
    return pieces


def is_quotation(t: Tokens, pieces: Pieces) -> bool:
    """Whether most of what stands before a tag is quoted, rather than its last words."""
    inside = [t.quote[i] >= 0 for start, end in pieces for i in range(start, end + 1)]
    return 2 * sum(inside) >= len(inside) > 0


def holds_clause(t: Tokens, piece: Range) -> bool:
    """Whether a verb stands in the first words of a piece, as far as closed classes and endings tell."""
    return any(
        ends_clause(t, j) or t.low[j].endswith("ed") for j in range(piece[0] + 1, min(piece[1], piece[0] + 40) + 1)
    )


def according_content(t: Tokens, i: int, end: int, first: int, last: int) -> Pieces:
    """What is said where "according to" stands at `i` and its source ends at `end`: after it, before it, or both."""
    opening = i == first or t.low[i - 1] in ("and", "but", "that", ";", DASH, "while")
    pieces: Pieces = () if opening else left_content(t, i - 1, first)
    comma = end + 1
    while comma <= last and t.low[comma] != ",":
        comma += 1
    if comma >= last or not (opening or t.low[i - 1] == ","):
        return pieces
    after = t.low[comma + 1]
    aside = after in ("who", "which", "where", "a", "an", "and") or after.endswith("ing")
    return pieces + clip(t, comma + 1, last) if opening or not aside else pieces


def skip_apposed(t: Tokens, stop: int, last: int) -> int:
    """Over the apposition that follows the name in a tag, up to a quotation that goes on after it."""
    j = stop + 1
    while j <= last and j < stop + 30 and t.low[j] != OPEN:
        j += 1
    if j <= last and t.low[j] == OPEN and t.low[j - 1] in (",", ":", "."):
        return j - 2
    return stop


def leads_up(t: Tokens, left: Range, quotation: Range) -> bool:
    """Whether what stands before the tag is its circumstance: When asked whether it fell, he said: “...”."""
    return t.low[quotation[0] - 1] == ":" or t.low[left[0]] in SUBORDINATORS or t.low[left[0]] in PREPOSITIONS


def follows_quote(t: Tokens, subject: Range, first: int) -> bool:
    """“...!” The minister wrote on his page: the quotation is the sentence before."""
    return subject[0] == first > 0 and t.low[first - 1] == CLOSE
