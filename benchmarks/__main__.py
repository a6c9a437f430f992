"""Every benchmark in turn, or `python -m benchmarks NAME [OPTIONS]` for one of them; `make bench` is that of speed."""

import runpy
import subprocess
import sys

ALL = (
    ("lines",),
    ("masthead",),
    ("attribution",),
    ("sample_statements",),
    ("relations",),
    ("copies",),
    ("copy_edits", "--part", "report"),
    ("questions",),
    ("quote_reader",),
    ("multihop", "--answers"),
    ("indexing", "--articles", "1000"),
    ("statements", "--articles", "1000"),
    ("speed", "--size", "full"),
)


def main() -> int:
    """Run one, with its options, or all of them; the exit code is the worst."""
    if len(sys.argv) > 1:
        sys.argv = [f"benchmarks.{sys.argv[1]}", *sys.argv[2:]]
        runpy.run_module(sys.argv[0], run_name="__main__")
        return 0
    worst = 0
    for name, *options in ALL:
        print(f"\n== python -m benchmarks.{name} {' '.join(options)}", flush=True)
        worst = max(
            worst, subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *options], check=False).returncode
        )
    return worst


if __name__ == "__main__":
    sys.exit(main())
