"""What the answer quotes: whether it is what was wanted, counted once for each voice, and stands in the article."""

from collections.abc import Iterator, Sequence

from service.evaluation.measures.scoring.judged import Judged
from service.evaluation.measures.scoring.matching import ENOUGH, fold, holds, quoted_spans, share_held
from service.evaluation.values import Json, ReferenceClaim, Score

# Two quotes that share so much of their words are one text.
_COPY = 0.8


def score_evidence(judged: Judged) -> Iterator[Score]:
    """Recall, precision, precision by voice, furniture and exactness of the quotes."""
    yield _score_recall(judged)
    yield from _score_precision(judged)
    yield from _score_places(judged)


def _score_recall(judged: Judged) -> Score:
    if not judged.evidence:
        return Score(measure="evidence_recall", value=None)
    if judged.is_text:
        lost = [one for one in judged.evidence if not _stands(judged.text, one)]
    else:
        lost = [one.claim for one in judged.wanted if one.report is None]
    why = "; ".join(f"not quoted: {one.quote or one.text}" for one in lost)
    return Score(measure="evidence_recall", value=1 - len(lost) / len(judged.evidence), why=why)


def _stands(text: str, claim: ReferenceClaim) -> bool:
    return holds(text, claim.quote) if claim.quote else share_held(text, claim.text or "") > ENOUGH


def _score_precision(judged: Judged) -> Iterator[Score]:
    """Precision over the reports, and over voices: copies are one, and an origin claimed beyond the voices is wrong."""
    if not judged.evidence or judged.is_text:
        yield Score(measure="evidence_precision", value=None)
        yield Score(measure="origin_precision", value=None)
        return
    right = [report for report in judged.reports if judged.carries_any(report)]
    beside = [report["id"] for report in judged.reports if report not in right]
    why = f"beside what was wanted: {', '.join(beside)}" if beside else ""
    yield Score(measure="evidence_precision", value=len(right) / max(1, len(judged.reports)), why=why)
    claimed = voices = 0
    why = ""
    for claim in judged.claims:
        own = _group_voices(claim["reports"])
        origins = max(len(own), claim["counts"]["origins"], len({report["origin"] for report in claim["reports"]}))
        voices += sum(any(report in right for report in voice) for voice in own)
        claimed += origins
        if origins > len(own):
            why = f"{claim['id']} counts {origins} origins for {len(own)} texts"
    yield Score(measure="origin_precision", value=voices / max(1, claimed), why=why)


def _group_voices(reports: Sequence[Json]) -> list[list[Json]]:
    """The reports of a claim, those of one origin, of one copy or of nearly the same words together."""
    voices: list[list[Json]] = []
    for report in reports:
        own = next((voice for voice in voices if any(_is_one_voice(report, other) for other in voice)), None)
        if own is None:
            voices.append([report])
        else:
            own.append(report)
    return voices


def _is_one_voice(one: Json, other: Json) -> bool:
    return (
        one["origin"] == other["origin"]
        or (one["copy"] is not None and one["copy"] == other["copy"])
        or min(share_held(one["quote"], other["quote"]), share_held(other["quote"], one["quote"])) >= _COPY
    )


def _score_places(judged: Judged) -> Iterator[Score]:
    """Of what is quoted, the share that stands in furniture, and the share that stands exactly where it is said to."""
    held = [report for report in judged.reports if report["article_id"] in judged.articles]
    if not held:
        yield Score(measure="furniture", value=None)
        yield Score(measure="exact", value=None)
        return
    in_furniture = [report["id"] for report in held if _is_furniture(judged, report)]
    inexact = [report["id"] for report in held if not _is_exact(judged, report)]
    why = f"quoted from furniture: {', '.join(in_furniture)}" if in_furniture else ""
    yield Score(measure="furniture", value=len(in_furniture) / len(held), why=why)
    why = f"not in the article where it is said to be: {', '.join(inexact)}" if inexact else ""
    yield Score(measure="exact", value=1 - len(inexact) / len(held), why=why)


def _is_furniture(judged: Judged, report: Json) -> bool:
    article = judged.articles[report["article_id"]]
    spans = quoted_spans(report)
    return any(
        line["label"] == "furniture"
        and max(line["start"], span["start"]) < min(line["end"], span["end"])
        and fold(article["text"][line["start"] : line["end"]]).strip()
        for line in article["lines"]
        for span in spans
    )


def _is_exact(judged: Judged, report: Json) -> bool:
    text = judged.articles[report["article_id"]]["text"]
    return all(text[span["start"] : span["end"]] == span["quote"] for span in quoted_spans(report))
