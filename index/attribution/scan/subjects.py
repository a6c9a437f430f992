"""Who is the subject of a verb: the noun phrase before it, over appositions, relative clauses and "and"."""

from index.attribution.scan.bounds import opens_predicate
from index.attribution.scan.closed import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BE,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    word_set,
)
from index.attribution.scan.contents import Range
from index.attribution.scan.cues import CueForm, CueVerb
from index.attribution.scan.phrases import is_time, phrase_left, phrase_right, skip_apposition
from index.attribution.scan.tokens import CLOSE, DASH, OPEN, Tokens
from index.attribution.sourcing.speakers import read_speaker

_CLAUSE = 24  # tokens back from "and" within its clause
_LEADING = word_set("after before when while because since until")
_NAME = 6  # words of a name with its title
_DONE = word_set("led run made done written")
_PLURALS = word_set("people police media men women children they we i you who some many few others both most")


def verb_group(t: Tokens, i: int, first: int) -> tuple[int, bool, bool, bool]:
    """First token of the verb's group, whether it is negated, passive (a form of be before it), or going on."""
    group, negated, be = i, False, False
    while group > first:
        low = t.low[group - 1]
        if low in AUXILIARIES:
            negated |= low in NEGATIONS
            be |= low in BE
            if "'" in low and low.split("'")[0] in SUBJECTS:
                break
        elif not (low in ADVERBS or (low.endswith("ly") and low not in ("family", "ally") and not t.cap[group - 1])):
            break
        group -= 1
    return group, negated, be, be


def main_subject(t: Tokens, first: int, before: int) -> Range | None:
    """The noun phrase that opens the sentence, after what leads up to it."""
    start = first
    adverb = t.low[start].endswith("ly") and start + 1 < before and t.low[start + 1] == ","
    if adverb or t.low[start] in PREPOSITIONS or t.low[start] in ADVERBS or t.low[start] in SUBORDINATORS:
        while start < before and t.low[start] != ",":
            start += 1
        start += 1
    end = phrase_right(t, start, before - 1) if start < before else None
    return (start, end) if end is not None else None


def find_subject(t: Tokens, group: int, first: int, before: Range | None) -> tuple[Range | None, str]:
    """The subject of the verb group that begins at `group`, and how it is tied to it.

    `before` is the source of the attribution before it in its sentence, which "and added" shares.
    """
    p = group - 1
    if "'" in t.low[group] and t.low[group] in AUXILIARIES and t.low[group].split("'")[0] in SUBJECTS:
        return (group, group), "subject"
    p = _before_time(t, p, first)
    if p < first:
        return None, ""
    low = t.low[p]
    if low in ("who", "which", "that"):
        q = p - 2 if p - 1 > first and t.low[p - 1] == "," else p - 1
        start = phrase_left(t, q, first) if q >= first else None
        return (_apposed(t, start, q, first), "relative") if start is not None else (None, "")
    if low in ("and", "but", "then", "or"):
        return _shared_subject(t, first, p, before), "shared"
    if low == ",":
        named = skip_apposition(t, p, first)
        if named is None or named < first:
            return None, ""
        start = phrase_left(t, named, first)
        if start is None:
            return None, ""
        return named_one(t, (start, named), (named + 2, p - 1)), "apposition"
    if low == DASH:
        return None, ""
    start = phrase_left(t, p, first)
    if start is None or _is_verb(t, start, p, first):
        return None, ""
    if (doer := _done_by(t, start, first)) is not None:
        return doer, "subject"
    before_which = _before_relative(t, start, first)
    if before_which is not None and (outer := phrase_left(t, before_which, first)) is not None:
        return (outer, before_which), "relative"
    return (start, p), "subject"


def _shared_subject(t: Tokens, first: int, joint: int, before: Range | None) -> Range | None:
    """Who did what stands before "and", and so what stands behind it: after the man came and (asked), the man."""
    for i in range(joint - 1, max(first, joint - _CLAUSE), -1):
        if t.quote[i] >= 0:
            continue
        if t.low[i] in (".", ";", "!", "?"):
            # A clause of its own has its own subject, whoever spoke before it.
            return main_subject(t, i + 1 + (t.low[i + 1] in ("(", "[")), joint)
        if before is None and t.low[i] in _LEADING and t.low[i - 1] != ",":
            end = phrase_right(t, i + 1, joint - 1)
            if end is not None and end + 1 < joint and opens_predicate(t, end + 1):
                return i + 1, end
        if t.low[i] == ",":
            break
    return before or main_subject(t, first, joint)


def _is_verb(t: Tokens, start: int, p: int, first: int) -> bool:
    """Whether one lower-case word is no subject but a verb: they can rest assured, to outlaw said plans."""
    return start == p > first and not t.cap[p] and (t.low[p - 1] in MODALS or t.low[p - 1] == "to")


def _done_by(t: Tokens, start: int, first: int) -> Range | None:
    """For "an inquiry led by Dutch officials" the inquiry, for "the officer leading the inquiry" the officer."""
    by = start - 1
    if by > first and t.low[by].endswith("ing") and not t.cap[by]:
        outer = phrase_left(t, by - 1, first)
        told = outer is not None and read_speaker(t, (outer, by - 1)).sort in ("person", "people")
        return (outer, by - 1) if outer is not None and told else None
    if by < first + 2 or t.low[by] != "by" or not (t.low[by - 1].endswith("ed") or t.low[by - 1] in _DONE):
        return None
    outer = phrase_left(t, by - 2, first)
    return (outer, by - 2) if outer is not None and read_speaker(t, (outer, by - 2)).sort == "document" else None


def _apposed(t: Tokens, start: int, end: int, first: int) -> Range:
    """For "Ann Lee, a doctor, who" Ann Lee; the phrase itself where no name stands before it."""
    if start - 2 < first or t.low[start - 1] != "," or t.low[start] not in ("a", "an"):
        return start, end
    outer = phrase_left(t, start - 2, first)
    named = outer is not None and read_speaker(t, (outer, start - 2))
    return (outer, start - 2) if outer is not None and named and named.named else (start, end)


def _before_time(t: Tokens, p: int, first: int) -> int:
    """Back over "on Monday", "over the weekend", "last week"."""
    q = p
    while q > first and is_time(t, q):
        q -= 1
    if q == p:
        return p
    q -= t.low[q] in ("the", "this") and q > first and t.low[q - 1] in ("on", "in", "over", "during", "at")
    return q - (t.low[q] in ("on", "in", "over", "during", "at") and q > first)


def _before_relative(t: Tokens, start: int, first: int) -> int | None:
    """For a phrase that belongs to "the group which monitors Iraq and Syria", the token before "which"."""
    if start <= first or t.low[start - 1] in ("and", "but", CLOSE) or t.low[start] in SUBJECTS - ARTICLES:
        return None
    for i in range(start - 1, max(first, start - 16), -1):
        low = t.low[i]
        if low in ("who", "which"):
            return i - 1 if t.low[i - 1] != "," else None
        if low in SUBORDINATORS or low in (OPEN, CLOSE, ";", ":") or low in SUBJECTS:
            return None
    return None


def agrees(t: Tokens, form: CueForm, i: int, group: int, subject: Range) -> bool:
    """Whether a form that may be a noun (claims, report) agrees with its subject as a verb would."""
    if form.form in ("past", "ing") or any(low in AUXILIARIES for low in t.low[group:i]):
        return True
    head = t.low[subject[1]]
    joint = "and" in t.low[subject[0] : subject[1]]
    plural = joint or head in _PLURALS or (head.endswith("s") and not head.endswith(("ss", "'s")))
    if form.form == "base":
        return plural
    return not plural or t.cap[subject[1]]


def named_one(t: Tokens, phrase: Range, apposition: Range) -> Range:
    """Of "her lawyer, David Kendall," the one that is a name; the phrase itself where it is one, or neither is."""
    first, last = apposition
    if first >= last or last - first > _NAME or not all(t.cap[i] for i in (first, last)):
        return phrase
    if read_speaker(t, phrase).sort == "person" and read_speaker(t, phrase).named:
        return phrase
    other = read_speaker(t, apposition)
    return apposition if other.named and other.sort == "person" and other.name[1] > other.name[0] else phrase


def is_noun(t: Tokens, i: int, last: int) -> bool:
    """Whether "charges", "claims" is a noun by what stands beside it: bringing charges, claims of."""
    after = t.low[i + 1] if i < last else "."
    bringing = i > 0 and t.low[i - 1].endswith("ing") and not t.cap[i - 1]
    return after in ("against", "of", "from", "over", "by") or bringing


def is_noun_phrase(t: Tokens, phrase: Range) -> bool:
    """Whether what stands for a source can: no verb with its object, no word of time, no bare singular ("early")."""
    first, last = phrase
    low, head = t.low[first], t.low[last]
    if opens_predicate(t, first) and (first == last or t.low[first + 1] in PREPOSITIONS | ARTICLES):
        return False
    if t.cap[first] or low in DETERMINERS or low in SUBJECTS or t.quote[first] >= 0:
        return True
    if is_time(t, last) or head == "times" or head in ADVERBS or head in SUBORDINATORS:
        return False
    return first < last or head in _PLURALS or (head.endswith("s") and not head.endswith("ss"))


def read_hearer(t: Tokens, verb: CueVerb, begin: int, last: int) -> Range | None:
    """Who is told: told CNN that ..., asked the mayor whether ..."""
    if "O" not in verb.takes or verb.stance == "accuses" or begin > last or t.low[begin] == "that":
        return None
    if begin < last and t.low[begin] == "her" and t.low[begin + 1] in DETERMINERS | SUBJECTS:
        return begin, begin
    stop = phrase_right(t, begin, last)
    return (begin, stop) if stop is not None else None


def choose_row(t: Tokens, form: CueForm, i: int, last: int) -> tuple[CueVerb, int] | None:
    """The row of a verb whose particle follows it, the longest first, and the last token of both."""
    for verb in form.rows:
        words = verb.particle.split()
        if t.low[i + 1 : i + 1 + len(words)] == words:
            return verb, i + len(words)
    return None
