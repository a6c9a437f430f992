"""Speed and memory of Byline beside its peers and beside the bare parts; `python -m benchmarks.speed`."""
