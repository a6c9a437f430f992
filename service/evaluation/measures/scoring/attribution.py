"""Who is said to have said it: outlet, chain, stance and hedges of what was wanted, and of every report the record."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from service.evaluation.measures.scoring.judged import Judged, Wanted, chain_fits, hedges_fit, stance_fits
from service.evaluation.measures.scoring.matching import is_name, is_outlet
from service.evaluation.values import Json, ReferenceClaim, Score, Swapped


def score_attribution(judged: Judged) -> Iterator[Score]:
    """Each thing that a claim wanted fixes is right where the report that carries the claim has it so."""
    # By its article alone an outlet is fixed where the record of the article is at hand, which no saved response has.
    on_record = not judged.result.from_saved
    yield _share(
        judged, "outlet", lambda one: bool(one.outlet or (one.article and on_record)), judged.outlet_fits, _show_outlet
    )
    yield _share(judged, "chain", lambda one: one.chain is not None, chain_fits, _show_chain)
    yield _share(judged, "stance", lambda one: one.stance is not None, stance_fits, lambda one: str(one["stance"]))
    yield _share(judged, "hedges", lambda one: one.hedges is not None, hedges_fit, _show_hedges)
    yield _score_outlets(judged)
    yield _score_record(judged)
    yield _score_sources(judged)
    yield score_swap(judged.result.swapped)


def score_swap(swapped: Swapped | None) -> Score:
    """Of the reports over an index whose outlets' names were shuffled, the share under the name now on record."""
    if swapped is None:
        return Score(measure="swap", value=None)
    if swapped.answer is None:
        return Score(measure="swap", value=0, why=swapped.error or "no answer")
    reports = [report for claim in swapped.answer["claims"] for report in claim["reports"]]
    return _share_on_record("swap", reports, swapped.outlets)


def _share_on_record(measure: str, reports: Sequence[Json], recorded: Mapping[str, str | None]) -> Score:
    """Of the reports, the share under the name that is on the record of their article."""
    if not reports:
        return Score(measure=measure, value=None)
    strayed = [one for one in reports if not is_outlet(recorded.get(one["article_id"]), one["outlet"]["name"])]
    why = "; ".join(f"{one['id']} is under {one['outlet']['label']}" for one in strayed)
    return Score(measure=measure, value=1 - len(strayed) / len(reports), why=why)


def _share(
    judged: Judged,
    measure: str,
    fixes: Callable[[ReferenceClaim], bool],
    fits: Callable[[ReferenceClaim, Json], bool],
    show: Callable[[Json], str],
) -> Score:
    asked = [one for one in judged.wanted if fixes(one.claim)] if not judged.is_text else []
    if not asked:
        return Score(measure=measure, value=None)
    wrong = [one for one in asked if one.report is None or not fits(one.claim, one.report)]
    why = "; ".join(_tell(one, measure, show) for one in wrong)
    return Score(measure=measure, value=1 - len(wrong) / len(asked), why=why)


def _tell(one: Wanted, measure: str, show: Callable[[Json], str]) -> str:
    if one.report is None:
        return f"not quoted: {one.claim.quote or one.claim.text}"
    wanted = getattr(one.claim, measure)
    return f"{one.report['id']} has {show(one.report)}, wanted {wanted if wanted is not None else 'that on record'}"


def _show_outlet(report: Json) -> str:
    return str(report["outlet"]["label"])


def _show_chain(report: Json) -> str:
    return "no chain" if report["chain"] is None else str(tuple(link["name"] for link in report["chain"]))


def _show_hedges(report: Json) -> str:
    return str(tuple(hedge["text"] for hedge in report["hedges"]))


def _score_outlets(judged: Judged) -> Score:
    """The share of the outlets wanted from which the answer reports, or which the text of a saved response names."""
    wanted = judged.question.reference_outlets
    if not wanted:
        return Score(measure="outlets_found", value=None)
    given = [report["outlet"]["name"] for report in judged.reports]
    absent = [
        name
        for name in wanted
        if not (is_name(name, judged.text) if judged.is_text else any(is_outlet(name, one) for one in given))
    ]
    return Score(
        measure="outlets_found",
        value=1 - len(absent) / len(wanted),
        why=f"nothing from {', '.join(absent)}" if absent else "",
    )


def _score_record(judged: Judged) -> Score:
    held = [report for report in judged.reports if report["article_id"] in judged.articles]
    return _share_on_record("record", held, {key: judged.recorded_outlet(key) for key in judged.articles})


def _score_sources(judged: Judged) -> Score:
    """Whether a name that must be no source is one."""
    if not judged.question.not_sources or judged.is_text:
        return Score(measure="false_sources", value=None)
    if judged.failed:
        return Score(measure="false_sources", value=1, why="failed")
    links = [link["name"] for report in judged.reports for link in report["chain"] or ()]
    made = [name for name in judged.question.not_sources if any(is_outlet(name, link) for link in links)]
    why = f"made a source: {', '.join(made)}" if made else ""
    return Score(measure="false_sources", value=float(bool(made)), why=why)
