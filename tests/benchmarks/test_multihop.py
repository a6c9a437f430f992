"""What the benchmark of outlets read from questions calls right."""

from benchmarks.multihop import half_of, is_named, told
from service.answering.asking.outlets import Mention


def test_only_known_outlets_that_tell_something_count() -> None:
    mentions = [
        Mention("A", 0, 1, ("A - News", "A - Sport"), True),
        Mention("B", 2, 3, ("B",), False),
        Mention("C", 4, 5, (), True),
    ]
    assert told(mentions) == {"A - News", "A - Sport"}


def test_an_outlet_is_named_by_its_label_or_by_what_stands_before_its_dash() -> None:
    assert is_named("Does Fox News say so?", "FOX News - Health")
    assert is_named("Does the roar say so?", "The Roar | Sports Writers Blog")
    assert not is_named("Does Fox say so?", "FOX News - Health")


def test_halves_are_a_matter_of_the_number_alone() -> None:
    halves = [half_of({"qid": n, "query": "any"}) for n in range(200)]
    assert halves == [half_of({"qid": n}) for n in range(200)]
    assert 80 < halves.count("tuned") < 120
