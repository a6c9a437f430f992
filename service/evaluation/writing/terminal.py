"""A run as the terminal shows it: what went wrong question by question, then the means."""

from collections.abc import Iterator

from service.evaluation.measures import HEADS
from service.evaluation.values import ComparedRuns, Judging, Mean, Row, Run, Summary
from service.render.clean import clean_line

# More than these are for the report.
_MOST = 40
_WIDTH = 110


def render_run(run: Run) -> str:
    """Questions that failed or are not right, each with why; means with their 95 % intervals; what changed."""
    lines = [*_render_wrong(run.rows), *_render_means(run.summary.means)]
    if times := run.summary.latency_ms:
        lines.append("Milliseconds an answer: " + ", ".join(f"{name} {value:.0f}" for name, value in times.items()))
    lines += _render_curves(run.summary)
    if run.summary.judging:
        lines.append(_render_judging(run.of.judge, run.summary.judging))
    if run.compared:
        lines += ["", *_render_compared(run.compared)]
    return "\n".join(lines) + "\n"


def _render_wrong(rows: tuple[Row, ...]) -> Iterator[str]:
    wrong = [row for row in rows if row.result.error is not None or row.value("right") == 0]
    for row in wrong[:_MOST]:
        why = row.result.error or next(score.why for score in row.scores if score.measure == "right")
        yield clean_line(f"{row.result.question.id}: {'failed: ' if row.result.error else ''}{why}")[:_WIDTH]
    if len(wrong) > _MOST:
        yield f"... and {len(wrong) - _MOST:,} more, which the report shows"
    if wrong:
        yield ""


def _render_means(means: tuple[Mean, ...]) -> Iterator[str]:
    by_name = {mean.measure: mean for mean in means}
    for head, measures in HEADS.items():
        held = [(measure, by_name[measure.name]) for measure in measures if measure.name in by_name]
        if held:
            yield head
        for measure, mean in held:
            says = f"{measure.says} (lower is better)" if measure.better == "lower" else measure.says
            yield f"  {measure.name:<27}{_show(mean.value):>6}  {_show_interval(mean):<15}{mean.n:>6}  {says}"


def _render_curves(summary: Summary) -> Iterator[str]:
    """The risk among the surest answers, at each tenth of the questions that is reached, and at the last."""
    names = ("Risk by coverage", "... unanswerable: only those that share every name with an article")
    for name, curve in zip(names, (summary.risk_coverage, summary.risk_coverage_shared), strict=True):
        steps = [next((one for one in curve if one.coverage >= tenth / 10), None) for tenth in range(1, 10)]
        points = dict.fromkeys([*(one for one in steps if one), *curve[-1:]])
        if points:
            yield f"{name}: " + ", ".join(f"{one.coverage:.2f} {one.risk:.3f}" for one in points)


def _render_judging(judge: str | None, judging: Judging) -> str:
    marks = ", ".join(f"{mark} {n:,}" for mark, n in judging.marks.items()) or "no answer marked"
    alike = f"as without it in {judging.agree:,} of {judging.of:,}"
    cost = "" if judging.cost is None else f", {judging.cost:.4f} US dollars"
    tokens = f"{judging.tokens_in:,} tokens in, {judging.tokens_out:,} out{cost}"
    return clean_line(f"Judged by {judge}: {marks}; right or not {alike}; {tokens}")


def _show(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _show_interval(mean: Mean) -> str:
    return "" if mean.low is None or mean.high is None else f"{mean.low:.3f} - {mean.high:.3f}"


def _render_compared(compared: ComparedRuns) -> Iterator[str]:
    yield "Beside the baseline"
    moved = [one for one in compared.measures if one.wins or one.losses]
    for one in moved:
        change = f"{one.before:.3f} to {one.after:.3f} ({one.difference:+.3f}, {one.low:+.3f} to {one.high:+.3f})"
        yield f"  {one.measure:<27}{change}, p {one.p:.3f}, {len(one.wins)} won, {len(one.losses)} lost"
        for name, ids in (("won", one.wins), ("lost", one.losses)):
            if ids:
                yield f"    {name}: {clean_line(', '.join(ids))}"[:_WIDTH]
    same = len(compared.measures) - len(moved)
    yield f"  {same} of {len(compared.measures)} measures are the same for every question"
    for name, ids in (("only in this run", compared.added), ("only in the baseline", compared.gone)):
        if ids:
            yield clean_line(f"{name}: {', '.join(ids)}")[:_WIDTH]
