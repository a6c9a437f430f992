"""Two articles laid side by side: what was changed is typed, what only moved or is spelt otherwise is not."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.attribution.read import read_statements
from index.build import read_article
from index.copies.comparing.compare import compare_articles
from index.copies.comparing.credits import find_credit
from index.copies.finding.words import read_words
from index.reading.sentences import split_sentences
from index.records import (
    Article,
    Change,
    Comparison,
    Cue,
    CueClass,
    Declared,
    Figure,
    Hedge,
    Line,
    Link,
    Masthead,
    Outlet,
    Published,
    RawArticle,
    Span,
    Statement,
)

ROOT = Path(__file__).parents[3]
Shown = tuple[str, str | None, str | None]


def article(article_id: str, text: str, outlet: str | None = None, day: date | None = None) -> Article:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(start, start + len(line), "body", "prose"))
        start += len(line) + 1
    masthead = Masthead(
        outlet=Outlet(outlet, "declared" if outlet else "unknown"),
        published=Published(day, level="declared" if day else "unknown"),
    )
    return Article(article_id, "v", text, tuple(lines), masthead)


def bare(one: Article) -> list[Statement]:
    """Sentences of which nothing is known but where they stand."""
    spans = split_sentences(one.text, one.lines)
    return [Statement(f"{one.id}.{n}", one.id, n, span, span) for n, span in enumerate(spans)]


def compare(a: str, b: str) -> Comparison:
    one, two = article("a", a), article("b", b)
    return compare_articles(one, two, bare(one), bare(two))


def show(changes: Sequence[Change]) -> list[Shown]:
    return [(one.kind, one.a.text if one.a else None, one.b.text if one.b else None) for one in changes]


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def tell(
    one: Article,
    content: str,
    sources: Sequence[str] = (),
    cue: tuple[str, CueClass] | None = None,
    hedge: tuple[str, str] | None = None,
    figure: tuple[str, float] | None = None,
) -> list[Statement]:
    """The one statement of an article of one sentence, made by hand."""
    text = one.text
    links = tuple(Link(name, name[0].isupper(), *find(text, name)) for name in sources)
    return [
        Statement(
            "s",
            one.id,
            0,
            Span(0, len(text)),
            find(text, content),
            "attributed" if links else "outlet",
            links,
            cue=Cue(cue[0], cue[1], *find(text, cue[0])) if cue else None,
            hedges=(Hedge(hedge[0], *find(text, hedge[0]), find(text, hedge[1])),) if hedge else (),
            figures=(Figure(figure[1], "exact", figure[0], *find(text, figure[0])),) if figure else (),
        )
    ]


@lru_cache(maxsize=5)
def sample(stem: str) -> tuple[Article, tuple[Statement, ...]]:
    path = next((ROOT / "corpus").glob(f"{stem}_*.txt"))
    one = read_article(RawArticle(stem, str(path), Declared(), text=path.read_text("utf-8")))
    return one, read_statements(one, split_sentences(one.text, one.lines))


def test_the_samples_that_share_copy_differ_in_just_these_things() -> None:
    (a, told_a), (b, told_b) = sample("000"), sample("001")
    found = compare_articles(a, b, told_a, told_b)
    shown = [(kind, one and " ".join(one[:40].split()), two) for kind, one, two in show(found.changes)]
    assert shown == [
        ("quotation_altered", "ISIS", "IS"),
        ("quotation_altered", "SAA", "Syrian Army"),
        ("hedge_removed", "allegedly", None),
        ("cue_firmer", "claiming", "stating"),
        ("source_dropped", "told Almasdar", "said"),
        ("source_added", None, "RT reported, citing"),
        ("paragraph_omitted", "RT’s Ruptly video agency brings you excl", None),
        ("paragraph_omitted", "RT’s Ruptly video agency has obtained ex", None),
        ("paragraph_omitted", "However, the UK-based Airwars group whic", None),
        ("label_changed", "Islamic State", "self-styled Islamic State terrorist group"),
        ("label_changed", "IS (Islamic State, formerly ISIS/ISIL)", "IS"),
        ("label_changed", "jihadists", "militants"),
        ("wording", "news agency reports", None),
        ("wording", "to", "with"),
    ]
    airwars = found.changes[8]
    assert (airwars.figures, airwars.sources) == (("more than 4,350",), ("Airwars",))
    assert (found.is_copy, found.direction) == (True, None)
    assert found.reason == "both carry a text of RT, which is neither of them"


def test_whose_text_the_samples_carry_is_said_in_both() -> None:
    credit = find_credit([sample("000"), sample("001")])
    assert credit is not None
    assert credit.name == "RT"
    said = {(article_id, one.text) for article_id, one in credit.evidence}
    assert {("000", "View the original article:"), ("001", "RT reported")} <= said
    assert find_credit([sample("002"), sample("003")]) is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The town lies 50km from Deir Ezzor province, he said.",
            "The town lies 50 km from Deir ez-Zor Province, he said.",
        ),
        ("They “damaged civilian structures.” He left.", 'They "damaged civilian structures". He left.'),
        ("They use it to assists partner forces on the ground.", "They use it to assist partner forces on the ground."),
        ("Troops advanced in the Hama province on Friday.", "Troops advanced in Hama Province Friday."),
        ("The five organisations backed the programme.", "The 5 organizations backed the program."),
        ("They cleared improvised explosive devices (IED) there.", "They cleared improvised explosive devices there."),
        ("Officials met in Kiev on Monday to talk.", "Officials met in Kyiv on Monday to talk."),
        ("After the battle the town was liberated.", "The town was liberated after the battle."),
        (
            "One stays here. Two comes after it.\nThree is the last.",
            "Three is the last.\nOne stays here. Two comes after it.",
        ),
        ("One stays here.\nTwo comes after it.", "One stays here. Two comes after it."),
        ("They met at 7:30 p.m. on Monday.", "They met at 7.30 pm Monday."),
        ("One stays here.\nTwo comes after it.", "One stays here.\nStory Continued Below\nTwo comes after it."),
        ("One stays here.\n© 2019 Newsroom. All rights reserved.", "One stays here."),
        ("One stays here.", "One stays here.\nMr Barr speaks to us.\nMr Barr speaks to us."),
        (
            "It was wrapped in the middle of\na sentence that goes on.",
            "It was wrapped in the middle of a sentence that goes on.",
        ),
    ],
)
def test_spelling_house_style_and_moving_are_no_changes(a: str, b: str) -> None:
    assert show(compare(a, b).changes) == []


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "The rebels entered the town of Hajin on Sunday.",
            "The terrorists entered the town of Hajin on Sunday.",
            [("label_changed", "rebels", "terrorists")],
        ),
        (
            "The army fought the Islamic State in the town.",
            "The army fought the self-styled Islamic State terrorist group in the town.",
            [("label_changed", "Islamic State", "self-styled Islamic State terrorist group")],
        ),
        (
            "The army fought Daesh in the town today.",
            "The army fought ISIS in the town today.",
            [("label_changed", "Daesh", "ISIS")],
        ),
        (
            "The controversial minister left the town on Sunday.",
            "The minister left the town on Sunday.",
            [("label_dropped", "controversial", None)],
        ),
        (
            "“We took the whole town,” the general said.",
            "“We took half the town,” the general said.",
            [("quotation_altered", "the whole", "half the")],
        ),
        (
            "The troops left the town of Hajin.\nNobody was hurt at all.",
            "The troops left the town of Hajin.",
            [("paragraph_omitted", "Nobody was hurt at all.", None)],
        ),
        (
            "The troops left the town of Hajin. Nobody was hurt at all.",
            "The troops left the town of Hajin. Nobody was hurt at all. They came back a week later.",
            [("paragraph_added", None, "They came back a week later.")],
        ),
        (
            "The troops left the town of Hajin in haste.",
            "The troops fled the town of Hajin in haste.",
            [("wording", "left", "fled")],
        ),
        (
            "The Syrian government denies that it took the town.",
            "The Syrian regime denies that it took the town.",
            [("label_changed", "government", "regime")],
        ),
        (
            "HAJIN, Syria (Reuters) - The troops left the town in haste.",
            "The troops left the town in haste.",
            [("source_dropped", "HAJIN, Syria (Reuters)", None)],
        ),
        (
            "The officials reportedly told the minister to leave the town.",
            "The officials told the minister to leave the town.",
            [("hedge_removed", "reportedly", None)],
        ),
        (
            "The general is said to have left the town.",
            "The general is claimed to have left the town.",
            [("cue_softer", "said", "claimed")],
        ),
        (
            "“We took the whole town and nobody was hurt,” the general said.",
            "“We took the whole town,” the general said.",
            [("wording", "and nobody was hurt", None)],
        ),
    ],
)
def test_changed_words_are_typed_without_statements(a: str, b: str, expected: list[Shown]) -> None:
    assert show(compare(a, b).changes) == expected


def test_what_statements_say_is_typed_by_them() -> None:
    def differ(a: Article, told_a: list[Statement], b: Article, told_b: list[Statement]) -> list[Shown]:
        return show(compare_articles(a, b, told_a, told_b).changes)

    a = article("a", "The strike allegedly killed 43 civilians, SANA told RT, claiming success.")
    b = article("b", "The strike killed 60 civilians, SANA said, claiming success.")
    told = tell(
        a, "The strike allegedly killed 43 civilians", ["RT", "SANA"], ("told", "neutral"), ("allegedly", "killed")
    )
    told = [replace(told[0], figures=tell(a, "The", figure=("43", 43))[0].figures)]
    other = tell(b, "The strike killed 60 civilians", ["SANA"], ("said", "neutral"), figure=("60", 60))
    assert differ(a, told, b, other) == [
        ("hedge_removed", "allegedly", None),
        ("source_dropped", "told RT", "said"),
        ("figure_changed", "43", "60"),
    ]
    assert differ(b, other, a, told) == [
        ("hedge_added", None, "allegedly"),
        ("source_added", "said", "told RT"),
        ("figure_changed", "60", "43"),
    ]
    c = article("c", "The strike killed 60 civilians on Monday.")
    assert differ(b, other, c, tell(c, "The strike killed 60 civilians on Monday"))[0] == (
        *("attribution_dropped", "SANA said, claiming success", "on Monday"),
    )


def test_what_the_other_has_as_a_caption_is_not_left_out() -> None:
    shared, caption = "The troops left the town of Hajin.", "Mr Barr speaks to reporters in Hajin."
    a, b = article("a", f"{shared}\n{caption}"), article("b", f"{caption}\n{shared}\nMore is told of it here.")
    aside = replace(b, lines=(replace(b.lines[0], label="caption"), *b.lines[1:]))
    assert show(compare_articles(a, aside, bare(a), bare(aside)).changes) == [
        ("paragraph_added", None, "More is told of it here.")
    ]


def test_an_attribution_that_is_left_out_is_shown_whole_and_once() -> None:
    a = article("a", "The troops left the town of Hajin, according to a statement on the website of the ministry.")
    b = article("b", "The troops left the town of Hajin.")
    told = tell(a, "The troops left the town of Hajin", ["a statement"], ("according to", "neutral"))
    other = tell(b, "The troops left the town of Hajin")
    words = "according to a statement on the website of the ministry"
    assert show(compare_articles(a, b, told, other).changes) == [("attribution_dropped", words, None)]
    assert show(compare_articles(b, a, other, told).changes) == [("attribution_added", None, words)]


def test_of_two_texts_the_later_is_not_said_to_be_from_the_earlier() -> None:
    a = article("a", "The army took the town of Hajin on Sunday.", "A", date(2018, 11, 17))
    b = article("b", "Nobody in the capital expected the vote.", "B", date(2018, 11, 20))
    found = compare_articles(a, b, bare(a), bare(b))
    assert (found.is_copy, found.direction) == (False, None)
    assert found.reason.startswith("neither cites the other, and their texts are two; b was published")


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (("claimed", "doubting"), ("said", "neutral"), "cue_firmer"),
        (("said", "neutral"), ("confirmed", "factive"), "cue_firmer"),
        (("said", "neutral"), ("claimed", "doubting"), "cue_softer"),
        (("said", "neutral"), ("reported", "neutral"), "wording"),
        (("said", "neutral"), ("denied", "denying"), "wording"),
    ],
)
def test_a_cue_is_firmer_where_the_claim_seems_more_certain(
    one: tuple[str, CueClass], other: tuple[str, CueClass], kind: str
) -> None:
    a, b = (article(name, f"SANA {cue[0]} that the army took the town.") for name, cue in (("a", one), ("b", other)))
    told = [tell(text, "the army took the town", ["SANA"], cue) for text, cue in ((a, one), (b, other))]
    assert show(compare_articles(a, b, *told).changes) == [(kind, one[0], other[0])]


def test_direction_rests_on_days_or_on_a_citation_and_else_is_not_known() -> None:
    text = "The army took the town of Hajin on Sunday, SANA said."
    first, second = date(2018, 11, 17), date(2018, 11, 20)

    def judge(a: Article, b: Article, told_b: list[Statement] | None = None) -> tuple[str | None, str]:
        found = compare_articles(a, b, bare(a), told_b or bare(b))
        return found.direction, found.reason

    dated = (article("a", text, "A", first), article("b", text, "B", second))
    assert judge(*dated) == ("b_from_a", "b was published on 2018-11-20, a on 2018-11-17")
    assert judge(dated[1], dated[0])[0] == "a_from_b"
    same = article("b", text, "B", first)
    assert judge(dated[0], same) == (None, "neither cites the other, and both were published on 2018-11-17")
    following = article("b", text, "B", date(2018, 11, 18))
    assert judge(dated[0], following) == (None, "neither cites the other, and b is dated but a day after a")
    undated = article("b", text, "B")
    assert judge(dated[0], undated) == (None, "neither cites the other, and the day of b is not known")
    citing = article("b", "RT reported that the army took the town of Hajin on Sunday.", "B", first)
    told = tell(citing, "the army took the town of Hajin on Sunday", ["RT"], ("reported", "neutral"))
    assert judge(article("a", text, "RT", first), citing, told) == (
        *("b_from_a", "b cites RT for a sentence that both carry"),
    )
    wire = article("a", f"HAJIN (Reuters) - {text}", "Reuters", second)
    assert judge(wire, article("b", text, "B", first))[0] is None
    assert judge(replace(wire, masthead=dated[1].masthead), article("b", text, "Reuters", first))[0] == "a_from_b"


def test_paragraphs_stand_side_by_side_in_order() -> None:
    a = "First comes this line.\nSecond is only here, alone.\nThird is what they share."
    b = "Zero is new and unlike others.\nFirst comes this line.\nThird is what they shared."
    found = compare(a, b)
    sides = [(one.a and a[slice(*one.a)][:5], one.b and b[slice(*one.b)][:5], one.equal) for one in found.pairs]
    assert sides == [
        (None, "Zero ", False),
        ("First", "First", True),
        ("Secon", None, False),
        ("Third", "Third", False),
    ]
    assert sorted(show(found.changes)) == sorted(one for pair in found.pairs for one in show(pair.changes))


LINES = st.lists(
    st.lists(
        st.sampled_from(
            [
                "the",
                "army",
                "rebels",
                "terrorists",
                "“we",
                "left”",
                "IS",
                "(ISIS)",
                "50km",
                "50",
                "km",
                "said",
                "no",
                ".",
            ]
        ),
        max_size=14,
    ).map(" ".join),
    max_size=7,
).map("\n".join)


@settings(deadline=None)
@given(LINES, LINES)
def test_no_change_has_two_equal_sides_and_all_lie_in_their_texts(a: str, b: str) -> None:
    found = compare(a, b)
    for change in found.changes:
        for side, text in ((change.a, a), (change.b, b)):
            assert side is None or (text[side.start : side.end] == side.text != "")
        words = [[word.key for word in read_words(side.text)] if side else [] for side in (change.a, change.b)]
        assert words[0] != words[1]
    shown = {one for pair in found.pairs for one in show(pair.changes)}
    assert shown == set(show(found.changes))
    for text, spans in ((a, [one.a for one in found.pairs]), (b, [one.b for one in found.pairs])):
        lines = [text[slice(*span)].split("\n") for span in spans if span]
        assert {line for line in text.split("\n") if list(read_words(line))} <= {
            line for found in lines for line in found
        }


@settings(deadline=None)
@given(LINES)
def test_an_article_is_equal_to_itself(text: str) -> None:
    found = compare(text, text)
    assert (found.changes, all(pair.equal for pair in found.pairs)) == ((), True)


@pytest.mark.parametrize("unit", ["a ", "a b c d ", "“", "a\n", "one two. ", "\u0301", "\0 x"])
def test_hostile_texts_are_compared_in_seconds(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    one, two = article("a", text), article("b", f"{text}new words {text}")
    started = time.process_time()
    compare_articles(one, two, (), ())
    assert time.process_time() - started < 20
