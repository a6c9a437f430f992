"""What each fault of a language model comes to: who answers, after how many calls and seconds, and what is shown.

python -m benchmarks.model_faults --data IDX
"""

import argparse
import logging
import time
from pathlib import Path

from benchmarks.indexing import MODELS
from index.search.embedding import Embedder
from index.search.search import Search
from service.answering.answer import Answer, Claim, Retraction
from service.answering.model_reader import ModelReader
from service.answering.quote_reader import QuoteReader
from service.ask import ask, ask_aloud
from service.llm.model import Model
from service.llm.values import Limits
from service.requests import AskRequest
from tests.scripted.acts import FAULTS
from tests.scripted.server import ScriptedModel

QUESTION = "How many people did the US-led coalition kill?"
LIMITS = Limits(total_s=6.0, first_s=1.5, idle_s=1.5, reply_bytes=1 << 20)
DEFINITION = f"""\
A scripted server on loopback does its worst to "{QUESTION}", with limits of
{LIMITS.total_s:g} s in all, {LIMITS.first_s:g} s to the first word and {LIMITS.idle_s:g} s between two. quotes: the
quote reader's answer, marked degraded, its claims the same as without a model. told: events before the answer."""


def main() -> None:
    """Print a row for each fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="an index of the samples in corpus/")
    search = Search(parser.parse_args().data, Embedder(MODELS))
    logging.getLogger("byline").setLevel(logging.CRITICAL)
    request = AskRequest(question=QUESTION)
    quoted = ask(request, search, QuoteReader()).claims
    print(f"{DEFINITION}\n\n{'fault':22}{'answered by':14}{'claims':>7}{'same':>6}{'calls':>6}{'s':>6}  told")
    for name, act in sorted(FAULTS.items()):
        with ScriptedModel(act) as server:
            model = Model("openai/scripted", server.base, None, LIMITS)
            model.load()
            began = time.perf_counter()
            *told, answer = ask_aloud(request, search, ModelReader(model, QuoteReader()))
            seconds = time.perf_counter() - began
            model.close()
        assert isinstance(answer, Answer)
        by = "quotes" if answer.reader.degraded else answer.reader.kind
        same = "yes" if answer.claims == quoted else "no"
        events = [
            f"{sum(isinstance(one, kind) for one in told)} {kind.__name__.lower()}s" for kind in (Claim, Retraction)
        ]
        cells = f"{name:22}{by:14}{len(answer.claims):7}{same:>6}{len(server.asked):6}{seconds:6.1f}"
        print(f"{cells}  {', '.join(one for one in events if one[0] != '0')}")


if __name__ == "__main__":
    main()
