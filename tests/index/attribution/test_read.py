"""Who says it: constructed sentences of every kind beside the chain, stance and content that are right."""

import pytest

from index.attribution.found import Attribution
from index.attribution.read import read_statements
from index.reading.sentences import split_sentences
from index.records import Cue, Span
from tests.index.attribution.articles import read_text, slice_span, tell, write_article

Told = tuple[str, str, str]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The bridge was closed.", [("-", "asserts", "The bridge was closed.")]),
        ("The minister said that the bridge was closed.", [("The minister", "asserts", "the bridge was closed")]),
        ("Anna Petrova said the bridge was closed.", [("Anna Petrova", "asserts", "the bridge was closed")]),
        ("According to police, two people were hurt.", [("police", "asserts", "two people were hurt")]),
        ("Two people were hurt, according to police.", [("police", "asserts", "Two people were hurt")]),
        ("“It fell,” said Jan Kral, a lawyer.", [("Jan Kral", "asserts", "“It fell,”")]),
        ("“It fell,” Jan Kral said on Friday.", [("Jan Kral", "asserts", "“It fell,”")]),
        ("Jan Kral, a lawyer, said the bridge fell.", [("Jan Kral", "asserts", "the bridge fell")]),
        ("As Jan Kral put it, “It fell.”", [("Jan Kral", "asserts", "“It fell.”")]),
        ("Jan Kral, who said the bridge fell, resigned.", [("Jan Kral", "asserts", "the bridge fell")]),
        ("A new report says that prices rose.", [("A new report", "asserts", "prices rose")]),
        ("The US said the bridge fell.", [("US", "asserts", "the bridge fell")]),
        ("Her lawyer, Jan Kral, said the bridge fell.", [("Jan Kral", "asserts", "the bridge fell")]),
        ("On Friday, he said, the bridge fell.", [("he", "asserts", "the bridge fell")]),
        ("Three people were freed, state media said.", [("state media", "asserts", "Three people were freed")]),
    ],
)
def test_a_sentence_says_whose_words_it_holds(text: str, told: list[Told]) -> None:
    assert tell(text) == told


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("A military source told SANA that the town fell.", "SANA > a military source"),
        ("A police source revealed to the AFP news agency that the town fell.", "AFP > a police source"),
        ("The town fell, RT reported, citing Syria’s SANA.", "RT > SANA"),
        ("RT reported, citing two officials, that the town fell.", "RT > two officials"),
        ("Tass quoted the minister as saying the town fell.", "Tass > the minister"),
        ("The minister was quoted by Tass as saying that the town fell.", "Tass > The minister"),
        ("The firm said in a statement to CNN that the town fell.", "CNN > The firm"),
        ("In a statement to CNN, the firm said the town fell.", "CNN > the firm"),
        ("RT said that SANA had reported that a medic said the town fell.", "RT > SANA > a medic"),
        ("Anna Petrova told reporters that the town fell.", "Anna Petrova"),
        ("Anna Petrova told parliament that the town fell.", "Anna Petrova"),
        ("Anna Petrova told Trump that the town fell.", "Anna Petrova"),
        ("A report by the Centre for Policy Research says the town fell.", "Centre for Policy Research"),
    ],
)
def test_a_chain_runs_from_whom_the_outlet_cites_to_who_spoke(text: str, chain: str) -> None:
    ((found, stance, _),) = tell(text)
    assert (found.casefold(), stance) == (chain.casefold(), "asserts")


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The army denied that its men fired.", ["denies"]),
        ("The army denied that its men fired, but admitted using gas.", ["denies", "admits"]),
        ("The army accused the rebels of firing first.", ["accuses"]),
        ("Officials declined to comment on the report.", ["declines"]),
        ("The army has not confirmed the attack.", ["declines"]),
        ("The army confirmed the attack.", ["confirms"]),
        ("A spokesman said the deaths were “being investigated”.", ["uncertain"]),
        ("A spokesman said the deaths were “being investigated,” and that aid was sent.", ["uncertain", "asserts"]),
        ("“There is fire, but it’s unclear whether anyone was hurt,” said Jan Kral.", ["asserts", "uncertain"]),
        ("It is unclear whether the pilot survived.", ["uncertain"]),
    ],
)
def test_a_stance_is_that_of_the_source_to_each_piece(text: str, stances: list[str]) -> None:
    assert [stance for _, stance, _ in tell(text)] == stances


@pytest.mark.parametrize(
    "text",
    [
        "The storm claimed the lives of nine people.",
        "The group declared a self-styled “emirate” in the north.",
        "The firm’s stated goal is to sell more shoes.",
        "The so-called “safe zone” was shelled.",
        "The footage shows the widespread damage.",
        "The army would say that the bridge fell.",
        "We know that the bridge fell.",
        "If the army says that the bridge fell, nobody listens.",
        "Prosecutors brought charges against the mayor.",
        "Despite the truce, the army continues to operate in the city.",
    ],
)
def test_idioms_and_scare_quotes_attribute_nothing(text: str) -> None:
    assert tell(text) == [("-", "asserts", text)]


def test_joint_sources_are_two_statements_of_one_content() -> None:
    text = "Earlier, Almasdar news and SANA reported that the army entered the town."
    first, second = read_text(text)
    assert tell(text) == [
        ("Almasdar", "asserts", "the army entered the town"),
        ("SANA", "asserts", "the army entered the town"),
    ]
    assert (first.joint, second.joint) == ((second.id,), (first.id,))


def test_a_participle_goes_on_for_the_same_chain_and_and_that_begins_anew() -> None:
    text = "“It is ours,” a source told SANA, adding that 40 men were held and that the road was open."
    assert tell(text) == [
        ("SANA > a source", "asserts", "“It is ours,”"),
        ("SANA > a source", "asserts", "40 men were held"),
        ("SANA > a source", "asserts", "the road was open"),
    ]


def test_a_split_quotation_is_two_statements() -> None:
    text = "“We closed it,” said Jan Kral, “because it was not safe.”"
    assert tell(text) == [
        ("Jan Kral", "asserts", "“We closed it,”"),
        ("Jan Kral", "asserts", "“because it was not safe.”"),
    ]


def test_each_sentence_of_a_quotation_has_its_tags_chain() -> None:
    text = "“We closed it. It was not safe. We had no choice,” said Jan Kral. “It will open on Monday.”"
    before, between, tagged, after = read_text(text)
    assert [slice_span(text, one.content) for one in (before, between, tagged, after)] == [
        "“We closed it.",
        "It was not safe.",
        "We had no choice,”",
        "“It will open on Monday.”",
    ]
    name = Span(text.index("Jan"), text.index("Kral") + 4)
    for one in (before, between, tagged, after):
        assert one.chain is not None
        (link,) = one.chain
        assert (link.name, Span(link.start, link.end), link.carried_from) == ("Jan Kral", name, None)


def test_a_quotation_left_open_runs_into_the_next_paragraph_and_no_further() -> None:
    text = "“It is wrong,” said Jan Kral. “It must be put right.\n“We will appeal.”\n“Never before.”"
    assert [(chain, stance) for chain, stance, _ in tell(text)] == [
        ("Jan Kral", "asserts"),
        ("Jan Kral", "asserts"),
        ("Jan Kral", "asserts"),
        ("?", "asserts"),
    ]
    assert read_text(text)[-1].continuation == "possible"


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("“It fell,” the news agency SANA reported.\nIt said the road was open.", "It=SANA"),
        ("SANA news agency said the town fell.\nAccording to the agency, the road is open.", "the agency=SANA"),
        ("Lisa Berg said the town fell.\nShe said the road was open.", "She=Lisa Berg"),
        (
            "The Syrian Observatory for Human Rights said the town fell.\nThe British-based monitoring group said so.",
            "The British-based monitoring group=Syrian Observatory for Human Rights",
        ),
        (
            "A source close to the army told AFP that the town fell.\n“It is ours,” the source added.",
            "the source=AFP > the source=A source close to the army",
        ),
    ],
)
def test_words_that_stand_for_a_source_are_carried_to_the_last_that_fits(text: str, chain: str) -> None:
    assert tell(text)[-1][0] == chain


def test_where_two_fit_none_is_written() -> None:
    text = "Lisa Berg and Ann Hall said the town fell.\nShe said the road was open."
    last = read_text(text)[-1]
    assert last.chain is not None
    assert [(link.name, link.named, link.carried_from) for link in last.chain] == [("She", False, None)]
    assert last.continuation == "possible"


def test_a_sentence_after_a_paraphrase_may_go_on_with_it_and_never_gets_its_source() -> None:
    text = "SANA said the army entered the town. After a battle, the town was freed.\nRain is expected."
    said, after, later = read_text(text)
    assert (after.voice, after.chain, after.continuation) == ("outlet", (), "possible")
    assert (said.continuation, later.continuation) == (None, None)


def test_the_outlets_own_name_is_no_link_and_its_confirmation_is_its_own() -> None:
    text = "FRN has confirmed these reports."
    (one,) = read_text(text, outlet="FRN")
    assert (one.voice, one.chain, one.stance) == ("outlet", (), "confirms")
    assert tell(text) == [("FRN", "confirms", "these reports")]


def test_an_aside_has_a_statement_of_its_own_in_the_outlets_voice() -> None:
    text = "The general said the town – which fell in 2014 without a fight – had been retaken."
    assert tell(text) == [
        ("The general", "asserts", "the town – which fell in 2014 without a fight – had been retaken"),
        ("-", "asserts", "which fell in 2014 without a fight"),
    ]


def test_a_clause_beside_an_attribution_is_the_outlets() -> None:
    text = "Two people were hurt, according to police, and the road was shut."
    assert tell(text) == [
        ("police", "asserts", "Two people were hurt"),
        ("-", "asserts", "the road was shut"),
    ]


def test_a_cue_has_its_class_and_its_words() -> None:
    text = "The coalition has claimed that nobody was hurt."
    (one,) = read_text(text)
    start = text.index("has")
    assert one.cue == Cue("has claimed", "doubting", start, start + len("has claimed"))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Jan Kral said the bridge fell.", "paraphrase"),
        ("“The bridge fell,” said Jan Kral.", "quotation"),
        ("Jan Kral said the bridge “fell in seconds”.", "mixed"),
    ],
)
def test_a_form_tells_quotation_from_paraphrase(text: str, form: str) -> None:
    assert [one.form for one in read_text(text)] == [form]


def test_headings_state_in_the_outlets_voice_what_the_body_attributes() -> None:
    article = write_article("Bridge fell\nThe bridge fell, police said.", first="title")
    heading, said = read_statements(article, split_sentences(article.text, article.lines))
    assert (heading.n, heading.id, heading.voice, heading.chain, heading.rule) == (
        -1,
        "a~01234567~sh.1",
        "outlet",
        (),
        "heading",
    )
    assert (said.n, said.id, said.voice) == (0, "a~01234567~s0.1", "attributed")


def test_another_language_is_not_analysed() -> None:
    article = write_article("Die Brücke ist gesperrt, sagte die Polizei.", language="de")
    (one,) = read_statements(article, split_sentences(article.text, article.lines))
    assert (one.voice, one.chain, one.stance, one.rule) == (None, None, None, "language")


def test_a_parser_adds_only_where_the_rules_found_nothing() -> None:
    text = "Rain fell in the opinion of Jan Kral. Police said the bridge fell."

    def parse(text: str, sentences: object) -> list[Attribution]:
        def span(words: str) -> Span:
            return Span(text.index(words), text.index(words) + len(words))

        return [
            Attribution((span("Jan Kral"),), span("in the opinion of"), (span("Rain fell"),), "parser:inserted"),
            Attribution((span("Jan Kral"),), span("said"), (span("the bridge fell"),), "parser:clause"),
        ]

    article = write_article(text)
    statements = read_statements(article, split_sentences(text, article.lines), parse)
    assert [(one.rule, slice_span(text, one.content)) for one in statements] == [
        ("parser:inserted", "Rain fell"),
        ("clause", "the bridge fell"),
    ]
