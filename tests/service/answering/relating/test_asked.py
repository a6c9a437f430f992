"""Reports that tell what a yes or no question asks are one claim; what is unsure stays side by side."""

from datetime import date
from pathlib import Path

import pytest

from index.records import Article
from index.search.embedding import Embedder
from service.answering.answer import Answer, Searched
from service.answering.compose import compose_answer
from service.answering.quote_reader import QuoteReader
from service.question import parse_question
from tests.service.answering.desk import candidates
from tests.service.answering.hand import write_article

DAY = date(2021, 5, 3)
DISMISSED = "Police chief Marta Olsen has been fired after a long inquiry into the harbour deal."
RETOLD = "Marta Olsen, who led the police of Novgrad, was fired on Monday over texts."


def ask(question: str, articles: list[Article], embedder: Embedder, folder: Path) -> Answer:
    query = parse_question(question)
    found = candidates(question, articles, embedder, folder)
    searched = Searched(articles=len(articles), outlets=2, unnamed=0, undated=0)
    draft = QuoteReader().choose(query, found)
    return compose_answer(
        query, draft, found, answer_id="ans_1", snapshot="s", searched=searched, timings_ms={"total": 1.0}
    )


def pair(one: str, other: str, days: tuple[date | None, date | None] = (DAY, DAY)) -> list[Article]:
    """Two outlets' articles, each with the full name in its title."""
    title = "Marta Olsen, police chief of Novgrad"
    return [
        write_article("a", one, outlet="The Day", title=title, day=days[0]),
        write_article("b", other, outlet="The Night", title=title, day=days[1]),
    ]


def agreements(answer: Answer) -> list[tuple[str, int]]:
    return [(one.agreement, one.counts.origins) for one in answer.claims]


@pytest.mark.parametrize("question", ["Was Marta Olsen fired?", "Is it confirmed that Marta Olsen was fired?"])
def test_two_outlets_that_tell_it_in_their_own_voice_are_one_claim(
    question: str, embedder: Embedder, tmp_path: Path
) -> None:
    answer = ask(question, pair(DISMISSED, RETOLD), embedder, tmp_path)
    assert agreements(answer) == [("corroborated", 2)]
    assert answer.claims[0].silent == ()


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        (DISMISSED, RETOLD, (DAY, None)),
        (DISMISSED, RETOLD, (DAY, date(2021, 7, 3))),
        (
            DISMISSED,
            "Marta Olsen’s deputy was fired on Monday over texts.",
            (DAY, DAY),
        ),
        (DISMISSED, "Marta Olsen, who led the police of Novgrad, resigned on Monday over texts.", (DAY, DAY)),
        (
            DISMISSED,
            "Marta Olsen, who led the police of Novgrad, was reportedly fired on Monday over texts.",
            (DAY, DAY),
        ),
        (DISMISSED, "Marta Olsen, who led the police of Novgrad, was not fired on Monday.", (DAY, DAY)),
    ],
)
def test_what_is_undated_far_apart_anothers_other_hedged_or_denied_stays_apart(
    one: str, other: str, days: tuple[date | None, date | None], embedder: Embedder, tmp_path: Path
) -> None:
    answer = ask("Was Marta Olsen fired?", pair(one, other, days), embedder, tmp_path)
    assert answer.claims
    assert all(found.counts.articles == 1 for found in answer.claims)


def test_outlets_whose_articles_cite_one_source_for_it_do_not_confirm_one_another(
    embedder: Embedder, tmp_path: Path
) -> None:
    lawyer = "Nils Brandt, a lawyer, said that she was fired without a hearing."
    articles = pair(f"{DISMISSED}\n{lawyer}", f"{RETOLD}\nShe was fired without a word of thanks, Nils Brandt said.")
    answer = ask("Is it confirmed that Marta Olsen was fired?", articles, embedder, tmp_path)
    first = answer.claims[0]
    assert (first.agreement, first.counts.articles, first.counts.origins) == ("same_origin", 2, 1)
    assert "do not rest on one another" not in answer.direct.text


def test_a_denial_of_another_deed_is_no_denial_of_the_one_asked(embedder: Embedder, tmp_path: Path) -> None:
    article = write_article(
        "a",
        "Marta Olsen has denied knowledge of the deal, and the council hasn’t accused Olsen of any wrongdoing.",
        outlet="The Day",
    )
    answer = ask("Did prosecutors indict Marta Olsen?", [article], embedder, tmp_path)
    assert answer.direct.value == "not_stated"
    assert all(one.agreement != "denied" for one in answer.claims)
