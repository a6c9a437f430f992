"""Who says what in sentences where something stands between speaker, verb and words."""

import pytest

from tests.index.attribution.articles import read_text, tell


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The town, which fell, asked the judge and jury for help.",
            ("-", "asserts", "The town, which fell, asked the judge and jury for help."),
        ),
        ("Anne Hall, a doctor, who said the town fell, left.", ("Anne Hall", "asserts", "the town fell")),
        (
            "An inquiry led by Dutch officials found that it was shot down.",
            ("An inquiry", "asserts", "it was shot down"),
        ),
        (
            "The commander overseeing the mission said the town fell.",
            ("The commander", "asserts", "the town fell"),
        ),
        ("The town fell, he said in a series of posts.", ("he", "asserts", "The town fell")),
        ("The town fell, CNN reported at that time.", ("CNN", "asserts", "The town fell")),
        ("The army claimed, with no evidence, that the town fell.", ("The army", "asserts", "the town fell")),
        ("Her boss told her she would go.", ("Her boss", "asserts", "she would go")),
        ("As Reuters noted, the town fell.", ("Reuters", "asserts", "the town fell")),
        ("When asked whether it fell, Jan Kral said: “It did, yes.”", ("Jan Kral", "asserts", "“It did, yes.”")),
        (
            "Ann Lee was accused by the ministry of lying about it.",
            ("the ministry", "accuses", "Ann Lee was accused by the ministry of lying about it"),
        ),
        ("The firm was accused of lying.", ("-", "asserts", "The firm was accused of lying.")),
        ("They can rest assured that it fell.", ("-", "asserts", "They can rest assured that it fell.")),
        ("Interestingly, it fell, implying that it was weak.", ("-", "asserts", None)),
        ("The ministry issued a statement saying it fell.", ("The ministry", "asserts", "it fell")),
        ("The Council on Foreign Relations said it fell.", ("Council on Foreign Relations", "asserts", "it fell")),
    ],
)
def test_who_says_what(text: str, told: tuple[str, str, str | None]) -> None:
    assert (told[0], told[1], told[2] or text) in tell(text)


def test_a_tag_may_stand_in_the_sentence_after_its_quotation() -> None:
    assert tell("“Truth is stronger than arms!” President Jan Kral wrote on his page as the court opened.")[0] == (
        "Jan Kral",
        "asserts",
        "“Truth is stronger than arms!”",
    )


def test_what_follows_he_said_and_a_colon_may_go_on() -> None:
    told = read_text("Jan Kral said:\nThe town has fallen.\nIt rains.")
    assert [one.continuation for one in told[-2:]] == ["possible", None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "‘We closed it,’ said Jan Kral. ‘It was “not” safe.’",
            [("Jan Kral", "asserts", "‘We closed it,’"), ("Jan Kral", "asserts", "‘It was “not” safe.’")],
        ),
        ("Jan Kral said ‘it’s closed’. ‘I know,’ he said.", None),
        # Where double marks are the rule, single ones are none.
        ("“It is the ‘best’ one, the ‘good’ one,” Jan Kral said.", [("Jan Kral", "asserts", None)]),
    ],
)
def test_single_marks_quote_where_an_article_quotes_by_them(
    text: str, told: list[tuple[str, str, str | None]] | None
) -> None:
    found = tell(text)
    assert [one[0].split("=")[-1] for one in found] == [one[0].split("=")[-1] for one in told or found]
    if told and told[0][2]:
        assert found == told
    assert all("Kral" in chain for chain, _, _ in found)
