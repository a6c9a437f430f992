"""Every measure, in the order in which they are shown: what it says, and which way is better."""

from service.evaluation.values import Measure

RIGHT = "right"
AREA = "risk_coverage_area"
JUDGED = "judged"

_SAYS: dict[str, dict[str, str]] = {
    "Overall": {RIGHT: "all that the question fixes is right, and no quote is inexact or from furniture"},
    "Retrieval": {
        "recall@10": "share of the evidence among the first ten hits",
        "hits@4": "some evidence among the first four hits",
        "hits@10": "some evidence among the first ten hits",
        "mrr@10": "one over the rank of the first evidence",
        "ndcg@10": "discounted gain of the first ten hits",
        "all_evidence@10": "all evidence among the first ten hits",
        "right_outlet@10": "share of the wanted outlets among the first ten hits",
    },
    "Evidence": {
        "evidence_recall": "share of the evidence that the answer quotes",
        "evidence_precision": "share of the reports that quote evidence",
        "origin_precision": "the same by voice: copies are one, and an origin too many is wrong",
        "exact": "share of the quotes that stand exactly where they are said to",
        "furniture": "share of the quotes that stand in page furniture",
    },
    "Attribution": {
        "outlet": "share of the claims wanted that are under their outlet",
        "chain": "share of the claims wanted that have their source chain",
        "stance": "share of the claims wanted that keep their stance",
        "hedges": "share of the claims wanted that keep their hedges, on record and in the quote",
        "outlets_found": "share of the wanted outlets that the answer reports from",
        "record": "share of the reports under the outlet that their article has on record",
        "false_sources": "a name that is no source is made one",
        "swap": "with outlets' names shuffled, share of the reports under the name now on record",
    },
    "Labels": {
        "agreement": "share of the claims wanted with the right agreement",
        "origins": "share of the claims wanted with the right number of origins",
        "confirmations": "share of the claims wanted with the right number of confirmations claimed",
        "silent": "share of the claims wanted with the right silent articles",
        "relations": "share of the wanted relations that stand between the claims",
        "false_relations": "claims are related as they must not be",
        "comparison": "the two articles wanted are laid side by side",
    },
    "Answer": {
        "values": "share of the wanted values among the direct values",
        "must": "share of the wanted words in the text of the answer",
        "must_not": "forbidden words stand in the text of the answer",
        "reference_words": "share of the words of the reference in the text of the answer",
        "published": "the article is cited as of its day",
        "missing": "what is missing is said",
    },
    "Abstention": {
        "decision": "answered where there is an answer, declined where there is none",
        "abstention_precision": "of the questions declined, the share without an answer",
        "abstention_recall": "of the questions without an answer, the share declined",
        "abstention_recall_shared": "the same for those all of whose names stand in some article",
        AREA: "mean share of wrong answers, from the surest answer to all of them",
    },
    "Judge": {JUDGED: "the mark of the model that judges: right 1, partly a half; no other measure rests on it"},
}
_LOWER = frozenset({"furniture", "false_sources", "false_relations", "must_not", AREA})

# Measures by the head under which they are shown.
HEADS: dict[str, tuple[Measure, ...]] = {
    head: tuple(
        Measure(name=name, says=says, better="lower" if name in _LOWER else "higher") for name, says in own.items()
    )
    for head, own in _SAYS.items()
}
MEASURES: tuple[Measure, ...] = tuple(measure for own in HEADS.values() for measure in own)

# What must be perfect for a question to be right; precision, ranks and words of a reference are matters of degree.
DECIDING = frozenset(
    measure.name for head in ("Evidence", "Attribution", "Labels", "Answer", "Abstention") for measure in HEADS[head]
) - {"evidence_precision", "origin_precision", "reference_words", "swap", AREA}


def is_lower_better(measure: str) -> bool:
    """Whether a smaller value of this measure is the better one."""
    return measure in _LOWER
