"""Where a sentence begins behind its dateline, and where what is said ends before the sentence's own clause."""

from dataclasses import replace

from index.attribution.scan.closed import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, VERBS, word_set
from index.attribution.scan.contents import clip, holds_clause
from index.attribution.scan.cues import load_lexicon
from index.attribution.scan.finds import Find
from index.attribution.scan.phrases import is_time, is_word
from index.attribution.scan.tokens import CLOSE, DASH, OPEN, Tokens

_DATELINE = 14  # tokens before the dash of "WEST PALM BEACH, Fla. (AP) -"
_BACK = 60  # tokens back to the "who" of a relative clause
_OPENERS = word_set("who which whose whom where")
# "He said it fell, remarks that were mocked": what follows tells of what was said.
_REMARKS = word_set("comments remarks words statements claims allegations accusations charges assertions")
_TIMED = 5  # tokens of ", and in early February he"


def skip_dateline(t: Tokens, first: int, last: int) -> int:
    """The first token behind "WASHINGTON -"; the first of the sentence where no such place opens it."""
    if first >= last or len(t.low[first]) < 3 or not t.text[t.start[first] : t.end[first]].isupper():
        return first
    for i in range(first + 1, min(first + _DATELINE, last)):
        if t.low[i] == DASH:
            return i + 1 if t.cap[i + 1] or t.low[i + 1] == OPEN else first
        if is_word(t.low[i]) and not (t.cap[i] or t.low[i][0].isdigit()):
            return first
    return first


def bound_find(t: Tokens, find: Find, first: int) -> Find | None:
    """The find with its last content ended where the sentence's own clause goes on; None where no clause is left.

    Only what follows the cue outside quotations is bounded.
    """
    if not find.pieces or find.pieces[-1][0] <= find.cue[1] or find.source is None:
        return find
    start, end = find.pieces[-1]
    stop = _end_relative(t, start, end) if _in_relative(t, find.head, first) else end
    stop = _end_reported(t, start, stop)
    if stop == end:
        return find
    pieces = (*find.pieces[:-1], *clip(t, start, stop))
    if find.verb.use == "attitude" and find.rule.endswith("clause") and not holds_clause(t, (start, stop)):
        return None
    return replace(find, pieces=pieces) if pieces else None


def opens_predicate(t: Tokens, i: int) -> bool:
    """Whether a finite verb stands at `i`, as after the comma that closes a relative clause."""
    low = t.low[i]
    if t.cap[i] or t.quote[i] >= 0:
        return False
    form = load_lexicon().verbs.get(low)
    return (
        (low in AUXILIARIES and "'" not in low)
        or low in VERBS
        or low.endswith("ed")
        or (form is not None and form.form in ("past", "s"))
    )


def _in_relative(t: Tokens, head: int, first: int) -> bool:
    """Whether a relative clause behind a comma ("Lee, who left after police") is still open at `head`."""
    if head > first and t.low[head - 1] == ",":
        return False
    for i in range(head - 1, max(first, head - _BACK), -1):
        if t.quote[i] >= 0:
            continue
        if t.low[i] in (";", ":") or (t.low[i] == "," and opens_predicate(t, i + 1)):
            return False
        if t.low[i] in _OPENERS and t.low[i - 1] == ",":
            return True
    return False


def _end_relative(t: Tokens, start: int, end: int) -> int:
    """The token before the comma behind which the clause goes on that the relative one broke."""
    inner = 0
    for i in range(start, end):
        if t.low[i] != "," or t.quote[i] >= 0:
            continue
        if t.low[i + 1] in _OPENERS or t.low[i + 1] in PREPOSITIONS:
            inner += 1
        elif opens_predicate(t, i + 1):
            if not inner:
                return i - 1
            inner -= 1
    return end


def _end_reported(t: Tokens, start: int, end: int) -> int:
    """The token before ", and in February he ..." or ", remarks that ...", which are the writer's."""
    for i in range(start, end - 2):
        closing = t.low[i] == CLOSE and t.low[i - 1] == ","
        if not closing and (t.low[i] != "," or t.quote[i] >= 0):
            continue
        j = i + 1 + (t.low[i + 1] in DETERMINERS)
        told_of = t.low[j] in _REMARKS and t.low[j + 1] in ("that", "which")
        if told_of or (t.low[i + 1] in ("and", "but") and opens_anew(t, i + 2, end)):
            return i if closing else i - 1
    return end


def opens_anew(t: Tokens, i: int, end: int) -> bool:
    """Whether a time and then a pronoun open a clause at `i`: in February he, last week they."""
    j = i + (t.low[i] in ("in", "on", "at", "by", "since", "during"))
    if t.quote[j] >= 0 or not is_time(t, j):
        return False
    while j < min(end, i + _TIMED) and (is_time(t, j) or t.low[j][0].isdigit() or t.low[j] == ","):
        j += 1
    return t.low[j] in PRONOUNS
