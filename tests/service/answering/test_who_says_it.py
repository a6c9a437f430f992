"""Who says it: answers by the chain and stance of statements, never by a name that stands near a verb."""

from pathlib import Path
from typing import Any

import pytest

from index.attribution.aliases import load_aliases
from index.records import Statement
from index.search.embedding import Embedder
from service.answering.language.sources import is_source
from service.answering.quote_reader import QuoteReader
from service.answering.reading import Candidates, Draft
from service.question import Query, parse_question
from tests.service.answering.desk import article, candidates

RAID = article(
    "s1",
    "The Lorvian army denied bombing the hospital in Tarsk, but admitted that it had used flares there. "
    "Mayor Ivo Orr said that 40 people had been killed in Tarsk. Mara Holt asked whether Ivo Orr knew the town. "
    "Tarsk lies in a valley near Bresk.",
    "Raid on Tarsk",
    "The Gazette",
)


def read(question: str, embedder: Embedder, folder: Path, **given: Any) -> tuple[Query, Candidates, Draft]:
    query = parse_question(question, **given)
    found = candidates(question, [RAID], embedder, folder)
    return query, found, QuoteReader().choose(query, found)


def chosen(found: Candidates, draft: Draft) -> list[tuple[str | None, str]]:
    """Who spoke, and the content, of each statement chosen."""
    by_id = {one.id: one for own in found.statements.values() for one in own}
    return [(speaker(by_id[key]), content(by_id[key])) for group in draft.groups for key in group]


def speaker(statement: Statement) -> str | None:
    return statement.chain[-1].name if statement.chain else None


def content(statement: Statement) -> str:
    return RAID.text[statement.content.start : statement.content.end]


def test_what_somebody_says_is_what_he_is_the_source_of(embedder: Embedder, tmp_path: Path) -> None:
    _, found, draft = read("What did Ivo Orr say?", embedder, tmp_path)
    (one,) = chosen(found, draft)
    assert one[0] is not None
    assert one[0].endswith("Ivo Orr")
    assert "40 people" in one[1]


def test_who_only_is_asked_about_says_nothing(embedder: Embedder, tmp_path: Path) -> None:
    _, _, draft = read("What did Bresk say?", embedder, tmp_path)
    assert draft.groups == ()


def test_an_outlet_says_what_it_says_in_its_own_voice(embedder: Embedder, tmp_path: Path) -> None:
    _, found, draft = read("What did The Gazette say about Bresk?", embedder, tmp_path, outlets=["The Gazette"])
    assert chosen(found, draft) == [(None, "Tarsk lies in a valley near Bresk.")]


@pytest.mark.parametrize(
    ("question", "content_holds"),
    [
        ("Did the Lorvian army deny bombing the hospital in Tarsk?", "bombing the hospital"),
        ("Did the Lorvian army admit that it used flares?", "used flares"),
    ],
)
def test_an_act_is_told_by_stance_and_chain(
    question: str, content_holds: str, embedder: Embedder, tmp_path: Path
) -> None:
    query, found, draft = read(question, embedder, tmp_path)
    ((who, said),) = chosen(found, draft)
    assert who is not None
    assert who.endswith("Lorvian army")
    assert content_holds in said
    assert query.act in ("denies", "admits")


def test_an_act_of_another_is_no_answer(embedder: Embedder, tmp_path: Path) -> None:
    _, _, draft = read("Did Ivo Orr deny bombing the hospital in Tarsk?", embedder, tmp_path)
    assert draft.groups == ()


def test_a_source_confines_to_what_it_is_cited_for(embedder: Embedder, tmp_path: Path) -> None:
    question = "How many people were killed in Tarsk?"
    _, found, draft = read(question, embedder, tmp_path, sources=["Ivo Orr"])
    assert [said for _, said in chosen(found, draft)] == [content(one) for one in _by_orr(found)]
    _, _, none = read(question, embedder, tmp_path / "other", sources=["Lorvian army"])
    assert none.groups == ()


def _by_orr(found: Candidates) -> list[Statement]:
    return [one for own in found.statements.values() for one in own if (speaker(one) or "").endswith("Ivo Orr")]


@pytest.mark.parametrize(
    ("name", "asked", "same"),
    [
        ("SANA", "SANA", True),
        ("state news agency SANA", "SANA", True),
        ("SANA news agency", "SANA", True),
        ("Foreign Minister Sergei Lavrov", "Lavrov", True),
        ("Trump", "Donald Trump", True),
        ("the Pentagon spokesman", "Pentagon", True),
        ("Agence France-Presse", "AFP", True),
        ("US-led coalition", "US", False),
        ("former Trump adviser John Smith", "Trump", False),
        ("critics of Trump", "Trump", False),
        ("Trump’s lawyer", "Trump", False),
        ("a military source", "military source", True),
        ("Ivo Orr", "Mara Holt", False),
    ],
)
def test_a_source_is_who_is_asked_for_and_nobody_beside_him(name: str, asked: str, same: bool) -> None:
    assert is_source(name, asked, load_aliases()) is same
