"""What the answer says about its claims: agreement, counts, relations, direct values, words, what is missing."""

from collections.abc import Callable, Iterator

from service.evaluation.measures.scoring.judged import Judged, find_claims
from service.evaluation.measures.scoring.matching import holds, read_words, share_held, strip_article
from service.evaluation.values import Json, Score

_READERS: dict[str, Callable[[Json], object]] = {
    "agreement": lambda claim: claim["agreement"],
    "origins": lambda claim: claim["counts"]["origins"],
    "confirmations": lambda claim: claim["counts"]["confirmations_claimed"],
    "silent": lambda claim: sorted(one["article_id"] for one in claim["silent"]),
}


def score_labels(judged: Judged) -> Iterator[Score]:
    """Each label is right or wrong by what the question fixes; what it does not fix does not apply."""
    for measure, read in _READERS.items():
        yield _score_label(judged, measure, read)
    yield _score_relations(judged)
    yield _score_false_relations(judged)
    yield _score_values(judged)
    yield from _score_words(judged)
    yield from _score_rest(judged)


def _score_label(judged: Judged, measure: str, read: Callable[[Json], object]) -> Score:
    asked = [one for one in judged.wanted if getattr(one.claim, measure) is not None] if not judged.is_text else []
    if not asked:
        return Score(measure=measure, value=None)
    wrong = []
    for one in asked:
        wanted = getattr(one.claim, measure)
        given = read(one.under) if one.under else None
        if given != (sorted(wanted) if measure == "silent" else wanted):
            wrong.append(f"{given}, wanted {wanted}")
    return Score(measure=measure, value=1 - len(wrong) / len(asked), why="; ".join(wrong))


def _score_relations(judged: Judged) -> Score:
    wanted = judged.question.reference_relations
    if not wanted or judged.is_text:
        return Score(measure="relations", value=None)
    given = [(one["kind"], {one["from"], one["to"]}) for one in judged.answer.get("relations", ())]
    absent = []
    for one in wanted:
        ends = [{claim["id"] for claim in find_claims(judged, words)} for words in one.between]
        if not any(kind == one.kind and any(pair == {a, b} for a in ends[0] for b in ends[1]) for kind, pair in given):
            absent.append(f"no {one.kind} between “{one.between[0]}” and “{one.between[1]}”")
    return Score(measure="relations", value=1 - len(absent) / len(wanted), why="; ".join(absent))


def _score_false_relations(judged: Judged) -> Score:
    if not judged.question.not_related or judged.is_text:
        return Score(measure="false_relations", value=None)
    kinds = {one["kind"] for one in judged.answer.get("relations", ())}
    made = sorted(kinds & set(judged.question.not_related))
    value = float(bool(made) or judged.failed)
    return Score(measure="false_relations", value=value, why=f"related as {', '.join(made)}" if made else "")


def _score_values(judged: Judged) -> Score:
    """The share of the values wanted that are direct values; a number or a verdict whole, other words within one."""
    wanted = judged.question.reference_values
    if not wanted:
        return Score(measure="values", value=None)
    direct = judged.answer.get("direct") or {}
    given = direct.get("value") or ()
    given = (given,) if isinstance(given, str) else tuple(given)
    if judged.is_text:
        absent = [value for value in wanted if not holds(judged.text, value)]
    elif direct.get("kind") in ("figures", "yes_no"):
        absent = [value for value in wanted if _squeeze(value) not in map(_squeeze, given)]
    else:
        absent = [value for value in wanted if not any(holds(one, strip_article(value)) for one in given)]
    why = f"{', '.join(absent)} not among {given}" if absent else ""
    return Score(measure="values", value=1 - len(absent) / len(wanted), why=why)


def _squeeze(value: str) -> str:
    return "".join(value.split()).casefold()


def _score_words(judged: Judged) -> Iterator[Score]:
    question = judged.question
    absent = [words for words in question.must if words not in judged.text]
    said = [words for words in question.must_not if words in judged.text]
    kept = 1 - len(absent) / len(question.must) if question.must else None
    yield Score(measure="must", value=kept, why=f"lacks {', '.join(absent)}" if absent else "")
    broken = float(bool(said) or judged.failed) if question.must_not else None
    yield Score(measure="must_not", value=broken, why=f"says {', '.join(said)}" if said else "")
    words = question.reference
    share = share_held(judged.text, words) if words and read_words(words) else None
    yield Score(measure="reference_words", value=share)


def _score_rest(judged: Judged) -> Iterator[Score]:
    question, answer = judged.question, judged.answer
    kinds = [one["kind"] for one in answer.get("missing", ())]
    yield _fixed(judged, "missing", question.reference_missing, question.reference_missing in kinds, f"missing {kinds}")
    pair = set(question.reference_comparison or ())
    laid = any({one["a"], one["b"]} == pair for one in answer.get("comparisons", ()))
    yield _fixed(judged, "comparison", question.reference_comparison, laid, "not laid side by side")
    day = question.reference_published
    dates = [one["published"] or "" for one in answer.get("citations", ()) if day and one["article_id"] == day.article]
    dated = any(day and one.startswith(day.day) for one in dates)
    yield _fixed(judged, "published", day, dated, f"cited as of {dates}")


def _fixed(judged: Judged, measure: str, fixed: object, right: bool, why: str) -> Score:
    if fixed is None or judged.is_text:
        return Score(measure=measure, value=None)
    return Score(measure=measure, value=float(right), why="" if right else why)
