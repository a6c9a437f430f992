"""A model's words for an answer: shown where they hold no more and no less than their claim, else the template's."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.search.embedding import Embedder
from index.search.search import Search
from service.answering.answer import Answer, Claim
from service.answering.prompting.prose import find_fault
from tests.scripted.server import Body, ScriptedModel
from tests.service.answering.asked_model import ask, choose, reading
from tests.service.answering.desk import answer as compose
from tests.service.answering.desk import article

TEXT = (
    "The bridge at Orrin was allegedly mined by the rebels, the mayor Dana Holt said on Monday.\n"
    "Dana Holt denied that the council had paid the rebels of Orrin.\n"
    "At least 40 people were not allowed to leave Orrin, the agency Tarsk News reported."
)
CUT, WHO = (
    "it does not end with the claim's own words, whole",
    "it does not say who reports it, and then from whom, and no",
)
FAITHFUL = "The Harbour Times, citing Dana Holt, says the bridge at Orrin was allegedly mined by the rebels."


@pytest.fixture(scope="module")
def mined(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Claim:
    return _claim("Who mined the bridge at Orrin?", "mined", embedder, tmp_path_factory.mktemp("words"))


@pytest.fixture(scope="module")
def paid(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Claim:
    return _claim("Did the council pay the rebels of Orrin?", "paid", embedder, tmp_path_factory.mktemp("words"))


def _claim(question: str, word: str, embedder: Embedder, folder: Path) -> Claim:
    found = compose(question, [article("a", TEXT, outlet="Harbour Times")], embedder, folder)
    return next(one for one in found.claims if word in one.text)


def test_a_sentence_that_keeps_outlet_source_hedge_and_words_may_stand(mined: Claim) -> None:
    assert find_fault(FAITHFUL, mined) == ""


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        (FAITHFUL.replace("allegedly ", ""), CUT),
        (FAITHFUL.replace("Harbour Times", "BBC"), WHO),
        (
            FAITHFUL.replace("The Harbour Times, citing ", ""),
            WHO,
        ),
        (FAITHFUL.replace("citing Dana Holt, ", ""), WHO),
        (FAITHFUL.replace("Dana Holt", "reuters"), WHO),
        (FAITHFUL.replace("was allegedly", "was not allegedly"), CUT),
        (FAITHFUL.replace("the rebels", "40 rebels"), CUT),
        (FAITHFUL.replace("bridge", "[bridge](https://evil.example)"), "it is no plain sentence"),
        (FAITHFUL + " ![x](x)", "it is no plain sentence"),
        (FAITHFUL + " <b>", "it is no plain sentence"),
        (
            "The Harbour Times, citing Dana Holt: the rebels allegedly mined Orrin.",
            CUT,
        ),
        (FAITHFUL * 10, "it is no plain sentence"),
    ],
)
def test_a_sentence_that_does_not_is_refused_for_what_is_wrong(sentence: str, fault: str, mined: Claim) -> None:
    assert find_fault(sentence, mined).startswith(fault)


def test_a_denial_keeps_its_word(paid: Claim) -> None:
    stands = "The Harbour Times says that Dana Holt denied that the council had paid the rebels of Orrin."
    assert paid.reports[0].stance == "denies"
    assert find_fault(stands, paid) == ""
    assert find_fault(stands.replace("denied", "said"), paid) == "“denied” is lost"


@pytest.fixture
def server() -> Iterator[ScriptedModel]:
    with ScriptedModel() as opened:
        yield opened


def _word(server: ScriptedModel, search: Search, sentence: str, *, prose: bool = True) -> tuple[Answer, Answer]:
    """The answer without words of the model, and with."""

    def reply(body: Body) -> str:
        if "groups" in str(body.get("response_format")):
            return choose("4,350 civilians")(body)
        return json.dumps(
            {"direct": {"text": sentence, "claim": "c1"}, "sentences": [{"text": sentence, "claim": "c1"}]}
        )

    server.reply = reply
    with reading(server) as plain:
        _, composed = ask(search, plain)
    with reading(server, prose=prose) as wording:
        return composed, ask(search, wording)[1]


def test_good_words_are_shown_with_their_citation_and_the_claims_are_what_they_were(
    server: ScriptedModel, sample_search: Search
) -> None:
    said = "An unnamed outlet, citing Airwars, says that "
    said += "more than 4,350 civilians have been killed in US-led military operations since June 2014"
    composed, worded = _word(server, sample_search, said + ".")
    assert worded.claims == composed.claims
    assert (worded.direct.text, worded.direct.value) == (f"{said} [1].", composed.direct.value)
    assert worded.answer.startswith(f"{said} [1]. {said} [1].")
    assert worded.usage
    assert (worded.usage.calls, worded.usage.tokens_in) == (2, 22)


def test_bad_words_leave_the_answer_as_it_is_composed(server: ScriptedModel, sample_search: Search) -> None:
    composed, worded = _word(server, sample_search, "BBC says that more than 4,350 civilians have been killed.")
    assert (worded.direct, worded.answer, worded.claims) == (composed.direct, composed.answer, composed.claims)


def test_no_words_are_asked_for_unless_that_is_set(server: ScriptedModel, sample_search: Search) -> None:
    _word(server, sample_search, "Anything.", prose=False)
    assert len(server.asked) == 2
