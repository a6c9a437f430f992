"""Where a question's time goes: CPU milliseconds of each step of an answer over outside news, and the top of a profile.

python -m benchmarks.answering --data DIR [--sets ../shared/data] [--questions 200] [--profile 25]
"""

import argparse
import cProfile
import pstats
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

import numpy as np

from benchmarks.indexing import DATA, MODELS
from benchmarks.newsroom import read_rows
from benchmarks.speed.peers.byline import Recalling
from index.search.search import Search
from service.answering.compose import compose_answer
from service.answering.quote_reader import QuoteReader
from service.ask import count_searched, count_undated, find_passages, gather_candidates, read_question
from service.library import Library
from service.requests import AskRequest

T = TypeVar("T")


class Spent:
    """CPU milliseconds by step, one number for each question."""

    def __init__(self) -> None:
        self.steps: dict[str, list[float]] = defaultdict(list)

    def take(self, step: str, act: Callable[[], T]) -> T:
        """What `act` gives, its time noted."""
        started = time.process_time()
        try:
            return act()
        finally:
            self.steps[step].append((time.process_time() - started) * 1000)


def read_questions(sets: Path, n: int) -> list[str]:
    """`n` questions: quizzes on the news, and titles of events, in turn."""
    asked = [row["question_sentence"] for row in read_rows(sets / "realtimeqa/questions_dev.jsonl.gz")]
    titles = [row["neutral_title"] for row in read_rows(sets / "allsides_events/dev.jsonl.gz")]
    return [one for pair in zip(titles, asked, strict=False) for one in pair][:n]


def answer_in_steps(question: str, search: Search, embedder: Recalling, spent: Spent) -> None:
    """The steps of `ask`, each timed; "retrieval" is without the encoding."""
    request = AskRequest(question=question)
    reader = QuoteReader()
    with ExitStack() as stack:
        view = spent.take("opening", lambda: stack.enter_context(search.reader.view()))
        query = spent.take("question", lambda: read_question(request, question, view, search.words))
        embedder.queries = {}
        vector = spent.take("encoding", lambda: embedder.encode_query(query.search))
        embedder.queries = {query.search: vector}
        found = spent.take("retrieval", lambda: find_passages(view, search, query, request.k))
        candidates = spent.take("gathering", lambda: gather_candidates(view, found, search.words))
        draft = spent.take("reading", lambda: reader.choose(query, candidates))
        spent.take(
            "composing",
            lambda: compose_answer(
                query,
                draft,
                candidates,
                answer_id="ans_0",
                snapshot="",
                searched=count_searched(view, query.filters),
                undated_left_out=count_undated(view, query.filters),
                timings_ms={},
            ),
        )


def print_steps(spent: Spent) -> None:
    """A row for each step, and the whole above the encoding."""
    steps = {name: np.array(values) for name, values in spent.steps.items()}
    steps["whole above encoding"] = sum((row for name, row in steps.items() if name != "encoding"), np.zeros(()))
    print(f"{'CPU ms':24}{'p50':>8}{'p95':>8}")
    for name, row in steps.items():
        print(f"{name:24}{np.median(row):8.2f}{np.percentile(row, 95):8.2f}")


def main() -> int:
    """Print the table and the profile."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="an index, as `byline index` makes it")
    parser.add_argument("--sets", type=Path, default=DATA)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--profile", type=int, default=25, help="rows of the profile, by time of their own")
    chosen = parser.parse_args()
    embedder = Recalling(MODELS)
    library = Library(chosen.data, embedder)
    library.open()
    search = library.search()
    with search.reader.view() as view:
        print(f"{view.counts().articles} articles, {view.counts().passages} passages")
    questions = read_questions(chosen.sets, chosen.questions)
    answer_in_steps(questions[0], search, embedder, Spent())  # what is loaded once is no question's
    spent = Spent()
    for question in questions:
        answer_in_steps(question, search, embedder, spent)
    print_steps(spent)
    profile = cProfile.Profile()
    for question in questions if chosen.profile else ():
        profile.runcall(answer_in_steps, question, search, embedder, Spent())
    if chosen.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(chosen.profile)
    return 0


if __name__ == "__main__":
    sys.exit(main())
