"""The report as one file: the page with its style, its scripts and its data within; no part is fetched."""

import base64
import hashlib
import json
from html import escape
from pathlib import Path
from string import Template

from service.evaluation.report.page_data import lay_out_run
from service.evaluation.values import Json, Run

_FOLDER = Path(__file__).parent / "page"
_STYLES = ("page.css", "questions.css")
_SCRIPTS = ("drawing.js", "plots.js", "measures.js", "answers.js", "questions.js", "page.js")


def write_report(path: Path, run: Run) -> None:
    """Write the report of a run; what is at `path` is replaced."""
    path.write_text(render_report(run), encoding="utf-8", newline="\n")


def render_report(run: Run) -> str:
    """The page. Its own style and scripts alone may work in it, by their hashes; all else in it is text."""
    style = _join(_STYLES)
    script = f'"use strict";\n{_join(_SCRIPTS)}'
    page = Template((_FOLDER / "page.html").read_text(encoding="utf-8"))
    return page.substitute(
        title=escape(f"Evaluation of {Path(run.of.file).name}"),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        data=_embed(lay_out_run(run)),
    )


def _join(names: tuple[str, ...]) -> str:
    return "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in names)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _embed(data: Json) -> str:
    """JSON that cannot end the element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
