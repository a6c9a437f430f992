"""A question as the page shows it: the answer, its quotes within their paragraphs, and what was wanted beside it."""

from collections.abc import Iterator
from itertools import pairwise

from service.evaluation.measures.scoring.judged import Judged, Wanted
from service.evaluation.values import Json, Row

# Code points of a line before or after a quote that are shown with it.
_BESIDE = 360


def lay_out_row(row: Row, judged: Judged) -> Json:
    """A line of the table with what opens under it."""
    question, answer, seconds = judged.question, judged.answer, row.result.seconds
    wanted_by = {id(one.report): n for n, one in enumerate(judged.wanted, 1) if one.report is not None}
    return {
        "id": question.id,
        "question": question.question,
        "group": question.group or question.kind or "",
        "answerable": question.answerable,
        "status": "failed" if judged.failed else judged.status or "text",
        "error": row.result.error,
        "ms": None if seconds is None else round(1000 * seconds, 1),
        "mark": row.result.verdict.mark if row.result.verdict else None,
        "scores": {one.measure: [one.value, one.why] for one in row.scores if one.value is not None},
        "direct": (answer.get("direct") or {}).get("text"),
        "text": judged.text,
        "claims": [
            {
                "id": claim["id"],
                "text": claim["text"],
                "agreement": claim["agreement"],
                "counts": claim["counts"],
                "silent": [f"{one['article_id']}: {one['why'].replace('_', ' ')}" for one in claim["silent"]],
                "reports": [_lay_out_report(judged, one, wanted_by.get(id(one))) for one in claim["reports"]],
            }
            for claim in judged.claims
        ],
        "relations": [
            {"kind": one["kind"], "from": one["from"], "to": one["to"], "differs_in": list(one["differs_in"])}
            for one in answer.get("relations", ())
        ],
        "missing": [one["text"] for one in answer.get("missing", ())],
        "nearest": [
            {"label": one["outlet"]["label"], "level": one["outlet"]["level"], "quote": one["quote"]}
            for one in answer.get("nearest", ())
        ],
        "wanted": [_lay_out_wanted(one, n) for n, one in enumerate(judged.wanted, 1)],
        "fixed": _list_fixed(judged),
    }


def _lay_out_report(judged: Judged, report: Json, wanted: int | None) -> Json:
    return {
        "id": report["id"],
        "article": report["article_id"],
        "outlet": report["outlet"]["label"],
        "level": report["outlet"]["level"],
        "chain": None if report["chain"] is None else [link["name"] for link in report["chain"]],
        "cue": (report.get("cue") or {}).get("text"),
        "stance": report["stance"],
        "hedges": [one["text"] for one in report["hedges"]],
        "origin": report["origin"],
        "copy": report["copy"],
        "wanted": wanted,
        "lines": list(_cut_lines(judged, report)),
    }


def _cut_lines(judged: Judged, report: Json) -> Iterator[Json]:
    """The lines that a report quotes from and their neighbours, in pieces: quoted, its context, wanted, or beside."""
    article = judged.articles.get(report["article_id"])
    if article is None:
        yield {"label": "unknown", "pieces": [[report["quote"], "quote"]]}
        return
    text, context = article["text"], report.get("context")
    marks = [(report["start"], report["end"], "quote")]
    if context:
        marks.append((context["start"], context["end"], "context"))
    for claim in judged.evidence:
        at = text.find(claim.quote) if claim.quote and claim.article in (None, report["article_id"]) else -1
        if claim.quote and at >= 0:
            marks.append((at, at + len(claim.quote), "wanted"))
    lines = [line for line in article["lines"] if text[line["start"] : line["end"]].strip()]
    quoted = [n for n, line in enumerate(lines) if any(_meets(line, *mark) for mark in marks if mark[2] != "wanted")]
    last = -1
    for n in sorted({k for at in quoted for k in (at - 1, at, at + 1) if 0 <= k < len(lines)}):
        line = lines[n]
        start, end = line["start"], line["end"]
        if n not in quoted:
            is_before = n + 1 in quoted
            start, end = (max(start, end - _BESIDE), end) if is_before else (start, min(end, start + _BESIDE))
        yield {"label": line["label"], "gap": last not in (-1, n - 1), "pieces": _cut(text, start, end, marks)}
        last = n


def _meets(line: Json, start: int, end: int, _: str) -> bool:
    return bool(max(line["start"], start) < min(line["end"], end))


def _cut(text: str, start: int, end: int, marks: list[tuple[int, int, str]]) -> list[list[str]]:
    """`text[start:end]` at every end of a mark; each piece with the names of the marks over it."""
    edges = sorted({start, end, *(edge for mark in marks for edge in mark[:2] if start < edge < end)})
    return [
        [text[a:b], " ".join(name for left, right, name in marks if left <= a and b <= right)]
        for a, b in pairwise(edges)
    ]


def _lay_out_wanted(wanted: Wanted, number: int) -> Json:
    claim = wanted.claim
    return {
        "n": number,
        "quote": claim.quote,
        "text": claim.text,
        "outlet": claim.outlet,
        "article": claim.article,
        "chain": None if claim.chain is None else list(claim.chain),
        "stance": claim.stance,
        "hedges": None if claim.hedges is None else list(claim.hedges),
        "agreement": claim.agreement,
        "report": wanted.report["id"] if wanted.report else None,
    }


def _list_fixed(judged: Judged) -> list[tuple[str, str]]:
    """What else the question fixes, in words."""
    question = judged.question
    found = {
        "answer": question.reference,
        "outlets": ", ".join(question.reference_outlets or ()),
        "values": ", ".join(question.reference_values or ()),
        "relations": ", ".join(f"{one.kind}: {' / '.join(one.between)}" for one in question.reference_relations),
        "missing": question.reference_missing,
        "compared": " / ".join(question.reference_comparison or ()),
        "must say": ", ".join(question.must),
        "must not say": ", ".join(question.must_not),
        "no sources": ", ".join(question.not_sources),
    }
    return [(name, value) for name, value in found.items() if value]
