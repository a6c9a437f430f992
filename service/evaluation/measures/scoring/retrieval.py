"""How well the search finds what was wanted, through ir-measures; the one file that imports it."""

from collections.abc import Iterator, Sequence

from service.evaluation.measures.scoring.judged import Judged
from service.evaluation.measures.scoring.matching import holds, is_outlet
from service.evaluation.values import RunHit, Score

DEPTH = 10
_NAMES = {
    f"recall@{DEPTH}": f"R@{DEPTH}",
    "hits@4": "Success@4",
    f"hits@{DEPTH}": f"Success@{DEPTH}",
    f"mrr@{DEPTH}": f"RR@{DEPTH}",
    f"ndcg@{DEPTH}": f"nDCG@{DEPTH}",
}


def score_retrieval(judged: Judged) -> Iterator[Score]:
    """Recall, hits, reciprocal rank and gain of the hits, and whether all evidence and the right outlets are there."""
    hits, wanted = judged.result.hits, _list_wanted(judged)
    if judged.failed:
        hits = hits or ()
    found = _measure(wanted, _rank(hits, wanted)) if wanted and hits is not None else {}
    for measure in _NAMES:
        yield Score(measure=measure, value=found.get(measure))
    recall = found.get(f"recall@{DEPTH}")
    yield Score(measure=f"all_evidence@{DEPTH}", value=None if recall is None else float(recall == 1))
    yield _score_outlets(judged, hits)


def _list_wanted(judged: Judged) -> list[tuple[str | None, str | None]]:
    """What must be found, as an id of a passage or article, words, or an article's id and words in it."""
    question = judged.question
    if question.reference_context_ids:
        return [(one, None) for one in dict.fromkeys(question.reference_context_ids)]
    claims = [(one.article, one.quote) for one in judged.evidence if one.article or one.quote]
    return list(dict.fromkeys(claims))


def _rank(hits: Sequence[RunHit], wanted: Sequence[tuple[str | None, str | None]]) -> list[str]:
    """The hits in order, each as what it is the first to give of what is wanted; an article's second hit is no new one.

    A hit that gives several stands for each, one after the other.
    """
    ranked: list[str] = []
    given: set[int] = set()
    for n, hit in enumerate(hits):
        own = [k for k, one in enumerate(wanted) if _gives(hit, *one)]
        ranked += [f"wanted {k}" for k in own if k not in given] if own else [f"hit {n}"]
        given.update(own)
    return ranked


def _gives(hit: RunHit, key: str | None, words: str | None) -> bool:
    if key is not None and key not in (hit.passage_id, hit.article_id):
        return False
    return words is None or hit.text is None or holds(hit.text, words) or holds(words, hit.text)


def _measure(wanted: Sequence[object], ranked: Sequence[str]) -> dict[str, float]:
    import ir_measures

    qrels = {"q": {f"wanted {k}": 1 for k in range(len(wanted))}}
    run = {"q": {key: float(len(ranked) - n) for n, key in enumerate(ranked)}}
    parsed = {ir_measures.parse_measure(name): ours for ours, name in _NAMES.items()}
    if not run["q"]:
        return dict.fromkeys(_NAMES, 0.0)
    return {parsed[one.measure]: float(one.value) for one in ir_measures.iter_calc(list(parsed), qrels, run)}


def _score_outlets(judged: Judged, hits: Sequence[RunHit] | None) -> Score:
    """The share of the outlets wanted that the first hits hold."""
    claims = [one.outlet for one in judged.question.reference_claims if one.outlet]
    wanted = list(dict.fromkeys(judged.question.reference_outlets or claims))
    measure = f"right_outlet@{DEPTH}"
    if not wanted or hits is None:
        return Score(measure=measure, value=None)
    given = {hit.outlet for hit in hits[:DEPTH]}
    absent = [name for name in wanted if not any(is_outlet(name, one) for one in given)]
    why = f"no passage of {', '.join(absent)}" if absent else ""
    return Score(measure=measure, value=1 - len(absent) / len(wanted), why=why)
