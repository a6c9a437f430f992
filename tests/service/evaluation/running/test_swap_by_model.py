"""The outlet swap test with a model that reads: it is shown no outlet's name, and attributions follow the record."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from index.records import Article
from index.search.embedding import Embedder
from index.search.search import Search
from index.store.reader import StoreReader
from service.answering.model_reader import ModelReader
from service.answering.quote_reader import QuoteReader
from service.ask import ask
from service.evaluation.running.swap import open_swapped, shuffle_names
from service.evaluation.sets.questions import read_questions
from service.llm.model import Model
from service.requests import AskRequest
from tests.scripted.server import Body, ScriptedModel

SAMPLES = Path(__file__).parents[3] / "questions" / "samples.jsonl"
SEED = 3
_FENCE = re.compile(r"\b[0-9a-f]{16}\b")
_WORD = re.compile(r"[^\W\d_]{4,}")


def choose_near(body: Body) -> str:
    """The three statements that share the most words with the question, each in a group of its own."""
    passages, question = body["messages"][1]["content"].rsplit("The question:", 1)
    asked = set(_WORD.findall(question.casefold()))
    listed = re.findall(r"^\[(\d+\.\d+)\] (.*)$", passages, re.MULTILINE)
    shared = {number: len(asked & set(_WORD.findall(text.casefold()))) for number, text in listed}
    best = sorted((one for one in shared if shared[one] > 1), key=lambda one: -shared[one])[:3]
    return f'{{"kind": "what", "groups": [{", ".join(f"""["{one}"]""" for one in best)}]}}'


@pytest.fixture(scope="module")
def server() -> Iterator[ScriptedModel]:
    with ScriptedModel(reply=choose_near) as opened:
        yield opened


@pytest.fixture
def reader(server: ScriptedModel) -> Iterator[ModelReader]:
    server.script(*server.acts)
    model = Model("openai/scripted", server.base)
    yield ModelReader(model, QuoteReader())
    model.close()


def prompts(server: ScriptedModel) -> list[str]:
    """What it was asked, with the fence of each time written out as a word."""
    return [_FENCE.sub("FENCE", one.body["messages"][1]["content"]) for one in server.asked]


def head(article: Article) -> str:
    """Title and day: all of a masthead that is shown."""
    day = article.masthead.published.day
    return " ".join([*(article.masthead.title.text or "").split(), *([f"({day})"] if day else [])])


def list_reports(answer: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [report for claim in answer["claims"] for report in claim["reports"]]


def test_answers_of_a_model_follow_the_record(
    sample_index: Path, sample_search: Search, embedder: Embedder, reader: ModelReader, server: ScriptedModel
) -> None:
    with StoreReader(sample_index).view() as view:
        own = {key: view.article(key).masthead.outlet.name for key in view.article_ids()}
    # A question that names an outlet is rightly answered from other articles once names have changed places.
    names = {name for name in own.values() if name}
    questions = [one for one in read_questions(SAMPLES).questions if one.kind in ("figures", "who", "what", "yes_no")]
    questions = [one for one in questions if not any(name in one.question for name in names)][:10]
    shuffled = shuffle_names(names, SEED)
    followed = 0
    for question in questions:
        first = ask(AskRequest(question=question.question, k=50), sample_search, reader).model_dump(mode="json")
        with open_swapped(sample_index, embedder, reader, SEED) as index:
            swapped = index.ask(question, 50).answer
        assert swapped is not None
        assert (first["reader"]["kind"], swapped["reader"]["kind"]) == ("model", "model")
        pairs = [(one["statement_id"], shuffled.get(own[one["article_id"]] or "") or "") for one in list_reports(first)]
        told = [(one["statement_id"], one["outlet"]["name"] or "") for one in list_reports(swapped)]
        assert sorted(told) == sorted(pairs)  # in a claim those who are named come first
        followed += sum(bool(name) for _, name in pairs)
    assert followed > 3


def test_what_a_model_is_shown_is_the_same_whoever_published_it(
    sample_index: Path, sample_search: Search, embedder: Embedder, reader: ModelReader, server: ScriptedModel
) -> None:
    question = next(one for one in read_questions(SAMPLES).questions if one.id == "killed-by-coalition")
    ask(AskRequest(question=question.question, k=50), sample_search, reader)
    with open_swapped(sample_index, embedder, reader, SEED) as index:
        index.ask(question, 50)
    first, swapped = prompts(server)
    assert first == swapped
    headings = re.findall(r"^Passage \d+.*$", first, re.MULTILINE)
    with sample_search.reader.view() as view:
        articles = [view.article(key) for key in view.article_ids()]
    assert len(headings) > 5
    assert {one.partition(": ")[2] for one in headings} <= {head(one) for one in articles}
    shown = re.sub(r"^Passage \d+.*$|^\[[\d.]+\] ", "", first, flags=re.MULTILINE)
    held = " ".join(" ".join(one.text.split()) for one in articles)
    names = {one.masthead.outlet.name for one in articles} - {None}
    assert names
    # A name is shown only where the article itself has it in that line.
    named = [line for line in shown.splitlines() for name in names if name and re.search(rf"\b{name}\b", line)]
    assert [line for line in named if line not in held and line.partition(": ")[2] not in held] == []
