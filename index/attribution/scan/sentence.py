"""Attributions of a sentence from its tokens: cue first, then who, then what; in token numbers."""

from dataclasses import replace

from index.attribution.scan.bounds import bound_find, skip_dateline
from index.attribution.scan.closed import (
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    SUBJECTS,
    word_set,
)
from index.attribution.scan.contents import (
    Range,
    according_content,
    clip,
    close_relative,
    follows_quote,
    holds_clause,
    is_quotation,
    leads_up,
    left_content,
    object_end,
    right_content,
    skip_apposed,
)
from index.attribution.scan.cues import CueForm, CueVerb, load_lexicon
from index.attribution.scan.finds import Find, cut_pieces
from index.attribution.scan.phrases import (
    MEDIA,
    is_time,
    is_word,
    phrase_left,
    phrase_right,
)
from index.attribution.scan.subjects import (
    agrees,
    choose_row,
    find_subject,
    is_noun,
    is_noun_phrase,
    main_subject,
    read_hearer,
    verb_group,
)
from index.attribution.scan.tokens import CLOSE, DASH, OPEN, Tokens

_OTHERS = word_set("according citing quoting")  # what attributes beside the verbs of the lexicon
_UNSAID = word_set("if unless whether do does did what how why")
_SAYING = word_set("saying stating adding telling claiming reporting confirming")
_SHOWING = word_set("imply suggest indicate show project")  # what facts do too, behind a comma
_ISSUED = word_set("issued released published posted sent wrote signed issuing releasing posting")
_GERUND = word_set("denies deny recalls recall remembers remember regrets regret admits admit forgets forget")
_QUOTED = 16  # tokens between "quoted" and "as saying"
ACCORDING = CueVerb("according", "to", "neutral", "asserts", frozenset("T"), frozenset(), "speech")


def scan_sentence(t: Tokens, first: int, last: int) -> list[Find]:
    """The attributions of the sentence of tokens `first` to `last`, in order of their cues."""
    verbs = load_lexicon().verbs
    finds: list[Find] = []
    first = read = skip_dateline(t, first, last)
    for i in range(first, last + 1):
        low = t.low[i]
        if (low not in verbs and low not in _OTHERS) or t.quote[i] >= 0 or i < read:
            continue
        found = None
        if low == "according" and i < last and t.low[i + 1] == "to":
            found = _read_according(t, i, first, last)
        elif low in ("citing", "quoting") and finds and finds[-1].source and finds[-1].verb.use == "speech":
            _cite(t, i, last, finds)
        elif low in verbs and not (t.cap[i] and i > first):
            found = _read_verb(t, i, first, last, finds)
        if found is not None and (found := bound_find(t, found, first)) is not None:
            finds.append(found)
            read = max(i, found.cue[1]) + 1
    return cut_pieces(t, finds)


def _cite(t: Tokens, i: int, last: int, finds: list[Find]) -> None:
    """X reported, citing Y: Y spoke, X passes it on."""
    end = phrase_right(t, i + 1, last)
    source = finds[-1].source
    if end is not None and source is not None:
        finds[-1] = replace(
            finds[-1], source=(i + 1, end), via=(*finds[-1].via, source), rule=f"{finds[-1].rule}, citing"
        )


def _read_according(t: Tokens, i: int, first: int, last: int) -> Find | None:
    end = phrase_right(t, i + 2, last)
    if end is None:
        return None
    pieces = according_content(t, i, end, first, last)
    joined = t.low[max(first, i - 1)] == ","
    return Find(ACCORDING, (i, i + 1), (i + 2, end), pieces, "according to", head=i, joined=joined)


def _read_verb(t: Tokens, i: int, first: int, last: int, finds: list[Find]) -> Find | None:
    form = load_lexicon().verbs[t.low[i]]
    chosen = choose_row(t, form, i, last)
    if chosen is None:
        return None
    verb, end = chosen
    group, negated, passive, ongoing = verb_group(t, i, first)
    before = t.low[group - 1] if group > first else ""
    if verb.lemma in ("quote", "cite"):
        quoted = _read_quoted(t, form, group, i, passive, first, last, finds)
        if quoted is not None:
            return quoted
    if passive and form.form == "past" and verb.stance == "accuses" and not negated:
        return _read_accused(t, verb, group, end, first, last)
    if before == "to" or (passive and form.form == "past"):
        return None
    if form.form == "ing" and not ongoing:
        return _read_participle(t, verb, group, end, first, last, finds)
    if group == i and (
        (before in DETERMINERS and before not in SUBJECTS) or before in PREPOSITIONS or before.endswith(("'s", "s'"))
    ):
        return None
    if form.form in ("s", "base") and group == i and verb.takes & {"N", "O"} and is_noun(t, i, last):
        return None
    if (found := _read_inverted(t, verb, form, group, end, first, last)) is not None:
        return replace(found, negated=True) if negated else found
    unsaid = any(low in MODALS or low.endswith("'ll") or low.endswith("'d") for low in t.low[group:i])
    subject, how = find_subject(t, group, first, finds[-1].source if finds else None)
    if subject is None or not agrees(t, form, i, group, subject):
        return None
    before = t.low[subject[0] - 1] if subject[0] > first else ""
    unsaid |= before in _UNSAID
    found = _complete(t, verb, (group, end), subject, how, negated, first, last)
    return replace(found, unsaid=True) if found is not None and unsaid else found


def _read_quoted(
    t: Tokens, form: CueForm, group: int, i: int, passive: bool, first: int, last: int, finds: list[Find]
) -> Find | None:
    """Y quoted X as saying; X was quoted by Y as saying."""
    k = next((j for j in range(i + 1, min(i + _QUOTED, last)) if t.low[j] == "as" and t.low[j + 1] in _SAYING), None)
    if k is None:
        return None
    subject, _ = find_subject(t, group, first, finds[-1].source if finds else None)
    if subject is None:
        return None
    via: tuple[Range, ...] = ()
    source = subject
    if passive:
        by = next((j for j in range(i + 1, k) if t.low[j] in ("by", "in")), None)
        end = phrase_right(t, by + 1, k - 1) if by is not None else None
        via = ((by + 1, end),) if by is not None and end is not None else ()
    else:
        if i + 1 > k - 1:
            return None
        source, via = (i + 1, k - 1), (subject,)
    verb = load_lexicon().verbs["saying"].rows[0]
    pieces, rule = right_content(t, verb, k + 2, last)
    edge = t.low[subject[0] - 1] if subject[0] > first else ""
    if not pieces and edge in (",", CLOSE):
        pieces, rule = left_content(t, subject[0] - 1, first), "tag"
    if not pieces:
        return None
    return Find(verb, (group, k + 1), source, pieces, f"quoted, {rule}", via=via, head=subject[0], joined=bool(edge))


def _read_accused(t: Tokens, verb: CueVerb, group: int, end: int, first: int, last: int) -> Find | None:
    """Y was accused by X of ...: what X says is the whole of it. Without X it is what the outlet tells."""
    if end + 2 > last or t.low[end + 1] != "by" or any(low in MODALS for low in t.low[group:end]):
        return None
    stop = phrase_right(t, end + 2, last)
    subject, _ = find_subject(t, group, first, None)
    if stop is None or subject is None:
        return None
    for i in range(end + 3, stop):
        if (t.low[i] == "of" and t.low[i + 1].endswith("ing")) or t.low[i] in ("for", "over", "with"):
            stop = i - 1
            break
    pieces = clip(t, subject[0], object_end(t, stop, last))
    return Find(verb, (group, end), (end + 2, stop), pieces, "accused by", head=subject[0])


def _read_participle(
    t: Tokens, verb: CueVerb, group: int, end: int, first: int, last: int, finds: list[Find]
) -> Find | None:
    """X said ..., adding that ...; a statement saying ..."""
    before = t.low[group - 1] if group > first else ""
    source: Range | None = None
    shared = False
    if before.endswith("'s"):
        return None
    if before in (",", "and", "but", CLOSE, DASH, "while", ""):
        if before == "" and finds:
            return None
        if finds:
            source, shared = finds[-1].source, True
        elif before in (",", CLOSE) and verb.lemma not in _SHOWING:
            source, shared = main_subject(t, first, group), True
    elif before in _GERUND:
        return None
    elif before and is_word(before) and before not in PREPOSITIONS and before not in DETERMINERS:
        start = phrase_left(t, group - 1, first)
        source = _who_says(t, (start, group - 1), first) if start is not None else None
    elif before == "by" and verb.use == "speech":
        source, shared = (finds[-1].source if finds else main_subject(t, first, group)), True
    if source is None:
        return None
    hearer = read_hearer(t, verb, end + 1, last)
    pieces, rule = right_content(t, verb, hearer[1] + 1 if hearer else end + 1, last)
    if hearer is not None and rule == "infinitive":
        pieces, hearer = ((hearer[0], pieces[-1][1]),) if pieces else (), None
    if not pieces or (before == "by" and rule not in ("quotation", "that")):
        return None
    rule = f"participle, {rule}"
    return Find(verb, (group, end), source, pieces, rule, shared=shared, hearer=hearer, head=group, joined=True)


def _who_says(t: Tokens, phrase: Range, first: int) -> Range:
    """A letter saying that ...: the letter. He called the office saying that ...: he."""
    start, end = phrase
    words = {t.low[i].removesuffix("s") for i in range(start, end + 1)}
    if t.low[start] in ("a", "an") and start > first and t.low[start - 1] in _ISSUED:
        return main_subject(t, first, start - 1) or phrase
    if words & MEDIA or start == first or t.low[start - 1] in (",", "and", "but", "of", "with"):
        return phrase
    return main_subject(t, first, start) or phrase


def _read_inverted(t: Tokens, verb: CueVerb, form: CueForm, group: int, end: int, first: int, last: int) -> Find | None:
    """“...,” said X; ..., said X."""
    if not verb.takes & {"T", "Q"} or form.form not in ("past", "s") or end != group:
        return None
    before = t.low[group - 1] if group > first else ""
    quoted = before in (CLOSE, "?", "!") or (before == "," and t.quote[group - 2] >= 0)
    if before not in (",", CLOSE, DASH, "?", "!", "") or ("O" in verb.takes and (not quoted or verb.lemma == "tell")):
        return None
    stop = phrase_right(t, end + 1, last)
    if stop is None or (t.low[end + 1] in ("that", "the") and before == ""):
        return None
    if before == "," and t.quote[group - 2] < 0 and not is_noun_phrase(t, (end + 1, stop)):
        return None
    after = t.low[stop + 1] if stop < last else "."
    if before == "," and not (
        not is_word(after) or is_time(t, stop + 1) or after in PREPOSITIONS or after in ("who", "as")
    ):
        return None
    if before == "," and t.quote[group - 2] < 0 and after == OPEN:
        return None
    pieces = left_content(t, group - 1, first)
    resumed, _ = right_content(t, verb, skip_apposed(t, stop, last) + 1, last, quoted_only=True)
    return Find(verb, (group, end), (end + 1, stop), pieces + resumed, "inverted", head=group, joined=True)


def _complete(
    t: Tokens, verb: CueVerb, cue: Range, subject: Range, how: str, negated: bool, first: int, last: int
) -> Find | None:
    """Source and cue are known; what is said stands after them, or before, or on both sides."""
    head = cue[0] if how in ("shared", "apposition", "relative") else subject[0]
    begin = cue[1] + 1
    hearer = read_hearer(t, verb, begin, last)
    begin = hearer[1] + 1 if hearer else begin
    edge = t.low[subject[0] - 1] if subject[0] > first else ""
    tagged = edge in (",", CLOSE, DASH) and how in ("subject", "apposition", "relative")
    pieces, rule = right_content(t, verb, begin, last)
    if hearer is not None and rule == "infinitive":
        pieces, hearer = ((hearer[0], pieces[-1][1]),) if pieces else (), None
    if tagged and verb.takes & {"T", "Q"} and (rule in ("end", "resumed", "quotation") or edge == CLOSE):
        left = left_content(t, subject[0] - 1, first)
        quoted = bool(left) and t.quote[left[0][1]] >= 0
        if edge == CLOSE and rule not in ("end", "resumed", "quotation") and not is_quotation(t, left):
            left, quoted = (), False
        if left and rule == "quotation" and not quoted and leads_up(t, left[0], pieces[0]):
            left = ()
        if left and (rule == "end" or quoted or holds_clause(t, left[0])):
            goes_on = rule == "resumed" or (rule == "quotation" and t.low[pieces[0][0] - 1] in (",", ":", "."))
            pieces, rule = left + (pieces if goes_on else ()), "tag"
    elif rule == "resumed" and edge != "as":
        pieces = ()
    if rule == "about" and follows_quote(t, subject, first):
        pieces = ()
    if how == "relative" and rule == "clause" and "N" in verb.takes:
        pieces = ()
    if not pieces and not (tagged or verb.stance == "declines" or edge == ""):
        return None
    if not pieces and verb.use != "speech":
        return None
    if not pieces and not ("T" in verb.takes and (cue[1] >= last - 6 or follows_quote(t, subject, first))):
        return None
    if how == "relative" and pieces and t.low[cue[0] - 2] == ",":
        pieces = close_relative(t, pieces)
    joined = edge in (CLOSE, "and", "but", "while", DASH) or how == "shared" or (edge == "," and rule == "tag")
    rule = rule if how != "shared" else f"shared, {rule}"
    shared = how == "shared"
    return Find(verb, cue, subject, pieces, rule, negated, shared=shared, hearer=hearer, head=head, joined=joined)
