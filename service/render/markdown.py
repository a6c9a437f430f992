"""An answer as Markdown in which an article's words can be nothing but words."""

import re

from service.answering.answer import Answer, Citation, Claim
from service.answering.changes import Compared
from service.render.clean import clean_line, safe_url
from service.render.sources import (
    group_reports,
    say_change,
    say_comparison,
    say_copy,
    say_relation,
    say_report,
    say_strength,
)
from service.render.terminal import mark_citations

_MARKUP = re.compile(r"[\\`*_\[\]<>#~|&@$]|:(?=//)|(?<=[wW]{3})\.")
# At the start of a line these would open a list, a rule or a heading.
_OPENING = re.compile(r"^(?:[-+=]|\d{1,9}(?=[.)]))")


def render_markdown(answer: Answer) -> str:
    """The answer as CommonMark; `[n]` points to item n of the list at its end."""
    parts = [f"**{escape(answer.direct.text)}**"]
    parts += [_render_claim(n, claim) for n, claim in enumerate(answer.claims, 1)]
    names = {one.id: str(n) for n, one in enumerate(answer.claims, 1)}
    if answer.relations:
        parts.append("\n".join(f"- {escape(say_relation(one, names))}" for one in answer.relations))
    parts += [_render_comparison(one, answer) for one in answer.comparisons if one.changes]
    parts += [f"Missing: {escape(one.text)}" for one in answer.missing if one.text != answer.direct.text]
    if answer.nearest:
        near = [f"- {escape(one.outlet.label)}: “{escape(one.quote)}”" for one in answer.nearest]
        parts.append("\n".join(["Near it, but no answer to it:", "", *near]))
    if answer.citations:
        parts.append("\n".join(_render_citation(one) for one in answer.citations))
    if answer.copies:
        parts.append("\n".join(f"- {escape(say_copy(one))}" for one in answer.copies))
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """The text on one line, every character that could be markup or a link made plain."""
    line = _MARKUP.sub(lambda found: f"\\{found[0]}", clean_line(text))
    return _OPENING.sub(lambda found: f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}", line)


def _render_claim(n: int, claim: Claim) -> str:
    text = clean_line(claim.text)
    lines = [f"({n}) {escape(mark_citations(text, claim))}"]
    for alike in group_reports(claim, text):
        lines += ["", f"> {escape(alike[0].quote)}"]
        for one in alike:
            how = say_report(one)
            who = f"{escape(one.outlet.label)} [{one.citation}]{f'; {escape(how)}' if how else ''}"
            lines += [">", f"> — {who}"]
    if strength := say_strength(claim):
        lines += ["", escape(strength)]
    return "\n".join(lines)


def _render_comparison(one: Compared, answer: Answer) -> str:
    changes = [f"- {escape(say_change(change))}" for change in one.changes]
    return "\n".join([escape(say_comparison(one, answer.citations)), "", *changes])


def _render_citation(one: Citation) -> str:
    url = safe_url(one.url)
    parts = [escape(one.title or "untitled"), escape(one.outlet), escape(one.published or "undated")]
    link = f" <{url}>" if url else f" {escape(one.url)}" if one.url else ""
    return f"{one.n}. {parts[0]} — {parts[1]}, {parts[2]}{link}"
