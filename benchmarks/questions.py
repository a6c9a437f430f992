"""The sixty fixed questions over the samples, a row each with all that is wrong; exit code 1 while any is.

python -m benchmarks.questions [--only ID ...] [--show] [--renamed]
"""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from index.search.embedding import Embedder
from tests.questions.asking import open_answers, read_samples
from tests.questions.check import find_faults
from tests.questions.fixed import SORTS, read_fixed
from tests.questions.renamed import rename_fixed, renamed_samples


def main() -> int:
    """Print a row for each question, then the counts by sort; 0 only when every one is right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", default=[], help="ids of questions")
    parser.add_argument("--renamed", action="store_true", help="on copies with every name changed, paragraphs turned")
    parser.add_argument("--show", action="store_true", help="print each answer's text")
    options = parser.parse_args()
    texts, fixed = read_samples(), read_fixed()
    if options.renamed:
        texts, fixed = renamed_samples(texts), [rename_fixed(one) for one in fixed]
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        ask = open_answers(texts, Path(folder), Embedder(Path(".cache/models")))
        for one in fixed:
            if options.only and one.id not in options.only:
                continue
            answer = ask(one.question, **one.filters)
            faults = find_faults(one, answer, texts)
            asked[one.sort] += 1
            right[one.sort] += not faults
            print(f"{'ok   ' if not faults else 'WRONG'} {one.sort:14} {one.id:22} {one.question}")
            print("".join(f"      {fault}\n" for fault in faults), end="")
            if options.show:
                print(f"      {answer.direct.kind} {answer.direct.value}\n      {answer.answer}\n")
    print("\n" + "  ".join(f"{sort} {right[sort]}/{asked[sort]}" for sort in SORTS if asked[sort]))
    print(f"right {right.total()} of {asked.total()}")
    return 0 if right.total() == asked.total() else 1


if __name__ == "__main__":
    sys.exit(main())
