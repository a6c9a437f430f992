"""How well support after reading tells what can be answered from what cannot; with --write, calibrates it.

python -m benchmarks.abstention [--data ../shared/data] [--cache .cache] [--rows] [--write]
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.abstention_questions import Labelled, gather
from benchmarks.newsroom import Desk, open_desk, open_newsroom
from index.attribution.aliases import load_aliases
from index.search.embedding import Embedder
from service.answering.judging.estimate import Evidence, gather_evidence, load_weights, weigh_evidence
from service.answering.judging.rest import question_stems
from service.answering.judging.score import score_sentences
from service.answering.judging.support import is_estimated
from service.answering.quote_reader import find_statements, recognise_names
from service.question import parse_question

PASSAGES = 50
RIDGE = 1.0  # penalty on the square of each weight but the intercept
COVERAGES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)  # of all that any point would answer
WEIGHTS = Path(__file__).resolve().parent.parent / "service/answering/support.yaml"
DEFINITION = """\
Questions: news quizzes with the articles found for them ("found"), with the quiz's own sentences ("quiz") and other
documents ("documents"), all of which hold the answer literally; the same kinds without what holds it ("withheld",
"strange"); multihop_rag's null questions ("null"); names that only furniture holds ("furniture"); and answerable ones
with a name put for another question's ("swapped") or for another of the same article ("swapped within"). One corpus.
An answer is right when a sentence it keeps holds the right words literally; so no answer to an unanswerable question
is, and right answers in other words count as wrong. "Before": whatever is borne out in full is answered; "after":
what also has support enough. The curve goes on to what is borne out in part, which is never shown.
"Sharing": unanswerable questions whose names, one or more, all stand in one article. Half of the events calibrate,
the other half are reported on. Risk: the share of wrong ones among the surest answers; area: its mean on the way."""
NOTE = """\
# How much each piece of evidence speaks for an answer (judging/estimate.py), and the chance below which nothing is
# shown, though it be borne out in full. Written by `python -m benchmarks.abstention --write`.
"""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read for a question: the evidence of each finding, and whether its sentence holds the right words."""

    asked: Labelled
    shares: bool
    full: bool
    estimated: bool
    evidence: tuple[Evidence, ...]
    right: tuple[bool, ...]

    def support(self, weights: dict[str, float]) -> list[float]:
        """How well each finding supports an answer."""
        return [weigh_evidence(one, weights) for one in self.evidence]


@dataclass(frozen=True, slots=True)
class Reply:
    """Whether a question is answered, and rightly; `sureness` orders what is."""

    answered: bool
    right: bool
    sureness: float


Decide = Callable[[Read], Reply]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--cache", type=Path, default=Path(".cache"))
    parser.add_argument("--rows", action="store_true", help="print a row for each question first")
    parser.add_argument("--write", action="store_true", help="calibrate, and write the weights that ship")
    options = parser.parse_args()
    embedder = Embedder(options.cache / "models")
    articles, questions = gather(options.data)
    room = open_newsroom(articles, embedder, options.cache / "newsroom")
    desk = open_desk(room, options.cache / "abstention")
    print(DEFINITION)
    reads = [read(one, desk, embedder) for one in questions]
    calibrated = [one for one in reads if one.asked.half == "calibrated"]
    reported = [one for one in reads if one.asked.half == "reported"]
    weights = calibrate(calibrated) if options.write else load_weights()
    if options.write:
        WEIGHTS.write_text(NOTE + "".join(f"{name}: {value:.3f}\n" for name, value in weights.items()))
    if options.rows:
        print_rows(reads, weights)
    for name, own in (("calibrated", calibrated), ("reported", reported)):
        print(f"\n{name}: {len(own)} questions; weights " + " ".join(f"{k} {v:.2f}" for k, v in weights.items()))
        print_sets(own, weights)
        for title, chosen in (("all questions", own), ("answerable and sharing", keep_sharing(own))):
            print_risk(title, chosen, weights)


def read(asked: Labelled, desk: Desk, embedder: Embedder) -> Read:
    """A question as the quote reader reads it, before it decides whether that is enough."""
    query = parse_question(asked.text)
    candidates = desk.find(query.search, embedder.encode_query(query.search), PASSAGES)
    query = recognise_names(query, candidates)
    stems = question_stems(query, candidates.lexicon)
    findings = find_statements(query, candidates, score_sentences(query, candidates, stems).tolist(), stems)
    texts = [candidates.articles[one.statement.article_id].text[slice(*one.statement.sentence)] for one in findings]
    return Read(
        asked,
        shares_names(query.names, desk),
        any(one.full for one in findings),
        is_estimated(query),
        tuple(gather_evidence(query, candidates, findings)),
        tuple(bool(asked.right and asked.right.search(text)) for text in texts),
    )


def shares_names(names: Sequence[str], desk: Desk) -> bool:
    """Whether one article's body has all of the names, and there are any."""
    patterns = [load_aliases().pattern(name) for name in names]
    last = [name.split()[-1] for name in names]
    return bool(names) and any(
        all(word in one.text for word in last) and all(pattern.search(one.text) for pattern in patterns)
        for one in desk.room.articles.values()
        if not one.id.startswith("z")
    )


def keep_sharing(reads: Sequence[Read]) -> list[Read]:
    """The answerable, and of the unanswerable those that share every name with an article."""
    return [one for one in reads if one.asked.right or one.shares]


def decide_before(one: Read) -> Reply:
    """The hard rule: what is borne out in full is answered, all of it equally sure."""
    return Reply(one.full, one.full and any(one.right), 1.0)


def decide_by(weights: dict[str, float]) -> Decide:
    """Support: what is borne out in full and reaches the point is answered, the best supported surest."""

    def decide(one: Read) -> Reply:
        support = one.support(weights)
        point = weights["point"] if one.estimated else 0.0
        kept = [right for right, value in zip(one.right, support, strict=True) if one.full and value >= point]
        return Reply(bool(kept), any(kept), max(support, default=0.0))

    return decide


def reply_anyway(one: Read, weights: dict[str, float]) -> Reply:
    """What would be answered if whatever was found were shown, were it borne out in part."""
    return Reply(bool(one.right), any(one.right), max(one.support(weights), default=0.0))


def calibrate(reads: Sequence[Read]) -> dict[str, float]:
    """Weights fitted to which findings are right, and the highest point at which no right answer is lost."""
    rows = [(one, n) for one in reads if one.estimated for n in range(len(one.evidence))]
    x = np.array([[*one.evidence[n], 1.0] for one, n in rows])
    # Each question counts once, however many findings it has.
    share = np.array([1 / len(one.evidence) for one, _ in rows])
    fitted = fit_logistic(x, np.array([float(one.right[n]) for one, n in rows]), share)
    weights = dict(zip((*Evidence._fields, "intercept"), fitted, strict=True))
    points = [float(one) for one in np.arange(0.0, 1.0, 0.01)]
    right = sum(decide_before(one).right for one in reads)
    kept = [one for one in points if sum(decide_by({**weights, "point": one})(read).right for read in reads) == right]
    return {**weights, "point": max(kept)}


def fit_logistic(x: np.ndarray, y: np.ndarray, share: np.ndarray) -> list[float]:
    """Weights of a logistic regression with a ridge, by Newton's steps; the last column is the intercept.

    A weight that would be negative is held at 0: no evidence speaks against an answer.
    """
    free = list(range(x.shape[1]))
    while True:
        part, w = x[:, free], np.zeros(len(free))
        ridge = np.diag([RIDGE] * (len(free) - 1) + [1e-6])
        for _ in range(30):
            chance = 1 / (1 + np.exp(-part @ w))
            slope = part.T @ (share * (y - chance)) - ridge @ w
            w = w + np.linalg.solve((part * (share * chance * (1 - chance))[:, None]).T @ part + ridge, slope)
        against = [n for n, value in zip(free[:-1], w[:-1], strict=True) if value < 0]
        if not against:
            found = dict(zip(free, w.tolist(), strict=True))
            return [found.get(n, 0.0) for n in range(x.shape[1])]
        free = [n for n in free if n not in against]


def print_rows(reads: Sequence[Read], weights: dict[str, float]) -> None:
    """A row for each question: before, after, support."""
    decide = decide_by(weights)
    for one in reads:
        said = [
            ("right" if reply.right else "wrong") if reply.answered else "declined"
            for reply in (decide_before(one), decide(one))
        ]
        print(one.asked.kind, one.asked.half, *said, f"{decide(one).sureness:.2f}", one.asked.text, sep="\t")


def print_sets(reads: Sequence[Read], weights: dict[str, float]) -> None:
    """The share answered, and rightly, before and after, by set."""
    print(f"{'':24}{'before':>18}{'after':>18}\n{'':24}" + f"{'answered':>10}{'right':>8}" * 2 + f"{'of':>6}")
    sets = [
        (kind, [one for one in reads if one.asked.kind == kind])
        for kind in dict.fromkeys(one.asked.kind for one in reads)
    ]
    sets += [
        ("answerable", [one for one in reads if one.asked.right]),
        ("unanswerable", [one for one in reads if not one.asked.right]),
        ("sharing", [one for one in reads if one.shares and not one.asked.right]),
    ]
    for name, own in sets:
        cells = ""
        for decide in (decide_before, decide_by(weights)):
            replies = [decide(one) for one in own]
            n = max(1, len(own))
            cells += f"{sum(one.answered for one in replies) / n:10.3f}{sum(one.right for one in replies) / n:8.3f}"
        print(f"{name:24}{cells}{len(own):6}")


def print_risk(title: str, reads: Sequence[Read], weights: dict[str, float]) -> None:
    """Risk at shares of the questions answered, the surest first; the area; and the hard rule's one point."""
    curve = trace_risk([reply_anyway(one, weights) for one in reads])
    print(f"risk by coverage, {title} ({len(reads)}): area {float(np.mean(curve)) if curve else 0:.3f}")
    steps = [(c, curve[int(c * len(reads)) - 1]) for c in COVERAGES if 0 < int(c * len(reads)) <= len(curve)]
    print("  " + "  ".join(f"{c:.1f}: {risk:.3f}" for c, risk in steps))
    for name, decide in (("before", decide_before), ("after", decide_by(weights))):
        replies = [decide(one) for one in reads]
        n = sum(one.answered for one in replies)
        risk = 1 - sum(one.right for one in replies) / max(1, n)
        print(
            f"  {name}: coverage {n / len(reads):.3f}, risk {risk:.3f}; the curve there {curve[n - 1] if n else 0:.3f}"
        )


def trace_risk(replies: Sequence[Reply]) -> list[float]:
    """The share of wrong ones among the `n` surest answers, for n from 1."""
    answered = sorted((one for one in replies if one.answered), key=lambda one: -one.sureness)
    wrong = np.cumsum([not one.right for one in answered])
    return [float(total) / n for n, total in enumerate(wrong, 1)]


if __name__ == "__main__":
    main()
