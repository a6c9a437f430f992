"""Questions about articles: which two are meant, which words they use, when they came out."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from index.records import CopyGroup, Published
from index.search.embedding import Embedder
from service.answering.judging.judge import Judge
from service.answering.quote_reader import QuoteReader
from service.answering.reading import Candidates, Draft
from service.question import parse_question
from tests.service.answering.desk import article, candidates

FIRST = article(
    "c1", "Army units took Tarsk after a battle. ISIS fighters fled to the hills.", "Tarsk falls", "The Gazette"
)
SECOND = article("c2", "Army units took Tarsk after a battle.", "Tarsk is taken", "Daily Post")
THIRD = article("c3", "Farmers in Tarsk sell more wine. Daesh had banned it in Tarsk.", "Wine in Tarsk", "Wine News")
OTHER = article("c4", "The central bank of Quorn raised its rates.", "Rates up", "Money")
ALL = [THIRD, FIRST, SECOND, OTHER]
COPIES = (CopyGroup("copy:1", ("c1", "c2"), 2),)


def read(question: str, embedder: Embedder, folder: Path, **given: Any) -> tuple[Candidates, Draft, Judge]:
    query = parse_question(question, **given)
    found = candidates(query.search, ALL, embedder, folder, COPIES)
    return found, QuoteReader().choose(query, found), Judge(query, found)


@pytest.mark.parametrize(
    ("question", "given", "compared", "lacks"),
    [
        ("How do the two reports on how army units took Tarsk differ?", {}, {"c1", "c2"}, None),
        (
            "How do The Gazette and Wine News differ on Tarsk?",
            {"outlets": ["Wine News", "The Gazette"]},
            ("c1", "c3"),
            None,
        ),
        ("What did c2 leave out that c1 has?", {"articles": ["c1", "c2"]}, ("c2", "c1"), "c2"),
        ("What did the report titled “Tarsk is taken” leave out?", {}, ("c2", "c1"), "c2"),
        ("How do the two reports on Vexlow differ?", {}, (), None),
    ],
)
def test_two_articles_are_found_by_name_or_as_copies_on_the_topic(
    question: str, given: dict[str, list[str]], compared: object, lacks: str | None, embedder: Embedder, tmp_path: Path
) -> None:
    _, draft, _ = read(question, embedder, tmp_path, **given)
    assert (set(draft.compared) if isinstance(compared, set) else draft.compared) == compared
    assert draft.lacks == lacks


def test_each_word_for_a_thing_is_a_group_of_those_who_use_it(embedder: Embedder, tmp_path: Path) -> None:
    found, draft, judge = read("Which words do the outlets use for Islamic State?", embedder, tmp_path)
    by_id = {one.id: one for own in found.statements.values() for one in own}
    used = {}
    for group in draft.groups:
        fillings = [judge.fill(by_id[key]) for key in group]
        used[fillings[0].value if fillings[0] else None] = [by_id[key].article_id for key in group]
    assert used == {"ISIS": ["c1"], "Daesh": ["c3"]}


def test_when_an_article_was_published_is_its_masthead_and_never_guessed(embedder: Embedder, tmp_path: Path) -> None:
    query = parse_question("When was the article on wine in Tarsk published?")
    dated = replace(THIRD, masthead=replace(THIRD.masthead, published=Published(date(2020, 5, 4), level="declared")))
    found = candidates(query.search, [dated, FIRST], embedder, tmp_path / "dated")
    draft = QuoteReader().choose(query, found)
    by_id = {one.id: one for own in found.statements.values() for one in own}
    fillings = [Judge(query, found).fill(by_id[key]) for group in draft.groups for key in group]
    assert [one.value for one in fillings if one] == ["2020-05-04"]
    undated = candidates(query.search, [THIRD, FIRST], embedder, tmp_path / "undated")
    assert QuoteReader().choose(query, undated).groups == ()


def test_a_statement_that_was_not_chosen_fills_nothing(embedder: Embedder, tmp_path: Path) -> None:
    found, draft, judge = read("Who took Tarsk?", embedder, tmp_path)
    own = [one for statements in found.statements.values() for one in statements]
    filled = {one.id for one in own if judge.fill(one)}
    assert {key for group in draft.groups for key in group} <= filled
    assert not any(judge.fill(one) for one in own if one.article_id == "c4")
