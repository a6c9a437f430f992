"""Which date is the publication date: where it stands, how it is written, what is not one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.masthead.dates import find_dates, read_iso_date
from index.reading.masthead.published import read_published
from index.records import Declared, Hint, Label, Line, PageHints, Published

BODY = (
    "The ministry said on Sunday that the bridge over the river would be closed to traffic until the end of the month."
)


def read(*labelled: tuple[Label, str], hints: PageHints | None = None) -> Published:
    lines, start = [], 0
    for name, words in labelled:
        lines.append(Line(start, start + len(words), name, "by hand"))
        start += len(words) + 1
    return read_published("\n".join(words for _, words in labelled), lines, Declared(), hints)


def read_line(words: str, label: Label = "dateline") -> Published:
    return read(("title", "Bridge over the river to close"), (label, words), ("body", BODY))


@pytest.mark.parametrize(
    ("words", "day", "time", "zone"),
    [
        ("Sun Mar 13, 2016 13:24:06", date(2016, 3, 13), "13:24:06", None),
        ("By Ann Lee, Wednesday, 20 November 2019 08:05 GMT", date(2019, 11, 20), "08:05", "GMT"),
        ("Ann Lee - Nov 19, 2019, 8:15 pm CST", date(2019, 11, 19), "20:15", "CST"),
        ("21:17 18.11.2019", date(2019, 11, 18), "21:17", None),
        ("Published 2016-03-13T13:24:06+02:00", date(2016, 3, 13), "13:24:06", "+02:00"),
        ("Veröffentlicht am 3. März 2016", date(2016, 3, 3), None, None),
        ("13 de março de 2016", date(2016, 3, 13), None, None),
        ("2016年3月13日", date(2016, 3, 13), None, None),
        ("25/04/2016", date(2016, 4, 25), None, None),
        ("04/25/2016", date(2016, 4, 25), None, None),
        ("Sunday 03/04/2016", date(2016, 4, 3), None, None),
        ("Published 1 May 2016 | Updated 2 May 2016", date(2016, 5, 1), None, None),
        ("May 1, 2016, updated May 2, 2016", date(2016, 5, 1), None, None),
    ],
)
def test_a_date_line_by_the_title_is_read(words: str, day: date, time: str | None, zone: str | None) -> None:
    found = read_line(words)
    assert (found.day, found.time, found.zone, found.level) == (day, time, zone, "stated")


@pytest.mark.parametrize(
    "words",
    [
        "Last Updated : GMT 05:17:37",
        "Last updated: 13 March 2016",
        "Originally published 13 March 2016",
        "Sunday",
        "Yesterday, 13:24",
        "March 13",
        "31 February 2016",
        "13/13/2016",
        "/2016/03/11/quaynet_635933315.jpg",
        "The air cover, which began on September 30, 2015, was asked for by Damascus",
    ],
)
def test_what_is_no_publication_date_is_not_read(words: str) -> None:
    assert read_line(words) == Published()
    assert read_line(words, "body") == Published()


def test_an_open_order_of_day_and_month_is_unknown_with_the_reason() -> None:
    found = read_line("03/04/2016")
    assert (found.day, found.level) == (None, "unknown")
    assert [(one.reason, one.text) for one in found.evidence] == [("day and month cannot be told apart", "03/04/2016")]


def test_the_page_settles_the_order_by_another_date() -> None:
    found = read(("title", "Bridge"), ("dateline", "Published 03/04/2016, updated 25/04/2016"), ("body", BODY))
    assert found.day == date(2016, 4, 3)


def test_furniture_is_never_read() -> None:
    assert read_line("Sun Mar 13, 2016 13:24:06", "furniture") == Published()


def test_a_list_of_other_articles_below_is_never_read() -> None:
    rows: list[tuple[Label, str]] = [("dateline", "23 March 2016"), ("body", "Cartoon seven")]
    assert read(("title", "Bridge"), ("body", BODY), *rows) == Published()


def test_prose_above_the_article_is_no_date_line() -> None:
    assert read_line("On September 30, 2015 the bridge fell into the river", "body") == Published()


def test_several_dates_are_no_answer() -> None:
    found = read(("title", "Bridge"), ("dateline", "1 May 2016"), ("dateline", "3 May 2016"), ("body", BODY))
    assert (found.day, found.level, len(found.evidence)) == (None, "unknown", 2)


def test_a_tag_that_is_no_date_is_passed_over() -> None:
    hints = PageHints(published=(Hint("soon", "meta"), Hint("13 March 2016", "time")))
    found = read(("body", BODY), hints=hints)
    assert (found.day, found.level, found.evidence[0].reason) == (date(2016, 3, 13), "site", "time")


@pytest.mark.parametrize("value", ["", "13/03/2016", "March 2016", "2016-13-01", "2016-03-13T25:00", "2016-3-1"])
def test_a_declared_date_that_is_not_iso_is_refused_by_value(value: str) -> None:
    with pytest.raises(ValueError, match="ISO 8601") as refused:
        read_published("", (), Declared(published=value), None)
    assert repr(value) in str(refused.value)


@given(st.dates(min_value=date(1900, 1, 1)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%b %d, %Y", "%d.%m.%Y"]))
def test_every_day_is_read_back_as_it_was_written(day: date, pattern: str) -> None:
    if day.year < 2100:
        words = f"Published: {day.strftime(pattern)}, by Ann Lee"
        assert [(one.day, words[one.start : one.end]) for one in find_dates(words)] == [(day, day.strftime(pattern))]


@given(st.datetimes())
def test_every_iso_time_is_read_as_it_stands(moment: object) -> None:
    text = moment.isoformat(timespec="seconds")  # type: ignore[attr-defined]
    day, time, zone = read_iso_date(text)
    assert (day.isoformat(), time, zone) == (text[:10], text[11:], None)


@given(st.text(alphabet="0123456789/:-. MarchSundGMT年月日+,\n", max_size=80))
def test_dates_lie_in_the_words_and_do_not_overlap(words: str) -> None:
    found = find_dates(words)
    assert all(0 <= one.start < one.end <= len(words) for one in found)
