"""Noun phrases and clause boundaries by closed classes alone, within a window, so that no scan can run away."""

from index.attribution.scan.closed import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    DETERMINERS,
    JOINING,
    OBJECTS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    SUBORDINATORS,
    TIMES,
    VERBS,
    word_set,
)
from index.attribution.scan.cues import load_lexicon
from index.attribution.scan.tokens import CLOSE, OPEN, Tokens

WINDOW = 32  # tokens that a noun phrase with all its complements may have
_APPOSITION = 28  # tokens between the commas round an apposition
# How something was said, which is neither who said it nor what.
MEDIA = word_set(
    """
    statement interview letter email e-mail memo speech tweet post report conference briefing phone telephone call
    comments remarks address response reply press correspondence message note appearance rally debate hearing court
    testimony video article essay column op-ed blog book release filing text documents document facebook twitter cnn
    fox msnbc television radio broadcast televised written emailed order ruling
    """
)
# Words of time that are names or verbs too.
NAMES = word_set("may march april june august jan mar sun dec")
_MEDIUM = word_set("in during at on via through to by from with as of after for")


def is_word(low: str) -> bool:
    """Whether a token is a word or a number, not a mark."""
    return low[0].isalnum()


def is_time(t: Tokens, i: int) -> bool:
    """Whether a token is a word of time; a month that is also a name or a verb is one only beside a day or "in"."""
    low = t.low[i]
    if low not in TIMES:
        return False
    if low not in NAMES:
        return True
    after = t.low[i + 1] if i + 1 < len(t.low) else "."
    return t.cap[i] and (
        after[0].isdigit() or (i > 0 and t.low[i - 1] in ("in", "since", "last", "next", "this", "late"))
    )


def ends_clause(t: Tokens, i: int) -> bool:
    """Whether token i is a verb, or another word that no noun phrase holds."""
    low = t.low[i]
    if low in AUXILIARIES or low in SUBORDINATORS:
        return not (t.cap[i] and low in ("will", "may"))
    if t.cap[i]:
        return False
    if low in VERBS:
        return True
    form = load_lexicon().verbs.get(low)
    return form is not None and form.form in ("past", "ing") and form.rows[0].use != "act"


def phrase_left(t: Tokens, last: int, first: int) -> int | None:
    """The first token of the noun phrase that ends at `last`, not before `first`; None where none ends there."""
    if last < first or (not is_word(t.low[last]) and t.low[last] != ")"):
        return None
    if t.low[last] in SUBJECTS and t.low[last] not in ARTICLES:
        return last
    start = _extend_left(t, last, max(first, last - WINDOW))
    while start <= last and (
        t.low[start] in PREPOSITIONS
        or t.low[start] in ADVERBS
        or not is_word(t.low[start])
        or (start < last and is_time(t, start))
        or (start < last and t.low[start].endswith("ly") and not t.cap[start])
    ):
        start += 1
    if start == last and t.low[last] in ("when", "while", "if"):
        return None
    if start > last or t.low[last] in PREPOSITIONS or t.low[last] in OBJECTS or t.low[last] in ADVERBS:
        return None
    return start


def _extend_left(t: Tokens, last: int, first: int) -> int:
    i = last
    while i >= first:
        low = t.low[i]
        if low == ")":
            i = _skip_bracket(t, i, first) - 1
            continue
        if not is_word(low) and low not in ("&", "/", "$", "."):
            break
        if low == "and" and i < last:
            left = _reach_left(t, i - 1, first)
            return i + 1 if left is None else left
        if (ends_clause(t, i) and not (i == last and low not in VERBS)) or (low in SUBJECTS and low not in ARTICLES):
            break
        if low in PREPOSITIONS:
            before = i - 1
            if low not in JOINING or before < first or not _is_noun(t, before):
                break
        elif low in ARTICLES and (i == first or t.low[i - 1] not in JOINING) and t.low[i - 1] not in ("all", "both"):
            if i - 1 > first and t.low[i - 1] == "and" and i > 1:
                left = _reach_left(t, i - 2, first)
                return i if left is None else left
            return i
        i -= 1
    return i + 1


def _reach_left(t: Tokens, last: int, first: int) -> int | None:
    """The first of two joined phrases, only where nothing but a clause's edge stands before it."""
    i = last
    while i >= first and i > last - 10 and (is_word(t.low[i])) and not ends_clause(t, i):
        if t.low[i] in PREPOSITIONS and t.low[i] not in ("of", "for", "from"):
            return None
        i -= 1
    edge = i < first or t.low[i] in (",", OPEN, "that", ":", ";", "when", "while", "but", "as", "because")
    return i + 1 if edge and i < last and _is_noun(t, last) else None


def _skip_bracket(t: Tokens, i: int, first: int) -> int:
    j = i
    while j > first and t.low[j] != "(":
        j -= 1
    return j if t.low[j] == "(" else i


def _is_noun(t: Tokens, i: int) -> bool:
    low = t.low[i]
    return (
        is_word(low)
        and low not in PREPOSITIONS
        and low not in ADVERBS
        and low not in SUBJECTS
        and not ends_clause(t, i)
    )


def phrase_right(t: Tokens, first: int, last: int) -> int | None:
    """The last token of the noun phrase that begins at `first`, not after `last`; None where none begins there."""
    if first > last or not is_word(t.low[first]):
        return None
    low = t.low[first]
    if (low in OBJECTS and low != "her") or low in PRONOUNS_ALONE:
        return first
    i, limit = first, min(last, first + WINDOW)
    while i <= limit and not _stops(t, i, first, limit):
        i += 1
    i -= 1
    while i >= first and (t.low[i] in PREPOSITIONS or t.low[i] in ARTICLES or t.low[i] in ADVERBS or t.low[i] == "and"):
        i -= 1
    return i if i >= first else None


PRONOUNS_ALONE = word_set("he she they it i we you everyone anyone nobody")


def _stops(t: Tokens, i: int, first: int, limit: int) -> bool:
    low = t.low[i]
    if not is_word(low):
        return low not in ("&", "/", "$")
    after = t.low[i + 1] if i < limit else "."
    if low == "and":
        return i == first or not _joins(t, i + 1, limit)
    if ends_clause(t, i) or low in RELATIVES or low in PRONOUNS_ALONE:
        return True
    if i == first:
        return low in PREPOSITIONS
    if low in PREPOSITIONS:
        if low in ("of", "for", "from", "with"):
            return not is_word(after)
        if low in ("in", "at", "on", "to", "by"):
            second = t.low[i + 2] if i + 2 <= limit else "."
            timed = after[0].isdigit() or any(is_time(t, j) for j in range(i + 1, min(i + 2, limit) + 1))
            spoken = after in MEDIA or second in MEDIA or second == "interview"
            loose = low in ("on", "by", "to") and not (low == "by" and t.low[i - 1] in ("report", "study", "poll"))
            return timed or spoken or loose or not is_word(after)
        return True
    if is_time(t, i) and t.low[i - 1] not in ARTICLES:
        return t.low[i - 1] not in JOINING
    owned = t.low[i - 1] in DETERMINERS or t.low[i - 1].endswith("'s")
    if low in ADVERBS and not t.cap[i] and not owned:
        return True
    if low.endswith("ed") and not t.cap[i] and "-" not in low and (t.cap[i - 1] or after in ARTICLES or after == "to"):
        return True
    if low.endswith("ly") and not t.cap[i] and not owned and low not in ("family", "ally"):
        return True
    if low in DETERMINERS:
        return t.low[i - 1] not in JOINING and t.low[i - 1] != "and" and low not in ("other", "few", "more")
    return False


def _joins(t: Tokens, i: int, limit: int) -> bool:
    """Whether the phrase after "and" belongs to the one before: no verb follows it."""
    j = i
    while j <= limit and j < i + 8 and is_word(t.low[j]) and not ends_clause(t, j) and t.low[j] not in PREPOSITIONS:
        if t.low[j] in SUBJECTS and t.low[j] not in ARTICLES:
            return False
        j += 1
    if j == i:
        return False
    return j > limit or not (ends_clause(t, j) and t.low[j] not in SUBORDINATORS)


def skip_circumstance(t: Tokens, i: int, last: int) -> int:
    """The first token from `i` that is no word of time and no "in a statement", "at a rally"."""
    while i <= last:
        low = t.low[i]
        after = t.low[i + 1] if i < last else "."
        if low in TIMES or (low in ADVERBS and after not in (",",)) or (low.endswith("ly") and is_word(low)):
            if low in ("earlier", "later", "last", "next", "this", "late", "early") or low in TIMES or low in ADVERBS:
                i += 1
                continue
            i += 1
            continue
        if low in ("on", "in", "at", "since", "this", "by", "before", "over") and after in TIMES:
            i += 2
            continue
        if low[0].isdigit() and i > 0 and t.low[i - 1] in TIMES:
            i += 1
            continue
        if low in _MEDIUM and (end := _medium_end(t, i, last)) is not None:
            i = end + 1
            continue
        return i
    return i


def _medium_end(t: Tokens, i: int, last: int) -> int | None:
    """The end of "in a statement to RT", "during a rally in Ohio": a medium, named within few words."""
    j = i + 1
    while j <= min(last, i + 7) and is_word(t.low[j]) and not (ends_clause(t, j) or t.low[j] == "that"):
        if t.low[j] in PREPOSITIONS:
            return None
        if t.low[j] in MEDIA or t.low[j].removesuffix("s") in MEDIA:
            break
        j += 1
    else:
        return None
    if j > last or not is_word(t.low[j]) or j > i + 7:
        return None
    while j < last and (t.low[j + 1] in MEDIA or t.low[j + 1] in TIMES):
        j += 1
    while j < last and t.low[j + 1] in _MEDIUM:
        end = phrase_right(t, j + 2, last)
        if end is None or end - j > 12:
            break
        j = end
        while j < last and t.low[j + 1] in TIMES:
            j += 1
    return j


def skip_apposition(t: Tokens, comma: int, first: int) -> int | None:
    """For the comma that closes an apposition, the token before the comma that opens it."""
    nearest: int | None = None
    for i in range(comma - 1, max(first, comma - _APPOSITION), -1):
        if t.low[i] in (OPEN, CLOSE, ";", ":"):
            break
        if t.low[i] == "," and t.low[i + 1] in ("who", "whose", "which"):
            return i - 1
        if t.low[i] == "," and nearest is None:
            nearest = i - 1
    return nearest
