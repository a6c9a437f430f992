"""What chosen statements say to a question, where the record's own words leave it open: a reading, told as one."""

from collections.abc import Iterator, Sequence

from index.records import Statement
from prompts.load import load_prompt
from service.answering.judging.judge import Judge
from service.answering.prompting.calls import Calls
from service.answering.prompting.replies import read_names
from service.answering.reading import Candidates, Draft, Says, Verdict
from service.question import Query

_MOST_TOKENS = 200


def needs_verdict(query: Query, draft: Draft, candidates: Candidates) -> bool:
    """Whether no chosen statement decides a yes or no by its words, or several are to be held against each other."""
    if query.kind == "difference":
        return len(draft.groups) > 1 and not draft.compared
    if query.kind != "yes_no" or not draft.groups:
        return False
    judge = Judge(query, candidates)
    return all(judge.fill(one) is None for group in draft.groups for one in _find(group, candidates))


def find_verdict(query: Query, draft: Draft, candidates: Candidates, calls: Calls) -> Verdict | None:
    """What the model takes the groups to say, and the statements of those that decide; None where it is not sure."""
    texts = [" ".join(_sentence(one, candidates) for one in _find(group[:1], candidates)) for group in draft.groups]
    claims = "\n".join(f"[c{n}] {' '.join(text.split())}" for n, text in enumerate(texts, 1))
    reply = calls.ask(load_prompt("verdict"), _MOST_TOKENS, question=query.text, claims=claims)
    says = next((one for one in _fitting(query) if one == reply.get("verdict")), None)
    named = {f"c{n}": group for n, group in enumerate(draft.groups, 1)}
    deciding = tuple(one for name in read_names(reply, "claims") for one in named.get(name, ()))
    return Verdict(says, deciding) if says and deciding else None


def _fitting(query: Query) -> tuple[Says, ...]:
    return ("same", "differs") if query.kind == "difference" else ("yes", "no")


def _find(group: Sequence[str], candidates: Candidates) -> Iterator[Statement]:
    for wanted in group:
        own = candidates.statements.get(wanted.partition("~")[0])
        statement = own.find(wanted) if own else None
        if statement:
            yield statement


def _sentence(statement: Statement, candidates: Candidates) -> str:
    return candidates.articles[statement.article_id].text[slice(*statement.sentence)]
