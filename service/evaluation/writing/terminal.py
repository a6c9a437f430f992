"""A run as the terminal shows it: what went wrong question by question, then the means."""

from collections.abc import Iterator

from service.evaluation.measures import HEADS
from service.evaluation.values import ComparedRuns, Mean, Row, Run
from service.render.clean import clean_line

# More than these are for the report.
_MOST = 40
_WIDTH = 110


def render_run(run: Run) -> str:
    """Questions that failed or are not right, each with why; means with their 95 % intervals; what changed."""
    lines = [*_render_wrong(run.rows), *_render_means(run.summary.means)]
    if times := run.summary.latency_ms:
        lines.append("Milliseconds an answer: " + ", ".join(f"{name} {value:.0f}" for name, value in times.items()))
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
