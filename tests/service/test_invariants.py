"""What holds of every answer, whatever is asked of whichever articles: of its record, and of each form of print."""

import csv
import gzip
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt

from index.build import index_articles
from index.records import Declared, RawArticle
from index.search.embedding import Embedder
from index.search.search import Search, describe_model
from index.store.writer import Writer
from service.answering.answer import Answer, Claim, Nearest, Report
from service.answering.quote_reader import QuoteReader
from service.answering.telling.loaded import holds_loaded
from service.answering.telling.texts import shown_words as shown_span
from service.ask import ask
from service.render.clean import clean_line, clean_text, safe_url
from service.render.markdown import render_markdown
from service.render.table import COLUMNS, render_csv
from service.render.terminal import render_terminal
from service.requests import AskRequest
from service.showing.articles import show_article
from service.showing.shapes import ArticleOut
from tests.questions.fixed import read_fixed

DATA = Path(__file__).parents[2] / "../shared/data/allsides_articles/corpus.jsonl.gz"
ARTICLES = 40
# Layout that a form of print may use; every other character of these categories is an article's, and none may pass.
_LAYOUT = {"\n"}
_HIDDEN = {"Cc", "Cs"}
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ACTIVE = {"html_inline", "html_block", "image", "code_inline", "code_block", "fence", "heading_open", "hr"}

HOSTILE = (
    "Goat market opens with a show\n\n"
    "The goat market of Hamra opened on Monday, the mayor said, and \x1b[31m40 goats\x1b[0m were sold by noon.\n\n"
    "About 70 goats were sold at the market of Hamra on Tuesday, ](javascript:alert(1)) [said](http://evil.example)"
    " the mayor \u202eof the town\u202c to <img src=x onerror=alert(1)> the press.\n\n"
    "=cmd|' /C calc'!A0 was written on the goat market of Hamra, where 90 goats were sold on Friday, he said [7].\n\n"
    f"The mayor of Hamra said that the goat market {'x' * 10_000} had sold 120 goats on Saturday | `all of them`.\n"
)
ASKED_OF_HOSTILE = (
    "How many goats were sold?",
    "When did the goat market of Hamra open?",
    "What did the mayor say?",
    "Did the goat market of Hamra sell 120 goats?",
    "Who said that the goats were sold?",
)


class Desk(NamedTuple):
    """A corpus that answers, and shows its articles as GET /v1/articles/{id} does."""

    search: Search
    shown: dict[str, ArticleOut]

    def ask(self, question: str) -> Answer:
        return ask(AskRequest(question=question), self.search, QuoteReader())

    def article(self, article_id: str) -> ArticleOut:
        if article_id in self.shown:
            return self.shown[article_id]
        with self.search.reader.view() as view:
            statements = view.statements_of([article_id])[article_id]
            passages = view.passages_of(article_id)
            self.shown[article_id] = show_article(view.article(article_id), statements, passages, ())
        return self.shown[article_id]


def open_desk(raw: list[RawArticle], folder: Path, embedder: Embedder) -> Desk:
    with Writer(folder, describe_model(embedder)) as writer:
        assert {one.status for one in index_articles(raw, writer, embedder)} == {"created"}
    return Desk(Search(folder, embedder), {})


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Desk:
    declared = Declared(
        outlet="=Evil | [x](http://evil.example) *News*", title="<b>T</b>\x9b1m", url="https://evil.example/a)b]*_c"
    )
    raw = [RawArticle("hostile", "hostile.txt", declared, text=HOSTILE)]
    return open_desk(raw, tmp_path_factory.mktemp("hostile"), embedder)


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> tuple[Desk, list[str]]:
    if not DATA.exists():
        pytest.skip("shared/data/allsides_articles is not here")
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, 0, None, 600)][:ARTICLES]
    raw = [RawArticle(row["id"], f"{row['id']}.txt", Declared(outlet=row["outlet"]), text=row["text"]) for row in rows]
    desk = open_desk(raw, tmp_path_factory.mktemp("outside"), embedder)
    return desk, [question for row in rows for question in make_questions(row)]


def make_questions(row: dict[str, str]) -> list[str]:
    """One or two questions of an article, made from its title and the first person it names."""
    named = re.search(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+", row["text"])
    figure = re.search(r"\b\d[\d,.]* ([a-z]{4,})", row["text"])
    questions = [f"What did {named[0]} say?" if named else f"Is it true that {row['title']}?"]
    return questions + ([f"How many {figure[1]} were there?"] if figure else [f"When did this happen: {row['title']}?"])


def check_record(answer: Answer, desk: Desk) -> Iterator[str]:
    """Every promise of an answer's record that is broken."""
    reports = [report for claim in answer.claims for report in claim.reports]
    shown: list[Report | Nearest] = [*reports, *answer.nearest]
    for one in shown:
        yield from check_quote(one, desk.article(one.article_id))
    numbered = {one.n: one for one in answer.citations}
    if list(numbered) != list(range(1, len(answer.citations) + 1)):
        yield f"citations are numbered {list(numbered)}"
    if not answer.comparisons and list(dict.fromkeys(one.citation for one in reports)) != list(numbered):
        yield "citations are not in the order of the reports"
    marks = list(dict.fromkeys(int(mark) for mark in re.findall(r"\[(\d+)\]", own_words(answer, desk))))
    if marks != list(numbered):
        yield f"the text first cites {marks}, and the list is {list(numbered)}"
    if loaded := holds_loaded(own_words(answer, desk)):
        yield f"the text says {loaded!r} in its own voice"
    yield from check_relations(answer, desk)
    for report in reports:
        cited = numbered[report.citation]
        if (cited.article_id, cited.outlet) != (report.article_id, report.outlet.label):
            yield f"report {report.id} cites {cited.article_id} of {cited.outlet}"
    for claim in answer.claims:
        yield from check_counts(claim)
        if any(shown_words(report, desk) not in answer.answer for report in claim.reports[:1]):
            yield f"claim {claim.id}: its first words are not in the answer's text"
        if claim.text not in answer.answer:
            yield f"claim {claim.id}: its text is not in the answer's"
    if (answer.status == "abstained") != (not answer.claims and not answer.comparisons):
        yield f"it is {answer.status} with {len(answer.claims)} claims"
    if Answer.model_validate_json(answer.model_dump_json()) != answer:
        yield "it is not the same after it has been JSON"


def check_quote(one: Report | Nearest, article: ArticleOut) -> Iterator[str]:
    if not one.quote or article.text[one.start : one.end] != one.quote:
        yield f"{one.quote!r} is not the article's own words"
    taken = [line.label for line in article.lines if line.start < one.end and one.start < line.end]
    if set(taken) != {"body"}:
        yield f"{one.quote!r} lies on lines of {taken}"
    if one.outlet.model_dump() != article.masthead.outlet.model_dump(exclude={"evidence"}):
        yield f"{one.outlet} is not the masthead's {article.masthead.outlet}"
    holder = next((passage for passage in article.passages if passage.id == one.passage_id), None)
    if holder is None or not holder.start <= one.start < one.end <= holder.end:
        yield f"passage {one.passage_id} does not hold {one.quote!r}"
    if isinstance(one, Nearest):
        return
    if not one.start <= one.content.start < one.content.end <= one.end:
        yield f"the content of {one.id} is beyond its quote"
    if one.context and article.text[one.context.start : one.context.end] != one.context.quote:
        yield f"the context of {one.id} is not the article's own words"
    yield from check_speakers(one, article)
    if (one.published or "") != (article.masthead.published.date or "")[: len(one.published or "")]:
        yield f"{one.id} is dated {one.published}, its article {article.masthead.published.date}"


def check_speakers(one: Report, article: ArticleOut) -> Iterator[str]:
    """Who speaks, and how, is shown by words of the article; what was not analysed says nothing of it."""
    if (one.voice is None and one.chain is not None) or (one.chain == ()) != (one.voice == "outlet"):
        yield f"{one.id} has the voice {one.voice} and the chain {one.chain}"
    for link in one.chain or ():
        stands = [article.text[link.start : link.end]]
        stands += [article.text[link.carried_from.start : link.carried_from.end]] if link.carried_from else []
        if not any(link.name in words or words in link.name for words in stands):
            yield f"{one.id} has the source {link.name!r}, which stands as {stands}"
    marks = [(mark.text, mark.start, mark.end) for mark in (*one.hedges, *((one.cue,) if one.cue else ()))]
    for words, start, end in marks:
        if start is None or article.text[start:end] != words:
            yield f"{one.id} has {words!r}, which is not the article's"


def check_relations(answer: Answer, desk: Desk) -> Iterator[str]:
    claims = {claim.id for claim in answer.claims}
    cited = {one.n: one.article_id for one in answer.citations}
    for one in answer.relations:
        if one.from_ == one.to or not {one.from_, one.to} <= claims:
            yield f"{one.kind} from {one.from_} to {one.to}"
        if (
            one.words
            and desk.article(cited[one.words.citation]).text[one.words.start : one.words.end] != one.words.quote
        ):
            yield f"{one.words.quote!r} is not the article's own words"
    for comparison in answer.comparisons:
        for change in comparison.changes:
            for side, key in ((change.a, comparison.a), (change.b, comparison.b)):
                if side and desk.article(key).text[side.start : side.end] != side.text:
                    yield f"{side.text!r} is not the article's own words"
    for claim in answer.claims:
        if {one.article_id for one in claim.silent} & {one.article_id for one in claim.reports}:
            yield f"claim {claim.id} has a report of an article that is silent on it"


def shown_words(report: Report, desk: Desk) -> str:
    """The words of a report that the answer's text quotes: its content at least, but for marks at its ends."""
    with desk.search.reader.view() as view:
        article = view.article(report.article_id)
        (statement,) = [one for one in view.statements_of([article.id])[article.id] if one.id == report.statement_id]
    span = shown_span(article, statement)
    words = article.text[span.start : span.end]
    assert article.text[report.content.start : report.content.end].strip("“”,; \n") in words
    return words


def own_words(answer: Answer, desk: Desk) -> str:
    """The answer's text without what it quotes, and without what the question itself says."""
    reports = [report for claim in answer.claims for report in claim.reports]
    quoted = {words for one in reports for words in (one.quote, shown_words(one, desk))}
    quoted |= {one.context.quote for one in reports if one.context}
    quoted |= {one.words.quote for one in answer.relations if one.words}
    quoted |= {f"“{link.name}”" for one in reports for link in one.chain or ()}
    words = answer.answer
    for one in sorted(quoted, key=len, reverse=True):
        words = words.replace(one, "")
    # What is quoted in part, of a relation or a change, ends with an ellipsis or stands between its own marks.
    return re.sub(r"“[^“”]*”(?: …)?|‘.*?’(?= \[| …|\)|,|;)", "", words)


def check_counts(claim: Claim) -> Iterator[str]:
    counts = claim.counts
    articles = {report.article_id for report in claim.reports}
    unnamed = {report.article_id for report in claim.reports if report.outlet.name is None}
    named = {report.outlet.name for report in claim.reports if report.outlet.name is not None}
    if (counts.articles, counts.outlets, counts.unnamed) != (len(articles), len(named), len(unnamed)):
        yield f"claim {claim.id} counts {counts}"
    if not 1 <= counts.origins <= counts.texts <= counts.articles:
        yield f"claim {claim.id}: {counts.origins} origins, {counts.texts} texts, {counts.articles} articles"


def check_print(answer: Answer) -> Iterator[str]:
    """Every fault of the answer as it is printed."""
    forms = {
        "terminal": render_terminal(answer, width=100, colour=False),
        "markdown": render_markdown(answer),
        "csv": render_csv(answer),
    }
    for name, text in forms.items():
        hidden = {char for char in set(text) - _LAYOUT if unicodedata.category(char) in _HIDDEN or char in _OVERRIDES}
        if hidden:
            yield f"{name} has {sorted(map(hex, map(ord, hidden)))}"
    shown = "".join(forms["terminal"].split())
    reports = [report for claim in answer.claims for report in claim.reports]
    yield from (
        f"terminal lacks {one.quote!r}" for one in reports if "".join(clean_text(one.quote).split()) not in shown
    )
    yield from check_markdown(answer, forms["markdown"])
    rows = list(csv.reader(io.StringIO(forms["csv"])))
    if [tuple(rows[0]), len(rows)] != [COLUMNS, len(reports) + 1]:
        yield f"csv has {len(rows)} rows for {len(reports)} reports"
    for row, one in zip(rows[1:], reports, strict=False):
        if row[4].removeprefix("'") != clean_text(one.quote).removeprefix("'"):
            yield f"csv has {row[4]!r}"
        if formulas := [cell for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]:
            yield f"csv has the formulas {formulas}"


def check_markdown(answer: Answer, text: str) -> Iterator[str]:
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    inner = [token for outer in tokens for token in (outer, *(outer.children or ()))]
    if active := {token.type for token in inner} & (_ACTIVE | {"table_open", "s_open", "em_open"}):
        yield f"markdown has {sorted(active)}"
    links = {str(token.attrs["href"]) for token in inner if token.type == "link_open"}
    known = {MarkdownIt().normalizeLink(url) for one in answer.citations if (url := safe_url(one.url))}
    if links - known:
        yield f"markdown links to {sorted(links - known)}"
    plain = "".join("".join(token.content for token in inner if token.type == "text").split())
    for one in (report for claim in answer.claims for report in claim.reports):
        if "".join(clean_line(one.quote).split()) not in plain:
            yield f"markdown lacks {one.quote!r}"


@pytest.mark.parametrize("question", [one.question for one in read_fixed()])
def test_every_fixed_question_keeps_every_promise(question: str, sample_search: Search) -> None:
    desk = Desk(sample_search, {})
    answer = desk.ask(question)
    assert [*check_record(answer, desk), *check_print(answer)] == []


@pytest.mark.parametrize("question", ASKED_OF_HOSTILE)
def test_hostile_articles_break_no_promise(question: str, hostile: Desk) -> None:
    answer = hostile.ask(question)
    assert [*check_record(answer, hostile), *check_print(answer)] == []


def test_hostile_articles_are_answered_from(hostile: Desk) -> None:
    quotes = {report.quote for claim in hostile.ask(ASKED_OF_HOSTILE[0]).claims for report in claim.reports}
    assert any("javascript:" in quote for quote in quotes)
    assert any("\x1b" in quote for quote in quotes)


def test_outside_articles_keep_every_promise(outside: tuple[Desk, list[str]]) -> None:
    desk, questions = outside
    answers = [desk.ask(question) for question in questions]
    broken = [
        (answer.question, fault) for answer in answers for fault in (*check_record(answer, desk), *check_print(answer))
    ]
    assert broken == []
    # Most of the made questions are none that the article answers: "What did X say?" asks for X as a source.
    assert sum(bool(answer.claims) for answer in answers) > len(answers) / 6


def test_the_checks_see_a_broken_promise(sample_search: Search) -> None:
    desk = Desk(sample_search, {})
    answer = desk.ask("How many civilians were killed?")
    claim = answer.claims[0]
    report = claim.reports[0]
    for wrong in (
        report.model_copy(update={"quote": f"{report.quote} Not."}),
        report.model_copy(update={"start": report.start + 1}),
        report.model_copy(update={"citation": len(answer.citations)}),
        report.model_copy(update={"outlet": report.outlet.model_copy(update={"label": "SANA"})}),
    ):
        bent = claim.model_copy(update={"reports": (wrong, *claim.reports[1:])})
        assert list(check_record(answer.model_copy(update={"claims": (bent, *answer.claims[1:])}), desk))
