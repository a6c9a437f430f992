"""How a direct line and a sentence open: undated and dated apart, origins as they are counted, names as written."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from index.records import CopyGroup, Span
from index.search.embedding import Embedder
from service.answering.answer import Searched
from service.answering.compose import compose_answer
from service.answering.quote_reader import QuoteReader
from service.answering.relating.held import Held
from service.answering.telling.texts import say_claim, shown_words
from service.answering.telling.words import open_sentence
from service.question import parse_question
from tests.service.answering.desk import candidates
from tests.service.answering.hand import state, write_article


def test_only_the_undated_of_two_articles_is_said_to_be_so(embedder: Embedder, tmp_path: Path) -> None:
    articles = [
        write_article("a", "The bridge in Novgrad will close on Friday, the mayor said.", outlet="The Day"),
        write_article("b", "The bridge in Novgrad will close on Monday.", outlet="The Night", day=date(2021, 5, 3)),
    ]
    question = "When will the bridge in Novgrad close?"
    found = candidates(question, articles, embedder, tmp_path)
    query = parse_question(question)
    draft = QuoteReader().choose(query, found)
    searched = Searched(articles=2, outlets=2, unnamed=0, undated=1)
    answer = compose_answer(query, draft, found, answer_id="a", snapshot="s", searched=searched, timings_ms={})
    n = next(one.n for one in answer.citations if one.article_id == "a")
    assert answer.direct.text.endswith(f"The day that [{n}] means is not known: that article is undated.")


def test_two_copies_are_one_text_that_they_share(embedder: Embedder, tmp_path: Path) -> None:
    text = "In the hills of Molde 212 dry wells were counted by hand over nine long weeks of summer."
    articles = [write_article(name, text, outlet=f"Paper {name}", day=date(2021, 5, 3)) for name in ("one", "two")]
    question = "Is it confirmed independently that 212 dry wells were counted?"
    group = CopyGroup("k", ("one", "two"), 2)
    found = candidates(question, articles, embedder, tmp_path, (group,))
    query = parse_question(question)
    searched = Searched(articles=2, outlets=2, unnamed=0, undated=0)
    answer = compose_answer(
        query, QuoteReader().choose(query, found), found, answer_id="a", snapshot="s", searched=searched, timings_ms={}
    )
    assert answer.claims[0].counts.origins == 1
    assert answer.direct.text.endswith("two articles tell it, on one text that they share.")


def test_the_name_of_an_outlet_is_written_as_it_is() -> None:
    article = write_article("a", "The fair opened.", outlet="nymag.com")
    told = say_claim([Held(article, state(article, "The fair opened"))], {"a": 1}, {}, None)
    assert told == "nymag.com says: “The fair opened” [1]."
    assert open_sentence("one article") == "One article"


def test_who_leaves_it_open_may_be_many() -> None:
    article = write_article("a", "White House officials declined to say whether he knew.", outlet="The Day")
    statement = state(
        article,
        "whether he knew",
        chain=["White House officials"],
        cue=("declined to say", "neutral"),
        stance="declines",
    )
    told = say_claim([Held(article, statement)], {"a": 1}, {}, None)
    assert "reports that it is left open by White House officials" in told


def test_an_accusation_is_not_said_twice() -> None:
    article = write_article("a", "Ivo Orr also charged that the mayor took bribes.", outlet="The Day")
    statement = state(
        article, "the mayor took bribes", chain=["Ivo Orr"], cue=("charged", "accusing"), stance="accuses"
    )
    assert shown_words(article, statement) == statement.content
    hedged = replace(statement, content=Span(statement.content.start + 4, statement.content.end))
    assert shown_words(article, hedged).start < hedged.content.start
