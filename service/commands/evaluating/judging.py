"""The answers of a run marked by the model that the options name, if they name one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from service.commands.evaluating.wanted import Wanted, say
from service.commands.options import load_settings
from service.commands.watching import watch_verdicts

if TYPE_CHECKING:
    from service.evaluation.values import Result, Run


def judge_wanted(results: list[Result], wanted: Wanted) -> list[Result]:
    """The results with their verdicts, which are in the folder too; as they are where no model judges."""
    if not wanted.judge_model:
        return results
    from service.evaluation.judging.judge import judge_results
    from service.evaluation.judging.verdicts import VERDICTS, VerdictBook
    from service.evaluation.writing.folder import write_whole
    from service.llm.model import Model
    from service.llm.values import Limits

    key = load_settings(data=wanted.data).judge_api_key
    secret = key.get_secret_value() if key else None
    judge = Model(wanted.judge_model, wanted.judge_base, secret, Limits(total_s=wanted.timeout))
    own = {(one.answer or {}).get("reader", {}).get("model") for one in results}
    if judge.name in own:
        say(f"{judge.name} judges answers that it gave itself; another model marks them more fairly.")
    try:
        with VerdictBook(wanted.out, judge.name, wanted.fresh) as book, watch_verdicts(len(results)) as advance:
            judged = judge_results(results, judge, book, wanted.concurrency, advance)
            write_whole(wanted.out / VERDICTS, book.write_all(judged))
    finally:
        judge.close()
    return judged


def tell_unmarked(run: Run) -> int:
    """How many answers the model gave no mark, which is said with the commonest reason."""
    verdicts = [row.result.verdict for row in run.rows if row.result.verdict]
    reasons = Counter(one.error or "" for one in verdicts if one.mark is None)
    lacking = reasons.total()
    if lacking:
        why, n = reasons.most_common(1)[0]
        told = why if n == lacking else f"{why}, {n:,} times, and others"
        say(f"{lacking:,} of {len(verdicts):,} answers have no mark ({told}); run it again to ask for those alone.")
    return lacking
