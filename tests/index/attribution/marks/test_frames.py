"""Figures with what happened, to whom, where and when; and two of them side by side."""

import gzip
import json
import time
from datetime import date
from itertools import islice, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.attribution.marks.compare_figures import FrameMatch, compare_frames, values_conflict
from index.attribution.marks.frames import read_figures
from index.records import Figure, Span

ROOT = Path(__file__).parents[3]
ARTICLES = ROOT.parent / "shared/data/allsides_articles/corpus.jsonl.gz"
Frame = tuple[float, str | None, str | None, str | None, str | None]


def read(text: str) -> tuple[Figure, ...]:
    return read_figures(text, Span(0, len(text)))


def only(text: str) -> Figure:
    (figure,) = read(text)
    return figure


def frames(text: str) -> list[Frame]:
    return [(one.value, one.event, one.whom, one.where, one.when) for one in read(text) if one.event]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The conflict has claimed the lives of over 470,000 people, injuring 1.9 million others, and displacing "
            "nearly half of the country’s pre-war population of about 23 million.",
            [
                (470_000, "killed", "people", None, None),
                (1_900_000, "injured", "others", None, None),
                (50, "displaced", "pre-war population", None, None),
            ],
        ),
        (
            "On Saturday alone, at least 43 civilians were allegedly killed and dozens more injured after airstrikes "
            "hit residential neighborhoods in Raqqa city, SANA reported.",
            [(43, "killed", "civilians", "in Raqqa city", "On Saturday")],
        ),
        (
            "Earlier this week more than 60 civilians were killed or injured in al-Sha’afa, in the province of Homs.",
            [(60, "killed or injured", "civilians", "in al-Sha’afa", "Earlier this week")],
        ),
        (
            "The army managed to kill 19 Takfiri militants and destroy two armed vehicles belonging to them.",
            [(19, "killed", "Takfiri militants", None, None), (2, "destroyed", "armed vehicles", None, None)],
        ),
        ("12 people died in Kabul in 2014.", [(12, "died", "people", "in Kabul", "in 2014")]),
        ("Twelve gunmen killed three people.", [(3, "killed", "people", None, None)]),
        ("Three people were killed by 12 gunmen.", [(3, "killed", "people", None, None)]),
        ("The blast left 12 dead and 30 wounded.", [(12, "died", None, None, None), (30, "injured", None, None, None)]),
        ("It hurt 20 injured soldiers.", [(20, "injured", "soldiers", None, None)]),
        ("The death toll rose from 12 to 20.", [(20, "died", None, None, None)]),
        ("Deaths have passed 4,500 in Mexico City.", [(4500, "died", None, "in Mexico City", None)]),
        ("Police reported 624 civilian casualties.", [(624, "killed or injured", "civilian", None, None)]),
        ("They mourned the deaths of 12 people.", [(12, "died", "people", None, None)]),
        ("He shot and killed nine worshippers.", [(9, "killed", "worshippers", None, None)]),
        ("12 people were shot dead.", [(12, "killed", "people", None, None)]),
        (
            "12 civilians and three soldiers were killed in Homs.",
            [(12, "killed", "civilians", "in Homs", None), (3, "killed", "soldiers", "in Homs", None)],
        ),
        (
            "12 people, including three children, were killed.",
            [(12, "killed", "people", None, None), (3, "killed", "children", None, None)],
        ),
        (
            "It killed 12 people, five of them children.",
            [(12, "killed", "people", None, None), (5, "killed", "children", None, None)],
        ),
        (
            "Between 20 and 30 people were arrested.",
            [(20, "arrested", "people", None, None), (30, "arrested", "people", None, None)],
        ),
        ("80% of residents have fled Mosul.", [(80, "fled", "residents", None, None)]),
        ("He had been charged, along with 12 of the others, for years.", []),
        ("He fatally shot 58 people.", [(58, "killed", "people", None, None)]),
        ("The number of Palestinians killed has risen to 37.", [(37, "killed", "Palestinians", None, None)]),
        ("11 were injured, including nine taken to hospital.", [(11, "injured", None, None, None)]),
        ("Nine people were taken to hospital.", [(9, "hospitalized", "people", None, None)]),
        (
            "The blast left 50 people — including her husband — dead.",
            [(50, "died", "people", None, None)],
        ),
        ("One of our two major parties was captured by a group.", []),
        ("It has 200 voting machines and one big shot.", []),
        ("He fired six or seven times.", []),
        ("1.49 percent of murders were solved.", []),
        ("The committee of 300 members must vote.", []),
        ("Migrants under 18 were released.", []),
        ("A 12-year-old boy was killed.", []),
        ("The siege killed trade for 12 days.", []),
        ("It lies about 50km from Palmyra.", []),
    ],
)
def test_what_happened_to_whom_where_and_when(text: str, expected: list[Frame]) -> None:
    assert frames(text) == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("624 people were “unintentionally killed”.", "people killed"),
        ("12 were injured.", "injured"),
        ("Police made 12 arrests.", "arrests"),
        ("It cost $12 million.", "$"),
        ("It lies 50 km away.", "km"),
        ("It has 12 states.", "states"),
        ("It has a population of 23 million.", "population"),
    ],
)
def test_the_unit_is_what_is_counted_with_what_happened_to_it(text: str, unit: str) -> None:
    assert only(text).unit == unit


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            "In its assessment of casualties in Iraq and Syria released this week, the coalition claimed 624 people "
            "were killed since the start of the campaign against IS in the region.",
            [("since the start of the campaign", "in the region")],
        ),
        ("On Monday police said on Tuesday that 12 people were killed in Homs.", [("in Homs",)]),
        ("12 people were killed in Homs on Friday, police said on Saturday in Damascus.", [("in Homs", "on Friday")]),
        ("12 were killed and 30 injured in Raqqa on Monday.", [("in Raqqa", "on Monday")] * 2),
        ("It killed 12 in Homs in 2014, and it killed 30 in Hama.", [("in Homs", "in 2014"), ("in Hama",)]),
        ("30,000 people die a year in Syria.", [("a year", "in Syria")]),
        ("12 people were killed in Syria and Iraq.", [("in Syria and Iraq",)]),
        ("12 people were killed in Kabul, Afghanistan, in clashes.", [("in Kabul, Afghanistan",)]),
        ("12 people were killed in Syria strikes in US-led operations.", [()]),
        ("In Kabul, President Ghani killed 12 hopes.", [("In Kabul",)]),
        ("12 voted in the 2012 election.", [()]),
        ("Authorities in North Carolina have confirmed 10 deaths so far.", [("in North Carolina", "so far")]),
        ("People in Maine said 10 people were killed.", [()]),
        ("50 dead in the UK - an increase of 4 in a day.", [("in the UK",), ("in the UK", "in a day")]),
    ],
)
def test_the_scope_is_every_word_of_time_and_place_in_the_clause(text: str, scopes: list[tuple[str, ...]]) -> None:
    assert [one.scope for one in read(text)] == scopes


def test_offsets_are_into_the_whole_text() -> None:
    text = "9 men died. At least 43 civilians were killed. 9 women died."
    (figure,) = read_figures(text, Span(12, 46))
    assert text[figure.start : figure.end] == figure.text == "At least 43"


def compare(a: str, b: str, days: tuple[date | None, date | None] = (None, None)) -> FrameMatch | None:
    return compare_frames(only(a), only(b), *days)


@pytest.mark.parametrize(
    ("a", "b", "differs", "undecided"),
    [
        ("624 people were killed.", "4,350 civilians were killed.", ("unit: people / civilians",), ()),
        ("12 people were killed.", "12 people died.", (), ()),
        ("Three members were killed.", "One member was killed.", (), ()),
        ("12 people were killed.", "12 were killed.", (), ("unit",)),
        (
            "12 people were killed.",
            "12 people were killed or injured.",
            ("event: killed / killed or injured",),
            (),
        ),
        (
            "12 were killed in the province.",
            "12 were killed in the city.",
            ("place: in the province / in the city",),
            (),
        ),
        (
            "12 were killed in Syria.",
            "12 were killed in Iraq and Syria.",
            ("place: in Syria / in Iraq and Syria",),
            (),
        ),
        ("12 were killed in Deir Ezzor.", "12 were killed in Deir ez-Zor.", (), ()),
        ("12 were killed in Kabul.", "12 were killed in Kabul, Afghanistan.", (), ()),
        ("12 were killed in Kabul.", "12 were killed in the city.", (), ("place",)),
        ("12 were killed in Kabul.", "12 were killed.", (), ("place",)),
        ("12 were killed in 2014.", "12 were killed in 2015.", ("time: in 2014 / in 2015",), ()),
        (
            "12 were killed since the start of the campaign.",
            "12 were killed since June 2014.",
            (),
            ("time",),
        ),
        ("30,000 people die a year.", "30,000 people died.", ("time: a year / None",), ()),
    ],
)
def test_what_two_frames_differ_in(a: str, b: str, differs: tuple[str, ...], undecided: tuple[str, ...]) -> None:
    assert compare(a, b) == FrameMatch(differs, undecided)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("12 soldiers were killed.", "12 civilians were killed."),
        ("12 people were killed.", "12 people were arrested."),
        ("12 people were killed.", "It has 12 states."),
        ("12 people were killed.", "12 percent of people were killed."),
        ("12 houses were destroyed.", "12 tanks were destroyed."),
    ],
)
def test_figures_of_other_things_are_not_compared(a: str, b: str) -> None:
    assert compare(a, b) is None


def test_words_of_time_are_compared_by_the_days_of_publication() -> None:
    a, b = "12 were killed on Saturday.", "20 were killed on March 12."
    assert compare(a, b, (date(2016, 3, 13), date(2016, 3, 14))) == FrameMatch((), ())
    assert compare(a, b, (date(2016, 3, 20), date(2016, 3, 14))) == FrameMatch(("time: on Saturday / on March 12",), ())
    assert compare(a, a, (date(2016, 3, 20), date(2016, 3, 13))) == FrameMatch(("time: on Saturday / on Saturday",), ())


@pytest.mark.parametrize(
    ("a", "b", "conflict"),
    [
        ("624", "more than 4,350", True),
        ("at least 43", "more than 60", False),
        ("at least 43", "60", False),
        ("at least 60", "43", True),
        ("up to 50", "more than 60", True),
        ("12", "13", True),
        ("12", "12", False),
        ("about 100", "108", False),
        ("about 100", "120", True),
        ("1.9 million", "1,912,000", False),
        ("1.9 million", "2.4 million", True),
        ("two dozen", "26", False),
        ("4,000", "4,300", False),
        ("4,310", "4,300", False),
        ("4,310", "4,420", True),
        ("more than 60", "60", False),
    ],
)
def test_values_conflict_only_where_both_cannot_hold(a: str, b: str, conflict: bool) -> None:
    one, other = only(f"{a} people were killed."), only(f"{b} people were killed.")
    assert values_conflict(one, other) is conflict
    assert values_conflict(other, one) is conflict


WORDS = [
    "12",
    "killed",
    "were",
    "at least",
    "people",
    "in",
    "Syria",
    ",",
    "and",
    "the",
    "death toll",
    "of",
    "including",
]
WORDS += [
    "on",
    "Saturday",
    "2016",
    "“",
    "”",
    "per",
    "year",
    "half",
    "said",
    "-",
    "\0",
    "\u2028",
    "\u0301",
    "al-",
    "’s",
    "from",
]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), st.integers(0, 30))
def test_spans_ascend_lie_inside_and_slice_back(text: str, start: int) -> None:
    span = Span(min(start, len(text)), len(text))
    found = read_figures(text, span)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(span.start <= one.start < one.end <= span.end for one in found)
    assert all(one.end <= after.start for one, after in pairwise(found))
    inside = text[span.start : span.end]
    assert all(words in inside for one in found for words in (*one.scope, one.whom or "", one.where or ""))


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_read_and_compared(a: str, b: str) -> None:
    for one in read(f"12 people were killed {a}"):
        for other in read(f"{b} 20 civilians died {a}"):
            compare_frames(one, other)
            assert values_conflict(one, other) == values_conflict(other, one)


def test_hostile_text_costs_linear_time() -> None:
    began = time.perf_counter()
    pieces = (
        "a",
        "1",
        "1 ",
        "12 people ",
        "killed ",
        "in ",
        "in Syria and ",
        "12 and ",
        "the ",
        " ",
        "\u0301",
        "“",
        ",",
    )
    for piece in pieces:
        read(piece * (100_000 // len(piece)))
    read("a" * 5_000_000)
    assert time.perf_counter() - began < 40


@pytest.mark.skipif(not ARTICLES.exists(), reason="the articles of ../shared/data are not here")
def test_real_articles_read_whole_keep_every_offset() -> None:
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, 40)]
    for text in texts:
        assert all(text[one.start : one.end] == one.text for one in read(text))
    assert sum(one.event is not None for text in texts for one in read(text)) > 10
