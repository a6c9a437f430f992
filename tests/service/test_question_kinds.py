"""Questions about articles and about who said what: read by their words, and never taken for one another."""

import pytest

from service.answering.asking.capitals import restore_capitals
from service.question import parse_question
from service.wording import find_article_ids


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How do these two reports differ?", "difference"),
        ("How do the two reports on Tarsk differ?", "difference"),
        ("What is the difference between the two articles on Tarsk?", "difference"),
        ("What did the second article leave out?", "left_out"),
        ("What did one leave out that the other has?", "left_out"),
        ("Which of the two reports on Tarsk leaves out the toll?", "left_out"),
        ("Is it confirmed independently?", "confirmed"),
        ("Is the capture of Tarsk confirmed independently?", "confirmed"),
        ("How many sources confirm that Tarsk fell?", "confirmed"),
        ("Has the death of Ivo Orr been independently confirmed?", "confirmed"),
        ("Which words do the outlets use for ISIS?", "words"),
        ("What do the outlets call ISIS?", "words"),
        ("When was the article on Tarsk published?", "when"),
        ("When was it published?", "when"),
        ("Did Lorvia deny bombing the bridge?", "yes_no"),
        ("What did Lorvia say about Tarsk?", "said"),
        # What only looks like them.
        ("How did the flu differ from measles?", "what"),
        ("What did Trump leave out of his speech?", "what"),
        ("Was Brett Kavanaugh confirmed by the Senate?", "yes_no"),
        ("Did the Senate confirm Brett Kavanaugh?", "yes_no"),
        ("When was the book published?", "when"),
    ],
)
def test_the_kind_is_read(question: str, kind: str) -> None:
    assert parse_question(question).kind == kind


@pytest.mark.parametrize(
    ("question", "act", "speakers"),
    [
        ("Did the US-led coalition deny bombing the hospital?", "denies", ("US-led coalition",)),
        ("Has Iran denied it?", "denies", ("Iran",)),
        ("Did the ministry admit that it used gas?", "admits", ("ministry",)),
        ("Did Ivo Orr say that he would resign?", "says", ("Ivo Orr",)),
        ("Did the Senate confirm Brett Kavanaugh?", "", ()),
        ("Did Trump announce a deal?", "", ()),
        ("Did Lorvia agree to report the deaths?", "", ()),
        ("Did the articles say that it fell?", "", ()),
    ],
)
def test_who_is_asked_to_have_done_what_with_words_is_read(question: str, act: str, speakers: tuple[str, ...]) -> None:
    query = parse_question(question)
    assert (query.act, query.speakers) == (act, speakers)


def test_a_speaker_is_no_name_that_the_sentence_must_bear() -> None:
    query = parse_question("Did Lorvia deny bombing the bridge at Tarsk?")
    assert (query.speakers, query.names, query.classes) == (("Lorvia",), ("Tarsk",), ("attacked",))
    assert parse_question("What did Ivo Orr say about Tarsk?").names == ("Tarsk",)


def test_a_known_outlet_that_confirms_is_asked_whether_it_did() -> None:
    query = parse_question("Did FRN confirm the reports?", outlets=["FRN"])
    assert (query.kind, query.act, query.speakers, query.outlets) == ("confirmed", "confirms", ("FRN",), ("FRN",))


def test_according_to_a_source_confines_to_what_it_is_cited_for() -> None:
    query = parse_question("According to the Gazette, how many died in Tarsk?")
    assert (query.sources, query.filters.sources, query.names) == (("Gazette",), ("Gazette",), ("Tarsk",))
    assert parse_question("How many died in Tarsk, according to SANA?").sources == ("SANA",)
    named = parse_question("According to the Gazette, how many died in Tarsk?", outlets=["Gazette"])
    assert (named.sources, named.filters.outlets) == ((), ("Gazette",))


def test_a_question_about_articles_searches_for_its_topic_alone() -> None:
    query = parse_question("How do the two reports on Tarsk differ?")
    assert (query.topic, query.search, query.names) == ("Tarsk", "Tarsk", ("Tarsk",))
    assert parse_question("Is the capture of Tarsk confirmed independently?").topic == "capture of Tarsk"


def test_all_names_of_a_thing_are_searched_for_where_its_names_are_asked_for() -> None:
    query = parse_question("What do the outlets call ISIS?")
    assert query.term == "ISIS"
    assert {"ISIS", "Daesh"} <= set(query.search.split())


def test_ids_and_outlets_that_the_question_names_are_kept_in_their_order() -> None:
    question = "How does 002_ab differ from 001_cd?"
    assert find_article_ids(question) == ("002_ab", "001_cd")
    query = parse_question(question, articles=["001_cd", "002_ab"])
    assert (query.kind, query.articles, query.filters.articles) == (
        "difference",
        ("002_ab", "001_cd"),
        ("002_ab", "001_cd"),
    )
    named = parse_question("How do FRN and Emirates Voice differ on Tarsk?", outlets=["Emirates Voice", "FRN"])
    assert (named.kind, named.outlets) == ("difference", ("FRN", "Emirates Voice"))


@pytest.mark.parametrize(
    ("question", "ordinal"),
    [
        ("What did the second article leave out?", "second"),
        ("What did the first report omit?", "first"),
        ("What did one leave out?", ""),
    ],
)
def test_which_of_two_is_meant_is_read(question: str, ordinal: str) -> None:
    assert parse_question(question).ordinal == ordinal


def test_without_capitals_a_question_about_articles_stays_one() -> None:
    query = restore_capitals(parse_question("how do the two reports on tarsk differ"), {"tarsk": "Tarsk"})
    assert (query.kind, query.names, query.search) == ("difference", ("Tarsk",), "Tarsk")


@pytest.mark.parametrize(
    ("question", "verb", "agents"),
    [
        ("Did the New York Times apologize for the cartoon?", "apologize", ("New York Times",)),
        ("Did Ivo Orr apologize?", "apologize", ("Ivo Orr",)),
        # The word after the name is a noun.
        ("Did the Orr campaign apologize?", "", ()),
        ("Did the hospital close?", "", ()),
    ],
)
def test_a_verb_of_no_class_is_what_a_yes_or_no_turns_on(question: str, verb: str, agents: tuple[str, ...]) -> None:
    query = parse_question(question)
    assert (query.verb, query.agents) == (verb, agents)
