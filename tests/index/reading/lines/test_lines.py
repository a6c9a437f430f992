"""Labelling the lines of plain text: spans, vetoes, clean texts, and the samples line by line."""

import csv
import gzip
import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.reading.lines.features import FEATURES
from index.reading.lines.label import fold_line, label_lines, split_lines
from index.reading.lines.region import SECOND
from index.records import LABELS

ROOT = Path(__file__).resolve().parents[4]
DATA = ROOT / "../shared/data"

PARAGRAPHS = (
    "The council voted on Monday to close the old bridge, which engineers had called unsafe for years.",
    "“We could not wait any longer,” the mayor said after the vote, adding that a ferry would run from May.",
    "Residents on the eastern bank, who will have to drive 20 kilometres to the next crossing, were not convinced.",
    "A new bridge would cost about 40 million, according to a report that the council received in the autumn.",
    "The region has promised to pay half of the sum, but has not said when the money would be there.",
)
MENU = ("Home", "News", "Sport", "Weather", "Travel", "Video", "Contact us", "Log in")
FOOT = ("Leave a comment", "Your email address will not be published.", "Name *", "Email *", "Privacy policy")


def labels_of(text: str, **options: object) -> list[tuple[str, str]]:
    return [(line.label, text[line.start : line.end]) for line in label_lines(text, **options)]  # type: ignore[arg-type]


def page_with(*extra: str, at: int = 3, title: str = "Council closes unsafe bridge") -> str:
    middle = [*PARAGRAPHS[:at], *extra, *PARAGRAPHS[at:]]
    return "\n\n".join([*MENU, title, *middle, *FOOT])


def label_in_page(line: str) -> str:
    return next(label for label, text in labels_of(page_with(line)) if text == line)


@given(st.text(alphabet=st.sampled_from("aB é.,:…\n\r\u2028\x00\u0301*1中ع \t"), max_size=300))
@settings(deadline=None, max_examples=200)
def test_lines_ascend_without_overlap_and_cover_every_visible_character(text: str) -> None:
    lines = label_lines(text)
    edges = [edge for line in lines for edge in (line.start, line.end)]
    assert edges == sorted(edges)
    assert all(line.start < line.end for line in lines)
    assert not any(set(text[line.start : line.end]) & set("\n\r\u2028\u2029") for line in lines)
    assert "".join("".join(text[a.start : a.end].split()) for a in lines) == "".join(text.split())
    assert all(line.label in LABELS and line.reason for line in lines)


@given(st.lists(st.sampled_from([*PARAGRAPHS, *MENU, *FOOT, "", "  "]), max_size=30))
@settings(deadline=None, max_examples=60)
def test_the_kind_of_line_break_changes_no_label(lines: list[str]) -> None:
    unix, windows, mac = ("\n".join(lines), "\r\n".join(lines), "\r".join(lines))
    assert labels_of(unix) == labels_of(windows) == labels_of(mac)


def test_empty_lines_are_counted_between_the_lines() -> None:
    assert split_lines("\n\na\r\n\r\n \r\nb\n") == ([(2, 3), (10, 11)], [2, 2, 0])


def test_a_page_is_taken_apart_into_menu_title_body_and_comment_form() -> None:
    expected = [
        *(("furniture", line) for line in MENU),
        ("title", "Council closes unsafe bridge"),
        *(("body", line) for line in PARAGRAPHS),
        *(("furniture", line) for line in FOOT),
    ]
    assert labels_of(page_with()) == expected


@pytest.mark.parametrize(
    "line",
    [
        '[{"id":"17","sort":"35","type":"21","pic":"/2016/03/a.jpg"},{"id":"18","sort":"36","type":"21"}]',
        "var a = {b: [1, 2]}; function c() { return a.b[0] + '|' + {d: {e: 1}}; }",
        "شارع الملك فيصل خلف السفارة الفرنسية في بيروت",
        "Read more",
        "READ MORE: Ferry to run twice an hour from May",
        "See also: Ten bridges that were closed last year",
        "- Advertisement -",
    ],
)
def test_debris_another_script_and_links_are_furniture_even_between_paragraphs(line: str) -> None:
    assert label_in_page(line) == "furniture"


def test_a_headline_under_read_more_is_furniture_and_the_sentence_after_it_is_not() -> None:
    text = page_with("Read more", "Ferry to run twice an hour between the two banks of the river")
    assert [label for label, _ in labels_of(text)] == [
        *["furniture"] * 8,
        "title",
        *["body"] * 3,
        *["furniture"] * 2,
        *["body"] * 2,
        *["furniture"] * 5,
    ]


def test_a_declared_title_is_the_title_wherever_it_stands() -> None:
    text = page_with(title="Bridge to close")
    assert ("title", "Bridge to close") in labels_of(text, title="BRIDGE TO CLOSE")


def test_a_date_under_the_title_is_a_dateline_and_dates_of_other_articles_are_not() -> None:
    text = (
        page_with().replace("bridge\n\n", "bridge\n\nMon, 4 March 2019 10:15\n\n", 1) + "\n\n12 May 2017\n\nOld story"
    )
    dated = [(label, line) for label, line in labels_of(text) if "20" in line and len(line) < 30]
    assert dated == [("dateline", "Mon, 4 March 2019 10:15"), ("furniture", "12 May 2017")]


def test_a_picture_whose_two_texts_were_joined_is_a_caption() -> None:
    said = "Cars wait in front of the closed bridge on Monday, when the council had voted."
    assert label_in_page(said + said) == "caption"


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [
        ("Page 3 of 12", "  page 14 of 9 ", True),
        ("Share: Facebook | Twitter", "share facebook twitter", True),
        ("* * *", "***", True),
        ("Read more", "Read on", False),
        ("— 1 —", "— —", False),
    ],
)
def test_the_key_of_a_line_ignores_case_spacing_marks_and_figures(first: str, second: str, is_same: bool) -> None:
    assert (fold_line(first) == fold_line(second)) is is_same


ARABIC = (
    "قال المجلس البلدي يوم الاثنين إن الجسر القديم سيغلق أمام السيارات بعد أن وصفه المهندسون بأنه غير آمن.",
    "وأضاف رئيس البلدية أن عبارة ستعمل بين ضفتي النهر ابتداء من شهر مايو المقبل، وأن التذاكر ستكون مجانية.",
    "ولم يقتنع سكان الضفة الشرقية الذين سيضطرون إلى القيادة عشرين كيلومترا للوصول إلى أقرب جسر آخر.",
)
POEM = (
    "I went down to the river in the rain",
    "and asked it for the things it took from me",
    "it said that what is taken comes again",
    "but only to the ones who leave it free",
    "so I went home and waited by the door",
    "and no one came who had not come before",
)


@pytest.mark.parametrize(
    "lines",
    [
        ("The council voted on Monday to close the old bridge.",),
        PARAGRAPHS,
        ARABIC,
        POEM,
        tuple(f"“{p.rstrip('.')}.”" for p in PARAGRAPHS),
        (
            PARAGRAPHS[2],
            "Q: Why was the bridge closed on Monday?",
            "A: " + PARAGRAPHS[0],
            "Q: And what comes next for the town?",
            "A: " + PARAGRAPHS[3],
        ),
        (
            *PARAGRAPHS[:3],
            "The plan has three parts:",
            "- a ferry from May,",
            "- a new bridge in four years,",
            "- free buses until then.",
            *PARAGRAPHS[3:],
        ),
    ],
    ids=["one line", "prose", "arabic", "poem", "quotations", "interview", "list inside"],
)
def test_a_text_that_is_only_article_stays_whole(lines: tuple[str, ...]) -> None:
    assert labels_of("\n\n".join(lines)) == [("body", line) for line in lines]


@pytest.mark.parametrize(
    "text",
    [
        "Hello",
        "Home | Login | Menu\n\nSubscribe\n",
        'Login\n\nName *\n\n{"id":1}\n',
        "Cookies\nAccept all\nHome\nSports\nWeather\n© 2020 Daily Planet. All rights reserved.",
    ],
)
def test_a_page_without_a_sentence_has_no_body(text: str) -> None:
    assert {label for label, _ in labels_of(text)} == {"furniture"}


def test_hard_wrapped_text_is_judged_by_paragraph() -> None:
    import textwrap

    text = "\n\n".join("\n".join(textwrap.wrap(p, 72)) for p in PARAGRAPHS * 2)
    assert {label for label, _ in labels_of(text)} == {"body"}


def test_an_empty_text_has_no_lines() -> None:
    assert (label_lines(""), label_lines(" \n\t\r\n")) == ((), ())


def test_a_text_of_more_lines_than_any_article_is_furniture_and_says_so() -> None:
    lines = label_lines("a b c\n" * 20_001)
    assert {(x.label, x.reason) for x in lines} == {("furniture", "more lines than any article has")}
    assert len(lines) == 20_001


@pytest.mark.parametrize(
    "unit", ["a", "\n", ".", "\u0301", "1 ", '{"', "中", "a. B c, d\n", "Read more\n\n", "\u2028x"]
)
def test_hostile_text_takes_time_in_proportion_to_its_length(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        label_lines(text)
        return time.process_time() - start

    small, large = min(seconds(30_000) for _ in range(3)), seconds(120_000)
    assert large < 12 * small + 0.25


def read_gold() -> dict[str, list[tuple[str, str]]]:
    gold: dict[str, list[tuple[str, str]]] = {}
    with (Path(__file__).parent / "sample_labels.tsv").open(encoding="utf-8", newline="") as file:
        for sample, label, beginning in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            gold.setdefault(sample, []).append((label, beginning))
    return gold


@pytest.mark.parametrize("sample", ["000", "001", "002", "003", "004"])
def test_every_line_of_the_samples_has_the_label_that_a_reader_gave_it(sample: str) -> None:
    (path,) = (ROOT / "corpus").glob(f"{sample}_*.txt")
    found = labels_of(path.read_bytes().decode("utf-8"))
    assert [(label, " ".join(line.split())[:48].rstrip()) for label, line in found] == read_gold()[sample]


@pytest.mark.parametrize(("name", "least"), [("polnear/dev", 0.98), ("realtimeqa/docs_dev", 0.97)])
def test_outside_articles_without_furniture_keep_their_body(name: str, least: float) -> None:
    path = DATA / f"{name}.jsonl.gz"
    if not path.exists():
        pytest.skip(f"needs {name}.jsonl.gz of the development data")
    kept = total = 0
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for _, row in zip(range(150), file, strict=False):
            for line in label_lines(json.loads(row)["text"] or ""):
                total += line.end - line.start
                kept += (line.end - line.start) * (line.label in ("body", "title"))
    assert kept / total >= least


def test_the_coefficients_that_ship_name_exactly_the_features_that_are_seen() -> None:
    data = json.loads((ROOT / "index/reading/lines/model.json").read_text("utf-8"))
    assert list(data) == ["first", "second", "run"]
    assert list(data["first"]) == [*FEATURES, "intercept"]
    assert list(data["second"]) == [*FEATURES, *SECOND, "intercept"]
