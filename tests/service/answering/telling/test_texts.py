"""Who says it, through whom, how, and in which words: the article's own between quotation marks, ours outside."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.records import CueClass, Published, Stance
from service.answering.relating.held import Held
from service.answering.telling.loaded import holds_loaded, mark_loaded
from service.answering.telling.texts import order_reports, say_claim, shown_words
from service.answering.telling.words import quote, say_published, shorten_ids
from tests.service.answering.hand import state, write_article


def report(
    sentence: str,
    content: str,
    *,
    name: str = "a",
    chain: Sequence[str] | None = (),
    cue: tuple[str, CueClass] | None = None,
    stance: Stance = "asserts",
    hedges: Sequence[str] = (),
    outlet: str | None = "The Day",
) -> Held:
    article = write_article(name, sentence, outlet=outlet)
    return Held(article, state(article, content, chain=chain, cue=cue, stance=stance, hedges=hedges))


def say(*reports: Held, carried: dict[str, str] | None = None) -> str:
    ordered = order_reports(reports)
    numbers = {key: n for n, key in enumerate(dict.fromkeys(one.article.id for one in ordered), 1)}
    return say_claim(ordered, numbers, carried or {}, None)


def test_the_chain_is_named_from_the_outlet_to_who_spoke() -> None:
    told = report(
        "“The town fell,” a military source told SANA, RT reported.",
        "The town fell",
        chain=["RT", "SANA", "a military source"],
    )
    assert say(told) == (
        "The Day, citing RT, which cites SANA, which cites “a military source”, says: “The town fell” [1]."
    )


def test_the_outlets_own_voice_cites_nobody_and_what_was_not_read_is_not_its_voice() -> None:
    assert say(report("The town fell.", "The town fell")) == "The Day says: “The town fell” [1]."
    assert say(report("The town fell.", "The town fell", chain=None)) == "The Day contains: “The town fell” [1]."


@pytest.mark.parametrize(
    ("stance", "cue", "said"),
    [
        (
            "denies",
            ("has denied", "denying"),
            "reports a denial by the Northern Coalition: “has denied hitting the mill”",
        ),
        (
            "admits",
            ("admitted", "admitting"),
            "reports an admission by the Northern Coalition: “admitted hitting the mill”",
        ),
    ],
)
def test_a_denial_is_shown_with_the_word_that_denies(stance: Stance, cue: tuple[str, CueClass], said: str) -> None:
    sentence = f"The Northern Coalition {cue[0]} hitting the mill."
    told = report(sentence, "hitting the mill", chain=["Northern Coalition"], cue=cue, stance=stance)
    assert said in say(told)


def test_hedges_are_kept_though_they_stand_outside_the_content() -> None:
    told = report(
        "Allegedly, as SANA reported, 43 men were killed.", "43 men were killed", chain=["SANA"], hedges=["Allegedly"]
    )
    assert "“Allegedly, as SANA reported, 43 men were killed”" in say(told)


def test_copies_that_say_the_same_are_named_in_one_clause_and_changed_words_are_not() -> None:
    a = report("At least 43 men were killed, SANA said.", "At least 43 men were killed", chain=["SANA"], outlet=None)
    b = report(
        "At least 43 men were killed, SANA said.", "At least 43 men were killed", chain=["SANA"], name="b", outlet=None
    )
    c = report(
        "At least 43 men were allegedly killed, SANA said.",
        "At least 43 men were allegedly killed",
        chain=["SANA"],
        name="c",
        hedges=["allegedly"],
    )
    assert say(a, c, b, carried={"a": "RT", "b": "RT"}) == (
        "An unnamed outlet (a) and an unnamed outlet (b), both carrying RT’s copy and citing SANA, say: "
        "“At least 43 men were killed” [1][2]; The Day, citing SANA, says: “At least 43 men were allegedly killed” [3]."
    )


def test_joint_sources_are_named_together_and_given_to_no_article_that_lacks_one() -> None:
    sentence = "Almasdar and SANA reported that the town fell."
    both = [report(sentence, "the town fell", chain=[one]) for one in ("Almasdar", "SANA")]
    assert say(*both) == "The Day, citing Almasdar and SANA, says: “the town fell” [1]."
    other = report("SANA reported that the town fell.", "the town fell", chain=["SANA"], name="b", outlet="The Night")
    assert "The Night, citing SANA, says" in say(*both, other)


def test_many_copies_are_counted_not_listed() -> None:
    reports = [report("The town fell.", "The town fell", name=f"a{n}", outlet=f"Paper {n}") for n in range(50)]
    text = say(*reports)
    assert "46 more articles" in text
    assert len(text) < 500
    assert text.count("[") == 50


def test_a_name_that_takes_a_side_stands_in_quotation_marks() -> None:
    told = report("The Regime Watch said the town fell.", "the town fell", chain=["Regime Watch"])
    assert "citing “Regime Watch”," in say(told)
    assert (mark_loaded("19 militants"), mark_loaded("19 men")) == ("“19 militants”", "19 men")
    assert holds_loaded("so-called")
    assert not holds_loaded("regimen")


def test_quotation_marks_round_the_whole_are_not_doubled() -> None:
    assert say(report("“The town fell.”", "“The town fell.”")) == "The Day says: “The town fell.” [1]."


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("it rose", "“it rose”"),
        ("“it rose”", "“it rose”"),
        ("it “rose” at noon", "‘it “rose” at noon’"),
        ("“it rose” and “fell”", "‘“it rose” and “fell”’"),
        ('it "rose" at noon', '“it "rose" at noon”'),
    ],
)
def test_no_quotation_marks_stand_within_the_same(words: str, quoted: str) -> None:
    assert quote(words) == quoted


@pytest.mark.parametrize(
    ("sentence", "content", "shown"),
    [
        (
            "“There is fire and smoke, but it’s unclear why,” he said.",
            "“There is fire and smoke",
            "There is fire and smoke",
        ),
        ("“The town fell,” he said.", "“The town fell,”", "The town fell"),
        (
            "He said reports were “being checked,” and left.",
            "reports were “being checked,”",
            "reports were “being checked,”",
        ),
    ],
)
def test_marks_whose_other_half_is_not_quoted_are_left_out(sentence: str, content: str, shown: str) -> None:
    told = report(sentence, content)
    span = shown_words(told.article, told.statement)
    assert told.words(span) == shown


def test_an_accusation_of_it_is_quoted_with_whom_it_accuses() -> None:
    sentence = "Molde accused the Northern Coalition of a crime, charging that it attacked a hospital."
    told = report(sentence, "it attacked a hospital", chain=["Molde"], cue=("charging", "accusing"), stance="accuses")
    assert say(told) == f"The Day reports an accusation by Molde: “{sentence}” [1]."


def test_unnamed_outlets_are_called_by_as_much_of_the_id_as_tells_them_apart() -> None:
    reports = [
        report("The town fell.", "The town fell", name=f"{n}_5ee169950b61", outlet=None) for n in ("000", "0012")
    ]
    assert say(*reports) == "An unnamed outlet (000…) and an unnamed outlet (001…) say: “The town fell” [1][2]."


@given(st.lists(st.text("abc01_", min_size=1, max_size=12), min_size=1, max_size=12, unique=True))
def test_shortened_ids_tell_the_ids_apart(ids: list[str]) -> None:
    short = shorten_ids(ids)
    assert list(short) == sorted(ids)
    assert len(set(short.values())) == len(ids)
    assert all(one.startswith(short[one].removesuffix("…")) for one in ids)


def test_chains_that_part_at_who_spoke_name_what_leads_there_once() -> None:
    sentence = "SANA quoted local media and civilians as saying the town fell."
    both = [report(sentence, "the town fell", chain=["SANA", one]) for one in ("local media", "civilians")]
    assert "citing SANA, which cites “local media” and “civilians”, says" in say(*both)


def test_a_near_copy_is_told_with_a_verb() -> None:
    words = "the Northern Coalition took the town of Molde on the river Aar at dawn with forty men"
    a = report(f"SANA said {words}.", words, chain=["SANA"])
    b = report(
        f"SANA said {words.upper()} indeed.", f"{words.upper()} indeed", chain=["SANA"], name="b", outlet="Night"
    )
    assert say(a, b).endswith("[1]; Night, citing SANA, has it in nearly the same words [2].")


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (Published(date(2016, 3, 13), "13:24:06"), "13 March 2016, 13:24:06, no time zone given"),
        (Published(date(2016, 3, 1), "13:24", "+02:00"), "1 March 2016, 13:24 +02:00"),
        (Published(date(2016, 3, 1)), "1 March 2016"),
        (Published(), "undated"),
    ],
)
def test_a_day_of_publication_is_said_as_it_is_read(published: Published, said: str) -> None:
    assert say_published(published) == said
