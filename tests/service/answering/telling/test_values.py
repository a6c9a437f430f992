"""What is taken from a sentence as a value: the doer and nobody else, a place of the thing itself, a description."""

import re
import time

import pytest

from service.answering.filling.described import describe
from service.answering.filling.places import find_place, find_situation
from service.answering.language.doers import find_doer
from service.answering.language.names import find_names, word_lists
from service.answering.language.predicates import find_predicate
from service.answering.telling.values import distinct_values


@pytest.mark.parametrize(
    ("sentence", "event", "doer"),
    [
        ("The Lorvian Army has taken control of Bresk, the last Quarn stronghold.", "captured", "Lorvian Army"),
        ("After a siege, Lorvian troops captured Bresk.", "captured", "Lorvian troops"),
        ("Bresk was captured by Lorvian troops on Friday.", "captured", "Lorvian troops"),
        ("Bresk was captured on Friday.", "captured", None),
        ("Gazette TV obtained video from Bresk after its liberation.", "captured", None),
        ("Capturing Bresk is the latest victory of the army.", "captured", None),
        ("The agency said Maria Lopez signed the order.", "signed", "Maria Lopez"),
        ("Maria Lopez, who signed the order, left.", "signed", "Maria Lopez"),
        ("Maria Lopez, the mayor, signed the order.", "signed", "Maria Lopez"),
        ("Three US marshals captured him.", "captured", "Three US marshals"),
        ("A court in Bresk convicted Jan Orr.", "convicted", "court"),
        ("Army troops and allied forces broke through and entered Bresk.", "entered", "Army troops and allied forces"),
        ("Jan Orr was sent to jail over charges of murder.", "arrested", None),
    ],
)
def test_the_doer_is_the_subject_or_stands_after_by(sentence: str, event: str, doer: str | None) -> None:
    found = [find_doer(sentence, one) for one in find_predicate(sentence, [event])]
    given = {sentence[one.start : one.end] for one in found if one}
    assert given == ({doer} if doer else set())
    assert all(one.named for one in found if one)


@pytest.mark.parametrize("sentence", ["She signed it.", "The president signed it.", "Some of them signed it."])
def test_a_doer_who_is_named_elsewhere_is_no_value(sentence: str) -> None:
    found = [find_doer(sentence, one) for one in find_predicate(sentence, ["signed"])]
    assert [one.named for one in found if one] == [False]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Jan Orr, a former miner, left.", "a former miner"),
        ("Jan Orr is the mayor of Bresk.", "the mayor of Bresk"),
        ("“No,” said Jan Orr, mayor of Bresk.", "mayor of Bresk"),
        ("Prosecutor Jan Orr spoke.", "Prosecutor"),
        ("The head of the bank, Jan Orr, left.", "The head of the bank"),
        ("One of the dead is a leader of Quarn known as Jan Orr.", "a leader of Quarn"),
        ("Jan Orr left Bresk.", None),
        ("Maria Lopez, Jan Orr, and others met.", None),
        ("In Bresk, Jan Orr, 42, was killed.", None),
    ],
)
def test_who_somebody_is_stands_beside_the_name(sentence: str, words: str | None) -> None:
    lists = word_lists()
    assert describe(sentence, re.compile("Jan Orr"), lists["persons"] | lists["titles"] | lists["roles"]) == words


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Bresk lies on the coast of Lorvia.", "on the coast of Lorvia"),
        ("Bresk, a town near Tarsk, was hit.", "near Tarsk"),
        ("The town of Bresk in Lorvia was hit.", "in Lorvia"),
        ("A man from Tarsk said that troops reached Bresk.", None),
        ("Tens of thousands left Bresk, said the relief office in Tarsk.", None),
    ],
)
def test_where_something_lies_is_said_of_the_thing_itself(sentence: str, place: str | None) -> None:
    fresh = [one for one in find_names(sentence) if one.text != "Bresk"]
    assert find_situation(sentence, re.compile("Bresk"), fresh) == place


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Orr met Lopez in Tarsk.", "in Tarsk"),
        ("Orr met Lopez, said the office in Tarsk.", None),
        ("An envoy from Tarsk met Lopez.", None),
        ("In Tarsk, Orr met Lopez.", "In Tarsk"),
    ],
)
def test_where_something_happened_is_said_in_its_clause(sentence: str, place: str | None) -> None:
    met = next(find_predicate(sentence, ["met"]))
    fresh = [one for one in find_names(sentence) if one.text == "Tarsk"]
    given = find_place(sentence, fresh, type(met)(0, len(sentence)), met)
    assert (given and given.casefold()) == (place and place.casefold())


def test_values_that_differ_in_case_article_possessive_or_title_are_one() -> None:
    assert distinct_values(["Lorvian Army", "the Lorvian army", "Lorvian Army’s"]) == ["Lorvian Army"]
    assert distinct_values(["about 50 km", "about 50km", "more than 50 km"]) == ["about 50 km", "more than 50 km"]
    assert distinct_values(["President Jan Orr", "Orr", "Jan Ork"]) == ["President Jan Orr", "Jan Ork"]


def test_hostile_sentences_cost_linear_time() -> None:
    began = time.perf_counter()
    name = re.compile("A")
    for text in ("a " * 100_000, "A, " * 20_000, "the " * 50_000, "by " * 50_000, "in " * 50_000, "\u0301" * 100_000):
        sentence = f"{text}signed"
        for event in find_predicate(sentence, ["signed"]):
            find_doer(sentence, event)
        describe(text, name, frozenset())
        find_situation(text, name, find_names(text)[:50])
    assert time.perf_counter() - began < 10
