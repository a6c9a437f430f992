"""Cost against size as an SVG, drawn by hand: three panels of lines over passages, both axes logarithmic."""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10
from statistics import median

from benchmarks.speed.measuring import Measured
from benchmarks.speed.table import USED

_WIDTH, _HEIGHT, _LEFT, _TOP, _GAP = 300, 240, 60, 50, 75
_COLOURS = ("#b2182b", "#2166ac", "#1b7837", "#762a83", "#b35806", "#666666", "#bbbbbb")
_PANELS = (
    ("the same, query vector given, CPU ms p50", "hybrid top 10 above encoding, CPU ms"),
    ("durable add of 100 articles, CPU s", "durable add of 100 articles, CPU s"),
    ("memory while serving, MiB", "memory while serving, MiB"),
)
_LEAST = 0.01

Lines = Mapping[str, Sequence[tuple[float, float]]]


def draw_plot(measured: Measured, peers: Sequence[str], title: str) -> str:
    """The plot, as a whole SVG file."""
    shown = [peer for peer in peers if peer in measured.used and peer not in measured.failed]
    colours = dict(zip(shown, _COLOURS, strict=False))
    width = _LEFT + len(_PANELS) * (_WIDTH + _GAP)
    height = _TOP + _HEIGHT + 80
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif"'
        f' font-size="12"><rect width="{width}" height="{height}" fill="white"/>',
        _say(_LEFT, 18, title, "start"),
    ]
    for n, (measure, label) in enumerate(_PANELS):
        read = next(read for name, _, read in USED if name == measure)
        lines: Lines = {
            peer: [
                (measured.built[peer][articles]["passages"], median(read(run) for run in runs))
                for articles, runs in measured.used[peer].items()
            ]
            for peer in shown
        }
        parts += _draw_panel(_LEFT + n * (_WIDTH + _GAP), label, lines, colours)
    for n, (peer, colour) in enumerate(colours.items()):
        x, y = _LEFT + n * 130, height - 12
        parts.append(f'<rect x="{x}" y="{y - 9}" width="10" height="10" fill="{colour}"/>')
        parts.append(_say(x + 15, y, peer, "start"))
    return "\n".join([*parts, "</svg>\n"])


def _draw_panel(left: int, label: str, lines: Lines, colours: Mapping[str, str]) -> list[str]:
    points = [(x, max(y, _LEAST)) for line in lines.values() for x, y in line]
    xs, ys = sorted({x for x, _ in points}), [y for _, y in points]
    low, high = floor(log10(min(ys))), ceil(log10(max(ys)))
    high = max(high, low + 1)
    first, last = log10(xs[0]), log10(xs[-1]) if xs[-1] > xs[0] else log10(xs[0]) + 1

    def place(x: float, y: float) -> tuple[float, float]:
        across = (log10(x) - first) / (last - first)
        up = (log10(max(y, _LEAST)) - low) / (high - low)
        return round(left + across * _WIDTH, 1), round(_TOP + (1 - up) * _HEIGHT, 1)

    parts = [_say(left, _TOP - 12, label, "start")]
    for power in range(low, high + 1):
        _, y = place(xs[0], 10.0**power)
        parts.append(f'<path d="M{left} {y}h{_WIDTH}" stroke="#ddd"/>')
        parts.append(_say(left - 6, y + 4, f"{10.0**power:g}", "end"))
    for x in xs:
        parts.append(_say(place(x, 10.0**low)[0], _TOP + _HEIGHT + 18, f"{x:,}", "middle"))
    parts.append(_say(left + _WIDTH / 2, _TOP + _HEIGHT + 34, "passages", "middle"))
    for peer, line in lines.items():
        placed = [place(x, y) for x, y in line]
        path = "M" + "L".join(f"{x} {y}" for x, y in placed)
        parts.append(f'<path d="{path}" fill="none" stroke="{colours[peer]}" stroke-width="2"/>')
        parts += [f'<circle cx="{x}" cy="{y}" r="3" fill="{colours[peer]}"/>' for x, y in placed]
    return parts


def _say(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'
