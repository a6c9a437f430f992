"""A model's verdict: told as a reading, only where the record's words leave it open, never against what they say."""

import json
from collections.abc import Iterator

import pytest

from index.build import index_articles
from index.records import Declared, RawArticle
from index.search.embedding import Embedder
from index.search.search import Search, describe_model
from index.store.writer import Writer
from tests.scripted.server import Body, ScriptedModel
from tests.service.answering.asked_model import ask, choose, reading

TEXTS = {
    "gazette": "The garrison of Velmar marched out under a white flag on Monday, the governor Ilsa Renn said.",
    "star": "The garrison of Velmar did not march out on Monday, the colonel Boris Tane said.",
}
ASKED = "Has the garrison of Velmar surrendered?"


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Search:
    folder = tmp_path_factory.mktemp("velmar")
    raw = [RawArticle(key, f"{key}.txt", Declared(outlet=key.title()), text=text) for key, text in TEXTS.items()]
    with Writer(folder, describe_model(embedder)) as writer:
        assert {one.status for one in index_articles(raw, writer, embedder)} == {"created"}
    return Search(folder, embedder)


@pytest.fixture
def server() -> Iterator[ScriptedModel]:
    with ScriptedModel() as opened:
        yield opened


def say(server: ScriptedModel, verdict: str, *words: str, claims: tuple[str, ...] = ("c1",)) -> None:
    """Have the model choose statements by their words, and then give a verdict on them."""

    def reply(body: Body) -> str:
        if "groups" in str(body.get("response_format")):
            return choose(*words)(body)
        return json.dumps({"verdict": verdict, "claims": claims})

    server.reply = reply


@pytest.mark.parametrize(
    ("verdict", "words", "value", "opens"),
    [
        ("yes", "white flag", "asserted", "As the model reads them, the articles found state it [1];"),
        ("no", "white flag", "not_stated", "Neither stated nor denied"),  # nothing in it denies or negates
        ("no", "did not march", "denied", "As the model reads them, the articles found speak against it [1];"),
        ("yes", "did not march", "not_stated", "Neither stated nor denied"),  # it negates
        ("unclear", "white flag", "not_stated", "Neither stated nor denied"),
        ("differs", "white flag", "not_stated", "Neither stated nor denied"),  # no answer to a yes or no
    ],
)
def test_a_verdict_says_that_statements_answer_and_never_turns_them(
    verdict: str, words: str, value: str, opens: str, server: ScriptedModel, search: Search
) -> None:
    say(server, verdict, words)
    with reading(server) as reader:
        _, found = ask(search, reader, ASKED)
    assert (found.direct.kind, found.direct.value) == ("yes_no", value)
    assert found.direct.text.startswith(opens)
    assert found.usage
    assert (len(server.asked), found.usage.calls) == (2, 2)


@pytest.mark.parametrize("claims", [(), ("c9",), ("1.1",)])
def test_a_verdict_on_no_claim_that_is_there_is_none(
    claims: tuple[str, ...], server: ScriptedModel, search: Search
) -> None:
    say(server, "yes", "white flag", claims=claims)
    with reading(server) as reader:
        assert ask(search, reader, ASKED)[1].direct.value == "not_stated"


def test_a_verdict_that_cannot_be_read_leaves_the_reading(server: ScriptedModel, search: Search) -> None:
    server.reply = lambda body: (
        choose("white flag")(body) if "groups" in str(body.get("response_format")) else "Yes, of course."
    )
    with reading(server) as reader:
        _, found = ask(search, reader, ASKED)
    assert (found.direct.value, found.reader.kind, found.reader.degraded) == ("not_stated", "model", False)


def test_where_the_words_of_the_record_decide_none_is_asked_for(server: ScriptedModel, search: Search) -> None:
    say(server, "no", "white flag")
    with reading(server) as reader:
        _, found = ask(search, reader, "Did the garrison of Velmar march out on Monday?")
    assert (found.direct.value, len(server.asked)) == ("asserted", 1)


def test_how_accounts_differ_is_told_as_a_reading(server: ScriptedModel, search: Search) -> None:
    say(server, "differs", "white flag", "did not march", claims=("c1", "c2"))
    with reading(server) as reader:
        _, found = ask(search, reader, "How do accounts of the garrison of Velmar differ?")
    assert "As the model reads them, they differ [1][2]." in found.answer or found.comparisons
