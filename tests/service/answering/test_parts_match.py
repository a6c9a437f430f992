"""A yes needs the asked doer, the asked deed and whom it was done to; a denial must be of just that."""

from pathlib import Path

import pytest

from index.search.embedding import Embedder
from service.answering.judging.compared import choose_compared
from service.answering.judging.judge import Judge
from service.answering.judging.rest import question_stems
from service.answering.judging.score import score_sentences
from service.answering.quote_reader import QuoteReader
from service.question import parse_question
from tests.service.answering.desk import article, candidates


def stands(question: str, text: str, embedder: Embedder, folder: Path) -> set[bool]:
    """What the sentences of a text say to a yes or no: {True} that it is so, {False} that it is not, {} neither."""
    found = candidates(question, [article("a", text)], embedder, folder)
    judge = Judge(parse_question(question), found)
    return {not filling.denied for one in found.sentences for _, filling in judge.read(one)}


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        (
            "Did Orr order the firing of Lund?",
            "Agent Mika Salo, taken off special counsel Ivar Lund’s team after investigators found texts that mocked "
            "Mayor Ivo Orr, has been fired.",
            set(),
        ),
        ("Did Orr order the firing of Lund?", "Mayor Ivo Orr ordered the firing of Ivar Lund in May.", {True}),
        ("Did Orr order the firing of Lund?", "Mayor Ivo Orr never ordered the firing of Ivar Lund.", {False}),
        ("Has Orr ordered the firing of Lund?", "Mayor Ivo Orr fired Mika Salo, once an aide of Ivar Lund.", set()),
        ("Did Orr fire Lund?", "Mayor Ivo Orr considered firing Ivar Lund.", set()),
        ("Did Orr fire Lund?", "Mayor Ivo Orr wanted to fire Ivar Lund.", set()),
        ("Did Orr deny the charges?", "Ivo Orr blamed his wife for many of the charges.", set()),
        ("Did Orr deny the charges?", "Ivo Orr denied the charges.", {False}),
        ("Did Orr deny knowledge of the restaurant?", "Ivo Orr denied knowledge of the restaurant.", {False}),
        ("Did Orr deny using a crane?", "Ivo Orr admitted using a crane.", {True}),
        ("Did Orr fire Lund?", "Ivar Lund was fired on Monday after a row with Ivo Orr.", set()),
        ("Did Orr fire Lund?", "Ivar Lund was fired by Ivo Orr on Monday.", {True}),
        ("Did prosecutors indict Ivar Lund?", "The DRB hasn’t accused Ivar Lund of any wrongdoing.", set()),
        ("Did prosecutors indict Ivar Lund?", "The DRB indicted Ivar Lund on Monday.", set()),
        ("Did prosecutors indict Ivar Lund?", "On Monday prosecutors indicted Ivar Lund.", {True}),
        (
            "Did prosecutors indict Ivar Lund?",
            "A woman was indicted over gifts to Lund’s campaign. Ivar Lund left.",
            set(),
        ),
        ("Was Ivar Lund fired?", "Mika Salo was fired by the board. Ivar Lund was not there.", set()),
        ("Was Ivar Lund fired?", "Ivar Lund was fired on Monday.", {True}),
    ],
)
def test_a_yes_needs_doer_deed_and_done_to(
    question: str, text: str, said: set[bool], embedder: Embedder, tmp_path: Path
) -> None:
    assert stands(question, text, embedder, tmp_path) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lorvia made no commitment to sign the treaty of Tarsk.", set()),
        ("Lorvia has no plans whatever to sign the treaty of Tarsk.", set()),
        ("Lorvia did not say it signed the treaty of Tarsk.", set()),
        ("Lorvia has not signed the treaty of Tarsk.", {False}),
        ("Lorvia signed the treaty of Tarsk.", {True}),
    ],
)
def test_only_a_denial_of_what_is_asked_denies_it(
    text: str, said: set[bool], embedder: Embedder, tmp_path: Path
) -> None:
    assert stands("Did Lorvia sign the treaty of Tarsk?", text, embedder, tmp_path) == said


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        ("Did the mayor of Tarsk take bribes?", "The Hill Post reported that the mayor of Tarsk took bribes.", {True}),
        ("Did the mayor of Tarsk take bribes?", "The mayor of Tarsk denied that he had taken bribes.", {False}),
        ("Did the wells of Tarsk run dry?", "The wells of Tarsk ran dry in June, the water board said.", {True}),
    ],
)
def test_irregular_verbs_are_read_in_any_form(
    question: str, text: str, said: set[bool], embedder: Embedder, tmp_path: Path
) -> None:
    assert stands(question, text, embedder, tmp_path) == said


def test_words_of_which_it_is_not_known_whose_they_are_answer(embedder: Embedder, tmp_path: Path) -> None:
    question = "How many prisoners were taken?"
    found = candidates(question, [article("a", "“It was cold. We took 400 prisoners in March.”")], embedder, tmp_path)
    assert len(QuoteReader().choose(parse_question(question), found).groups) == 1


def chosen(question: str, texts: dict[str, str], embedder: Embedder, folder: Path) -> set[tuple[str, str]]:
    """Article and content of each statement chosen, of articles by outlets that are known."""
    articles = [article(f"a{n}", text, outlet=outlet) for n, (outlet, text) in enumerate(texts.items())]
    found = candidates(question, articles, embedder, folder)
    by_id = {one.id: one for own in found.statements.values() for one in own}
    draft = QuoteReader().choose(parse_question(question, outlets=list(texts)), found)
    given = [by_id[key] for group in draft.groups for key in group]
    return {(one.article_id, found.articles[one.article_id].text[slice(*one.content)]) for one in given}


FERRY = {
    "The Times": "The Karsk ferry sank with 31 people on board, the coast guard said.",
    "Hill Post": "The Times reported that the ferry at Karsk was old. Nobody else has written of the ferry.",
    "Front News": "The ferry sank on Tuesday.",
}


@pytest.mark.parametrize("verb", ["report", "say"])
def test_what_an_outlet_reports_is_all_that_it_prints_and_what_it_is_cited_for(
    verb: str, embedder: Embedder, tmp_path: Path
) -> None:
    given = chosen(f"What did The Times {verb} about the ferry?", FERRY, embedder, tmp_path)
    assert given == {("a0", "The Karsk ferry sank with 31 people on board"), ("a1", "the ferry at Karsk was old")}


@pytest.mark.parametrize(
    ("question", "outlets"),
    [
        ("What did The Times report about the ferry?", ()),
        ("What did The Times report say about the ferry?", ("The Times",)),
        ("What does the Times article say about the ferry?", ("The Times",)),
    ],
)
def test_an_outlet_that_reports_is_no_report(question: str, outlets: tuple[str, ...]) -> None:
    assert parse_question(question, outlets=["The Times"]).filters.outlets == outlets


def test_who_denied_it_is_only_who_denies(embedder: Embedder, tmp_path: Path) -> None:
    texts = {
        "The Times": "The allegations against Ivar Lund concern a restaurant, the Hill Post reported.",
        "Front News": "Ivar Lund denied the allegations against him.",
    }
    given = chosen("Who denied the allegations against Lund?", texts, embedder, tmp_path)
    assert {article_id for article_id, _ in given} == {"a1"}


def test_the_other_of_two_need_not_hold_what_it_leaves_out(embedder: Embedder, tmp_path: Path) -> None:
    question = "Which of the two reports leaves out what Mara Holt says?"
    first = article("a", "The bridge in Tarsk was closed. Mara Holt says that it may fall.")
    second = article("b", "The bridge in Tarsk was closed on Monday.")
    query, found = parse_question(question), candidates(question, [first, second], embedder, tmp_path)
    stems = question_stems(query, found.lexicon)
    pair, _ = choose_compared(query, found, score_sentences(query, found).tolist(), stems)
    assert pair == ("a", "b")


def test_a_deal_with_a_name_in_it_is_not_called_by_the_name_alone(embedder: Embedder, tmp_path: Path) -> None:
    question = "Which words do the outlets use for the Lorvia deal?"
    text = "Lorvia signed it. Orr called the Lorvia nuclear deal a shame. Lorvia’s deal stands."
    found = candidates(question, [article("a", text)], embedder, tmp_path)
    judge = Judge(parse_question(question), found)
    forms = [filling.value for one in found.sentences for _, filling in judge.read(one)]
    assert forms == ["Lorvia nuclear deal", "Lorvia’s deal"]
