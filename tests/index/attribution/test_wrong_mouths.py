"""Nobody is made to say what another says, asks or does, or what the outlet tells in the same sentence."""

import pytest

from tests.index.attribution.articles import read_text, tell


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # A cue within a relative clause does not take the main clause.
        (
            "Jan Kral, who was taken off it after police discovered his texts to her, has been fired from the bureau.",
            [("-", None)],
        ),
        (
            "Ann Lee, who left after police said it was unsafe, has been charged with fraud.",
            [("-", "Ann Lee, who left after"), ("police", "it was unsafe"), ("-", "has been charged with fraud")],
        ),
        (
            "Ann Lee, who left after police said the town, which fell, was lost, has been charged with fraud.",
            [
                ("-", "Ann Lee, who left after"),
                ("police", "the town, which fell, was lost"),
                ("-", "has been charged with fraud"),
            ],
        ),
        (
            "Police said one that, in their view, would grant amnesty to many was wrong.",
            [("Police", "one that, in their view, would grant amnesty to many was wrong")],
        ),
        # A clause of its own has its own subject.
        ("Ann Lee was ill; Jan Kral was charged and announced that he had left.", [("Jan Kral", "he had left")]),
        ("It fell after the man approached the mayor and asked if it had.", [("the man", "if it had")]),
        ("Ann Lee was tired after the war and said that it fell.", [("Ann Lee", "it fell")]),
        # "He" may be another than "the congressman" who is asked.
        ("Rep. Bob Lee left. He smiled after he asked the congressman if it fell.", [("he", "if it fell")]),
        ("Rep. Bob Lee left. He smiled after he asked Ann Hall if it fell.", [("he=Bob Lee", "if it fell")]),
        # Who is asked to do a thing stands within what is asked.
        (
            "The palace asked former President Jan Kral to talk to her.",
            [("The palace", "former President Jan Kral to talk to her")],
        ),
        ("Jan Kral called on Mr. Lee to withdraw.", [("Jan Kral", "Mr. Lee to withdraw")]),
        (
            "Jan Kral left the town, urging residents to stay at home.",
            [("-", "Jan Kral left the town"), ("Jan Kral", "residents to stay at home")],
        ),
        # What stands for a source is a noun phrase.
        ("Jan Kral, who is married, denies telling her that it fell.", [("Jan Kral", "telling her that it fell")]),
        ("Jan Kral, the leader, announced early Saturday that it fell.", [("Jan Kral", "it fell")]),
        ("Jan Kral did not answer shouted questions about the fall.", [("-", None)]),
        ("It's worth noting that the town fell.", [("-", None)]),
        # Each citing leads one further, and nobody is cited twice.
        (
            "Beta Agency reported, citing Alpha News, citing Beta Agency, that it fell.",
            [("Alpha News > Beta Agency", "it fell")],
        ),
        # Who owns something is named without the ending.
        ("“It fell,” Jan Kral told NBC's “Today” show.", [("NBC > Jan Kral", "“It fell,”")]),
        ("It fell, according to Jan Kral's closely guarded memos.", [("Jan Kral's closely guarded memos", "It fell")]),
    ],
)
def test_whose_words_they_are(text: str, told: list[tuple[str, str | None]]) -> None:
    found = [(chain, content) for chain, _, content in tell(text)]
    assert [one for one in told if (one[0], one[1] or text) not in found] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("WASHINGTON — The town fell, Jan Kral said.", [("Jan Kral", "The town fell")]),
        ("WEST PALM BEACH, Fla. (AP) — “It fell,” Jan Kral said.", [("Jan Kral", "“It fell,”")]),
        ("WASHINGTON — Ann Lee, a doctor, said that it fell.", [("Ann Lee", "it fell")]),
        (
            "Jan Kral left the town, telling Fox News that the town fell.",
            [("-", "Jan Kral left the town"), ("Fox News > Jan Kral", "the town fell")],
        ),
        (
            "Ann Lee went on, ending her angry post by saying, “Do share it.”",
            [("-", "Ann Lee went on, ending her angry post"), ("Ann Lee", "“Do share it.”")],
        ),
        (
            "Ann Lee went on, concluding her angry post by saying, “Do share it.”",
            [("-", "Ann Lee went on, concluding her angry post"), ("Ann Lee", "“Do share it.”")],
        ),
        (
            "Jan Kral said she held the card, and in February he feigned ignorance.",
            [("Jan Kral", "she held the card"), ("-", "in February he feigned ignorance")],
        ),
        (
            "Mr. Lee said over the weekend that it was “right,” comments that have been condemned, by Mr. Kral too.",
            [("Lee", "it was “right,”")],
        ),
    ],
)
def test_what_is_said_has_its_bounds(text: str, told: list[tuple[str, str]]) -> None:
    found = [(chain, content) for chain, _, content in tell(text)]
    assert found[: len(told)] == told


def test_a_clause_that_may_be_told_by_either_may_be_a_continuation() -> None:
    text = "Jan Kral said she held the card, and in February he feigned ignorance."
    assert [one.continuation for one in read_text(text)] == [None, "possible"]


def test_a_saying_whose_source_is_not_read_may_be_somebodys() -> None:
    (only,) = read_text("It's worth noting that the town fell.")
    assert (only.chain, only.continuation) == ((), "possible")
