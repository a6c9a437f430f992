"""Who published, on what evidence; each trap that once made a quoted or copied voice the publisher."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.lines.label import label_lines
from index.reading.masthead.read import read_masthead
from index.records import (
    LABELS,
    Declared,
    Evidence,
    Hint,
    Label,
    Line,
    Masthead,
    Outlet,
    Owner,
    PageHints,
    Published,
    Title,
)

CORPUS = Path(__file__).parents[4] / "corpus"
FILLER = (
    "The ministry said on Sunday that the bridge over the river would be closed to traffic until the end of the month."
)


def label(*labelled: tuple[Label, str]) -> tuple[str, tuple[Line, ...]]:
    """A text of these lines, and the lines with these labels."""
    text = "\n".join(words for _, words in labelled)
    lines, start = [], 0
    for name, words in labelled:
        lines.append(Line(start, start + len(words), name, "by hand"))
        start += len(words) + 1
    return text, tuple(lines)


def read(*labelled: tuple[Label, str], declared: Declared | None = None, hints: PageHints | None = None) -> Masthead:
    text, lines = label(*labelled)
    return read_masthead(text, lines, declared or Declared(), hints)


def read_body(*words: str) -> Masthead:
    return read(("title", "Bridge over the river to close"), *(("body", line) for line in words))


def read_sample(number: str, renamed: tuple[tuple[str, str], ...] = ()) -> Masthead:
    text = next(CORPUS.glob(f"{number}_*")).read_bytes().decode()
    for old, new in renamed:
        text = re.sub(rf"(?<![A-Za-z]){old}(?![A-Za-z])", new, text)
    return read_masthead(text, label_lines(text), Declared())


def known(masthead: Masthead) -> tuple[str | None, str]:
    return masthead.outlet.name, masthead.outlet.level


# --- each level ---


def test_declared_wins_over_everything() -> None:
    masthead = read(
        ("title", "Bridge over the river to close"),
        ("body", "FRN has confirmed these reports from several sources."),
        declared=Declared(outlet="The Quay", title="Closed", published="2016-03-13T13:24:06Z"),
        hints=PageHints(
            site=(Hint("Other", "og:site_name"),), title=(Hint("Other", "h1"),), published=(Hint("2011-01-01", "meta"),)
        ),
    )
    assert masthead == Masthead(
        Outlet("The Quay", "declared", (Evidence("declared", text="The Quay"),)),
        Title("Closed", "declared", (Evidence("declared", text="Closed"),)),
        Published(date(2016, 3, 13), "13:24:06", "Z", "declared", (Evidence("declared", text="2016-03-13T13:24:06Z"),)),
    )


def test_html_tags_come_next_and_are_named_as_the_reason() -> None:
    masthead = read(
        ("body", FILLER),
        hints=PageHints(
            site=(Hint("Quay Herald", "og:site_name"),),
            title=(Hint("Closed", "og:title"),),
            published=(Hint("2016-03-13", "article:published_time"),),
        ),
    )
    assert masthead == Masthead(
        Outlet("Quay Herald", "site", (Evidence("og:site_name", text="Quay Herald"),)),
        Title("Closed", "site", (Evidence("og:title", text="Closed"),)),
        Published(date(2016, 3, 13), None, None, "site", (Evidence("article:published_time", text="2016-03-13"),)),
    )


def test_a_bare_domain_is_no_name() -> None:
    assert known(read(("body", FILLER), hints=PageHints(site=(Hint("quayherald.com", "og:site_name"),)))) == (
        None,
        "unknown",
    )


def test_a_byline_that_the_furniture_repeats_is_stated() -> None:
    masthead = read(
        ("title", "Bridge over the river to close"),
        ("dateline", "Lisbon - Quay Voice"),
        ("body", FILLER),
        ("furniture", "Quay Voice Facebook"),
    )
    assert known(masthead) == ("Quay Voice", "stated")


def test_a_byline_alone_is_not_enough() -> None:
    assert known(read(("title", "Bridge"), ("dateline", "Lisbon - Quay Voice"), ("body", FILLER))) == (None, "unknown")


def test_published_by_us_at_is_stated() -> None:
    masthead = read_body(FILLER, "Originally published by us at Quay Herald.")
    assert known(masthead) == ("Quay Herald", "stated")
    assert masthead.copied_from is None


@pytest.mark.parametrize(
    "sentence",
    [
        "QVN has confirmed these reports from several sources on the ground as well.",
        "QVN could not independently verify the report.",
        "The ministry did not respond to QVN’s request for comment.",
        "QVN's Maria Silva and John Doe contributed to this report.",
        "The bridge will close, QVN has learned.",
    ],
)
def test_an_outlet_that_speaks_of_itself_is_a_self_reference(sentence: str) -> None:
    assert known(read_body(FILLER, sentence)) == ("QVN", "self_reference")


def test_what_others_may_say_too_is_wanted_twice() -> None:
    told = "The mayor told the Quay Herald that he had not been asked."
    seen = "He denies it in a letter reviewed by the Quay Herald."
    assert known(read_body(FILLER, told)) == (None, "unknown")
    assert known(read_body(FILLER, told, seen)) == ("Quay Herald", "self_reference")


def test_two_traces_off_the_body_are_an_inference() -> None:
    files = [f'"pic":"/2016/0{n}/quaynet_63593{n}00.{sort}"' for n, sort in enumerate(["jpg", "jpg", "mp4", "mp4"], 1)]
    assert known(read(("title", "Bridge"), ("body", FILLER), ("furniture", ",".join(files)))) == (
        "quaynet",
        "inferred",
    )


@pytest.mark.parametrize("prefix", ["IMG", "GettyImages", "reuters", "shutterstock"])
def test_the_prefix_of_a_camera_or_a_picture_agency_is_no_trace(prefix: str) -> None:
    files = " ".join(f"{prefix}_63593{n}00.{sort}" for n, sort in enumerate(["jpg", "jpg", "mp4", "mp4"], 1))
    assert known(read(("title", "Bridge"), ("body", FILLER), ("furniture", files))) == (None, "unknown")


def test_one_trace_is_none() -> None:
    masthead = read(("title", "Bridge"), ("body", FILLER), ("furniture", "Follow Quay Herald on Twitter"))
    assert known(masthead) == (None, "unknown")


# --- each trap ---


@pytest.mark.parametrize(
    "sentence",
    [
        "“The Post has learned,” he read aloud, “that the mayor could not be reached.”",
        "The minister added: “QVN has confirmed these reports from several sources.”",
        "He wrote on example.com and at theherald.com that the bridge was safe.",
        "A military source told SANA, and in a statement reviewed by SANA, that the bridge fell.",
        "Reuters could not independently verify the report.",
        "The FBI has learned, agents said, that the FBI could not verify the note.",
        "QVN reported, citing the ministry, that QVN could not verify the report.",
        "Later QVN's Maria Silva reported otherwise; the mayor told QVN so.",
        "According to QVN, a letter seen by QVN was sent to the mayor, who told QVN so.",
        "New York has learned to live without the bridge.",
    ],
)
def test_a_quoted_voice_is_not_the_publisher(sentence: str) -> None:
    assert known(read_body(FILLER, sentence)) == (None, "unknown")


def test_two_names_that_speak_of_themselves_are_no_answer() -> None:
    words = "QVN could not independently verify it. The ministry did not reply to LMR's request for comment."
    assert known(read_body(FILLER, words)) == (None, "unknown")


def test_a_copyright_line_is_the_owner_and_never_the_outlet() -> None:
    masthead = read(
        ("title", "Bridge"),
        ("body", FILLER),
        ("furniture", "All rights reserved to Quay Media Group 2025 ©"),
        ("furniture", "Quay Media Group"),
    )
    assert known(masthead) == (None, "unknown")
    assert masthead.owner.name == "Quay Media Group"


def test_a_picture_credit_is_no_owner() -> None:
    assert read(("body", FILLER), ("caption", "© REUTERS / POOL")).owner == Owner()


def test_a_wire_credit_is_a_copy_and_never_the_outlet() -> None:
    masthead = read_body(
        "WASHINGTON (Reuters) - " + FILLER, "The minister told Reuters so in a letter seen by Reuters."
    )
    assert known(masthead) == (None, "unknown")
    assert masthead.copied_from is not None
    assert masthead.copied_from.name == "Reuters"
    assert [one.reason for one in masthead.copied_from.evidence] == ["wire credit"]


def test_a_repost_mark_turns_self_references_into_whose_text_it_is() -> None:
    own = "QVN could not independently verify the report."
    assert known(read_body(FILLER, own)) == ("QVN", "self_reference")
    masthead = read_body("View the original article:", FILLER, own)
    assert known(masthead) == (None, "unknown")
    assert masthead.copied_from is not None
    assert masthead.copied_from.name == "QVN"
    assert [one.text for one in masthead.copied_from.evidence] == [
        "View the original article:",
        "QVN could not independently verify",
    ]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("This article originally appeared on Quay Herald.", "Quay Herald"),
        ("Originally published in the Quay Herald", "Quay Herald"),
        ("Republished with permission from Quay Herald", "Quay Herald"),
        ("Source: QVN", "QVN"),
    ],
)
def test_a_repost_mark_names_whose_text_it_is(sentence: str, name: str) -> None:
    masthead = read_body(FILLER, sentence)
    assert masthead.copied_from is not None
    assert (masthead.copied_from.name, known(masthead)) == (name, (None, "unknown"))


@pytest.mark.parametrize(
    "sentence",
    ["QVN reported, citing the ministry.", "Source: State Department", "In a statement to QVN he denied it."],
)
def test_a_quoted_source_is_no_repost_mark(sentence: str) -> None:
    assert read_body(FILLER, sentence).copied_from is None


def test_a_source_line_between_paragraphs_is_a_chart_s() -> None:
    assert read_body(FILLER, "Source: QVN", FILLER).copied_from is None


def test_an_outlet_that_is_known_does_not_copy_itself() -> None:
    text, lines = label(("body", FILLER), ("body", "This article first appeared on Quay Herald."))
    assert read_masthead(text, lines, Declared(outlet="Quay Herald")).copied_from is None


def test_a_slug_of_the_title_is_passed_over_for_the_title() -> None:
    masthead = read(("title", "bridge over river to close"), ("title", "Bridge over river to close"), ("body", FILLER))
    assert masthead.title.text == "Bridge over river to close"


def test_without_a_title_line_the_title_is_unknown() -> None:
    assert read(("body", FILLER)).title == Title()


# --- the samples ---


def test_the_first_sample_is_a_copy_of_an_unnamed_outlet() -> None:
    masthead = read_sample("000")
    assert (masthead.outlet, masthead.published, masthead.owner) == (Outlet(), Published(), Owner())
    assert masthead.title.text == "Syrian army liberates last ISIS stronghold in Homs province (EXCLUSIVE VIDEO)"
    assert masthead.copied_from is not None
    assert (masthead.copied_from.name, [one.text for one in masthead.copied_from.evidence]) == (
        "RT",
        ["View the original article:", "RT’s Ruptly video agency brings you", "statement to RT"],
    )


def test_the_second_sample_names_no_outlet() -> None:
    masthead = read_sample("001")
    assert masthead == Masthead(title=masthead.title)
    assert masthead.title.text == "Syria Liberates Last IS Stronghold in Homs"


def test_the_third_sample_is_known_by_its_media_files_alone() -> None:
    masthead = read_sample("002")
    assert known(masthead) == ("alalam", "inferred")
    assert [one.text for one in masthead.outlet.evidence] == [
        "alalam_635933315538627878_25f_4x3.jpg",
        "alalam_635933126861020267_25f_4x3.mp4",
    ]
    assert masthead.published == Published(
        date(2016, 3, 13),
        "13:24:06",
        None,
        "stated",
        (Evidence("date line by the title", 75, 96, "Mar 13, 2016 13:24:06"),),
    )
    assert (masthead.owner, masthead.copied_from) == (Owner(), None)


def test_the_fourth_sample_states_its_outlet_and_another_owner() -> None:
    masthead = read_sample("003")
    assert known(masthead) == ("Emirates Voice", "stated")
    assert masthead.title.text == "Syrian troops break into last Daesh-held town"
    assert masthead.owner.name == "Arab Today Media Group"
    assert (masthead.published, masthead.copied_from) == (Published(), None)


def test_the_fifth_sample_calls_itself_by_three_letters() -> None:
    masthead = read_sample("004")
    assert masthead.outlet == Outlet(
        "FRN",
        "self_reference",
        (Evidence("speaks of itself: verified", 453, 505, "FRN has confirmed these reports from several sources"),),
    )
    assert (masthead.published, masthead.owner, masthead.copied_from) == (Published(), Owner(), None)


@pytest.mark.parametrize(
    ("number", "renamed", "outlet", "copied"),
    [
        ("000", (("RT", "QK"), ("Ruptly", "Mondly")), None, "QK"),
        ("001", (("RT", "QK"),), None, None),
        ("002", (("alalam(?=_)", "oquadro"),), "oquadro", None),
        (
            "003",
            (
                ("Emirates Voice", "Lisbon Herald"),
                ("emirates voice", "lisbon herald"),
                ("(?i:emiratesvoice)", "Lisbonherald"),
            ),
            "Lisbon Herald",
            None,
        ),
        ("004", (("FRN", "QKM"),), "QKM", None),
    ],
)
def test_a_renamed_sample_changes_the_answer_in_step(
    number: str, renamed: tuple[tuple[str, str], ...], outlet: str | None, copied: str | None
) -> None:
    masthead = read_sample(number, renamed)
    assert masthead.outlet.name == outlet
    assert (masthead.copied_from.name if masthead.copied_from else None) == copied


# --- any text ---

_WORDS = st.sampled_from(
    [
        "QVN",
        "The Quay Herald",
        "has confirmed it from sources.",
        "told",
        "“",
        "”",
        "View the original article",
        "(Reuters) -",
        "Source: QVN",
        "Lisbon - Quay Voice",
        "© 2016 Quay Group",
        "Mar 13, 2016 13:24:06",
        "03/04/2016",
        "\u0301",
        "\x00",
        "\u2028",
        "\r",
        "a@quay.com",
        "quaynet_12345.jpg",
        "quaynet_12346.mp4",
        "Follow Quay Herald on Twitter",
    ]
)


@given(st.lists(st.tuples(st.sampled_from(LABELS), st.lists(_WORDS, max_size=8).map(" ".join)), max_size=25))
def test_evidence_slices_back_to_its_own_words(labelled: list[tuple[Label, str]]) -> None:
    text, lines = label(*labelled)
    masthead = read_masthead(text, lines, Declared())
    copied = masthead.copied_from.evidence if masthead.copied_from else ()
    found = masthead.outlet.evidence + masthead.title.evidence + masthead.published.evidence + masthead.owner.evidence
    for one in found + copied:
        assert one.start is not None
        assert one.text == text[one.start : one.end] != ""
    assert (masthead.outlet.name is None) == (masthead.outlet.level == "unknown")
    if masthead.outlet.name:
        assert any(masthead.outlet.name in (one.text or "") for one in masthead.outlet.evidence)


@pytest.mark.parametrize("piece", ["a", "A", "\x00", "\u0301", "“", "\r\n", "\u2028", "told A ", "© 2016 ", "1", "a@"])
@pytest.mark.parametrize("name", ["body", "furniture", "title"])
def test_a_hostile_text_is_read_without_a_masthead(piece: str, name: Label) -> None:
    text = piece * (500_000 // len(piece))
    lines = tuple(Line(found.start(), found.end(), name, "by hand") for found in re.finditer(r"[^\r\n\u2028]+", text))
    masthead = read_masthead(text, lines, Declared())
    assert (masthead.outlet, masthead.published) == (Outlet(), Published())
