"""Which of several a sentence tells of: the second debate is not the third."""

import pytest

from service.answering.judging.named import find_ranked, ranks_other

ASKED = "Where did the second presidential debate take place?"


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        ("The third presidential debate took place in Orrin.", True),
        ("The fourth Gazette primary debate took place in Orrin.", True),
        ("The second presidential debate took place in Orrin, the third debate in Tor.", False),
        ("The debate took place in Orrin.", False),
        ("In the debate the first question was about Orrin.", False),
        ("The first lady came to Orrin for the second debate.", False),
    ],
)
def test_a_sentence_of_another_than_the_one_asked_for_is_told(sentence: str, other: bool) -> None:
    assert ranks_other(find_ranked(ASKED), sentence) is other


def test_a_question_without_an_ordinal_has_none_that_is_another() -> None:
    assert not ranks_other(find_ranked("Where did the debate take place?"), "The third debate took place in Orrin.")
