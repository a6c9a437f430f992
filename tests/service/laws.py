"""The laws of an answer as whoever calls over HTTP can check them: by the answer and the articles alone."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Json = Mapping[str, Any]
Shown = Callable[[str], Json]
# What a report has from its statement, unchanged.
_RECORDED = ("voice", "chain", "joint", "stance", "form", "hedges", "content", "cue")


def break_laws(answer: Json, article: Shown) -> Iterator[str]:
    """Every law that an answer breaks; `article` gives an article as GET /v1/articles/{id} does."""
    cited = {one["n"]: one["article_id"] for one in answer["citations"]}
    if list(cited) != list(range(1, len(cited) + 1)):
        yield f"citations are numbered {list(cited)}"
    for claim in answer["claims"]:
        yield from _break_counts(claim, article)
        for report in claim["reports"]:
            if cited.get(report["citation"]) != report["article_id"]:
                yield f"{report['id']} is not of article {report['citation']}"
            yield from _break_report(report, article(report["article_id"]))
    for one in answer["nearest"]:
        yield from _break_quote(one, article(one["article_id"]))
    yield from _break_relations(answer, cited, article)
    yield from _break_silence(answer, cited, article)
    if unknown := set(map(int, re.findall(r"\[(\d+)\]", own_words(answer, article)))) - set(cited):
        yield f"the text cites {unknown}, of {list(cited)}"


def own_words(answer: Json, article: Shown) -> str:
    """The text of an answer without what it quotes."""
    text = answer["answer"]
    spans = [(one["article_id"], one[name]) for one in _reports(answer) for name in ("content", "context") if one[name]]
    quoted = {article(key)["text"][span["start"] : span["end"]] for key, span in spans}
    quoted |= {one["quote"] for one in _reports(answer)}
    for words in sorted(quoted, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", "", text)
    return re.sub(r"[“‘][^“”‘’]*[”’]", "", text)


def _reports(answer: Json) -> list[Json]:
    return [report for claim in answer["claims"] for report in claim["reports"]]


def _break_quote(one: Json, article: Json) -> Iterator[str]:
    if not one["quote"] or article["text"][one["start"] : one["end"]] != one["quote"]:
        yield f"{one['quote']!r} is not the article's own words"
    outlet = article["masthead"]["outlet"]
    if one["outlet"] != {name: outlet[name] for name in ("name", "label", "level")}:
        yield f"{one['outlet']} is not the masthead's outlet"


def _break_report(report: Json, article: Json) -> Iterator[str]:
    yield from _break_quote(report, article)
    if not report["start"] <= report["content"]["start"] < report["content"]["end"] <= report["end"]:
        yield f"the content of {report['id']} lies beyond its quote"
    record = next((one for one in article["statements"] if one["id"] == report["statement_id"]), None)
    if record is None:
        yield f"there is no statement {report['statement_id']}"
    else:
        yield from (f"{report['id']}: {one} is not recorded" for one in _RECORDED if record[one] != report[one])
    for link in report["chain"] or ():
        yield from _break_link(link, article)


def _break_link(link: Json, article: Json) -> Iterator[str]:
    words = article["text"][link["start"] : link["end"]]
    carried = link["carried_from"]
    if not carried and words != link["name"]:
        yield f"{link['name']!r} stands as {words!r}"
    if carried and link["name"] not in article["text"][carried["start"] : carried["end"]]:
        yield f"{link['name']!r} is not where it is carried from"
    if carried and not carried["end"] <= link["start"]:
        yield f"{link['name']!r} at {link['start']} is carried from {carried}"
    if (outlet := article["masthead"]["outlet"]["name"]) and _plain(link["name"]) == _plain(outlet):
        yield f"{outlet} is among its own sources"


def _break_counts(claim: Json, article: Shown) -> Iterator[str]:
    counts, reports = claim["counts"], claim["reports"]
    if not 1 <= counts["origins"] <= counts["texts"] <= counts["articles"]:
        yield f"{claim['id']} counts {counts}"
    named = {one["outlet"]["name"] for one in reports} - {None}
    if (counts["articles"], counts["outlets"]) != (len({one["article_id"] for one in reports}), len(named)):
        yield f"{claim['id']} counts {counts}"
    texts = {frozenset({key, *article(key)["copies"]}) for key in {one["article_id"] for one in reports}}
    if claim["agreement"] == "corroborated" and min(len(texts), len({one["origin"] for one in reports})) < 2:
        yield f"{claim['id']} is corroborated by {len(texts)} texts"


def _break_relations(answer: Json, cited: Mapping[int, str], article: Shown) -> Iterator[str]:
    claims = {one["id"] for one in answer["claims"]}
    for one in answer["relations"]:
        if one["from"] == one["to"] or not {one["from"], one["to"]} <= claims:
            yield f"{one['kind']} from {one['from']} to {one['to']}"
        words = one["words"]
        if words and article(cited[words["citation"]])["text"][words["start"] : words["end"]] != words["quote"]:
            yield f"{words['quote']!r} is not the article's own words"


def _break_silence(answer: Json, cited: Mapping[int, str], article: Shown) -> Iterator[str]:
    carriers = {other for key in cited.values() for other in article(key)["copies"]}
    for claim in answer["claims"]:
        silent = {one["article_id"] for one in claim["silent"]}
        if silent - carriers - set(cited.values()):
            yield f"{claim['id']} has silent articles that nothing here cites"
        if silent & {one["article_id"] for one in claim["reports"]}:
            yield f"{claim['id']} has a report of an article that is silent on it"


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ").removesuffix("’s").removesuffix("'s")
